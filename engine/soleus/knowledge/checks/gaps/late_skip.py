"""What decides whether a question is skipped is asked before it."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import observables_in
from soleus.knowledge.items import Fault, skips, titled
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    rank = {name: number for number, name in enumerate(base.observables)}
    for item, condition in skips(base):
        name = item.partition(":")[2]
        own = min(rank[one] for one in (base.checklists[name].items if name in base.checklists else (name,)))
        for late in dict.fromkeys(one for one in observables_in(condition) if rank[one] > own):
            what = f"The 'skip_if' of the {titled(item)} tests '{late}', which is asked later."
            yield Fault(item, what, "Move one of the two in the interview, or test an earlier answer.", word=late)


CHECK = Check("late-skip", "questions", "A 'skip_if' tests only what was asked before", find)
