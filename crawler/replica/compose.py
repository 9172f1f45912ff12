"""Writes the replica's articles and news from a seed: the same seed gives the same words on every machine."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from crawler.replica import english, people, russian
from crawler.replica.article import Article, Block, News, grid, listing
from crawler.replica.people import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FORMS = (
    *(Form.BY_END,) * 5,
    *(Form.BY_TOP,) * 2,
    *(Form.POST,) * 4,
    *(Form.TWO_POSTS,) * 2,
    Form.TWO_BY,
    Form.EDITORIAL,
    Form.PREPARED,
    *(Form.INTERVIEW,) * 2,
    *(Form.NONE,) * 2,
)


def article(*, seed: int, year: int, number: str, position: int, site_id: int, taken: set[str]) -> Article:
    """Return the article at that place of the magazine; its title is new to `taken` and added there."""
    rng = Random(f"{seed}/{year}/{number}/{position}")
    russian_one = rng.random() < 0.04
    form = rng.choice(_FORMS)
    title = _new_title(rng, russian.title if russian_one else english.title, taken)
    if russian_one:
        # No Russian page of the real site is known, so no form of Russian byline is either.
        credit, blocks = people.credit(rng, Form.NONE), tuple(_russian(rng))
    elif form is Form.INTERVIEW:
        credit, blocks = people.credit(rng, form), tuple(_interview(rng))
    else:
        credit, blocks = people.credit(rng, form), tuple(_essay(rng))
    return Article(
        site_id=site_id,
        title=title,
        credit=credit,
        blocks=blocks,
        language="ru" if russian_one else "en",
        year=year,
        number=number,
        position=position,
    )


def news(*, seed: int, site_id: int) -> News:
    """Return the news item with that id."""
    rng = Random(f"{seed}/news/{site_id}")
    month, day = rng.choice(("January", "March", "May", "October")), rng.randint(1, 28)
    dateline = rng.choice(
        (f"Almaty. {month} {day}. Kazakhstan Today - ", f"ASTANA. {month} {day}. KAZINFORM /Reporter/ ")
    )
    paragraphs = [english.paragraph(rng, rng.randint(2, 4)) for _ in range(rng.randint(1, 4))]
    paragraphs[0] = dateline + paragraphs[0]
    return News(
        site_id=site_id,
        title=english.title(rng),
        dateline=dateline.split(" -")[0].split(" /")[0],
        source=rng.choice(("Resourse: Kazakhstan Today", "Resourse: KAZINFORM", None)),
        blocks=tuple(Block(kind="paragraph", text=text) for text in paragraphs),
    )


def _new_title(rng: Random, make: Callable[[Random], str], taken: set[str]) -> str:
    """Return a title that is not in `taken`; a big magazine uses the grammar up and then counts its parts."""
    for attempt in range(1000):
        title = make(rng) if attempt < 50 else f"{make(rng)} – {attempt - 48}"
        if title not in taken:
            break
    taken.add(title)
    return title


def _essay(rng: Random) -> Iterator[Block]:
    """Yield an article of some length, with the things real ones have."""
    if rng.random() < 0.25:
        yield Block(
            kind="quote", text=f"“{english.paragraph(rng, 2)}” – from a speech in {rng.randint(1998, 2015)}"
        )
    sections = rng.choice((0, 0, 1, 2, 3, 5))
    yield from _prose(rng, rng.randint(1, 3) if sections else rng.randint(2, 6))
    headings: set[str] = set()
    for _ in range(sections):
        heading = english.heading(rng)
        if heading not in headings:
            headings.add(heading)
            yield Block(kind="heading", text=heading)
        yield from _prose(rng, rng.randint(1, 4))
        if rng.random() < 0.15:
            yield from _table(rng)
        elif rng.random() < 0.15:
            yield from _list(rng)
    if rng.random() < 0.15:
        yield Block(kind="paragraph", text=f"* {english.paragraph(rng, 1)}")


def _prose(rng: Random, count: int) -> Iterator[Block]:
    for _ in range(count):
        chance = rng.random()
        if chance < 0.08:
            text = english.furniture_like(rng)
        elif chance < 0.2:
            text = english.paragraph(rng, 1)
        else:
            text = english.paragraph(rng, rng.randint(2, 7))
        if rng.random() < 0.04:
            text = f"{text[:-1]}* (see Table {rng.randint(1, 3)})." if text.endswith(".") else text
        yield Block(kind="paragraph", text=text)


def _interview(rng: Random) -> Iterator[Block]:
    """Yield questions and answers, without marks for who speaks, as the magazine prints them."""
    yield Block(kind="paragraph", text=english.paragraph(rng, 2))
    for _ in range(rng.randint(3, 6)):
        yield Block(kind="paragraph", text=english.question(rng))
        for _ in range(rng.randint(1, 2)):
            yield Block(kind="paragraph", text=english.paragraph(rng, rng.randint(2, 5)))


def _table(rng: Random) -> Iterator[Block]:
    years = [str(1998 + 3 * i) for i in range(rng.randint(2, 4))]
    head = ("Region", *years)
    places = rng.sample(english.WORDS["place"][:12], rng.randint(3, 5))
    rows = [(place, *(f"{rng.randint(2, 99)}.{rng.randint(0, 9)}" for _ in years)) for place in places]
    yield Block(
        kind="paragraph",
        text=f"The table below shows output by region, in {rng.choice(english.WORDS['unit'])}:",
    )
    yield grid((head, *rows))
    yield Block(kind="paragraph", text=english.paragraph(rng, 3))


def _list(rng: Random) -> Iterator[Block]:
    yield Block(kind="paragraph", text=f"{english.fill(rng, '{Actor}')} named the following:")
    yield listing(tuple(english.fill(rng, "{sector} in {place};") for _ in range(rng.randint(3, 5))))
    yield Block(kind="paragraph", text=english.paragraph(rng, 3))


def _russian(rng: Random) -> Iterator[Block]:
    for _ in range(rng.randint(1, 2)):
        yield Block(kind="paragraph", text=russian.paragraph(rng, rng.randint(2, 5)))
    yield Block(kind="heading", text=russian.heading(rng))
    for _ in range(rng.randint(2, 4)):
        yield Block(kind="paragraph", text=russian.paragraph(rng, rng.randint(2, 6)))
