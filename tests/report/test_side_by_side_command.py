"""`soleus compare`: how versions are named, what a file does, and what is said where there is nothing to compare."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import SHOULDER, Invoke, talk  # noqa: F401 - a fixture
from tests.report.conftest import Page
from tests.report.test_side_by_side import FIRST, SECOND, WELL

from soleus import Consultation, KnowledgeBase
from soleus.consultation import cases, journal
from soleus.consultation.journal import Journal
from soleus.review import store
from soleus.review.store import CaseStore

KB = ("--kb", str(SHOULDER))


@pytest.fixture(autouse=True)
def _no_store_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOLEUS_STORE", raising=False)


@pytest.fixture
def anna(shoulder: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """The case `anna` with three versions, in the user's own store: less pain, then an odd shape."""
    kept, notes = CaseStore(), Journal()
    for time, answers in ((FIRST, WELL), (SECOND, {**WELL, "worst": 3}), ("2026-03-01T08:00:00Z", {**WELL, "worst": 3, "odd_shape": True})):
        for module in (journal, store):
            monkeypatch.setattr(module, "now", lambda time=time: time)
        notes = notes.noted(answers)
        kept.keep(notes, "anna", (), Consultation.of(shoulder, answers).conclude().to_dict())
    return kept


def data(invoke: Invoke, *args: str, text: str | None = None) -> Any:
    done = invoke("compare", *args, *KB, "--json", text=text)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def sides(said: Any) -> list[tuple[str, int]]:
    return [(said[side]["case"], said[side]["version"]) for side in ("then", "now")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(("anna",), (2, 3)), (("anna@2",), (1, 2)), (("anna@1", "anna@3"), (1, 3)), (("anna", "anna@1"), (1, 3)), (("anna@2", "anna@2"), (2, 2))],
)
def test_versions_are_named_and_the_earlier_one_comes_first(
    invoke: Invoke, anna: CaseStore, typed: tuple[str, ...], expected: tuple[int, int]
) -> None:
    assert sides(data(invoke, *typed)) == [("anna", number) for number in expected]


def test_the_terminal_and_the_page_say_the_same(invoke: Invoke, anna: CaseStore, tmp_path: Path) -> None:
    done = invoke("compare", "anna", *KB, "--plain")
    assert done.exit_code == 0, done.stderr
    assert "ANNA: VERSION 2 AND VERSION 3" in done.stdout
    assert "15 days later, the level of care is more urgent: Self-care → Today." in done.stdout
    assert "odd shape: no → yes, since 2026-03-01" in done.stdout
    page = tmp_path / "anna.html"
    made = invoke("compare", "anna", *KB, "-o", str(page))
    assert (made.exit_code, made.stdout) == (0, "")
    assert made.stderr == f"The comparison is in {page}.\n"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "15 days later, the level of care is more urgent: Self-care → Today." in Page(page.read_text("utf-8")).text
    assert invoke("compare", "anna", *KB, "-o", "-").stdout == page.read_text("utf-8")


def test_another_store_and_another_case(invoke: Invoke, anna: CaseStore, shoulder: KnowledgeBase, tmp_path: Path) -> None:
    anna.keep(Journal(), "ben", (), Consultation.of(shoulder, WELL).conclude().to_dict())
    assert sides(data(invoke, "anna@1", "ben")) == [("anna", 1), ("ben", 1)]
    other = str(tmp_path / "other.db")
    CaseStore(other)
    assert "There is no case 'anna' in the case store" in invoke("compare", "anna", "--store", other, *KB).stderr


def test_a_case_beside_an_answer_file(invoke: Invoke, anna: CaseStore, tmp_path: Path) -> None:
    (tmp_path / "now.yaml").write_text("{worst: 9, chest_pain: yes}")
    said = data(invoke, "anna", str(tmp_path / "now.yaml"))
    assert sides(said) == [("anna", 3), ("now", 0)]
    assert said["days"] is None
    assert "now: never kept, but concluded just now, with the knowledge of today." in said["notices"]
    assert str(tmp_path) not in json.dumps(said), "the folder of a file is nobody's business"
    piped = data(invoke, "-", "anna", text="{worst: 9}")
    assert sides(piped) == [("standard input", 0), ("anna", 3)]


