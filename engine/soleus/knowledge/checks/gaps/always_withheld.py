"""What a rule advises is not withheld whenever the rule holds."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import advised, at, live, withholds
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Withhold
from soleus.knowledge.reasoning import Reasoner, things_in


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    precautions = [rule for rule in base.rules.values() if any(isinstance(one, Withhold) for one in rule.then)]
    for rule in live(reasoner):
        for measure in advised(rule):
            for other in precautions:
                if other is rule or not withholds(base, other, measure) or not {*things_in(rule.when)} & {*things_in(other.when)}:
                    continue
                if reasoner.implies(rule.when, other.when):
                    what = f"The rule '{rule.id}' advises '{measure}', but whenever it holds '{other.id}' ({at(other)}) withholds it."
                    yield Fault(f"rule:{rule.id}", what, "Advise something else, or narrow one of the two conditions.", word=measure)


CHECK = Check("always-withheld", "logic", "No measure is withheld whenever a rule advises it", find)
