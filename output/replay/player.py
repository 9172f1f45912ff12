"""ReplayWeb.page as it comes from its makers: a program of its own (AGPL-3.0), served unchanged beside ours."""

from __future__ import annotations

from pathlib import Path

from output.errors import UsageError

FOLDER = Path(__file__).parent / "player"
"""Where `make replay-assets` puts it; no part of the repository."""

FILES = {
    "/ui.js": "text/javascript; charset=utf-8",
    "/sw.js": "text/javascript; charset=utf-8",
    "/LICENSE": "text/plain; charset=utf-8",
}
"""What of it is served, and as what."""

PAGE = b"""<!doctype html>
<html class="no-overflow">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>backissue replay</title>
<link rel="icon" href="data:,">
<script src="/ui.js"></script>
</head>
<body><replay-app-main></replay-app-main></body>
</html>
"""
"""The page that starts it."""

POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'; frame-ancestors 'self'"
)
"""The Content-Security-Policy of that page: nothing leaves this machine."""


def read_player(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return the files of the player by their paths; raises UsageError, which says how to get them, without it."""
    try:
        return {name: (folder / name[1:]).read_bytes() for name in FILES}
    except OSError as error:
        raise UsageError(
            "ReplayWeb.page is not here", where=str(folder), expected="make replay-assets (once, with npm)"
        ) from error
