"""A page that lists others with the beginnings of their texts is no article; one that leads to others is."""

from __future__ import annotations

import pytest

from pipelines.site.evidence import NO_EVIDENCE, SiteEvidence
from pipelines.site.model import SiteModel, block_key
from tests.pipelines.reading import MORE, PROSE, URL, settled

_TITLES = ("Wheat on the Northern Line", "A Port for Grain", "What the Steppe Costs", "Wagons", "Elevators")
_FOLDER = URL.rpartition("/")[0]
_KNOWN = SiteEvidence(model=SiteModel(pages=100, keys={block_key("Licence"): 90}))


def _teaser(at: int, title: str, more: str, author: str = "") -> str:
    link = f"<a href='{_FOLDER}/{60 + at}.html'>"
    return f"<h2>{link}{title}</a></h2>{author}<p>{PROSE} {at} [...]{more.format(link)}</p>"


def _is_article(
    *body: str, head: str = "In this issue", evidence: SiteEvidence = _KNOWN, url: str = URL
) -> bool:
    html = f"<html><head><title>{head}</title></head><body>{''.join(body)}<p>Licence</p></body></html>"
    return settled(html, evidence=evidence, url=url).article is not None


@pytest.mark.parametrize("more", [" {0}Continue reading</a>", "</p><p>{0}Read the whole article</a>", ""])
@pytest.mark.parametrize("author", ["", "<div>by Anna Petrova</div>"])
def test_beginnings_of_other_pages_texts_are_no_article(more: str, author: str) -> None:
    """Whether each leads to its page twice, or the line above alone does, which looks like the title."""
    teasers = [_teaser(at, title, more, author) for at, title in enumerate(_TITLES[:3])]
    assert not _is_article(*teasers, head="The Northern Line")


def test_nor_are_they_under_a_heading_of_their_own() -> None:
    """Five are enough there if they lead on twice; where they do so once, an article tells of five things."""
    twice = [_teaser(at, title, " {0}more</a>") for at, title in enumerate(_TITLES)]
    assert not _is_article("<h1>In this issue</h1>", *twice)
    once = [_teaser(at, title, "") for at, title in enumerate(_TITLES)]
    assert _is_article("<h1>Five Things on Grain</h1>", *once, head="Five Things on Grain")


def test_on_a_site_nothing_is_known_of_they_are() -> None:
    """Whoever has one page read takes it for an article."""
    teasers = [_teaser(at, title, " {0}more</a>") for at, title in enumerate(_TITLES)]
    assert _is_article(*teasers, evidence=NO_EVIDENCE)


def test_an_article_between_whose_paragraphs_stand_links_is_one() -> None:
    """`Read also` stands behind its beginning."""
    text = f"<p>{MORE}</p>" + "".join(_teaser(at, title, "") for at, title in enumerate(_TITLES))
    assert _is_article("<h1>The Northern Line</h1>", text, head="The Northern Line")


def test_an_article_below_a_trail_with_a_link_or_two_is_one() -> None:
    """A trail above the text and a hint within it are no lines over teasers."""
    trail, hint = (
        f"<p><a href='{_FOLDER}/{n}.html'>{text}</a></p>" for n, text in ((1, "Trade"), (2, "Wagons"))
    )
    assert _is_article(
        "<h1>The Northern Line</h1>",
        trail,
        f"<p>{PROSE}</p>",
        hint,
        f"<p>{MORE} {PROSE}</p>",
        head="The Northern Line",
    )


def test_an_article_on_other_sites_is_one() -> None:
    """Sites of the month: each line leads out."""
    sites = [
        f"<h2><a href='http://{word}.example/'>{word.title()}</a></h2><p>{PROSE} {word}</p>"
        for word in ("wheat", "rye", "oats", "barley", "millet")
    ]
    assert _is_article("<h1>Five Sites on Grain</h1>", *sites, head="Five Sites on Grain")


def test_a_beginning_that_leads_on_is_no_title() -> None:
    """Not where it is the first line behind the frame, either."""
    teasers = [_teaser(at, title, " {0}Continue reading</a>") for at, title in enumerate(_TITLES[:3])]
    short = f"<p>Wagons are short. [...] <a href='{_FOLDER}/59.html'>Continue reading</a></p>"
    plain = "".join(teasers).replace("<h2>", "<p>").replace("</h2>", "</p>")
    assert not _is_article(short, plain, head="The Northern Line")


def _told(at: int, title: str, more: str = "") -> str:
    link = f"<a href='{60 + at}.html'>{title}</a>"
    return f"<dl><dt>Anna Petrova: {link}</dt><dd>What she saw on her way there, number {at}. {PROSE}</dd></dl>{more}"


def test_what_is_told_of_each_of_a_folder_s_pages_is_no_article() -> None:
    """The first page says it below each, and a word of greeting above; an article has its own text."""
    title, front = f"<h1>The Harvest</h1><p>{MORE}</p>", f"{_FOLDER}/"
    listed = "".join(_told(at, title) for at, title in enumerate(_TITLES))
    own = "".join(
        _told(at, title, f"<p>{MORE} So it went, {at} times.</p>") for at, title in enumerate(_TITLES)
    )
    assert not _is_article(title, listed, head="The Harvest", url=front)
    assert _is_article(title, own, head="The Harvest", url=front)
    assert _is_article(title, listed, head="The Harvest")
    assert _is_article(title, listed, head="The Harvest", url=front, evidence=NO_EVIDENCE)
