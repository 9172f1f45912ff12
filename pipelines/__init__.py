"""Pulls out: text blocks, labels, articles and furniture. Pure functions of a page's bytes.

A page's way: `document` (bytes to blocks), `furniture` (what its words give away), `parsed`; then, with what `site`
has learned of the other pages, `article` and `settled` (every block in its place), `publish` (its lines). `archive`
goes this way with all pages of an archive, `read` with one. `words` knows nothing but words. Each imports only what
is named before it.
"""
