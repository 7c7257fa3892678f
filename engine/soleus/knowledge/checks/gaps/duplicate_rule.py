"""Two rules that hold in the same cases and conclude the same are one rule."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import at, finds, simple, testing_the_same
from soleus.knowledge.items import Fault
from soleus.knowledge.model import AddPoints, KnowledgeBase, Rule
from soleus.knowledge.reasoning import Reasoner


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    for first, second in testing_the_same(reasoner):
        if simple(first) == simple(second) and reasoner.same(first.when, second.when, wholly=finds(first)):
            what = f"The rule '{second.id}' holds in the same cases as '{first.id}' ({at(first)}) and concludes the same{_twice(second)}."
            yield Fault(f"rule:{second.id}", what, "Keep one of the two, with the sources of both.")


def _twice(rule: Rule) -> str:
    return ", so its points count twice" if any(isinstance(one, AddPoints) for one in rule.then) else ""


CHECK = Check("duplicate-rule", "logic", "No two rules hold in the same cases and conclude the same", find)
