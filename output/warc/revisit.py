"""Revisit records: what a fetch brought is in the archive already, and this is where (WARC 1.1 §6.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from output.dates import rfc3339

if TYPE_CHECKING:
    from datetime import datetime

IDENTICAL_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

Profile = Literal["identical-payload-digest", "server-not-modified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The response record that holds a payload: what revisits refer to, and where it can be read again.

    `date` is its WARC-Date. `filename` is the bare name of the finished file (while it is written, `.open` stands
    behind), `offset` and `length` are bytes of its member. `payload_digest` is the entity-body's, `sha256:` and hex.
    """

    record_id: str
    target_uri: str
    date: datetime
    filename: str
    offset: int
    length: int
    payload_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """That an answer is to be kept as a revisit of `original`, and by which profile."""

    profile: Profile
    original: Original

    @property
    def omits_payload(self) -> bool:
        """Whether bytes that came are left out of the record; a 304 brings none that could be."""
        return self.profile == "identical-payload-digest"

    def fields(self) -> list[tuple[str, str]]:
        """Return the fields that a response record doesn't have.

        WARC-Payload-Digest is the original's entity-body's even where that came chunked and its own record states
        none: here no block contradicts it, and the standard asks for it (docs/decisions/0002).
        """
        profile = IDENTICAL_PAYLOAD if self.omits_payload else NOT_MODIFIED
        found = [
            ("WARC-Profile", profile),
            ("WARC-Refers-To", self.original.record_id),
            ("WARC-Refers-To-Target-URI", self.original.target_uri),
            ("WARC-Refers-To-Date", rfc3339(self.original.date)),
            ("WARC-Payload-Digest", self.original.payload_digest),
        ]
        if self.omits_payload:
            found.append(("WARC-Truncated", "length"))
        return found
