"""How an attempt ended, in the standard's words and in a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, StopDownload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from output.capture import Truncation


def truncation(
    *, received: int, complete: bool, cut: bool, lost: BaseException | None, error: BaseException | None
) -> Truncation | None:
    """Return why an answer of `received` bytes is not whole (WARC 1.1 §5.13), None when it is, or is none.

    `cut` says that the record limit was reached, `lost` why the connection ended, `error` what the download
    raised.
    """
    if complete or not received:
        return None
    if cut or isinstance(error, DownloadCancelledError):
        return "length"
    if isinstance(error, DownloadTimeoutError):
        return "time"
    if lost is None or isinstance(error, StopDownload):
        # It was us who went: told to stop, or unable to make sense of what came.
        return "unspecified"
    return "disconnect"


def describe(error: BaseException) -> str:
    """Return one line that says what went wrong, taken out of Twisted's and OpenSSL's wrappings."""
    found = dict.fromkeys(" ".join(text.split()) for text in _texts(error))
    return "; ".join(text for text in found if text) or type(error).__name__


def _texts(error: BaseException) -> Iterator[str]:
    # Twisted's ResponseFailed and its kin hold failures, Scrapy's errors have those as their cause.
    reasons = getattr(error, "reasons", None)
    if reasons:
        for reason in reasons:
            yield from _texts(getattr(reason, "value", reason))
    elif getattr(error.__cause__, "reasons", None):
        assert error.__cause__ is not None
        yield from _texts(error.__cause__)
    elif error.args and isinstance(error.args[0], list) and all(len(part) == 3 for part in error.args[0]):
        # OpenSSL: (library, function, reason)
        yield from (f"TLS: {reason}" for _, _, reason in error.args[0])
    elif len(error.args) > 1 and isinstance(error.args[0], str):
        # Twisted's ParseError: what is wrong, and the bytes it is wrong with.
        yield f"{error.args[0]}: {error.args[1]!r}"
    else:
        yield str(error) or type(error).__name__
