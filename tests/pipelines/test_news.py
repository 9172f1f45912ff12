"""What news items and interviews print: datelines, reporters, sources; who asks and who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipelines.reading import MORE, PROSE, summary, unknown_article

if TYPE_CHECKING:
    from output.models import Article

URL = "http://news.example/2004/03/02/grain.html"
SAYS = "The ministry expects that the export of grain will double next year, officials said on Tuesday."
TOLD = "Министерство ожидает, что экспорт зерна удвоится в следующем году, сообщили во вторник."


def _article(body: str) -> Article:
    """Return the article of a page of which nothing is known; nothing of it is left over."""
    found = unknown_article(body, url=URL, title="We Sow What We Can Sell")
    assert not found.unplaced
    return found


DATELINES = {
    f"Almaty. March 2. Kazakhstan Today - {SAYS}": "Almaty. March 2. Kazakhstan Today",
    f"ALMATY, March 2 (Reuters) - {SAYS}": "ALMATY, March 2 (Reuters)",
    f"ALMATY, Kazakhstan (AP) -- {SAYS}": "ALMATY, Kazakhstan (AP)",
    f"LONDON, 5 May 2004 — {SAYS}": "LONDON, 5 May 2004",
    f"АЛМА-АТА, 2 марта. /ИТАР-ТАСС/. {TOLD}": "АЛМА-АТА, 2 марта",
    f"АЛМАТЫ, 5 марта. (Казинформ) {TOLD}": "АЛМАТЫ, 5 марта. (Казинформ)",
    f"Алматы. 2 марта. Казахстан Сегодня - {TOLD}": "Алматы. 2 марта. Казахстан Сегодня",
    f"АСТАНА. 2 наурыз. ҚазАқпарат - {TOLD}": "АСТАНА. 2 наурыз. ҚазАқпарат",
    f"Al\u00admaty. March 2. Kazakh\u00adstan Today - {SAYS}": "Almaty. March 2. Kazakhstan Today",
    f"London. May 5 – a day that nobody will forget. {SAYS}": None,
    f"WTO (World Trade Organization) - the club that everybody wants to join. {SAYS}": None,
}


@pytest.mark.parametrize(("first", "dateline"), DATELINES.items())
def test_a_dateline_opens_a_news_item(first: str, dateline: str | None) -> None:
    """In English, Russian and Kazakh, with and without the agency; it stays in the text. Prose has none."""
    article = _article(f"<p>{first}</p><p>{PROSE}</p><p>{MORE}</p>")
    assert (article.kind, article.dateline) == ("magazine" if dateline is None else "news", dateline)
    assert article.blocks[0].text == first


def test_a_dateline_on_a_line_of_its_own_is_no_heading() -> None:
    """Place, day and agency over the text name no part of it."""
    article = _article(f"<p>Almaty. March 2. Kazakhstan Today</p><p>{PROSE}</p><p>{MORE}</p>")
    assert [block.kind for block in article.blocks] == ["paragraph"] * 3
    assert article.dateline == "Almaty. March 2. Kazakhstan Today"


def test_a_reporter_stands_behind_the_dateline_in_russian_too() -> None:
    """The name between slashes is the author."""
    article = _article(
        f"<p>АСТАНА. 2 марта. КАЗИНФОРМ /Асель Омарова/ - {TOLD}</p><p>{PROSE}</p><p>{MORE}</p>"
    )
    assert article.authors == ["Асель Омарова"]


SOURCES = {
    "<p>Source: Interfax</p>": "Source: Interfax",
    "<p>Source: <a href='http://interfax.example/'>Interfax</a></p>": "Source: Interfax",
    "<p>Источник: Казинформ</p>": "Источник: Казинформ",
    "<p>Дереккөз: ҚазАқпарат</p>": "Дереккөз: ҚазАқпарат",
    "<table><tr><td>2003<td>12<tr><td>2004<td>13<tr><td colspan=2>Source: customs</table>": None,
    "<table><tr><td>2003<td>12<tr><td>2004<td>13</table><p>Source: customs</p>": None,
    "<p><img src='/a.gif'></p><p>Source: customs</p>": None,
}


@pytest.mark.parametrize(("line", "source"), SOURCES.items())
def test_a_source_line_names_where_an_item_comes_from(line: str, source: str | None) -> None:
    """Linked or not, in three languages; the source of a table or of a picture stays where it is."""
    article = _article(f"<p>{SAYS}</p><p>{PROSE}</p><p>{MORE}</p>{line}")
    assert (article.source_line, article.kind) == (source, "magazine" if source is None else "news")
    assert ("customs" in article.text) == (source is None)
    assert "Interfax" not in article.text


def test_items_on_one_page_keep_a_source_each() -> None:
    """Where several lines name sources, none is the page's."""
    article = _article(
        f"<p>{SAYS}</p><p>Source: Interfax</p><h3>Oil Falls</h3><p>{PROSE}</p><p>Source: Reuters</p>"
        f"<h3>Rates Rise</h3><p>{MORE}</p><p>Source: KZ Today</p>"
    )
    assert article.source_line is None
    assert [block.text for block in article.blocks] == [
        *(
            SAYS,
            "Source: Interfax",
            "Oil Falls",
            PROSE,
            "Source: Reuters",
            "Rates Rise",
            MORE,
            "Source: KZ Today",
        )
    ]


