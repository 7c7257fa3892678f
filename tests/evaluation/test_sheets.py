"""Case sheets: what is read from one, and what every refusal says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from soleus.evaluation.cases import load_cases
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError

Write = Callable[..., Path]

WHOLE = """\
source: A book, page 1
retold: An elbow is sore.
answers:
  sore: yes
  swollen: not sure
  age: 42
accepted: [worn_joint, tennis_elbow]
triage: clinician
confirmed: no
causes: [racket]
"""

LEAST = "source: A book\nanswers: {}\naccepted: []\ntriage: same_day\n"


def refused(base: KnowledgeBase, folder: Path) -> list[str]:
    """What is said of the sheets in a folder that cannot be used."""
    with pytest.raises(AnswerError) as error:
        load_cases(base, folder)
    return [str(problem) for problem in error.value.problems]


def test_a_whole_sheet_is_read(elbow: KnowledgeBase, write: Write) -> None:
    (case,) = load_cases(elbow, write(first=WHOLE))
    assert case.name == "first"
    assert case.source == "A book, page 1"
    assert case.answers == {"sore": True, "age": 42}
    assert case.accepted == ("worn_joint", "tennis_elbow")
    assert case.triage == "clinician"
    assert case.confirmed is False
    assert case.causes == ("racket",)


def test_what_a_sheet_may_leave_out(elbow: KnowledgeBase, write: Write) -> None:
    (case,) = load_cases(elbow, write(first=LEAST))
    assert case.answers == {}
    assert case.accepted == ()
    assert case.confirmed is True
    assert case.causes == ()


def test_cases_come_by_name_and_other_files_are_left_alone(elbow: KnowledgeBase, write: Write) -> None:
    folder = write(b=LEAST, c=LEAST, a=LEAST)
    (folder / "README.md").write_text("About these cases.")
    assert [case.name for case in load_cases(elbow, folder)] == ["a", "b", "c"]


def test_a_folder_may_be_named_by_a_text(elbow: KnowledgeBase, write: Write) -> None:
    assert len(load_cases(elbow, str(write(a=LEAST)))) == 1


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_sheets_is_refused(elbow: KnowledgeBase, tmp_path: Path, name: str) -> None:
    (said,) = refused(elbow, tmp_path / name)
    assert "This folder holds no case sheets." in said
    assert "Name a folder of .yaml files, one case each." in said


REFUSALS = [
    ("- sore\n", ["bad.yaml:1: A case sheet is a mapping, not ['sore'].", "Its keys are source, retold, answers, accepted, triage"]),
    (LEAST + "note: x\n", ["bad.yaml:5: A case sheet has no key 'note'."]),
    (LEAST + "cause: []\n", ["bad.yaml:5: A case sheet has no key 'cause'.", "Did you mean 'causes'?"]),
    (LEAST.replace("source: A book\n", ""), ["The case sheet lacks 'source'."]),
    (LEAST.replace("answers: {}\n", ""), ["The case sheet lacks 'answers'."]),
    (LEAST.replace("accepted: []\n", ""), ["The case sheet lacks 'accepted'."]),
    (LEAST.replace("triage: same_day\n", ""), ["The case sheet lacks 'triage'."]),
    (LEAST.replace("same_day", "sameday"), ["bad.yaml:4: Unknown triage level 'sameday'.", "Did you mean 'same_day'?"]),
    (LEAST.replace("same_day", "yes"), ["bad.yaml:4: Unknown triage level yes."]),
    (LEAST.replace("same_day", "[same_day]"), ["bad.yaml:4: Unknown triage level ['same_day']."]),
    (LEAST + "confirmed: perhaps\n", ["bad.yaml:5: 'confirmed' is yes or no."]),
    (LEAST.replace("[]", "worn_joint"), ["bad.yaml:3: 'accepted' is a list of ids, not 'worn_joint'."]),
    (LEAST.replace("[]", "[worn_joints]"), ["bad.yaml:3: Unknown id 'worn_joints' in 'accepted'.", "Did you mean 'worn_joint'?"]),
    (LEAST.replace("[]", "[racket]"), ["bad.yaml:3: Unknown id 'racket' in 'accepted'."]),
    (LEAST + "causes: {racket: yes}\n", ["bad.yaml:5: 'causes' is a list of ids, not {racket: yes}."]),
    (LEAST + "causes: [racquet]\n", ["bad.yaml:5: Unknown id 'racquet' in 'causes'.", "Did you mean 'racket'?"]),
    (LEAST + "causes: [3, [racket]]\n", ["Unknown id 3 in 'causes'.", "Unknown id ['racket'] in 'causes'."]),
    (WHOLE.replace("sore: yes", "sores: yes"), ["bad.yaml:4: Unknown observable 'sores'.", "Did you mean 'sore'?"]),
    (WHOLE.replace("age: 42", "age: 142"), ["bad.yaml:6: 'age' must be from 10 to 100 (years): 142 lies outside."]),
    (LEAST.replace("{}", "sore"), ["bad.yaml:2: Answers are a mapping of observable to value, not 'sore'."]),
    (LEAST.replace("{}", ""), ["bad.yaml: There are no answers here."]),
    ("", ["A case sheet is a mapping, not nothing."]),
    ("source: [a\n", ["bad.yaml:", "This is not valid YAML"]),
    (LEAST + "triage: same_day\n", ["bad.yaml:5:", "'triage'"]),
    (LEAST.replace("A book", "&a A book"), ["bad.yaml:1:"]),
]


@pytest.mark.parametrize(("text", "words"), REFUSALS)
def test_a_bad_sheet_is_refused_with_its_place_and_the_way_out(elbow: KnowledgeBase, write: Write, text: str, words: list[str]) -> None:
    said = "\n".join(refused(elbow, write(bad=text)))
    for word in words:
        assert word in said


def test_a_sheet_that_cannot_be_read_is_named(elbow: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (said,) = refused(elbow, tmp_path)
    assert said.startswith("folder.yaml: It cannot be read:")


def test_everything_wrong_is_said_at_once(elbow: KnowledgeBase, write: Write) -> None:
    one = LEAST.replace("same_day", "later") + "confirmed: 1\ncauses: [luck]\nnote: x\n"
    said = refused(elbow, write(a=one, b=LEAST, c=WHOLE.replace("42", "forty")))
    assert [line.split(":")[:2] for line in said] == [["a.yaml", "4"], ["a.yaml", "5"], ["a.yaml", "6"], ["a.yaml", "7"], ["c.yaml", "6"]]


def test_an_id_that_is_a_mapping_is_refused(elbow: KnowledgeBase, write: Write) -> None:
    assert "'accepted'" in refused(elbow, write(bad=LEAST.replace("[]", "[{worn_joint: yes}]")))[0]


@pytest.mark.parametrize("text", [LEAST.replace("A book", "[a, book]"), LEAST.replace("A book", ""), LEAST + "retold: 7\n"])
def test_source_and_retold_are_texts(elbow: KnowledgeBase, write: Write, text: str) -> None:
    assert refused(elbow, write(bad=text))


def test_wrong_answers_are_said_together_with_the_rest(elbow: KnowledgeBase, write: Write) -> None:
    assert len(refused(elbow, write(bad=LEAST.replace("{}", "{sores: yes}") + "note: x\n"))) == 2


def test_a_missing_triage_is_said_once(elbow: KnowledgeBase, write: Write) -> None:
    assert len(refused(elbow, write(bad=LEAST.replace("triage: same_day\n", "")))) == 1
