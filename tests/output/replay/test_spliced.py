"""A file of borrowed stretches reads as if it had been written."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest

from output.package.write import write_package
from output.replay.spliced import Spliced
from output.wacz import pack
from tests.output.packing import small_collection

if TYPE_CHECKING:
    from pathlib import Path


def whole(spliced: Spliced) -> bytes:
    """Return all of its bytes."""
    return b"".join(spliced.pieces(0, spliced.size))


def test_it_is_the_package_that_would_be_written(tmp_path: Path) -> None:
    """Byte for byte, in any range."""
    collection = small_collection(tmp_path / "c")
    written = pack(collection, tmp_path / "a.wacz", title="The Steppe").path.read_bytes()
    laid = Spliced()
    write_package(laid, collection, title="The Steppe", borrowing=laid.borrowing)
    assert whole(laid) == written
    assert zipfile.ZipFile(io.BytesIO(whole(laid))).testzip() is None
    dice = random.Random(0)
    for _ in range(300):
        start, size = dice.randrange(len(written)), dice.randrange(1, 3000)
        assert b"".join(laid.pieces(start, size)) == written[start : start + size]


def test_borrowed_bytes_come_from_their_file(tmp_path: Path) -> None:
    """What is written while borrowing is not kept, and can't be written over; what is kept can."""
    source = tmp_path / "source"
    source.write_bytes(b"0123456789")
    spliced = Spliced()
    spliced.write(b"head ")
    with spliced.borrowing(source):
        spliced.write(b"01234")
        spliced.write(b"56789")
    spliced.write(b" tail")
    source.write_bytes(b"ABCDEFGHIJ")
    spliced.seek(0)
    spliced.write(b"HEAD")
    assert whole(spliced) == b"HEAD ABCDEFGHIJ tail"
    assert b"".join(spliced.pieces(7, 9)) == b"CDEFGHIJ "
    assert b"".join(spliced.pieces(18, 99)) == b"il"
    assert list(spliced.pieces(99, 1)) == []
    spliced.seek(4)
    with pytest.raises(OSError, match="borrowed bytes"):
        spliced.write(b"xx")