QUESTIONS = (
    "Did you expect the harvest to be this good?",
    "What will you do with all that grain when the elevators are full?",
    "And your neighbours, do they see it the way that you do?",
)
TALK = (QUESTIONS[0], PROSE, QUESTIONS[1], MORE, QUESTIONS[2], SAYS)
DRESSES = {
    "paragraphs": "".join(f"<p>{said}</p>" for said in TALK),
    "dashes": "".join(f"<p>— {said}</p>" for said in TALK),
    "bold": "".join(f"<p><b>{TALK[at]}</b><br>{TALK[at + 1]}</p>" for at in (0, 2, 4)),
    "terms": "<dl>" + "".join(f"<dt>{TALK[at]}<dd>{TALK[at + 1]}" for at in (0, 2, 4)) + "</dl>",
}
ANSWERER = "Murat Ospanov, director of the Northern Elevator"


@pytest.mark.parametrize("talk", DRESSES.values(), ids=DRESSES)
def test_who_answers_is_no_author_and_questions_stay_in_order(talk: str) -> None:
    """A name and a post over an interview name who is asked; each question stands before its answer."""
    article = _article(f"<p>{ANSWERER}</p>{talk}<p>Interview by Asel Omarova</p>")
    assert article.authors == ["Asel Omarova"]
    assert article.byline == f"{ANSWERER}\nInterview by Asel Omarova"
    assert [block.text.removeprefix("— ") for block in article.blocks] == list(TALK)


@pytest.mark.parametrize(
    "line", [f"На вопросы журнала отвечает {ANSWERER}.", f"{ANSWERER}, отвечает на наши вопросы."]
)
def test_who_answers_the_magazine_is_no_author_in_russian_either(line: str) -> None:
    """The line is no text, wherever it stands."""
    for above, below in ((line, ""), ("", line)):
        article = _article(f"<p>{above}</p>{DRESSES['paragraphs']}<p>{below}</p>")
        assert (article.authors, article.byline) == ([], line)
        assert [block.text for block in article.blocks] == list(TALK)


def test_a_name_and_a_post_over_a_text_still_name_its_author() -> None:
    """A question or two make no interview, nor do those that a writer asks nobody."""
    article = _article(
        f"<p>{ANSWERER}</p><p>Who pays for it?</p><p>{PROSE}</p><p>Who else?</p><p>{MORE}</p><p>{SAYS}</p>"
    )
    assert article.authors == ["Murat Ospanov"]


ASKERS = [
    "Interview by Asel Omarova",
    "Interviewer: Asel Omarova",
    "Questions were put by Asel Omarova",
    "Interview with Murat Ospanov by Asel Omarova",
    "Беседовала Asel Omarova",
    "Интервью провела Asel Omarova",
]


@pytest.mark.parametrize("line", ASKERS)
@pytest.mark.parametrize("above", [True, False])
def test_who_asks_is_the_author_however_it_is_said(line: str, above: bool) -> None:  # noqa: FBT001 (a parameter)
    """Over the interview or below it."""
    talk = DRESSES["paragraphs"]
    article = _article(f"<p>{line}</p>{talk}" if above else f"{talk}<p>{line}</p>")
    assert (article.authors, article.byline) == (["Asel Omarova"], line)


def test_a_list_of_news_with_dates_is_no_item() -> None:
    """Dates beside the links say nothing; a notice labelled as news does."""
    rows = "".join(
        f"<tr><td>{day}.03.2008</td><td><a href='/{day}.html'>Grain Export Doubled Again</a></td></tr>"
        for day in range(1, 10)
    )
    label = "<p>NEWS</p><h1>News of March</h1>"
    assert summary(f"{label}<table>{rows}</table>").article is None
    found = summary(f"{label}<p>{SAYS}</p>").article
    assert found is not None
    assert found.kind == "news"


def test_a_row_of_linked_years_is_no_text() -> None:
    """However many strokes stand between them."""
    years = " | ".join(f"<a href='/en/{year}/'>{year}</a>" for year in range(2016, 1999, -1))
    assert (
        summary(
            f"<html><head><title>News</title></head><body><h3>NEWS</h3><p>{years}</p></body></html>"
        ).article
        is None
    )
