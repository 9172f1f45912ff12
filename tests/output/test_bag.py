"""A package in a bag, judged by the library that made it, which repositories use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import bagit
import pytest

from output.bag import make_bag
from output.errors import ArchiveError, UsageError
from output.wacz import pack
from tests.output.packing import small_collection

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package beside its collection, c."""
    return pack(small_collection(tmp_path / "c"), tmp_path / "a.wacz", title="The Steppe").path


def bagged(package: Path, name: str = "bag") -> Path:
    """Bag a package beside itself."""
    folder = package.parent / name
    make_bag(package, folder, collection=package.parent / "c", description="Back issues.")
    return folder


def test_the_bag_is_valid_and_holds_the_package(package: Path) -> None:
    """Two manifests, who archived it, and the file as it is."""
    folder = bagged(package)
    bag = bagit.Bag(str(folder))
    assert bag.is_valid()
    assert (folder / "data/a.wacz").read_bytes() == package.read_bytes()
    assert {path.name for path in folder.iterdir()} == {
        "bag-info.txt",
        "bagit.txt",
        "data",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha512.txt",
    }
    said = bag.info
    assert (said["Source-Organization"], said["Contact-Email"]) == ("An Archive", "archive@example.org")
    assert (said["External-Description"], said["External-Identifier"]) == ("Back issues.", "a.wacz")
    assert said["Payload-Oxum"] == f"{package.stat().st_size}.1"


def test_a_changed_byte_makes_it_invalid(package: Path) -> None:
    """The manifests are of the bytes."""
    inside = bagged(package) / "data/a.wacz"
    data = bytearray(inside.read_bytes())
    inside.unlink()
    data[100] ^= 1
    inside.write_bytes(data)
    assert not bagit.Bag(str(inside.parents[1])).is_valid()


def test_a_folder_that_is_there_is_left_alone(package: Path) -> None:
    """Whatever is in it."""
    (package.parent / "bag").mkdir()
    with pytest.raises(UsageError, match="already there"):
        bagged(package)
    assert list((package.parent / "bag").iterdir()) == []


def test_what_does_not_validate_is_not_left_behind(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bag is there when it is valid, or not at all."""

    def refuse(_: object) -> None:
        raise bagit.BagValidationError("no good")

    monkeypatch.setattr(bagit.Bag, "validate", refuse)
    with pytest.raises(ArchiveError, match="the bag does not validate; found no good"):
        bagged(package)
    assert {path.name for path in package.parent.iterdir()} == {"c", "a.wacz"}


def test_a_folder_that_can_not_be_made_is_told(package: Path) -> None:
    """Below a file there is no folder."""
    with pytest.raises(ArchiveError, match="can't be written"):
        bagged(package, "a.wacz/bag")
