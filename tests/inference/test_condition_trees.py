"""Random condition trees: the forward engine, the evaluation of single conditions and the oracle on CLIPS agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inference.agreement import denials_needed, disagreements
from inference.handmade import Rules, knowledge, rule_sets, sheets
from oracle import Opinion, Oracle
from soleus.inference.forward import ForwardEngine
from soleus.inference.program import compile_program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.model import Find, KnowledgeBase

TREES = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _known(answers: dict[str, Any], opinion: Opinion) -> Known:
    findings = {**dict.fromkeys(opinion.findings, True), **dict.fromkeys(opinion.denied, False)}
    return Known(answers, findings, opinion.scores, opinion.words, opinion.triage)


def _check_evaluation(base: KnowledgeBase, answers: dict[str, Any], opinion: Opinion) -> None:
    """A rule fires when its condition evaluates to true; a finding is denied when the condition of every rule behind it is false."""
    known = _known(answers, opinion)
    truth = {rule.id: evaluate(rule.when, known) for rule in base.rules.values()}
    assert {rule for rule in truth if truth[rule]} == opinion.fired & set(base.rules)
    behind = {name: [rule.id for rule in base.rules.values() if Find(finding=name) in rule.then] for name in base.findings}
    assert {name for name, rules in behind.items() if all(truth[rule] is False for rule in rules)} == opinion.denied


def _check(rules: Rules, answers: list[dict[str, Any]]) -> None:
    base = knowledge(rules)
    engine, oracle, denials = ForwardEngine(compile_program(base)), Oracle(base), denials_needed(base)
    for sheet in answers:
        opinion = oracle.judge(sheet)
        found = disagreements(engine.infer(sheet), opinion, denials)
        assert not found, "\n".join([str(sheet), *found])
        _check_evaluation(base, sheet, opinion)


@TREES
@given(rules=rule_sets(), answers=st.lists(sheets(), min_size=1, max_size=8))
def test_three_readings_agree(rules: Rules, answers: list[dict[str, Any]]) -> None:
    _check(rules, answers)


@pytest.mark.nightly
@settings(TREES, max_examples=3_000)
@given(rules=rule_sets(), answers=st.lists(sheets(), min_size=1, max_size=8))
def test_three_readings_agree_on_many_trees(rules: Rules, answers: list[dict[str, Any]]) -> None:
    _check(rules, answers)
