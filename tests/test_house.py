"""The house: who may call whom, and no file too long to be read in one sitting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("crawler", "pipelines", "output") for path in (ROOT / room).rglob("*.py"))


def test_imports_run_one_way() -> None:
    """Crawler imports pipelines, pipelines output, never back; output knows neither Scrapy nor Twisted."""
    # In a process of its own: import-linter stumbles over zope.interface once Twisted has been imported.
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


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
