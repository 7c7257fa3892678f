"""A precaution that withholds a group without measures withholds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    filled = {group for measure in base.measures.values() for group in measure.groups}
    for group in base.about.groups:
        if group not in filled:
            yield Fault(f"knowledge:{base.about.id}", f"No measure belongs to the group '{group}'.", "Put one in, or remove the group.", word=group)


CHECK = Check("empty-group", "unused", "Every group holds a measure", find)
