"""Why-not tells the truth about every part of every rule, and counts what is missing rightly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.sheets import Sheets

from soleus import KnowledgeBase
from soleus.explanation.nearness import PartState, beside
from soleus.explanation.subjects import NoSubjectError, is_concluded, known_from, subject_of
from soleus.explanation.why_not import WhyNot, why_not
from soleus.inference.forward import infer
from soleus.inference.program import compile_program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import GROUPS, LEVELS
from soleus.knowledge.parsing import Reader


@pytest.mark.parametrize("seed", range(0, 80, 5))
def test_a_rule_fired_exactly_when_nothing_of_it_is_missing(base: KnowledgeBase, seed: int) -> None:
    program = compile_program(base)
    inference = infer(program, Sheets(base).sheet(seed))
    known = known_from(inference)
    fired = {step.rule for step in inference.steps if step.kind == "rule"}
    for rule in program.rules.values():
        part = beside(rule.when, known)
        assert (part.missing == 0) is part.fits is (rule.id in fired), rule.id
        for one in _parts(part):
            assert one.state == {True: "held", False: "failed", None: "unknown"}[evaluate(one.part, known)]
            assert (one.missing == 0) is one.fits
            if isinstance(one.part, GROUPS):
                assert one.missing <= sum(inner.missing for inner in one.parts)


def _parts(part: PartState) -> Iterator[PartState]:
    yield part
    for one in part.parts:
        yield from _parts(one)


@pytest.mark.parametrize("seed", [0, 21])
def test_every_rule_that_could_conclude_it_is_there_once(base: KnowledgeBase, seed: int) -> None:
    """Those that fired as arguments, advice or proof; the others as near rules, nearest first."""
    program = compile_program(base)
    inference = infer(program, Sheets(base).sheet(seed))
    fired = {step.rule for step in inference.steps if step.kind == "rule"}
    for name in (*base.hypotheses, *base.findings, *base.measures, *LEVELS):
        why = why_not(base, inference.answers, name)
        assert why.concluded is is_concluded(inference, subject_of(program, name))
        assert not {near.rule for near in why.rules} & fired
        assert [near.missing for near in why.rules] == sorted(near.missing for near in why.rules)
        assert all(near.missing for near in why.rules)
        if why.withheld_by:
            assert [one.rule for one in why.withheld_by] == list(inference.withheld[name])
        if name in inference.support:
            said = [(one.rule, one.counted) for one in (*why.arguments_for, *why.arguments_against)]
            assert sorted(said) == sorted((one.rule, one.counted) for one in inference.support[name].arguments)


def _missing(written: dict[str, object], known: Known) -> int:
    return beside(Reader().condition(_frozen(written), ()), known).missing


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


A, B, C = {"a": True}, {"b": True}, {"c": True}


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ({"a": True}, 0),
        ({"b": True}, 1),
        ({"c": True}, 1),
        ({"all": [A, B, C]}, 2),
        ({"any": [B, C]}, 1),
        ({"any": [{"all": [B, C]}, {"all": [A, B]}]}, 1),
        ({"none": [A, B, C]}, 2),
        ({"unless": [A, B, C]}, 1),
        ({"unless": [{"all": [A, B]}, C]}, 0),
        ({"none": [{"all": [A, C]}]}, 1),
        ({"none": [{"any": [A, C]}]}, 2),
        ({"at_least": {"count": 2, "of": [A, B, C]}}, 1),
        ({"none": [{"at_least": {"count": 2, "of": [A, B, C]}}]}, 1),
        ({"none": [{"none": [A, C]}]}, 0),
        ({"none": [{"none": [B, C]}]}, 1),
        ({"c": "known"}, 1),
        ({"a": "unknown"}, 1),
    ],
)
def test_the_least_that_is_missing(written: dict[str, object], missing: int) -> None:
    """With a yes to a, a no to b, and c not known."""
    assert _missing(written, Known({"a": True, "b": False})) == missing


def _near(why: WhyNot, rule: str) -> PartState:
    return next(near.condition for near in why.rules if near.rule == rule)


def test_a_failed_part_holds_the_value_that_it_saw(base: KnowledgeBase) -> None:
    why = why_not(base, {"hip_strength": "steady", "pain_onset": "gradual"}, "hip_weakness")
    tests = {one.part.observable: one for one in _near(why, "weak-hips-load-the-calf").tests() if hasattr(one.part, "observable")}
    assert (tests["hip_strength"].state, tests["hip_strength"].seen.answers) == ("failed", (("hip_strength", "steady"),))
    assert tests["pain_onset"].state == "held"


def test_an_open_part_is_not_known(base: KnowledgeBase) -> None:
    why = why_not(base, {"pain_onset": "gradual"}, "weak-hips-load-the-calf")
    assert why.about == "rule"
    tests = [one for one in why.rules[0].condition.tests() if not one.fits]
    assert [(one.state, one.seen.answers) for one in tests] == [("unknown", ())]


def test_what_was_concluded_says_so(base: KnowledgeBase) -> None:
    assert why_not(base, {"chest_pain": True}, "emergency").concluded


def test_the_triage_itself_always_is(base: KnowledgeBase) -> None:
    with pytest.raises(NoSubjectError, match="emergency, same_day, clinician, self_care"):
        why_not(base, {}, "triage")
