"""The files of the case store in the hands of a careless user: nothing of value is overwritten, and nobody else can read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.cli.conftest import Invoke

from soleus.review.records import StoreError
from soleus.review.store import CaseStore

posix = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


def export(invoke: Invoke, target: Path) -> tuple[int, str]:
    done = invoke("cases", "export", "--all", "-o", str(target))
    return done.exit_code, done.stderr


def test_an_export_never_replaces_the_store(invoke: Invoke, kept: CaseStore) -> None:
    store = Path(kept.where)
    before = store.read_bytes()
    code, told = export(invoke, store)
    assert (code, store.read_bytes()) == (1, before)
    assert "is no export, so it stays as it is" in told
    assert kept.names() == ("mine",)


@pytest.mark.parametrize("content", ["precious\n", "{}\n", '{"soleus_case": 1}\n'])
def test_an_export_never_replaces_a_file_of_anything_else(invoke: Invoke, kept: CaseStore, tmp_path: Path, content: str) -> None:
    (tmp_path / "other.json").write_text(content)
    assert export(invoke, tmp_path / "other.json")[0] == 1
    assert (tmp_path / "other.json").read_text() == content


@posix
def test_an_export_never_replaces_a_pipe_or_a_folder(invoke: Invoke, kept: CaseStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "folder", "link"):
        assert export(invoke, tmp_path / name)[0] == 1
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert (tmp_path / "link").is_symlink()


def test_an_export_replaces_an_older_one(invoke: Invoke, kept: CaseStore, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    for name in ("out", "out", "empty"):
        assert export(invoke, tmp_path / name) == (0, "")


@posix
@pytest.mark.parametrize("mask", [0o000, 0o177, 0o277, 0o777])
def test_an_odd_umask_leaves_the_store_to_its_owner_alone(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        CaseStore(str(tmp_path / "a" / "b" / "cases.db"))
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/cases.db")]
    assert modes == [0o700, 0o700, 0o600]


@posix
def test_a_store_that_another_user_could_read_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CaseStore(str(tmp_path / "cases.db"))
    monkeypatch.setattr(os, "getuid", lambda: (tmp_path / "cases.db").stat().st_uid + 1)
    with pytest.raises(StoreError, match="belongs to another user, who could read every case in it"):
        CaseStore(str(tmp_path / "cases.db"))
