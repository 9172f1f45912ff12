"""What a run is asked to do: the arguments of `backissue crawl`, and of `scrapy crawl issues -a …`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from crawler import sites
from crawler.addresses import host_of
from crawler.turns import parse_age
from crawler.wanted import Wanted, parse_issues, parse_years
from output.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import timedelta

    from pipelines.profile import Profile

DEFAULT_PROFILE = "investkz"

N = TypeVar("N", int, float)

ARGUMENTS = frozenset(
    "collection profile start_urls years issues max_issues budget max_age delay contact json_log concurrency".split()
)
"""The `-a` arguments of the spider; `start_urls` are separated by blanks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """One run; `start_urls` empty means the profile's, `delay` (seconds) None the settings'.

    `budget` is how many requests the walk may make, `max_age` how old a check may be when the next run begins.
    """

    collection: Path
    profile: Profile
    wanted: Wanted
    start_urls: tuple[str, ...] = ()
    delay: float | None = None
    concurrency: int | None = None
    contact: str | None = None
    json_log: bool = False
    budget: int | None = None
    max_age: timedelta | None = None


def make_options(
    *,
    collection: str | Path,
    profile: str = DEFAULT_PROFILE,
    start_urls: Iterable[str] = (),
    years: str | None = None,
    issues: str | None = None,
    max_issues: int | None = None,
    budget: int | None = None,
    max_age: str | None = None,
    delay: float | None = None,
    concurrency: int | None = None,
    contact: str | None = None,
    json_log: bool = False,
) -> RunOptions:
    """Return the options in their types; raises UsageError, which names what is wrong."""
    loaded = sites.load(profile)
    urls = tuple(start_urls)
    for url in urls:
        if host_of(url) is None:
            raise UsageError("not an address to start from", expected="http://… or https://…", found=url)
    if not urls and not loaded.start_urls:
        raise UsageError("no start URL given, and the profile has none", where=loaded.name)
    if delay is not None and not 0 <= delay <= 3600:
        raise UsageError("wrong delay", where="--delay", expected="0 to 3600 seconds", found=str(delay))
    if max_issues is not None and max_issues < 1:
        raise UsageError(
            "wrong number of issues", where="--max-issues", expected="1 or more", found=str(max_issues)
        )
    if budget is not None and budget < 1:
        raise UsageError("wrong budget", where="--budget", expected="1 or more requests", found=str(budget))
    if contact is not None and not contact.strip().isprintable():
        raise UsageError("wrong contact", where="--contact", expected="a mail address or a URL")
    wanted = Wanted(
        years=parse_years(years) if years else (),
        issues=parse_issues(issues) if issues else (),
        limit=max_issues,
    )
    return RunOptions(
        collection=Path(collection),
        profile=loaded,
        start_urls=urls,
        wanted=wanted,
        delay=delay,
        concurrency=concurrency,
        contact=contact.strip() if contact else None,
        json_log=json_log,
        budget=budget,
        max_age=parse_age(max_age) if max_age else None,
    )


def options_from_arguments(arguments: Mapping[str, str]) -> RunOptions:
    """Return the options that `-a NAME=VALUE` arguments stand for; raises UsageError."""
    if unknown := sorted(set(arguments) - ARGUMENTS):
        raise UsageError("unknown argument", expected=", ".join(sorted(ARGUMENTS)), found=", ".join(unknown))
    if not arguments.get("collection"):
        raise UsageError("no collection given", expected="-a collection=DIR")
    return make_options(
        collection=arguments["collection"],
        profile=arguments.get("profile", DEFAULT_PROFILE),
        start_urls=arguments.get("start_urls", "").split(),
        years=arguments.get("years"),
        issues=arguments.get("issues"),
        max_issues=_number(arguments, "max_issues", int),
        budget=_number(arguments, "budget", int),
        max_age=arguments.get("max_age"),
        delay=_number(arguments, "delay", float),
        concurrency=_number(arguments, "concurrency", int),
        contact=arguments.get("contact"),
        json_log=arguments.get("json_log", "").lower() in {"1", "true", "yes"},
    )


def _number(arguments: Mapping[str, str], name: str, kind: Callable[[str], N]) -> N | None:
    text = arguments.get(name)
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        raise UsageError(f"wrong {name}", where=f"-a {name}", expected="a number", found=text) from None
