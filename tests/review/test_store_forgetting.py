"""Forgetting is final, in a file and in PostgreSQL: nothing of a case stays readable, whatever SQLite moved and whenever a crash came."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.review.conftest import Results

from soleus.consultation.journal import Journal
from soleus.review import scrubbing
from soleus.review.records import Kept, StoreError
from soleus.review.store import CaseStore


def test_forgetting_takes_versions_and_verdicts_and_leaves_the_others(store: CaseStore, journal: Journal, result_of: Results) -> None:
    store.keep(Journal(), "other", (), result_of(worst=5))
    other = store.read("other")
    store.keep(journal, "mine", (), result_of(worst=3))
    store.keep(journal, "mine", (), result_of(worst=4))
    store.judge("mine", "triage", store.read("mine").last.result["triage"]["level"], "Anna", "agree")
    assert store.forget("mine") == 2
    with pytest.raises(StoreError, match="There is no case 'mine'"):
        store.read("mine")
    assert store.read("other") == other
    assert store.keep(journal, "mine", (), result_of(worst=3)) == Kept("mine", 1, new=True)
    assert store.read("mine").verdicts == ()


def test_nothing_of_a_forgotten_case_is_left_in_the_files(tmp_path: Path, journal: Journal, result_of: Results) -> None:
    store = CaseStore(str(tmp_path / "cases.db"))
    store.keep(Journal(), "other", (), result_of())
    with closing(sqlite3.connect(tmp_path / "cases.db")) as other:  # while it is open, SQLite does not remove the write-ahead log by itself
        other.execute("SELECT count(*) FROM soleus_cases").fetchone()
        store.keep(journal, "a-name-to-be-found", (), result_of(chest_pain=True))
        store.judge("a-name-to-be-found", "triage", "emergency", "Author-To-Be-Found", "note", "Reason-to-be-found.")
        body = other.execute("SELECT body FROM soleus_bodies WHERE case_id = ?", (journal.id,)).fetchone()[0]
        things = other.execute("SELECT things FROM soleus_said WHERE case_id = ?", (journal.id,)).fetchone()[0]
        traces = [b"a-name-to-be-found", b"Author-To-Be-Found", b"Reason-to-be-found.", journal.id.encode(), body[100:160], things[10:60]]
        assert all(trace in _bytes(tmp_path) for trace in traces)
        store.forget("a-name-to-be-found")
        assert not [trace for trace in traces if trace in _bytes(tmp_path)]


def test_what_sqlite_left_of_a_row_that_it_moved_is_forgotten_too(tmp_path: Path, journal: Journal, result_of: Results) -> None:
    store = CaseStore(str(tmp_path / "cases.db"))
    store.keep(journal, "mine", (), result_of())
    _plant(tmp_path / "cases.db", journal.id.encode())
    store.forget("mine")
    assert journal.id.encode() not in _bytes(tmp_path)


def test_what_a_crash_left_of_a_forgotten_case_is_cleared_when_the_store_is_opened(
    store: CaseStore, journal: Journal, result_of: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = store._engine.url.render_as_string(hide_password=False)
    store.keep(Journal(), "other", (), result_of(worst=3))
    store.keep(journal, "mine", (), result_of())
    with monkeypatch.context() as patch:
        patch.setattr("soleus.review.scrubbing.make_anew", _killed)
        with pytest.raises(KeyboardInterrupt):
            store.forget("mine")
    done: list[str] = []
    alone = scrubbing._alone
    monkeypatch.setattr(scrubbing, "_alone", lambda engine, statement: (done.append(str(statement)), alone(engine, statement))[1])
    assert [one.name for one in CaseStore(where).lines()] == ["other"]
    CaseStore(where)
    assert sum("VACUUM" in one for one in done) == 1, "it is made up for once"


def test_a_store_that_cannot_be_made_anew_says_so_and_opens(
    file_store: CaseStore, journal: Journal, result_of: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_store.keep(journal, "mine", (), result_of())
    monkeypatch.setattr("soleus.review.scrubbing.make_anew", _full)
    with pytest.raises(StoreError, match=r"The case is removed, but bytes of it may still be in .*cases\.db: No space left on device\. They go"):
        file_store.forget("mine")
    assert CaseStore(file_store.where).lines() == ()


def test_another_connection_that_empties_the_log_just_now_is_waited_for(
    file_store: CaseStore, journal: Journal, result_of: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_store.keep(journal, "mine", (), result_of())
    alone, busy = scrubbing._alone, iter([[(1, -1, -1)], [(1, -1, -1)]])
    monkeypatch.setattr(
        scrubbing, "_alone", lambda engine, what: next(busy, None) or alone(engine, what) if "checkpoint" in str(what) else alone(engine, what)
    )
    assert file_store.forget("mine") == 1
    assert next(busy, None) is None


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left_of_any_of_many_forgotten_cases(tmp_path: Path, result_of: Results, seed: int) -> None:
    chance, store = random.Random(seed), CaseStore(str(tmp_path / "cases.db"))
    results = [result_of(worst=worst) for worst in range(11)]
    marks: dict[str, list[str]] = {}
    for number in range(2000):
        do = chance.choices(("new", "judge", "forget"), (8, 8, 4))[0] if marks else "new"
        name = f"name-{chance.getrandbits(64):016x}" + "x" * chance.randrange(50) if do == "new" else chance.choice([*marks])
        if do == "new":
            journal = Journal()
            store.keep(journal, name, (), chance.choice(results))
            marks[name] = [journal.id, name]
        elif do == "judge":
            reason = f"reason-{chance.getrandbits(64):016x}"
            level = store.read(name).last.result["triage"]["level"]
            marks[name] += [reason, store.judge(name, "triage", level, "Anna", "note", reason + " x" * chance.randrange(300)).id]
        else:
            store.forget(name)
            held = _bytes(tmp_path)
            assert not [mark for mark in marks.pop(name) if mark.encode() in held], f"after write {number}"


def test_a_reader_that_keeps_the_log_is_told(tmp_path: Path, journal: Journal, result_of: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.review.place._PRAGMAS", ("busy_timeout=50", "journal_mode=WAL", "secure_delete=ON", "foreign_keys=ON"))
    monkeypatch.setattr(scrubbing, "_PATIENCE", 0)
    store = CaseStore(str(tmp_path / "cases.db"))
    store.keep(journal, "mine", (), result_of())
    with closing(sqlite3.connect(tmp_path / "cases.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM soleus_cases").fetchone()
        with pytest.raises(StoreError, match="The case is removed, but another program reads the store"):
            store.forget("mine")
    assert store.lines() == ()


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _plant(path: Path, mark: bytes) -> None:
    """Write bytes between the cells of the first leaf of a table that has room: there SQLite leaves a copy when it builds a page anew."""
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        cells, lowest = (int.from_bytes(content[start + at : start + at + 2], "big") for at in (3, 5))
        gap = start + 8 + 2 * cells
        if content[start] == 0x0D and start + lowest - gap > len(mark):
            content[gap : gap + len(mark)] = mark
            path.write_bytes(content)
            return
    raise AssertionError("no page has room")


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("cases.db*"))
