"""A measure that no rule advises is in no plan."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Advise, KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    advised = {measure for rule in base.rules.values() for part in rule.then if isinstance(part, Advise) for measure in part.measures}
    for measure in base.measures:
        if measure not in advised:
            yield Fault(f"measure:{measure}", f"No rule advises the measure '{measure}'.", "Write a rule that does, or remove it.")


CHECK = Check("unadvised", "unused", "Every measure is advised by a rule", find)
