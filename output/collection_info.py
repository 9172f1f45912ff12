"""What a collection says of itself: `collection.toml`, and the warcinfo record in front of each of its files."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from output.dates import rfc3339
from output.durable import replacing
from output.errors import ArchiveError, UsageError
from output.warc.record import Literal, Record, one_line, sha256_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

FILENAME = "collection.toml"

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionInfo:
    """Who archives what, and how they behave.

    `name` begins the names of the WARC files; `profile` is the magazine's. `creator` is the archive or person,
    `contact` a mail or web address. `user_agent` is sent with each request, `robots` is the policy, `obey` or
    `ignore`.
    """

    name: str
    profile: str
    creator: str
    contact: str
    user_agent: str
    robots: str

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            raise UsageError(
                "a collection's name must do as part of a file name",
                expected="letters, digits, dots, dashes and underscores",
                found=repr(self.name),
            )


def write_info(path: Path, info: CollectionInfo, made: datetime) -> None:
    """Write `info` to the TOML file `path`. Raises OSError."""
    # A JSON string is a TOML basic string, but for DEL, which only TOML wants escaped.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for key, value in asdict(info).items()
    ]
    with replacing(path) as stream:
        stream.write("".join(f"{line}\n" for line in [*lines, f"made = {rfc3339(made)}"]).encode())


def read_info(path: Path) -> CollectionInfo:
    """Return what the TOML file `path` says.

    Raises ArchiveError when it is no such file; FileNotFoundError when it is missing, and OSError.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return CollectionInfo(**{field.name: _text(found, field.name) for field in fields(CollectionInfo)})
    except (ValueError, UsageError) as error:
        raise ArchiveError("not a collection's description", where=str(path), found=str(error)) from error


def warcinfo_record(
    info: CollectionInfo,
    *,
    record_id: str,
    date: datetime,
    filename: str,
    settings_digest: str | None,
) -> Record:
    """Return the warcinfo record (WARC 1.1 §6.2) of the file named `filename`; `date` is when it was begun."""
    said = {
        "software": f"backissue/{software_version()}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "operator": info.creator,
        "contact": info.contact,
        "isPartOf": info.name,
        "description": f"Back issues, by the profile {info.profile}",
        "profile": info.profile,
        "robots": info.robots,
        "http-header-user-agent": info.user_agent,
        "http-header-from": info.contact if "@" in info.contact else "",
        "settings-digest": settings_digest or "",
    }
    lines = [f"{name}: {one_line(value)}\r\n" for name, value in said.items() if value.strip()]
    block = (Literal("".join(lines).encode("utf-8", "backslashreplace")),)
    return Record(
        fields=(
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", record_id),
            ("WARC-Date", rfc3339(date)),
            ("WARC-Filename", filename),
            ("Content-Type", "application/warc-fields"),
            ("WARC-Block-Digest", sha256_of(block)),
        ),
        block=block,
    )


def software_version() -> str:
    """Return our own version, `0` where the package is not installed."""
    try:
        return version("backissue")
    except PackageNotFoundError:
        return "0"


def _text(found: dict[str, object], key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} is {'missing' if value is None else 'no text'}")  # noqa: TRY004 - a fault of the file
    return value


def safe_name(path: Path) -> str:
    """Return a folder's name as it may stand in the names of WARC files."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", path.resolve().name).strip(".-_")
    return name[:100].strip(".-_") or "collection"
