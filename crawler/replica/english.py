"""English prose from a seeded grammar: readable, varied, and about nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_SLOT = re.compile(r"\{(\w+)\}")

WORDS: dict[str, tuple[str, ...]] = {
    "sector": (
        "grain export",
        "copper mining",
        "the pension system",
        "mortgage lending",
        "road haulage",
        "dairy farming",
        "the retail trade",
        "uranium processing",
        "the insurance market",
        "oil refining",
        "housing construction",
        "telecommunications",
        "the power grid",
        "meat processing",
        "small business",
        "rail freight",
        "leasing",
        "the bond market",
        "fisheries",
        "pharmaceuticals",
        "the tourist industry",
        "gas transport",
    ),
    "place": (
        "Almaty",
        "Astana",
        "Atyrau",
        "Aktau",
        "Karaganda",
        "Pavlodar",
        "Shymkent",
        "Kostanai",
        "Semey",
        "Taraz",
        "Kyzylorda",
        "Uralsk",
        "the Caspian shelf",
        "the northern regions",
        "the Mangistau peninsula",
        "East Kazakhstan",
    ),
    "actor": (
        "the Ministry of Finance",
        "the National Bank",
        "the Antimonopoly Agency",
        "foreign investors",
        "the largest producers",
        "local authorities",
        "the banks' association",
        "the customs committee",
        "several joint ventures",
        "the consortium's shareholders",
        "the operators",
        "second-tier banks",
        "the union of exporters",
        "independent auditors",
        "the government's working group",
        "the regional administration",
    ),
    "doing": (
        "expect a slower year",
        "have agreed to share the costs",
        "see no reason to hurry",
        "are revising their plans",
        "insist on a longer transition",
        "have published a draft",
        "keep their own statistics",
        "disagree on the tariff",
        "are looking for partners abroad",
        "would rather wait for the new code",
        "have put the tender off",
        "count on cheaper credit",
        "no longer rule out a merger",
        "have asked for clearer rules",
    ),
    "thing": (
        "the new tax code",
        "the tariff policy",
        "the licensing procedure",
        "the quota for foreign labour",
        "the draft law on concessions",
        "the state programme",
        "the transit agreement",
        "the reserve requirement",
        "the export duty",
        "the accounting standard",
        "the production sharing contract",
        "the land reform",
    ),
    "effect": (
        "has changed the way contracts are written",
        "left prices almost where they were",
        "came too late for the harvest",
        "cut the paperwork by half",
        "proved harder to apply than to pass",
        "made long loans possible for the first time",
        "raised more questions than it settled",
        "brought in capital that had stayed away",
        "hit the small firms first",
        "has yet to be tested in court",
        "gave the regions a say",
        "is felt far beyond the industry itself",
    ),
    "adverb": (
        "Meanwhile",
        "As a result",
        "At the same time",
        "In practice",
        "Oddly enough",
        "By contrast",
        "For all that",
        "In the first half of the year",
        "On paper",
        "Over the past decade",
        "According to the survey",
        "Even so",
    ),
    "unit": (
        "million tonnes",
        "billion tenge",
        "thousand barrels a day",
        "megawatts",
        "million US dollars",
        "hectares",
    ),
    "aspect": (
        "Between Risk and Return",
        "First Results",
        "A Question of Trust",
        "The Price of Delay",
        "New Rules, Old Habits",
        "Growth without Noise",
        "What the Figures Say",
        "Towards a Common Market",
        "Lessons of the Crisis",
        "Waiting for the Law",
        "Back to Basics",
        "A Quiet Revolution",
        "Time to Decide",
        "Prospects and Limits",
    ),
    "noun": (
        "Investment",
        "Competition",
        "Regulation",
        "Transport",
        "Credit",
        "Labour",
        "Energy",
        "Water",
        "Innovation",
        "Privatisation",
        "Insurance",
        "Steel",
        "Uranium",
        "Transit",
        "Taxation",
        "Grain",
        "Copper",
        "Housing",
        "Electricity",
        "Arbitration",
        "Logistics",
        "Leasing",
        "Audit",
        "Tourism",
        "Cotton",
        "Zinc",
        "Securities",
    ),
}

SENTENCES = (
    "{Actor} {doing}, and {thing} {effect}.",
    "{adverb}, {sector} in {place} grew by {n} per cent in {year}, which {actor} had not foreseen.",
    "{Thing} {effect}.",
    "In {place} alone, {n} enterprises took part in the programme; {n2} of them dropped out within a year.",
    "{adverb}, {actor} {doing}.",
    "Those who work in {sector} – from {place} to {place} – know that {thing} {effect}.",
    "The total reached {n}.{d} {unit}, against {n2}.{d2} {unit} in {year}.",
    "“{Thing} {effect},” says a banker in {place}, “but {actor} {doing}.”",
    "It is no secret that {actor} {doing} whenever {sector} is mentioned.",
    "Nothing of the kind was planned: {thing} {effect}, while {sector} had to look after itself.",
    "Had {thing} come into force in {year}, {sector} would look different today.",
    "Of every {n} tenge spent on {sector}, no more than {n2} stay in the region.",
    "What does it mean for {place}? First of all, {actor} {doing}.",
    "The so-called ‘{place} model’ rests on {sector}, and {thing} {effect}.",
)

FURNITURE_LIKE = (
    "By {year} the country had more than {n} banks, and by the end of the decade {actor} {doing}.",
    "The tenge was quoted at USD/KZT 120.75 that morning, and {actor} {doing}.",
    "Law №4 of {year} on {sector} {effect}; Decree №18, {year}, followed.",
    "The table of contents of the programme lists {n} measures, of which {sector} takes up the most.",
    "KAZAKHSTAN International Business Magazine asked {n} companies about {sector}; {n2} of them answered.",
    "In the archive of {actor} there are {n} files on {sector}, and the news from {place} adds to them weekly.",
    "Editorial overviews rarely dwell on {sector}, although {thing} {effect}.",
    "Issues №1 and №2 of the bonds were placed in {place} at {n}.{d} per cent, +0.{d2} to the previous auction.",
    "A counter at the border in {place} showed {n} lorries an hour; Rambler's Top100 of carriers it is not.",
    "WMC, a contractor from {place}, and Baurzhan, a trader, {doing}.",
    "2005 was the year of {sector}; 2006, as {actor} put it, was the year of doubt.",
)

HEADINGS = (
    "{noun} and {noun}",
    "{Sector} in {place}",
    "{noun}: {aspect}",
    "{Thing} and {sector}",
    "The Case of {place}",
    "The View from {place}",
    "{Sector}: Supply and Demand",
    "Prospects of {sector}",
)
COMMON_HEADINGS = (
    "Risks",
    "Who Pays?",
    "What Comes Next",
    "Some Figures",
    "Legal Background",
    "Instead of a Conclusion",
)
"""Subheadings that many articles share, as they do in real magazines."""

QUESTIONS = (
    "How would you sum up the year for {sector}?",
    "What has {thing} changed for a company in {place}?",
    "Is it true that {actor} {doing}?",
    "Why did so few take part in {year}?",
    "And what do you expect of {sector} in the near future?",
)


def fill(rng: Random, template: str) -> str:
    """Return `template` with each slot filled by `rng`; a slot in capitals begins a sentence."""

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        if name in ("n", "n2"):
            return str(rng.randint(12, 94))
        if name in ("d", "d2"):
            return str(rng.randint(1, 9))
        if name == "year":
            return str(rng.randint(1996, 2015))
        word = _SLOT.sub(slot, rng.choice(WORDS[name.lower()]))
        return word[0].upper() + word[1:] if name[0].isupper() else word

    return _SLOT.sub(slot, template)


def paragraph(rng: Random, sentences: int) -> str:
    """Return a paragraph of that many sentences."""
    return " ".join(fill(rng, rng.choice(SENTENCES)) for _ in range(sentences))


def furniture_like(rng: Random) -> str:
    """Return a paragraph that opens with words like a page's furniture and is prose all the same."""
    return f"{fill(rng, rng.choice(FURNITURE_LIKE))} {paragraph(rng, 2)}"


def heading(rng: Random) -> str:
    """Return a subheading, without a full stop."""
    return fill(rng, rng.choice(COMMON_HEADINGS if rng.random() < 0.1 else HEADINGS))


def question(rng: Random) -> str:
    """Return an interviewer's question."""
    return fill(rng, rng.choice(QUESTIONS))


def title(rng: Random) -> str:
    """Return an article's title."""
    shapes = (
        "{noun} and {noun} in {place}: {aspect}",
        "{noun} in {place}",
        "{aspect}: {noun} and the Law",
        "{noun}: {aspect}",
        "Kazakhstan’s {noun} Market – {aspect}",
        "{noun} or {noun}?",
        "“{aspect}”",
        "{noun} Law №{d} and Its Consequences for {place}",
    )
    return fill(rng, rng.choice(shapes))
