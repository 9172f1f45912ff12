"""Sentences of no meaning from many words, so that two pages share hardly five words in a row but for their frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

THINGS = (
    "antenna amplifier battery bearing bellows boiler bracket cable camera capacitor carriage chimney circuit clock"
    " coil compass condenser crank crystal cylinder dial diode drill dynamo engine fan filter flywheel furnace fuse"
    " gauge gearbox generator governor hammer handle headphone hinge hose jack kettle keyboard knob ladder lamp lathe"
    " lens lever loudspeaker magnet manometer meter microphone mirror modem motor mount needle nozzle oven oscillator"
    " paddle panel pedal pendulum pipe piston plotter plug printer propeller pulley pump radio ratchet receiver"
    " recorder"
    " regulator relay resistor roller rotor saw scale scanner screw sensor shaft shutter siren socket solenoid spindle"
    " spring stove switch tape telegraph telescope terminal thermostat timer transformer transmitter tripod tube"
    " turbine"
    " turntable typewriter valve vice wheel whistle winch windmill wire workbench"
).split()
KINDS = (
    "ancient borrowed brass broken cheap clumsy copper crooked dented double dusty electric faithful fragile greasy"
    " green half-built hand-made heavy hollow homemade humble leaking loose magnetic miniature noisy nickel oily"
    " ordinary"
    " oversized patient portable quiet rebuilt red remote rusty salvaged second-hand sensitive shiny silent simple"
    " sleepy"
    " slow small spare stubborn temporary thin tiny twin unlikely upright useful waterproof weary wooden yellow"
).split()
DOES = (
    "adjusts bends blocks carries charges cleans connects cools copies counts covers damages drags drives drowns"
    " empties"
    " feeds fills follows freezes grinds guides heats holds interrupts isolates lifts limits loads loosens lowers"
    " measures"
    " melts misses moves needs opens overheats paints pushes raises reaches records releases repeats replaces reverses"
    " rotates scratches seals shakes shields shorts signals slows soaks splits starts steadies stops strains supports"
    " survives tests tightens touches triggers tunes turns warms wears wets"
).split()
WAYS = (
    "again almost always at night backwards by accident by hand carefully every morning for a week gently hardly ever"
    " in theory in winter now and then on Sundays once without warning seldom slowly to everybody's surprise twice"
).split(" ")
PLACES = (
    "the attic|the barn|the cellar|the courtyard|the garage|the garden shed|the harbour|the kitchen|the library|the"
    " loft"
    "|the parish hall|the school workshop|the ship's cabin|the stairwell|the station|the old mill|my uncle's yard"
).split("|")
OPENINGS = (
    "After that,|Before long,|For my part,|If you are lucky,|In my experience,|Last autumn,|Nobody told me that|"
    "On the other hand,|Oddly enough,|Some readers wrote that|Suppose that|The manual claims that|To begin with,|"
    "What matters is that|With a little patience,|You may find that|I still believe that|My neighbour insists that"
).split("|")
JOINTS = ("and", "but", "because", "so that", "while", "until", "although", "which is why", "unless", "since")


def thing(rng: Random) -> str:
    """Return a thing, sometimes of a kind: `rusty flywheel`."""
    kind = f"{rng.choice(KINDS)} " if rng.random() < 0.6 else ""
    return kind + rng.choice(THINGS)


def clause(rng: Random) -> str:
    """Return a clause without capital or full stop."""
    article = rng.choice(("the", "a", "my", "our", "every", "this", "that", "one"))
    other = rng.choice(("the", "a", "my", "its", "another", "the", "your"))
    tail = rng.choice(
        ("", "", f" in {rng.choice(PLACES)}", f" with the {thing(rng)}", " " + rng.choice(WAYS))
    )
    amount = f" {rng.randint(2, 900)} times" if rng.random() < 0.06 else ""
    return f"{article} {thing(rng)} {rng.choice(DOES)} {other} {thing(rng)}{amount}{tail}".replace(
        " a a", " an a"
    )


def sentence(rng: Random) -> str:
    """Return a sentence of one to three clauses."""
    said = clause(rng)
    for _ in range(rng.choice((0, 1, 1, 2))):
        said += f"{rng.choice((' ', ', '))}{rng.choice(JOINTS)} {clause(rng)}"
    if rng.random() < 0.35:
        said = f"{rng.choice(OPENINGS)} {said}"
    return f"{said[0].upper()}{said[1:]}{rng.choice(('.', '.', '.', '.', '.', '!', '?'))}"


def paragraph(rng: Random, least: int = 2, most: int = 6) -> str:
    """Return a paragraph of `least` to `most` sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(least, most)))


def heading(rng: Random) -> str:
    """Return a title or a subheading."""
    a, b = rng.choice(THINGS), thing(rng)
    form = rng.choice(
        (
            "{A} and {B}",
            "How to Mend a {B}",
            "The {B} Revisited",
            "{A}: A First Look",
            "Building a {B} from Scrap",
            "Why Your {B} Fails",
            "A {B} for Everyone - The Easy Way",
            "What Is a {B}?",
            "Take the {A} Out, Please!",
            "{A}s, {B}s, and Other Animals",
            "Secrets of the {B}",
            "Living with a {B}",
            "By the {B}, at Last",
            "{A} vs. {B}",
        )
    )
    return form.format(A=a.title(), B=b.title())
