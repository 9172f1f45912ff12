"""No spoiled page stops the pipelines, takes long, or loses a block."""

from __future__ import annotations

import json
import time

import pytest

from crawler import sites
from pipelines.parsed import parse
from pipelines.read import read_page
from pipelines.settled import settle
from tests.pipelines.mutations import mutated
from tests.pipelines.reading import PROFILE, URL, capture

PAGES = 320
CHUNK = 40
SECONDS = 2.0
"""A page of ten to a hundred thousand bytes takes some milliseconds."""


@pytest.mark.parametrize("start", range(0, PAGES, CHUNK))
def test_spoiled_pages_are_read_in_time_and_raise_nothing(start: int) -> None:
    """Whatever the dice did, a page gives a summary whose lines are JSON, within its time."""
    profiles = (PROFILE, sites.load("generic"))
    for number in range(start, start + CHUNK):
        began = time.process_time()
        found = read_page(
            mutated(number),
            url=URL,
            content_type=("text/html", "text/html; charset=windows-1251", None)[number % 3],
            capture=capture(URL),
            profile=profiles[number % 2],
        )
        assert time.process_time() - began < SECONDS, number
        for line in (*found.furniture, *([found.article] if found.article else [])):
            json.dumps(line.model_dump(mode="json"), allow_nan=False).encode("utf-8")


@pytest.mark.parametrize("start", range(0, PAGES, CHUNK))
def test_every_block_of_a_spoiled_page_stands_in_one_place(start: int) -> None:
    """A block with text is the title, an author line, in the text, in a piece of furniture, or unplaced."""
    for number in range(start, start + CHUNK):
        settled = settle(parse(mutated(number), url=URL, content_type="text/html", profile=PROFILE), PROFILE)
        places = [order for piece in settled.pieces for order in piece.orders]
        places += [block.order for block in settled.unplaced]
        if (article := settled.article) is not None:
            places += [block.order for block in article.body if block.text]
            places += [*article.byline.orders]
            places += [article.title.order] if article.title.order is not None else []
            places += [
                b.order for b in settled.parsed.document.blocks if b.text and b.text == article.source_line
            ][:1]
        blocks = [block.order for block in settled.parsed.document.blocks if block.text]
        assert sorted(set(blocks) - set(places)) == [], number
