"""Writes a replica as a folder of files with `manifest.json` and `truth.json`, for servers that are not ours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from crawler.replica.replica import Replica

_SUFFIXES = {"text/html": "html", "text/css": "css", "image/gif": "gif", "text/plain": "txt"}


def write(replica: Replica, folder: Path) -> None:
    """Write every page of `replica` into `folder`, which is made where it is missing.

    `manifest.json` maps each path (with its query) to a file and its Content-Type; a redirect has `status` and
    `location` instead of a file. `truth.json` says what a reader sees.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest: dict[str, dict[str, Any]] = {}
    for number, path in enumerate(replica.paths()):
        page = replica.page(path)
        assert page is not None, path
        if page.location is not None:
            manifest[path] = {"status": page.status, "location": page.location}
            continue
        kind = (page.content_type or "").split(";", 1)[0]
        name = f"{number:04d}.{_SUFFIXES.get(kind, 'bin')}"
        (folder / name).write_bytes(page.body)
        manifest[path] = {"file": name, "content_type": page.content_type}
    _write_json(folder / "manifest.json", manifest)
    _write_json(folder / "truth.json", replica.truth().as_json())


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
