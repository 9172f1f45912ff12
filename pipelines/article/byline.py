"""Who wrote it: the author lines before or behind the text, and what else on the page names the authors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_others_part, is_signature, read_line
from pipelines.article.author_note import last_note, note_below
from pipelines.article.author_zone import lines_of
from pipelines.article.bare_names import is_speaker
from pipelines.article.column import columnists
from pipelines.article.first_line import read_first_line
from pipelines.article.holder import is_introduced, is_told_of
from pipelines.article.interview import answers
from pipelines.article.lines_below import (
    affiliated,
    affiliated_last,
    also,
    is_beside_link,
    is_credit_of_link,
    reviewer,
    told_below,
    with_workplaces,
)
from pipelines.article.linked_names import linked_names
from pipelines.article.name_line import (
    alone,
    bare_line,
    dashed,
    is_of_a_book,
    joined,
    sender,
    signature,
)
from pipelines.article.signed_parts import without_parts
from pipelines.article.whole_lines import whole_lines
from pipelines.site.evidence import Place
from pipelines.words.names import folded_name, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from pipelines.article.author_evidence import AuthorLine, AuthorLines, KnownAuthors
    from pipelines.document.textblock import TextBlock

_HEAD_ZONE = 4
_TAIL_ZONE = 4
_LAST = 2
_BETWEEN = 12
_LONGEST_NAMES = 12
_OVER_TALKS = ("a name and a post", "a name over a post")
_BY, _REVIEWED = "By", "who reviewed it"
_OTHERS = ("answers questions", "somebody else's part")


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
    body, page, promised = lines.body, lines.page, known.promised
    between = [b for b in lines.between if not is_credit_of_link(b, page)]
    above = [b for b in lines.above if not is_credit_of_link(b, page)]
    below = between[:_BETWEEN] or body[:_HEAD_ZONE]
    head = (
        reviewer((*below, *body[-_TAIL_ZONE:]))
        or linked_names(below, lines)
        or _head(body, promised, between, page)
        or _asked(affiliated(below), body)
    )
    over = _above(above, promised)
    head = (
        _surest_over(head, over)
        or _columnist(above)
        or _recurring(between[:_BETWEEN], page, known.over_others)
    )
    zone = (*between[:_BETWEEN], *body[:1])
    if _is_others(head):
        # Who answers, or who translated, is named there; who asked or wrote may be named elsewhere.
        head = joined(head, sender((*above, *zone), page))
    tail = _whole(_tail(body, promised), body)
    if _is_others(head) and not any(names for _, names, _ in tail):
        # Where the text's end says who wrote it, a bare name over it is its first part's, or somebody's who speaks.
        those = None if Place.OVER in known.signing else known.signers
        # Over a text whose title is not printed what says more is surer than a name, and may be the title.
        surer = [] if between else over
        head = joined(head, surer or alone(_habitual(zone, above, page, those), body))
    head = joined(head, also(below, head))
    head = joined(head, with_workplaces(below, head))
    if head and _is_others(head):
        head = joined(head, _tail(body, promised))
    elif head:
        ends = (b for b in body[-_LAST:] if b.words <= _LONGEST_NAMES and is_others_part(b.text))
        head = joined(head, [(block, (), _OTHERS[1]) for block in ends])
    if not head and known.holders and not promised:
        head = lines_of(body[:_HEAD_ZONE], known.holders, tail=False)
    found = head or tail
    if not found and known.in_title is not None:
        names, said = known.in_title
        return Byline(authors=names, text=said, orders=(), reason="in the title's line")
    found = joined(found, _signing(lines, known) if _is_others(found) else []) or affiliated_last(body)
    found = found or dashed([b for b in body if b.text]) or over
    found = found or _tail(body, known.holders if not promised else ())
    noted = (note_below(page, body) or last_note(body)) if known.known_site else None
    if not found:
        return _unprinted(promised, known.holders, noted)
    found = joined(found, told_below(found, (*lines.above, *lines.between, *body, *lines.behind)))
    found.sort(key=lambda item: item[0].order)
    authors = tuple(dict.fromkeys(name for _, names, _ in found for name in names))
    if noted and not authors and all(reason == _OTHERS[1] for _, _, reason in found):
        authors = (noted,)
    asked = any(reason == "answers questions" for _, _, reason in found)
    if promised and not asked and {folded_name(a) for a in authors} <= {folded_name(p) for p in promised}:
        authors = tuple(promised)
    return Byline(
        authors=authors,
        text="\n".join(block.text for block, _, _ in found),
        orders=tuple(order for block, _, _ in found for order in parts.get(block.order, (block.order,))),
        reason="; ".join(dict.fromkeys(reason for _, _, reason in found)),
    )


def _head(
    body: Sequence[TextBlock],
    promised: Sequence[str],
    between: Sequence[TextBlock],
    page: Sequence[TextBlock],
) -> list[AuthorLine]:
    """Return the author lines at the head of the text, or above it, that say so or that the page tells more of."""
    head = _asked(lines_of(body[:_HEAD_ZONE], promised, tail=False, page=page), body)
    return _surest(head, _between(between, promised, page)) or _introduced(
        (*between[:_BETWEEN], *body[:_HEAD_ZONE]), page, body
    )


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


def _surest(head: list[AuthorLine], between: list[AuthorLine]) -> list[AuthorLine]:
    """Return the lines of the text's `head`, or what stands above it and is surer: `By NAME`, over who is told of."""
    surer = between and between[0][2] == "By" and all(why != "By" for *_, why in head)
    return between if surer or not head else head


