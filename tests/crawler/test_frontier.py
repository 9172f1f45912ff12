"""The walk over an issue index, on magazines made of a few values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from crawler.frontier import Frontier
from crawler.visits import Bounds, Gap, Visit
from crawler.wanted import Wanted, parse_issues, parse_years
from output.errors import UsageError
from pipelines.page import ContentsEntry, IssueLink, PageSummary, Step
from pipelines.profile import Profile

if TYPE_CHECKING:
    from output.models import Article

SITE = "http://magazine.example"
START_URLS = (f"{SITE}/a/1.html", f"{SITE}/a/2.html")
PROFILE = Profile(name="m", title="M", hosts=("magazine.example",), start_urls=START_URLS)
INDEX = (
    IssueLink(year=2005, number="2", url=f"{SITE}/i/2"),
    IssueLink(year=2005, number="1", url=f"{SITE}/i/1"),
    IssueLink(year=2004, number="5/6", url=f"{SITE}/i/0"),
)
AN_ARTICLE = cast("Article", object())


def entries(*pairs: tuple[str, str | None]) -> tuple[ContentsEntry, ...]:
    """Make contents of titles and addresses."""
    return tuple(ContentsEntry(title=title, authors=(), url=url) for title, url in pairs)


def page(
    url: str,
    *,
    index: tuple[IssueLink, ...] = INDEX,
    contents: tuple[ContentsEntry, ...] = (),
    masthead: IssueLink | None = None,
    requisites: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
    article: bool = True,
    frames: tuple[str, ...] = (),
    steps: tuple[str, ...] = (),
    years: tuple[tuple[int, str], ...] = (),
) -> PageSummary:
    """Make the summary of a page."""
    return PageSummary(
        url=url,
        issue_index=index,
        contents=contents,
        masthead=masthead,
        requisites=requisites,
        links=links,
        article=AN_ARTICLE if article else None,
        furniture=(),
        unplaced=(),
        frames=frames,
        steps=tuple(Step(url=url, of_text=False) for url in steps),
        years=years,
    )


def frontier(*seeds: str, wanted: Wanted | None = None, bounds: Bounds | None = None) -> Frontier:
    """Make a frontier that wants everything unless told otherwise."""
    return Frontier(profile=PROFILE, seeds=seeds, wanted=wanted or Wanted(), bounds=bounds)


def walk(front: Frontier, pages: dict[str, PageSummary]) -> list[Visit]:
    """Visit everything that `front` asks for, first come first served; what is not in `pages` fails as absent."""
    queue, made = list(front.start()), []
    while queue:
        visit = queue.pop(0)
        made.append(visit)
        summary = pages.get(visit.url)
        if visit.kind == "requisite" and summary is not None:
            queue += front.bare(visit, visit.url)
        elif summary is not None:
            queue += front.page(visit, summary)
        else:
            queue += front.failed(visit, "status 404", absent=True)
    return made


def urls(visits: list[Visit] | tuple[Visit, ...]) -> list[str]:
    """Return addresses without the site."""
    return [visit.url.removeprefix(SITE) for visit in visits]


def test_index_then_issues_then_articles() -> None:
    """A home page shows the index, issue pages list articles, articles list each other again."""
    listed = {n: entries(("A", f"{SITE}/i/{n}/a"), ("B", f"{SITE}/i/{n}/b")) for n in "012"}
    pages = {f"{SITE}/home": page(f"{SITE}/home", article=False)}
    for n in "012":
        pages[f"{SITE}/i/{n}"] = page(f"{SITE}/i/{n}", contents=listed[n], article=False)
        for name in "ab":
            pages[f"{SITE}/i/{n}/{name}"] = page(f"{SITE}/i/{n}/{name}", contents=listed[n])
    front = frontier(f"{SITE}/home")
    made = walk(front, pages)
    assert urls(made) == [
        "/home", "/i/2", "/i/1", "/i/0",
        "/i/2/a", "/i/2/b", "/i/1/a", "/i/1/b", "/i/0/a", "/i/0/b",
    ]  # fmt: skip
    assert [visit.issue for visit in made[1:6]] == ["2005-2", "2005-1", "2004-5-6", "2005-2", "2005-2"]
    assert [visit.hops for visit in made[:5]] == ["", "L", "L", "L", "LL"]
    assert made[4].via == f"{SITE}/i/2"
    assert front.gaps() == ()
    assert front.refusals() == ()
    assert [(s.link.id, len(s.promised), s.fetched) for s in front.finished()] == [
        ("2005-2", 2, 3), ("2005-1", 2, 3), ("2004-5-6", 2, 3),
    ]  # fmt: skip
    assert (front.progress().issues_wanted, front.progress().issues_done) == (3, 3)


def test_issue_link_straight_to_its_first_article() -> None:
    """The first article carries the contents of the others; together they are the issue."""
    index = INDEX[:1]
    others = entries(("B", f"{SITE}/b"), ("C", f"{SITE}/c"))
    pages = {
        f"{SITE}/home": page(f"{SITE}/home", index=index, article=False),
        f"{SITE}/i/2": page(f"{SITE}/i/2", index=index, contents=others),
        f"{SITE}/b": page(
            f"{SITE}/b", index=index, contents=entries(("A", f"{SITE}/i/2"), ("C", f"{SITE}/c"))
        ),
        f"{SITE}/c": page(
            f"{SITE}/c", index=index, contents=entries(("A", f"{SITE}/i/2"), ("B", f"{SITE}/b"))
        ),
    }
    front = frontier(f"{SITE}/home")
    assert urls(walk(front, pages)) == ["/home", "/i/2", "/b", "/c"]
    assert front.gaps() == ()


def test_start_at_an_article_whose_issue_its_masthead_tells() -> None:
    """The start page is on its issue's account, and its contents are followed as that issue's."""
    here = IssueLink(year=2005, number="1", url=None)
    summary = page(f"{SITE}/x", contents=entries(("B", f"{SITE}/b")), masthead=here)
    front = frontier(f"{SITE}/x", wanted=Wanted(issues=("2005-1",)))
    (start,) = front.start()
    found = front.page(start, summary)
    assert [(visit.url, visit.issue) for visit in found] == [
        (f"{SITE}/i/1", "2005-1"),
        (f"{SITE}/b", "2005-1"),
    ]


def test_start_page_that_is_the_issues_own_page_is_not_fetched_twice() -> None:
    """The index links the start page itself, under www and https."""
    index = (IssueLink(year=2005, number="1", url="https://www.magazine.example/x"),)
    summary = page(f"{SITE}/x", index=index, contents=entries(("B", f"{SITE}/b")))
    front = frontier(f"{SITE}/x")
    assert urls(walk(front, {f"{SITE}/x": summary, f"{SITE}/b": page(f"{SITE}/b", index=index)})) == [
        "/x",
        "/b",
    ]
    assert [(state.link.id, state.fetched) for state in front.finished()] == [("2005-1", 2)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(years=parse_years("2005")), ["/i/2", "/i/1"]),
        (Wanted(years=parse_years("2000-2004")), ["/i/0"]),
        (Wanted(issues=parse_issues("2004-5/6,2005-1")), ["/i/1", "/i/0"]),
        (Wanted(years=parse_years("2005"), issues=parse_issues("2005-1,2004-5-6")), ["/i/1"]),
        (Wanted(limit=2), ["/i/2", "/i/1"]),
    ],
)
def test_only_wanted_issues_are_followed(wanted: Wanted, expected: list[str]) -> None:
    """Years and issues each narrow the choice, the limit takes the first of the index."""
    front = frontier(f"{SITE}/home", wanted=wanted)
    (start,) = front.start()
    assert urls(front.page(start, page(f"{SITE}/home", article=False))) == expected


@pytest.mark.parametrize("text", ["", "05", "2005-", "2016-2000", "2005;2006", "2005-2006-2007"])
def test_wrong_years_are_a_usage_error(text: str) -> None:
    """What is no span of years is refused by name."""
    with pytest.raises(UsageError, match="--years"):
        parse_years(text)


@pytest.mark.parametrize("text", ["", "2005", "2005-x", "5-2005", "2005-4,"])
def test_wrong_issues_are_a_usage_error(text: str) -> None:
    """What is no issue id is refused by name."""
    with pytest.raises(UsageError, match="--issues"):
        parse_issues(text)


def test_requisites_on_the_sites_own_hosts_only() -> None:
    """Counters on other hosts are noted, never fetched; each requisite is fetched once."""
    asked = (f"{SITE}/logo.gif", "https://www.magazine.example/logo.gif", "http://counter.example/top.gif")
    front = frontier(f"{SITE}/home", wanted=Wanted(limit=0))
    (start,) = front.start()
    found = front.page(start, page(f"{SITE}/home", requisites=(*asked, "data:image/gif;base64,R0")))
    assert [(visit.url, visit.kind, visit.hops) for visit in found] == [
        (f"{SITE}/logo.gif", "requisite", "E")
    ]
    assert front.elsewhere() == {"counter.example": 1}


def test_failures_are_gaps_of_their_issue() -> None:
    """A missing article, a page without an article, an article elsewhere; an absent image is only counted."""
    index = INDEX[:1]
    contents = entries(("A", f"{SITE}/a"), ("B", f"{SITE}/b"), ("C", "http://other.example/c"), ("D", None))
    pages = {
        f"{SITE}/home": page(f"{SITE}/home", index=index, article=False, requisites=(f"{SITE}/no.gif",)),
        f"{SITE}/i/2": page(f"{SITE}/i/2", index=index, contents=contents, article=False),
        f"{SITE}/b": page(f"{SITE}/b", index=index, article=False),
    }
    front = frontier(f"{SITE}/home")
    walk(front, pages)
    assert front.gaps() == (
        Gap(issue="2005-2", kind="article", url="http://other.example/c", reason="on another host"),
        Gap(issue="2005-2", kind="article", url=f"{SITE}/a", reason="status 404"),
        Gap(issue="2005-2", kind="article", url=f"{SITE}/b", reason="the page shows no article"),
    )
    assert front.gaps(held={f"{SITE}/a", f"{SITE}/b"}) == front.gaps()[:2]
    assert front.absent == 1
    assert front.progress().issues_done == 1


def test_wanted_issue_that_the_index_does_not_have_is_a_gap() -> None:
    """Asking for an issue that doesn't exist is said, not passed over; one without an address too."""
    index = (IssueLink(year=2005, number="1", url=None),)
    front = frontier(f"{SITE}/home", wanted=Wanted(issues=("2005-1", "2005-9")))
    walk(front, {f"{SITE}/home": page(f"{SITE}/home", index=index, article=False)})
    assert [(gap.issue, gap.reason) for gap in front.gaps()] == [
        ("2005-1", "the index gives no address"),
        ("2005-9", "not in the index"),
    ]


