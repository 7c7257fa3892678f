"""No answer and no self-test clears what must not be missed."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Argue, KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    dangerous = {condition.id for condition in base.conditions.values() if condition.must_not_miss}
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, Argue) and conclusion.strength == "excludes" and conclusion.hypothesis in dangerous:
                what = f"The rule '{rule.id}' excludes '{conclusion.hypothesis}', which must not be missed."
                yield Fault(f"rule:{rule.id}", what, "No answer or self-test clears it: argue against it at most strongly.", word="excludes")


CHECK = Check("excluded-danger", "safety", "No rule excludes a condition that must not be missed", find)