def test_a_case_file_brings_the_times_of_its_answers(invoke: Invoke, anna: CaseStore, shoulder: KnowledgeBase, tmp_path: Path) -> None:
    path, answers = tmp_path / "file.json", {**WELL, "worst": 1}
    notes = Journal(answers=answers, times={"worst": "2026-04-01T00:00:00Z"})
    cases.save(Consultation.of(shoulder, answers), path, notes)
    said = data(invoke, "anna@2", str(path))
    assert [(one["id"], one["said_now"], one["since"]) for one in said["answers"]] == [("worst", "1/10", "2026-04-01T00:00:00Z")]


def test_two_files_open_no_store(invoke: Invoke, tmp_path: Path, data_home: Path) -> None:
    for name, worst in (("a", 3), ("b", 9)):
        (tmp_path / f"{name}.yaml").write_text(f"{{worst: {worst}}}")
    assert sides(data(invoke, str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))) == [("a", 0), ("b", 0)]
    assert not (data_home / "soleus" / "cases.db").exists()


def test_a_consultation_that_goes_on_in_its_file_alone_is_a_file(
    invoke: Invoke,
    talk: Invoke,  # noqa: F811 - a fixture
    anna: CaseStore,
) -> None:
    talk("none", args=("--save", "begun"))
    assert sides(data(invoke, "anna", "begun")) == [("anna", 3), ("begun", 0)]
    assert "'begun' is not in the case store, so it has no versions. Name what to compare it with." in invoke("compare", "begun", *KB).stderr


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("anna@1",), 1, "anna@1 is the first version, and nothing before it to compare it with. Name another case or a file as well, or go on"),
        (("anna@1", "anna@9"), 1, "The case anna has no version 9. Its newest is 3."),
        (("ana",), 1, "There is no case 'ana' in the case store"),
        (("ana",), 1, "Did you mean 'anna'?"),
        (("ben@1", "anna"), 1, "There is no case 'ben' in the case store"),
        (("anna", "nowhere.yaml"), 1, "There is no case or file 'nowhere.yaml'."),
        (("nowhere.yaml",), 1, "'nowhere.yaml' is not in the case store"),
        (("anna@0",), 1, "'anna@0' is not in the case store"),
        (("anna", "--json", "-o", "x.html"), 2, "Give one of the two"),
        (("anna", "-o", "x.txt"), 2, "-o needs a name that ends in .html."),
        (("-", "-"), 2, "Standard input can be read once"),
        (("anna\x1b[31m", "anna"), 1, "is neither a name nor a file"),
        ((), 2, "Missing argument 'CASE'"),
    ],
)
def test_what_cannot_be_compared_is_told_with_the_way_out(invoke: Invoke, anna: CaseStore, typed: tuple[str, ...], code: int, said: str) -> None:
    done = invoke("compare", *typed, *KB)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


def test_a_case_with_one_version_says_so_and_the_way_out(invoke: Invoke, anna: CaseStore, shoulder: KnowledgeBase) -> None:
    anna.keep(Journal(), "ben", (), Consultation.of(shoulder, WELL).conclude().to_dict())
    done = invoke("compare", "ben", *KB)
    assert done.exit_code == 1
    assert done.stderr.startswith("The case ben has one version only, and nothing before it to compare it with.")
    assert "soleus consult --resume ben" in done.stderr


def test_what_was_kept_is_compared_whatever_the_knowledge_is_today(invoke: Invoke, anna: CaseStore) -> None:
    """Without --kb the knowledge of today asks none of these questions: the ids stand for their words."""
    done = invoke("compare", "anna@1", "anna@2", "--json")
    said = json.loads(done.stdout)
    assert [(one["short"], one["said_then"], one["said_now"]) for one in said["answers"]] == [("worst", "6", "3")]
    assert said["now"]["title"] == "Self-care"
    assert said["same_knowledge"] is True
