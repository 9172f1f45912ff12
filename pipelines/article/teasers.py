"""Pages that list others, each with the beginning of its text: teasers, which together look like an article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipelines.addresses import canonical
from pipelines.article.title_votes import leads_away

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import TextBlock

_FEWEST = 3
"""Other pages that a list of teasers leads to, if the page shows no title of its own."""

_FEWEST_TITLED = 5
"""As many under a title, if most of these lead there twice: an article on five things may do so once."""

_LONGEST_TITLE = 25
_LONGEST = 100
"""Words of a teaser; what stands below is another text."""

_MOST = 0.8
"""The share of a page's text that is teasers, in a list of them."""


def lists_teasers(page: Sequence[TextBlock], body: Sequence[TextBlock], title: int | None, url: str) -> bool:
    """Return whether `body`, found on `page` at `url`, is the beginnings of texts on the site's other pages.

    Each stands below a line that leads to such a page, the first one, too: where an article has links to others between
    its paragraphs, it begins above them. `title` is where what was taken for the title stands.
    """
    text = [b for b in body if b.words]
    if not text or not _is_below_link(page[: text[0].order], title):
        return False
    below = dict(_below_links(page, url))
    if text[0].order not in below:
        return False
    teasers = [b for b in text if b.order in below]
    if sum(b.words for b in teasers) < sum(b.words for b in text) * _MOST:
        return False
    if title is not None and leads_away(page[title], url):
        return len(set(below.values())) >= _FEWEST
    targets = {below[b.order] for b in teasers}
    if title is None:
        return len(targets) >= _FEWEST
    times = Counter(target for b in page for target in set(_targets(b)) & targets)
    return len(targets) >= _FEWEST_TITLED and sum(n > 1 for n in times.values()) * 2 > len(targets)


def _is_below_link(above: Sequence[TextBlock], title: int | None) -> bool:
    """Return whether a line of links stands among the last blocks `above` a text, the title at most: few do."""
    words = 0
    for block in reversed(above):
        if _is_link(block):
            return True
        words += block.words
        if words > _LONGEST or block.order == title:
            return False
    return False


def _is_link(block: TextBlock) -> bool:
    return block.words <= _LONGEST_TITLE and block.linked_words * 2 > block.words


def _below_links(page: Sequence[TextBlock], url: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each block that may be a teaser, with the page that the line above leads to."""
    own, host = canonical(url), urlsplit(canonical(url)).netloc
    target, left = None, 0
    for block in page:
        if _is_link(block):
            leads_to = next(iter(_targets(block)), own)
            target = leads_to if leads_to != own and urlsplit(leads_to).netloc == host else None
            left = _LONGEST
        elif target is not None and block.words <= left:
            left -= block.words
            yield block.order, target
        elif block.words:
            target = None


def _targets(block: TextBlock) -> list[str]:
    """Return the pages that the words of a block lead to."""
    return [canonical(span.url) for span in block.spans if span.url and not span.image]
