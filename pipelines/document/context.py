"""What the elements around a text say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipelines.document.textblock import Cell


class Context(NamedTuple):
    """What the elements that stand open say of the text inside them, but for the link: that changes most often."""

    strong: bool = False
    unseen: bool = False
    heading: int | None = None
    list_id: int | None = None
    quote_id: int | None = None
    cell: Cell | None = None
    pre: bool = False
    region: int | None = None


def hidden(context: Context) -> Context:
    """Return `context` for what a reader does not see."""
    return tuple.__new__(Context, (context.strong, True, *context[2:]))
