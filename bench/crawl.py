"""A whole crawl of the replica beside plain Scrapy fetching the same pages, in turns on the same machine.

    python -m bench.crawl [--rounds 3] [--articles 12] [--concurrency 8]

`fetch` is a plain Scrapy spider that is given every address and takes the title; `items` takes the text too and
writes JSON Lines; `walk` finds the addresses itself, following each link once. None of them keeps what came.
`backissue` walks, keeps every byte, extracts, and derives its lines at the end. Pages/s are fetches per second of wall
time from the first request to the end of the process's work; `crawl` leaves the deriving out. CPU and peak RSS are
those of the crawling process as the system counts them (the server is another).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAIN = """
import json, sys
from urllib.parse import urlsplit
import scrapy
from scrapy.crawler import CrawlerProcess

urls, mode, concurrency = json.load(open(sys.argv[1])), sys.argv[2], int(sys.argv[3])
walk = mode == "walk"

class Plain(scrapy.Spider):
    name = "plain"
    async def start(self):
        for url in urls[:1] if walk else urls:
            yield scrapy.Request(url)
    def parse(self, response):
        if not isinstance(response, scrapy.http.HtmlResponse):
            return
        item = {"url": response.url, "title": response.css("title::text").get()}
        if mode == "items":
            item["text"] = " ".join(" ".join(response.css("body ::text").getall()).split())
        yield item
        if walk:
            host = urlsplit(response.url).netloc
            for link in response.css("a::attr(href), img::attr(src), link::attr(href)"):
                request = response.follow(link)
                if urlsplit(request.url).netloc == host:
                    yield request

process = CrawlerProcess({
    "LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": concurrency, "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": 0,
    **({"FEEDS": {sys.argv[1] + ".jsonl": {"format": "jsonlines", "overwrite": True}}} if mode == "items" else {}),
})
crawler = process.create_crawler(Plain)
process.crawl(crawler)
process.start()
stats = crawler.stats.get_stats()
print(json.dumps({"seconds": stats["elapsed_time_seconds"], "fetches": stats["response_received_count"]}))
"""


def run(command: list[str]) -> tuple[str, float, float]:
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        out.seek(0)
        return out.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def plain(mode: str, urls: Path, concurrency: int) -> dict[str, float]:
    text, cpu, rss = run([sys.executable, "-c", PLAIN, str(urls), mode, str(concurrency)])
    found = json.loads(text.splitlines()[-1])
    fetches = found["fetches"]
    return {"pages/s": fetches / found["seconds"], "fetches": fetches, "CPU s": cpu, "RSS MB": rss}


def ours(home: str, concurrency: int) -> tuple[dict[str, float], list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        collection = Path(folder) / "c"
        arguments = [
            f"collection={collection}",
            f"start_urls={home}",
            "delay=0",
            f"concurrency={concurrency}",
        ]
        command = [sys.executable, "-m", "scrapy", "crawl", "issues"]
        _, cpu, rss = run([*command, *(part for a in arguments for part in ("-a", a))])
        report = json.loads(next((collection / "runs").glob("*/run.json")).read_text())
        captures = (collection / "records" / "captures.jsonl").read_text(encoding="utf-8")
        lines = [json.loads(line) for line in captures.splitlines()]
        size = sum(path.stat().st_size for path in (collection / "archive").iterdir())
    dates = sorted(datetime.fromisoformat(line["date"]).timestamp() for line in lines)
    seconds = (
        datetime.fromisoformat(report["ended"]) - datetime.fromisoformat(report["began"])
    ).total_seconds()
    figures = {
        "pages/s": len(lines) / seconds,
        "crawl": len(lines) / (dates[-1] - dates[0]),
        "fetches": len(lines),
        "CPU s": cpu,
        "RSS MB": rss,
        "archive MB": size / 1e6,
    }
    return figures, [line["url"] for line in lines if line["kind"] != "robots"]


def compare(home: str, rounds: int, concurrency: int) -> dict[str, list[dict[str, float]]]:
    rows: dict[str, list[dict[str, float]]] = {"fetch": [], "items": [], "walk": [], "backissue": []}
    with tempfile.TemporaryDirectory() as folder:
        urls = Path(folder) / "urls.json"
        _, found = ours(home, concurrency)
        urls.write_text(json.dumps([home, *(url for url in found if url != home)]))
        for _ in range(rounds):
            rows["fetch"].append(plain("fetch", urls, concurrency))
            rows["items"].append(plain("items", urls, concurrency))
            rows["walk"].append(plain("walk", urls, concurrency))
            rows["backissue"].append(ours(home, concurrency)[0])
            time.sleep(0.2)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=12, help="articles an issue, 81 issues")
    parser.add_argument("--concurrency", type=int, default=8)
    options = parser.parse_args()
    command = [sys.executable, "-m", "crawler.replica", "--articles", str(options.articles)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert server.stdout is not None
    try:
        rows = compare(server.stdout.readline().strip(), options.rounds, options.concurrency)
    finally:
        server.terminate()
        server.wait()
    for name, rounds in rows.items():
        figures = "  ".join(f"{key} {statistics.median(r[key] for r in rounds):.1f}" for key in rounds[0])
        print(f"{name:10} {figures}")
    for peer in ("fetch", "items", "walk"):
        for key in ("pages/s", "crawl"):
            ratios = [a[key] / b["pages/s"] for a, b in zip(rows["backissue"], rows[peer], strict=True)]
            print(
                f"backissue {key} / {peer}: {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
            )


if __name__ == "__main__":
    main()
