"""Text that is hidden until a script shows it is read, and only there."""

from __future__ import annotations

from pipelines.document.html import read_html
from tests.pipelines.alone import OTHER, TEXT, TITLE, URL, said_alone
from tests.pipelines.reading import PROSE


def test_text_that_is_hidden_until_a_script_shows_it_is_read() -> None:
    """Where hardly anything else is shown; else what is hidden stays so."""
    text = TEXT * 6
    for hidden in (f"<div hidden>{text}</div>", f"<div style='visibility: hidden'><div>{text}</div></div>"):
        assert PROSE in said_alone(f"<h1>{TITLE}</h1>{hidden}")
        assert PROSE not in said_alone(f"<h1>{TITLE}</h1>{f'<p>{OTHER}</p>' * 8}{hidden}")
    assert "Wagons" not in read_html(f"<p>{PROSE}</p><p hidden>Wagons</p>", url=URL).blocks[-1].text
