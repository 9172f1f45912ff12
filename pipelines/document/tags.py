"""What HTML's elements mean to a reader (HTML Living Standard §15 "Rendering"); nothing here is about one site."""

from __future__ import annotations

BREAKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html isindex legend li listing main"
    " marquee menu nav optgroup option ol p plaintext pre search section select summary table tbody td textarea"
    " tfoot th thead tr ul xmp".split()
)
"""Elements before and after which a reader sees a new block."""

UNSEEN = frozenset(
    "applet audio base canvas colgroup datalist frame iframe math meta noembed noframes noscript object"
    " param script style svg template title video".split()
)
"""Elements whose text a reader does not see. `embed`, `source`, `track` have none, but libxml2 (2.14) reads what
follows them as theirs. `head` is none of them: without `<body>` libxml2 ends it only at elements that it knows, and
`article` is none, so that a whole page may stand in it."""

STRONG = frozenset("b strong i em u h1 h2 h3 h4 h5 h6 th address cite big".split())
"""Elements that set their text apart."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "dir", "menu"})
VERBATIM = frozenset({"pre", "listing", "xmp", "plaintext"})
QUOTES = frozenset({"blockquote"})
IMAGES = frozenset({"img", "amp-img"})
CELLS = frozenset({"td", "th"})

REGIONS = frozenset("main article aside nav header footer figcaption form dialog".split())
"""Elements that say what part of a page they are (§4.3 "Sections", §4.4.13, §4.10.3)."""

ROLES = {
    "main": "main",
    "article": "article",
    "complementary": "aside",
    "navigation": "nav",
    "contentinfo": "footer",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "articleBody": "article",
}
"""What of that a `role` says on other elements (WAI-ARIA 1.2 §5.3.4), or an `itemprop` (schema.org)."""

MEANT = (
    STRONG
    | UNSEEN
    | LISTS
    | VERBATIM
    | QUOTES
    | CELLS
    | REGIONS
    | IMAGES
    | set("a area link input table option optgroup html".split())
    | set(HEADINGS)
)
"""Elements that say more than where a block ends; what the others say is in their attributes."""
