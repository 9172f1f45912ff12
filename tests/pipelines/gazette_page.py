"""Single pages of a gazette of which the site model knows a few texts, settled."""

from __future__ import annotations

from crawler import sites
from pipelines.parsed import parse
from pipelines.settled import Settled, settle
from pipelines.site.evidence import SiteEvidence
from pipelines.site.model import SiteModel, block_key

GENERIC = sites.load("generic")
URL = "http://gazette.example/1994/lamps.html"
PROSE = (
    "The lamps along the northern quay were lit by hand until the spring of that year, and nobody who lived there "
    "had thought that they would ever be lit by anything else."
)
MORE = PROSE.replace("northern", "southern")


def settled_page(
    body: str,
    *,
    keys: dict[str, int] | None = None,
    lines: dict[str, int] | None = None,
    title: str = "Gazette",
) -> Settled:
    """Return the page with `body`, settled; `keys` (as they are) and `lines` (texts) stand on so many pages of 100."""
    model = SiteModel(
        pages=100,
        keys=keys or {},
        lines={block_key(text): pages for text, pages in (lines or {}).items()},
        names={"= gazette": 90, "$ the quay gazette": 90},
    )
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    parsed = parse(html.encode(), url=URL, content_type="text/html", profile=GENERIC)
    return settle(parsed, GENERIC, SiteEvidence(model=model))
