"""The site model as a file of a collection, `model.json`: small, readable, with its digest, always the same bytes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from output.durable import replacing
from output.errors import ArchiveError
from pipelines.publish import EXTRACTOR_VERSION
from pipelines.site.model import NOTHING_LEARNED, SiteModel

if TYPE_CHECKING:
    from pathlib import Path

FILENAME = "model.json"
_SCHEMA = "model/1"


def _content(model: SiteModel) -> dict[str, Any]:
    return {
        "schema": _SCHEMA,
        "extractor": EXTRACTOR_VERSION,
        "pages": model.pages,
        "learned_from": model.learned_from,
        "keys": dict(sorted(model.keys.items())),
        "shingles": dict(sorted(model.shingles.items())),
        "among": dict(sorted(model.among.items())),
        "names": dict(sorted(model.names.items())),
        "lines": dict(sorted(model.lines.items())),
        "menu": dict(sorted(model.menu.items())),
    }


def _digest(content: dict[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def model_digest(model: SiteModel) -> str:
    """Return the digest that names `model`: `sha256:` and hex digits over its content as JSON, keys sorted."""
    return _digest(_content(model))


def write_model(path: Path, model: SiteModel) -> None:
    """Write `model` to `path`, in place of what stood there. Raises OSError."""
    content = _content(model)
    text = json.dumps({**content, "digest": _digest(content)}, ensure_ascii=False, indent=1)
    with replacing(path) as stream:
        stream.write(text.encode("utf-8", "replace") + b"\n")


def read_model(path: Path) -> SiteModel | None:
    """Return the model in `path`; None when there is none, or one that another version of the extractor has made.

    Raises ArchiveError when it is no model, or not what its digest says; OSError.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise ArchiveError("not a site model", where=str(path), found=str(error)) from error
    if not isinstance(found, dict) or found.get("schema") != _SCHEMA:
        raise ArchiveError("not a site model", where=str(path), expected=f"schema {_SCHEMA}")
    digest = _digest({key: value for key, value in found.items() if key != "digest"})
    if digest != found.get("digest"):
        raise ArchiveError(
            "not the model that was written", where=str(path), expected=str(found.get("digest")), found=digest
        )
    if found.get("extractor") != EXTRACTOR_VERSION:
        return None
    return _model(found, path)


def _model(found: dict[str, Any], path: Path) -> SiteModel:
    counts = [found.get("pages")]
    for name in ("keys", "shingles", "among", "names", "lines", "menu"):
        texts = found.get(name)
        counts.extend(texts.values() if isinstance(texts, dict) else [None])
    known = isinstance(found.get("learned_from"), str | None)
    if not known or not all(type(count) is int and count >= 0 for count in counts):
        raise ArchiveError("not a site model", where=str(path), expected="texts, each with a number of pages")
    return SiteModel(
        pages=found["pages"],
        keys=found["keys"],
        shingles=found["shingles"],
        among=found["among"],
        names=found["names"],
        lines=found["lines"],
        menu=found["menu"],
        learned_from=found["learned_from"],
    )


def learned_before(path: Path) -> SiteModel:
    """Return the model in `path`, an empty one when there is none that can be used: a run ends by learning one."""
    try:
        return read_model(path) or NOTHING_LEARNED
    except (ArchiveError, OSError):
        return NOTHING_LEARNED
