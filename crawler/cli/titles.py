"""What a collection is called where people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler import sites
from output.collection_info import FILENAME, read_info
from output.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def title_of(collection: Path, profile: str | None = None) -> str:
    """Return the magazine's name by `profile` or the collection's own, else the name of the folder `collection`."""
    try:
        return sites.load(profile or read_info(collection / FILENAME).profile).title
    except (FileNotFoundError, NotADirectoryError, UsageError):
        return collection.resolve().name
