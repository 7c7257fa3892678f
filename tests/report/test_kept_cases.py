"""`soleus report` of a case that is kept: what was said then, not what would be said today."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import SHOULDER, Invoke
from tests.report.conftest import Page

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.report.html import wording
from soleus.review.store import CaseStore

KB = ("--kb", str(SHOULDER))
Keep = Callable[..., None]
Told = Callable[..., Any]


@pytest.fixture
def keep(shoulder: KnowledgeBase, tmp_path: Path) -> Keep:
    """Keep a case called anna, a version for each set of answers; with `other` the knowledge is said to have been another."""

    def keep(*versions: Mapping[str, Any], other: bool = False) -> None:
        journal = Journal()
        for answers in versions:
            journal = journal.noted(answers)
            result = Consultation.of(shoulder, answers).conclude().to_dict()
            if other:
                result = {**result, "knowledge": {**result["knowledge"], "fingerprint": "f" * 64}, "see_someone": ["What was said then."]}
            CaseStore(str(tmp_path / "cases.db")).keep(journal, "anna", tuple(answers), result)

    return keep


@pytest.fixture
def told(invoke: Invoke, tmp_path: Path) -> Callable[..., Any]:
    """What the report of a case says, as data."""

    def told(*args: str) -> Any:
        done = invoke("report", *args, "--json", "--quick", "--store", str(tmp_path / "cases.db"), *KB)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return told


def test_a_case_is_its_newest_version_and_another_is_named_by_its_number(keep: Keep, told: Told) -> None:
    keep({"began": "at_once"}, {"began": "at_once", "chest_pain": True})
    assert told("anna")["result"]["answers"] == {"began": "at_once", "chest_pain": True}
    first = told("anna@1")
    assert first["result"]["answers"] == {"began": "at_once"}
    assert (first["case"], first["whole"]) == ("anna, version 1", True)


def test_what_other_knowledge_said_is_shown_as_it_was_said(keep: Keep, told: Told, invoke: Invoke, tmp_path: Path) -> None:
    keep({"chest_pain": True}, other=True)
    assert told("anna")["result"]["see_someone"] == ["What was said then."]
    assert not told("anna")["whole"]
    page = invoke("report", "anna", "-o", "-", "--store", str(tmp_path / "cases.db"), *KB).stdout
    assert wording.AS_KEPT in Page(page).text
    assert "What was said then." in page
    assert {link[1:] for link in Page(page).values("href")} <= set(Page(page).values("id"))


def test_the_times_of_the_answers_stand_on_the_page(keep: Keep, told: Told) -> None:
    keep({"chest_pain": True})
    (said,) = [one for section in told("anna")["sections"] for one in section["answers"]]
    assert said["id"] == "chest_pain"
    assert said["time"].endswith(" UTC")


def test_anew_concludes_the_answers_of_the_file_now(keep: Keep, invoke: Invoke, shoulder: KnowledgeBase, case_file: Path, told: Told) -> None:
    keep({"chest_pain": True}, other=True)
    assert told("anna", "--anew")["result"]["knowledge"]["fingerprint"] == shoulder.fingerprint
    assert told("anna", "--anew")["result"]["answers"] == {"chest_pain": False}


def test_anew_finds_a_case_in_the_store_that_is_named(keep: Keep, told: Told, data_home: Path) -> None:
    keep({"chest_pain": True})
    assert not (data_home / "soleus" / "cases.db").exists()
    assert told("anna", "--anew")["result"]["answers"] == {"chest_pain": True}


def test_anew_takes_no_case_of_that_name_out_of_another_store(keep: Keep, told: Told, shoulder: KnowledgeBase, data_home: Path) -> None:
    keep({"chest_pain": True})
    CaseStore().keep(Journal(), "anna", (), Consultation.of(shoulder, {"chest_pain": False}).conclude().to_dict())
    assert told("anna", "--anew")["result"]["answers"] == {"chest_pain": True}


@pytest.fixture
def case_file(data_home: Path, shoulder: KnowledgeBase) -> Path:
    """The file of a follow-up of anna that goes on."""
    from soleus.consultation import cases

    path = data_home / "soleus" / "cases" / "anna.json"
    cases.save(Consultation(shoulder).answer("chest_pain", False), path)
    return path


@pytest.mark.parametrize(("case", "says"), [("anna@2", "has no version 2"), ("ana@1", "Did you mean 'anna'?"), ("anna@0", "anna@0"), ("bob", "bob")])
def test_what_is_not_there_is_told(keep: Keep, invoke: Invoke, tmp_path: Path, case: str, says: str) -> None:
    keep({})
    done = invoke("report", case, "--json", "--store", str(tmp_path / "cases.db"), *KB)
    assert done.exit_code == 1
    assert says in done.stderr
