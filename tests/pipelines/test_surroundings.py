"""What stands around an article on any site is told from text, by whole lines and not by words in them."""

from __future__ import annotations

import pytest

from crawler import sites
from pipelines.document.textblock import Span, TextBlock
from pipelines.furniture.boilerplate import Surrounding, surrounding
from pipelines.parsed import parse
from pipelines.settled import settle
from tests.pipelines.reading import MORE, PROSE

GENERIC = sites.load("generic")
URL = "http://paper.example/2004/grain.html"

LINES = {
    "Posted on March 3, 2004 at 8:19 AM": Surrounding.POSTED,
    "Published: 10:48, Tue, Nov 19, 2019 | Updated: 11:05, Tue, Nov 19, 2019": Surrounding.POSTED,
    "November 19, 2019 / 10:07 AM / CBS News": Surrounding.POSTED,
    "Posted on Monday, March 10 @ 12:24:43 ALMT by editor": Surrounding.POSTED,
    "12 апреля 2005": Surrounding.POSTED,
    "(1714 reads)": Surrounding.POSTED,
    "2 января 2005, 12:28 | Тема номера | Просмотров: 1926": Surrounding.POSTED,
    "Прочитано: 345 раз": Surrounding.POSTED,
    "Author: editor | 3.04.2009, 14:05 | Category: №4, 2009 | Views: 430": Surrounding.POSTED,
    "Veröffentlicht am 5. März 2004": Surrounding.POSTED,
    "Publié le vendredi 5 mars 2004 à 12h30": Surrounding.POSTED,
    "Publicado el 5 de marzo de 2004 a las 12:30 | Puerto": Surrounding.POSTED,
    "Page 1 of 3: 1 2 3 Next »": Surrounding.NOTICE,
    "This month's sponsor: Lamps & Wicks, shipped from the harbour": Surrounding.NOTICE,
    "Photo: Damian Dovarganes, AP": Surrounding.CREDIT,
    "Alex Wong | Getty Images": Surrounding.CREDIT,
    "The protests have strengthened in size (Image: GETTY)": Surrounding.CREDIT,
    "The elevator on the northern line in September. Photo: Asel Omarova": Surrounding.CREDIT,
    "Wagons that nobody had orderedCredit: Omarova / The Paper": Surrounding.CREDIT,
    "Элеватор на северной линии. фото: Асель Омарова": Surrounding.CREDIT,
    "Related articles": Surrounding.TAIL,
    "Most read in world news": Surrounding.TAIL,
    "Was this page helpful?": Surrounding.TAIL,
    "Privacy Overview": Surrounding.TAIL,
    "Explore more on these topics": Surrounding.TAIL,
    "First name *": Surrounding.NOTICE,
    "Always enabled": Surrounding.NOTICE,
    "Похожие статьи": Surrounding.TAIL,
    "Другие материалы номера:": Surrounding.TAIL,
    "Читайте также": Surrounding.TAIL,
    "Zobacz także": Surrounding.TAIL,
    "Комментарии (3)": Surrounding.COMMENTS,
    "Комментариев пока нет": Surrounding.COMMENTS,
    "Komentarze (6)": Surrounding.COMMENTS,
    "Версия для печати": Surrounding.NOTICE,
    "Обсудить на форуме": Surrounding.NOTICE,
    "При перепечатке материалов ссылка на журнал обязательна.": Surrounding.NOTICE,
    "Seite drucken": Surrounding.NOTICE,
    "Haut de page": Surrounding.NOTICE,
    "関連記事": Surrounding.TAIL,
    "Sobre Carlos Moreno": Surrounding.TAIL,
    "Jump to Review": Surrounding.NOTICE,
    "This post contains affiliate links.": Surrounding.NOTICE,
    "34 responses to “We needed to win this game”": Surrounding.COMMENTS,
    "Leave a Reply Cancel reply": Surrounding.COMMENTS,
    "Share this on WhatsApp": Surrounding.TAIL,
    "Advertisement": Surrounding.NOTICE,
    "© 2016 The editors": Surrounding.NOTICE,
    "Subscribe to our newsletter and never miss a story.": Surrounding.NOTICE,
}

TEXT = [
    "2005",
    "The Year 2005",
    "May 1945 and After",
    "Company name",
    "Explore the steppe in May",
    "We recommend the hotel",
    "Другие берега",
    "Комментарии к закону о недрах",
    "Самое дорогое зерно",
    "About the harvest",
    "To read the full list of farms took the clerk an hour.",
    "By Asel Omarova - March 3, 2004",
    "Photographs of the harvest hang in the hall of the ministry and are shown to guests.",
    "Comments on the draft law came in from eleven oblasts before the month was out.",
    "Related industries grew faster than the branch itself, as the figures of the agency show.",
    "The responses to the survey were few, and those of the banks were the fewest.",
    "Two things were lacking that year that no ministry can give, credit: none, and wagons: none.",
    "The ministry drew a fair picture: Prices rose and the wagons stood where they were.",
    "Credit: A Quiet Revolution",
    "Reuters reported that the talks had failed, which the ministry denied on the same day.",
    "Copyright is part of a system to control information",
    "Copyright law and the public domain",
]


