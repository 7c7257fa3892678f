"""Cases go from one store to another and stay what they are; a file from outside is trusted in nothing."""

from __future__ import annotations

import copy
import dataclasses
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.review.conftest import Results

from soleus.consultation.journal import Journal
from soleus.review.exchange import as_line, read_export
from soleus.review.records import Kept, KeptCase, StoreError
from soleus.review.store import CaseStore


@pytest.fixture
def case(file_store: CaseStore, result_of: Results) -> KeptCase:
    """A case with two versions and a verdict."""
    before, after = result_of(chest_pain=True, worst=2.5), result_of(worst=8, began="slowly")
    journal = Journal().noted(before["answers"])
    file_store.keep(journal, "mine", ("worst",), before)
    file_store.keep(journal.noted(after["answers"]), "mine", ("worst", "began"), after)
    file_store.judge("mine", "triage", "emergency", "Ännä", "disagree", "It was a “bruise” <b>\n", version=1)
    return file_store.read("mine")


def read(text: str | bytes) -> list[KeptCase]:
    return list(read_export(io.BytesIO(text.encode() if isinstance(text, str) else text), "cases.json"))


def test_an_export_reads_back_to_the_same_case(case: KeptCase) -> None:
    assert read(as_line(case)) == [case]
    assert as_line(read(as_line(case))[0]) == as_line(case)


def test_one_case_is_one_json_text(case: KeptCase) -> None:
    assert json.loads(as_line(case))["name"] == "mine"
    assert as_line(case).count("\n") == 1


def test_an_import_makes_the_same_case_in_another_store(store: CaseStore, case: KeptCase) -> None:
    assert store.add(read(as_line(case))) == (Kept("mine", 2, new=True),)
    assert store.read("mine") == case
    assert store.add(read(as_line(case))) == (Kept("mine", 2, new=False),)
    assert store.read("mine") == case


def test_an_import_adds_what_is_new(store: CaseStore, file_store: CaseStore, case: KeptCase, result_of: Results) -> None:
    store.add([KeptCase(case.id, "mine", case.versions[:1])])
    own = store.judge("mine", "triage", "emergency", "Ben", "agree")
    assert store.add([case]) == (Kept("mine", 2, new=True),)
    assert store.read("mine").versions == case.versions
    assert {one.id for one in store.read("mine").verdicts} == {own.id, case.verdicts[0].id}


def test_an_import_edits_nothing_and_takes_all_or_none(store: CaseStore, case: KeptCase, result_of: Results) -> None:
    store.keep(Journal(case.id), "mine", (), result_of(worst=1))
    before = store.read("mine")
    other = KeptCase("0" * 32, "other", case.versions)
    with pytest.raises(StoreError, match="'mine' is here already as 'mine', and differs"):
        store.add([other, case])
    assert store.read("mine") == before
    assert [one.name for one in store.lines()] == ["mine"]


def test_a_verdict_that_was_edited_outside_is_refused(case: KeptCase, file_store: CaseStore) -> None:
    edited = dataclasses.replace(case.verdicts[0], says="agree")
    with pytest.raises(StoreError, match="'mine' is here already as 'mine', and differs"):
        file_store.add([dataclasses.replace(case, verdicts=(edited,))])
    assert file_store.read("mine") == case


def test_a_verdict_with_the_id_of_one_on_another_case_is_told(case: KeptCase, store: CaseStore) -> None:
    store.add([case])
    with pytest.raises(StoreError, match="A verdict on 'other' has the id of one on another case here"):
        store.add([dataclasses.replace(case, id="f" * 32, name="other")])
    assert store.names() == ("mine",)


