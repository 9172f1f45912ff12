"""Pages of any size are read in bounded time, and what was cut is said."""

from __future__ import annotations

import time

from pipelines.parsed import parse
from pipelines.settled import settle
from tests.pipelines.reading import PROFILE, PROSE, URL

SECONDS = 60
"""Of CPU; a page takes a tenth of it, on a busy machine too."""


def _notes(body: bytes) -> tuple[int, tuple[str, ...]]:
    """Return how many blocks a page gives, and what is noted of it; it must not take long."""
    began = time.process_time()
    parsed = parse(body, url=URL, content_type="text/html", profile=PROFILE)
    settle(parsed, PROFILE)
    assert time.process_time() - began < SECONDS
    return len(parsed.document.blocks), parsed.document.notes


def test_a_page_of_twenty_megabytes_is_read_whole() -> None:
    """A hundred thousand paragraphs, or one paragraph of twenty megabytes, are read to the end."""
    paragraph = f"<p>{PROSE}</p>".encode()
    number = 20_000_000 // len(paragraph)
    assert _notes(paragraph * number) == (number, ())
    assert _notes(b"<p>" + f"{PROSE} ".encode() * number) == (1, ())


def test_a_million_blocks_are_cut_and_that_is_said() -> None:
    """Two hundred thousand blocks are kept of a million."""
    assert _notes(b"<p>a b</p>" * 1_000_000) == (200_000, ("more than 200000 blocks: the rest was cut",))


def test_fifty_thousand_headings_over_comments_are_read_in_one_go() -> None:
    """Each block behind a text is held against the heading above it, not against all that there are."""
    text = f"<h1>Grain</h1>{f'<p>{PROSE}</p>' * 6}".encode()
    for heading in (b"Comments", b"Related articles"):
        assert _notes(text + b"<h3>%b</h3><p>a b c</p>" % heading * 50_000) == (100_007, ())
