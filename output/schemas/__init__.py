"""The published JSON Schemas (2020-12) of the lines, made from the models and checked in beside this file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from output.models import LINES, RUN_LINES

FOLDER = Path(__file__).parent
PUBLISHED = {**LINES, **RUN_LINES}
"""Every file of lines that has a schema."""


def schema(name: str) -> dict[str, Any]:
    """Return the schema of the lines in `name`.jsonl; raises KeyError when there is no such file."""
    model = PUBLISHED[name]
    made = model.model_json_schema(by_alias=True, mode="serialization")
    version = made["properties"]["schema"]["const"].replace("/", ":")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:backissue:{version}",
        **made,
        # pydantic leaves out keys that have a default; every key stands in every line.
        "required": list(made["properties"]),
    }


def schema_text(name: str) -> str:
    """Return the schema of `name` as the text of its file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def schema_path(name: str) -> Path:
    """Return where the schema of `name` is kept."""
    return FOLDER / f"{name}.schema.json"
