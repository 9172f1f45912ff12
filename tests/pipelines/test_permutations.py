"""Any order of the furniture around an article, in any simple mark-up, leaves the article as it is."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.archive.derive import derive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import NAME, PROFILE, memento

SITE = "http://www.investkz.com"
TITLES = ["Grain on the Northern Line", "Wagons and Ports", "What the Buyers Found", "Rates, Rents and Rails"]
TITLES += ["Copper at Four Thousand", "A Bank for the Villages"]
AUTHORS = [
    "Asel Omarova",
    "Viktor Tsoi",
    "Murat Laumulin",
    "Yelena van der Berg",
    "A. K. Ospanov",
    "Timur Sadykov",
]
WARES = ["barley", "oil cake", "copper", "fleece", "uranium", "timber"]
ISSUES = [(45, "№4, 2005"), (44, "№3, 2005")]
OUTSIDE = ("ticker", "masthead", "menu", "contents", "index", "counter", "partners", "footer", "search")

LINE = {
    "p": ("<p>", "</p>"),
    "div": ("<div>", "</div>"),
    "br": ("", "<br><br>"),
    "cell": ("<table><tr><td><font size=2>", "</font></td></tr></table>"),
    "li": ("<ul><li>", "</li></ul>"),
}


def _text(number: int) -> list[str]:
    """Return the paragraphs of article `number`, like no other's, with a subheading."""
    ware = WARES[number]
    return [
        f"The {ware} of that year surprised even those who had sold it, and {ware} stood along the line by September.",
        f"Where the {ware} Went",
        f"Prices of {ware} followed when the first trains reached the ports, and buyers saw more {ware} than wagons.",
    ]


def _page(number: int, order: tuple[str, ...], before: int, style: str, byline: str) -> str:
    """Return page `number` with its furniture in `order`, the first `before` pieces above the article."""
    start, end = LINE[style]
    issue, masthead = ISSUES[number % 2]

    def set_in(*texts: str) -> str:
        return "".join(f"{start}{text}{end}" for text in texts)

    others = [i for i in range(len(TITLES)) if i != number and i % 2 == number % 2]
    contents = [
        f"<a href='/en/journals/{issue}/{i}.html'>{TITLES[i]}</a>&nbsp; &nbsp;{AUTHORS[i]}" for i in others
    ]
    pieces = {
        "ticker": set_in("USD/KZT 443.16&nbsp; +0.13", "EUR/KZT 480.39&nbsp; -0.20"),
        "masthead": set_in(f"&nbsp;{NAME} {masthead}"),
        "menu": set_in(
            "<a href='/'>Home</a> | <a href='/about'>About the magazine</a> | <a href='/ads'>Advertising</a>"
        ),
        "contents": set_in("<b>Table of contents</b>", *contents),
        "index": set_in(
            "·&nbsp;2006&nbsp;<a href='/en/journals/46/'>№1</a>&nbsp; <a href='/en/journals/47/'>№2</a>",
            "·&nbsp;2005&nbsp;<a href='/en/journals/44/1.html'>№3</a>&nbsp; <a href='/en/journals/45/0.html'>№4</a>",
        ),
        "counter": set_in("Rambler's Top100"),
        "partners": set_in(
            "<a href='http://w.example/'>WMC</a> &nbsp; <a href='http://b.example/'>Baurzhan</a>"
        ),
        "footer": set_in("© 1999-2016 The editors of the magazine. Reprints only with their consent."),
        "search": set_in("Search the archive of the magazine"),
    }
    author = f"By {AUTHORS[number]}"
    text = _text(number)
    text = [author, *text] if byline == "above" else [*text, author] if byline == "below" else text
    article = set_in(TITLES[number]) + f"<h1>{TITLES[number]}</h1>" + set_in(*text)
    above, below = order[:before], order[before:]
    return (
        "<html><body>"
        + "".join(pieces[n] for n in above)
        + article
        + "".join(pieces[n] for n in below)
        + "</body></html>"
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    order=st.permutations(OUTSIDE),
    before=st.integers(0, len(OUTSIDE)),
    style=st.sampled_from(sorted(LINE)),
    byline=st.sampled_from(["above", "below", "none"]),
)
def test_furniture_in_any_order_leaves_the_article_as_it_is(
    order: list[str], before: int, style: str, byline: str
) -> None:
    """Above or below, in any order and mark-up, furniture stays furniture and the text stays the text."""
    captures = [
        memento(_page(n, tuple(order), before, style, byline), _url(n), second=n) for n in range(len(TITLES))
    ]
    with tempfile.TemporaryDirectory() as folder:
        derive(captures, profile=PROFILE, folder=Path(folder))
        articles = {line["url"]: line for line in lines(Path(folder) / "articles.jsonl")}
    for n, title in enumerate(TITLES):
        line = articles[_url(n)]
        assert line["title"] == title
        assert line["authors"] == [AUTHORS[n]]
        assert line["byline"] == (None if byline == "none" else f"By {AUTHORS[n]}")
        assert [block["text"] for block in line["blocks"]] == _text(n)


def _url(number: int) -> str:
    return f"{SITE}/en/journals/{ISSUES[number % 2][0]}/{number}.html"
