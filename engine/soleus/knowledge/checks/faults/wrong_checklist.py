"""A checklist is one screen of things that are true or not."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for checklist in base.checklists.values():
        item = f"checklist:{checklist.id}"
        if not checklist.items:
            yield Fault(item, f"The checklist '{checklist.id}' has no items.", "Name its yes_no observables.")
        for name in checklist.items:
            observable = base.observables.get(name)
            if observable and observable.kind != "yes_no":
                what = f"A checklist holds yes_no observables, and '{name}' is {observable.kind}."
                yield Fault(item, what, "Ask it on its own, in a section of the interview.", word=name)


CHECK = Check("wrong-checklist", "questions", "A checklist holds one or more yes_no questions", find)
