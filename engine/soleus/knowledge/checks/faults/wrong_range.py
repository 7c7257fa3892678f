"""A number has a unit and a range of numbers that it can be; nothing else has."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import number_text


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for one in base.observables.values():
        item = f"observable:{one.id}"
        if one.kind == "number" and not (one.range and one.unit):
            what = f"The observable '{one.id}' is a number, so it must have a unit and a range."
            yield Fault(item, what, "Add unit, and range: {at_least: .., at_most: ..}.")
        if one.kind != "number" and (one.range or one.unit or one.whole):
            what = f"The observable '{one.id}' is {one.kind}, so it cannot have a unit or a range, or be whole."
            yield Fault(item, what, "Make it a number, or remove them.")
        yield from _in_range(one, item)


def _in_range(one: Observable, item: str) -> Iterator[Fault]:
    if one.range and one.range.at_least >= one.range.at_most:
        yield Fault(item, f"The range of '{one.id}' is empty.", "at_least must be smaller than at_most.", word="range")
    elif one.range and one.whole and not (one.range.at_least.is_integer() and one.range.at_most.is_integer()):
        limits = f"{number_text(one.range.at_least)} to {number_text(one.range.at_most)}"
        yield Fault(item, f"'{one.id}' is whole, but its range is {limits}.", "Give the range in whole numbers.", word="range")


CHECK = Check("wrong-range", "questions", "A number has a unit and a range that holds numbers, other questions neither", find)
