"""`none` asks for what is known to be false, and support, scores and triage never are: they only grow with more answers."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import All, AnyOf, AtLeast, Condition, NoneOf, ScoreTest, SupportTest, TriageTest, Unless
from soleus.knowledge.items import Fault, conditions, titled
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for item, condition in conditions(base):
        if any(isinstance(part, SupportTest | ScoreTest | TriageTest) for part in _known_false_parts(condition, False)):
            what = f"In the {titled(item)}, a test of support, score or triage stands under 'none', but it is never known to be false."
            yield Fault(item, what, "Use 'unless'.", word="none")


def _known_false_parts(condition: Condition, negated: bool) -> Iterator[Condition]:
    """The tests that must be known to be false for the condition to be true."""
    if isinstance(condition, NoneOf | Unless):
        inner = isinstance(condition, NoneOf) and not negated
    elif isinstance(condition, All | AnyOf | AtLeast):
        inner = negated
    else:
        yield from [condition] if negated else []
        return
    for part in condition.parts:
        yield from _known_false_parts(part, inner)


CHECK = Check("open-under-none", "logic", "No test of support, score or triage stands under 'none'", find)