def test_second_address_of_an_issue_is_tried_when_the_first_fails() -> None:
    """Two pages link an issue differently: the second address is kept for need."""
    other = (IssueLink(year=2005, number="2", url=f"{SITE}/other"),)
    pages = {
        f"{SITE}/home": page(f"{SITE}/home", index=INDEX[:1], article=False),
        f"{SITE}/second": page(f"{SITE}/second", index=other, article=False),
        f"{SITE}/other": page(f"{SITE}/other", index=other),
    }
    front = frontier(f"{SITE}/home", f"{SITE}/second")
    assert urls(walk(front, pages)) == ["/home", "/second", "/i/2", "/other"]
    assert front.gaps() == ()


def test_unknown_session_ids_do_not_run_away() -> None:
    """Every page gives every link a new token: each issue and each article is fetched once all the same."""
    front = frontier(f"{SITE}/home")
    queue, made = list(front.start()), 0
    while queue:
        visit = queue.pop(0)
        made += 1
        index = tuple(IssueLink(year=2005, number=str(n), url=f"{SITE}/i/{n}?zz={made}") for n in (1, 2))
        contents = (
            entries(*((t, f"{SITE}/i/{visit.issue}/{t}?zz={made}") for t in "ab")) if visit.issue else ()
        )
        queue += front.page(visit, page(visit.url, index=index, contents=contents))
    assert made == 1 + 2 + 2 * 2
    assert {(refusal.reason, refusal.cut) for refusal in front.refusals()} == {
        ("another address of an issue", False), ("another address of an article", False),
    }  # fmt: skip


