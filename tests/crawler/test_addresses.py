"""Which addresses belong to the magazine's site."""

from __future__ import annotations

import pytest

from crawler.addresses import host_of, root_of, same_site, trap_in
from pipelines.profile import Profile

MAGAZINE = Profile(name="m", title="M", hosts=("magazine.example",))


@pytest.mark.parametrize(
    "url",
    [
        "http://magazine.example/en/",
        "https://www.magazine.example/en/",
        "HTTP://WWW.Magazine.Example:80/",
        "https://magazine.example:443/a?b=c#d",
        "http://magazine.example./",
    ],
)
def test_www_and_bare_host_http_and_https_are_one_site(url: str) -> None:
    """The same magazine is met under four forms of its host."""
    assert same_site(url, MAGAZINE)


@pytest.mark.parametrize(
    "url",
    [
        "http://counter.example/",
        "http://ads.magazine.example/",
        "http://notmagazine.example/",
        "http://magazine.example:8080/",
        "http://magazine.example.evil/",
        "mailto:editor@magazine.example",
        "javascript:void(0)",
        "ftp://magazine.example/",
        "http://[broken/",
        "http://magazine.example:port/",
        "",
    ],
)
def test_other_hosts_ports_and_schemes_are_not_the_site(url: str) -> None:
    """Counters, partners and what is no web address stay outside."""
    assert not same_site(url, MAGAZINE)


def test_hosts_of_the_start_urls_belong_to_the_site() -> None:
    """A start URL on a host that the profile doesn't know widens the site by that host and port."""
    seeds = ("http://127.0.0.1:8765/index.html",)
    assert same_site("http://127.0.0.1:8765/b.css", MAGAZINE, seeds)
    assert same_site("http://magazine.example/", MAGAZINE, seeds)
    assert not same_site("http://127.0.0.1:8766/b.css", MAGAZINE, seeds)


def test_host_keeps_a_port_that_is_not_the_schemes_own() -> None:
    """Port 80 belongs to http, port 443 to https."""
    assert host_of("http://a.example:80/") == "a.example"
    assert host_of("https://a.example:80/") == "a.example:80"


def test_root_of_an_address() -> None:
    """The root keeps scheme, host and port."""
    assert root_of("https://a.example:80/en/x.html?y#z") == "https://a.example:80/"
    assert root_of("mailto:a@b.example") is None


def test_traps_are_told_by_length_and_by_repeated_segments() -> None:
    """Relative links that bite their tail grow a path without end."""
    assert trap_in("http://a.example/en/en/en/x.html") is None
    assert trap_in("http://a.example/en/x/en/x/en/x/en/x.html") == "path repeats itself"
    assert trap_in("http://a.example/?" + "x" * 2000) == "address too long"
