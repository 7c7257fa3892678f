"""A safety property names what exists, asks of a change only what a change can do, and of questions only answers that they have."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, unknowns
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import shown
from soleus.knowledge.properties import EVERY, OF_A_CHANGE, SAFETY, AddsOnly, Change, Includes, LeavesOut, Property


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for one in base.properties.values():
        item = f"property:{one.id}"
        yield from _measures(base, item, one)
        yield from _form(item, one)
        for change in one.change:
            yield from _change(base, item, change)


def _measures(base: KnowledgeBase, item: str, one: Property) -> Iterator[Fault]:
    for claim in one.then:
        if isinstance(claim, LeavesOut | AddsOnly):
            yield from unknowns(item, "group of measures", claim.groups, base.about.groups)
        if isinstance(claim, LeavesOut | AddsOnly | Includes):
            yield from unknowns(item, "measure", claim.measures, base.measures)


def _form(item: str, one: Property) -> Iterator[Fault]:
    """Whether what is claimed fits what the property speaks of: a person, or a change."""
    if not all(isinstance(claim, OF_A_CHANGE) is bool(one.change) for claim in one.then):
        what = f"The property '{one.id}' mixes what holds of a person with what a change of an answer does."
        yield Fault(item, what, "With 'change' say only never_lowers and adds_only; without it, only the others.", word="then")


def _change(base: KnowledgeBase, item: str, change: Change) -> Iterator[Fault]:
    words = {EVERY, SAFETY} if len(change.questions) == 1 else set()
    yield from unknowns(item, "question", change.questions, {*base.observables, *base.checklists, *words})
    if words.isdisjoint(change.questions):
        yield from (fault for one in change.observables(base) for fault in _answers(item, one, change))
    elif not any(change.observables(base)):
        yield Fault(item, "No question can be answered so before and after the change.", "Check 'from' and 'to'.", word="change")


def _answers(item: str, one: Observable, change: Change) -> Iterator[Fault]:
    """The answers of a change that a question named by it can never have."""
    for answer in (change.before, change.after):
        if answer.band is not None and one.kind != "number":
            yield Fault(item, f"'{one.id}' is {one.kind}: it cannot change from or to a range.", "Name its answers.", word="change")
        for value in answer.values:
            if not _can_be(one, value):
                yield Fault(item, f"'{one.id}' cannot be {shown(value)}.", "Name only questions that can be answered so.", word="change")


def _can_be(one: Observable, value: object) -> bool:
    if one.kind == "number":
        return one.range is not None and isinstance(value, int | float) and one.range.at_least <= value <= one.range.at_most
    return isinstance(value, bool) if one.kind == "yes_no" else value in one.choices


CHECK = Check("wrong-property", "safety", "A safety property says what can be asked of a person or of a change", find)
