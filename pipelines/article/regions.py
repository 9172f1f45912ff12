"""What of a page its own mark-up says is no part of its text: captions, asides, navigation, other articles.

Old pages say nothing of it, and what is said is no more than a hint: a part that holds most of a page's prose is its
text, whatever it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.document.textblock import Region, TextBlock

_BESIDE = {
    "header": 0.5,
    "form": 0.5,
    "dialog": 0.5,
    "aside": 0.8,
    "nav": 0.8,
    "footer": 0.8,
    "figcaption": 0.8,
}
"""Parts that are beside a text, unless they hold this share of a page's prose."""

_TEXTS = frozenset({"main", "article"})
_PROSE = 12
_ENOUGH = 60
"""Words of prose that are some text."""

_MUCH = 80
"""Words of prose in the part with the title that are the text, however much stands outside."""


_NEARLY_ALL = 0.7
"""Of the prose of the part with the title: a smaller part with as much is the text, and what is around it is not."""


_MENUS = frozenset({"nav", "footer", "dialog"})


def in_menus(blocks: Sequence[TextBlock], regions: Sequence[Region]) -> frozenset[int]:
    """Return the regions where no article has its title: menus, feet, panels, unless most of the prose stands there."""
    if not regions:
        return frozenset()
    prose = _prose(blocks, regions)
    whole, total = _whole(prose, regions), sum(prose)
    found: set[int] = set()
    for at, region in enumerate(regions):
        if region.inside in found or (region.kind in _MENUS and whole[at] * 2 < total):
            found.add(at)
    return frozenset(found)


def outside(blocks: Sequence[TextBlock], regions: Sequence[Region], *, title: int | None) -> frozenset[int]:
    """Return the places of the blocks that stand outside the part of the page that holds its text.

    `title` is the place of the page's title.
    """
    if not regions:
        return frozenset()
    prose = _prose(blocks, regions)
    total = sum(prose)
    beside = _beside(regions, _whole(prose, regions), total)
    text = [0 if apart else own for own, apart in zip(prose, (*beside, False), strict=True)]
    held = _whole(text, regions)
    home = _home(blocks, regions, held, beside, title, left=sum(text))
    within = _within(regions, beside, home, text, held)
    shut: set[int | None] = {at for at, inside in enumerate(within[:-1]) if not inside}
    if not within[-1]:
        shut.add(None)
    return frozenset([b.order for b in blocks if b.region in shut]) if shut else frozenset()


def _prose(blocks: Sequence[TextBlock], regions: Sequence[Region]) -> list[int]:
    """Return the words of prose that stand in each region itself, and last those in none."""
    prose = [0] * (len(regions) + 1)
    for block in blocks:
        if block.words >= _PROSE and (own := block.words - block.linked_words) >= _PROSE:
            prose[-1 if block.region is None else block.region] += own
    return prose


def _whole(prose: Sequence[int], regions: Sequence[Region]) -> list[int]:
    """Return what each region holds together with those inside it, which all come behind it."""
    whole = list(prose[:-1])
    for at in range(len(regions) - 1, -1, -1):
        inside = regions[at].inside
        if inside is not None:
            whole[inside] += whole[at]
    return whole


def _beside(regions: Sequence[Region], whole: Sequence[int], total: int) -> list[bool]:
    beside: list[bool] = []
    for region, held in zip(regions, whole, strict=True):
        around = region.inside is not None and beside[region.inside]
        beside.append(around or held < total * _BESIDE.get(region.kind, 0.0))
    return beside


def _home(
    blocks: Sequence[TextBlock],
    regions: Sequence[Region],
    held: Sequence[int],
    beside: Sequence[bool],
    title: int | None,
    *,
    left: int,
) -> int | None:
    """Return the region of the text: the smallest with the title and much text, else with most of what is left."""
    around = list(_around(blocks[title].region, regions)) if title is not None else []
    titled = [at for at in around if regions[at].kind in _TEXTS and not beside[at]]
    home = next((at for at in titled if held[at] >= _MUCH), None)
    last = _last(regions)
    share = 0.5 if home is None else _NEARLY_ALL
    for at, region in enumerate(regions):
        most = left if home is None else held[home]
        inside = home is None or home <= at <= last[home]
        if (
            region.kind in _TEXTS
            and not beside[at]
            and held[at] > share * most
            and inside
            and held[at] >= _ENOUGH
        ):
            home = at
    return home


def _last(regions: Sequence[Region]) -> list[int]:
    """Return for each region the last of those inside it, itself if there is none; they come one behind the other."""
    last = list(range(len(regions)))
    for at in range(len(regions) - 1, -1, -1):
        inside = regions[at].inside
        if inside is not None:
            last[inside] = max(last[inside], last[at])
    return last


def _around(region: int | None, regions: Sequence[Region]) -> Iterator[int]:
    while region is not None:
        yield region
        region = regions[region].inside


def _within(
    regions: Sequence[Region],
    beside: Sequence[bool],
    home: int | None,
    text: Sequence[int],
    held: Sequence[int],
) -> list[bool]:
    """Return of each region, and last of the text in none, whether it is part of the text's."""
    # Other articles inside the text's own are comments or teasers, unless the text is made of them.
    whole = home is not None and text[home] * 2 < held[home]
    within: list[bool] = []
    for at, region in enumerate(regions):
        around = home is None if region.inside is None else within[region.inside]
        own = at == home or (around and (region.kind != "article" or whole or home is None))
        within.append(own and not beside[at])
    return [*within, home is None]
