"""Content codings undone on bytes, within a bound, with whatever can be had from damaged streams."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable

_PROBE = 512
_TEXT_CONTROLS = b"\t\n\x0b\x0c\r\x1b"
_NOT_TEXT = bytes(set(range(32)) - set(_TEXT_CONTROLS)) + b"\x7f"
_STEP = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """What came out: the bytes, and in one line what could not be undone, None when all was."""

    data: bytes
    problem: str | None = None


def looks_like_text(data: bytes) -> bool:
    """Say whether the first bytes could be text in any 8-bit or multi-byte encoding: no odd control bytes."""
    probe = data[:_PROBE]
    return bool(probe) and len(probe.translate(None, _NOT_TEXT)) == len(probe)


def undo(coding: bytes, raw: bytes, limit: int) -> Decoded:
    """Undo one content or transfer coding (RFC 9110 §8.4.1) and give at most `limit` bytes.

    A body that is already decoded, though the header names a coding, comes back as it is. A cut or broken
    stream gives what stands before the fault.
    """
    name = coding.strip().lower()
    if name in {b"", b"identity"} or not raw:
        return Decoded(data=raw)
    decoder = _DECODERS.get(name)
    if decoder is None:
        return Decoded(data=raw, problem=f"no decoder for the coding {name.decode('latin-1')!r}")
    return decoder(raw, limit)


def _gunzip(raw: bytes, limit: int) -> Decoded:
    if not raw.startswith(b"\x1f\x8b"):
        return _as_it_is(raw, "gzip")
    out = bytearray()
    while raw.startswith(b"\x1f\x8b"):
        decompressor = zlib.decompressobj(31)
        try:
            problem = _inflate(decompressor, raw, out, limit)
        except zlib.error as error:
            # A member of garbage after a whole one is padding, not content.
            return Decoded(data=bytes(out), problem=f"gzip: {error}")
        if problem is not None:
            return Decoded(data=bytes(out), problem=f"gzip: {problem}")
        raw = decompressor.unused_data
    return Decoded(data=bytes(out))


def _undeflate(raw: bytes, limit: int) -> Decoded:
    # RFC 9110 §8.4.1.2 means zlib's form; servers also send the bare stream.
    problem = ""
    best = b""
    for bits in (15, -15):
        out = bytearray()
        try:
            fault = _inflate(zlib.decompressobj(bits), raw, out, limit)
        except zlib.error as error:
            fault = str(error)
        else:
            if bits > 0 or fault is None:
                return Decoded(data=bytes(out), problem=fault and f"deflate: {fault}")
        problem = fault or problem
        best = max(best, bytes(out), key=len)
    if looks_like_text(raw):
        return Decoded(data=raw)
    return Decoded(data=best or raw, problem=f"deflate: {problem}")


def _unbrotli(raw: bytes, limit: int) -> Decoded:
    decompressor = brotli.Decompressor()
    out = bytearray()
    problem = None
    try:
        out += decompressor.process(raw, output_buffer_limit=_STEP)
        while not decompressor.is_finished() and len(out) <= limit:
            piece = decompressor.process(b"", output_buffer_limit=_STEP)
            if not piece:
                break
            out += piece
    except brotli.error as error:
        problem = f"br: {error}"
    if len(out) > limit:
        return Decoded(data=bytes(out[:limit]), problem=f"br: more than {limit} bytes")
    if problem is None and decompressor.is_finished():
        return Decoded(data=bytes(out))
    if looks_like_text(raw):
        return Decoded(data=raw)
    return Decoded(data=bytes(out) or raw, problem=problem or "br: the stream is cut")


def _inflate(decompressor: zlib._Decompress, raw: bytes, out: bytearray, limit: int) -> str | None:
    """Inflate into `out` up to `limit` bytes in all; return what is wrong, raise zlib.error on garbage."""
    data = raw
    while not decompressor.eof:
        room = limit + 1 - len(out)
        if room <= 0:
            del out[limit:]
            return f"more than {limit} bytes"
        piece = decompressor.decompress(data, min(room, _STEP))
        out += piece
        data = decompressor.unconsumed_tail
        if not piece and not data and not decompressor.eof:
            return "the stream is cut"
    return None


def _as_it_is(raw: bytes, name: str) -> Decoded:
    if looks_like_text(raw):
        return Decoded(data=raw)
    return Decoded(data=raw, problem=f"{name}: not in this coding, begins with {raw[:4]!r}")


_DECODERS: dict[bytes, Callable[[bytes, int], Decoded]] = {
    b"gzip": _gunzip,
    b"x-gzip": _gunzip,
    b"deflate": _undeflate,
    b"br": _unbrotli,
}
