"""A condition is known to other systems by its codes."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase

_CODES = ("icd10cm", "icd10")


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for condition in base.conditions.values():
        if missing := [code for code in _CODES if code not in condition.codes]:
            what = f"The condition '{condition.id}' has no {' and no '.join(missing)} code."
            yield Fault(f"condition:{condition.id}", what, "Write it under 'codes'.", word="codes")


CHECK = Check("missing-codes", "unfinished", "Every condition has its ICD-10-CM and ICD-10 codes", find)
