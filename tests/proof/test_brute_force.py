"""On small random bases every set of answers can be tried: the prover says what trying them all says, and finds the fewest answers."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from inference.handmade import Rules, knowledge, rule_sets
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import pack
from soleus.inference.columnar_outcome import Row
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS, WORDS, Derived, SupportTest, TriageTest
from soleus.knowledge.model import KnowledgeBase, Place, Review
from soleus.knowledge.properties import AddsOnly, Answer, Change, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers, Property
from soleus.proof.proving import prove_task
from soleus.proof.verdicts import Kind

CHECK = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Nothing is shrunk: each try loads and proves a whole base."""
MANY = settings(CHECK, max_examples=600)
SIZES = (None, 0, 1, 2.5, 4, 5, 6, 7.5, 9, 10)
VALUES: dict[str, tuple[Any, ...]] = {"a": (None, True, False), "b": (None, True, False), "shade": (None, "red", "green", "blue"), "size": SIZES}

Sheet = dict[str, Any]


class Tried:
    """What follows from every set of answers."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.sheets = [
            {name: value for name, value in zip(VALUES, values, strict=True) if value is not None} for values in itertools.product(*VALUES.values())
        ]
        self.engine = ColumnarEngine(compile_program(base))
        outcome = self.engine.infer(pack(base, self.sheets))
        self.rows = {_key(sheet): outcome.row(number) for number, sheet in enumerate(self.sheets)}

    def row(self, sheet: Mapping[str, Any]) -> Row:
        """What follows from a sheet. The prover may choose other numbers than those that were tried."""
        return self.rows.get(_key(sheet)) or self.engine.infer(pack(self.base, [sheet])).row(0)


def _key(sheet: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(sheet.get(name) for name in VALUES)


def _plan(row: Row) -> set[str]:
    return set(row.advised) - set(row.withheld)


def _true(row: Row, test: Any) -> bool:
    if isinstance(test, Derived):
        return not set(test.findings).isdisjoint(row.findings)
    if isinstance(test, TriageTest):
        return LEVELS.index(row.triage) >= LEVELS.index(test.level)
    return any(WORDS.index(row.words.get(name, "unlikely")) >= WORDS.index(test.word) for name in test.hypotheses)


def _breaks(base: KnowledgeBase, claim: Claimed, row: Row) -> bool:
    """Whether what follows from some answers breaks what is said of a person."""
    match claim:
        case Holds(condition=test):
            return not _true(row, test)
        case NeverHolds(condition=test):
            return _true(row, test)
        case LeavesOut(groups=groups, measures=measures):
            return any(name in measures or set(base.measures[name].groups) & set(groups) for name in _plan(row))
        case Includes(measures=measures):
            return not _plan(row) & set(measures)
    raise AssertionError(claim)


TESTS = (
    st.builds(lambda name: Derived((name,)), st.sampled_from(["low1", "low2", "high1", "high2"]))
    | st.builds(
        lambda name, word: SupportTest((name,), word, word), st.sampled_from(["strain", "danger", "illness", "habit"]), st.sampled_from(WORDS[1:])
    )
    | st.builds(TriageTest, st.sampled_from(LEVELS[1:]))
)
SOME: st.SearchStrategy[tuple[str, ...]] = st.sampled_from([("jump",), ("rub",), ("hop",), ("jump", "rub"), ("rub", "hop")])
MEASURES = st.just(()) | SOME
GROUPS: st.SearchStrategy[tuple[str, ...]] = st.sampled_from([(), ("strain",), ("soothe",)])
OF_A_PERSON: st.SearchStrategy[Any] = (
    st.builds(lambda test: Holds(condition=test), TESTS)
    | st.builds(lambda test: NeverHolds(condition=test), TESTS)
    | st.builds(lambda groups, measures: LeavesOut(groups=groups, measures=measures), GROUPS, MEASURES)
    | st.builds(lambda measures: Includes(measures=measures), SOME)
)
OF_A_CHANGE: st.SearchStrategy[Any] = st.just(NeverLowers()) | st.builds(
    lambda groups, measures: AddsOnly(groups=groups, measures=measures), GROUPS, MEASURES
)
CHANGES = st.sampled_from(
    [
        Change(questions=("a", "b"), before=Answer(values=(False,), unknown=True), after=Answer(values=(True,))),
        Change(questions=("every",), before=Answer(values=(False,)), after=Answer(unknown=True)),
        Change(questions=("shade",), before=Answer(values=("red", "green")), after=Answer(values=("blue",), unknown=True)),
    ]
)


def _with(rules: Rules, **parts: Any) -> KnowledgeBase:
    """The base of these rules with one property."""
    one = Property(id="it", title="It", because="It is so.", sources=("book",), review=Review(status="none"), place=Place(file="", line=0), **parts)
    return dataclasses.replace(knowledge(rules), properties={"it": one})


@CHECK
@given(rules=rule_sets(), claim=OF_A_PERSON, when=st.none() | TESTS)
def test_what_is_said_of_a_person(rules: Rules, claim: Claimed, when: Any) -> None:
    _check_of_a_person(rules, claim, when)


@pytest.mark.nightly
@MANY
@given(rules=rule_sets(), claim=OF_A_PERSON, when=st.none() | TESTS)
def test_what_is_said_of_a_person_by_many_bases(rules: Rules, claim: Claimed, when: Any) -> None:
    _check_of_a_person(rules, claim, when)


def _check_of_a_person(rules: Rules, claim: Claimed, when: Any) -> None:
    base = _with(rules, when=when, then=(claim,))
    tried = Tried(base)
    meant = [sheet for sheet in tried.sheets if when is None or _true(tried.row(sheet), when)]
    broken = [sheet for sheet in meant if _breaks(base, claim, tried.row(sheet))]
    (verdict,) = prove_task(base, "it")
    assert verdict.proved is (bool(meant) and not broken)
    if broken:
        assert verdict.counterexample is not None
        assert _breaks(base, claim, tried.row(verdict.counterexample.person.answers))
        assert len(verdict.counterexample.person.answers) == min(map(len, broken))


@CHECK
@given(rules=rule_sets(), claim=OF_A_CHANGE, change=CHANGES)
def test_what_is_said_of_a_change(rules: Rules, claim: Claimed, change: Change) -> None:
    _check_of_a_change(rules, claim, change)


@pytest.mark.nightly
@MANY
@given(rules=rule_sets(), claim=OF_A_CHANGE, change=CHANGES)
def test_what_is_said_of_a_change_by_many_bases(rules: Rules, claim: Claimed, change: Change) -> None:
    _check_of_a_change(rules, claim, change)


def _check_of_a_change(rules: Rules, claim: Claimed, change: Change) -> None:
    base = _with(rules, change=(change,), then=(claim,))
    tried = Tried(base)
    broken = [pair for pair in _pairs(base, tried, change) if _breaks_pair(base, claim, *(tried.row(sheet) for sheet in pair))]
    (verdict,) = prove_task(base, "it")
    assert verdict.proved is not bool(broken)
    if broken:
        found = verdict.counterexample
        assert found is not None
        assert found.before is not None
        assert found.changed is not None
        assert _breaks_pair(base, claim, tried.row(found.before.answers), tried.row(found.person.answers))
        assert [name for name in VALUES if found.before.answers.get(name) is not found.person.answers.get(name)] == [found.changed.observable]


def _pairs(base: KnowledgeBase, tried: Tried, change: Change) -> Iterator[tuple[Sheet, Sheet]]:
    """Every sheet before and after the change of one of its answers."""
    for one in change.observables(base):
        for sheet in tried.sheets:
            if change.before.fits(sheet.get(one.id)):
                for value in VALUES[one.id]:
                    if change.after.fits(value) and value is not sheet.get(one.id):
                        yield sheet, {name: new for name in VALUES if (new := {**sheet, one.id: value}.get(name)) is not None}


def _breaks_pair(base: KnowledgeBase, claim: Claimed, before: Row, after: Row) -> bool:
    if isinstance(claim, NeverLowers):
        return LEVELS.index(after.triage) < LEVELS.index(before.triage)
    assert isinstance(claim, AddsOnly)
    new = _plan(after) - _plan(before)
    return any(name not in claim.measures and not set(base.measures[name].groups) & set(claim.groups) for name in new)


@CHECK
@given(rules=rule_sets())
def test_what_is_said_of_rules_and_items(rules: Rules) -> None:
    _check_of_rules_and_items(rules)


@pytest.mark.nightly
@MANY
@given(rules=rule_sets())
def test_what_is_said_of_rules_and_items_by_many_bases(rules: Rules) -> None:
    _check_of_rules_and_items(rules)


def _check_of_rules_and_items(rules: Rules) -> None:
    base = knowledge(rules)
    rows = Tried(base).rows.values()
    fired = [set(row.fired) for row in rows]
    said = {name: frozenset(rule.then) for name, rule in base.rules.items()}
    needless = {
        one: tuple(two for two in base.rules if one != two and said[one] <= said[two] and all(two in fires for fires in fired if one in fires))
        for one in base.rules
    }
    assert {v.item: v.proved for v in prove_task(base, "fires")} == {name: any(name in fires for fires in fired) for name in base.rules}
    assert {v.item: v.others for v in prove_task(base, "differs")} == needless
    reached = {(v.kind, v.item): v.proved for v in prove_task(base, "reached")}
    assert {level: reached["level", level] for level in LEVELS} == {level: any(row.triage == level for row in rows) for level in LEVELS}
    assert {name: reached["measure", name] for name in base.measures} == {name: any(name in _plan(row) for row in rows) for name in base.measures}
    most = {name: max(WORDS.index(row.words.get(name, "unlikely")) for row in rows) for name in base.hypotheses}
    needed = {"strain": 1, "danger": 1, "illness": 2, "habit": 1}
    kinds: dict[str, Kind] = {name: "condition" if name in base.conditions else "cause" for name in base.hypotheses}
    assert {name: reached[kinds[name], name] for name in needed} == {name: most[name] >= least for name, least in needed.items()}
