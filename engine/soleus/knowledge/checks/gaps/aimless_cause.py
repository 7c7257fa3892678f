"""Who is told a cause is told what to do about it, or the base says why nothing should be done."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import GROUPS, Condition, NoneOf, SupportTest, Unless
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Advise, KnowledgeBase, Rule


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    aimed = {cause: rule.id for rule in base.rules.values() if _advises(rule) for cause in _aims(rule.when)}
    for cause in base.causes.values():
        if cause.id not in aimed and not cause.no_measure:
            hint = "Write a rule that tests the cause and advises one, or say under 'no_measure' why nothing should be done about it."
            yield Fault(f"cause:{cause.id}", f"No measure is aimed at the cause '{cause.id}'.", hint)
        if cause.id in aimed and cause.no_measure:
            what = f"The cause '{cause.id}' says why no measure is aimed at it, but the rule '{aimed[cause.id]}' advises one."
            yield Fault(f"cause:{cause.id}", what, "Remove one of the two.", word="no_measure")


def _advises(rule: Rule) -> bool:
    return any(isinstance(part, Advise) for part in rule.then)


def _aims(condition: Condition) -> Iterator[str]:
    """The conditions and causes that have to be there for this to hold, or may have to."""
    if isinstance(condition, SupportTest):
        yield from condition.hypotheses
    elif isinstance(condition, GROUPS) and not isinstance(condition, NoneOf | Unless):
        for part in condition.parts:
            yield from _aims(part)


CHECK = Check("aimless-cause", "unfinished", "Every cause has a measure, or says why none", find)
