"""What mark-up names is a hint: captions, asides, other articles are no text where nothing else is known."""

from __future__ import annotations

import pytest

from crawler import sites
from pipelines.explain import explain_blocks
from pipelines.parsed import parse
from pipelines.settled import settle
from tests.pipelines.alone import OTHER, PARAGRAPHS, TEXT, TITLE, URL, read_alone, said_alone


@pytest.mark.parametrize(
    "beside",
    [
        "<figure><img src='/a.jpg'><figcaption>{}</figcaption></figure>",
        "<aside><p>{}</p></aside>",
        "<div role='complementary'><p>{}</p></div>",
        "<form action='/go'><p>{}</p></form>",
        "<article><p>{}</p></article>",
        "<footer><p>{}</p></footer>",
    ],
)
def test_what_the_mark_up_sets_beside_a_text_is_none_of_it(beside: str) -> None:
    """In its midst and behind it: a caption, an aside, a form, another article, a foot."""
    said = beside.format(OTHER)
    half = len(PARAGRAPHS) // 2
    first, rest = (
        "".join(f"<p>{text}</p>" for text in part) for part in (PARAGRAPHS[:half], PARAGRAPHS[half:])
    )
    for body in (f"{first}{said}{rest}", f"{first}{rest}{said}"):
        for around in ("<article>{}</article>", "<main>{}</main>", "<main><article>{}</article></main>"):
            assert said_alone(around.format(f"<h1>{TITLE}</h1>{body}")) == "\n\n".join(PARAGRAPHS)


def test_the_picture_of_a_caption_stays() -> None:
    """A caption that is no text takes nothing of the picture away."""
    figure = f"<figure><img src='/a.jpg' alt='A wagon'><figcaption>{OTHER}</figcaption></figure>"
    article = read_alone(f"<h1>{TITLE}</h1>{TEXT}{figure}<p>{OTHER.replace('wagon', 'barge')}</p>")
    assert article is not None
    assert "first wagon" not in article.text
    assert [image.url for image in article.images] == ["http://review.example/a.jpg"]


def test_the_picture_above_a_credited_caption_stays() -> None:
    """Who took it makes the line below it no text; the picture itself was taken for a link."""
    html = f"<img src='/a.jpg' alt='A wagon at sea'><p><i>Photo: a wagon</i></p><p>{OTHER}</p>"
    article = read_alone(f"<h1>{TITLE}</h1>{TEXT}{html}")
    assert article is not None
    assert [(image.url, image.alt) for image in article.images] == [
        ("http://review.example/a.jpg", "A wagon at sea")
    ]


def test_what_stands_outside_the_part_with_the_title_is_none_of_the_text() -> None:
    """Also where there is more of it: the part with the title and some text is believed."""
    others = "".join(f"<div><p>{OTHER.replace('first', word)}</p></div>" for word in ("last", "best", "old"))
    for tag in ("main", "article"):
        page = f"<{tag}><h1>{TITLE}</h1>{TEXT}</{tag}>{others}{others}"
        assert said_alone(page) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("tag", ["aside", "header", "footer", "form", "nav", "article"])
def test_what_holds_most_of_the_prose_is_the_text(tag: str) -> None:
    """Whatever it is called: some pages stand in a form or in their head as a whole."""
    assert said_alone(f"<{tag}><h1>{TITLE}</h1>{TEXT}</{tag}>") == "\n\n".join(PARAGRAPHS)
    assert said_alone(f"<{tag}>{TEXT}</{tag}><p>Printed in Kostanay.</p>") == "\n\n".join(PARAGRAPHS)


def test_a_text_made_of_several_articles_is_whole() -> None:
    """Where the parts inside the text's own hold more than it does, they are its sections."""
    parts = "".join(f"<article><h2>Part</h2><p>{text}</p></article>" for text in PARAGRAPHS)
    said = said_alone(f"<main><h1>{TITLE}</h1>{parts}</main>")
    assert all(text in said for text in PARAGRAPHS)


def test_an_author_named_at_an_article_s_foot_is_found() -> None:
    """In a foot that is no text otherwise."""
    page = f"<article><h1>{TITLE}</h1>{TEXT}<footer><p>By Asel Omarova</p></footer></article>"
    article = read_alone(page)
    assert article is not None
    assert article.authors == ["Asel Omarova"]
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_page_s_explanation_says_what_its_mark_up_sets_outside() -> None:
    """Such blocks weigh next to nothing, and are left over for that reason."""
    said = f"<main><h1>{TITLE}</h1>{TEXT}<aside><p>{OTHER}</p></aside><p>{OTHER[::-1]}</p></main>"
    page = f"<html><head><title>{TITLE}</title></head><body>{said}</body></html>"
    generic = sites.load("generic")
    parsed = parse(page.encode(), url=URL, content_type="text/html", profile=generic)
    (beside,) = [block for block in explain_blocks(settle(parsed, generic)) if block.text == OTHER]
    assert (beside.label, beside.why) == ("unplaced", "the mark-up sets it outside the text")
    assert beside.weight == pytest.approx(-0.01)


def test_the_title_is_no_heading_of_a_menu() -> None:
    """However much it looks like one; where a menu never ends, the title stands in it all the same."""
    menu = "<nav><h1>Stories</h1><a href='/'>Home</a></nav>"
    article = read_alone(f"{menu}<main><h2><a href='/grain'>{TITLE}</a></h2>{TEXT}</main>")
    assert article is not None
    assert article.title == TITLE
    assert said_alone(f"<nav><a href='/'>Home</a><h1>{TITLE}</h1>{TEXT}") == "\n\n".join(PARAGRAPHS)
