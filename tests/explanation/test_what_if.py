"""What-if is the difference between two consultations, neither more nor less."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.sheets import Sheet, Sheets, values_of

from soleus import AnswerError, Consultation, KnowledgeBase, Result
from soleus.explanation.what_if import Difference, what_if
from soleus.knowledge.conditions import WORDS


def _changed(base: KnowledgeBase, seed: int) -> tuple[Sheet, dict[str, Any]]:
    """A sheet and one to six other answers for it, some of them taken away."""
    rng = random.Random(seed)
    sheet = Sheets(base).cleared(seed) if seed % 3 else Sheets(base).sheet(seed)
    values = values_of(base)
    names = rng.sample(sorted(values), rng.randint(1, 6))
    return sheet, {name: rng.choice((*values[name], None)) for name in names}


def _words(ranked: Any) -> dict[str, tuple[str, int | None]]:
    """Of each hypothesis the word, and its rank among those that are named."""
    named = [one.id for one in ranked if one.words != WORDS[0]]
    return {one.id: (one.words.replace(" ", "_"), named.index(one.id) + 1 if one.id in named else None) for one in ranked}


def _assert_equal(base: KnowledgeBase, found: Difference, before: Result, after: Result) -> None:
    levels = (before.triage.level, after.triage.level)
    assert (found.triage is None) == (levels[0] == levels[1])
    assert found.triage is None or (found.triage.before, found.triage.after) == levels
    for standings, one, other in ((found.conditions, before.conditions, after.conditions), (found.causes, before.causes, after.causes)):
        old, new = _words(one), _words(other)
        unnamed = (WORDS[0], None)
        expected = {name: (old.get(name, unnamed), new.get(name, unnamed)) for name in old | new}
        expected = {name: pair for name, pair in expected.items() if pair[0] != pair[1]}
        assert {each.id: ((each.before, each.rank_before), (each.after, each.rank_after)) for each in standings} == expected
    _assert_lists(found, before, after)
    assert (found.open_before, found.open_after) == (len(before.unanswered_safety_questions), len(after.unanswered_safety_questions))
    assert {one.observable: (one.before, one.after) for one in found.answers} == {
        name: (before.answers.get(name), after.answers.get(name)) for name in base.observables if before.answers.get(name) != after.answers.get(name)
    }


def _assert_lists(found: Difference, before: Result, after: Result) -> None:
    findings = [{one.id for one in result.findings} for result in (before, after)]
    plans = [{one.measure for one in result.plan} for result in (before, after)]
    withheld = [{one.measure: one.reasons for one in result.withheld} for result in (before, after)]
    assert {one.id for one in found.found} == findings[1] - findings[0]
    assert {one.id for one in found.no_longer_found} == findings[0] - findings[1]
    assert {one.id for one in found.advised} == plans[1] - plans[0]
    assert {one.id for one in found.no_longer_advised} == plans[0] - plans[1]
    assert {one.id: one.because for one in found.withheld} == {name: why for name, why in withheld[1].items() if name not in withheld[0]}
    assert {one.id for one in found.released} == set(withheld[0]) - set(withheld[1])


@pytest.mark.parametrize("seed", range(24))
def test_it_equals_a_fresh_consultation(base: KnowledgeBase, seed: int) -> None:
    sheet, changes = _changed(base, seed)
    before = Consultation.of(base, sheet).conclude()
    after = Consultation.of(base, {**sheet, **changes}).conclude()
    _assert_equal(base, what_if(base, sheet, changes), before, after)


def test_the_same_answers_change_nothing(base: KnowledgeBase) -> None:
    sheet = Sheets(base).sheet(4)
    found = what_if(base, sheet, dict(list(sheet.items())[:3]))
    assert found.is_empty
    assert found.answers == ()


def test_the_most_important_standing_comes_first(base: KnowledgeBase) -> None:
    for seed in range(12):
        found = what_if(base, *_changed(base, seed))
        steps = [abs(WORDS.index(one.after) - WORDS.index(one.before)) for one in found.conditions]
        assert steps == sorted(steps, reverse=True)


def test_a_level_says_what_asks_for_it_now(base: KnowledgeBase) -> None:
    found = what_if(base, {}, {"chest_pain": True})
    assert found.triage is not None
    assert found.triage.after == "emergency"
    assert all(because.endswith(".") for because in found.triage.because)
    assert found.triage.because


def test_everything_that_is_wrong_with_the_answers_is_said_at_once(base: KnowledgeBase) -> None:
    with pytest.raises(AnswerError) as error:
        what_if(base, {}, {"age": 500, "leg_swolen": True})
    assert "500 lies outside" in str(error.value)
    assert "leg_swollen" in str(error.value)
