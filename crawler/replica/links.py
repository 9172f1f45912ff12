"""How a page of the replica writes the addresses of others: rooted, relative or with a host, with session noise."""

from __future__ import annotations

import posixpath
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.replica.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Writes the links of the page at `page` (a path)."""

    layout: Layout
    page: str
    origins: tuple[str, ...]

    @property
    def seal(self) -> str:
        """Eight hexadecimal digits, another for each page."""
        return f"{zlib.crc32(self.page.encode()):08x}"

    def href(self, path: str) -> str:
        """Return `path` as this page links to it."""
        if self.layout.session is not None:
            path += f"{'&' if '?' in path else '?'}{self.layout.session}={self.seal}"
        if self.layout.links == "relative":
            return _relative(path, self.page)
        if self.layout.links == "absolute" and self.origins:
            return self.origins[zlib.crc32(path.encode()) % len(self.origins)] + path
        return path


def without_session(layout: Layout, path: str) -> str:
    """Return `path` (with its query) without the layout's session id."""
    if layout.session is None or "?" not in path:
        return path
    bare, query = path.split("?", 1)
    kept = [part for part in query.split("&") if not part.startswith(f"{layout.session}=")]
    return f"{bare}?{'&'.join(kept)}" if kept else bare


def _relative(path: str, page: str) -> str:
    written = posixpath.relpath(path, posixpath.dirname(page))
    return f"{written}/" if path.endswith("/") else written
