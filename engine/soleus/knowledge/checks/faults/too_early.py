"""A rule reads only what is complete before it runs."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import walk
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.strata import STRATA, readable_from, stratum_of


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    hint = f"The order is {', '.join(STRATA)}; split the rule, or test a finding instead."
    for rule in base.rules.values():
        own = stratum_of(rule)
        if any(STRATA.index(readable_from(part)) > STRATA.index(own) for part in walk(rule.when)):
            what = f"The rule '{rule.id}' concludes in the stratum '{own}', before what it tests is known."
            yield Fault(f"rule:{rule.id}", what, hint, word="when")


CHECK = Check("too-early", "order", "Every rule tests only what earlier strata settle", find)
