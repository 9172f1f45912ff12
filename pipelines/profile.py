"""What a magazine's profile tells the pipelines: words and names, never tags or classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that is known of one magazine's site; `crawler/sites/*.toml` hold them.

    Phrases are compared case-folded after white space is folded. `hosts` are bare (no www); pages on any of them
    are one site. `charset` is the prior of the encoding rule. `start_urls` show the issue index.
    """

    name: str
    title: str
    hosts: tuple[str, ...] = ()
    start_urls: tuple[str, ...] = ()
    language: str = "en"
    charset: str = "windows-1252"
    magazine_names: tuple[str, ...] = ()
    contents_phrases: tuple[str, ...] = ()
    label_phrases: tuple[str, ...] = ()
    counter_phrases: tuple[str, ...] = ()
    partner_names: tuple[str, ...] = ()
    issue_years: tuple[int, int] | None = None
