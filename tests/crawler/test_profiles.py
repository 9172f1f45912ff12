"""Profiles: what is wrong with one is told in one line that names file and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler import sites
from output.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_NEEDED = 'name = "coast"\ntitle = "Coast"\n'
WRONG = {
    "issue_words = 5": "issue_words in the profile; expected a list of texts, none empty; found 5",
    'issue_words = "Heft"': "issue_words in the profile; expected a list of texts, none empty; found 'Heft'",
    "issue_words = [1, 2]": "issue_words in the profile; expected a list of texts, none empty; found 1",
    'season_words = ["Lent", ""]': "season_words in the profile; expected a list of texts, none empty; found ''",
    'magazine_names = [" "]': "magazine_names in the profile; expected a list of texts, none empty; found ' '",
    'charset = "klingon"': "charset in the profile; expected an encoding, like windows-1251; found 'klingon'",
    'charset = "base64"': "charset in the profile; expected an encoding, like windows-1251; found 'base64'",
    "charset = 5": "charset in the profile; expected an encoding, like windows-1251; found 5",
    'language = "english"': "language in the profile; expected two letters; found 'english'",
    'hosts = ["http://a.example/"]': (
        "hosts in the profile; expected a list of hosts, like review.example; found 'http://a.example/'"
    ),
    'hosts = ["www.a.example"]': (
        "hosts in the profile; expected a list of hosts, like review.example; found 'www.a.example'"
    ),
    'start_urls = ["back.html"]': (
        "start_urls in the profile; expected a list of addresses, http:// or https://; found 'back.html'"
    ),
    'first_volume_year = "1990"': "first_volume_year in the profile; expected a year; found '1990'",
    "first_volume_year = true": "first_volume_year in the profile; expected a year; found True",
    'currency = "tenge"': "currency in the profile; expected three letters, like KZT; found 'tenge'",
    "colour = 1": "unknown key in profile; found colour",
    "hosts": "not TOML; found",
}


@pytest.mark.parametrize(("line", "told"), WRONG.items())
def test_a_wrong_profile_is_told_by_file_and_key(tmp_path: Path, line: str, told: str) -> None:
    """What was expected and what was found, in one line."""
    path = tmp_path / "coast.toml"
    path.write_text(f"{_NEEDED}{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        sites.load(str(path))
    assert str(raised.value).startswith(f"{path}: {told}")


@pytest.mark.parametrize("missing", ["name", "title"])
def test_a_profile_needs_a_name_and_a_title(missing: str) -> None:
    """Both are printed, one in every record."""
    text = "".join(line for line in _NEEDED.splitlines(keepends=True) if not line.startswith(missing))
    with pytest.raises(UsageError, match=f"coast.toml: profile needs a {missing}"):
        sites.parse(text, where="coast.toml")
    with pytest.raises(UsageError, match=f"coast.toml: {missing} in the profile"):
        sites.parse(f'{text}{missing} = ""\n', where="coast.toml")


def test_a_profile_that_is_no_text_is_told(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, a folder, no file; a byte order mark is none of these."""
    path = tmp_path / "coast.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="expected UTF-8"):
        sites.load(str(path))
    with pytest.raises(UsageError, match="can't read the profile"):
        sites.load(str(tmp_path / "none.toml"))
    path.write_text(_NEEDED, encoding="utf-8-sig")
    assert sites.load(str(path)).name == "coast"


def test_all_profiles_that_come_along_are_right() -> None:
    """They pass what others must pass."""
    assert [sites.load(name).name for name in sites.names()] == list(sites.names())
