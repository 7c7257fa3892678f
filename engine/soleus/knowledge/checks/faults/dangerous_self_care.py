"""What must not be missed is never left to care at home."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for condition in base.conditions.values():
        if condition.must_not_miss and condition.triage == "self_care":
            what = f"'{condition.id}' must not be missed, so self-care cannot be its triage."
            yield Fault(f"condition:{condition.id}", what, "Give it clinician or more.", word="triage")


CHECK = Check("dangerous-self-care", "safety", "A condition that must not be missed needs somebody to look", find)
