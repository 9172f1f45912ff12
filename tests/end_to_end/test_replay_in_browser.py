"""A real browser, real ReplayWeb.page: what was archived shows, and nothing is asked of the network."""

from __future__ import annotations

import json
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

import pytest

from crawler.replica.replica import Replica
from crawler.replica.server import ReplicaServer
from output.errors import UsageError
from output.replay.offered import offer
from output.replay.player import read_player
from output.replay.server import ReplayServer
from output.wacz import pack
from tests.end_to_end.crawling import crawl, lines
from tests.output.packing import STORY, small_collection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PATIENCE = 30_000
"""Milliseconds to wait for the player."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return headless Chromium; the test is skipped where it, Playwright or the player is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    try:
        read_player()
    except UsageError as error:
        pytest.skip(str(error))
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@contextmanager
def serving(path: Path) -> Iterator[ReplayServer]:
    """Serve an archive from a thread."""
    with ReplayServer(offer(path, title="The Steppe"), read_player()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def shown(browser: Any, server: ReplayServer, url: str) -> Iterator[tuple[Any, list[str]]]:
    """Open a page of the archive in the player; give its frame, and the addresses that were asked for."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    try:
        start = server.url.rstrip("/") + server.start
        page.goto(start.replace("#view=pages", f"#view=replay&url={quote(url, safe='')}"))
        inside = f"/{url}"
        for _ in range(PATIENCE // 100):
            frame = next((one for one in page.frames if "mp_" in one.url and one.url.endswith(inside)), None)
            if frame is not None:
                break
            page.wait_for_timeout(100)
        else:
            raise AssertionError([one.url for one in page.frames])
        frame.wait_for_load_state("load")
        yield frame, asked
    finally:
        page.close()


@pytest.mark.parametrize("form", ["collection", "package"])
def test_text_image_and_style_sheet_show_in_the_frame(browser: Any, tmp_path: Path, form: str) -> None:
    """From the folder and from the file: words, a picture with its size, a heading in its colour; no other host."""
    path = small_collection(tmp_path / "c")
    if form == "package":
        path = pack(path, tmp_path / "a.wacz", title="The Steppe").path
    with serving(path) as server, shown(browser, server, STORY) as (frame, asked):
        assert frame.locator("#text").inner_text() == "The wind comes from the north."
        assert frame.locator("#yurt").evaluate("image => [image.naturalWidth, image.naturalHeight]") == [
            40,
            30,
        ]
        assert frame.locator("h1").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 255)"
        assert {urlsplit(one).netloc for one in asked} == {f"127.0.0.1:{server.server_port}"}
        frame.page.screenshot(path=tmp_path / "replay.png")


def test_the_list_of_pages_has_the_titles(browser: Any, tmp_path: Path) -> None:
    """An article that a crawl of the replica brought is found by its title, and its page shows its text."""
    replica = Replica.build("nested")
    with ReplicaServer(replica.answer, remember=False) as source:
        ran = crawl(source.url + replica.home, tmp_path / "c", "--max-issues", "1")
    assert ran.returncode == 0, ran.stderr
    article = lines(tmp_path / "c/records/articles.jsonl")[0]
    with serving(tmp_path / "c") as server:
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto(server.url)
        page.locator("wr-page-entry").last.wait_for(timeout=PATIENCE)
        titles = page.locator("wr-page-entry").evaluate_all("all => all.map(one => one.page.title)")
        assert article["title"] in titles
        assert len(titles) == len(set(titles)) == 6
        assert unquote(page.url).startswith(f"{server.url}?source={server.url}c-")
        page.close()
        with shown(browser, server, article["capture"]["target_uri"]) as (frame, asked):
            text = " ".join(frame.locator("body").inner_text().split())
            longest = max((block["text"] for block in article["blocks"]), key=len)
            assert " ".join(longest.split()) in text, json.dumps(text[:2000])
            assert {urlsplit(one).netloc for one in asked} == {f"127.0.0.1:{server.server_port}"}
