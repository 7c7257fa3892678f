"""A condition refers to its own triage level by itself: a rule that says so again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import live
from soleus.knowledge.conditions import LEVELS, SupportTest
from soleus.knowledge.items import Fault
from soleus.knowledge.model import ConditionItem, KnowledgeBase, Refer, Rule
from soleus.knowledge.reasoning import Reasoner, things_in


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    for rule in live(reasoner):
        for condition in _enough(base, rule):
            word = "possible" if condition.must_not_miss else "likely"
            if reasoner.implies(rule.when, SupportTest((condition.id,), word, word)):
                what = f"The rule '{rule.id}' refers when '{condition.id}' is {word}, and the condition does so by itself: {condition.triage}."
                yield Fault(f"rule:{rule.id}", what, "Remove the rule; the condition's own 'triage' is enough.", word=condition.id)


def _enough(base: KnowledgeBase, rule: Rule) -> Iterator[ConditionItem]:
    """The conditions that a rule tests whose own triage is at least what it refers to, for a rule that does nothing else."""
    if not all(isinstance(one, Refer) for one in rule.then):
        return
    most = max(LEVELS.index(one.level) for one in rule.then if isinstance(one, Refer))
    for kind, name in things_in(rule.when):
        if kind == "support" and name in base.conditions and LEVELS.index(base.conditions[name].triage) >= most:
            yield base.conditions[name]


CHECK = Check("standing-referral", "logic", "No rule repeats the referral that a condition makes by itself", find)
