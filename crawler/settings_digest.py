"""A name for how a run was set up, the same for the same settings; it stands in warcinfo records (WARC 1.1 §6.2)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

if TYPE_CHECKING:
    from collections.abc import Collection


def settings_digest(settings: BaseSettings, *, without: Collection[str] = ()) -> str:
    """Return `sha256:` and hex digits over all settings that are not Scrapy's own defaults, sorted, as JSON.

    `without` names those that differ from run to run, such as the log file.
    """
    said = {
        name: _plain(settings[name])
        for name in settings
        if name not in without and (settings.getpriority(name) or 0) > SETTINGS_PRIORITIES["default"]
    }
    text = json.dumps(said, sort_keys=True, default=_name)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    return (
        {str(key): _plain(value[key]) for key in value} if isinstance(value, BaseSettings | dict) else value
    )


def _name(value: object) -> str:
    """Return a name for a value that JSON has none for; never one with an address in memory."""
    kind = value if isinstance(value, type) else type(value)
    return f"{kind.__module__}.{kind.__qualname__}"
