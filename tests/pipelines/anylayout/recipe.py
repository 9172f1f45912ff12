"""Every choice there is, and the layout that a set of choices makes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from crawler.replica.assets import usual
from crawler.replica.layout import Addresses, Layout
from tests.pipelines.anylayout import contents, dress, frames, indexes, tails, texts, tickers, titles
from tests.pipelines.anylayout.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Collection

    from crawler.replica.magazine import Magazine

ADDRESSES: dict[str, Addresses] = {
    "site's": Addresses(
        home="/en/",
        issue="/en/journals/{issue}/",
        article="/en/journals/{issue}/{article}.html",
        news="/en/articles/{article}.html",
        news_list="/en/articles/",
    ),
    "issue pages": Addresses(
        home="/en/journals/",
        issue="/en/journals/{issue}.html",
        article="/en/journals/{issue}/{article}.html",
        news="/en/articles/{article}.html",
        news_list="/en/articles.html",
    ),
    "queries": Addresses(
        home="/index.php?lang=en&page=archive",
        issue="/index.php?lang=en&page=issue&id={issue}",
        article="/index.php?lang=en&page=article&id={article}",
        news="/index.php?lang=en&page=news&id={article}",
        news_list="/index.php?lang=en&page=newslist",
    ),
    "folders": Addresses(
        home="/magazine/",
        issue="/magazine/n{issue}/",
        article="/magazine/n{issue}/art_{article}.htm",
        news="/news/item_{article}.htm",
        news_list="/news/",
    ),
}
TICKER_HABITS = ("plain", "negative", "one decimal", "no change", "three pairs")
PRINTED: dict[str, tuple[int, ...]] = {"twice": (2,), "once": (1,), "either": (1, 2)}
LABELS: dict[str, tuple[str | None, ...]] = {
    "none": (None,),
    "archive": ("ARCHIVE",),
    "either": (None, "ARCHIVE"),
}
ABSENT = {"never": 0, "sometimes": 5}
SHOWN = ("everywhere", "not on articles")
ISSUE_LINKS = ("list", "first article", "article's own address", "redirect")
LINKS = ("rooted", "relative")

Recipe = dict[str, str]
"""A choice made of each kind, by their names."""

CHOICES: dict[str, Collection[str]] = {
    "frame": frames.FRAMES,
    "ticker": tickers.TICKERS,
    "ticker place": frames.TICKER_PLACES,
    "ticker habit": TICKER_HABITS,
    "ticker absent": ABSENT,
    "masthead": titles.MASTHEADS,
    "masthead absent": ABSENT,
    "title": titles.TITLES,
    "first title": titles.FIRST_TITLES,
    "printed": PRINTED,
    "label": LABELS,
    "byline": titles.BYLINES,
    "paragraph": texts.PARAGRAPHS,
    "heading": texts.HEADINGS,
    "opening": texts.OPENINGS,
    "inline": texts.INLINE,
    "between": texts.BETWEEN,
    "quote": texts.QUOTES,
    "grid": texts.GRIDS,
    "list": texts.LISTS,
    "kept": texts.KEPT,
    "contents shown": SHOWN,
    "contents": [*contents.LISTS, *contents.WHOLE_LISTS],
    "contents heading": contents.HEADINGS,
    "entry": contents.ENTRIES,
    "own entry": contents.OWN,
    "index shown": SHOWN,
    "index": indexes.INDEXES,
    "index heading": indexes.INDEX_HEADINGS,
    "index length": ("whole", "own"),
    "counter": tails.COUNTERS,
    "counter split": ABSENT,
    "partners": tails.PARTNER_LINKS,
    "top": tails.TOP,
    "below text": tails.BELOW_TEXT,
    "foot": tails.FOOT,
    "head title": dress.HEAD_TITLES,
    "doctype": dress.DOCTYPES,
    "shell": dress.SHELLS,
    "case": dress.CASES,
    "spaces": dress.SPACES,
    "characters": dress.CHARACTERS,
    "charset": dress.CHARSETS,
    "addresses": ADDRESSES,
    "issue link": ISSUE_LINKS,
    "links": LINKS,
}
"""All choices by name, each with its options; the first option is the plain one."""


def plain(**changed: str) -> Recipe:
    """Return the plainest recipe, with the choices in `changed` (blanks written as `_`) made otherwise."""
    recipe = {name: next(iter(options)) for name, options in CHOICES.items()}
    return recipe | {name.replace("_", " "): option for name, option in changed.items()}


def random(seed: int) -> Recipe:
    """Return the recipe of that seed: each choice is made on its own."""
    return {name: Random(f"{seed}/{name}").choice(list(options)) for name, options in CHOICES.items()}


def drawing(recipe: Recipe, magazine: Magazine) -> Drawing:
    """Return what draws the pages of `magazine`, whose authors its contents may have to name."""
    return Drawing(recipe=recipe, magazine=magazine, addresses=ADDRESSES[recipe["addresses"]])


def layout(recipe: Recipe, magazine: Magazine) -> Layout:
    """Return the layout of that recipe for `magazine`."""
    charset = dress.CHARSETS[recipe["charset"]]
    return Layout(
        name="any",
        addresses=ADDRESSES[recipe["addresses"]],
        issue_link=recipe["issue link"],  # type: ignore[arg-type]
        encoding=charset.encoding,
        content_type=charset.content_type,
        draw=drawing(recipe, magazine),
        assets=usual(),
        keeps=texts.KEPT[recipe["kept"]],
        ticker=recipe["ticker habit"],  # type: ignore[arg-type]
        printed_titles=PRINTED[recipe["printed"]],
        labels=LABELS[recipe["label"]],
        masthead_absent_every=ABSENT[recipe["masthead absent"]],
        ticker_absent_every=ABSENT[recipe["ticker absent"]],
        split_counter_every=ABSENT[recipe["counter split"]],
        # Without contents or an index of its own no page tells where such articles are.
        contents_on_articles=recipe["contents shown"] == "everywhere" or recipe["issue link"] != "list",
        index_on_articles=recipe["index shown"] == "everywhere",
        links=recipe["links"],  # type: ignore[arg-type]
    )
