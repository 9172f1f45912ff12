"""Which of the blocks that the site model knows are author lines all the same: frequent authors stand on many pages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.article.author_line import is_label, is_signature, read_labelled
from pipelines.article.heads import plain
from pipelines.site.model import is_everywhere
from pipelines.site.over_text import is_over_others
from pipelines.words.names import names_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pipelines.document.textblock import TextBlock
    from pipelines.site.model import SiteModel, Standing

_NEAR_TEXT = 3


def signing_lines(
    blocks: Sequence[TextBlock],
    standing: Mapping[int, Standing],
    model: SiteModel,
    *,
    own: Collection[str],
    text: tuple[int, int] | None,
) -> frozenset[int]:
    """Return the author lines among the blocks that are `standing` on many pages: `By NAME`, labels, bare names.

    `own` are the texts (plain) that name this page, `text` is where its first and its last longer text stand.
    """
    said = (
        b.order
        for b in blocks
        if b.order in standing
        and _is_signed(b)
        and (not is_everywhere(b.text, model) or _is_sole_author(b, blocks, standing, own, text))
    )
    return (
        frozenset(said) | _labels(blocks, standing) | _bare_names(blocks, standing, model, own=own, text=text)
    )


def _labels(blocks: Sequence[TextBlock], standing: Mapping[int, Standing]) -> frozenset[int]:
    """Return the labels behind which a name follows, or one word of the page's own: `Authors` may be a menu's entry."""
    return frozenset(
        [
            b.order
            for b, after in pairwise([b for b in blocks if b.text])
            if is_label(b.text)
            and read_labelled(after.text) is not None
            and (after.order not in standing or names_in(after.text) is not None)
        ]
    )


def _bare_names(
    blocks: Sequence[TextBlock],
    standing: Mapping[int, Standing],
    model: SiteModel,
    *,
    own: Collection[str],
    text: tuple[int, int] | None,
) -> frozenset[int]:
    """Return the bare names between a page's title and its `text` that stand over other texts, too: its authors'.

    Where nothing names the title, it is the page's own line right above them. So are those right behind the text.
    """
    over = [b for b in blocks if text is not None and b.order < text[0] and b.text]
    title = max((at for at, b in enumerate(over) if plain(b.text) in own), default=None)
    found: set[int] = set()
    for at, block in enumerate(over):
        above = over[at - 1] if at else None
        is_below = at > title if title is not None else above is not None and above.order not in standing
        if not is_below or block.order not in standing or names_in(block.text.rstrip(",")) is None:
            continue
        # Where the frame names them, too, this is one time more than that: `Contributors: NAME, NAME`.
        seldom = standing[block.order].pages * 2 < model.pages and is_over_others(model, block)
        if seldom or (
            not block.linked_words and sum([plain(b.text) == plain(block.text) for b in blocks]) > 1
        ):
            found.add(block.order)
    behind = [b for b in blocks if text is not None and b.order > text[1] and b.text][:_NEAR_TEXT]
    few = {order for order, known in standing.items() if known.pages * 2 < model.pages}
    found.update(b.order for b in behind if b.order in few and not b.linked_words and names_in(b.text))
    return frozenset(found)


def _is_signed(block: TextBlock) -> bool:
    """Return whether a block is an author line; one that is a link from its first word on is a list's of articles."""
    return is_signature(block.text) and block.linked_words < block.words


def _is_sole_author(
    line: TextBlock,
    blocks: Sequence[TextBlock],
    standing: Mapping[int, Standing],
    own: Collection[str],
    text: tuple[int, int] | None,
) -> bool:
    """Return whether an author line stands right above or below the page's title, and no other on the page.

    One author may have written nearly all, and then the line stands on nearly all pages. Where nothing names the title
    it is the page's own line over its `text`.
    """
    said = [b for b in blocks if b.text]
    at = said.index(line)
    around = (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])
    begins = text[0] if text is not None else 0
    titled = any(
        plain(b.text) in own
        or (b.order not in standing and (b.heading == 1 or (b.order < begins and not b.linked_words)))
        for b in around
    )
    return titled and not any(_is_signed(b) for b in said if b.text != line.text)