def test_endless_contents_stop_at_the_issues_bound() -> None:
    """A calendar-like trap, each page promising a next one, is cut and said to be cut."""
    front = frontier(f"{SITE}/home", bounds=Bounds(pages_per_issue=10))
    queue, made = list(front.start()), 0
    while queue:
        visit = queue.pop(0)
        made += 1
        contents = entries((f"day {made}", f"{SITE}/day?n={made}")) if visit.issue else ()
        queue += front.page(visit, page(visit.url, index=INDEX[:1], contents=contents))
    assert made == 1 + 10
    (refusal,) = front.refusals()
    assert (refusal.reason, refusal.count, refusal.cut) == ("bound: pages an issue", 1, True)
    assert refusal.examples == (f"{SITE}/day?n=11",)


def test_paths_that_bite_their_tail_are_refused() -> None:
    """A relative link that grows the path is followed a few times, then refused as a trap."""
    front = frontier(f"{SITE}/home")
    queue = list(front.start())
    while queue:
        visit = queue.pop(0)
        contents = entries((visit.url, f"{visit.url}/more")) if visit.issue else ()
        queue += front.page(visit, page(visit.url, index=INDEX[:1], contents=contents))
    assert [(refusal.reason, refusal.cut) for refusal in front.refusals()] == [("path repeats itself", True)]


