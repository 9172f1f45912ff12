"""What looks like a person's name and is a firm's, a school's or a place's."""

from __future__ import annotations

_WORKPLACES = frozenset(
    "university universität université universite universidad universidade università universita universiteit"
    " universitet college department dept dipartimento departamento département institute institut instituto istituto"
    " faculty facultad faculdade faculté fakultät högskolan hochschule polytechnic academy museum library laboratory"
    " observatory school hospital center centre".split()
)
"""Words of which one is in the line that says where an author works."""

_FIRMS = _WORKPLACES | frozenset(
    "society press service services laboratories lab labs hospital council union club ltd inc llc gmbh plc"
    " corp corporation systems software technologies consulting publishing publishers magazine journal"
    " newspaper team staff theatre theater playhouse campus gallery festival lecture presentation"
    " performance program programme banking capital leasing insurance holding holdings group company securities"
    " petroleum telecom airlines agency association chamber ministry committee commission foundation fund jsc"
    " ojsc cjsc llp partners associates ratings audit trading invest ventures properties logistics"
    " банк холдинг лизинг страхование компания группа корпорация фонд институт агентство".split()
)
"""Words of which one at least is in the name of a firm or a school, none in a person's."""

_OPENS_PLACES = frozenset(
    "north south east west fort port saint st st. cape mount rio el las palo costa puerto são sri saudi sierra".split()
)
_ENDS_PLACES = frozenset(
    "city town region oblast province district island islands beach springs valley falls rapids kong aires aviv"
    " lumpur".split()
)
"""Words of places that look like a person's name."""


def is_firm(text: str) -> bool:
    """Return whether `text` has a word that is in the name of a firm or a school and in no person's."""
    return any(word.lower().strip(".,") in _FIRMS for word in text.split())


def is_workplace(text: str) -> bool:
    """Return whether `text` has a word that is in the name of a place where authors work."""
    return any(word.strip(".,;()") in _WORKPLACES for word in text.casefold().split())


def is_place(name: str) -> bool:
    """Return whether what looks like a person's name is a place: `North Harbour`, `Salt Lake City`."""
    first, *_, last = name.casefold().split()
    return first in _OPENS_PLACES or last in _ENDS_PLACES