def _surest_over(head: list[AuthorLine], over: list[AuthorLine]) -> list[AuthorLine]:
    """Return the lines below a title, or `By NAME` right `over` it, which is surer than what looks like a name."""
    surer = over and over[0][2] == _BY and not any(why in (_BY, _REVIEWED) for *_, why in head)
    return over if surer else head


def _is_others(lines: Sequence[AuthorLine]) -> bool:
    """Return whether nobody who wrote is named, but who answered or helped, if anybody."""
    return all(not names and reason in _OTHERS for _, names, reason in lines)


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


def _asked(found: list[AuthorLine], body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the lines `found` with whoever is interviewed in `body` as the author of nothing."""
    return [
        (block, (), "answers questions")
        if reason in _OVER_TALKS and all(answers(name, body) for name in names)
        else (block, names, reason)
        for block, names, reason in found
    ]


def _tail(body: Sequence[TextBlock], promised: Sequence[str]) -> list[AuthorLine]:
    """Return the author lines that end `body`."""
    return lines_of(list(reversed(body[1:]))[:_TAIL_ZONE], promised, tail=True)


def _whole(tail: list[AuthorLine], body: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the author lines that end a text, none where others sign its parts in as many words."""
    held = {block.order for block, _, _ in tail}
    short = (b for b in body if b.words <= _LONGEST_NAMES and b.order not in held)
    return [] if tail and any(is_signature(b.text) for b in short) else tail


def _above(lines: Sequence[TextBlock], promised: Sequence[str]) -> list[AuthorLine]:
    """Return the author lines that end what stands above a title."""
    upwards = list(reversed(lines))
    return lines_of(upwards, promised, tail=True) if lines_of(upwards[:1], promised, tail=True) else []


def _columnist(above: Sequence[TextBlock]) -> list[AuthorLine]:
    """Return the line right above a title that says whose column it is."""
    return [(b, names, "whose column it is") for b in above[-1:] if (names := columnists(b.text))]


def _between(
    blocks: Sequence[TextBlock], promised: Sequence[str], page: Sequence[TextBlock]
) -> list[AuthorLine]:
    """Return the author line among what stands between title and text."""
    for at, block in enumerate(b for b in blocks[:_BETWEEN] if b.text):
        first = at == 0
        read = read_first_line(block.text, promised) if first else read_line(block.text, promised, tail=True)
        if read is not None and read[0] and not is_of_a_book(block, page):
            return [(block, *read)]
    return []


def _introduced(
    zone: Sequence[TextBlock], page: Sequence[TextBlock], body: Sequence[TextBlock]
) -> list[AuthorLine]:
    """Return the bare names in `zone` that the page tells more of, or its last lines."""
    for block in zone:
        names = names_in(block.text) if block.words <= _LONGEST_NAMES else None
        if not names:
            continue
        if all(is_introduced(name, page) for name in names) or is_told_of(block.text, names, page, body):
            return [(block, names, "the page tells who that is")]
    return []


def _recurring(
    zone: Sequence[TextBlock], page: Sequence[TextBlock], over_others: Callable[[TextBlock], bool]
) -> list[AuthorLine]:
    """Return the first bare names in `zone` that stand over other texts as well: a magazine has its authors.

    One link among others is a menu's: `Club Calendar` looks like a name.
    """
    links = {block.order for block in page if block.linked_words}
    for block in zone:
        in_menu = block.order in links and not links.isdisjoint((block.order - 1, block.order + 1))
        names = names_in(block.text) if block.words <= _LONGEST_NAMES and not in_menu else None
        if names and over_others(block) and not is_speaker(block, page):
            return [(block, names, "a name over other texts, too")]
    return []
