"""The phases of recovery follow each other, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, times
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for phase, count in Counter(phase.id for phase in base.about.phases).items():
        if count > 1:
            what = f"The phase '{phase}' stands in the list {times(count)}."
            yield Fault(f"knowledge:{base.about.id}", what, "Keep one of them.", word="phases")


CHECK = Check("repeated-phase", "form", "No phase stands in the list twice", find)
