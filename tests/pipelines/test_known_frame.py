"""Where a site's frame is known: what stands within a text is its own, and what readers say below it is not."""

from __future__ import annotations

import pytest

from pipelines.site.evidence import Promise, SiteEvidence
from pipelines.site.model import SiteModel, block_key
from tests.pipelines.gazette_page import MORE, PROSE, settled_page
from tests.pipelines.reading import page as _magazine_page
from tests.pipelines.reading import settled

TITLE = "Lamps on the Quay"
_BEFORE = [PROSE, MORE, f"{PROSE} So it was."]
_BEHIND = [text.replace("lamps", "lanterns") for text in _BEFORE]
_FRAME = {
    "Licence": 90,
    "Advertisement": 90,
    "Oil for lamps": 90,
    "Stay informed": 90,
    "More stories": 90,
    "Comments": 60,
    "Log in to post comments": 60,
    "All rights reserved": 90,
}
_FOOT = "<p>Licence</p><p>All rights reserved</p>"


def _body(*lines: str) -> list[str]:
    html = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    keys = {block_key(text): pages for text, pages in _FRAME.items()}
    article = settled_page(f"<h1>{TITLE}</h1>{html}", keys=keys, title=TITLE).article
    assert article is not None
    return [block.text for block in article.body if block.text]


@pytest.mark.parametrize(
    "line",
    [
        "The old lamp (left) and the one that took its place (right)",
        "Lamplighters on the northern quay in 1931. Photo by Ann Lee",
        "The first electric lamp of the town, courtesy of the Harbour Museum",
        "Friday, May 6, 2005",
    ],
)
def test_captions_and_days_between_paragraphs_are_text(line: str) -> None:
    """No frame says them, so the article does, a picture above it or none."""
    figure = f"<center><img src='lamp.jpg'><br><i>{line}</i></center>"
    assert _body(*_BEFORE, figure, *_BEHIND, _FOOT) == [*_BEFORE, line, *_BEHIND]


@pytest.mark.parametrize(
    "line",
    ["Photo: Ann Lee", "Posted: Jan 15, 2012 9:02 AM", "<p>Advertisement</p><p><a href='/a'>Oil</a></p>"],
)
def test_whose_a_picture_is_and_when_it_was_posted_are_no_text(line: str) -> None:
    """Nor is what is advertised."""
    assert _body(*_BEFORE, line, *_BEHIND, _FOOT) == [*_BEFORE, *_BEHIND]


def test_readers_comments_are_no_text_however_much_they_say() -> None:
    """The frame's heading says where they begin, whatever they are headed and however short the text is."""
    said = [
        f"<h3>I remember {n}</h3><p>Submitted by Sparky on May 3, 2005 - 10:16.</p><p>Those lamps of number {n} stood "
        f"before our door when I was a child, and nobody lit them even then. {MORE} I should know, for I was there, "
        "and so was my sister, who has never forgotten it either.</p><p>Log in to post comments</p>"
        for n in range(4)
    ]
    for text in (_BEFORE, _BEFORE[:1]):
        assert _body(*text, _FOOT, "<h2>Comments</h2>", *said) == text


def test_a_heading_on_copyright_ends_no_text() -> None:
    """A notice names whose the page is."""
    heading = "Copyright is part of a system to light the streets"
    assert _body(*_BEFORE, f"<h2>{heading}</h2>", *_BEHIND, _FOOT) == [*_BEFORE, heading, *_BEHIND]
    assert _body(*_BEFORE, "Copyright 2005, the Gazette", *_BEHIND[:1]) == _BEFORE


_ALSO = "<a href='/lamps/oil.html'>Where the Oil Came From</a>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div><b>Read also</b></div><div>{_ALSO}</div><div><a href='/lamps/wicks.html'>Wicks</a></div>",
        f"Read also: {_ALSO}",
    ],
)
def test_links_to_other_articles_within_a_text_end_none(box: str) -> None:
    """However little text stands behind them."""
    rest = f"{PROSE} Nobody saw it."
    assert _body(*_BEFORE, box, *_BEHIND, _FOOT) == [*_BEFORE, *_BEHIND]
    assert _body(*_BEFORE, *_BEHIND, box, rest, "By Ann Lee", _FOOT) == [*_BEFORE, *_BEHIND, rest]
    heading = "<p><b>On the Other Shore</b></p>"
    assert _body(*_BEFORE, box, heading, *_BEHIND, _FOOT) == [*_BEFORE, "On the Other Shore", *_BEHIND]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<p><b>Licence</b></p>", ""),
        (
            f"<table>{''.join(f'<tr><td>{n}</td><td>Oil</td><td>{n}5</td></tr>' for n in range(1, 6))}</table>",
            "",
        ),
        ("", "<p>Oil for lamps</p><p>Licence</p>"),
    ],
    ids=["a heading that others have", "a table", "a form behind the next paragraph"],
)
def test_the_text_goes_on_behind_links_to_other_articles(first: str, second: str) -> None:
    """Whatever stands over its next paragraph, and whatever of the frame's behind it."""
    rest = [f"{PROSE} Nobody saw it.", f"{MORE} Nobody heard it."]
    box = f"<h5>Read also</h5><p>{_ALSO}</p>"
    assert _body(*_BEFORE, *_BEHIND, box, first, rest[0], second, rest[1], _FOOT)[-1] == rest[1]


