"""Parts that must hold together can hold together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import All, Condition, walk
from soleus.knowledge.items import Fault, conditions, titled
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reasoning import Reasoner, key_of, things_in
from soleus.knowledge.writing import short


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    for item, condition in conditions(base):
        for one, other, thing in exclusions(reasoner, condition):
            what = f"In the {titled(item)}, two parts that must both hold exclude each other: '{short(one)}' and '{short(other)}'."
            yield Fault(item, what, "If either is enough, use 'any' or a list of answers; else remove one of the two.", word=thing)


def exclusions(reasoner: Reasoner, condition: Condition) -> Iterator[tuple[Condition, Condition, str]]:
    """Every two parts of an `all` that exclude each other, with the id of what they disagree on."""
    for group in walk(condition):
        if isinstance(group, All):
            for one, other in combinations(group.parts, 2):
                common = [thing for thing in things_in(one) if thing in {*things_in(other)}]
                if common and _exclude(reasoner, one, other):
                    yield one, other, key_of(common[0])


def _exclude(reasoner: Reasoner, one: Condition, other: Condition) -> bool:
    """Whether each of the two can hold, but not both."""
    return reasoner.can_hold(one, other) is False and reasoner.can_hold(one) is True and reasoner.can_hold(other) is True


CHECK = Check("contradictory-parts", "logic", "Parts that must all hold do not exclude each other", find)
