"""The same settings have the same name in every run and on every machine."""

from __future__ import annotations

from scrapy.settings import Settings

from crawler.settings_digest import settings_digest


def made(**values: object) -> Settings:
    """Return Scrapy's settings with some of ours."""
    return Settings(values, priority="project")


def test_it_names_what_was_set() -> None:
    """Order does not count, values and nested ones do; what is left out does not."""
    one = settings_digest(made(A=1, B={"x": 1, "y": [2]}, LOG_FILE="a"), without={"LOG_FILE"})
    assert one == settings_digest(made(B={"y": [2], "x": 1}, A=1, LOG_FILE="b"), without={"LOG_FILE"})
    assert one != settings_digest(made(A=1, B={"x": 1, "y": [3]}))
    assert one != settings_digest(made(A="1", B={"x": 1, "y": [2]}))
    assert one.startswith("sha256:")


def test_scrapys_own_defaults_do_not_count() -> None:
    """Another version of Scrapy is told by its own name elsewhere."""
    assert settings_digest(Settings()) == settings_digest(Settings({"NEW_DEFAULT": 1}, priority="default"))


def test_classes_and_objects_go_by_their_names() -> None:
    """Never by an address in memory, which no other run shares."""
    assert settings_digest(made(A=Settings, B=object())) == settings_digest(made(A=Settings, B=object()))
    assert settings_digest(made(A=Settings)) != settings_digest(made(A=dict))
