"""The house: who may call whom, and no file too long to be read in one sitting."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("crawler", "pipelines", "output") for path in (ROOT / room).rglob("*.py"))


def test_imports_run_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crawler imports pipelines, pipelines output, never back; output knows neither Scrapy nor Twisted."""
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_reads_in_one_sitting(path: Path) -> None:
    """No module has more than 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_crawled_data_is_not_kept_in_the_project() -> None:
    """`output/` is code: no WARC file, index or lines lie in the tree."""
    kept = [path for room in ("crawler", "pipelines", "output") for path in (ROOT / room).rglob("*")]
    assert [
        path for path in kept if path.name.endswith((".warc", ".warc.gz", ".cdxj", ".jsonl", ".wacz"))
    ] == []
