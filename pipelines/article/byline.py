"""Who wrote it: the author lines before or behind the text, and what else on the page names the authors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.article.author_evidence import ANSWERS, HELPED, is_others
from pipelines.article.author_head import (
    HEAD_ZONE,
    LAST_BETWEEN,
    LONGEST_NAMES,
    above_title,
    at_head,
    below_title,
)
from pipelines.article.author_line import is_others_part, is_signature
from pipelines.article.author_note import last_note, note_below
from pipelines.article.author_zone import OVER_ADDRESS, lines_of
from pipelines.article.lines_below import (
    affiliated_last,
    also,
    is_beside_link,
    is_credit_of_link,
    told_below,
    with_workplaces,
)
from pipelines.article.name_line import alone, bare_line, dashed, joined, signature
from pipelines.article.signed_parts import signed_throughout, without_parts
from pipelines.article.whole_lines import whole_lines
from pipelines.site.evidence import Place
from pipelines.words.contact import is_contact
from pipelines.words.names import folded_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.article.author_evidence import AuthorLine, AuthorLines, KnownAuthors
    from pipelines.document.textblock import TextBlock

_TAIL_ZONE = 4
_LAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The author lines of an article: bare names, the lines as printed, the blocks they take, what proved them."""

    authors: tuple[str, ...]
    text: str | None
    orders: tuple[int, ...]
    reason: str


NOBODY = Byline(authors=(), text=None, orders=(), reason="no author line")


def find_byline(lines: AuthorLines, known: KnownAuthors) -> Byline:
    """Return the author lines of a page, and its authors.

    A line that names those whom the contents promise needs no other proof, and where no line does they are the authors
    all the same; so are who hold the copyright, where nobody else is named. A bare name is an author if the page tells
    who that is, if most pages of the issue have one in that place, if who it is signs other pages, or if it stands over
    other texts, too. A text's last words may tell of its author although no other line names one.
    """
    lines, parts = whole_lines(without_parts(lines, known.promised))
    lines = _without_credits(lines)
    over = above_title(lines.above, known.promised)
    tail = _whole(_tail(lines.body, known.promised), lines.body)
    head = at_head(lines, known, over)
    signed = [line for line in tail if line[1]]
    if is_others(head) and all(why == OVER_ADDRESS for *_, why in signed):
        head = _with_bare_name(head, lines, known, over, signed)
    head = _with_companions(head, lines, known)
    if not head and known.holders and not known.promised:
        head = lines_of(lines.body[:HEAD_ZONE], known.holders, tail=False)
    found = head or tail
    if not found and known.in_title is not None:
        names, said = known.in_title
        return Byline(authors=names, text=said, orders=(), reason="in the title's line")
    found = _with_signature(found, lines, known) or over
    found = found or _tail(lines.body, known.holders if not known.promised else ())
    noted = (note_below(lines.page, lines.body) or last_note(lines.body)) if known.known_site else None
    if not found:
        return _unprinted(known.promised, known.holders, noted)
    found = joined(found, told_below(found, (*lines.above, *lines.between, *lines.body, *lines.behind)))
    found.sort(key=lambda item: item[0].order)
    return Byline(
        authors=_authors(found, known.promised, noted),
        text="\n".join(block.text for block, _, _ in found),
        orders=tuple(order for block, _, _ in found for order in parts.get(block.order, (block.order,))),
        reason="; ".join(dict.fromkeys(reason for _, _, reason in found)),
    )


def _without_credits(lines: AuthorLines) -> AuthorLines:
    """Return `lines` without those around the title that say whose something else is."""
    page = lines.page
    return replace(
        lines,
        above=[b for b in lines.above if not is_credit_of_link(b, page)],
        between=[b for b in lines.between if not is_credit_of_link(b, page)],
    )


def _with_bare_name(
    head: list[AuthorLine],
    lines: AuthorLines,
    known: KnownAuthors,
    over: list[AuthorLine],
    signed: Sequence[AuthorLine],
) -> list[AuthorLine]:
    """Return `head` with the lines over the text that say no more than a name: whom the text's end names, if anybody.

    Where the text's end says who wrote it, another bare name over it is its first part's, or somebody's who speaks.
    """
    those = None if Place.OVER in known.signing else known.signers
    zone = (*lines.between[:LAST_BETWEEN], *lines.body[:1])
    bare = alone(_habitual(zone, lines.above, lines.page, those), lines.body)
    if signed and not _are_same(bare, signed):
        return head
    # Over a text whose title is not printed what says more is surer than a name, and may be the title.
    surer = not lines.between and any(names for _, names, _ in over)
    return joined(head, over if surer else bare)


