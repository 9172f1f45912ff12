"""A real magazine's texts in looks of our own: body, furniture, titles and authors, a row per look.

    git clone https://github.com/mercmobily/freesoftwaremagazine DATA
    pip install -e '.[bench]'
    python -m bench.dressed DATA [--looks old,…] [--all] [--alone] [--wrong N]

The texts are those of Free Software Magazine's issues, some 320, written by many hands: listings, tables, captions,
boxes, talks, readers' comments. They are fetched for measuring; nothing of them is kept here. The looks share the
issues out among them, in order; `--all` adds the articles of no issue, by months, `--alone` leaves out the pages that
list articles.
"""

from __future__ import annotations

import argparse
import html
import importlib
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import html as lxml_html

from bench.magazine import COLUMNS, measured, show
from crawler import sites
from tests.ezine.site import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NAME = "Free Software Magazine"
MONTHS = "January February March April May June July August September October November December".split()
_ISSUE = re.compile(r"issue_\d+\Z")
_HEAD = re.compile(r"---\s*\n(.*?)\n---\s*\n(.*)", re.DOTALL)
_BREAKS = frozenset("p td th li br pre h2 h3 h4 tr table center div blockquote dd dt b".split())
escaped = partial(html.escape, quote=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article as its file says it; `body` is HTML."""

    name: str
    title: str
    authors: tuple[str, ...]
    body: str
    issue: str
    month: str
    year: str
    tags: tuple[str, ...]
    comments: tuple[dict[str, Any], ...]

    @property
    def by(self) -> str:
        *others, last = self.authors or ("",)
        return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article among those of its issue."""

    text: Text
    issue: int
    at: int
    listed: tuple[Text, ...]

    def beside(self, step: int) -> str | None:
        at = self.at + step
        return f"{self.listed[at].name}.html" if 0 <= at < len(self.listed) else None


def load(data: Path) -> list[Text]:
    """Return the listed articles of a checkout, in the order of their folders."""
    yaml = importlib.import_module("yaml")
    found = []
    for path in sorted((data / "articles").glob("*/index.md")):
        parts = _HEAD.match(path.read_text("utf-8", "replace"))
        comments = path.parent / "_comments.yaml"
        try:
            head = yaml.safe_load(parts[1]) if parts else {}
            said = yaml.safe_load(comments.read_text("utf-8", "replace")) if comments.exists() else []
        except yaml.YAMLError:
            continue
        if not parts or str(head.get("listed")).lower() != "true":
            continue
        day = str(head.get("published"))
        found.append(
            Text(
                name=path.parent.name,
                title=str(head["title"]),
                authors=tuple(a.strip() for a in str(head.get("authors") or "").split(",") if a.strip()),
                body=_converted(parts[2]),
                issue=str(head.get("issue") or ""),
                month=MONTHS[int(day[5:7]) - 1] if day[5:7].isdigit() else "May",
                year=day[:4],
                tags=tuple(tag for tag in str(head.get("tags") or "").split(",") if tag),
                comments=tuple(one for one in said or [] if isinstance(one, dict)),
            )
        )
    return found


def _converted(text: str) -> str:
    """Return a text of the magazine's own mark-up as HTML; what it draws out of the text (`ZOOM`) is left out."""
    markdown = importlib.import_module("markdown").markdown
    held: list[str] = []

    def hold(shown: str) -> str:
        held.append(shown)
        return f"\n\nHELD{len(held) - 1}X\n\n"

    rules: Iterable[tuple[str, Callable[[re.Match[str]], str]]] = (
        (r"<!--.*?-->", lambda _: ""),
        (r"=CODE_START=\s*\n(.*?)=CODE_END=", lambda m: hold(f"<pre>{escaped(m[1].strip(chr(10)))}</pre>")),
        (
            r"=TEXTBOX_START=(.*?)=\n(.*?)=TEXTBOX_END=",
            lambda m: hold(
                f"<table border=1><tr><td><b>{m[1]}</b> {markdown(m[2], extensions=['tables'])}</td></tr></table>"
            ),
        ),
        (
            r"=(?:IMAGE|IMG|IMG_CLEAR|IMAGE_BIG)=([^=]*)=([^\n]*?)=[ \t]*(?:\n|$)",
            lambda m: hold(f"<center><img src='{m[1]}' alt=''><br><i>{m[2]}</i></center>"),
        ),
        (r"=(?:IMG_PRIVATE|IMAGE_PRIVATE|VIDEO)=[^\n]*?=[ \t]*(?:\n|$)", lambda _: ""),
        (r"=ZOOM=(.*?)=[ \t]*(?:\n|$)", lambda _: ""),
        (r"=TABLE_CAPTION=([^\n]*?)=[ \t]*(?:\n|$)", lambda m: hold(f"<p><b>{m[1]}</b></p>")),
    )
    for pattern, shown in rules:
        text = re.sub(pattern, shown, text, flags=re.DOTALL)
    page = markdown(text, extensions=["tables"])
    page = re.sub(r"(?:<p>)?HELD(\d+)X(?:</p>)?", lambda m: held[int(m[1])], page)
    page = re.sub(r"<(script|style|object|embed|iframe)\b.*?</\1>", "", page, flags=re.DOTALL | re.IGNORECASE)
    return re.sub(r"<(/?)h1", r"<\1h2", page)


def _said(body: str) -> str:
    """Return the words of a text."""
    root = lxml_html.fromstring(f"<div>{body}</div>")
    for element in root.iter():
        if element.tag in _BREAKS:
            element.tail = " " + (element.tail or "")
            element.text = " " + (element.text or "")
    return " ".join("".join(root.itertext()).split())


def old(place: Place) -> str:
    """Return a page of the nineties: a line of ways, a rule, `By NAME`, and at the foot whose it is."""
    text = place.text
    ways = " ".join(
        f"[ <a href='{to}'>{name}</a> ]" if to else f"[ {name} ]"
        for name, to in (
            ("Prev", place.beside(-1)),
            ("Contents", "index.html"),
            ("Front Page", "../index.html"),
            ("Next", place.beside(1)),
        )
    )
    return (
        f"<html><head><title>{escaped(text.title)} FSM #{place.issue}</title></head><body bgcolor=#ffffff><center>"
        f'<img src=logo.gif alt="{NAME}"><br>{ways}</center><hr><p><font size=-1>"For the free software world"</font>'
        f"<hr><center><h1><font color=maroon>{escaped(text.title)}</font></h1><h4>By <a href='mailto:x@example.org'>"
        f"{escaped(text.by)}</a></h4></center><hr>{text.body}<hr><center><p><font size=-1>Copyright &copy; "
        f"{text.year}, {escaped(text.by)}.<br>Published in Issue {place.issue} of {NAME}, {text.month} "
        f"{text.year}</font>{ways}</center></body></html>"
    )


def table(place: Place) -> str:
    """Return a page in two columns of a table, the issue's titles beside the text, which has no paragraphs."""
    text = place.text
    body = re.sub(r"<p>(.*?)</p>", r"\1<br><br>\n", text.body, flags=re.DOTALL)
    body = re.sub(r"<h(\d)>(.*?)</h\1>", r"<b>\2</b><br><br>\n", body, flags=re.DOTALL)
    listed = "".join(f"<A href='{one.name}.html'>{escaped(one.title)}</A><BR>" for one in place.listed)
    return (
        f"<HTML><HEAD><TITLE>{NAME}: {escaped(text.title)}</TITLE></HEAD><BODY><TABLE width=760><TR><TD colspan=2>"
        f'<IMG src=/t.gif alt="{NAME}"> Issue {place.issue} - {text.month} {text.year}</TD></TR><TR><TD valign=top>'
        "<A href=/>Home</A><BR><A href=/issues/>Issues</A><BR><A href=/authors>Authors</A><BR><BR><B>In this issue</B>"
        f"<BR>{listed}</TD><TD><FONT size=5><B>{escaped(text.title)}</B></FONT><BR><FONT size=2><I>"
        f"{escaped(text.by)}</I></FONT><BR><BR>{body}<BR><A href='/print?{text.name}'>Printer friendly</A> | "
        f"<A href='/mail?{text.name}'>Mail this to a friend</A></TD></TR></TABLE>"
        f"<P align=center><FONT size=1>All contents copyright {text.year} the authors. {NAME} is a trademark of The "
        "Open Company Partners.</FONT></BODY></HTML>"
    )


def managed(place: Place) -> str:
    """Return a page of a content management system, with what readers said below the text."""
    text = place.text
    said = "".join(
        f"<div><h3>{escaped(str(one.get('subject') or 'Comment'))}</h3><div>Submitted by "
        f"{escaped(str(one.get('name') or 'Anonymous'))} on {text.month} 3, {text.year} - 10:16.</div><div>"
        f"{one.get('body') or ''}</div><ul><li><a href=/login>Login or register</a> to post comments</ul></div>"
        for one in text.comments[:6]
    )
    tags = "".join(f"<li><a href='/tags/{escaped(tag)}'>{escaped(tag)}</a>" for tag in text.tags)
    return (
        f"<!DOCTYPE html><html><head><title>{escaped(text.title)} | {NAME}</title></head><body>"
        f"<div><a href=/>{NAME}</a><ul><li><a href=/articles>Articles</a><li><a href=/issues>Issues</a>"
        "<li><a href=/about>About</a></ul></div>"
        f"<div><a href=/>Home</a> &raquo; <a href=index.html>Issue {place.issue}</a></div>"
        f"<h1>{escaped(text.title)}</h1><div>By {escaped(text.by)} on {text.month} {place.at + 1}, {text.year} "
        "in <a href=/s>Articles</a></div>"
        f"<ul>{tags}</ul><div>{text.body}</div><h4>License</h4><p>Verbatim copying and distribution of this entire "
        "article is permitted in any medium without royalty provided this notice is preserved.</p>"
        f"{f'<h2>Comments</h2>{said}' if said else ''}<h3>Newsletter</h3><p>Enter your email address to get the next "
        f"issue.</p><form><input></form><div>Copyright 2004-{text.year} {NAME}. <a href=/privacy>Privacy</a></div>"
        "</body></html>"
    )


def signed(place: Place) -> str:
    """Return a plain page whose author signs behind the text."""
    text = place.text
    back = '<p><a href="index.html">Back to contents</a></p>'
    return (
        f"<html><head><title>{escaped(text.title)}</title></head><body><table width=100%><tr><td><b>{NAME}</b></td><td>"
        f"{text.month} {text.year}</td></tr></table>{back}<h2>{escaped(text.title)}</h2>"
        f"{text.body.replace('<h2>', '<h3>').replace('</h2>', '</h3>')}<p><i>{escaped(text.by)}</i></p>{back}"
        f"<address>&copy; {text.year} {NAME}. ISSN 1746-8752.</address></body></html>"
    )


LOOKS: dict[str, Callable[[Place], str]] = {"old": old, "table": table, "managed": managed, "signed": signed}
_SAYS_BY = ("old", "managed")


def dressed(texts: Iterable[Text], looks: list[str]) -> tuple[dict[str, str | bytes], dict[str, Truth]]:
    """Return the pages of a site by address, contents and index among them, and the truth of its articles."""
    issues: dict[str, list[Text]] = {}
    for text in texts:
        name = text.issue if _ISSUE.match(text.issue) else f"of {text.year} {MONTHS.index(text.month):02}"
        issues.setdefault(name, []).append(text)
    pages: dict[str, str | bytes] = {}
    truth: dict[str, Truth] = {}
    index = ""
    for number, name in enumerate(sorted(issues)):
        look = looks[number * len(looks) // len(issues)]
        listed = tuple(issues[name])
        folder = f"http://magazine.example/issue{number:03}"
        for at, text in enumerate(listed):
            url = f"{folder}/{text.name}.html"
            pages[url] = LOOKS[look](Place(text=text, issue=number, at=at, listed=listed))
            byline = f"By {text.by}" if look in _SAYS_BY else text.by
            truth[url] = Truth(
                layout=look,
                kind="article",
                title=text.title,
                authors=text.authors,
                byline=byline,
                texts=(_said(text.body),),
            )
        lines = "".join(
            f"<li><a href='{t.name}.html'>{escaped(t.title)}</a>, by {escaped(t.by)}" for t in listed
        )
        when = f"Issue {number}, {listed[0].month} {listed[0].year}"
        pages[f"{folder}/index.html"] = (
            f"<html><head><title>{NAME} issue {number}</title></head><body><h1>{NAME}</h1><h2>{when}</h2>"
            f"<h3>Table of Contents</h3><ul>{lines}</ul></body></html>"
        )
        index += f"<li><a href='issue{number:03}/index.html'>{when}</a>"
    pages["http://magazine.example/index.html"] = (
        f"<html><head><title>{NAME}</title></head><body><h1>{NAME}</h1><p>Read all our back issues here, at no "
        f"cost.</p><h2>Back issues</h2><ul>{index}</ul></body></html>"
    )
    return pages, truth


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--looks", default=",".join(LOOKS))
    parser.add_argument("--all", action="store_true", help="also the articles of no issue")
    parser.add_argument("--alone", action="store_true", help="without the pages that list articles")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N pages that are not exact")
    options = parser.parse_args()
    texts = [text for text in load(options.data) if options.all or _ISSUE.match(text.issue)]
    pages, truth = dressed(texts, options.looks.split(","))
    if options.alone:
        pages = {url: page for url, page in pages.items() if url in truth}
    print(f"{'look':<12}{'pages':>7}" + "".join(name.rjust(13) for name in COLUMNS))
    show(measured(pages, truth, sites.load("generic"), wrong=options.wrong))


if __name__ == "__main__":
    main()
