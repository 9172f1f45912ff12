"""Lines that an editor of plain text broke are the paragraph, or the title, that they were."""

from __future__ import annotations

from crawler import sites
from pipelines.document.html import read_html
from pipelines.document.wrapped import unwrapped
from pipelines.parsed import parse
from pipelines.settled import settle

GENERIC = sites.load("generic")
URL = "http://gazette.example/1994/tide.html"

TYPED = (
    "The harbour was built for ships that no longer come, and every winter the<br>"
    "council asks itself whether the northern wall is worth another summer of<br>"
    "repairs. Those who fish from it say so, and those who pay for it would like<br>"
    "to see the sums before they make up their minds about what to recommend, or<br>"
    "make a comment.<br>"
)
PLAIN = TYPED.replace("<br>", " ").strip()
VERSE = (
    "Nobody asked the heron what she thought of our repairs<br>"
    "Nobody asks the heron about anything that is hers<br>"
    "She stands where she has always stood, a grey and narrow thing<br>"
    "And waits for what the tide has got, and what the tide will bring<br>"
)


def _texts(body: str, *, title: str = "The Tide") -> list[str]:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return [block.text for block in unwrapped(read_html(html, url=URL)).blocks]


def test_lines_that_were_broken_because_they_were_full_are_a_paragraph() -> None:
    """The last line of a paragraph is short; the next paragraph begins behind it."""
    assert _texts(f"<p>{TYPED}</p><p>{TYPED}</p>") == [PLAIN, PLAIN]


def test_a_blank_line_parts_full_lines_however_they_end() -> None:
    """It is a `<br>` alone or a no-break space; who prepared a text is none of its first paragraph's words."""
    by = "A brief review prepared by Ann Lee, a lawyer from the Harbour Law Centre"
    for blank in ("<br>", "&nbsp;<br>"):
        assert _texts(f"{by}<br>{blank}{TYPED}{blank}{TYPED}") == [by, PLAIN, PLAIN]


def test_a_paragraph_of_the_mark_up_is_one_although_it_ends_with_a_full_line() -> None:
    """A question that is as long as the lines is none of the answer."""
    asked = "What does the council want to say to those who fish from the northern wall?"
    assert _texts(f"<p>{TYPED}</p><p>{asked}</p><p>{TYPED}</p>") == [PLAIN, asked, PLAIN]


def test_lines_between_blank_ones_are_one_paragraph_whatever_they_begin_with() -> None:
    """Where a page's lines are broken, a name may be what had no place in the first of two."""
    said = "In the council's last meeting of that year the sums were laid before the<br>Harbour Master.<br>"
    assert _texts(f"{TYPED}<br>{said}<br>{TYPED}") == [PLAIN, said.replace("<br>", " ").strip(), PLAIN]


def test_what_is_emphasised_and_linked_in_such_lines_stays_so() -> None:
    """The paragraph has the spans of its lines."""
    body = TYPED.replace("northern wall", "<a href='/wall.html'>northern wall</a>")
    block = unwrapped(read_html(f"<html><body>{body}</body></html>", url=URL)).blocks[0]
    assert (block.text, block.linked_words) == (PLAIN, 2)
    assert [span.text for span in block.spans if span.url] == ["northern wall"]


def test_a_line_of_such_a_paragraph_is_no_heading_over_comments() -> None:
    """`make a comment.` ends a sentence that began three lines above."""
    page = f"<html><head><title>The Tide</title></head><body><h1>The Tide</h1>{TYPED * 3}</body></html>"
    article = settle(
        parse(page.encode(), url=URL, content_type="text/html", profile=GENERIC), GENERIC
    ).article
    assert article is not None
    assert [block.text for block in article.body] == [PLAIN] * 3


def test_verses_headlines_and_items_stay_lines() -> None:
    """None of them goes on in small letters where it was full."""
    headlines = "".join(
        f"<p>Council Votes on the Northern Wall Again and Finds {n} Reasons to Wait</p>" for n in range(5)
    )
    items = "".join(
        f"<li>A lamp of the older make, with its glass, for the wall at number {n}.</li>" for n in range(5)
    )
    assert len(_texts(VERSE)) == 4
    assert len(_texts(headlines)) == 5
    assert len(_texts(f"<ul>{items}</ul>")) == 5


def test_a_title_in_two_lines_that_the_head_says_in_one_is_one() -> None:
    """Lines of the same kind only, and what the head sets apart stays apart."""
    heading = "<h1>What the Northern Wall Costs the<br>Town</h1><p>By Ada Brink</p>"
    assert _texts(heading, title="May 94 - What the Northern Wall Costs the Town") == [
        *("What the Northern Wall Costs the Town", "By Ada Brink"),
    ]
    apart = "<h1>The Northern Wall</h1><h1>Harbour Gazette</h1>"
    assert _texts(apart, title="The Northern Wall - Harbour Gazette") == [
        *("The Northern Wall", "Harbour Gazette"),
    ]
    other = "<h1>The Northern</h1><p>Wall</p>"
    assert _texts(other, title="The Northern Wall") == ["The Northern", "Wall"]


def test_a_paragraph_s_last_line_may_be_a_long_one() -> None:
    """What begins behind it in capitals is another one: a note on the author."""
    text = TYPED.replace(
        "<br>make a comment.<br>", "<br>make a comment on what the council has decided as yet.<br>"
    )
    note = "ADA BRINK has kept lamps on the quay for so long that nobody can say who<br>kept them before her.<br>"
    assert _texts(f"<p>{text}</p><p>{note}</p>") == [
        text.replace("<br>", " ").strip(),
        note.replace("<br>", " ").strip(),
    ]


def test_lines_that_are_all_a_head_says_are_a_title_however_they_are_set() -> None:
    """A head that says more than the lines proves nothing of lines that are set as text is."""
    lines = "<p>What the Northern Wall<br>Costs the Town</p><p>By Ada Brink</p>"
    assert _texts(lines, title="What the Northern Wall Costs the Town") == [
        *("What the Northern Wall Costs the Town", "By Ada Brink"),
    ]
    assert _texts(lines, title="What the Northern Wall Costs the Town Today")[0] == "What the Northern Wall"


def test_a_title_that_the_head_says_is_no_broken_line() -> None:
    """However long it is, and in small letters as the line below it goes on."""
    title = "The Harbour Was Built for Ships That No Longer Come, and Other Complaints"
    head = f"{title} | The Quay"
    assert _texts(f"<div>{title}</div><div>by Ada Brink of the northern wall</div>{TYPED}", title=head)[
        :2
    ] == [
        title,
        "by Ada Brink of the northern wall",
    ]
