"""A capture as it is read back: the stored message, parsed just enough to be pulled apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from output.capture import Capture

RecordType = Literal["response", "revisit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memento:
    """One fetch read back from the archive, whether it brought an answer or not.

    `record_type` is None for a fetch that failed before a response was recorded, `status` then too. `headers` are
    the HTTP header fields as bytes, in order, names and values as received without surrounding blanks. `body` is
    the representation: transfer and content codings undone as far as they can be (`coding_error` says in one line
    what could not). `via`, `hops` and `error` come from the metadata record written beside it.

    A revisit is as it is stored, mostly without a body; `unfold`, None where its original (`capture.revisit_of`) is
    not at hand, reads that.
    """

    capture: Capture
    record_type: RecordType | None
    status: int | None
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    via: str | None = None
    hops: str | None = None
    error: str | None = None
    coding_error: str | None = None
    unfold: Callable[[], Memento] | None = field(default=None, compare=False, repr=False)

    def unfolded(self) -> Memento:
        """Return what a reader would have seen: the memento itself, or of a revisit one with its original's body.

        A 304 then has the original's status and headers. Raises OSError.
        """
        return self if self.unfold is None else self.unfold()

    def header(self, name: bytes) -> bytes | None:
        """Return the first value of header field `name` (any case), None when there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def content_type(self) -> str | None:
        """The Content-Type as it came, read as Latin-1 (RFC 9110 §5.5), None when there is none."""
        value = self.header(b"content-type")
        return None if value is None else value.decode("latin-1")

    @property
    def mime(self) -> str | None:
        """The media type alone, in lower case, None when there is none."""
        declared = self.content_type
        return None if declared is None else declared.split(";", 1)[0].strip().lower() or None
