"""Sites with a folder for each article, and archives that hold a part of a site: what is counted together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from pipelines.archive.derive import derive
from pipelines.document.textblock import TextBlock
from pipelines.site.grouping import Group, grouped
from pipelines.site.learner import Learner
from pipelines.site.looks import looks
from pipelines.site.model import block_key
from tests.ezine.site import alone, ezine
from tests.pipelines.magazines import lines
from tests.pipelines.reading import memento

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SITE = "http://wire.example"
FIELDS = ("title", "authors", "text", "unplaced")


def _blocks(*texts: str) -> tuple[TextBlock, ...]:
    return tuple(TextBlock(n, text, text, words=len(text.split())) for n, text in enumerate(texts))


def _read(pages: Mapping[str, str], folder: Path) -> list[tuple[object, ...]]:
    captures = [memento(page, url, second=n) for n, (url, page) in enumerate(pages.items())]
    derive(captures, profile=sites.load("generic"), folder=folder)
    found = {line["url"]: tuple(line[name] for name in FIELDS) for line in lines(folder / "articles.jsonl")}
    return [found[url] for url in pages]


def test_a_folder_for_each_article_changes_hardly_an_article(tmp_path: Path) -> None:
    """What their pages have in common is the frame of the folder around."""
    pages = alone(ezine(24)).pages
    own = {f"{url.removesuffix('.html')}/": page for url, page in pages.items()}
    both = zip(_read(own, tmp_path / "own"), _read(pages, tmp_path / "together"), strict=True)
    assert sum(one != other for one, other in both) <= len(pages) // 50


def test_pages_of_small_folders_are_counted_with_those_around() -> None:
    """Three issues of five articles, each in a folder of its own, and an issue of two: as issues, and with the rest."""
    keys = [f"{SITE}/{issue}/article{n}/" for issue in (1, 2, 3) for n in range(5)]
    groups = grouped([*keys, f"{SITE}/4/a/", f"{SITE}/4/b/", f"{SITE}/", f"{SITE}/about.html"])
    assert {groups[key].folder for key in keys} == {f"{SITE}/1", f"{SITE}/2", f"{SITE}/3"}
    assert all(groups[key].several for key in keys)
    assert groups[f"{SITE}/4/a/"] == groups[f"{SITE}/"] == groups[f"{SITE}/about.html"]


def test_a_whole_folder_is_not_several() -> None:
    """A series keeps to one: what its pages say is no frame for that."""
    groups = grouped([f"{SITE}/tips/{n}.html" for n in range(6)])
    assert not any(group.several for group in groups.values())


def _with_a_folder(*said: str, pages: int = 300) -> set[str]:
    """Return the keys learned of a site with a frame and of ten pages in a folder of their own that say `said`."""
    learner = Learner()
    for n in range(pages):
        texts = (
            "Printed in the harbour",
            "Write to the keeper",
            f"own {'abcdefghij'[n % 10]}{n // 10 * 'x'}",
        )
        learner.add(_blocks(*texts), group=Group(f"{n // 10}", f"{n // 10}"), address=f"{SITE}/{n}")
    for n in range(10):
        more = (*said, f"other {'abcdefghij'[n]}")
        learner.add(_blocks(*more), group=Group("node", "node"), address=f"{SITE}/node/{n}")
    return set(learner.model().keys)


def test_a_look_that_keeps_to_one_folder_is_learned() -> None:
    """Its pages are less than a tenth of all, and show nothing of what the others do."""
    said = ("Log in to post a comment", "Powered by a hurdy-gurdy", "Who is online", "Printed in the harbour")
    assert {block_key(text) for text in said} <= _with_a_folder(*said)


def test_a_series_in_a_folder_of_its_own_keeps_its_words() -> None:
    """Its pages show the site's frame beside them."""
    own = ("Questions to the lawyer", "The answers do not replace his advice")
    known = _with_a_folder("Printed in the harbour", "Write to the keeper", *own)
    assert block_key("Printed in the harbour") in known
    assert known.isdisjoint(map(block_key, own))


def test_pages_named_alike_are_a_look_if_they_show_nothing_of_others() -> None:
    """Of `article.php?sid=47` no name tells what it is; a series would have the frame of the others."""
    old = [{"motto", "copyright", "previous next", f"text {n}"} for n in range(6)]
    new = [{"search", "sponsor", "login", "poll", "topics", f"text {n}"} for n in range(6, 12)]
    names = [*(f"subject-{n}.html" for n in range(6)), *["article.php?sid=0"] * 6]
    assert looks([*old, *new], names) == [[*range(6)], [*range(6, 12)]]


def test_a_few_pages_that_lie_with_another_look_make_no_frame_seldom() -> None:
    """Two of thirteen pages are counted with ten others; the eleven are enough."""
    learner = Learner()
    for n in range(11):
        learner.add(_blocks("Set by hand", f"own {'abcdefghijk'[n]}"), group=Group("a", "a", several=True))
    for n in range(12):
        said = "Set by hand" if n < 2 else "Made with care"
        learner.add(_blocks(said, f"other {'abcdefghijkl'[n]}"), group=Group("b", "b", several=True))
    for n in range(200):
        learner.add(
            _blocks(f"more {'abcdefghij'[n // 20]}{n % 20 * 'x'}"), group=Group(f"c{n // 5}", f"c{n // 5}")
        )
    assert block_key("Set by hand") in learner.model().keys
