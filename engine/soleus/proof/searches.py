"""What to look for: answers that would break a safety property, as formulas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soleus.inference.columnar_expressions import TRUE, Node
from soleus.knowledge.conditions import LEVELS, Condition
from soleus.knowledge.model import KnowledgeBase, Measure
from soleus.knowledge.properties import AddsOnly, Change, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers, Property, conditions_of
from soleus.proof.formulas import Formulas, Person
from soleus.proof.values import Value


@dataclass(frozen=True, slots=True)
class Changed:
    """One answer before and after; None is no answer."""

    observable: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Search:
    """Answers to look for: `node` is true where the claim is broken, `when` where it is to hold at all."""

    claim: Claimed
    when: Node
    node: Node
    changed: Changed | None = None


def conditions_in(base: KnowledgeBase) -> Iterator[Condition]:
    """Every condition of the properties: formulas need to know them from the start."""
    return (condition for one in base.properties.values() for condition in conditions_of(one))


def bounds_in(base: KnowledgeBase) -> Iterator[tuple[str, float]]:
    """Every number at which a change begins or ends: for those, numbers must be told apart although no rule does."""
    for change in (change for one in base.properties.values() for change in one.change):
        for answer in (change.before, change.after):
            ends = (answer.band.low, answer.band.high) if answer.band else answer.values
            for observable in change.observables(base):
                if observable.kind == "number":
                    yield from ((observable.id, float(end)) for end in ends if end is not None and not isinstance(end, str | bool))


def searches(formulas: Formulas, one: Property) -> Iterator[Search]:
    """Every search that a property asks for. It holds when none of them finds anything."""
    if not one.change:
        person = formulas.person()
        when = _when(person, one)
        for claim in one.then:
            yield Search(claim, when, formulas.both(when, _broken_by(person, claim)))
    for change in one.change:
        for changed in _changes(formulas, change):
            yield from _of_change(formulas, one, changed)


def _of_change(formulas: Formulas, one: Property, changed: Changed) -> Iterator[Search]:
    before, after = (formulas.person({changed.observable: value}) for value in (changed.before, changed.after))
    when = _when(before, one)
    for claim in one.then:
        yield Search(claim, when, formulas.both(when, _broken_by_change(before, after, claim)), changed)


def _changes(formulas: Formulas, change: Change) -> Iterator[Changed]:
    for observable in change.observables(formulas.base):
        values = formulas.values[observable.id]
        for before in filter(change.before.fits, values):
            yield from (Changed(observable.id, before, after) for after in filter(change.after.fits, values) if after is not before)


def _when(person: Person, one: Property) -> Node:
    return TRUE if one.when is None else person.holds(one.when)


def _broken_by(person: Person, claim: Claimed) -> Node:
    stock, measures = person.formulas.stock, person.formulas.base.measures
    match claim:
        case Holds(condition=condition):
            return stock.negated(person.holds(condition))
        case NeverHolds(condition=condition):
            return person.holds(condition)
        case LeavesOut(withheld=True):
            return stock.some(stock.every([person.planned(name), person.withheld(name)]) for name in measures)
        case LeavesOut():
            return stock.some(person.planned(one.id) for one in measures.values() if is_among(one, claim))
        case Includes():
            return stock.negated(stock.some(person.planned(name) for name in claim.measures))
    raise TypeError(f"not said of a person: {claim!r}")


def _broken_by_change(before: Person, after: Person, claim: Claimed) -> Node:
    stock, measures = before.formulas.stock, before.formulas.base.measures
    match claim:
        case NeverLowers():
            return stock.some(stock.every([before.triage_at_least(level), stock.negated(after.triage_at_least(level))]) for level in LEVELS)
        case AddsOnly():
            new = (one.id for one in measures.values() if not is_among(one, claim))
            return stock.some(stock.every([after.planned(name), stock.negated(before.planned(name))]) for name in new)
    raise TypeError(f"not said of a change: {claim!r}")


def is_among(measure: Measure, named: LeavesOut | AddsOnly) -> bool:
    """Whether a claim names the measure or one of its groups."""
    return measure.id in named.measures or not set(named.groups).isdisjoint(measure.groups)
