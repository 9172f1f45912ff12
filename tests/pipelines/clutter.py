"""Furniture that no rule knows, hung around pages: bars, boxes and notes as sites have them, some with slots."""

from __future__ import annotations

import hashlib
import re

NAMES = (
    "Asel",
    "Viktor",
    "Murat",
    "Yelena",
    "Timur",
    "Dana",
    "Rustam",
    "Olga",
    "Serik",
    "Aigul",
    "Ivan",
    "Gulnara",
)

ABOVE = (
    "We value your privacy and keep a few small files on your device, so that the magazine remembers you. Accept all",
    "Monday, {day} November 2016, {hour}:43, Almaty {day} degrees, light wind from the mountains",
    "Skip to the text of the page",
    "Your guide to doing business between two seas",
    "Text size A A A",
)
BELOW = (
    "Follow the magazine: Facebook Twitter Vkontakte",
    "Never miss an issue. Leave your address and every month the new contents come to your door, free of charge.",
    "This page was printed from the archive of the magazine for {name}, reader number {number}, at {hour}:17 o'clock.",
    "Seen {number} times since the archive was opened to the public, last by {name} from Almaty in the morning hours.",
    "Office hours are nine to six, on Fridays till four; visitors are asked to call a day before they come.",
    "Designed and hosted by the Steppe Studio 2003-2016",
)


def _filled(text: str, seed: str) -> str:
    dice = int(hashlib.sha256(seed.encode()).hexdigest(), 16)
    return text.format(
        day=1 + dice % 28, hour=8 + dice % 12, number=1000 + dice % 7919, name=NAMES[dice % len(NAMES)]
    )


def cluttered(html: str) -> str:
    """Return a page with the same clutter as every page of its site, the slots filled by the page."""
    above = "".join(f"<div>{_filled(text, html)}</div>\n" for text in ABOVE)
    below = "".join(f"<div>{_filled(text, html)}</div>\n" for text in BELOW)
    body = re.search(r"<body[^>]*>", html, re.IGNORECASE)
    if body is None:
        return above + html + below
    html = f"{html[: body.end()]}\n{above}{html[body.end() :]}"
    end = html.lower().rfind("</body")
    return f"{html[:end]}{below}{html[end:]}" if end >= 0 else html + below
