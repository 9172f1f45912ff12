"""Fourteen very different ways to lay out the same magazine, one module each.

They are examples, not the real site: an extractor that knows any of them by heart has learned nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.layouts import (
    breaks,
    broken,
    classes,
    definitions,
    dump,
    exported,
    mislabelled,
    modern,
    nested,
    ornate,
    rows,
    sidebar,
    strict,
    teletype,
)
from output.errors import UsageError

if TYPE_CHECKING:
    from crawler.replica.layout import Layout

_LAYOUTS: dict[str, Layout] = {
    module.LAYOUT.name: module.LAYOUT
    for module in (
        nested,
        classes,
        strict,
        breaks,
        sidebar,
        modern,
        definitions,
        broken,
        dump,
        rows,
        mislabelled,
        teletype,
        ornate,
        exported,
    )
}


def layout_names() -> tuple[str, ...]:
    """Return the names of the layouts, in the order in which they are written about."""
    return tuple(_LAYOUTS)


def layout(name: str) -> Layout:
    """Return the layout called `name`; raises UsageError when there is none."""
    if name not in _LAYOUTS:
        raise UsageError("unknown replica layout", expected=", ".join(_LAYOUTS), found=name)
    return _LAYOUTS[name]
