"""What a collection is called where people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from output.collection_info import FILENAME, read_info
from output.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def title_of(collection: Path) -> str:
    """Return the magazine's name by the profile of the collection at `collection`, else the folder's own name."""
    try:
        return sites.load(read_info(collection / FILENAME).profile).title
    except (FileNotFoundError, NotADirectoryError, UsageError):
        return collection.resolve().name
