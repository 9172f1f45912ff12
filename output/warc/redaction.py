"""The one thing that is not kept as it was sent: the password for a proxy."""

from __future__ import annotations

import re

_HEAD_END = re.compile(rb"\n\r?\n")
_PROXY_AUTHORIZATION = re.compile(
    rb"^(proxy-authorization[ \t]*:)([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)", re.IGNORECASE | re.MULTILINE
)
_SECRET = re.compile(rb"[^ \t\r\n]")


def redact_request(request: bytes) -> bytes:
    """Return `request` with every Proxy-Authorization value's characters as asterisks, nothing else touched.

    A plain-HTTP proxy gets its credentials in the very bytes that are kept (RFC 9110 §11.7.2). Scheme and
    credentials are hidden alike; the length stays, so that the request's own offsets do.
    """
    if b"proxy-authorization" not in request.lower():
        return request
    end = _HEAD_END.search(request)
    head = request if end is None else request[: end.start() + 1]
    hidden = _PROXY_AUTHORIZATION.sub(lambda match: match[1] + _SECRET.sub(b"*", match[2]), head)
    return hidden + request[len(head) :]
