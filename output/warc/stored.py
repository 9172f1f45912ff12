"""A WARC record as it is stored: header fields as written, and the block, whole or in pieces."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from output.dates import parse_warc_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """A record read back (WARC 1.1 §4).

    `head` are its bytes up to and including the empty line, `version` the first line's, as in `WARC/1.1`.
    `headers` are the fields in order, names and values as written without surrounding blanks. `filename` is
    the bare name of the file; `offset` and `length` are bytes in it, of the gzip member or of the plain
    record without the line ends after it; both are None when several records share a member, for then they
    have no address of their own. `trailer` is what stands between the block and the next record, as far as
    it is line ends.
    """

    filename: str
    offset: int | None
    length: int | None
    version: str
    head: bytes
    headers: Fields
    block_length: int
    trailer: bytes
    _held: bytes | None = field(repr=False)
    _reread: Callable[[], Iterator[bytes]] = field(repr=False, compare=False)

    def get(self, name: str) -> str | None:
        """Return the first value of field `name` (any case), None when there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def type(self) -> str | None:
        """WARC-Type in lower case."""
        value = self.get("WARC-Type")
        return None if value is None else value.lower()

    @property
    def record_id(self) -> str | None:
        """WARC-Record-ID as written, with its angle brackets."""
        return self.get("WARC-Record-ID")

    @property
    def target_uri_as_stored(self) -> str | None:
        """WARC-Target-URI as written; wget puts angle brackets around it."""
        return self.get("WARC-Target-URI")

    @property
    def target_uri(self) -> str | None:
        """WARC-Target-URI without angle brackets."""
        uri = self.target_uri_as_stored
        if uri is not None and uri.startswith("<") and uri.endswith(">"):
            return uri[1:-1]
        return uri

    @property
    def date(self) -> datetime | None:
        """WARC-Date as an aware UTC date, None when it is missing or can't be read.

        Dates with an offset, which the standard forbids, are understood too.
        """
        text = self.get("WARC-Date")
        if text is None:
            return None
        try:
            return parse_warc_date(text)
        except ValueError:
            pass
        try:
            date = datetime.fromisoformat(text)
            return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
        except (ValueError, OverflowError):
            return None

    @property
    def content_type(self) -> str | None:
        """The block's media type without parameters, in lower case."""
        value = self.get("Content-Type")
        return None if value is None else value.split(";", 1)[0].strip().lower()

    @property
    def content_length(self) -> int | None:
        """Content-Length, None when it is missing or no number."""
        return parse_length(self.get("Content-Length"))

    def block(self) -> bytes:
        """Return the whole block."""
        return self._held if self._held is not None else b"".join(self._reread())

    def chunks(self) -> Iterator[bytes]:
        """Yield the block in pieces of at most 1 MiB; a big one is read from the file again."""
        if self._held is None:
            yield from self._reread()
        elif self._held:
            yield self._held

    def start(self, size: int) -> bytes:
        """Return the first `size` bytes of the block, fewer when there are fewer."""
        got = b""
        for piece in self.chunks():
            got += piece
            if len(got) >= size:
                break
        return got[:size]


def parse_length(text: str | None) -> int | None:
    """Read a Content-Length, None when it isn't plain digits."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 19 else None


def parse_fields(lines: list[bytes]) -> Fields:
    """Read named fields (WARC 1.1 §4) from lines without their ends; UTF-8, or Latin-1 where it is none."""
    fields: list[tuple[str, str]] = []
    for raw in lines:
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            line = raw.decode("latin-1")
        if line[:1] in {" ", "\t"} and fields:
            name, value = fields[-1]
            fields[-1] = (name, f"{value} {line.strip()}".strip())
            continue
        name, colon, value = line.partition(":")
        if colon:
            fields.append((name.strip(), value.strip()))
    return tuple(fields)
