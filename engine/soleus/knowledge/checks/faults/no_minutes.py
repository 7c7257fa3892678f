"""A plan fits into the minutes of a day, so there must be some."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    if base.about.day_minutes < 1:
        what = f"'day_minutes' is {base.about.day_minutes}, so no plan could hold anything."
        yield Fault(f"knowledge:{base.about.id}", what, "Give it 1 or more.", word="day_minutes")


CHECK = Check("no-minutes", "form", "A plan has at least one minute a day", find)