def _block(text: str) -> TextBlock:
    return TextBlock(order=0, text=text, raw=text, spans=(Span(text),), words=len(text.split()))


@pytest.mark.parametrize(("line", "found"), LINES.items())
def test_a_line_of_the_surroundings_is_known(line: str, found: Surrounding) -> None:
    """Dates of posting, credits, notices, headings over teasers and over comments, in several languages."""
    assert surrounding(_block(line)) is found


@pytest.mark.parametrize("line", TEXT)
def test_text_that_mentions_the_same_is_text(line: str) -> None:
    """A year, a heading with a date, and sentences with those words are no surroundings."""
    assert surrounding(_block(line)) is None


def _body(*lines: str) -> list[str]:
    page = (
        "<html><head><title>Grain on the Northern Line | The Paper</title></head><body><p><a href=/>Home</a></p>"
        "<h1>Grain on the Northern Line</h1>"
    )
    page += "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    article = settle(
        parse(page.encode(), url=URL, content_type="text/html", profile=GENERIC), GENERIC
    ).article
    return [block.text for block in article.body] if article else []


@pytest.mark.parametrize(
    "heading",
    ["Comments", "Related News", "Topics", "Recommended", "More on Wheat", "We recommend", "Explore"],
)
def test_a_subheading_that_could_stand_over_teasers_stays_where_text_follows(heading: str) -> None:
    """Only what stands behind it tells: text makes it a subheading."""
    assert _body(PROSE, MORE, heading, MORE + " So it was.", PROSE + " Again.") == [
        *(PROSE, MORE, heading, MORE + " So it was.", PROSE + " Again."),
    ]


def test_teasers_between_paragraphs_are_no_text() -> None:
    """A heading over teasers goes with the links it leads to; the text goes on behind them."""
    teasers = "<ul><li><a href=/1>Copper at four thousand dollars a tonne</a></li></ul>"
    behind = f"{PROSE} {MORE} Again."
    assert _body(PROSE, MORE, "Related articles", teasers, behind) == [PROSE, MORE, behind]


def test_teasers_that_read_like_text_need_much_of_it() -> None:
    """Two sentences under a heading over teasers, behind a long article, are not the article's."""
    text = [f"{PROSE} So it was in oblast {n}." for n in range(30)]
    assert _body(*text, "Related articles", MORE, PROSE) == text


@pytest.mark.parametrize("heading", ["More About Mapping the Coast", "More on Wheat", "Related Reading"])
def test_a_heading_that_leads_to_no_link_is_one_of_the_text(heading: str) -> None:
    """However little of the text is behind it; with a link behind it, it stands over teasers."""
    text = [f"{PROSE} So it was in oblast {n}." for n in range(30)]
    assert _body(*text, heading, MORE) == [*text, heading, MORE]
    assert _body(*text, heading, MORE, "<p><a href=/1>Copper at four thousand</a></p>") == text


def test_short_lines_behind_a_notice_are_no_end_of_the_text() -> None:
    """A line without a full stop ends a text only where nothing of the surroundings stands before it."""
    text = [PROSE, MORE, PROSE + " Again."]
    assert _body(*text, "Almaty, September", "Advertisement") == [*text, "Almaty, September"]
    assert _body(*text, "Advertisement", "Number of the day") == text


def test_comments_end_the_text() -> None:
    """However much readers have to say, it is not the article's."""
    said = [
        f"I remember that harvest well, and number {n} of our line stood idle all through it."
        for n in range(20)
    ]
    assert _body(PROSE, MORE, PROSE + " Again.", "20 comments", *said) == [PROSE, MORE, PROSE + " Again."]


def test_dates_credits_and_notices_are_no_text() -> None:
    """They are taken out wherever they stand between title and end."""
    lines = (
        "Posted: March 3, 2004 8:19 AM",
        "Photo: Damian Dovarganes, AP",
        PROSE,
        "Advertisement",
        MORE,
        PROSE + " Again.",
    )
    found = _body(*lines, "© 2004 The Paper. All rights reserved.")
    assert found == [PROSE, MORE, PROSE + " Again."]


def test_writing_without_spaces_counts_words_too() -> None:
    """A Japanese text of some hundred signs is as much of an article as an English one of fifty words."""
    line = "このごろの収穫は種をまいた人々をも驚かせ、北の鉄道沿いの倉庫は九月の第二週までに満杯になった。"
    assert _body(line, line + "続く。", line + "終わり。") == [line, line + "続く。", line + "終わり。"]
