"""From a plain text dump to blocks: a line is a block; what stands where tells as much as in HTML, but no link."""

from __future__ import annotations

from pipelines.document.textblock import Document, Span, TextBlock


def read_plain_text(text: str, *, url: str) -> Document:
    """Return the document of a plain text, a block a line; runs of spaces and no-break spaces stay in `raw`."""
    blocks: list[TextBlock] = []
    for line in text.splitlines():
        folded = " ".join(line.split())
        if not folded:
            continue
        raw = line.strip(" \t\r\n")
        blocks.append(
            TextBlock(order=len(blocks), text=folded, raw=raw, spans=(Span(raw),), words=len(folded.split()))
        )
    return Document(url=url, blocks=tuple(blocks), markup=False)
