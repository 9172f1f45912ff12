"""Pages that are laid out in seldom ways: in a list, without a longer text, with stock phrases at a text's end."""

from __future__ import annotations

import pytest

from pipelines.learned import kept_in_text, known_furniture
from pipelines.site.model import SiteModel, Standing, shingles_of, words_of
from tests.pipelines.reading import MORE, NAME, PROSE, settled, summary, texts

TITLE = "Grain on the Northern Line"
TAIL = "<p>Rambler's Top100</p><p><a href='http://wmc.example/'>WMC</a> <a href='http://b.example/'>Baurzhan</a></p>"


def test_a_list_that_holds_the_title_lays_the_page_out() -> None:
    """Its items are paragraphs; a list inside it is one still."""
    items = "<ul><li>wheat;</li><li>barley;</li><li>oats.</li></ul>"
    body = f"<li>{NAME} №4, 2005</li><li><h1>{TITLE}</h1></li><li><p>{PROSE}</p><p>{MORE}</p>{items}<p>{PROSE}</p></li>"
    assert texts(f"<ul>{body}<li>{TAIL}</li></ul>") == [
        ("paragraph", PROSE),
        ("paragraph", MORE),
        ("list", "wheat;\nbarley;\noats."),
        ("paragraph", PROSE),
    ]


def test_a_short_item_of_news_is_found_above_a_ticker() -> None:
    """Where no text is long, the longest one says where the page's opening ends."""
    said = "ASTANA. October 6. KAZINFORM /Reporter/ The draft law raised more questions than it settled."
    item = f"<p>NEWS</p><h5>Law or Water?</h5><p>{said}</p>{TAIL}<p>USD/KZT 443.16 +0.13</p>"
    article = summary(item, url="http://www.investkz.com/en/articles/3.html").article
    assert article is not None
    assert (article.kind, article.title, article.text) == ("news", "Law or Water?", said)


def test_a_counted_list_of_news_is_no_article() -> None:
    """Numbers before links make no text of them."""
    rows = "".join(
        f"<tr><td>{at}.</td><td><a href='/en/articles/{at}.html'>What came of the harvest of {at}</a></td></tr>"
        for at in (1, 2, 3)
    )
    page = f"<title>{NAME} :: News</title><p>NEWS ARCHIVE</p><p>NEWS</p><table>{rows}</table>{TAIL}"
    assert summary(page, url="http://www.investkz.com/en/articles/").article is None


def _standing(*, pages: int, share: float, whole: bool) -> Standing:
    return Standing(pages=pages, share=share, reason="", whole=whole)


@pytest.mark.parametrize(
    ("door", "pages", "found"),
    [("<a href='/door'>door</a>", 5, {2}), ("<a href='/door'>door</a>", 4, set()), ("door", 5, set())],
)
def test_a_line_with_a_link_that_half_of_all_pages_say_is_no_author_s(
    door: str, pages: int, found: set[int]
) -> None:
    """Though a page says nothing else that others do, by which it could be told how frequent its frame is."""
    said = "If you would like to tell the writer of this, knock twice at the green"
    page = settled(f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{said} {door}.</p>")
    shingles = shingles_of(words_of(f"{said} door"), numbers=1, linked=False)
    model = SiteModel(pages=10, shingles=dict.fromkeys(shingles, pages))
    assert known_furniture(page.parsed.document.blocks, model, own=()).keys() == found


def test_a_sentence_at_the_end_of_a_text_stays_although_others_use_its_words() -> None:
    """It is seldomer than the frame; one that is as frequent stays where the author's line follows it."""
    stock = "Of every 83 tenge spent on mining, no more than 81 stay in the region."
    page = settled(
        f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{stock}</p><p>By Asel Omarova</p><p>Subscribe</p><p>Top</p>"
    )
    blocks = page.parsed.document.blocks
    frame = {order: _standing(pages=16, share=1.0, whole=True) for order in (4, 5)}
    seldom = frame | {2: _standing(pages=10, share=0.8, whole=False)}
    often = frame | {2: _standing(pages=15, share=1.0, whole=False)}
    assert kept_in_text(blocks, seldom, (0, 1), 1.0) == {2}
    assert kept_in_text(blocks, often, (0, 1), 1.0) == frozenset()
    assert kept_in_text(blocks, often, (0, 1), 1.0, ("Asel Omarova",)) == {2}


def test_a_table_that_repeats_in_one_cell_keeps_that() -> None:
    """`Region` heads other tables as well; a box of facts repeats in half of its cells and is furniture."""
    rows = "".join(f"<tr><td>Place {at}</td><td>{at}.5</td><td>{at}.7</td></tr>" for at in range(1, 5))
    table = f"<table><tr><td>Region</td><td>1998</td><td>2001</td></tr>{rows}</table>"
    page = settled(f"<h1>{TITLE}</h1><p>{PROSE}</p>{table}<p>{MORE}</p>")
    blocks = page.parsed.document.blocks
    of_table = [block.order for block in blocks if block.cell is not None]
    known = _standing(pages=16, share=1.0, whole=True)
    assert kept_in_text(blocks, {of_table[0]: known}, (0, blocks[-1].order), 1.0) == {of_table[0]}
    half = dict.fromkeys(of_table[:8], known)
    assert kept_in_text(blocks, half, (0, blocks[-1].order), 1.0) == frozenset()


def test_a_title_that_links_to_its_own_page_is_as_good_as_one_without_a_link() -> None:
    """Nothing else names it: the page's head is empty."""
    item = f"<p>NEWS</p><p><a href='#text'>Law or Water?</a></p><p>ASTANA. October 6. KAZINFORM {PROSE}</p>{TAIL}"
    article = summary(item, url="http://www.investkz.com/en/articles/3.html").article
    assert article is not None
    assert article.title == "Law or Water?"


def test_two_author_lines_may_stand_above_the_title() -> None:
    """The nearest proves the one before it; what stands above them is none."""
    lines = (
        "<p>Markets</p><p>Asel Omarova, Director, Steppe Capital</p><p>Bolat Kim, lawyer, Altyn Audit LLP</p>"
    )
    found = settled(f"<p>{NAME} №4, 2005</p>{lines}<h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>{TAIL}").article
    assert found is not None
    assert found.byline.authors == ("Asel Omarova", "Bolat Kim")
    assert found.byline.text == "Asel Omarova, Director, Steppe Capital\nBolat Kim, lawyer, Altyn Audit LLP"


def test_a_stock_phrase_with_a_linked_word_stays_in_the_text() -> None:
    """A sentence of links does not."""
    links = "".join(f"<a href='/{at}'>Wagons and ports</a> " for at in range(4))
    page = settled(
        f"<h1>{TITLE}</h1><p>{PROSE}</p><p>The <a href='/find?q=law'>law</a> came too late for the harvest.</p>"
        f"<p>{links} came.</p><p>{MORE}</p>"
    )
    phrase = _standing(pages=7, share=1.0, whole=False)
    blocks = page.parsed.document.blocks
    assert kept_in_text(blocks, {2: phrase, 3: phrase}, (0, 4), 1.0) == {2}
