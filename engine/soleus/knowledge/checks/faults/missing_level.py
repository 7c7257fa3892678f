"""Each level of care says what it is called and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for level in LEVELS:
        if level not in base.about.triage:
            what = f"The words for the triage level '{level}' are missing."
            yield Fault(f"knowledge:{base.about.id}", what, "Add its title and action.", word="triage")


CHECK = Check("missing-level", "safety", "Every triage level has its words", find)
