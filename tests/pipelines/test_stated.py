"""What a page states for machines that its text is: evidence where it is whole, and nothing where it is not."""

from __future__ import annotations

import json

import pytest

from pipelines.article.by_statement import as_stated
from pipelines.document.stated import stated_text
from tests.pipelines.alone import OTHER, PARAGRAPHS, TITLE, URL
from tests.pipelines.reading import unknown_article

WHOLE = " ".join(PARAGRAPHS)


def _script(text: str, *, around: str = "{}") -> str:
    value = json.dumps({"@graph": [{"@type": "Article", "articleBody": text}]})
    return f"<script type='application/ld+json'>{around.format(value)}</script>"


def _said(body: str) -> list[str]:
    return [block.text for block in unknown_article(body, url=URL, title=TITLE).blocks]


@pytest.mark.parametrize("at", range(5))
def test_paragraphs_that_are_not_stated_are_no_text(at: int) -> None:
    """Before the text, between its paragraphs, and behind it; without the statement nothing tells them from it."""
    page = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS[:at], OTHER, *PARAGRAPHS[at:]))
    assert _said(page) == [*PARAGRAPHS[:at], OTHER, *PARAGRAPHS[at:]]
    assert _said(_script(WHOLE) + page) == PARAGRAPHS


def test_what_statements_leave_out_stays() -> None:
    """Subheadings, lists, tables and quotations between the paragraphs."""
    own = f"<h2>In the North</h2><ul><li>{OTHER}<li>Wheat</ul><blockquote>{OTHER}</blockquote>"
    page = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2]) + own
    page += "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
    assert _said(_script(WHOLE) + page) == _said(page)


@pytest.mark.parametrize(
    "statement",
    [
        PARAGRAPHS[0] + " " + PARAGRAPHS[1][:-1] + "...",
        PARAGRAPHS[0],
        " ".join([OTHER, *PARAGRAPHS[:1], OTHER.replace("first", "last"), OTHER.replace("dog", "cat")]),
    ],
    ids=["cut", "too short", "another text"],
)
def test_a_statement_that_is_not_the_text_changes_nothing(statement: str) -> None:
    """An abstract, or what was stated of another article."""
    page = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, OTHER))
    assert _said(_script(statement) + page) == [*PARAGRAPHS, OTHER]


def test_statements_are_read_whatever_they_look_like() -> None:
    """Tags and references in them, line feeds, several of them; what is no JSON says nothing."""
    marked = json.dumps({"articleBody": f"<p>{WHOLE}</p>".replace(" the ", " <b>the</b>&nbsp;")})
    assert stated_text([marked]) == WHOLE
    assert stated_text([f'{{"articleBody": "{WHOLE}\n"}}', '{"articleBody": "Short"}']) == WHOLE
    for broken in ('{"articleBody": ', '["articleBody"' * 5, "[" * 100_000 + '"articleBody"', "{}", ""):
        assert stated_text([broken]) is None


def test_a_statement_without_words_changes_nothing() -> None:
    """Nothing but dots is stated, and nothing was found."""
    assert as_stated((), "\u2026 " * 400) == ()
