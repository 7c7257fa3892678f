"""How common answers are is said of answers that there are, and where numbers mostly lie of numbers that can be."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import nearest, number_text, shown


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for one in base.observables.values():
        yield from _of_choices(one, f"observable:{one.id}")
        yield from _of_numbers(one, f"observable:{one.id}")


def _of_choices(one: Observable, item: str) -> Iterator[Fault]:
    if isinstance(one.how_common, str) and one.kind != "yes_no":
        what = f"'{one.id}' is {one.kind}: one word cannot say how common its answers are."
        ways = {"one_of": "Write a word for each choice: how_common: {choice: rare}.", "number": "Write typical: {at_least: .., at_most: ..}."}
        yield Fault(item, what, ways[one.kind], word="how_common")
    if isinstance(one.how_common, dict):
        for choice in one.how_common:
            if choice not in one.choices:
                hint = nearest(choice, one.choices) if one.choices else "Write one word for a yes, or typical for a number."
                yield Fault(item, f"'{one.id}' has no choice {shown(choice)} that could be common.", hint, word="how_common")


def _of_numbers(one: Observable, item: str) -> Iterator[Fault]:
    if one.typical is None:
        return
    if one.range is None:
        yield Fault(item, f"'{one.id}' is {one.kind}: only a number has a typical range.", "Remove typical, or write how_common.", word="typical")
    elif not one.range.at_least <= one.typical.at_least < one.typical.at_most <= one.range.at_most:
        limits = f"{number_text(one.range.at_least)} to {number_text(one.range.at_most)}"
        what = f"The typical range of '{one.id}' is empty, or leaves its range, {limits}."
        yield Fault(item, what, "at_least must be smaller than at_most, both within the range.", word="typical")


CHECK = Check("wrong-commonness", "questions", "How common answers are is said of answers that can be given", find)