def test_a_box_that_all_pages_have_amid_their_texts_ends_none() -> None:
    """It leads nowhere, and two paragraphs follow: readers say who they are."""
    box = "<p>Stay informed</p><p>Oil for lamps</p>"
    assert _body(*_BEFORE, box, "On the Other Shore", *_BEHIND, _FOOT) == [
        *_BEFORE,
        "On the Other Shore",
        *_BEHIND,
    ]
    heading = "<h3>More stories</h3>"
    assert _body(*_BEFORE, heading, *_BEHIND, _FOOT) == _BEFORE
    said = "".join(f"<p>Sparky, May {n}, 2005 - 10:16</p><p>{text}</p>" for n, text in enumerate(_BEHIND, 3))
    assert _body(*_BEFORE, box, said, _FOOT) == _BEFORE


def test_what_is_told_of_other_articles_below_their_links_is_no_text() -> None:
    """Another link follows."""
    teasers = "".join(
        f"<p><a href='/{n}.html'>Lamps of {n}</a></p><p>{PROSE} So in {n}.</p>" for n in (1, 2, 3)
    )
    assert _body(*_BEFORE, *_BEHIND, "Read also", teasers, _FOOT) == [*_BEFORE, *_BEHIND]


def test_a_short_rest_behind_an_advertisement_that_all_pages_have_is_text() -> None:
    """It may be a picture."""
    sold = (
        "<p>Advertisement</p><p><a href='http://oil.example/'><img src=oil.gif alt='Oil for lamps'></a></p>"
    )
    short = [PROSE, " ".join(MORE.split()[:14]) + "."]
    assert _body(short[0], sold, short[1], _FOOT) == short


def test_titles_with_arrows_beside_them_are_navigation() -> None:
    """However many words the titles of the articles before and behind have."""
    titles = (
        "What the Northern Quay Needs in a Year of Oil",
        "Who Is to Pay for the Lamps That Nobody Lights",
    )
    links = [f"<a href='/2004/{n}.html'>{title}</a>" for n, title in enumerate(titles)]
    lines = "".join(
        f"<p>{line}</p>" for line in (*_BEFORE, f"&larr; {links[0]} | {links[1]} &rarr;", "Licence")
    )
    model = SiteModel(pages=100, keys={block_key("Licence"): 90}, lines={}, names={})
    article = settled(f"<h1>{TITLE}</h1>{lines}", evidence=SiteEvidence(model=model)).article
    assert article is not None
    assert [block.text for block in article.body] == _BEFORE


def test_a_number_alone_over_a_text_is_none_of_it() -> None:
    """It says how often the page was read; between paragraphs it may head a year."""
    assert _body("2260", *_BEFORE, "1931", *_BEHIND, _FOOT) == [*_BEFORE, "1931", *_BEHIND]


def test_a_frame_is_known_where_nothing_of_it_had_to_be_learned() -> None:
    """A magazine may show nothing around its texts but what its own words give away: a caption is the text's there."""
    line = "Lamplighters on the northern quay in 1931. Photo by Ann Lee"
    page = _magazine_page(*_BEFORE, line, *_BEHIND, title=TITLE)
    promise = Promise(title=TITLE, authors=(), issue=None)
    for pages, said in ((12, [*_BEFORE, line, *_BEHIND]), (1, [*_BEFORE, *_BEHIND])):
        evidence = SiteEvidence(model=SiteModel(pages=pages), promises={"http://elsewhere.example/": promise})
        article = settled(page, evidence=evidence).article
        assert article is not None
        assert [block.text for block in article.body if block.text] == said


def test_a_picture_over_an_author_is_no_end_of_a_text() -> None:
    """Its words stand on all pages that have one, and it leads nowhere."""
    picture = "<img src='lee.jpg' alt='The author'>"
    signed = f"<table><tr><td>{picture}</td><td>Ann Lee, editor, Lamp Museum</td></tr></table>"
    html = "".join(f"<p>{line}</p>" for line in (*_BEFORE, *_BEHIND))
    keys = {block_key(text): pages for text, pages in {**_FRAME, "The author": 90}.items()}
    article = settled_page(f"<h1>{TITLE}</h1>{html}{signed}{_FOOT}", keys=keys, title=TITLE).article
    assert article is not None
    assert article.byline.authors == ("Ann Lee",)
