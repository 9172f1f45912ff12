"""Which pages of one folder have the same look."""

from __future__ import annotations

from pipelines.document.textblock import TextBlock
from pipelines.site.grouping import Group
from pipelines.site.learner import Learner
from pipelines.site.looks import looks as by_name
from pipelines.site.model import block_key


def looks(pages: list[set[str]]) -> list[list[int]]:
    """Return the looks of pages that are named after their subjects."""
    return by_name(pages, [f"subject-{at}" for at in range(len(pages))])


def test_pages_of_two_looks_in_one_folder_are_told_apart() -> None:
    """A page shows most of its look's frame, not all of it, and texts of its own."""
    old = [{"motto", "copyright", "previous next", f"text {n}"} for n in range(5)]
    new = [{"search", "sponsor", "previous next", f"text {n}"} for n in range(5, 11)]
    last = {"motto", "copyright", "previous", "text 11"}
    assert looks([*old, *new, last]) == [[0, 1, 2, 3, 4, 11], [5, 6, 7, 8, 9, 10]]


def test_a_few_odd_pages_are_counted_with_their_neighbours() -> None:
    """Contents and covers are no look: a share is one of all pages around."""
    pages = [{"motto", "copyright", f"text {n}"} for n in range(6)]
    odd = [{"contents", "cover"}, {"contents", "cover", "more"}]
    assert looks([*odd, *pages]) == [[*range(8)]]
    others = [{"search", "sponsor", f"text {n}"} for n in range(6)]
    assert looks([*pages, *odd, *others]) == [[*range(8)], [*range(8, 14)]]


def test_a_column_in_many_issues_is_no_look() -> None:
    """Its heading stands beside the frame of all others."""
    pages = [{"motto", "copyright", *(("column",) if n % 3 == 0 else ()), f"text {n}"} for n in range(18)]
    assert looks(pages) == [[*range(18)]]


def test_pages_with_nothing_in_common_are_of_one_look() -> None:
    """Nothing is known of them."""
    assert looks([{f"text {n}"} for n in range(7)]) == [[*range(7)]]
    assert looks([]) == [[]]


def test_what_half_of_the_pages_say_makes_no_look() -> None:
    """A heading that many articles have stands beside the same frame as no heading."""
    pages = [{"motto", *(("introduction",) if n % 2 else ()), f"text {n}"} for n in range(20)]
    assert looks(pages) == [[*range(20)]]


def test_a_column_whose_pages_lie_side_by_side_is_no_look() -> None:
    """`tips1`, `tips2` and so on say the same heading each time; their names give them away."""
    tips = [{"motto", "two-minute tips", "write to us", f"text {n}"} for n in range(8)]
    news = [{"motto", "news bytes", "all the news", f"text {n}"} for n in range(8, 16)]
    assert by_name([*tips, *news], ["tips0.html"] * 8 + ["news0.html"] * 8) == [[*range(16)]]


def _blocks(*texts: str) -> tuple[TextBlock, ...]:
    return tuple(TextBlock(n, text, text, words=len(text.split())) for n, text in enumerate(texts))


def test_a_page_counted_with_those_of_other_folders_makes_no_frame_seldom() -> None:
    """Two folders say it on each page; of twenty small ones that are counted together one does, too."""
    learner = Learner()
    for folder in ("a", "b"):
        for n in range(6):
            learner.add(_blocks("Printed in the harbour", f"own {folder} {n} x"), group=Group(folder, folder))
    for n in range(100):
        said = (
            "Printed in the harbour" if n == 7 else f"another {'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}"
        )
        learner.add(_blocks(said), group=Group(f"c{n // 3}", f"c{n // 3}"))
    model = learner.model()
    key = block_key("Printed in the harbour")
    assert model.share(key, model.keys[key]) == 1.0


def test_what_one_folder_and_small_ones_say_stands_in_several() -> None:
    """Hardly a folder's frame is a tenth of a site: that it stands elsewhere, too, makes it more than a series."""
    learner = Learner()
    for n in range(8):
        learner.add(_blocks("Set by the night shift", f"own {n} x"), group=Group("a", "a"))
    for n in range(300):
        said = (
            "Set by the night shift"
            if n == 7
            else f"another {'abcdefghij'[n // 30]}{'abcdefghij'[n % 10]} {n % 3}"
        )
        learner.add(_blocks(said), group=Group(f"c{n // 3}", f"c{n // 3}"))
    assert block_key("Set by the night shift") in learner.model().keys