def test_profiles_other_start_urls_are_tried_one_after_the_other() -> None:
    """The first start URL is gone, the second shows the index; the first is no gap then."""
    front = frontier()
    made = walk(
        front,
        {f"{SITE}/a/2.html": page(f"{SITE}/a/2.html", index=INDEX[:1]), f"{SITE}/i/2": page(f"{SITE}/i/2")},
    )
    assert urls(made)[:3] == ["/a/1.html", "/a/2.html", "/i/2"]
    assert [gap.url for gap in front.gaps() if gap.kind == "home"] == []


def test_start_page_without_an_index_sends_scouts_over_the_site() -> None:
    """Root first, then links that sound like an archive, never other hosts; scouting ends with the index."""
    links = (f"{SITE}/contacts", f"{SITE}/archive", "http://other.example/archive", f"{SITE}/pic.gif")
    pages = {
        f"{SITE}/news/1": page(f"{SITE}/news/1", index=(), links=links),
        f"{SITE}/": page(f"{SITE}/", index=(), links=links, article=False),
        f"{SITE}/archive": page(f"{SITE}/archive", index=INDEX[:1], article=False),
        f"{SITE}/i/2": page(f"{SITE}/i/2", index=INDEX[:1]),
    }
    front = frontier(f"{SITE}/news/1")
    assert urls(walk(front, pages)) == ["/news/1", "/", "/archive", "/i/2"]
    assert front.index_found


def test_scouting_is_bounded() -> None:
    """A site without an index is left after a bounded number of pages."""
    front = frontier(f"{SITE}/0", bounds=Bounds(scouts=5))
    queue, made = list(front.start()), 0
    while queue:
        visit = queue.pop(0)
        made += 1
        links = tuple(f"{SITE}/{made}-{n}" for n in range(10))
        queue += front.page(visit, page(visit.url, index=(), links=links))
    assert made == 1 + 5
    assert not front.index_found


def test_contents_of_a_page_without_index_or_masthead_are_followed_too() -> None:
    """A contents page alone gives its articles; a later index then takes them over."""
    front = frontier(f"{SITE}/c")
    (start,) = front.start()
    found = front.page(
        start, page(f"{SITE}/c", index=(), contents=entries(("A", f"{SITE}/a")), article=False)
    )
    assert (found[0].url, found[0].issue) == (f"{SITE}/a", None)
    (issue,) = front.page(found[0], page(f"{SITE}/a", index=INDEX[:1]))
    front.page(issue, page(issue.url, index=INDEX[:1], contents=entries(("A", f"{SITE}/a")), article=False))
    assert [(state.link.id, state.fetched) for state in front.finished()] == [("2005-2", 2)]


def test_page_met_under_its_redirects_target_is_not_fetched_again() -> None:
    """The start URL redirects to the page that the index links as an issue."""
    front = frontier(f"{SITE}/old")
    (start,) = front.start()
    assert front.page(start, page(f"{SITE}/i/2", index=INDEX[:1])) == ()
    assert [state.link.id for state in front.finished()] == ["2005-2"]


