"""Single points of the language on small bases: what is known not to hold, what is complete when, and in which order rules run."""

from __future__ import annotations

from typing import Any

import pytest

from inference.handmade import Rules, Written, knowledge
from soleus.inference.forward import ForwardEngine, Inference
from soleus.inference.productions import flatten
from soleus.inference.program import compile_program
from soleus.knowledge.strata import STRATA, stratum_of

ARGUE: Written = {"argue": {"for": "strain", "strength": "weak", "evidence": "sign"}}
YES, NO, UNKNOWN = {"a": True}, {"a": False}, {"b": True}


def infer(rules: Rules, answers: dict[str, Any]) -> Inference:
    """What a fresh engine makes of the answers."""
    return ForwardEngine(compile_program(knowledge(rules))).infer(answers)


def fires(when: Written, answers: dict[str, Any], *others: Any) -> bool:
    """Whether a rule with this condition fires, beside the others."""
    return ("rule", "r0") in {(step.kind, step.rule) for step in infer([(when, [ARGUE]), *others], answers).steps}


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"a": True}, (True, False, False)),
        ({"a": "known"}, (True, True, False)),
        ({"a": "unknown"}, (False, False, True)),
        ({"none": [{"a": True}]}, (False, True, False)),
        ({"unless": [{"a": True}]}, (False, True, True)),
        ({"none": [{"none": [{"a": True}]}]}, (True, False, False)),
        ({"none": [{"unless": [{"a": True}]}]}, (True, False, False)),
        ({"unless": [{"none": [{"a": True}]}]}, (True, False, True)),
        ({"unless": [{"unless": [{"a": True}]}]}, (True, False, False)),
        ({"none": [{"a": "known"}]}, (False, False, True)),
        ({"none": [{"a": "unknown"}]}, (True, True, False)),
        ({"at_least": {"count": 1, "of": [{"a": True}, {"a": "unknown"}]}}, (True, False, True)),
        ({"none": [{"at_least": {"count": 2, "of": [{"a": True}, {"a": True}, {"a": "known"}]}}]}, (False, True, False)),
    ],
)
def test_condition_on_one_question(when: Written, holds: tuple[bool, bool, bool]) -> None:
    """Each condition for the answers yes, no, and none."""
    assert tuple(fires(when, answers) for answers in (YES, NO, UNKNOWN)) == holds


def test_finding_is_denied_only_when_every_rule_behind_it_is_known_not_to_hold() -> None:
    behind = ({"a": True}, [{"find": "low1"}]), ({"b": True}, [{"find": "low1"}])
    when = {"none": [{"finding": "low1"}]}
    assert not fires(when, {"a": False}, *behind)
    assert fires(when, {"a": False, "b": False}, *behind)


def test_finding_that_rests_on_points_is_never_denied() -> None:
    behind = ({"a": True}, [{"score": {"add": 2, "to": "points"}}]), ({"score": {"points": {"at_least": 2}}}, [{"find": "high1"}])
    when = {"none": [{"finding": "high1"}]}
    assert not fires(when, YES, *behind)
    assert not fires(when, NO, *behind)
    assert infer([(when, [ARGUE]), *behind], YES).findings == ("high1",)


def test_denial_of_a_finding_by_its_other_part_needs_no_points() -> None:
    behind = ({"a": True}, [{"score": {"add": 2, "to": "points"}}]), ({"score": {"points": {"at_least": 2}}, "b": True}, [{"find": "high1"}])
    when = {"none": [{"finding": "high1"}]}
    assert not fires(when, {"a": True}, *behind)
    assert fires(when, {"a": True, "b": False}, *behind)


def test_points_are_complete_within_the_findings() -> None:
    """So that they are summed even where no rule of a later stratum follows."""
    plan = flatten(compile_program(knowledge([({"a": True}, [{"score": {"add": 2, "to": "points"}}])])))
    assert plan.scores["points"] < plan.ends["finding"]


def test_points_of_one_rule_and_of_several_add_up() -> None:
    add: Written = {"score": {"add": 2, "to": "points"}}
    assert infer([({"a": True}, [add, add]), ({"b": True}, [add])], {"a": True, "b": True}).scores == {"points": 6}


def test_dangerous_condition_refers_from_possible_on() -> None:
    argue = (
        {"argue": {"for": "danger", "strength": "moderate", "evidence": "sign"}},
        {"argue": {"for": "danger", "strength": "moderate", "evidence": "story"}},
    )
    assert infer([({"a": True}, argue)], YES).triage == "emergency"
    assert infer([({"a": True}, argue[:1])], YES).triage == "self_care"


def test_ordinary_condition_refers_when_likely() -> None:
    argue = [{"argue": {"for": "illness", "strength": "strong", "evidence": label}} for label in ("sign", "story")]
    assert infer([({"a": True}, argue)], YES).triage == "clinician"
    assert infer([({"a": True}, argue[:1])], YES).triage == "self_care"


def test_withheld_measure_keeps_its_advice_beside_it() -> None:
    """The plan is what is advised and not withheld; the inference shows both sides."""
    inference = infer([({"a": True}, [{"advise": ["hop", "jump"]}]), ({"a": True}, [{"withhold": {"groups": "soothe"}}])], YES)
    assert inference.advised == {"hop": ("r0",), "jump": ("r0",)}
    assert inference.withheld == {"hop": ("r1",), "rub": ("r1",)}


def test_rules_run_stratum_by_stratum() -> None:
    """Advice on an answer alone still waits for the findings, the arguments, the triage and the precautions."""
    rules: Rules = [
        ({"a": True}, [{"advise": ["hop"]}]),
        ({"finding": "low1"}, [{"withhold": {"groups": "soothe"}}]),
        ({"finding": "high1"}, [{"refer": "clinician"}]),
        ({"finding": "low1"}, [ARGUE]),
        ({"finding": "low1"}, [{"find": "high1"}]),
        ({"a": True}, [{"find": "low1"}]),
    ]
    fired = [step.rule for step in infer(rules, YES).steps if step.kind == "rule"]
    assert fired == ["r5", "r4", "r3", "r2", "r1", "r0"]


def test_trace_of_the_bundled_knowledge_runs_stratum_by_stratum(engine: ForwardEngine, seeded: Any) -> None:
    for seed in range(20):
        steps = engine.infer(seeded.sheet(seed)).steps
        places = [STRATA.index(stratum_of(engine.program.rules[step.rule])) for step in steps if step.kind == "rule"]
        assert places == sorted(places), f"sheet {seed}"
