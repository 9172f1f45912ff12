"""What a page's own `style` elements say of classes: which a reader does not see, and which spans are lines.

Only rules on one class alone are read, none for other media; a class that any rule shows is not hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|<!--|-->")
_BRACE = re.compile(r"[{}]")
_DISPLAY = re.compile(r"(?<![\w-])display\s*:\s*([a-z-]{3,20})", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]{1,80})")
_ALONE = re.compile(r"(?:[a-z][a-z0-9]{0,9})?\.([\w-]{1,80})", re.IGNORECASE)
_LINES = frozenset("block flex grid list-item table table-row".split())
_INLINE = ("span", "font")


def dress(roots: Sequence[Any], page: str) -> None:
    """Write into the trees of a `page` what it says: the hidden get that attribute, spans that are lines are `div`."""
    if "display" not in page:
        return
    hidden, lines = _displays(_rules("\n".join(map(_css, _iter(roots, "style")))))
    if hidden:
        for element in _iter(roots, "*"):
            if not hidden.isdisjoint((element.get("class") or "").split()):
                element.set("hidden", "")
    for element in _iter(roots, *_INLINE):
        own = _DISPLAY.search(element.get("style") or "")
        if own is None:
            is_line = not lines.isdisjoint((element.get("class") or "").split())
        else:
            is_line = own[1].lower() in _LINES
        if is_line:
            element.tag = "div"


def _iter(roots: Iterable[Any], *tags: str) -> list[Any]:
    return [element for root in roots for element in root.iter(*tags)]


def _css(style: Any) -> str:
    """Return the text of a `style` element, if it counts on a screen with scripts."""
    parent = style.getparent()
    if "print" in (style.get("media") or "") or (parent is not None and parent.tag == "noscript"):
        return ""
    return str(style.text or "")


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of a style sheet, without what stands in `@media` and the like."""
    css = _COMMENT.sub(" ", css)
    depth = start = body = 0
    for brace in _BRACE.finditer(css):
        if brace.group() == "{":
            body = brace.end() if depth == 0 else body
            depth += 1
            continue
        depth = max(0, depth - 1)
        if depth == 0:
            selectors = css[start : max(start, body - 1)].rpartition(";")[2].strip()
            if selectors and not selectors.startswith("@"):
                yield selectors, css[body : brace.start()]
            start = brace.end()


def _displays(rules: Iterable[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """Return the classes that are hidden, and those that are set in lines of their own."""
    hidden: set[str] = set()
    shown: set[str] = set()
    lines: set[str] = set()
    for selectors, declarations in rules:
        said = _DISPLAY.search(declarations)
        if said is None:
            continue
        for selector in selectors.split(","):
            alone = _ALONE.fullmatch(selector.strip())
            if said[1].lower() != "none":
                shown.update(_CLASS.findall(selector))
                lines.update([alone[1]] if alone and said[1].lower() in _LINES else [])
            elif alone:
                hidden.add(alone[1])
    return hidden - shown, lines
