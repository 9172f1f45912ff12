"""The articles of a collection as its JSON Lines tell of them at one moment, to be held against another moment."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Any, Self, overload

from output.errors import DamagedRecordError
from output.models import Article
from pipelines.addresses import canonical
from pipelines.document.textblock import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

_ABSENT = frozenset({404, 410})


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldArticle:
    """An article held: its line's place in the file, and what stands for its content's digest and its page's.

    `here`: the site still has it. It has not when the newest answer was 404 or 410, or when pages that list the
    issue's articles are held and none but its own lists it.
    """

    offset: int
    content_digest: bytes
    payload_digest: bytes | None
    here: bool


class State:
    """The articles held by canonical address; a context manager, since full lines are read from the file on demand.

    The file stays readable after another one has taken its name.
    """

    def __init__(self, stream: IO[bytes] | None, articles: Mapping[str, HeldArticle]) -> None:
        self._stream = stream
        self.articles = articles

    @classmethod
    def read(cls, records: Path) -> Self:
        """Read the state from the lines in the folder `records`; without articles.jsonl nothing is held.

        Raises DamagedRecordError with file and offset where a line is no JSON object, and OSError.
        """
        path = records / "articles.jsonl"
        if not path.exists():
            return cls(None, {})
        absent = _absent(records / "captures.jsonl")
        stream = path.open("rb")
        try:
            articles: dict[str, HeldArticle] = {}
            issue_of: dict[str, str] = {}
            titles: dict[tuple[str, str], str] = {}
            for offset, line in _objects(stream, path):
                key = canonical(line["url"])
                if line["issue"] is not None:
                    issue = issue_of[key] = sys.intern(line["issue"]["id"])
                    titles[issue, fold(line["title"])] = key
                articles[key] = HeldArticle(
                    offset=offset,
                    content_digest=_short(line["content_digest"]),
                    payload_digest=_short(line["capture"]["payload_digest"]),
                    here=key not in absent,
                )
            for key in _unlisted(records / "furniture.jsonl", issue_of, titles, absent):
                articles[key] = replace(articles[key], here=False)
        except BaseException:
            stream.close()
            raise
        return cls(stream, articles)

    def article(self, key: str) -> Article:
        """Return the whole line of an article held; raises KeyError, OSError."""
        assert self._stream is not None
        self._stream.seek(self.articles[key].offset)
        return Article.model_validate_json(self._stream.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()


@overload
def _short(digest: str) -> bytes: ...


@overload
def _short(digest: None) -> None: ...


def _short(digest: str | None) -> bytes | None:
    """Return 16 bytes that stand for a digest, so that many can be held."""
    return None if digest is None else blake2b(digest.encode(), digest_size=16).digest()


def _absent(captures: Path) -> frozenset[str]:
    """Return the addresses whose newest answer says that there is nothing; lines are in order of date."""
    newest: dict[str, int] = {}
    if captures.exists():
        with captures.open("rb") as stream:
            for _, line in _objects(stream, captures):
                if line["status"] is not None:
                    newest[canonical(line["url"])] = line["status"]
    return frozenset(key for key, status in newest.items() if status in _ABSENT)


def _unlisted(
    furniture: Path,
    issue_of: Mapping[str, str],
    titles: Mapping[tuple[str, str], str],
    absent: frozenset[str],
) -> frozenset[str]:
    """Return the articles whose issue is listed by other pages, none of which lists them.

    An entry names an article by its address, or by its title where that address only leads on to the article's.
    A page that is gone itself lists nothing any more, and its own listing doesn't keep an article.
    """
    listed: set[str] = set()
    # Of each issue that is listed: the one page that does, or None when there are more.
    listers: dict[str, str | None] = {}
    if furniture.exists():
        with furniture.open("rb") as stream:
            for page, entries in _contents(stream, furniture):
                if page in absent:
                    continue
                keys = {canonical(entry["url"]) for entry in entries if entry["url"] is not None}
                issues = {issue_of[key] for key in keys if key in issue_of}
                named = (titles.get((issue, fold(entry["title"]))) for issue in issues for entry in entries)
                keys.update(key for key in named if key is not None)
                listed.update(keys - {page})
                for issue in issues:
                    listers[issue] = page if listers.get(issue, page) == page else None
    return frozenset(
        key
        for key, issue in issue_of.items()
        if key not in listed and issue in listers and listers[issue] != key
    )


def _contents(stream: IO[bytes], path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield page and entries of each line of contents."""
    offset = 0
    for raw in stream:
        # Most lines are of other kinds; the key's form is that of our own writer.
        if b'"kind":"contents"' in raw:
            line = _object(raw, path, offset)
            yield canonical(line["page_url"]), line["entries"]
        offset += len(raw)


def _objects(stream: IO[bytes], path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    offset = 0
    for raw in stream:
        yield offset, _object(raw, path, offset)
        offset += len(raw)


def _object(raw: bytes, path: Path, offset: int) -> dict[str, Any]:
    try:
        line = json.loads(raw)
    except ValueError as error:
        raise DamagedRecordError("no JSON", where=str(path), offset=offset, found=str(error)) from error
    if not isinstance(line, dict):
        raise DamagedRecordError("no JSON object", where=str(path), offset=offset)
    return line
