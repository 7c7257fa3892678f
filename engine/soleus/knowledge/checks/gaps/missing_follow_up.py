"""Who looks after something alone must know when to look again."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for condition in base.conditions.values():
        if not condition.follow_up and LEVELS.index(condition.triage) < LEVELS.index("same_day"):
            what = f"The condition '{condition.id}' does not say when to look again."
            yield Fault(f"condition:{condition.id}", what, "Write under 'follow_up' what should be better by when, and what to do if it is not.")


CHECK = Check("missing-follow-up", "unfinished", "A condition that nobody sees the same day says when to look again", find)
