"""Rules that derive findings have an order: none waits for itself."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.knowledge.strata import finding_rules_in_order

MOST_CIRCLES = 20
"""The circles that are looked for: each one found takes another walk through all the rules."""


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    rules = dict(base.rules)
    for _number in range(MOST_CIRCLES):
        circle = _circle(rules)
        if not circle:
            return
        what = f"These rules wait for each other in a circle: {' -> '.join((*circle, circle[0]))}."
        yield Fault(f"rule:{circle[0]}", what, "Take one of these findings out of a condition.", word="when")
        for rule in circle:
            del rules[rule]


def _circle(rules: dict[str, Rule]) -> list[str]:
    """The ids of some rules that wait for each other; none when there is an order."""
    try:
        finding_rules_in_order(rules.values())
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


CHECK = Check("circle", "order", "No rule waits for itself, through whatever findings and scores", find)
