"""Prose for the third magazine: sentences that no other article has, by dice that are thrown anew for each."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.ezine import third_words as words

if TYPE_CHECKING:
    from random import Random

_WHOSE = "the the the a my our that this one every her his some their another".split()
_SHAPES = (
    "{N} {stay} {near} {N}.",
    "{N} {stay} {mood}, {joint} {n} {stay}.",
    "{I} {deed} {n} {near} {n}.",
    "{Joint} {n} {stay}, {i} {mood} {deed} {n}.",
    "{I} {mood} {deed} {n}, then {deed} {n} and {n}.",
    "{N}, {adj} and {adj}, {stay} {near} {n} {joint} {i} {deed} {n}.",
    "Was {n} {adj}? {I} {mood} {deed} it, {joint} {n} {stay}.",
    "In {place} {i} {deed} {n}; {n} {stay} {mood}.",
    "{Mood}, {n} {stay}; {n} {stay} too, and {i} {deed} {n}.",
    "{N} {deed} {n}, which {i} {mood} {deed} {near} {n}.",
    "{Number} {adj} {nouns} {stay} {near} {n}, {joint} {number} {nouns} {stay}.",
    "“{N} {stay},” said {someone}, {joint} {n} {mood} {stay}.",
    "{I} {deed} {number} {nouns} ({adj} ones) {near} {place}.",
    "Neither {n} nor {n} {stay} {joint} {i} {deed} {n}.",
    "{Near} {n} {stay} {n}, {adj} {joint} {mood} {deed}.",
    "What {i} {deed} was {adj}: {n}, {n}, {n}.",
    "{Someone} {deed} {n} {joint} {i} {mood} {deed} {nouns} for {place}.",
    "{N} is {adj}; {n} is {mood} {adj}.",
    "{Year} saw {n} {near} {place}, {joint} {n} {stay}.",
    "Try <em>{adj} {nouns}</em>, or {nouns} {near} {n}.",
    "Keep {n} {near} {n}, and never {adj} {nouns} {near} {n}.",
    "See <a href='http://{host}.example/{noun}/'>{n} of {place}</a>, {joint} {n} {stay}.",
    "Set <tt>{code}</tt> to {number}, {joint} {n} {stay} {near} {n}.",
    "{I} {deed} {n} with <b>{adj} {nouns}</b> {near} {place}.",
    "{Number} percent of {nouns} {stay} {mood}, or so {someone} {deed}.",
)
_PLAIN = _SHAPES[:19]


def quoted(text: str) -> str:
    """Return `text` as HTML."""
    return html.escape(text, quote=False)


def capital(text: str) -> str:
    """Return `text` with its first letter large."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Prose:
    """What is written by one throw of dice."""

    dice: Random

    def name(self) -> str:
        return f"{self.dice.choice(words.FIRST)} {self.dice.choice(words.SURNAMES)}"

    def place(self) -> str:
        return self.dice.choice(words.ONSETS) + self.dice.choice(words.CODAS)

    def noun(self) -> str:
        return self.dice.choice(words.NOUNS)

    def adjective(self) -> str:
        return self.dice.choice(words.ADJECTIVES)

    def thing(self) -> str:
        """Return a noun with what goes before it."""
        own = f"{self.adjective()} " if self.dice.random() < 0.55 else ""
        whose = self.dice.choice(_WHOSE)
        noun = own + self.noun()
        return ("an" if noun[0] in "aeiou" else "a") + f" {noun}" if whose == "a" else f"{whose} {noun}"

    def code(self) -> str:
        """Return a name as programs have them."""
        return f"{self.noun()}_{self.noun()}".replace("-", "_")

    def sentence(self, shapes: tuple[str, ...] = _SHAPES) -> str:
        """Return a sentence as HTML."""
        fill = {
            "n": self.thing,
            "noun": self.noun,
            "nouns": lambda: self.noun() + "s",
            "adj": self.adjective,
            "deed": lambda: self.dice.choice(words.DEEDS),
            "mood": lambda: self.dice.choice(words.MOODS),
            "stay": lambda: self.dice.choice(words.STAYS),
            "near": lambda: self.dice.choice(words.NEAR),
            "joint": lambda: self.dice.choice(words.JOINTS),
            "i": lambda: self.dice.choice("I we she they he you nobody somebody".split()),
            "place": self.place,
            "someone": self.name,
            "number": lambda: str(self.dice.randint(2, 99)),
            "year": lambda: str(self.dice.randint(1791, 1995)),
            "host": lambda: f"{self.noun()}{self.dice.randint(1, 99)}",
            "code": self.code,
        }
        out: list[str] = []
        for piece in self.dice.choice(shapes).split("{"):
            key, closed, rest = piece.partition("}")
            if not closed:
                out.append(piece)
                continue
            said = fill["i" if key == "I" else key.lower()]()
            large = key[0].isupper() or said == "i"
            out.append((capital(said) if large else said) + rest)
        return "".join(out)

    def paragraph(self, low: int = 3, high: int = 7, shapes: tuple[str, ...] = _SHAPES) -> str:
        """Return a few sentences as HTML."""
        return " ".join(self.sentence(shapes) for _ in range(self.dice.randint(low, high)))

    def plain(self, low: int = 2, high: int = 4) -> str:
        """Return a few sentences without tags."""
        return self.paragraph(low, high, _PLAIN)

    def phrase(self) -> str:
        """Return a few words, as headings and captions have them."""
        dice = self.dice
        shapes = (
            lambda: f"{self.thing()} {dice.choice(words.NEAR)} {self.thing()}",
            lambda: f"{self.adjective()} {self.noun()}s",
            lambda: f"{self.noun()}s, {self.noun()}s",
            lambda: f"what {dice.choice(words.STAYS)}, what {dice.choice(words.STAYS)}",
            lambda: f"{self.noun()}s {dice.choice(words.NEAR)} {self.place()}",
            lambda: f"the {self.noun()} that {dice.choice(words.STAYS)}",
        )
        return capital(dice.choice(shapes)())

    def title(self) -> str:
        """Return what an article may be called."""
        dice = self.dice
        n, m, adj, place = self.noun(), self.noun(), self.adjective(), self.place()
        shapes = (
            lambda: f"{adj} {n}s {dice.choice(words.NEAR)} {place}",
            lambda: f"A {capital(adj)} {capital(n)} for {capital(self.adjective())} Nights".replace(
                "A A", "An A"
            ),
            lambda: f"How I {dice.choice(words.DEEDS)} the {n}",
            lambda: f"Why {n}s and {m}s never agree",
            lambda: f"The {capital(n)} of {place}",
            lambda: f"{capital(n)}s & {capital(m)}s",
            lambda: f"What is a {adj} {n}, and who {dice.choice(words.DEEDS)} it?",
            lambda: f"{capital(n)} by {capital(m)}: {dice.randint(3, 90)} nights in {place}",
            lambda: f"{capital(adj)} {n}",
            lambda: f"“{capital(n)}s!”: a {m}'s complaint",
            lambda: f"{dice.randint(3, 12)} {n}s you can build from a {m}",
            lambda: f"{capital(n)}.{m}(): a small program for {adj} {self.noun()}s",
            lambda: f"In praise of {adj} {n}s",
            lambda: f"{capital(adj)} {n}, {self.adjective()} {m} -- a year in {place}",
        )
        return capital(dice.choice(shapes)())
