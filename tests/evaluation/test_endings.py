"""How cases end with two bases: what counts as another ending, answers that one side does not take, and the short cut for many cases."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sheets import Sheet, Sheets
from soleus.consultation.result import conclude
from soleus.evaluation import endings
from soleus.evaluation.answer_files import AnswerSheet, read_sheets
from soleus.evaluation.endings import case_changes
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError

Edited = Callable[..., KnowledgeBase]


def test_an_ending_is_what_a_person_is_told(shoulder: KnowledgeBase) -> None:
    sheet: Sheet = {"odd_shape": True, "began": "slowly", "worst": 2, "chest_pain": False, "numb_arm": False}
    (one,), result = endings.endings(shoulder, [sheet]), conclude(shoulder, sheet)
    assert one.triage == result.triage.level == "same_day"
    assert [(each.id, each.words) for each in one.conditions] == [(each.id, each.words) for each in result.conditions[:3]]
    assert [each.id for each in one.causes] == ["too_much"]
    assert one.plan == tuple(item.measure for item in result.plan)
    assert set(one.withheld) == {each.measure for each in result.withheld} == {"arm_circles", "ice_pack"}


def test_a_case_that_ends_otherwise_and_one_that_does_not(shoulder: KnowledgeBase, edited: Edited) -> None:
    other = edited(("when: {odd_shape: yes}\n  then:\n    - refer: same_day", "when: {odd_shape: yes}\n  then:\n    - refer: clinician"))
    (change,) = case_changes(shoulder, other, [AnswerSheet("odd", {"odd_shape": True}), AnswerSheet("plain", {"odd_shape": False})])
    assert change.name == "odd"
    assert (change.before.triage, change.after.triage) == ("same_day", "clinician")


def test_answers_that_a_side_does_not_take_are_told_and_nothing_else_is_lost(shoulder: KnowledgeBase, edited: Edited) -> None:
    other = edited(("slowly", "gradually"), ("odd_shape", "strange_shape"))
    (change,) = case_changes(shoulder, other, [AnswerSheet("one", {"began": "slowly", "odd_shape": True, "chest_pain": True})])
    assert change.refused_before == ()
    assert len(change.refused_after) == 2
    assert "odd_shape" in "".join(change.refused_after)
    assert change.after.triage == "emergency"


def test_a_case_with_refused_answers_is_listed_even_if_it_ends_as_before(shoulder: KnowledgeBase) -> None:
    (change,) = case_changes(shoulder, shoulder, [AnswerSheet("one", {"no_such_question": True})])
    assert not change.ends_differently
    assert change.refused_before
    assert change.refused_after


def test_many_cases_end_in_columns_as_they_do_one_by_one(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded = Sheets(base)
    sheets = [*(seeded.sheet(number) for number in range(30)), *(seeded.cleared(number) for number in range(30))]
    one_by_one = endings.endings(base, sheets)
    monkeypatch.setattr(endings, "MANY", 1)
    in_columns = endings.endings(base, sheets)
    assert in_columns == one_by_one
    assert any(one.plan for one in in_columns)
    assert any(one.spare for one in in_columns)


def test_without_numpy_every_case_is_concluded(shoulder: KnowledgeBase, edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "MANY", 1)
    monkeypatch.setattr(endings, "find_spec", lambda _: None)
    other = edited(("over: 3", "over: 2"))
    assert case_changes(shoulder, other, [AnswerSheet("fell", {"numb_arm": True, "fall_height": 2.5})])
    assert case_changes(shoulder, other, [AnswerSheet("stood", {"numb_arm": True, "fall_height": 1})]) == ()


# Files of answers


def test_answer_files_saved_cases_and_case_sheets_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("began: slowly\n")
    (tmp_path / "b.json").write_text(json.dumps({"soleus_case": 1, "answers": {"began": "slowly"}}))
    (tmp_path / "c.yml").write_text("source: a book\nanswers: {began: slowly}\n")
    (tmp_path / "notes.md").write_text("nothing")
    assert [(one.name, dict(one.answers)) for one in read_sheets(tmp_path)] == [(name, {"began": "slowly"}) for name in "abc"]
    assert [one.name for one in read_sheets(tmp_path / "a.yaml")] == ["a"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("- 1\n", "Answers are a mapping"), ("answers: 3\n", "not 3"), ("a: [1\n", "not valid YAML"), ("", "Answers are a mapping")],
)
def test_a_file_without_answers_is_refused_with_its_name(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bad.yaml").write_text(text)
    with pytest.raises(AnswerError) as error:
        read_sheets(tmp_path)
    assert "bad.yaml" in str(error.value)
    assert words in str(error.value)


def test_a_folder_without_answers_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "holds no answers"), (tmp_path / "gone.yaml", "cannot be read")):
        with pytest.raises(AnswerError, match=words):
            read_sheets(path)
