"""Lines that only stand among an article's own are no text where nothing is known of the site."""

from __future__ import annotations

from tests.pipelines.reading import MORE, PROSE, unknown_article

URL = "http://review.example/2014/3/grain.html"
TITLE = "Grain on the Northern Line"
PARAGRAPHS = [PROSE, MORE, PROSE.replace("that year", "the year behind it"), MORE.replace("month", "week")]
LINK = "<a href='/2014/2/wagons.html'>Nobody counted the wagons of the north</a>"


def _text(before: str = "", between: str = "", behind: str = "") -> list[str]:
    first, rest = ("".join(f"<p>{text}</p>" for text in part) for part in (PARAGRAPHS[:2], PARAGRAPHS[2:]))
    article = unknown_article(f"{before}{first}{between}{rest}{behind}", url=URL, title=TITLE)
    return [block.text for block in article.blocks]


def test_a_link_to_another_page_of_the_site_between_paragraphs_is_no_text() -> None:
    """Alone, or with a label before it; one that leads elsewhere, or stands in a sentence, is the article's own."""
    for line in (LINK, f"Read more: {LINK}", f"See also » {LINK}"):
        assert _text(between=f"<p>{line}</p>") == PARAGRAPHS
    for own in (LINK.replace("/2014", "http://ministry.example/2014"), f"We wrote about it in May: {LINK}."):
        assert len(_text(between=f"<p>{own}</p>")) == len(PARAGRAPHS) + 1


def test_links_that_are_the_article_s_own_stay() -> None:
    """Items of a list that says more, links to the page's own parts, and linked headings of the text below them."""
    said = f"<ul><li>{LINK}</li><li>Weigh the grain before it is loaded.</li></ul>"
    part = "<p><a href='#north'>What was loaded in the far north</a></p>"
    heading = f"<h3>{LINK}</h3><p>{MORE.replace('ports', 'sea')}</p>"
    for own in (said, part, heading):
        text = "\n".join(_text(between=own))
        assert "Nobody counted the wagons" in text or "What was loaded" in text
    teasers = f"<h3>{LINK}</h3><h3>{LINK.replace('Nobody', 'Somebody')}</h3>"
    assert _text(between=teasers) == PARAGRAPHS


def test_labels_of_buttons_above_a_text_are_none_of_it() -> None:
    """Short lines before the first paragraph; a heading right above it, and what ends as a sentence does, stay."""
    buttons = "".join(f"<div>{label}</div>" for label in ("Teilen", "Drucken", "Merken", "Vorlesen lassen"))
    assert _text(before=buttons) == PARAGRAPHS
    assert _text(before=f"{buttons}<h2>In the North</h2>") == ["In the North", *PARAGRAPHS]
    assert _text(before="<p>It rained.</p>") == ["It rained.", *PARAGRAPHS]


def test_many_short_lines_above_a_paragraph_stay() -> None:
    """Verses, or a list."""
    lines = [
        f"{word} grain" for word in ("Sow", "Reap", "Bind", "Thresh", "Weigh", "Load", "Ship", "Sell", "Eat")
    ]
    assert _text(before="".join(f"<p>{line}</p>" for line in lines)) == [*lines, *PARAGRAPHS]


def test_a_heading_that_ends_a_text_led_to_something_else() -> None:
    """What stood under it is no text."""
    assert _text(behind="<h3>Farther Down the Line</h3>") == PARAGRAPHS
