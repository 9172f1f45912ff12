"""Author lines in Russian, Ukrainian, Kazakh, German, French and Spanish."""

from __future__ import annotations

import pytest

from pipelines.article.author_line import read_line
from pipelines.article.first_line import read_first_line
from pipelines.words.names import names_in
from tests.pipelines.reading import unknown_article

URL = "http://bereg.example/2004/3/7.html"
RUSSIAN = (
    "<p>Областной трест за последний год вдвое увеличил обороты, хотя соседи в этом сильно сомневаются.</p>"
    * 4
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Иван ПЕТРОВ, корр.", ("Иван ПЕТРОВ",)),
        ("Иван Андреевич Петров, директор ТОО «Степь»", ("Иван Андреевич Петров",)),
        ("Иван Петров, «Берег»", ("Иван Петров",)),
        ("Иван Петров, г. Актау", ("Иван Петров",)),
        ("Петров И. А., к. э. н.", ("Петров И. А.",)),
        ("Анна Ким. Фото автора.", ("Анна Ким",)),
        ("Текст: Иван Петров. Фото: Анна Ким", ("Иван Петров",)),
        ("Текст и фото: Анна Ким", ("Анна Ким",)),
        ("Материал подготовила Анна Ким", ("Анна Ким",)),
        ("Беседу вел Иван Петров", ("Иван Петров",)),
        ("С директором завода беседовала Анна Ким", ("Анна Ким",)),
        ("Автор — Иван Петров", ("Иван Петров",)),
        ("Автор: Иван Петров, 5 марта 2004 г.", ("Иван Петров",)),
        ("Опубликовано: 5 марта 2004, автор: Иван Петров", ("Иван Петров",)),
        ("Розмовляла Олена Коваль", ("Олена Коваль",)),
        ("Von Hans Meier und Eva Klein", ("Hans Meier", "Eva Klein")),
        ("Das Interview führte Eva Klein.", ("Eva Klein",)),
        ("5. März 2004 von Hans Meier", ("Hans Meier",)),
        ("Par Jean Dupont et Marie Lenoir", ("Jean Dupont", "Marie Lenoir")),
        ("Propos recueillis par Jean Dupont", ("Jean Dupont",)),
        ("Texto y fotos: Juan Pérez", ("Juan Pérez",)),
        ("Por Juan Pérez y Ana López", ("Juan Pérez", "Ana López")),
        ("Por Santiago Ramón y Cajal", ("Santiago Ramón y Cajal",)),
        ("Por Juan Pérez, 5 de marzo de 2004", ("Juan Pérez",)),
        ("Reviewed by A.B.Carter and C. D. Hall", ("A.B.Carter", "C. D. Hall")),
        ("Перевод с английского Т. Лапиной", ()),
        ("Übersetzung: Eva Klein", ()),
        ("Traduit de l'anglais par Marie Lenoir", ()),
        ("Переклала Оксана Мельник", ()),
        ("Наш корр.", ()),
        ("От редакции", ()),
    ],
)
def test_an_author_line_is_read_wherever_it_stands(line: str, names: tuple[str, ...]) -> None:
    """Behind the text as well as before it: posts and the words for `By` are known in these languages."""
    read = read_line(line, tail=True)
    assert read is not None
    assert read[0] == names


@pytest.mark.parametrize(
    "line",
    [
        "Иван Петров работает директором завода.",
        "Иван Петров, директор: «Мы не ждали перемен».",
        "Директор был недоволен, Иван Петров тоже.",
        "Автор благодарит Анну Ким за помощь",
        "Записал на плёнку Иван Петров",
        "Анна Ким, Иван Петров",
        "Von Hamburg nach Berlin",
        "Par exemple, Jean Dupont est venu.",
        "Por Juan Pérez, que vive desde hace doce años en la casa de sus padres junto al río",
    ],
)
def test_a_sentence_is_no_author_line(line: str) -> None:
    """What somebody does or says, a list of persons behind a text, and what only opens like an author line."""
    assert read_line(line, tail=True) is None


def test_several_names_below_a_title_are_authors() -> None:
    """In Russian a firm stands in quotes: what looks like a name behind a comma is one."""
    read = read_first_line("Анна Ким, Иван Петров")
    assert read is not None
    assert read[0] == ("Анна Ким", "Иван Петров")


def test_an_initial_at_the_end_keeps_its_stop() -> None:
    """`Петров И. А.` is a name with two initials, the end of a line or not."""
    assert names_in("Петров И. А., Ким О.Д.") == ("Петров И. А.", "Ким О.Д.")
    assert names_in("Jane Roe.") == ("Jane Roe",)


@pytest.mark.parametrize(
    "whom",
    ["специально для «Делового берега»", "Specially for the Harbour Review", "Exklusiv für das Hafenblatt"],
)
def test_for_whom_a_text_was_written_tells_its_author(whom: str) -> None:
    """A bare name is an author's with such a line below it, which belongs to the author line."""
    article = unknown_article(f"<p>Анна КИМ</p><p>{whom}</p>{RUSSIAN}", url=URL, title="Рынок без базара")
    assert article.authors == ["Анна КИМ"]
    assert article.byline == f"Анна КИМ\n{whom}"
    assert len(article.blocks) == 4


@pytest.mark.parametrize(
    "line", ["Translated by Asel Omarova", "Übersetzung: Eva Klein", "Перевела Анна Ким"]
)
def test_who_translated_stands_in_the_byline_at_the_tail_of_a_signed_text(line: str) -> None:
    """The author is named over the text, the translator below it: neither line is text."""
    article = unknown_article(
        f"<p>By John Harper</p>{RUSSIAN}<p>{line}</p>", url=URL, title="Рынок без базара"
    )
    assert article.authors == ["John Harper"]
    assert article.byline == f"By John Harper\n{line}"
    assert len(article.blocks) == 4
