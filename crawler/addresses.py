"""Which addresses are on the magazine's own site; when two are one page is said in `pipelines.addresses`."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.profile import Profile

URL_LIMIT = 2000
"""Characters of the longest address that is followed."""

REPEATS_LIMIT = 3
"""How often one segment may stand in a path before the address is taken for a loop of relative links."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1 << 14)
def host_of(url: str) -> str | None:
    """Return the bare host of `url` in lower case, without www., with its port unless it is the scheme's own.

    None for what is not an http or https address. `www` and the bare host, http and https, are one site.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = parts.hostname.rstrip(".").removeprefix("www.")
    if port and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    return host or None


def site_hosts(profile: Profile, seeds: Iterable[str] = ()) -> frozenset[str]:
    """Return the hosts of the site: those of the profile and those of the start URLs `seeds`."""
    hosts = {host.lower().removeprefix("www.") for host in profile.hosts}
    return frozenset(hosts | {host for seed in seeds if (host := host_of(seed))})


def same_site(url: str, profile: Profile, seeds: Iterable[str] = ()) -> bool:
    """Return whether `url` is on a host of the profile or of the start URLs `seeds`."""
    return host_of(url) in site_hosts(profile, seeds)


def root_of(url: str) -> str | None:
    """Return the address of the site root of `url`, None for what is not an http or https address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/" if host_of(url) else None


def trap_in(url: str) -> str | None:
    """Return why `url` looks like a trap, None when it does not: too long, or a path that bites its tail."""
    if len(url) > URL_LIMIT:
        return "address too long"
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    if segments and max(Counter(segments).values()) > REPEATS_LIMIT:
        return "path repeats itself"
    return None
