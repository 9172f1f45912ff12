"""Single pages of a site nothing is known of, made of one article's paragraphs and whatever stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pipelines.reading import MORE, PROSE, read_unknown

if TYPE_CHECKING:
    from output.models import Article

URL = "http://review.example/2014/3/grain.html"
TITLE = "Grain on the Northern Line"
OTHER = (
    "Visitors of the museum may now see the first wagon that ever left the line, which the guides tell everybody was "
    "found behind a barn by somebody who was looking for his dog."
)
PARAGRAPHS = [PROSE, MORE, PROSE.replace("that year", "the year behind it"), MORE.replace("month", "week")]
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read_alone(body: str) -> Article | None:
    """Return the article of a page under TITLE with `body`, read on its own."""
    return read_unknown(body, url=URL, title=TITLE)


def said_alone(body: str) -> str:
    """Return the text of that article, nothing where there is none."""
    found = read_alone(body)
    return "" if found is None else found.text
