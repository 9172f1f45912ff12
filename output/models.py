"""The published shapes: one pydantic model a line of JSON Lines (docs/json-lines.md).

Every key stands in every line and has one type; an absent scalar is null, an absent list empty; keys come in
the order in which they are written here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from output.dates import rfc3339

Date = Annotated[
    datetime,
    PlainSerializer(rfc3339, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]
"""An aware UTC date, written as RFC 3339 with Z and microseconds."""

Count = Annotated[int, Field(ge=0, lt=2**53)]


class Line(BaseModel):
    """What all lines share: frozen, no unknown keys, no coercion, no number that JSON doesn't have."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class CaptureRef(Line):
    """Where the bytes are that a line was read from."""

    target_uri: str
    date: Date
    record_id: str | None
    payload_digest: str | None
    filename: str | None
    offset: Count | None
    length: Count | None
    source: Literal["live", "warc", "memento", "commoncrawl", "file"]


class IssueRef(Line):
    """Which issue of the magazine; `id` is the year and the number with `-` for `/`, as in 2010-5-6."""

    id: str
    year: int
    number: str


class Link(Line):
    """A link's text and its absolute address; null where a plain text has none."""

    text: str
    url: str | None


class Image(Line):
    """An image's absolute address and its alternative text, empty when it has none."""

    url: str
    alt: str


class Entry(Line):
    """One line of an issue's contents."""

    title: str
    authors: list[str]
    url: str | None


class Promised(Line):
    """An article that an issue's contents promise; `position` counts from 1."""

    position: Count
    title: str
    authors: list[str]
    url: str | None


class Missing(Line):
    """A promised article that is not held, and why."""

    title: str
    url: str | None
    reason: str


BlockKind = Literal["heading", "paragraph", "list", "table", "quote", "preformatted"]


class Block(Line):
    """A block of an article's text; `rows` holds a table's cell texts, else nothing."""

    kind: BlockKind
    text: str
    rows: list[list[str]]


class Extractor(Line):
    """What made the line."""

    name: str
    version: str
    profile: str


class Article(Line):
    """A line of articles.jsonl."""

    schema_: Literal["article/1"] = Field(default="article/1", alias="schema")
    id: str
    url: str
    kind: Literal["magazine", "news"]
    language: str | None
    title: str
    authors: list[str]
    byline: str | None
    issue: IssueRef | None
    position: Count | None
    blocks: list[Block]
    text: str
    word_count: Count
    links: list[Link]
    images: list[Image]
    source_line: str | None
    dateline: str | None
    unplaced: list[str]
    content_digest: str
    extractor: Extractor
    capture: CaptureRef


class Issue(Line):
    """A line of issues.jsonl."""

    schema_: Literal["issue/1"] = Field(default="issue/1", alias="schema")
    id: str
    year: int
    number: str
    label: str
    url: str | None
    promised: list[Promised]
    found: Count
    missing: list[Missing]
    capture: CaptureRef | None


class Quote(Line):
    """One currency pair of a ticker."""

    pair: str
    base: str
    quote: str
    rate: float
    change: float | None


FurnitureKind = Literal[
    "ticker",
    "counter",
    "partners",
    "masthead",
    "contents",
    "issue_index",
    "breadcrumb",
    "label",
    "navigation",
    "repeated",
]


class Furniture(Line):
    """A line of furniture.jsonl: one piece of page furniture on one page."""

    schema_: Literal["furniture/1"] = Field(default="furniture/1", alias="schema")
    id: str
    page_url: str
    kind: FurnitureKind
    text: str
    name: str | None
    quotes: list[Quote]
    entries: list[Entry]
    links: list[Link]
    year: int | None
    number: str | None
    issues: Count | None
    pages: Count | None
    capture: CaptureRef


CaptureKind = Literal["home", "issue", "article", "requisite", "robots", "other"]


class CaptureLine(Line):
    """A line of captures.jsonl: every fetch, failures too."""

    schema_: Literal["capture/1"] = Field(default="capture/1", alias="schema")
    url: str
    date: Date
    status: int | None
    mime: str | None
    record_type: Literal["response", "revisit"] | None
    kind: CaptureKind
    via: str | None
    error: str | None
    capture: CaptureRef


class Version(Line):
    """An article as it stood in one capture; `date` is that capture's."""

    date: Date
    content_digest: str


ChangeKind = Literal["new", "changed", "gone", "back"]


class Change(Line):
    """A line of changes.jsonl: what a run found new, changed, gone or back; by content, never by bytes.

    `fields` are the keys of the article's line that differ, `before` and `after` the article then and now.
    """

    schema_: Literal["change/1"] = Field(default="change/1", alias="schema")
    url: str
    change: ChangeKind
    fields: list[str]
    before: Version | None
    after: Version | None


LINES: dict[str, type[Line]] = {
    "articles": Article,
    "issues": Issue,
    "furniture": Furniture,
    "captures": CaptureLine,
}
"""The files under records/, and the model of their lines."""

RUN_LINES: dict[str, type[Line]] = {"changes": Change}
"""The files that only a run's folder has."""
