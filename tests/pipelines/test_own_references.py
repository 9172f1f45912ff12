"""A text's own references at its end, and what else stands there on an e-zine's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipelines.habits import name, read, said, text, title

if TYPE_CHECKING:
    from pathlib import Path


def _links(n: int, *, to: str) -> str:
    """Return three links of page `n`, to hosts or pages named after `to`."""
    return "".join(
        f"<li><a href='{to.format(n, k)}'>{said(n, f'link {k}', 1)[:24]}</a></li>" for k in range(3)
    )


OUT, IN = "http://wire{}-{}.example/", "/y/{}-{}.html"


@pytest.mark.parametrize("head", ["Further reading", "See also", "Related links"])
def test_what_a_text_refers_to_on_other_sites_is_its_own(tmp_path: Path, head: str) -> None:
    """Over links to the site's other pages the same words head teasers."""

    def page(n: int) -> str:
        return f"<h1>{title(n)}</h1>{text(n)}" + (
            f"<p>{head}</p><ul>{_links(n, to=OUT if n == 1 else IN)}</ul>" if n in (1, 2) else ""
        )

    texts = {line["title"]: line["text"] for line in read(tmp_path, page)}
    assert head in texts[title(1)]
    assert said(1, "link 2", 1)[:24].strip() in texts[title(1)]
    assert head not in texts[title(2)]


def test_references_that_end_a_page_are_the_texts(tmp_path: Path) -> None:
    """Where all of the frame stands before the text nothing is below them."""

    def page(n: int) -> str:
        links = f"<ul>{_links(n, to=OUT)}</ul>" if n % 4 == 1 else ""
        return f"<h1>{title(n)}</h1>{text(n)}{links}"

    texts = {line["title"]: line["text"] for line in read(tmp_path, page, foot="")}
    assert said(1, "link 2", 1)[:24].strip() in texts[title(1)]


def test_references_below_the_last_way_to_the_top_are_the_texts(tmp_path: Path) -> None:
    """`Back to top` stands over each heading, the last one too."""
    top = "<p><a href='#top'>Back to top</a></p>"

    def page(n: int) -> str:
        if n % 4 != 1:
            return f"<h1>{title(n)}</h1>{text(n)}"
        parts = "".join(
            f"{top}<h3>Part {'ABC'[k]} of {n}</h3><p>{said(n, f'part {k}')}</p>" for k in range(3)
        )
        return f"<h1>{title(n)}</h1>{text(n)}{parts}{top}<h3>Links</h3><ul>{_links(n, to=OUT)}</ul>"

    texts = {line["title"]: line["text"] for line in read(tmp_path, page)}
    assert "Links" in texts[title(1)]
    assert said(1, "link 0", 1)[:24].strip() in texts[title(1)]
    assert "Back to top" not in texts[title(1)]


def test_a_name_behind_the_text_that_holds_the_copyright_is_an_author_line(tmp_path: Path) -> None:
    """A note on the author may follow it; nothing else on the page names anybody."""

    def page(n: int) -> str:
        note = f"<p>I have mended lamps in a town by the sea for {n + 3} years, and write of it here.</p>"
        signed = f"<p>{name(n)}</p>{note}" if n == 1 else ""
        return f"<h1>{title(n)}</h1>{text(n)}{signed}<p>Text &copy; 1998 {name(n)}</p>"

    bylines = {line["title"]: line["byline"] for line in read(tmp_path, page)}
    assert (bylines[title(1)], bylines[title(2)]) == (name(1), None)
