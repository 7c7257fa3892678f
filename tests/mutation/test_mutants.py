"""The mistakes that are made: which there are of each kind, on a small base, and that each is made once and is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutation.conditions import slips
from mutation.mutants import Mutant, mutants, place_of
from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge import conditions as c
from soleus.knowledge.files import read_files
from soleus.knowledge.model import KnowledgeBase

SHOULDER = Path(__file__).parents[1] / "cli" / "shoulder"
YES, NO = c.OneOf("reach", (True,)), c.OneOf("reach", (False,))
SLOW = c.OneOf("began", ("slowly", "back"))
TRUE = c.All(())


@pytest.fixture(scope="module")
def shoulder() -> KnowledgeBase:
    return KnowledgeBase.load(SHOULDER)


def band(**ends: object) -> c.InBand:
    return c.InBand("fall_height", c.Band(**ends))  # type: ignore[arg-type]


def whole(**ends: object) -> c.InBand:
    return c.InBand("spells", c.Band(**ends))  # type: ignore[arg-type]


MISTAKES: list[tuple[c.Condition, list[c.Condition]]] = [
    (YES, [NO]),
    (SLOW, [c.NoneOf((SLOW,)), c.OneOf("began", ("back",)), c.OneOf("began", ("slowly",))]),
    (c.Answered("clicks", True), [c.Answered("clicks", False)]),
    (c.Derived(("unsafe",)), [c.NoneOf((c.Derived(("unsafe",)),))]),
    (c.ScoreTest("signs", 2), [c.Unless((c.ScoreTest("signs", 2),)), c.ScoreTest("signs", 1), c.ScoreTest("signs", 3)]),
    (c.TriageTest("clinician"), [c.Unless((c.TriageTest("clinician"),)), c.TriageTest("same_day")]),
    (c.TriageTest("emergency"), [c.Unless((c.TriageTest("emergency"),)), c.TriageTest("same_day")]),
    (band(low=3), [c.NoneOf((band(low=3),)), band(low=3, low_in=False), band(low=2)]),
    (band(low=3, low_in=False), [c.NoneOf((band(low=3, low_in=False),)), band(low=3), band(low=4, low_in=False)]),
    (band(high=20), [c.NoneOf((band(high=20),)), band(high=20, high_in=False)]),
    (whole(low=3), [c.NoneOf((whole(low=3),)), whole(low=2), whole(low=4)]),
    (whole(high=0), [c.NoneOf((whole(high=0),)), whole(high=1)]),
    (c.All((YES, SLOW)), [SLOW, YES, c.All((NO, SLOW)), c.All((YES, c.NoneOf((SLOW,))))]),
    (c.NoneOf((YES,)), [c.NoneOf((NO,)), c.Unless((YES,))]),
    (c.Unless((YES,)), [c.Unless((NO,)), c.NoneOf((YES,))]),
    (c.AtLeast(1, (YES, SLOW)), [c.AtLeast(1, (SLOW,)), c.AtLeast(1, (YES,)), c.AtLeast(1, (NO, SLOW)), c.AtLeast(2, (YES, SLOW))]),
    (c.AtLeast(2, (YES, SLOW)), [c.AtLeast(1, (SLOW,)), c.AtLeast(1, (YES, SLOW))]),
]


def _plain(condition: c.Condition) -> c.Condition:
    """A group of one part that only holds it together is that part."""
    return condition.parts[0] if isinstance(condition, c.All | c.AnyOf) and len(condition.parts) == 1 else condition


@pytest.mark.parametrize(("condition", "expected"), MISTAKES)
def test_the_mistakes_in_a_condition(shoulder: KnowledgeBase, condition: c.Condition, expected: list[c.Condition]) -> None:
    found = [_plain(slip.condition) for slip in slips(shoulder, condition)]
    assert TRUE in found, "its condition may be forgotten altogether"
    assert [one for one in expected if one not in found] == []
    if not isinstance(condition, c.All | c.AtLeast):
        assert len(found) == len(expected) + 1


def _of(shoulder: KnowledgeBase, rule: str) -> list[Mutant]:
    return [mutant for mutant in mutants(shoulder) if mutant.rule.id == rule]


CONCLUSIONS = [
    ("slow-pain-is-soreness", "weaken an argument", 2),
    ("slow-pain-is-soreness", "turn an argument", 3),
    ("slow-pain-is-soreness", "drop a conclusion", 3),
    ("a-high-fall-needs-help", "lower a level", 2),
    ("an-odd-shape-needs-someone", "lower a level", 2),
    ("no-exercise-until-seen", "remove a precaution", 3),
    ("circles-for-soreness", "drop a conclusion", 2),
    ("one-moment-adds", "weaken an argument", 1),
]


@pytest.mark.parametrize(("rule", "kind", "count"), CONCLUSIONS)
def test_the_mistakes_in_conclusions(shoulder: KnowledgeBase, rule: str, kind: str, count: int) -> None:
    assert len([mutant for mutant in _of(shoulder, rule) if mutant.kind == kind]) == count


def test_a_rule_whose_only_conclusion_is_dropped_is_gone(shoulder: KnowledgeBase) -> None:
    assert None in [mutant.mutated for mutant in _of(shoulder, "one-moment-adds")]


def test_precautions_red_flags_and_what_they_rest_on_are_guards(shoulder: KnowledgeBase) -> None:
    guards = {mutant.rule.id for mutant in mutants(shoulder) if mutant.guards}
    written = {"danger-is-an-emergency", "a-high-fall-needs-help", "an-odd-shape-needs-someone", "no-exercise-until-seen"}
    assert {rule for rule in guards if not rule.startswith(TRIAGE_RULE)} == written


def test_every_mutant_has_a_name_of_its_own_and_differs_from_its_rule(base: KnowledgeBase) -> None:
    some = mutants(base)
    assert len({mutant.id for mutant in some}) == len(some)
    assert all(mutant.mutated != mutant.rule for mutant in some)


def test_every_mutant_has_a_file_and_a_line(base: KnowledgeBase) -> None:
    folder = Path(__file__).parents[2] / "kb"
    written = {name: content.decode("utf-8") for name, content in read_files(folder).items()}
    for rule in {mutant.rule.id: mutant.rule for mutant in mutants(base)}.values():
        name, _, line = place_of(base, rule, written).rpartition(":")
        kind, item = ("condition", rule.id.removeprefix(TRIAGE_RULE)) if rule.id.startswith(TRIAGE_RULE) else ("rule", rule.id)
        assert written[name].splitlines()[int(line) - 1].startswith(f"- {kind}: {item}")
