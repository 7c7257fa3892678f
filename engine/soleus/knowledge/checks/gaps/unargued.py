"""A condition or a cause that no rule argues about is never shown."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Argue, KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    argued = {part.hypothesis for rule in base.rules.values() for part in rule.then if isinstance(part, Argue)}
    for kind, items in (("condition", base.conditions), ("cause", base.causes)):
        for name in items:
            if name not in argued:
                yield Fault(f"{kind}:{name}", f"No rule argues for or against the {kind} '{name}'.", "Write a rule that does, or remove it.")


CHECK = Check("unargued", "unused", "Every condition and cause has a rule that argues about it", find)
