"""Private files are written whole or not at all, and only their owner may read them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from soleus.knowledge.files import read_private, write_private

posix = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "a" / "b" / "case.json", "é")
    finally:
        os.umask(before)
    assert (tmp_path / "a" / "b" / "case.json").read_bytes() == "é".encode()
    assert [_mode(tmp_path / "a"), _mode(tmp_path / "a" / "b"), _mode(tmp_path / "a" / "b" / "case.json")] == [0o700, 0o700, 0o600]


@posix
def test_a_folder_that_exists_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "shared").chmod(0o755)
    write_private(tmp_path / "shared" / "case.json", "x")
    assert _mode(tmp_path / "shared") == 0o755


@posix
def test_an_open_file_becomes_private_and_a_link_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o644)
    link.symlink_to(target)
    write_private(link, "new")
    assert (target.read_text(), link.read_text(), link.is_symlink()) == ("old", "new", False)
    write_private(target, "new")
    assert _mode(target) == 0o600


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_private(tmp_path / "case.json", "old")
    monkeypatch.setattr(os, fails, full)
    with pytest.raises(OSError, match="No space left"):
        write_private(tmp_path / "case.json", "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("case.json", "old")]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_private(tmp_path / "case.json", "new")
    assert list(tmp_path.iterdir()) == []


def test_text_that_is_no_unicode_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="half a character"):
        write_private(tmp_path / "case.json", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "case.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_private(tmp_path / "case.json", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["case.json"]


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("x")
    with pytest.raises(OSError, match=r"exists|directory"):
        write_private(tmp_path / "cases" / "case.json", "x")


def test_a_very_long_name_has_room_for_its_part(tmp_path: Path) -> None:
    write_private(tmp_path / ("x" * 240), "x")
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_private(tmp_path / "a", "é")
    assert read_private(tmp_path / "a", 2) == "é"
    assert read_private(tmp_path / "a", 1) is None
    assert read_private(tmp_path / "b", 9) is None
    assert read_private(tmp_path, 9) is None
    assert read_private(Path("a\0b"), 9) is None
    (tmp_path / "a").write_bytes(b"\xff")
    assert read_private(tmp_path / "a", 9) is None


@posix
def test_what_cannot_be_written_is_told_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(OSError, match="Is a directory") as told:
        write_private(tmp_path / "page.html", "x")
    assert told.value.filename == str(tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