def test_unchanged_index_costs_next_to_nothing() -> None:
    """A page that brings nothing new gives nothing, however often it shows the 81 links."""
    index = tuple(IssueLink(year=2000 + n // 5, number=str(n % 5), url=f"{SITE}/i/{n}") for n in range(81))
    front = frontier(f"{SITE}/home")
    (start,) = front.start()
    visits = front.page(start, page(f"{SITE}/home", index=index, article=False))
    assert len(visits) == 81
    assert all(front.page(visit, page(visit.url, index=tuple(index))) == () for visit in visits)


def test_page_that_only_sends_on_hands_its_place_to_its_target() -> None:
    """An issue's link leads to a page with a refresh; its target is the issue's page then, and no gap is left."""
    front = frontier(f"{SITE}/home")
    (start,) = front.start()
    (issue,) = front.page(start, page(f"{SITE}/home", index=INDEX[:1], article=False))
    (target,) = front.points_on(issue, issue.url, f"{SITE}/first")
    assert (target.url, target.kind, target.issue) == (f"{SITE}/first", "issue", "2005-2")
    assert front.finished() == ()
    (second,) = front.page(target, page(target.url, index=INDEX[:1], contents=entries(("B", f"{SITE}/b"))))
    front.page(second, page(second.url, index=INDEX[:1]))
    assert [state.link.id for state in front.finished()] == ["2005-2"]
    assert front.gaps() == ()


FOLDERS = tuple(IssueLink(year=2005, number=str(n), url=f"{SITE}/{n}/") for n in (1, 2, 3))


def walked(
    pages: dict[str, PageSummary], *, index: tuple[IssueLink, ...] = FOLDERS
) -> tuple[Frontier, list[str]]:
    """Walk over the first issue's `pages` (by path), which all show `index`; return what was visited but the home."""
    front = frontier(f"{SITE}/home", wanted=Wanted(issues=("2005-1",)))
    shown = {SITE + path: replace(summary, issue_index=index) for path, summary in pages.items()}
    shown[f"{SITE}/home"] = page(f"{SITE}/home", index=index, article=False)
    return front, urls(walk(front, shown))[1:]


def test_further_pages_of_an_article_are_its_issue_s() -> None:
    """Each leads to the next; what else the last one leads to is not followed."""
    front, made = walked(
        {
            "/1/": page(f"{SITE}/1/", contents=entries(("A", f"{SITE}/1/a.html")), article=False),
            "/1/a.html": page(
                f"{SITE}/1/a.html", contents=entries(("A", None)), steps=(f"{SITE}/1/a-2.html",)
            ),
            "/1/a-2.html": page(
                f"{SITE}/1/a-2.html", contents=entries(("A", None)), steps=(f"{SITE}/1/a-3.html",)
            ),
        }
    )
    assert made == ["/1/", "/1/a.html", "/1/a-2.html", "/1/a-3.html"]
    assert [(gap.url, gap.issue) for gap in front.gaps()] == [(f"{SITE}/1/a-3.html", "2005-1")]


def test_further_pages_of_an_issue_s_list() -> None:
    """What they list is the issue's; one that is not there is a gap."""
    front, made = walked(
        {
            "/1/": page(
                f"{SITE}/1/",
                contents=entries(("A", f"{SITE}/a")),
                article=False,
                steps=(f"{SITE}/1/?page=2",),
            ),
            "/1/?page=2": page(
                f"{SITE}/1/?page=2",
                contents=entries(("B", f"{SITE}/b")),
                article=False,
                steps=(f"{SITE}/1/?page=3", f"{SITE}/2/"),
            ),
            "/a": page(f"{SITE}/a"),
            "/b": page(f"{SITE}/b"),
        }
    )
    assert sorted(made) == ["/1/", "/1/?page=2", "/1/?page=3", "/a", "/b"]
    assert [(gap.url, gap.issue) for gap in front.gaps()] == [(f"{SITE}/1/?page=3", "2005-1")]


@pytest.mark.parametrize(
    "own",
    [
        page(f"{SITE}/1/", article=False, frames=(f"{SITE}/1/toc.html",), links=(f"{SITE}/1/other.html",)),
        page(f"{SITE}/1/", article=False, links=(f"{SITE}/about.html", f"{SITE}/1/toc.html", f"{SITE}/2/")),
    ],
    ids=["frames", "sections"],
)
def test_an_issue_s_contents_are_looked_for_inside(own: PageSummary) -> None:
    """In its frames, else in what its page leads to of its folder."""
    toc = page(f"{SITE}/1/toc.html", contents=entries(("A", f"{SITE}/1/a.html")), article=False)
    front, made = walked({"/1/": own, "/1/toc.html": toc, "/1/a.html": page(f"{SITE}/1/a.html")})
    assert made == ["/1/", "/1/toc.html", "/1/a.html"]
    assert front.gaps() == ()


def test_an_issue_s_page_that_leads_nowhere_is_a_gap() -> None:
    """As before there were parts."""
    front, made = walked({"/1/": page(f"{SITE}/1/", article=False, links=(f"{SITE}/about.html",))})
    assert made == ["/1/"]
    assert [gap.reason for gap in front.gaps()] == ["the page shows no article"]


def test_articles_that_nothing_lists_lead_on_to_each_other() -> None:
    """Within the issue's folder, and not where contents are told."""
    pages = {
        "/1/a.html": page(f"{SITE}/1/a.html", steps=(f"{SITE}/1/b.html", f"{SITE}/x.html")),
        "/1/b.html": page(f"{SITE}/1/b.html", steps=(f"{SITE}/1/c.html", f"{SITE}/2/a.html")),
        "/1/c.html": page(
            f"{SITE}/1/c.html", contents=entries(("B", f"{SITE}/1/b.html")), steps=(f"{SITE}/1/d.html",)
        ),
    }
    index = tuple(link._replace(url=f"{link.url}a.html") for link in FOLDERS)
    front, made = walked(pages, index=index)
    assert made == ["/1/a.html", "/1/b.html", "/1/c.html"]
    assert front.gaps() == ()


def test_the_index_goes_on_in_other_years_and_on_further_pages() -> None:
    """Years of which an issue is known are not asked for; a page without new issues leads no further."""

    def of(number: str, year: int, path: str, **more: Any) -> PageSummary:
        link = IssueLink(year=year, number=number, url=f"{SITE}/{year}-{number}")
        return page(f"{SITE}{path}", index=(link,), article=False, **more)

    years = tuple((year, f"{SITE}/{year}") for year in (2005, 2004, 2003))
    front = frontier(f"{SITE}/home", wanted=Wanted(limit=0))
    pages = {
        "/home": of("1", 2005, "/home", years=years),
        "/2004": of("1", 2004, "/2004", years=years, steps=(f"{SITE}/2004?page=2",)),
        "/2004?page=2": of("2", 2004, "/2004?page=2", steps=(f"{SITE}/2004?page=3",)),
        "/2004?page=3": of("2", 2004, "/2004?page=3", steps=(f"{SITE}/2004?page=4",)),
        "/2003": of("1", 2003, "/2003", years=years),
    }
    assert urls(walk(front, {SITE + path: summary for path, summary in pages.items()})) == [
        "/home", "/2004", "/2003", "/2004?page=2", "/2004?page=3",
    ]  # fmt: skip
    assert [link.id for link in front.index] == ["2005-1", "2004-1", "2003-1", "2004-2"]


def test_issues_that_are_listed_with_their_articles_need_no_page() -> None:
    """Those that are wanted are followed, to their pages, too, if they have some."""
    by_issue = (
        (IssueLink(year=2005, number="2", url=None), entries(("A", f"{SITE}/a"))),
        (IssueLink(year=2005, number="1", url=f"{SITE}/1/"), entries(("B", f"{SITE}/b"))),
        (IssueLink(year=2004, number="1", url=None), entries(("C", f"{SITE}/c"))),
    )
    home = replace(page(f"{SITE}/home", index=(), article=False), by_issue=by_issue)
    pages = {f"{SITE}{path}": page(f"{SITE}{path}", index=()) for path in ("/a", "/b", "/1/")}
    front = frontier(f"{SITE}/home", wanted=Wanted(years=parse_years("2005")))
    made = walk(front, {f"{SITE}/home": home, **pages})
    assert [(v.url.removeprefix(SITE), v.issue) for v in made[1:]] == [
        ("/1/", "2005-1"), ("/a", "2005-2"), ("/b", "2005-1"),
    ]  # fmt: skip
    assert front.index_found
    assert front.gaps() == ()
    assert {state.link.id: len(state.promised) for state in front.finished()} == {"2005-2": 1, "2005-1": 1}


def test_issues_lead_on_to_each_other_where_no_index_is_known() -> None:
    """Each page says which issue it is; with an index by then it is not followed."""
    here = [IssueLink(year=2005, number=str(n), url=None) for n in (3, 2, 1)]
    pages = {
        f"{SITE}/{link.number}/": replace(
            page(
                f"{SITE}/{link.number}/",
                index=(),
                contents=entries(("A", f"{SITE}/{link.number}/a")),
                article=False,
            ),
            masthead=link,
            issues_beside=(f"{SITE}/{int(link.number) - 1}/",) if link.number != "1" else (),
        )
        for link in here
    }
    pages |= {f"{SITE}/{n}/a": page(f"{SITE}/{n}/a", index=()) for n in (1, 2, 3)}
    front = frontier(f"{SITE}/3/", bounds=Bounds(scouts=0))
    assert sorted(urls(walk(front, pages))) == ["/1/", "/1/a", "/2/", "/2/a", "/3/", "/3/a"]
    known = {url: replace(summary, issue_index=INDEX[:1]) for url, summary in pages.items()}
    assert f"{SITE}/2/" not in [v.url for v in walk(frontier(f"{SITE}/3/", bounds=Bounds(scouts=0)), known)]
