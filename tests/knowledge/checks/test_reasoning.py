"""What reasoning says of conditions is what trying every state says: `inference.truth` evaluates each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inference.handmade import Written, knowledge, trees
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import LEVELS, WORDS, AtLeast, Condition, OneOf, SupportTest
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reasoning import Reasoner

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
POINTS: Written = {"score": {"add": 4, "to": "points"}}

ANSWERS = (
    st.booleans().map(lambda value: {"a": value})
    | st.sampled_from(["red", ["red", "green"], "known", "unknown"]).map(lambda value: {"shade": value})
    | st.sampled_from([5, {"over": 5}, {"at_most": 5}, {"over": 2.5, "at_most": 7.5}, {"under": 7.5}, "known"]).map(lambda value: {"size": value})
    | st.sampled_from(["low1", "low2", ["low1", "low2"]]).map(lambda value: {"finding": value})
)
GROWING = (
    st.integers(1, 4).map(lambda least: {"score": {"points": {"at_least": least}}})
    | st.sampled_from(["possible", "likely"]).map(lambda word: {word: "strain"})
    | st.sampled_from(["clinician", "emergency"]).map(lambda level: {"triage": {"at_least": level}})
    | st.sampled_from([True, False]).map(lambda value: {"a": value})
)


def _states_of_answers() -> Iterator[Known]:
    sizes = (None, 0, 2.5, 3, 5, 6, 7.5, 8, 10)
    for a, shade, size, low1, low2 in itertools.product((None, True, False), (None, "red", "green", "blue"), sizes, *[(None, True, False)] * 2):
        answers = {name: value for name, value in (("a", a), ("shade", shade), ("size", size)) if value is not None}
        yield Known(answers, {name: value for name, value in (("low1", low1), ("low2", low2)) if value is not None})


def _growing_states() -> Iterator[Known]:
    for a, points, word, level in itertools.product((None, True, False), range(5), WORDS, LEVELS):
        yield Known({} if a is None else {"a": a}, {}, {"points": points}, {"strain": word}, level)


STATES = {"answers": [*_states_of_answers()], "growing": [*_growing_states()]}


def _read(*whens: Any) -> tuple[KnowledgeBase, list[Condition]]:
    """A base in which these are conditions of rules, and the conditions as they were read."""
    filled = ({"b": True}, [POINTS])
    base = knowledge([*((when, [{"advise": ["rub"]}]) for when in whens), filled])
    return base, [base.rules[f"r{number}"].when for number in range(len(whens))]


def _check(states: list[Known], *whens: Any) -> None:
    base, (one, other) = _read(*whens)
    reasoner = Reasoner(base)
    pairs = [(evaluate(one, state), evaluate(other, state)) for state in states]
    said_and_true = {
        "can hold": (reasoner.can_hold(one), any(first for first, _ in pairs)),
        "both can hold": (reasoner.can_hold(one, other), any(first and second for first, second in pairs)),
        "implies": (reasoner.implies(one, other), all(second for first, second in pairs if first)),
        "same": (reasoner.same(one, other, wholly=False), all((first is True) is (second is True) for first, second in pairs)),
        "wholly the same": (reasoner.same(one, other, wholly=True), all(first is second for first, second in pairs)),
    }
    assert {what: said for what, (said, _) in said_and_true.items()} == {what: true for what, (_, true) in said_and_true.items()}


@MANY
@given(one=trees(ANSWERS, st.nothing(), 2), other=trees(ANSWERS, st.nothing(), 2))
def test_answers_and_findings(one: Any, other: Any) -> None:
    _check(STATES["answers"], one, other)


@MANY
@given(one=trees(st.just({"a": True}), GROWING, 2), other=trees(st.just({"a": False}), GROWING, 2))
def test_what_only_grows(one: Any, other: Any) -> None:
    _check(STATES["growing"], one, other)


@pytest.mark.parametrize(
    ("one", "other", "implies"),
    [
        ({"size": {"at_least": 7}}, {"size": {"at_least": 5}}, True),
        ({"size": {"at_least": 5}}, {"size": {"at_least": 7}}, False),
        ({"shade": "red"}, {"shade": ["red", "blue"]}, True),
        ({"a": True}, {"a": "known"}, True),
        ({"none": [{"a": True}]}, {"unless": [{"a": True}]}, True),
        ({"unless": [{"a": True}]}, {"none": [{"a": True}]}, False),
        ({"all": [{"a": True}, {"b": True}]}, {"at_least": {"count": 1, "of": [{"a": True}, {"b": True}]}}, True),
        ({"likely": "strain"}, {"possible": ["strain", "danger"]}, True),
        ({"triage": {"at_least": "emergency"}}, {"triage": {"at_least": "clinician"}}, True),
        ({"score": {"points": {"at_least": 3}}}, {"score": {"points": {"at_least": 2}}}, True),
    ],
)
def test_what_follows_from_what(one: Any, other: Any, implies: bool) -> None:
    base, (first, second) = _read(one, other)
    assert Reasoner(base).implies(first, second) is implies


def test_a_dead_finding_is_never_there() -> None:
    base, (one,) = _read({"any": [{"finding": "low1"}, {"finding": "low2"}]})
    assert Reasoner(base, {"low1"}).can_hold(one) is True
    assert Reasoner(base, {"low1", "low2"}).can_hold(one) is False


def test_a_search_that_is_too_long_says_nothing(base: KnowledgeBase) -> None:
    """A riddle whose answer takes more steps than the search has: it must not be guessed."""
    names = [one.id for one in base.observables.values() if one.kind == "yes_no"][:24]
    yes = tuple(OneOf(name, (True,)) for name in names)
    no = tuple(OneOf(name, (False,)) for name in names)
    assert Reasoner(base).can_hold(AtLeast(13, yes), AtLeast(12, no)) is None


def test_support_is_a_scale(base: KnowledgeBase) -> None:
    name = next(iter(base.conditions))
    low, high = (SupportTest((name,), word, word) for word in ("possible", "very_likely"))
    assert Reasoner(base).implies(high, low) is True
    assert Reasoner(base).implies(low, high) is False
