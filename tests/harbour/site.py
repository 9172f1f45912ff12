"""The Harbour Review, a magazine of our own invention: other wording, other pages, its truth beside it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from crawler.replica import english
from crawler.replica.answers import Answer

HOME = "/back-numbers.html"
NAME = "The Harbour Review"
WORDINGS = {
    (1996, "1"): "Volume 11 No. 1",
    (1996, "2"): "Volume 11 No. 2",
    (1997, "1"): "Vol. 12, No. 1",
    (1997, "4"): "Volume 12 No. 4",
    (1998, "2"): "Issue 2, Lent 1998",
    (1998, "3"): "Issue 3, Michaelmas 1998",
    (1999, "1/2"): "Issue 1-2, Winter 1999",
    (1999, "3"): "Issue 3, Spring 1999",
}
_THINGS = "Pilots Cranes Herring Customs Lighthouses Dredgers Cargo Rope Fog Docks Ferries Tides".split()
_SAYINGS = ("The Price of {}", "{} and the Crown", "What Became of {}", "A Short History of {}")
_PEOPLE = ("Edith Marlowe", "Tom Penhallow", "Ruth van Dyke", "J. B. Carrick", "Hugh Osei", "Nell Abernethy")


@dataclass(frozen=True, slots=True, kw_only=True)
class HarbourArticle:
    """An article: its path, title, author and paragraphs."""

    path: str
    title: str
    author: str
    paragraphs: tuple[str, ...]


def articles() -> dict[tuple[int, str], list[HarbourArticle]]:
    """Return each issue's articles, the same on every call."""
    found: dict[tuple[int, str], list[HarbourArticle]] = {}
    for n, (year, number) in enumerate(WORDINGS):
        for place in range(4):
            rng = Random(f"{year}/{number}/{place}")
            serial = n * 4 + place
            found.setdefault((year, number), []).append(
                HarbourArticle(
                    path=f"/{_folder(year, number)}/{place + 1:02d}.html",
                    title=_SAYINGS[serial % 4].format(_THINGS[serial * 5 % 12])
                    + ("" if serial < 12 else f", {serial}"),
                    author=_PEOPLE[serial % 6],
                    paragraphs=tuple(english.paragraph(rng, rng.randint(2, 5)) for _ in range(4)),
                )
            )
    return found


def _folder(year: int, number: str) -> str:
    return f"{year}-{number.replace('/', '-')}"


def pages() -> dict[str, str]:
    """Return every page of the site by its path."""
    found = {HOME: _page("Back numbers", "<h1>Back numbers</h1>" + _index())}
    for (year, number), listed in articles().items():
        wording = WORDINGS[year, number]
        masthead = f"<p class='flag'>{NAME} &mdash; {wording}</p>"
        entries = "".join(f"<dt><a href='{a.path}'>{a.title}</a></dt><dd>{a.author}</dd>" for a in listed)
        contents = f"<h3>In this number</h3><dl>{entries}</dl>"
        found[f"/{_folder(year, number)}/"] = _page(wording, masthead + contents)
        for at, article in enumerate(listed):
            near = " | ".join(
                f"<a href='{listed[i].path}'>{word}</a>"
                for word, i in (("Earlier", at - 1), ("Later", at + 1))
                if 0 <= i < len(listed)
            )
            text = "".join(f"<p>{paragraph}</p>" for paragraph in article.paragraphs)
            found[article.path] = _page(
                article.title,
                f"{masthead}<h2>{article.title}</h2><p><i>by {article.author}</i></p>{text}<p>{near}</p>",
            )
    return found


def _index() -> str:
    return (
        "<ul>"
        + "".join(
            f"<li><a href='/{_folder(year, number)}/'>{wording}</a></li>"
            for (year, number), wording in WORDINGS.items()
        )
        + "</ul>"
    )


def _page(title: str, body: str) -> str:
    return (
        f"<html><head><title>{title} ~ {NAME}</title></head><body><div><a href='{HOME}'>Back numbers</a> "
        f"<a href='/subscribe.html'>Subscriptions</a></div>{body}"
        "<div>The quay office is open to callers on market days from ten until the tide turns.</div>"
        f"<div>Published four times a year by the Harbour Trust.</div></body></html>"
    )


def answer(path: str) -> Answer | None:
    """Return what the site's server says to a request, None for what it does not have."""
    page = pages().get(path)
    if page is None:
        return None
    return Answer(
        headers=((b"Content-Type", b"text/html; charset=windows-1252"),), body=page.encode("cp1252")
    )
