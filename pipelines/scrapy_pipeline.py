"""The pipelines' one Scrapy shell: writes a run's own, provisional lines as pages come in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from itemadapter import ItemAdapter

from output.jsonl import LineFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.crawler import Crawler

    from output.models import Article, CaptureLine, Furniture, Issue

RUN_FOLDER = "BACKISSUE_RUN_FOLDER"
"""The setting that names the run's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """All lines that one answer gave, by the file they go to.

    `then` is called when they are written, and gives the lines of the issues that were finished by this answer: only
    then the answer counts as taken in.
    """

    articles: tuple[Article, ...] = ()
    issues: tuple[Issue, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    captures: tuple[CaptureLine, ...] = ()
    then: Callable[[], tuple[Issue, ...]] = tuple


class LinesPipeline:
    """Adds each item's lines to the files of the run's folder; final lines are derived when the run has ended."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, LineFile] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the pipeline of a crawl; RUN_FOLDER must be set."""
        return cls(Path(crawler.settings[RUN_FOLDER]))

    def open_spider(self) -> None:
        """Open the files, so that each is there even if it stays empty."""
        names = ("articles", "issues", "furniture", "captures")
        self._files = {name: LineFile(self._folder / f"{name}.jsonl") for name in names}

    def close_spider(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()

    def process_item(self, item: Any) -> Any:
        """Write the lines of a PageLines; anything else passes through."""
        if isinstance(item, PageLines):
            adapter = ItemAdapter(item)
            for name, file in self._files.items():
                for line in adapter[name]:
                    file.write(line)
            for issue in item.then():
                self._files["issues"].write(issue)
        return item
