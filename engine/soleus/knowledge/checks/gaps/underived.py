"""A finding or a score that no rule makes is never there."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.strata import derives


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    made = {name for rule in base.rules.values() for name in derives(rule)}
    for kind, items in (("finding", base.findings), ("score", base.scores)):
        for name in items:
            if f"{kind}:{name}" not in made:
                yield Fault(f"{kind}:{name}", f"No rule derives the {kind} '{name}'.", "Write a rule that does, or remove it.")


CHECK = Check("underived", "unused", "Every finding and score is made by a rule", find)
