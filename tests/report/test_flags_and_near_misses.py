"""Danger signs: unknown is never no. Near misses: one thing otherwise, and the rule fires."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.conftest import EXAMPLES, Example

from soleus import Consultation, KnowledgeBase
from soleus.explanation.alternatives import alternatives, answer_tests
from soleus.inference.program import Program, compile_program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.answers import load_answers
from soleus.knowledge.conditions import LEVELS, WORDS, Derived, ScoreTest, SupportTest, walk
from soleus.knowledge.model import Refer, Rule
from soleus.report.html.flags import flags
from soleus.report.html.known import fired, known_at_end
from soleus.report.html.near import near_misses
from soleus.report.html.records import Flag

BASE = KnowledgeBase.bundled()
CLOT = load_answers(BASE, EXAMPLES / "clot_like.yaml")
NAMES = ("weak_hips_gradual_ache", "clot_like", "emergency", "all_unknown", "sore_shin_bone")


def flags_of(consultation: Consultation) -> tuple[Flag, ...]:
    program, result = compile_program(consultation.base), consultation.conclude()
    return flags(program, known_at_end(result), fired(program, result.trace.steps))


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_asks_for_care_is_a_flag_and_those_that_fired_are_raised(example: Example, name: str) -> None:
    consultation = example(name)
    found = {one.rule: one for one in flags_of(consultation)}
    rules = compile_program(consultation.base).rules
    asking = {rule.id for rule in consultation.base.rules.values() if any(isinstance(one, Refer) for one in rule.then)}
    fired_rules = {step.rule for step in consultation.conclude().trace.steps if step.kind == "rule"}
    assert asking <= set(found)
    raised = {one.rule for one in found.values() if one.state == "raised"}
    assert raised == {name for name in fired_rules if any(isinstance(one, Refer) for one in rules[name].then)}
    assert all(one.by for one in found.values() if one.state != "raised")


def test_with_no_answers_nothing_is_cleared() -> None:
    assert not [one for one in flags_of(Consultation.of(BASE, {})) if one.state == "cleared"]


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(CLOT))))
def test_taking_answers_away_never_clears_a_sign(kept: set[str]) -> None:
    whole = {one.rule for one in flags_of(Consultation.of(BASE, CLOT)) if one.state == "cleared"}
    fewer = {one.rule for one in flags_of(Consultation.of(BASE, {name: CLOT[name] for name in kept})) if one.state == "cleared"}
    assert fewer <= whole


def otherwise(program: Program, known: Known, rule: Rule) -> Iterator[Known]:
    """What would be known if one thing that a rule tests were otherwise."""
    for name, tests in answer_tests([rule.when]).items():
        one = dataclasses.replace(program.base.observables[name], fixed=False)
        for other in alternatives(one, tests, known.answers.get(name)):
            yield dataclasses.replace(known, answers={**known.answers, name: other.value})
        yield dataclasses.replace(known, answers={key: value for key, value in known.answers.items() if key != name})
    for part in walk(rule.when):
        if isinstance(part, Derived):
            for finding in part.findings:
                yield from (dataclasses.replace(known, findings={**known.findings, finding: holds}) for holds in (True, False))
            yield dataclasses.replace(known, findings={**known.findings, **dict.fromkeys(part.findings, False)})
        elif isinstance(part, SupportTest):
            yield from (dataclasses.replace(known, words={**known.words, one: word}) for one in part.hypotheses for word in WORDS)
        elif isinstance(part, ScoreTest):
            yield dataclasses.replace(known, scores={**known.scores, part.score: part.points})
    yield from (dataclasses.replace(known, triage=level) for level in LEVELS)


@pytest.mark.parametrize("name", NAMES)
def test_one_thing_otherwise_and_a_near_miss_would_fire(example: Example, name: str) -> None:
    consultation = example(name)
    program, result = compile_program(consultation.base), consultation.conclude()
    known = known_at_end(result)
    near = near_misses(program, known, {one.rule.id for one in fired(program, result.trace.steps)})
    assert near or name == "all_unknown"
    for one in near:
        rule = program.rules[one.rule]
        assert evaluate(rule.when, known) is not True
        assert any(evaluate(rule.when, other) is True for other in otherwise(program, known, rule)), one
        assert one.held
        assert one.missing


def test_near_misses_that_would_be_more_urgent_come_first(example: Example) -> None:
    consultation = example("weak_hips_gradual_ache")
    program, result = compile_program(consultation.base), consultation.conclude()
    near = near_misses(program, known_at_end(result), {one.rule.id for one in fired(program, result.trace.steps)})
    assert [one.urgent for one in near] == sorted((one.urgent for one in near), reverse=True)
    assert near[0].urgent
