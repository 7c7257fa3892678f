"""The case store, in a file and in PostgreSQL: versions are added and never edited, verdicts lie over them, and forgetting is final."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.review.conftest import Results

from soleus import KnowledgeBase
from soleus.consultation.journal import TIME, Journal
from soleus.review.names import free_name
from soleus.review.records import Kept, StoreError
from soleus.review.store import CaseStore
from soleus.review.tables import FORMAT
from soleus.review.verdicts import latest


def test_a_case_reads_as_it_was_kept(store: CaseStore, result_of: Results) -> None:
    result = result_of(worst=3, chest_pain=False)
    journal = Journal().noted(result["answers"])
    assert store.keep(journal, "mine", ("worst",), result) == Kept("mine", 1, new=True)
    case = store.read("mine")
    assert (case.id, case.name, case.verdicts) == (journal.id, "mine", ())
    assert case.last.result == result
    assert case.last.asked == ("worst",)
    assert case.last.times == journal.times
    assert TIME.fullmatch(case.last.saved)


def test_every_answer_has_a_time_also_where_the_journal_has_none(store: CaseStore, journal: Journal, result_of: Results) -> None:
    store.keep(journal, "mine", (), result_of(worst=3))
    last = store.read("mine").last
    assert dict(last.times) == {"worst": last.saved}


def test_another_answer_is_another_version_and_the_old_one_stays(store: CaseStore, journal: Journal, result_of: Results) -> None:
    before, after = result_of(worst=3), result_of(worst=8)
    first = journal.noted(before["answers"])
    store.keep(first, "mine", ("worst",), before)
    old = store.read("mine").versions[0]
    assert store.keep(first.noted(after["answers"]), "mine", ("worst",), after) == Kept("mine", 2, new=True)
    assert store.read("mine").versions[0] == old
    assert [one.answers["worst"] for one in store.read("mine").versions] == [3, 8]
    assert [one.versions for one in store.lines()] == [2]


def test_the_same_conclusion_is_kept_once(store: CaseStore, journal: Journal, result_of: Results) -> None:
    noted = journal.noted(result_of(worst=3)["answers"])
    store.keep(noted, "mine", ("worst",), result_of(worst=3))
    assert store.keep(noted, "mine", ("worst",), result_of(worst=3)) == Kept("mine", 1, new=False)
    assert len(store.read("mine").versions) == 1


def test_two_cases_of_one_name_are_two_cases(store: CaseStore, result_of: Results) -> None:
    names = [store.keep(Journal(), "mine", (), result_of()).name for _ in range(3)]
    assert names == ["mine", "mine-2", "mine-3"]
    assert sorted(one.name for one in store.lines()) == names


def test_a_long_name_stays_a_name() -> None:
    assert free_name("x" * 80, {"x" * 80}.__contains__) == "x" * 78 + "-2"


def test_a_list_says_what_the_newest_version_says(store: CaseStore, journal: Journal, result_of: Results, shoulder: KnowledgeBase) -> None:
    store.keep(journal, "mine", (), result_of())
    store.keep(journal, "mine", (), result_of(chest_pain=True))
    (line,) = store.lines()
    assert (line.triage, line.provisional, line.versions, line.verdicts) == ("emergency", True, 2, 0)
    assert line.fingerprint == shoulder.fingerprint


def test_a_store_opens_again_with_all_that_was_kept(tmp_path: Path, journal: Journal, result_of: Results) -> None:
    CaseStore(str(tmp_path / "a.db")).keep(journal, "mine", (), result_of(worst=3))
    assert CaseStore(f"sqlite:///{tmp_path}/a.db").read("mine").last.answers == {"worst": 3}


def test_an_unknown_case_names_the_nearest(store: CaseStore, journal: Journal, result_of: Results) -> None:
    with pytest.raises(StoreError, match="It holds no case yet"):
        store.read("mine")
    store.keep(journal, "mine", (), result_of())
    with pytest.raises(StoreError, match=r"There is no case 'mien' .* Did you mean 'mine'"):
        store.read("mien")


def test_many_who_write_at_once_lose_nothing(store: CaseStore, result_of: Results) -> None:
    journal, results = Journal(), [result_of(worst=worst) for worst in range(11)]
    stores = [CaseStore(store._engine.url.render_as_string(hide_password=False)) for _ in range(4)]

    def write(number: int) -> int:
        one = stores[number % 4]
        one.keep(Journal(), "mine", (), results[0])
        return one.keep(journal.noted({"worst": number % 11}), "shared", (str(number),), results[number % 11]).version

    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(write, range(24)))
    assert sorted(kept) == [*range(1, 25)]
    assert sorted(one.asked for one in store.read("shared").versions) == sorted((str(number),) for number in range(24))
    assert {one.name for one in store.lines()} == {"shared", "mine", *(f"mine-{number}" for number in range(2, 25))}


# Verdicts


def test_a_verdict_lies_over_a_version_and_changes_nothing_of_it(store: CaseStore, journal: Journal, result_of: Results) -> None:
    store.keep(journal, "mine", (), result_of(chest_pain=True))
    before = store.read("mine").versions
    said = store.judge("mine", "triage", "emergency", "Anna", "agree")
    rule = result_of(chest_pain=True)["triage"]["reasons"][0]["rule"]
    other = store.judge("mine", "rule", rule, "Ben", "disagree", "It was a bruise.", version=1)
    case = store.read("mine")
    assert case.versions == before
    assert {one.id: one for one in case.verdicts} == {said.id: said, other.id: other}
    assert store.lines()[0].verdicts == 2


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        ({"subject": "self_care"}, "has no triage 'self_care'.*emergency"),
        ({"kind": "rulle"}, "'rulle' is nothing to judge. Did you mean 'rule'"),
        ({"version": 2}, "there is no version 2. It has 1."),
        ({"version": 0}, "there is no version 0. It has 1."),
        ({"says": "disagree"}, "'disagree' needs a reason"),
        ({"says": "note"}, "'note' needs a reason"),
        ({"says": "perhaps"}, "cannot say 'perhaps'"),
        ({"author": " "}, "needs an author"),
        ({"author": "x" * 201}, "needs an author"),
        ({"reason": "x" * 4001}, "more than 4,000 characters"),
        ({"reason": "red \x1b[31m"}, "control character"),
        ({"author": "\u202eannA"}, "control character"),
    ],
)
def test_what_is_no_verdict_is_refused(store: CaseStore, journal: Journal, result_of: Results, verdict: dict[str, Any], message: str) -> None:
    store.keep(journal, "mine", (), result_of(chest_pain=True))
    right = {"kind": "triage", "subject": "emergency", "author": "Anna", "says": "agree"}
    with pytest.raises(StoreError, match=message):
        store.judge("mine", **{**right, **verdict})
    assert store.read("mine").verdicts == ()


@pytest.mark.parametrize("second", ["2026-01-31T08:00:00Z", "2026-01-31T09:00:00Z"])
def test_the_last_verdict_that_was_given_counts_also_where_the_clock_was_set_back_or_stands(
    store: CaseStore, journal: Journal, result_of: Results, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    store.keep(journal, "mine", (), result_of(chest_pain=True))
    clock = iter([("2026-01-31T09:00:00Z", 2 * 10**18), *((second, 10**18),) * 5])
    says = ("agree", "disagree", "agree", "disagree", "note", "disagree")
    for number, one in enumerate(says):
        now, nanoseconds = next(clock)
        monkeypatch.setattr("soleus.review.verdicts.now", lambda now=now: now)
        monkeypatch.setattr("soleus.review.verdicts.time.time_ns", lambda nanoseconds=nanoseconds: nanoseconds)
        store.judge("mine", "triage", "emergency", "Anna", one, f"Word {number}.")
        assert [found.reason for found in store.read("mine").verdicts] == [f"Word {before}." for before in range(number + 1)]
    assert [one.reason for one in latest(store.read("mine").verdicts)] == ["Word 4.", "Word 5."]


# The place


def test_a_store_in_a_file_is_for_its_owner_alone(tmp_path: Path, result_of: Results) -> None:
    old = os.umask(0)
    try:
        store = CaseStore(str(tmp_path / "new" / "folder" / "cases.db"))
        holding = sqlite3.connect(tmp_path / "new" / "folder" / "cases.db")
        holding.execute("SELECT count(*) FROM soleus_cases").fetchone()
        store.keep(Journal(), "mine", (), result_of())
        files = list((tmp_path / "new" / "folder").iterdir())
    finally:
        os.umask(old)
    assert len(files) == 3, "the file, its write-ahead log and the index of that"
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    assert {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "new", tmp_path / "new" / "folder")} == {0o700}
    holding.close()


def test_rights_that_others_should_not_have_are_taken_back(file_store: CaseStore, tmp_path: Path) -> None:
    (tmp_path / "cases.db").chmod(0o644)
    CaseStore(str(tmp_path / "cases.db"))
    assert stat.S_IMODE((tmp_path / "cases.db").stat().st_mode) == 0o600


def test_the_rights_to_the_log_of_an_open_store_are_taken_back_too(file_store: CaseStore, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "cases.db")) as other:
        other.execute("SELECT count(*) FROM soleus_cases").fetchone()
        for path in tmp_path.glob("cases.db*"):
            path.chmod(0o644)
        CaseStore(str(tmp_path / "cases.db"))
        assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("cases.db*")} == {
            "cases.db": 0o600,
            "cases.db-shm": 0o600,
            "cases.db-wal": 0o600,
        }


def test_a_store_opens_and_reads_while_somebody_writes_for_long(store: CaseStore, result_of: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.review.place._PRAGMAS", ("busy_timeout=50", "journal_mode=WAL", "secure_delete=ON", "foreign_keys=ON"))
    store.keep(Journal(), "mine", (), result_of())
    with ThreadPoolExecutor(1) as pool, store._writing():
        reading = pool.submit(lambda: CaseStore(store._engine.url.render_as_string(hide_password=False)).names())
        assert reading.result(timeout=20) == ("mine",)


def test_a_reader_on_a_server_sees_one_state_of_a_case(database: Callable[[], str], journal: Journal, result_of: Results) -> None:
    """What is forgotten between two of its queries is whole for it, not a case without versions."""
    url = database()
    reader, other = CaseStore(url), CaseStore(url)
    other.keep(journal, "mine", (), result_of())

    @event.listens_for(reader._engine, "after_cursor_execute")
    def forget(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if "FROM soleus_cases" in statement and other.names():
            other.forget("mine")

    assert [one.number for one in reader.read("mine").versions] == [1]
    assert other.names() == ()


def test_how_a_file_is_written(file_store: CaseStore) -> None:
    with file_store._reading() as connection:
        settings = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "secure_delete", "synchronous")}
    assert settings == {"journal_mode": "wal", "secure_delete": 1, "synchronous": 2}


@pytest.mark.parametrize("content", [b"root:x:0:0", b"SQLite format 3\0" + bytes(84) + b"x" * 4000, b"x" * 100_000])
def test_a_file_of_something_else_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    path.chmod(0o644)
    with pytest.raises(StoreError, match=r"no case store|cannot be used"):
        CaseStore(str(path))
    assert path.read_bytes() == content


def test_the_database_of_something_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE x (y)")
    path.chmod(0o644)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"other\.db is no case store"):
        CaseStore(str(path))
    assert path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("", "needs a file name or a URL"),
        ("a\x1b[31m", "needs a file name or a URL"),
        ("mysql://u:secret@h/x", r"mysql://u:\*\*\*@h/x cannot be a case store"),
        ("sqlite://", "cannot be a case store"),
        ("sqlite:///:memory:", "cannot be a case store"),
        ("://", "not the URL of a case store"),
        ("postgresql://u:p@h:port/x", "not the URL of a case store"),
        ("postgresql://u:secret@127.0.0.1:1/x", "cannot be used: .*refused"),
        (".", "cannot be used|no case store"),
        ("/dev/null", "no case store"),
        ("/dev/null/x.db", "cannot be used"),
    ],
)
def test_a_place_that_is_none_is_said_without_its_password(where: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        CaseStore(where)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("more", "seconds"), [("", 10), ("?connect_timeout=3", 3)])
def test_a_server_that_does_not_answer_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch, more: str, seconds: int) -> None:
    psycopg = pytest.importorskip("psycopg")
    asked: list[Any] = []

    def connect(*_: object, **given: object) -> None:
        asked.append(int(str(given.get("connect_timeout", 0))))
        raise psycopg.OperationalError("timeout expired")

    monkeypatch.setattr(psycopg, "connect", connect)
    with pytest.raises(StoreError, match="cannot be used: timeout expired"):
        CaseStore(f"postgresql://coach@host/cases{more}")
    assert asked == [seconds]


def test_a_full_disk_is_told_with_the_way_out(file_store: CaseStore, result_of: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.review.place._PRAGMAS", ("journal_mode=WAL", "max_page_count=20"))
    with pytest.raises(StoreError, match=r"database or disk is full\. Make room on the disk, and try again"):
        [file_store.keep(Journal(), f"case-{number}", (), result_of(worst=3)) for number in range(100)]
    assert 0 < len(file_store.lines()) < 100


def test_a_store_of_a_later_form_is_left_alone(file_store: CaseStore, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "cases.db") as raw:
        raw.execute("UPDATE soleus_store SET value = ?", (str(int(FORMAT) + 1),))
        raw.execute("DROP TABLE soleus_said")
    with pytest.raises(StoreError, match=f"of the form '{int(FORMAT) + 1}', and only {FORMAT} is known"):
        CaseStore(str(tmp_path / "cases.db"))
    with sqlite3.connect(tmp_path / "cases.db") as raw:
        assert raw.execute("SELECT name FROM sqlite_master WHERE name = 'soleus_said'").fetchall() == []


def test_a_damaged_version_is_told(file_store: CaseStore, tmp_path: Path, result_of: Results) -> None:
    file_store.keep(Journal(), "mine", (), result_of())
    for body in (b"", b"x", b"x\x9c\x03\x00\x00\x00\x00\x01"):
        with sqlite3.connect(tmp_path / "cases.db") as raw:
            raw.execute("UPDATE soleus_bodies SET body = ?", (body,))
        with pytest.raises(StoreError, match="The case store is damaged"):
            file_store.read("mine")
    assert file_store.forget("mine") == 1, "the message says that this is a way out"
    assert file_store.lines() == ()


# Laws


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["keep", "keep", "judge", "forget"]), st.integers(0, 2), st.integers(0, 10)), max_size=12))
def test_whatever_was_done_the_store_holds_what_it_confirmed(
    steps: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory, result_of: Results
) -> None:
    where = str(tmp_path_factory.mktemp("law") / "cases.db")
    journals = [Journal() for _ in range(3)]
    held: dict[str, list[int]] = {}
    said: dict[str, list[str]] = {}
    for do, which, worst in steps:
        name, store = f"case-{which}", CaseStore(where)
        if do == "keep":
            journals[which] = journals[which].noted({"worst": worst})
            kept = store.keep(journals[which], name, ("worst",), result_of(worst=worst))
            if kept.new:
                held.setdefault(name, []).append(worst)
        elif name in held and do == "judge":
            level = store.read(name).last.result["triage"]["level"]
            said.setdefault(name, []).append(store.judge(name, "triage", level, "Anna", "agree").id)
        elif name in held:
            assert store.forget(name) == len(held.pop(name))
            said.pop(name, None)
    cases = {one.name: one for one in CaseStore(where).read_all()}
    assert {name: [one.answers["worst"] for one in case.versions] for name, case in cases.items()} == held
    assert {name: sorted(one.id for one in case.verdicts) for name, case in cases.items() if case.verdicts} == {
        name: sorted(ids) for name, ids in said.items()
    }