def _are_same(lines: Sequence[AuthorLine], tail: Sequence[AuthorLine]) -> bool:
    """Return whether `lines` name whom the `tail` does, with an initial more or less."""
    surnames = [{name.split()[-1] for _, names, _ in some for name in names} for some in (lines, tail)]
    return surnames[0] == surnames[1]


def _with_companions(head: list[AuthorLine], lines: AuthorLines, known: KnownAuthors) -> list[AuthorLine]:
    """Return `head` with the lines beside it, or at the text's end, that name more of the authors or who helped."""
    body = lines.body
    head = joined(head, also(below_title(lines), head))
    head = joined(head, with_workplaces(below_title(lines), head))
    if not head:
        return head
    if is_others(head):
        return joined(head, _tail(body, known.promised))
    ends = (b for b in body[-_LAST:] if b.words <= LONGEST_NAMES and is_others_part(b.text))
    return joined(head, [(block, (), HELPED) for block in ends])


def _with_signature(found: list[AuthorLine], lines: AuthorLines, known: KnownAuthors) -> list[AuthorLine]:
    """Return `found`, where that names nobody who wrote with who signs behind the text, or in its last line."""
    found = joined(found, _signing(lines, known) if is_others(found) else [])
    found = found or affiliated_last(lines.body) or signed_throughout(lines.body)
    return found or dashed([b for b in lines.body if b.text])


def _authors(found: Sequence[AuthorLine], promised: Sequence[str], noted: str | None) -> tuple[str, ...]:
    """Return whom the author lines name; as the contents do, where those name all of them and more."""
    authors = tuple(dict.fromkeys(name for _, names, _ in found for name in names))
    if noted and not authors and all(reason == HELPED for _, _, reason in found):
        authors = (noted,)
    asked = any(reason == ANSWERS for _, _, reason in found)
    if promised and not asked and {folded_name(a) for a in authors} <= {folded_name(p) for p in promised}:
        return tuple(promised)
    return authors


def _signing(lines: AuthorLines, known: KnownAuthors) -> list[AuthorLine]:
    """Return the bare name behind a text."""
    those = None if Place.BEHIND in known.signing else known.signers
    behind = [b for b in lines.behind if not is_beside_link(b, lines.page)]
    return alone(signature(lines.body, behind, lines.page, those), lines.body)


def _habitual(
    below: Sequence[TextBlock],
    above: Sequence[TextBlock],
    page: Sequence[TextBlock],
    known: Collection[str] | None,
) -> list[AuthorLine]:
    """Return the bare name over the text, of one of those whom `known` says, if given."""
    return bare_line(below, page, known) or bare_line(above, page, known)


def _unprinted(promised: Sequence[str], holders: Sequence[str], noted: str | None) -> Byline:
    """Return the authors that no line names: the contents' before the copyright's before the last words'."""
    for names, reason in (
        (promised, "only the contents name them"),
        (holders, "the copyright is theirs"),
        ((noted,) if noted else (), "the last words tell who that is"),
    ):
        if names:
            return Byline(authors=tuple(names), text=None, orders=(), reason=reason)
    return NOBODY


def _whole(tail: list[AuthorLine], body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the author lines that end a text, none where others sign its parts in as many words."""
    held = {block.order for block, _, _ in tail}
    short = (b for b in body if b.words <= LONGEST_NAMES and b.order not in held)
    return [] if tail and any(is_signature(b.text) for b in short) else tail


def _tail(body: Sequence[TextBlock], promised: Sequence[str]) -> list[AuthorLine]:
    """Return the author lines that end `body`; of letters each has its own, and its address."""
    found = lines_of(list(reversed(body[1:]))[:_TAIL_ZONE], promised, tail=True)
    over = any(why == OVER_ADDRESS for *_, why in found)
    return [] if over and sum(is_contact(b.text) for b in body) > 1 else found
