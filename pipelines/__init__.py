"""Pulls out: text blocks, labels, articles and furniture. Pure functions of a page's bytes."""
