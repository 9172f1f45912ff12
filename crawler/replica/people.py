"""The replica's invented authors, and the lines in which a magazine names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_FIRST = (
    "Aigerim",
    "Daniyar",
    "Elena",
    "Rustam",
    "Zarina",
    "Viktor",
    "Asel",
    "Timur",
    "Olga",
    "Bolat",
    "Madina",
    "Yerlan",
    "Natalya",
    "Sergei",
    "Gulnara",
    "Marat",
    "Dinara",
    "Andrei",
    "Saule",
    "Kairat",
    "Jean-Paul",
    "Patrick",
)
_LAST = (
    "Akhmetova",
    "Sadykov",
    "Omarov",
    "Petrenko",
    "Yusupov",
    "Tsoi",
    "Kaliyeva",
    "Zhumabayev",
    "Ivanitskaya",
    "Nurpeisov",
    "Suleimenova",
    "Bekmukhamedov",
    "Abdrakhmanov",
    "Dosmukhamedova",
    "O’Connor",
    "van der Berg",
    "Kim",
    "Tulegenova",
)
_POSTS = (
    "Director",
    "Deputy Chairman of the Board",
    "partner",
    "chief economist",
    "Head of the Analytical Department",
    "lawyer",
    "senior analyst",
    "General Director",
    "managing partner",
    "Candidate of Economic Sciences",
)
_FIRMS = (
    "Steppe Capital",
    "Altyn Audit LLP",
    "Tengri Consulting",
    "the Institute of Strategic Surveys",
    "Saryarka Bank JSC",
    "Caspian Legal Group",
    "the Centre for Market Research",
    "Irtysh Energy",
    "Zhetysu Law Firm",
    "Turan Insurance",
)


class Form(StrEnum):
    """How an article's byline is worded."""

    BY_TOP = "By NAME, above the text"
    BY_END = "By NAME, below the text"
    POST = "NAME, post, organisation"
    TWO_POSTS = "NAME, post, organisation; a line an author"
    TWO_BY = "By NAME and NAME, below the text"
    EDITORIAL = "Editorial Overview"
    PREPARED = "A brief review prepared by NAME, a lawyer from FIRM"
    INTERVIEW = "Mr. NAME, POST, answers questions from our magazine."
    NONE = "no byline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who wrote an article, and the lines that say so, above or below the text."""

    authors: tuple[str, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def person(rng: Random) -> str:
    """Return an invented person's name."""
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def credit(rng: Random, form: Form) -> Credit:
    """Return the credit of one article in that form."""
    first = person(rng)
    second = person(rng)
    while second == first:
        second = person(rng)
    post, other_post, firm = _post(rng), _post(rng), rng.choice(_FIRMS)
    credits_by_form = {
        Form.BY_TOP: Credit(authors=(first,), above=(f"By {first}",)),
        Form.BY_END: Credit(authors=(first,), below=(f"By {first}",)),
        Form.POST: Credit(authors=(first,), above=(f"{first}, {post}",)),
        Form.TWO_POSTS: Credit(
            authors=(first, second), above=(f"{first}, {post}", f"{second}, {other_post}")
        ),
        Form.TWO_BY: Credit(authors=(first, second), below=(f"By {first} and {second}",)),
        Form.EDITORIAL: Credit(authors=(), above=("Editorial Overview",)),
        Form.PREPARED: Credit(
            authors=(first,), above=(f"A brief review prepared by {first}, a lawyer from {firm}",)
        ),
        # The one interviewed is named, and is not an author.
        Form.INTERVIEW: Credit(
            authors=(), above=(f"Mr. {first}, {post}, answers questions from our magazine.",)
        ),
        Form.NONE: Credit(authors=()),
    }
    return credits_by_form[form]


def _post(rng: Random) -> str:
    return f"{rng.choice(_POSTS)}, {rng.choice(_FIRMS)}"
