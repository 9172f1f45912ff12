"""Two sets of JSON Lines of one archive held against each other, field by field: what another extractor makes of it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import IO, TYPE_CHECKING, Any

from output.errors import DamagedRecordError
from output.models import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHOWN = 80
_NOT_COMPARED = frozenset({"schema", "extractor"})
"""What says who made a line, not what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of one line; `old` and `new` are JSON from a little before the place where they part.

    `line` names the line: an address, an issue's id. `field` is None for a line that only one side has; the other
    side's value is then None.
    """

    line: str
    field: str | None
    old: str | None
    new: str | None


@dataclass(slots=True, kw_only=True)
class FileDifferences:
    """What differs between two files of one name: lines on each side, and in the lines that both have, by field."""

    file: str
    old: int = 0
    new: int = 0
    same: int = 0
    changed: int = 0
    only_old: int = 0
    only_new: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    examples: list[Difference] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether there is any difference."""
        return bool(self.changed or self.only_old or self.only_new)

    def as_json(self) -> dict[str, Any]:
        """Return what is told as one JSON object."""
        return {
            "file": self.file,
            **{
                name: getattr(self, name)
                for name in ("old", "new", "same", "changed", "only_old", "only_new")
            },
            "fields": dict(self.fields.most_common()),
            "examples": [asdict(example) for example in self.examples],
        }


def diff_folders(old: Path, new: Path, *, examples: int = 3) -> Iterator[FileDifferences]:
    """Yield for each file of records (articles.jsonl …) how the one in `new` differs from that in `old`.

    Lines are matched by what they are about: an article's id, an issue's id, a fetch's address and date, the place of
    a piece among its kind on its page. At most `examples` of each field, and of lines on one side, are named. A missing
    file has no lines. Raises DamagedRecordError with file and offset where a line is no JSON object, and OSError.
    """
    for name in LINES:
        yield _diff(name, old / f"{name}.jsonl", new / f"{name}.jsonl", examples)


def _diff(name: str, old: Path, new: Path, examples: int) -> FileDifferences:
    found = FileDifferences(file=f"{name}.jsonl")
    places: dict[str, int] = {}
    for key, offset, _ in _keyed(name, old):
        places[key] = offset
        found.old += 1
    told: Counter[str] = Counter()
    stream = old.open("rb") if places else None
    try:
        for key, _, line in _keyed(name, new):
            found.new += 1
            if key not in places or stream is None:
                found.only_new += 1
                _tell(found, told, examples, Difference(line=key, field=None, old=None, new=_start(line)))
                continue
            _compare(found, told, examples, key, _line_at(stream, places.pop(key)), line)
        for key, offset in places.items():
            assert stream is not None
            found.only_old += 1
            before = _start(_line_at(stream, offset))
            _tell(found, told, examples, Difference(line=key, field=None, old=before, new=None))
    finally:
        if stream is not None:
            stream.close()
    return found


def _compare(
    found: FileDifferences,
    told: Counter[str],
    examples: int,
    key: str,
    old: dict[str, Any],
    new: dict[str, Any],
) -> None:
    differing = [
        name
        for name in dict.fromkeys((*old, *new))
        if name not in _NOT_COMPARED and (name not in old or name not in new or old[name] != new[name])
    ]
    if not differing:
        found.same += 1
        return
    found.changed += 1
    found.fields.update(differing)
    for name in differing:
        before, after = _parted(_text(old.get(name)), _text(new.get(name)))
        _tell(found, told, examples, Difference(line=key, field=name, old=before, new=after))


def _tell(found: FileDifferences, told: Counter[str], examples: int, difference: Difference) -> None:
    """Keep a difference as an example if its field has not had enough of them."""
    kind = difference.field or ("only new" if difference.old is None else "only old")
    told[kind] += 1
    if told[kind] <= examples:
        found.examples.append(difference)


def _keyed(name: str, path: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield each line of a file with the key that it is matched by and its byte offset."""
    if not path.exists():
        return
    times: Counter[str] = Counter()
    offset = 0
    with path.open("rb") as stream:
        for raw in stream:
            line = _object(raw, path, offset)
            key = _key(name, line)
            times[key] += 1
            numbered = name == "furniture" or times[key] > 1
            yield (f"{key} #{times[key]}" if numbered else key), offset, line
            offset += len(raw)


def _key(name: str, line: dict[str, Any]) -> str:
    if name == "furniture":
        return f"{line.get('page_url')} {line.get('kind')}"
    if name == "captures":
        return f"{line.get('url')} {line.get('date')}"
    return str(line.get("url") if name == "articles" else line.get("id"))


def _line_at(stream: IO[bytes], offset: int) -> dict[str, Any]:
    stream.seek(offset)
    found: dict[str, Any] = json.loads(stream.readline())
    return found


def _object(raw: bytes, path: Path, offset: int) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise DamagedRecordError("no JSON", where=str(path), offset=offset, found=str(error)) from error
    if not isinstance(found, dict):
        raise DamagedRecordError("no JSON object", where=str(path), offset=offset)
    return found


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _start(line: dict[str, Any]) -> str:
    return _text(line.get("title") or line.get("text") or line.get("label") or line.get("kind"))[:_SHOWN]


def _parted(old: str, new: str) -> tuple[str, str]:
    """Return both texts from a little before the place where they part."""
    same = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, same - 20)
    return old[start : start + _SHOWN], new[start : start + _SHOWN]
