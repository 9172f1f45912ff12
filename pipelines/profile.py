"""What a magazine's profile tells the pipelines: words and names, never tags or classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that is known of one magazine's site; `crawler/sites/*.toml` hold them.

    Phrases are compared case-folded after white space is folded. `hosts` are bare (no www); pages on any of them
    are one site. `charset` is the prior of the encoding rule. `start_urls` show the issue index.
    `issue_words` (`Heft`) and `season_words` (`Michaelmas`) are those an issue is named with besides №, No., issue,
    number, and besides seasons and months in English; `first_volume_year` is the year of volume 1, for a magazine
    that counts volumes and prints no years. `currency` is the one in which a ticker of single currencies
    (`USD 131.20`) gives their rates.
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
    issue_words: tuple[str, ...] = ()
    season_words: tuple[str, ...] = ()
    first_volume_year: int | None = None
    currency: str | None = None
