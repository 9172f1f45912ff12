"""Site profiles: one TOML file a magazine, the only place where a site's words are known."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any

from crawler.sites.checked import check
from output.errors import UsageError
from pipelines.profile import Profile


def names() -> tuple[str, ...]:
    """Return the names of the profiles that come with backissue."""
    folder = resources.files(__name__)
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def load(name: str) -> Profile:
    """Return the profile called `name`, or the one in the TOML file of that path.

    Raises UsageError when there is no such profile or the file is not one.
    """
    path = Path(name)
    if path.suffix == ".toml":
        try:
            # Some editors put a byte order mark before what they write.
            text = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise UsageError("can't read the profile", where=name, found=error.strerror) from error
        except UnicodeDecodeError as error:
            raise UsageError(
                "can't read the profile", where=name, expected="UTF-8", found=str(error)
            ) from error
        return parse(text, where=name)
    if name not in names():
        raise UsageError("unknown profile", expected=", ".join(names()), found=name)
    return parse((resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8"), where=name)


def parse(text: str, *, where: str) -> Profile:
    """Return the profile written in `text` (TOML); raises UsageError that names `where` and the key."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError("not TOML", where=where, found=str(error)) from error
    known = {field.name for field in fields(Profile)}
    if unknown := sorted(set(table) - known):
        raise UsageError("unknown key in profile", where=where, found=", ".join(unknown))
    for key in ("name", "title"):
        if key not in table:
            raise UsageError(f"profile needs a {key}", where=where)
    for key, value in table.items():
        check(key, value, where=where)
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
    return Profile(**values)
