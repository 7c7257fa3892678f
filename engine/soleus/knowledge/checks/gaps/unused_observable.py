"""A question is asked because a rule hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import observables_in
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    read = {name for rule in base.rules.values() for name in observables_in(rule.when)}
    for name in base.observables:
        if name not in read:
            yield Fault(f"observable:{name}", f"No rule reads the observable '{name}'.", "Write a rule that does, or remove the question.")


CHECK = Check("unused-observable", "unused", "Every question is read by a rule", find)
