"""Who wrote it: the author lines before or behind the text, and what else on the page names the authors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.article.author_line import LONGEST, is_label, read_first_line, read_labelled, read_line
from pipelines.article.contact import is_contact
from pipelines.article.holder import is_introduced, is_told_of
from pipelines.article.interview import answers
from pipelines.names import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.textblock import TextBlock

_HEAD_ZONE = 4
_TAIL_ZONE = 4
_BETWEEN = 12
_LONGEST_NAMES = 12
_OTHERS = ("answers questions", "somebody else's part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The author lines of an article: bare names, the lines as printed, the blocks they take, what proved them."""

    authors: tuple[str, ...]
    text: str | None
    orders: tuple[int, ...]
    reason: str


NOBODY = Byline(authors=(), text=None, orders=(), reason="no author line")


def find_byline(
    body: Sequence[TextBlock],
    *,
    promised: Sequence[str],
    holders: Sequence[str] = (),
    between: Sequence[TextBlock] = (),
    page: Sequence[TextBlock] = (),
    above: TextBlock | None = None,
) -> Byline:
    """Return the author lines at the edges of `body` (blocks from title to tail).

    `promised` are the authors that the issue's contents name: a line that names them needs no other proof, and where
    no line does they are the authors all the same; so are `holders`, who hold the copyright, where nobody else is
    named. `between` are all blocks between the title and the first longer text, links and dates, too; `above` is the
    block before the title: either is sometimes an author line. A bare name there is one if `page`, all of its blocks,
    tells who that is.
    """
    head = _surest(_asked(_lines(body[:_HEAD_ZONE], promised, tail=False), body), _between(between, promised))
    head = head or _introduced((*between[:_BETWEEN], *body[:_HEAD_ZONE]), page, body)
    if head and all(not names and reason in _OTHERS for _, names, reason in head):
        # Who answers, or who translated, is named above; who asked or wrote may be named below.
        held = {block.order for block, _, _ in head}
        head = [*head, *(line for line in _tail(body, promised) if line[0].order not in held)]
    if not head and holders and not promised:
        head = _lines(body[:_HEAD_ZONE], holders, tail=False)
    found = head or _tail(body, promised)
    if not found and above is not None:
        found = _lines([above], promised, tail=True)
    if not found:
        if promised:
            return Byline(authors=tuple(promised), text=None, orders=(), reason="only the contents name them")
        if holders:
            return Byline(authors=tuple(holders), text=None, orders=(), reason="the copyright is theirs")
        return NOBODY
    found.sort(key=lambda item: item[0].order)
    authors = tuple(dict.fromkeys(name for _, names, _ in found for name in names))
    asked = any(reason == "answers questions" for _, _, reason in found)
    if promised and not asked and {_plain(a) for a in authors} <= {_plain(p) for p in promised}:
        authors = tuple(promised)
    return Byline(
        authors=authors,
        text="\n".join(block.text for block, _, _ in found),
        orders=tuple(block.order for block, _, _ in found),
        reason="; ".join(dict.fromkeys(reason for _, _, reason in found)),
    )


def _surest(
    head: list[tuple[TextBlock, tuple[str, ...], str]], between: list[tuple[TextBlock, tuple[str, ...], str]]
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the lines of the text's `head`, or what stands above it and is surer: `By NAME` over a cast's names."""
    if not head or (
        between and between[0][2] == "By" and all(why == "a name and a post" for *_, why in head)
    ):
        return between
    return head


def _asked(
    found: list[tuple[TextBlock, tuple[str, ...], str]], body: Sequence[TextBlock]
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the lines `found` with whoever is interviewed in `body` as the author of nothing."""
    return [
        (block, (), "answers questions")
        if reason == "a name and a post" and all(answers(name, body) for name in names)
        else (block, names, reason)
        for block, names, reason in found
    ]


def _tail(body: Sequence[TextBlock], promised: Sequence[str]) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the author lines that end `body`."""
    return _lines(list(reversed(body[1:]))[:_TAIL_ZONE], promised, tail=True)


def _between(
    blocks: Sequence[TextBlock], promised: Sequence[str]
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the author line among what stands between title and text."""
    for at, block in enumerate(b for b in blocks[:_BETWEEN] if b.text):
        first = at == 0
        read = read_first_line(block.text, promised) if first else read_line(block.text, promised, tail=True)
        if read is not None and read[0]:
            return [(block, *read)]
    return []


def _introduced(
    zone: Sequence[TextBlock], page: Sequence[TextBlock], body: Sequence[TextBlock]
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the bare names in `zone` that the page tells more of, or its last lines."""
    for block in zone:
        names = names_in(block.text) if block.words <= _LONGEST_NAMES else None
        if not names:
            continue
        if all(is_introduced(name, page) for name in names) or is_told_of(block.text, names, page, body):
            return [(block, names, "the page tells who that is")]
    return []


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace(".", ". ").split())


def _lines(
    zone: Sequence[TextBlock], promised: Sequence[str], *, tail: bool
) -> list[tuple[TextBlock, tuple[str, ...], str]]:
    """Return the author lines that open `zone`, one after the other; one other short line may stand before them."""
    found: list[tuple[TextBlock, tuple[str, ...], str]] = []
    for skipped, block in enumerate(b for b in zone if any(c.isalnum() for c in b.text)):
        first = not skipped and not tail
        read = read_first_line(block.text, promised) if first else read_line(block.text, promised, tail=tail)
        if read is None and found and is_label(found[-1][0].text):
            read = read_labelled(block.text)
        elif read is None and not tail and is_label(block.text):
            read = (), "a label"
        if read is None and found and not tail and is_contact(block.text):
            read = (), "an address"
        if read is not None:
            found.append((block, *read))
        elif found or (skipped >= 1 and not tail) or block.words > LONGEST:
            if tail and not found and skipped < 2:
                continue
            break
    return found if any(not is_label(block.text) for block, _, _ in found) else []
