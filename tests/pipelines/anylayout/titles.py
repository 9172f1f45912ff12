"""Ways in which a page may show the magazine's name, an article's title and its author lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.replica.magazine import NAME
from crawler.replica.markup import NBSP, attr, esc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _around(opening: str, closing: str) -> Callable[[str], str]:
    return lambda text: f"{opening}{esc(text)}{closing}"


def _rest(masthead: str) -> str:
    """Return what follows the magazine's name, `№4, 2005`; nothing on pages of no issue."""
    return esc(masthead.removeprefix(NAME).strip())


def _two_lines(masthead: str) -> str:
    return f"<div><b>{NAME}</b><br>{_rest(masthead)}</div>"


def _three_lines(masthead: str) -> str:
    first, rest = NAME.split(" ", 1)
    return f"<div><font size=6>{first}</font><br><font size=2>{rest}</font><br>{_rest(masthead)}</div>"


def _blocks(masthead: str) -> str:
    return f"<div>{NAME}</div><div>{_rest(masthead)}</div>"


def _cells(masthead: str) -> str:
    return f"<table width=100%><tr><td>{NAME}</td><td align=right>{_rest(masthead)}</td></tr></table>"


def _image(masthead: str) -> str:
    return f'<p><img src="/img/head.gif" alt="{attr(masthead)}" width=600></p>'


def _image_and_text(masthead: str) -> str:
    return f'<p><a href="/"><img src="/img/logo.gif" alt="{NAME}"></a></p><p>{NBSP} {esc(masthead)}</p>'


def _image_and_number(masthead: str) -> str:
    return f'<div><img src="/img/logo.gif" alt="{NAME}"> {_rest(masthead)}</div>'


def _spans(masthead: str) -> str:
    return f"<div><span class=n>{NAME}</span> <span class=i>{_rest(masthead)}</span></div>"


MASTHEADS: dict[str, Callable[[str], str]] = {
    "text": _around(f"<p>{NBSP}{NBSP} ", "</p>"),
    "h1": _around("<h1>", "</h1>"),
    "h4": _around("<h4 align=center>", "</h4>"),
    "link": _around('<p><a href="/">', "</a></p>"),
    "bold": _around("<center><b><font size=5>", "</font></b></center>"),
    "image": _image,
    "image and text": _image_and_text,
    "image and number": _image_and_number,
    "two lines": _two_lines,
    "three lines": _three_lines,
    "two blocks": _blocks,
    "cells": _cells,
    "spans": _spans,
}

TITLES: dict[str, Callable[[str], str]] = {
    "h1": _around("<h1>", "</h1>"),
    "h2": _around("<h2>", "</h2>"),
    "h3 centred": _around("<h3 align=center>", "</h3>"),
    "h5": _around("<h5>", "</h5>"),
    "bold": _around("<p><b>", "</b></p>"),
    "font": _around('<font size="+2" color="#003366">', "</font><br>"),
    "strong in cell": _around("<table><tr><td><strong>", "</strong></td></tr></table>"),
    "span": _around("<span class=t1>", "</span><br><br>"),
    "div": _around("<div class=q7>", "</div>"),
    "plain": _around(f"<p>{NBSP}", "</p>"),
    "legend": _around("<fieldset><legend>", "</legend></fieldset>"),
    "linked": _around('<h2><a href="#">', "</a></h2>"),
    "linked bold": _around('<p><a href="#text"><b>', "</b></a></p>"),
    "two spans": lambda text: f"<p><b>{esc(text[:9])}</b><b>{esc(text[9:])}</b></p>",
    "big": _around("<center><big><b>", "</b></big></center>"),
}

FIRST_TITLES: dict[str, Callable[[str], str]] = {
    "plain": _around(f"<p>{NBSP}", "</p>"),
    "bold": _around(f"{NBSP}<b>", "</b><br>"),
    "same div": _around("<div class=crumb>", "</div>"),
    "h2": _around("<h2>", "</h2>"),
    "image": lambda text: f'<p><img src="/t.gif" alt="{attr(text)}"></p>',
    "path": lambda text: f'<p><a href="/">Home</a> / <a href="/a/">Archive</a> / {esc(text)}</p>',
    "arrows": lambda text: f'<div><a href="/">Main</a> » {esc(text)}</div>',
    "linked": _around('<p><a href="#">', "</a></p>"),
    "cell": _around("<table><tr><td bgcolor=#eeeeee>", "</td></tr></table>"),
}


def _each(opening: str, closing: str) -> Callable[[str, Sequence[str]], str]:
    return lambda title, lines: title + "".join(f"{opening}{esc(line)}{closing}" for line in lines)


def _together(opening: str, closing: str) -> Callable[[str, Sequence[str]], str]:
    def drawn(title: str, lines: Sequence[str]) -> str:
        return title + (f"{opening}{'<br>'.join(map(esc, lines))}{closing}" if lines else "")

    return drawn


def _in_one_cell(title: str, lines: Sequence[str]) -> str:
    said = "<br>".join(f"<i>{esc(line)}</i>" for line in lines)
    return f"<table><tr><td>{title}<br>{said}</td></tr></table>"


def _above_title(title: str, lines: Sequence[str]) -> str:
    return "".join(f"<p>{esc(line)}</p>" for line in lines) + title


def _in_heading(title: str, lines: Sequence[str]) -> str:
    said = "<br>".join(map(esc, lines))
    if title.endswith(("</h1>", "</h2>")):
        return f"{title[:-5]}<br><small>{said}</small>{title[-5:]}"
    return f"{title}<div>{said}</div>"


def _own_row(title: str, lines: Sequence[str]) -> str:
    rows = "".join(f"<tr><td align=right>{esc(line)}</td></tr>" for line in lines)
    return title + (f"<table>{rows}</table>" if rows else "")


BYLINES: dict[str, Callable[[str, Sequence[str]], str]] = {
    "paragraphs": _each("<p>", "</p>"),
    "italic": _each("<p><i>", "</i></p>"),
    "right": _each("<p align=right>", "</p>"),
    "right bold": _each("<div align=right><b>", "</b></div>"),
    "together": _together("<p>", "</p>"),
    "together italic": _together("<br><em>", "</em><br><br>"),
    "address": _together("<address>", "</address>"),
    "h4": _each("<h4>", "</h4>"),
    "span": _each("<br><span class=au>", "</span><br>"),
    "title's cell": _in_one_cell,
    "own row": _own_row,
    "above title": _above_title,
    "in heading": _in_heading,
}
