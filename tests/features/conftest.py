"""The steps of the features: a runner's answers, the conclusion, and what a coach says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then, when

from soleus import Consultation, KnowledgeBase, Result
from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge.answers import load_answers
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.reading import Document, read_document

ROOT = Path(__file__).parents[2]


@pytest.fixture
def answers() -> dict[str, Any]:
    """The answers that the Given steps of a scenario gather."""
    return {}


def _flow(text: str) -> dict[str, Any]:
    """Answers as a feature writes them: `pain_onset: gradual, age: 45`."""
    document = read_document(f"{{{text}}}".encode(), "feature")
    assert isinstance(document, Document), document
    assert isinstance(document.data, dict), text
    return document.data


@given("a runner who answers")
def _table(answers: dict[str, Any], datatable: list[list[str]]) -> None:
    for name, value in datatable:
        answers |= _flow(f"{name}: {value}")


@given(parsers.re(r'a runner who answers "(?P<flow>.*)"'))
def _in_one_line(answers: dict[str, Any], flow: str) -> None:
    answers |= _flow(flow)


@given(parsers.parse('a runner who answered "no" to every question of "{checklists}"'))
def _all_no(base: KnowledgeBase, answers: dict[str, Any], checklists: str) -> None:
    for name in checklists.split(","):
        for item in base.checklists[name.strip()].items:
            answers.setdefault(item, False)


@given(parsers.parse('a runner with the answers of "{name}"'))
def _from_example(base: KnowledgeBase, answers: dict[str, Any], name: str) -> None:
    answers |= load_answers(base, ROOT / "examples" / f"{name}.yaml")


@when("the consultation is concluded", target_fixture="result")
def _conclude(base: KnowledgeBase, answers: dict[str, Any]) -> Result:
    return Consultation.of(base, answers).conclude()


def _fired(result: Result) -> set[str]:
    return {step.rule for step in result.trace.steps if step.kind == "rule"}


@then(parsers.re(r'the rule "(?P<rule>[^"]+)" (?P<outcome>fires|does not fire)'))
def _rule(base: KnowledgeBase, result: Result, rule: str, outcome: str) -> None:
    assert rule in base.rules, f"no rule {rule}"
    assert (rule in _fired(result)) is (outcome == "fires")


@then(parsers.re(r'the finding "(?P<finding>[^"]+)" is (?P<outcome>derived|not derived)'))
def _finding(base: KnowledgeBase, result: Result, finding: str, outcome: str) -> None:
    assert finding in base.findings, f"no finding {finding}"
    assert (finding in {one.id for one in result.findings}) is (outcome == "derived")


def _word(result: Result, kind: str, name: str, base: KnowledgeBase) -> int:
    assert name in (base.conditions if kind == "condition" else base.causes), f"no {kind} {name}"
    ranked = result.conditions if kind == "condition" else result.causes
    return next((WORDS.index(one.words.replace(" ", "_")) for one in ranked if one.id == name), 0)


@then(parsers.re(r'the (?P<kind>condition|cause) "(?P<name>[^"]+)" is at (?P<side>least|most) "(?P<word>[^"]+)"'))
def _support(base: KnowledgeBase, result: Result, kind: str, name: str, side: str, word: str) -> None:
    wanted, reached = WORDS.index(word.replace(" ", "_")), _word(result, kind, name, base)
    assert reached >= wanted if side == "least" else reached <= wanted


@then(parsers.re(r'the (?P<kind>condition|cause) "(?P<name>[^"]+)" comes first'))
def _first(base: KnowledgeBase, result: Result, kind: str, name: str) -> None:
    ranked = result.conditions if kind == "condition" else result.causes
    assert [one.id for one in ranked][:1] == [name]


@then(parsers.re(r'the triage is (?P<least>at least )?"(?P<level>[^"]+)"'))
def _triage(result: Result, least: str | None, level: str) -> None:
    reached, wanted = LEVELS.index(result.triage.level), LEVELS.index(level)
    assert reached >= wanted if least else reached == wanted


@then(parsers.re(r'the (?P<kind>rule|condition) "(?P<name>[^"]+)" (?P<outcome>asks for|does not ask for) "(?P<level>[^"]+)"'))
def _asks_for(base: KnowledgeBase, result: Result, kind: str, name: str, outcome: str, level: str) -> None:
    assert name in (base.rules if kind == "rule" else base.conditions), f"no {kind} {name}"
    rule = name if kind == "rule" else f"{TRIAGE_RULE}{name}"
    said = {one for step in result.trace.steps if (step.kind, step.rule) == ("rule", rule) for one in step.concluded}
    assert (f"refer:{level}" in said) is (outcome == "asks for")


@then(parsers.parse('the precaution "{rule}" leaves alone "{groups}"'))
def _leaves_alone(base: KnowledgeBase, result: Result, rule: str, groups: str) -> None:
    left = [set(one.leaves_alone) for one in result.precautions if one.rule == rule]
    assert left, f"{rule} does not apply"
    assert {base.about.groups[group.strip()] for group in groups.split(",")} <= left[0]


@then(parsers.re(r'the measure "(?P<measure>[^"]+)" is (?P<outcome>advised|not advised|withheld)'))
def _measure(base: KnowledgeBase, result: Result, measure: str, outcome: str) -> None:
    assert measure in base.measures, f"no measure {measure}"
    if outcome == "withheld":
        assert measure in {one.measure for one in result.withheld}
    assert (measure in {one.measure for one in result.plan}) is (outcome == "advised")


@then(parsers.re(r'the safety question "(?P<name>[^"]+)" is unanswered'))
def _unanswered(result: Result, name: str) -> None:
    assert name in {one.id for one in result.unanswered_safety_questions}
