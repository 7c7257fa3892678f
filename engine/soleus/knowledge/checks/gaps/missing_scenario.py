"""Every rule has a scenario in which it fires and a near miss in which it does not: the examples beside the knowledge are made from them."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, beside: Beside) -> Iterator[Fault]:
    if beside.with_examples is None:
        return
    hint = "Write both in features/, then run: python docs/build.py knowledge."
    for rule in base.rules:
        if rule not in beside.with_examples:
            what = f"The rule '{rule}' lacks a scenario in which it fires, or a near miss in which it does not."
            yield Fault(f"rule:{rule}", what, hint)


CHECK = Check("missing-scenario", "unfinished", "Every rule has a scenario in which it fires, and a near miss", find)
