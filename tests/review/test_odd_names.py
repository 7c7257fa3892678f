"""Names and words that no case can have, in a file and in PostgreSQL: nothing is found, and nothing breaks.

What is said twice, or of a case that is another by now; and a store that somebody else writes to.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import SHOULDER, Invoke
from tests.review.conftest import Results

from soleus.consultation.journal import Journal
from soleus.review import place
from soleus.review.records import CaseFilter, StoreError
from soleus.review.store import CaseStore

KB = ("--kb", str(SHOULDER))
ODD = ["\udcff", "a\x00b", "\x00", "\ud800name", "\x07"]


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_no_case_can_have_is_not_there(store: CaseStore, result_of: Results, journal: Journal, name: str) -> None:
    store.keep(journal, "anna", (), result_of())
    assert store.find(name) is None
    assert store.id_of(name) is None
    for use in (store.read, store.forget, lambda one: store.judge(one, "triage", "x", "Kim", "agree")):
        with pytest.raises(StoreError, match="There is no case"):
            use(name)


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("field", ["triage", "cause", "name"])
def test_a_filter_by_what_no_case_can_have_finds_none(store: CaseStore, result_of: Results, journal: Journal, field: str, name: str) -> None:
    store.keep(journal, "anna", (), result_of())
    wanted = CaseFilter(**{field: name})
    assert store.lines(wanted) == ()
    assert store.count(wanted) == 0


def test_what_is_said_twice_in_a_row_is_one_verdict(store: CaseStore, result_of: Results, journal: Journal) -> None:
    store.keep(journal, "anna", (), result_of(chest_pain=True))
    said = [("note", "Look."), ("note", "Look."), ("agree", ""), ("agree", ""), ("note", "Look."), ("disagree", "No."), ("agree", "")]
    for says, reason in said:
        store.judge("anna", "triage", "emergency", "Kim", says, reason)
    store.judge("anna", "triage", "emergency", "Ben", "agree")
    kept = [(one.author, one.says) for one in store.read("anna").verdicts]
    assert kept == [("Kim", "note"), ("Kim", "agree"), ("Kim", "note"), ("Kim", "disagree"), ("Kim", "agree"), ("Ben", "agree")]


def test_a_verdict_names_the_case_that_was_read(store: CaseStore, result_of: Results) -> None:
    first = Journal()
    store.keep(first, "anna", (), result_of(chest_pain=True))
    store.forget("anna")
    store.keep(Journal(), "anna", (), result_of(chest_pain=True))
    with pytest.raises(StoreError, match="another case"):
        store.judge("anna", "triage", "emergency", "Kim", "agree", read=first.id)
    assert store.judge("anna", "triage", "emergency", "Kim", "agree", read=store.id_of("anna")).says == "agree"


def test_a_store_that_is_written_to_for_long_says_so(tmp_path: Path, result_of: Results, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_PRAGMAS", ("busy_timeout=50", *place._PRAGMAS[1:]))
    store = CaseStore(str(tmp_path / "cases.db"))
    store.keep(journal, "anna", (), result_of())
    writer = sqlite3.connect(tmp_path / "cases.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"Another program writes to .* Try again"):
        store.judge("anna", "triage", "self_care", "Kim", "agree")
    writer.close()


@pytest.mark.parametrize("author", ["bad\x07", "\udcff", "\u202eevil", "x" * 201])
@pytest.mark.parametrize("command", [("mine",), ("serve",), ("mine", "--on", "triage:emergency", "--say", "agree")])
def test_an_author_whom_no_verdict_could_carry_is_refused_before_anything_is_read(
    invoke: Invoke, kept: CaseStore, command: tuple[str, ...], author: str
) -> None:
    done = invoke("review", *command, "--author", author, *KB, lines=("a",))
    assert done.exit_code == 2
    assert "cannot stand beside a verdict" in done.stderr
    assert "3 things to judge" not in done.stderr


def test_a_verdict_given_again_at_the_terminal_stands_there_once(invoke: Invoke, kept: CaseStore) -> None:
    for _ in range(2):
        done = invoke("review", "mine", "--all", "--author", "Anna", *KB, lines=("n Look.", "n Look.", "why", "a", "back", "q"))
    assert done.exit_code == 0
    assert [one.says for one in kept.read("mine").verdicts] == ["note", "agree", "note", "agree"]
    assert done.stderr.count("Anna agrees") == 2, "the first time as it stood there, the second time after it was given"