def test_a_name_that_another_case_has_gets_a_number(store: CaseStore, case: KeptCase, result_of: Results) -> None:
    store.keep(Journal(), "mine", (), result_of())
    assert store.add([case])[0].name == "mine-2"


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda one: one.update(soleus_export=2), "of the form 2, and only 1 is known"),
        (lambda one: one.update(soleus_export=True), "of the form yes"),
        (lambda one: one.pop("soleus_export"), "not a case of an export"),
        (lambda one: one.update(extra=1), "has a key that no case has"),
        (lambda one: one.pop("id"), "'id': Field required"),
        (lambda one: one.update(id="x"), "id of a case has 32 hex digits"),
        (lambda one: one.update(name="../../etc"), "not the name of a case"),
        (lambda one: one.update(name="x" * 81), "not the name of a case"),
        (lambda one: one.update(name="a\x1b[2J"), "control character"),
        (lambda one: one.update(name=5), "'name': Input should be a valid string"),
        (lambda one: one.update(versions=[]), "versions are not 1, 2, 3"),
        (lambda one: one["versions"].reverse(), "versions are not 1, 2, 3"),
        (lambda one: one["versions"][0].update(number=True), r"versions\.0\.number"),
        (lambda one: one["versions"][0].update(saved="today"), "'today' is not a time"),
        (lambda one: one["versions"][0].update(hidden=1), "has a key that no case has"),
        (lambda one: one["versions"][0]["times"].clear(), "Version 1: each answer, and nothing else, has a time"),
        (lambda one: one["versions"][0]["times"].update(worst="now"), "Version 1: each answer, and nothing else, has a time"),
        (lambda one: one["versions"][0].update(asked=["a", "a"]), "names a question twice"),
        (lambda one: one["versions"][0]["result"].pop("triage"), r"versions\.0\.result\.triage.*Field required"),
        (lambda one: one["versions"][1]["result"]["triage"].update(level="fine"), r"versions\.1\.result\.triage\.level"),
        (lambda one: one["versions"][0]["result"].update(x=1), "version 1 has a key or a value that no result has"),
        (lambda one: one["versions"][0]["result"]["triage"].update(title="\u202egnp.exe"), "control character"),
        (lambda one: one["versions"][0]["result"]["see_someone"].append("\x00"), "control character"),
        (lambda one: one["verdicts"][0].update(version=3), "One of its verdicts is none: there is no version 3"),
        (lambda one: one["verdicts"][0].update(subject="self_care"), "One of its verdicts is none: version 1 has no triage"),
        (lambda one: one["verdicts"][0].update(says="maybe"), r"verdicts\.0\.says"),
        (lambda one: one["verdicts"][0].update(reason=""), "'disagree' needs a reason"),
        (lambda one: one["verdicts"].append(one["verdicts"][0]), "needs an id of its own"),
    ],
)
def test_a_case_that_is_none_is_refused_with_its_line(case: KeptCase, change: Change, message: str) -> None:
    data = copy.deepcopy(json.loads(as_line(case)))
    change(data)
    with pytest.raises(StoreError, match=message) as caught:
        read(as_line(case) + json.dumps(data) + "\n")
    assert str(caught.value).startswith("cases.json:2: ")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There are no cases here"),
        ("\n", "not a line of JSON"),
        ("worst: 3", "not a line of JSON"),
        ("[]", "not a case of an export"),
        ("null", "not a case of an export"),
        ('{"soleus_export": 1, "soleus_export": 1}', "a key stands there twice"),
        ('{"soleus_export": NaN}', "NaN is not a number"),
        ('{"soleus_export": 1e999}', "of the form"),
        ("1" * 10_000, "not a line of JSON|not a case"),
        ("[" * 100_000, "nested too deep|not a line of JSON"),
        ('{"a":' * 100_000, "nested too deep|not a line of JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"x" * 20_000_001, "more than 20,000,000 bytes"),
    ],
)
def test_a_file_of_something_else_is_refused(text: str | bytes, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        read(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), new=st.binary(max_size=3))
def test_a_file_that_was_changed_anywhere_is_read_or_refused(case: KeptCase, where: float, new: bytes) -> None:
    line = as_line(case).encode()
    place = int(where * len(line))
    try:
        cases = read(line[:place] + new + line[place + 1 :])
    except StoreError:
        return
    assert all(read(as_line(one)) == [one] for one in cases)


def test_a_refused_file_leaves_the_store_as_it_was(store: CaseStore, case: KeptCase, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cases\.json:2"):
        store.add(read_export(io.BytesIO((as_line(case) + "{}\n").encode()), "cases.json"))
    assert store.lines() == ()
