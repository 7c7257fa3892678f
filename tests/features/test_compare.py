"""Runs features/compare.feature: two consultations side by side, through the record and what the terminal and the page say of it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from tests.features.conftest import _flow
from tests.report.conftest import Page

from soleus import Consultation, KnowledgeBase
from soleus.report.html.rendering import rendered
from soleus.report.render import plain
from soleus.report.side_by_side import side_by_side_blocks
from soleus.review.records import Version
from soleus.review.side_by_side import side_by_side
from soleus.review.sides import SideBySide

scenarios(str(Path(__file__).parents[2] / "features" / "compare.feature"))

NOT_SURE = "not sure"


@pytest.fixture
def other_knowledge() -> dict[str, str]:
    """What is other in the knowledge that concluded the first consultation."""
    return {}


def _changed(answers: dict[str, Any], datatable: list[list[str]]) -> dict[str, Any]:
    unsure = [name for name, value in datatable if value == NOT_SURE]
    changed = {key: one for name, value in datatable if value != NOT_SURE for key, one in _flow(f"{name}: {value}").items()}
    return {name: value for name, value in {**answers, **changed}.items() if name not in unsure}


@given("the runner had answered")
def _had_answered(answers: dict[str, Any], datatable: list[list[str]]) -> None:
    changed = _changed(answers, datatable)
    answers.clear()
    answers.update(changed)


@given("two weeks later the runner answers", target_fixture="later")
def _later(answers: dict[str, Any], datatable: list[list[str]]) -> dict[str, Any]:
    return _changed(answers, datatable)


@given("the first consultation was concluded with other knowledge")
def _other(other_knowledge: dict[str, str]) -> None:
    other_knowledge |= {"version": "0.0.9", "fingerprint": "f" * 64}


@when("the two consultations are compared", target_fixture="sides")
def _compared(base: KnowledgeBase, answers: dict[str, Any], later: dict[str, Any], other_knowledge: dict[str, str]) -> SideBySide:
    first = _version(base, answers, 1, "2026-01-31T18:30:00Z")
    knowledge = {**first.result["knowledge"], **other_knowledge}
    first = dataclasses.replace(first, result={**first.result, "knowledge": knowledge})
    return side_by_side(base, "anna", first, "anna", _version(base, later, 2, "2026-02-14T18:30:00Z"))


def _version(base: KnowledgeBase, answers: dict[str, Any], number: int, saved: str) -> Version:
    result = Consultation.of(base, answers).conclude().to_dict()
    return Version(number, saved, (), dict.fromkeys(result["answers"], saved), result)


def _texts(sides: SideBySide) -> tuple[str, str]:
    """What the terminal and the page say, without line ends."""
    page = Page(rendered("side_by_side.html.j2", sides=sides)).text
    return " ".join(plain(side_by_side_blocks(sides)).split()), " ".join(page.split())


@then(parsers.re(r'the level of care is "(?P<urgency>[^"]+)" (?:as|than) then'))
def _urgency(sides: SideBySide, urgency: str) -> None:
    assert sides.urgency == urgency
    assert all(f"14 days later, the level of care is {urgency}" in text for text in _texts(sides))


@then(parsers.parse('the answer to "{name}" went from "{before}" to "{after}", which is "{difference}"'))
def _answer(base: KnowledgeBase, sides: SideBySide, name: str, before: str, after: str, difference: str) -> None:
    (one,) = (one for one in sides.answers if one.id == name)
    assert (one.said_then, one.said_now) == (before, after)
    terminal, page = _texts(sides)
    assert f"{base.observables[name].short}: {before} → {after} ({difference})" in terminal
    assert f"{after} ({difference})" in page


@then(parsers.parse('the answer to "{name}" is no longer known'))
def _forgotten(base: KnowledgeBase, sides: SideBySide, name: str) -> None:
    assert [one.turn for one in sides.answers if one.id == name] == ["no longer known"]
    assert all(f"No longer known: {base.observables[name].short}." in text for text in _texts(sides))


@then(parsers.parse('"{name}" is the answer behind the new reason "{rule}"'))
def _reason(base: KnowledgeBase, sides: SideBySide, name: str, rule: str) -> None:
    (reason,) = (one for one in sides.reasons.came if one.rule == rule)
    assert reason.by == (name,)
    assert all(reason.because in text and base.observables[name].short in text for text in _texts(sides))


@then(parsers.parse('the condition "{name}" is new'))
def _condition(sides: SideBySide, name: str) -> None:
    assert [one.way for one in sides.conditions if one.standing.id == name] == ["came"]


@then(parsers.parse('the measure "{name}" stops, and is to be left alone'))
def _stops(base: KnowledgeBase, sides: SideBySide, name: str) -> None:
    (one,) = (one for one in sides.plan.went if one.id == name)
    assert one.because
    assert name in {one.id for one in sides.withheld.came}
    assert all(one.because[0] in text for text in _texts(sides))


@then(parsers.parse('the comparison says "{text}"'))
def _says(sides: SideBySide, text: str) -> None:
    assert all(text in said for said in _texts(sides))


@then(parsers.parse('the comparison says first "{text}"'))
def _says_first(sides: SideBySide, text: str) -> None:
    for said in _texts(sides):
        assert said.index(text) < said.index("days later"), said
