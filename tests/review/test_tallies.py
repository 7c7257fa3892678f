"""What reviewers say of every rule and conclusion: which verdicts count, how often a rule fired, and stores of the older form."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.review.conftest import Results
from tests.review.test_listing import RANKED, with_conditions

from soleus.consultation.journal import Journal
from soleus.review.exchange import as_line, read_export
from soleus.review.records import Kept, KeptCase, StoreError, Tally, Verdict
from soleus.review.store import CaseStore
from soleus.review.verdicts import latest

NEVER_ASKED = "2026-01-01T00:00:00Z"


def verdict(number: int, says: Any, author: str = "Anna", version: int = 1, subject: str = "x", time: str = NEVER_ASKED) -> Verdict:
    return Verdict(f"{number:032x}", version, "rule", subject, author, time, says, "" if says == "agree" else f"Because of {number}.")


def of(store: CaseStore, kind: str, subject: str) -> Tally:
    (found,) = (one for one in store.tallies() if (one.kind, one.subject) == (kind, subject))
    return found


def fired(result: Mapping[str, Any]) -> list[str]:
    return sorted({step["rule"] for step in result["trace"]["steps"] if step["kind"] == "rule"})


# Which verdicts count


def test_the_last_verdict_of_an_author_on_one_thing_counts() -> None:
    every = [verdict(1, "agree"), verdict(2, "disagree"), verdict(3, "agree", "Ben"), verdict(4, "agree")]
    assert latest(every) == (every[2], every[3])


def test_another_version_and_another_thing_are_judged_apart() -> None:
    every = [verdict(1, "agree"), verdict(2, "disagree", version=2), verdict(3, "disagree", subject="y")]
    assert latest(every) == tuple(every)


def test_notes_all_stay_and_take_no_verdicts_place() -> None:
    every = [verdict(1, "note"), verdict(2, "disagree"), verdict(3, "note"), verdict(4, "note")]
    assert latest(every) == tuple(every)


@given(st.lists(st.tuples(st.sampled_from(["agree", "disagree", "note"]), st.sampled_from("ab"), st.integers(1, 2), st.sampled_from("xy"))))
def test_what_counts_is_what_a_reader_would_count(given: list[tuple[Any, str, int, str]]) -> None:
    every = [verdict(number, says, author, version, subject) for number, (says, author, version, subject) in enumerate(given)]
    counted = latest(every)
    assert latest(counted) == counted
    assert [one for one in counted if one.says == "note"] == [one for one in every if one.says == "note"]
    for one in every:
        if one.says != "note":
            same = [other for other in every if _about(other) == _about(one) and other.says != "note"]
            assert (one in counted) is (one == same[-1])


def _about(one: Verdict) -> tuple[object, ...]:
    return one.version, one.kind, one.subject, one.author


def test_verdicts_of_one_second_stay_in_their_order(store: CaseStore, result_of: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.review.verdicts.now", lambda: NEVER_ASKED)
    store.keep(Journal(), "mine", (), result_of(chest_pain=True))
    given = [store.judge("mine", "triage", "emergency", "Anna", "disagree" if number % 2 else "agree", f"{number}.") for number in range(20)]
    assert store.read("mine").verdicts == tuple(given)
    assert latest(store.read("mine").verdicts) == (given[-1],)


# Tallies


def test_a_rule_is_counted_in_every_version_where_it_fired(store: CaseStore, result_of: Results) -> None:
    journal, calm, urgent = Journal(), result_of(began="at_once"), result_of(chest_pain=True, began="at_once")
    store.keep(journal, "mine", (), calm)
    store.keep(journal, "mine", (), urgent)
    store.keep(Journal(), "other", (), urgent)
    tallies = store.tallies()
    assert {one.subject: one.said for one in tallies} == {
        rule: (rule in fired(calm)) + 2 * (rule in fired(urgent)) for rule in {*fired(calm), *fired(urgent)}
    }
    assert {one.kind for one in tallies} == {"rule"}
    assert all((one.agreed, one.disagreed, one.noted, one.remarks) == (0, 0, 0, ()) for one in tallies)


def test_a_conclusion_is_there_once_it_is_judged(store: CaseStore, result_of: Results) -> None:
    for name in ("a", "b", "c"):
        store.keep(Journal(), name, (), result_of(chest_pain=True))
    store.judge("a", "triage", "emergency", "Anna", "agree")
    tally = of(store, "triage", "emergency")
    assert tally == Tally("triage", "emergency", 3, 1, 0, 0, tally.remarks)
    assert [(one.case, one.says) for one in tally.remarks] == [("a", "agree")]


def test_remarks_begin_with_those_that_disagree(store: CaseStore, result_of: Results) -> None:
    for name in ("a", "b"):
        store.keep(Journal(), name, (), result_of(chest_pain=True))
    rule = fired(result_of(chest_pain=True))[0]
    store.judge("a", "rule", rule, "Anna", "disagree", "No more.")
    given = {
        "agree": store.judge("a", "rule", rule, "Anna", "agree", "Right after all."),
        "plain": store.judge("a", "rule", rule, "Carla", "agree"),
        "note": store.judge("b", "rule", rule, "Anna", "note", "Hm."),
        "first": store.judge("a", "rule", rule, "Ben", "disagree", "It was a bruise."),
        "last": store.judge("b", "rule", rule, "Ben", "disagree", "Here too."),
    }
    tally = of(store, "rule", rule)
    assert (tally.said, tally.agreed, tally.disagreed, tally.noted) == (2, 2, 2, 1)
    assert [one.verdict for one in tally.remarks] == [given[key].id for key in ("last", "first", "note", "plain", "agree")]
    last = tally.remarks[0]
    assert (last.case, last.version, last.author, last.time, last.says, last.reason) == ("b", 1, "Ben", given["last"].time, "disagree", "Here too.")
    assert store.tallies()[0] == tally, "what is disagreed with most comes first"


def test_the_order_is_most_disagreed_then_most_said_then_id(store: CaseStore, result_of: Results) -> None:
    for name, answers in (("a", {"began": "at_once"}), ("b", {"chest_pain": True}), ("c", {"chest_pain": True})):
        store.keep(Journal(), name, (), result_of(**answers))
    store.judge("b", "triage", "emergency", "Anna", "disagree", "No.")
    keys = [(-one.disagreed, -one.said, one.subject, one.kind) for one in store.tallies()]
    assert keys == sorted(keys)
    assert [one[2] for one in keys] == ["emergency", "danger-is-an-emergency", "no-exercise-until-seen", "one-moment-adds"]


def test_a_forgotten_case_is_no_longer_counted(store: CaseStore, result_of: Results) -> None:
    for name in ("a", "b"):
        store.keep(Journal(), name, (), result_of(chest_pain=True))
        store.judge(name, "triage", "emergency", "Anna", "agree")
    store.forget("a")
    assert (of(store, "triage", "emergency").said, of(store, "triage", "emergency").agreed) == (1, 1)
    store.forget("b")
    assert store.tallies() == ()


def test_an_import_is_counted_as_what_was_kept_here(store: CaseStore, file_store: CaseStore, result_of: Results) -> None:
    file_store.keep(Journal(), "mine", (), result_of(chest_pain=True))
    file_store.judge("mine", "triage", "emergency", "Anna", "disagree", "No.")
    store.add(read_export(_lines(as_line(file_store.read("mine"))), "x"))
    assert store.tallies() == file_store.tallies()


def _lines(text: str) -> Any:
    import io

    return io.BytesIO(text.encode())


STEPS = st.tuples(st.integers(0, 2), st.integers(0, 10), st.sampled_from(["keep", "agree", "disagree", "note", "forget"]))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_the_tallies_say_what_reading_every_case_says(
    steps: list[tuple[int, int, Any]], tmp_path_factory: pytest.TempPathFactory, result_of: Results
) -> None:
    store, journals = CaseStore(str(tmp_path_factory.mktemp("law") / "cases.db")), [Journal() for _ in range(3)]
    for which, worst, do in steps:
        name = f"case-{which}"
        here = name in store.names()
        if do == "keep" or not here:
            answers = {"worst": worst, "chest_pain": worst % 2 == 0, "began": "at_once"}
            journals[which] = journals[which].noted(answers)
            store.keep(journals[which], name, ("worst",), result_of(**answers))
        elif do == "forget":
            store.forget(name)
        else:
            rules = fired(store.read(name).last.result)
            store.judge(name, "rule", rules[worst % len(rules)], "AB"[worst % 2], do, f"{worst}.")
    cases = list(store.read_all())
    for one in store.tallies():
        counted = [said for case in cases for said in latest(case.verdicts) if said.subject == one.subject]
        assert one.said == sum(one.subject in fired(version.result) for case in cases for version in case.versions)
        assert (one.agreed, one.disagreed, one.noted) == tuple(sum(said.says == says for said in counted) for says in ("agree", "disagree", "note"))
        assert {remark.verdict for remark in one.remarks} == {said.id for said in counted}
    assert {one.subject for one in store.tallies()} == {rule for case in cases for version in case.versions for rule in fired(version.result)}


# Stores of the older form


@pytest.fixture(params=["1", "2"])
def old(request: pytest.FixtureRequest, store: CaseStore, result_of: Results) -> CaseStore:
    """A store of an older form, with two versions and a verdict.

    That of the form 1 has no list of what they say, and neither knows the other conditions that must not be missed.
    """
    journal = Journal()
    store.keep(journal, "mine", (), result_of(worst=3))
    store.keep(journal, "mine", (), with_conditions(result_of(chest_pain=True), *RANKED))
    store.keep(Journal(), "other", (), result_of(worst=7))
    store.judge("mine", "triage", "emergency", "Anna", "disagree", "No.")
    _make_old(store, request.param)
    return store


def _make_old(store: CaseStore, form: str) -> None:
    with store._writing() as connection:
        connection.exec_driver_sql("ALTER TABLE soleus_versions DROP COLUMN grave")
        if form == "1":
            connection.exec_driver_sql("DROP TABLE soleus_said")
        connection.exec_driver_sql(f"UPDATE soleus_store SET value = '{form}' WHERE key = 'format'")


def _opened(store: CaseStore) -> CaseStore:
    return CaseStore(store._engine.url.render_as_string(hide_password=False))


def _of_form(store: CaseStore) -> str:
    with store._reading() as connection:
        return str(connection.exec_driver_sql("SELECT value FROM soleus_store WHERE key = 'format'").scalar())


def test_a_store_of_the_older_form_is_brought_to_this_one_and_loses_nothing(old: CaseStore, result_of: Results) -> None:
    before = list(old.read_all())
    store = _opened(old)
    assert _of_form(store) == "3"
    assert list(store.read_all()) == before
    assert {one.name: one.grave for one in store.lines()} == {"mine": ("tear", "clot"), "other": ()}
    urgent = fired(result_of(chest_pain=True))
    assert {one.subject: one.said for one in store.tallies() if one.subject in urgent} == {
        rule: sum(rule in fired(version.result) for case in before for version in case.versions) for rule in urgent
    }
    assert of(store, "triage", "emergency").remarks[0].reason == "No."
    assert _opened(store).tallies() == store.tallies()
    assert store.forget("mine") == 2


def test_a_store_that_could_not_be_brought_to_this_form_stays_as_it_was(old: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    before, form = list(old.read_all()), _of_form(old)
    with monkeypatch.context() as broken:
        broken.setattr("soleus.review.forms.update", fail)
        with pytest.raises(StoreError, match="The disk is full"):
            _opened(old)
    assert _of_form(old) == form
    assert list(old.read_all()) == before
    assert list(_opened(old).read_all()) == before


def test_a_damaged_version_does_not_keep_an_older_store_from_opening(old: CaseStore) -> None:
    counted = int(_of_form(old) == "2")  # that form has the list of what it says
    with old._writing() as connection:
        connection.exec_driver_sql("UPDATE soleus_bodies SET body = '' WHERE number = 2")
    store = _opened(old)
    assert {one.name for one in store.lines()} == {"mine", "other"}
    assert of(store, "triage", "emergency") == Tally("triage", "emergency", counted, 0, 1, 0, of(store, "triage", "emergency").remarks)
    with pytest.raises(StoreError, match="damaged"):
        store.read("mine")
    assert store.forget("mine") == 2


def test_a_damaged_list_of_what_was_said_is_told(file_store: CaseStore, tmp_path: Path, result_of: Results) -> None:
    file_store.keep(Journal(), "mine", (), result_of())
    for things in (b"", b"x", bytes(40)):
        with closing(sqlite3.connect(tmp_path / "cases.db")) as raw, raw:
            raw.execute("UPDATE soleus_said SET things = ?", (things,))
        with pytest.raises(StoreError, match="what its cases say cannot be counted"):
            file_store.tallies()


def test_an_import_of_the_same_case_counts_it_once(store: CaseStore, result_of: Results) -> None:
    store.keep(Journal(), "mine", (), result_of(chest_pain=True))
    case: KeptCase = store.read("mine")
    assert store.add([case]) == (Kept("mine", 1, new=False),)
    assert {one.said for one in store.tallies()} == {1}
