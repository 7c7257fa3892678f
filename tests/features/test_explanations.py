"""Runs features/explanations.feature: how, why not, what if, and what would turn a conclusion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytest_bdd import parsers, scenarios, then

from soleus import KnowledgeBase, Result
from soleus.explanation.brief import brief
from soleus.explanation.change import what_turns
from soleus.explanation.how import how
from soleus.explanation.nearness import PartState
from soleus.explanation.what_if import Difference, what_if
from soleus.explanation.why_not import why_not
from soleus.knowledge.conditions import WORDS
from soleus.knowledge.reading import Document, read_document

scenarios(str(Path(__file__).parents[2] / "features" / "explanations.feature"))


@then(parsers.parse('"{name}" came about by the rule "{rule}" from "{answers}"'))
def _came_about(base: KnowledgeBase, result: Result, name: str, rule: str, answers: str) -> None:
    (reason,) = (one for one in brief(base, how(base, result.trace.steps, name)).reasons if one.rule == rule)
    cited = [one.answer for ground in reason.grounds for one in ground.answers]
    assert cited == [answer.strip() for answer in answers.split(",")]


def _part(base: KnowledgeBase, result: Result, name: str, rule: str, observable: str) -> PartState:
    why = why_not(base, result.answers, name)
    assert not why.concluded
    (near,) = (one for one in why.rules if one.rule == rule)
    (part,) = (one for one in near.condition.tests() if getattr(one.part, "observable", "") == observable)
    return part


@then(parsers.parse('"{name}" is not concluded, and of "{rule}" the part "{observable}" failed because it is "{value}"'))
def _failed(base: KnowledgeBase, result: Result, name: str, rule: str, observable: str, value: str) -> None:
    part = _part(base, result, name, rule, observable)
    assert (part.state, part.seen.answers) == ("failed", ((observable, value),))


@then(parsers.parse('"{name}" is not concluded, and of "{rule}" the part "{observable}" is not known'))
def _not_known(base: KnowledgeBase, result: Result, name: str, rule: str, observable: str) -> None:
    assert _part(base, result, name, rule, observable).state == "unknown"


@then(parsers.parse('"{name}" is not concluded, and the rule "{rule}" withholds it'))
def _withheld(base: KnowledgeBase, result: Result, name: str, rule: str) -> None:
    why = why_not(base, result.answers, name)
    assert not why.concluded
    assert rule in {one.rule for one in why.withheld_by}


def _with(base: KnowledgeBase, result: Result, flow: str) -> Difference:
    document = read_document(f"{{{flow}}}".encode(), "feature")
    assert isinstance(document, Document), document
    return what_if(base, result.answers, document.data)


@then(parsers.parse('with "{flow}" the triage would be "{level}"'))
def _triage(base: KnowledgeBase, result: Result, flow: str, level: str) -> None:
    triage = _with(base, result, flow).triage
    assert triage is not None
    assert triage.after == level


@then(parsers.parse('with "{flow}" the condition "{name}" would be at least "{word}"'))
def _word(base: KnowledgeBase, result: Result, flow: str, name: str, word: str) -> None:
    (standing,) = (one for one in _with(base, result, flow).conditions if one.id == name)
    assert WORDS.index(standing.after) >= WORDS.index(word)


@then(parsers.parse('with "{flow}" the measure "{name}" would no longer be advised'))
def _no_longer(base: KnowledgeBase, result: Result, flow: str, name: str) -> None:
    assert name in {one.id for one in _with(base, result, flow).no_longer_advised}


@then(parsers.parse('without "{observable}" the cause "{name}" would be "{word}"'))
def _without(base: KnowledgeBase, result: Result, observable: str, name: str, word: str) -> None:
    (standing,) = (one for one in what_if(base, result.answers, {observable: None}).causes if one.id == name)
    assert standing.after == word


def _turning(base: KnowledgeBase, result: Result, name: str) -> list[dict[str, Any]]:
    turns = what_turns(base, result.answers, name).turns
    return [{one.observable: one.after for one in several} for turn in turns for several in turn.sets]


@then(parsers.parse('one other answer turns "{name}", and "{observable}" is one that does'))
def _turns(base: KnowledgeBase, result: Result, name: str, observable: str) -> None:
    sets = _turning(base, result, name)
    assert {len(one) for one in sets} == {1}
    assert any(observable in one for one in sets)


@then(parsers.parse('no answer to "{observables}" is among those that turn "{name}"'))
def _never(base: KnowledgeBase, result: Result, observables: str, name: str) -> None:
    kept = {one.strip() for one in observables.split(",")}
    assert kept <= set(result.answers)
    sets = _turning(base, result, name)
    assert sets
    assert not any(kept & set(one) for one in sets)


@then(parsers.parse('"{name}" turns only when every question of "{checklist}" is answered with "no"'))
def _all_no(base: KnowledgeBase, result: Result, name: str, checklist: str) -> None:
    sets = _turning(base, result, name)
    assert sets
    for one in sets:
        assert all(one.get(item) is False for item in base.checklists[checklist].items)
