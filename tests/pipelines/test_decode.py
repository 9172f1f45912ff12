"""Bytes to text: declared, undeclared and wrongly declared encodings."""

from __future__ import annotations

import pytest

from pipelines.document.decode import decode

RUSSIAN = (
    "Экономика Казахстана растёт – пишет журнал №4 за 2005 год: «Зерно и порты». Цены выросли, вагонов нет."
)
ENGLISH = "Kazakhstan’s growth – “steady”, writes №4 of 2005; Law №142 says otherwise — see below."
DECLARATIONS = [None, "windows-1251", "utf-8", "koi8-r", "ISO-8859-1"]


@pytest.mark.parametrize("declared", DECLARATIONS)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
def test_text_is_right_whatever_is_declared(text: str, encoding: str, declared: str | None) -> None:
    """№, dashes and quotes come out right under a right, a wrong and no declaration."""
    content_type = f"text/html; charset={declared}" if declared else None
    assert decode(text.encode(encoding), content_type=content_type, prior="windows-1251").text == text


@pytest.mark.parametrize("declared", DECLARATIONS)
def test_koi8_is_told_from_windows_1251(declared: str | None) -> None:
    """Russian in koi8-r reads right whatever is declared, since a wrong encoding swaps its cases."""
    text = RUSSIAN.replace("№", "N").replace("«", '"').replace("»", '"').replace("–", "-")
    content_type = f"text/html; charset={declared}" if declared else None
    assert decode(text.encode("koi8-r"), content_type=content_type, prior="windows-1251").text == text


def test_declared_koi8_wins_where_there_is_little_to_read() -> None:
    """A page whose only high bytes are no-break spaces and dots is read as it declares."""
    text = "Harvest\u00a0report · 2005"
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    decoded = decode((meta + text).encode("koi8-r"), content_type=None, prior="windows-1251")
    assert decoded.text == meta + text
    assert (decoded.used, decoded.header, decoded.meta) == ("koi8-r", None, "koi8-r")


def test_latin_1_is_kept_where_words_are_latin() -> None:
    """Accents inside Latin words speak against a Cyrillic prior."""
    text = "A joint communiqué was signed at the café near the Élysée."
    assert (
        decode(text.encode("cp1252"), content_type="text/html; charset=iso-8859-1", prior="windows-1251").text
        == text
    )


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(bom: str) -> None:
    """A byte order mark wins over every declaration and is not part of the text."""
    assert (
        decode(RUSSIAN.encode(bom), content_type="text/html; charset=koi8-r", prior="cp1251").text == RUSSIAN
    )


def test_utf_8_cut_inside_a_character_is_utf_8() -> None:
    """A truncated body is not taken for another encoding because of its last byte."""
    assert decode(RUSSIAN.encode()[:-3] + "ы".encode()[:1], content_type=None, prior="cp1251").used == "utf-8"


def test_utf_8_with_a_few_broken_bytes_is_utf_8() -> None:
    """Single broken bytes become U+FFFD; the rest is read as declared."""
    body = RUSSIAN.encode() + b"\xff\xfe!" + RUSSIAN.encode()
    decoded = decode(body, content_type="text/html; charset=utf-8", prior="windows-1251")
    assert decoded.used == "utf-8"
    assert decoded.text.count("\ufffd") == 2


def test_nuls_are_dropped() -> None:
    """NULs vanish, as in browsers."""
    assert decode(b"<p>a\x00b</p>", content_type=None, prior="cp1251").text == "<p>ab</p>"


@pytest.mark.parametrize("declared", ["bogus-8", "base64", "rot13", "x" * 80, "utf-7\x00"])
def test_a_bogus_declaration_is_passed_over(declared: str) -> None:
    """An unknown or unfit encoding name does no harm."""
    decoded = decode(
        RUSSIAN.encode("cp1251"), content_type=f"text/html; charset={declared}", prior="windows-1251"
    )
    assert decoded.text == RUSSIAN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_undeclared_russian_is_read_where_nothing_is_known_of_the_site(encoding: str) -> None:
    """Also under a prior of Latin letters, whose own languages stay what they are."""
    russian = "Урожай того года удивил даже тех, кто его посеял, а элеваторы были полны уже в сентябре."
    assert decode(russian.encode(encoding), content_type="text/html", prior="windows-1252").text == russian
    for text in (
        "À l'été, l'élève a été près de l'hôtel.",
        "Über Größe und Straße.",
        "São Paulo é uma ação.",
        "A £99 laptop",
        "¿Qué?",
    ):
        assert decode(text.encode("cp1252"), content_type="text/html", prior="windows-1252").text == text


_FEW = {
    "a number sign of ISO 8859-5": ("iso8859-5", "<p>KAZAKHSTAN №4, 2005</p>"),
    "no-break spaces and dashes": (
        "cp1251",
        "<p>\xa0\xa0 Prices fell – from Astana to Aktau – in 2000–2001.</p>",
    ),
    "a few Russian words": ("cp1251", "<p>Рус аз Eng</p>"),
}


@pytest.mark.parametrize(("encoding", "text"), _FEW.values(), ids=_FEW)
def test_a_few_undeclared_signs_are_read_as_the_site_writes(encoding: str, text: str) -> None:
    """A single letter between blanks is no word; the prior counts where there is little to read."""
    assert decode(text.encode(encoding), content_type="text/html", prior="windows-1251").text == text
