"""The example sheets are what they say: one without a single answer, and complete ones where care at home can begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers

EXAMPLES = Path(__file__).parents[2] / "examples"
SHEETS = sorted(EXAMPLES.glob("*.yaml"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_self_care_rests_on_no_open_safety_question(base: KnowledgeBase, sheet: Path) -> None:
    result = Consultation.of(base, load_answers(base, sheet)).conclude()
    if result.triage.level == "self_care":
        assert [one.id for one in result.unanswered_safety_questions] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_begins_with_its_story(sheet: Path) -> None:
    assert sheet.read_text("utf-8").startswith("# ")


def test_a_sheet_of_unknowns_holds_no_answer(base: KnowledgeBase) -> None:
    assert load_answers(base, EXAMPLES / "all_unknown.yaml") == {}
