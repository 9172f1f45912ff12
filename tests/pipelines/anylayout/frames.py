"""Ways in which a page's pieces may stand around one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces of a page as HTML, empty where the page has none."""

    top: str
    masthead: str
    main: str
    contents: str
    index: str
    foot: str

    @property
    def all(self) -> tuple[str, ...]:
        """The pieces in reading order."""
        return tuple(
            piece
            for piece in (self.top, self.masthead, self.main, self.contents, self.index, self.foot)
            if piece
        )


def _wrapped(opening: str, closing: str, around: tuple[str, str] = ("", "")) -> Callable[[Pieces], str]:
    return lambda pieces: (
        around[0] + "".join(f"{opening}{piece}{closing}" for piece in pieces.all) + around[1]
    )


def _nested(p: Pieces) -> str:
    return (
        f"<table width=100%><tr><td>{p.top}</td></tr><tr><td>{p.masthead}</td></tr></table>"
        f"<table width=780><tr><td><table><tr><td>{p.main}</td></tr></table></td></tr>"
        f"<tr><td>{p.contents}</td></tr></table>{p.index}<center>{p.foot}</center>"
    )


def _hashed(p: Pieces) -> str:
    return (
        f'<div class="css-1a2b"><div class="x9">{p.top}</div><div class="k3">{p.masthead}</div></div>'
        f'<div class="zz81"><div class="zz81-a">{p.main}</div><div class="b-77">{p.contents}</div></div>'
        f'<div class="q">{p.index}{p.foot}</div>'
    )


def _left(p: Pieces) -> str:
    column = f"<td width=180 valign=top>{p.contents}{p.index}</td>"
    return f"{p.top}{p.masthead}<table><tr>{column}<td>{p.main}</td></tr></table>{p.foot}"


def _right(p: Pieces) -> str:
    column = f"<td width=180>{p.top}{p.contents}{p.index}</td>"
    return f"{p.masthead}<table><tr><td>{p.main}</td>{column}</tr></table>{p.foot}"


def _both(p: Pieces) -> str:
    columns = (p.index, p.main + p.contents, p.top + p.foot)
    return f"{p.masthead}<table><tr>{''.join(f'<td>{column}</td>' for column in columns)}</tr></table>"


def _last(p: Pieces) -> str:
    return f"<div>{p.top}{p.contents}{p.index}{p.foot}</div><div>{p.masthead}{p.main}</div>"


def _first(p: Pieces) -> str:
    boxes = (p.masthead + p.main, p.contents + p.index, p.foot, p.top)
    return "".join(f"<div>{box}</div>" for box in boxes)


def _layers(p: Pieces) -> str:
    layers = (p.main, p.index, p.masthead, p.contents, p.top, p.foot)
    return "".join(
        f'<div style="position:absolute;top:{9 * at}px;left:{at}px">{layer}</div>'
        for at, layer in enumerate(layers)
    )


def _semantic(p: Pieces) -> str:
    return (
        f"<article>{p.top}</article><section><article>{p.masthead}</article></section><section>{p.main}</section>"
        f"<article><h6></h6>{p.contents}</article><main>{p.index}</main><section>{p.foot}</section>"
    )


def _swapped(p: Pieces) -> str:
    head = f"<main>{p.top}{p.masthead}</main><aside>{p.main}</aside>"
    return f"{head}<article>{p.contents}{p.index}</article><footer>{p.foot}</footer>"


def _unclosed(p: Pieces) -> str:
    return "<table>" + "".join(f"<tr><td>{piece}" for piece in p.all)


def _form(p: Pieces) -> str:
    hidden = '<input type="hidden" name="__VIEWSTATE" value="dDwtMTY3" />'
    return f"<form name=aspnetForm method=post>{hidden}{''.join(f'<div>{piece}</div>' for piece in p.all)}</form>"


def _definitions(p: Pieces) -> str:
    first, *rest = p.all
    return f"<dl><dt>{first}</dt>{''.join(f'<dd>{piece}</dd>' for piece in rest)}</dl>"


FRAMES: dict[str, Callable[[Pieces], str]] = {
    "bare": _wrapped("", ""),
    "nested": _nested,
    "hashed": _hashed,
    "centred": _wrapped(
        "<tr><td>", "</td></tr>", ("<center><font face=Arial><table width=700>", "</table></font></center>")
    ),
    "left": _left,
    "right": _right,
    "both": _both,
    "last": _last,
    "first": _first,
    "layers": _layers,
    "semantic": _semantic,
    "swapped": _swapped,
    "unclosed": _unclosed,
    "form": _form,
    "definitions": _definitions,
    "rules": lambda pieces: "<hr>".join(pieces.all),
    "breaks": lambda pieces: "<br><br>".join(pieces.all),
    "spans": _wrapped("<span class=b>", "</span>"),
    "deep": lambda pieces: "<div>" * 30 + "".join(pieces.all) + "</div>" * 30,
    "lists": _wrapped("<li>", "</li>", ("<ul>", "</ul>")),
}

TICKER_PLACES = ("top", "masthead", "foot", "side")
"""Where the ticker stands: first of all, under the masthead, last of all, after the contents."""
