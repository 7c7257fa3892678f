"""A claim is carried by something in the base, or says why nothing should carry it."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for claim in base.claims.values():
        if bool(claim.carried_by) == bool(claim.not_carried):
            what = f"The claim '{claim.id}' must be carried by something, or say why not."
            yield Fault(f"claim:{claim.id}", what, "Give exactly one of carried_by and not_carried.")


CHECK = Check("unsettled-claim", "evidence", "Every claim is carried by something, or says why not", find)
