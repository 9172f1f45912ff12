"""Pages that came and don't count: archived, named, and no good article is replaced by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.archive.derive import Derived, derive_archive
from tests.pipelines.magazines import lines
from tests.pipelines.reading import MORE, PROFILE, PROSE, URL, memento, page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from output.memento import Memento

LONG = " ".join(f"{MORE} The clerk of ledger {word} wrote it down." for word in "abcdefgh")
GOOD = page(PROSE, LONG)


def _derive(captures: Iterable[Memento], folder: Path) -> Derived:
    return derive_archive(captures, profile=PROFILE, folder=folder)


def _plain(title: str, *paragraphs: str) -> str:
    """Return a page with nothing of the magazine on it."""
    return f"<title>{title}</title>" + "".join(f"<p>{text}</p>" for text in paragraphs)


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ("", "the page shows nothing"),
        ("<html><body></body></html>", "the page shows nothing"),
        (
            _plain("404 Not Found", "The page you asked for was not found."),
            "the page says that it is none (soft 404)",
        ),
        (
            _plain("One moment", "Please show that you are not a robot to go on to the site."),
            "the page asks whether a human is there",
        ),
        (_plain("Members", "Please log in to read this page. Forgotten?"), "the page asks for a login"),
        (_plain("Sorry", "Your IP address has been blocked."), "the page says that somebody is shut out"),
        (page(), "the page shows no article any more"),
        (
            page("Text of the article was removed at the wish of its author, see the printed issue."),
            "the article has shrunk from",
        ),
    ],
)
def test_a_page_that_fails_replaces_no_good_one(later: str, reason: str, tmp_path: Path) -> None:
    """The article stays what it was when its page says nothing, and the page is named with the reason."""
    for seconds in ((1, 2), (2, 1)):
        derived = _derive(
            [memento(GOOD, second=1), memento(later, second=2)][:: seconds[1] - seconds[0]], tmp_path
        )
        (article,) = lines(tmp_path / "articles.jsonl")
        assert article["capture"]["date"] == "2026-01-01T12:00:01.000000Z"
        (one,) = derived.quarantined
        assert (one.url, one.date.second) == (URL, 2)
        assert one.reason.startswith(reason)


def test_a_good_page_after_bad_ones_counts_again(tmp_path: Path) -> None:
    """Bad pages may come again and again; the last good one stays until the next."""
    bad = [page(), _plain("Members", "Please log in to read this page."), page()]
    captures = [memento(GOOD, second=1), *(memento(body, second=2 + at) for at, body in enumerate(bad))]
    derived = _derive(captures, tmp_path)
    (article,) = lines(tmp_path / "articles.jsonl")
    assert (article["capture"]["date"][17:19], len(derived.quarantined)) == ("01", 1)
    derived = _derive([*captures, memento(page(PROSE, LONG, MORE), second=9)], tmp_path)
    (article,) = lines(tmp_path / "articles.jsonl")
    assert (article["capture"]["date"][17:19], derived.quarantined) == ("09", ())


def test_one_text_at_many_addresses_is_not_believed(tmp_path: Path) -> None:
    """Where several pages say the same that said different things, what they said before counts."""
    urls = [URL.replace("55.html", f"{at}.html") for at in (54, 55, 56)]
    own = [
        page(f"{PROSE} The {word} came last.", LONG, title=f"On the {word}")
        for word in ("rye", "oats", "maize")
    ]
    offer = _plain(
        "Cheap flights", *[f"Flights to the south, every {day} at nine. {MORE}" for day in "abcdefg"]
    )
    captures = [memento(body, url, second=at) for at, (body, url) in enumerate(zip(own, urls, strict=True))]
    spoilt = [memento(offer, url, second=10 + at) for at, url in enumerate(urls)]
    derived = _derive([*captures, *spoilt, *(memento(offer, url, second=40) for url in urls)], tmp_path)
    assert sorted(line["title"] for line in lines(tmp_path / "articles.jsonl")) == [
        "On the maize",
        "On the oats",
        "On the rye",
    ]
    assert [(one.url, one.reason) for one in derived.quarantined] == [
        (url, "3 pages that said different things say the same") for url in urls
    ]


def test_a_shorter_article_is_an_article(tmp_path: Path) -> None:
    """An article may be edited down; only what is next to nothing of it is not believed."""
    derived = _derive(
        [memento(GOOD, second=1), memento(page(PROSE, LONG[: len(LONG) // 3]), second=2)], tmp_path
    )
    (article,) = lines(tmp_path / "articles.jsonl")
    assert (article["capture"]["date"][17:19], derived.quarantined) == ("02", ())


def test_words_of_an_excuse_may_stand_in_an_article(tmp_path: Path) -> None:
    """A magazine's page that writes of captchas and logins is a page."""
    text = "Please log in, said the captcha, and the clerk who was not a robot laughed until the train came."
    derived = _derive([memento(GOOD, second=1), memento(page(PROSE, LONG, text), second=2)], tmp_path)
    (article,) = lines(tmp_path / "articles.jsonl")
    assert (article["capture"]["date"][17:19], derived.quarantined) == ("02", ())
