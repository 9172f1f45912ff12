"""What an article of the replica is: its words, before any layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from crawler.replica.people import Credit

BlockKind = Literal["heading", "paragraph", "list", "table", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block as a reader sees it; `rows` holds a table's cell texts, or a list's items as rows of one cell.

    `text` of a list is its items a line each, of a table its rows a line each with tabs between the cells.
    """

    kind: BlockKind
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A magazine article: `site_id` is its number in addresses, one series for the whole site."""

    site_id: int
    title: str
    credit: Credit
    blocks: tuple[Block, ...]
    language: Literal["en", "ru"]
    year: int
    number: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A news item: the text opens with its dateline; `source` is the source line as printed."""

    site_id: int
    title: str
    dateline: str
    source: str | None
    blocks: tuple[Block, ...]


def listing(items: tuple[str, ...]) -> Block:
    """Return a list block."""
    return Block(kind="list", text="\n".join(items), rows=tuple((item,) for item in items))


def grid(rows: tuple[tuple[str, ...], ...]) -> Block:
    """Return a table block."""
    return Block(kind="table", text="\n".join("\t".join(row) for row in rows), rows=rows)


def without_structure(blocks: tuple[Block, ...], kept: frozenset[str]) -> tuple[Block, ...]:
    """Return the blocks as a layout shows them that has only the kinds `kept`.

    A list becomes paragraphs with a dash, a table a paragraph a row, a quotation a paragraph: what a reader of
    such a page sees, so its truth says the same.
    """
    shown: list[Block] = []
    for block in blocks:
        if block.kind in kept or block.kind in ("heading", "paragraph"):
            shown.append(block)
        elif block.kind == "list":
            shown.extend(Block(kind="paragraph", text=f"– {item}") for (item,) in block.rows)
        elif block.kind == "table":
            head, *rows = block.rows
            shown.extend(Block(kind="paragraph", text=_said(head, row)) for row in rows)
        else:
            shown.append(Block(kind="paragraph", text=block.text))
    return tuple(shown)


def _said(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    parts = ", ".join(f"{name.lower()} {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
    return f"{row[0]}: {parts}."
