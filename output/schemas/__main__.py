"""`python -m output.schemas` writes the schemas of all lines into this folder."""

from __future__ import annotations

from output.schemas import PUBLISHED, schema_path, schema_text

if __name__ == "__main__":
    for name in PUBLISHED:
        schema_path(name).write_text(schema_text(name), encoding="utf-8")
