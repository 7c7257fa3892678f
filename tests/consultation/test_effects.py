"""How common answers are taken to be, what an answer could change, and what is said of it to the person who asks why."""

from __future__ import annotations

import pytest

from soleus import Consultation, KnowledgeBase
from soleus.consultation.commonness import common_answers
from soleus.consultation.effects import Effects
from soleus.consultation.stakes import stakes
from soleus.inference.program import Program
from soleus.knowledge.answers import check_answer
from soleus.knowledge.conditions import InBand, walk
from soleus.knowledge.problems import AnswerError


@pytest.fixture(scope="module")
def effects(program: Program, base: KnowledgeBase) -> Effects:
    return Effects(program, Consultation(base).questions)


def test_shares_sum_to_one_and_every_answer_is_one_that_the_question_takes(program: Program) -> None:
    for name, answers in common_answers(program).items():
        assert sum(one.share for one in answers) == pytest.approx(1)
        assert all(one.share > 0 for one in answers)
        for one in answers:
            assert check_answer(program.base, name, one.value) == one.value


def test_every_tested_band_of_numbers_has_an_answer_in_it(program: Program) -> None:
    common = common_answers(program)
    bands = [part for rule in program.base.rules.values() for part in walk(rule.when) if isinstance(part, InBand)]
    assert bands
    for part in bands:
        held = {part.band.holds(float(one.value)) for one in common[part.observable]}
        assert held == {True, False}, part


def test_a_written_share_counts(program: Program, base: KnowledgeBase) -> None:
    common = {name: {one.value: one.share for one in answers} for name, answers in common_answers(program).items()}
    assert base.observables["bruise"].how_common == {"small": "uncommon", "large": "rare"}
    assert common["bruise"]["none"] > common["bruise"]["small"] > common["bruise"]["large"]
    assert common["weekly_jump"][True] > common["leg_swollen"][True] > common["coughing_blood"][True]


def test_a_question_that_is_answered_or_closed_has_no_effect(effects: Effects) -> None:
    assert effects.of({}, []) == ()
    (one,) = effects.of({"pain_onset": "gradual"}, ["pain_onset"])
    assert (one.triage, one.first, one.ranking, one.causes, one.plan) == (0, 0, 0, 0, 0)


def test_effects_are_those_of_fresh_consultations(effects: Effects, base: KnowledgeBase) -> None:
    """With one question open there is one picture, and the effect can be added up by hand."""
    answers = {"pain_site": "achilles", "morning_stiffness": True, "pain_onset": "gradual"}
    (one,) = effects.of(answers, ["tendon_pinch"])
    now = Consultation.of(base, answers).conclude().conditions[0].id
    changed = sum(
        answer.share
        for answer in common_answers(effects.program)["tendon_pinch"]
        if Consultation.of(base, {**answers, "tendon_pinch": answer.value}).conclude().conditions[0].id != now
    )
    assert one.first == pytest.approx(changed)


def test_stakes_name_what_an_answer_could_make_of_it(base: KnowledgeBase) -> None:
    first = stakes(Consultation(base), "emergency_signs")
    assert first.levels[0] == "emergency"
    assert "pulmonary_embolism" in first.first
    assert stakes(Consultation(base), "toe_strength").levels == ()


def test_stakes_of_an_answered_question_look_at_the_other_answers(base: KnowledgeBase) -> None:
    talk = Consultation(base).answer("emergency_signs", {"breathless": True})
    assert stakes(talk, "emergency_signs").levels == stakes(Consultation(base), "emergency_signs").levels


@pytest.mark.parametrize("name", ["leg_swollen", "clot_sign"])
def test_stakes_are_those_of_a_whole_question(base: KnowledgeBase, name: str) -> None:
    """An item of a checklist, or a name that is none, must not pass for a question on which nothing hangs."""
    with pytest.raises(AnswerError, match="clot_signs"):
        stakes(Consultation(base), name)
