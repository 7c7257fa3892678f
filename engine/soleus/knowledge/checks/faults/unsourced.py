"""What is argued, advised or warned of stands on something that others can read."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, kinds
from soleus.knowledge.model import KnowledgeBase

_STATED = ("rule", "measure", "cause", "condition", "property")


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for kind, items in kinds(base):
        for item in items.values() if kind in _STATED else ():
            if not item.sources:
                yield Fault(f"{kind}:{item.id}", f"The {kind} '{item.id}' has no source.", "Name at least one item of kind 'source'.", word="sources")


CHECK = Check("unsourced", "evidence", "Every rule, measure, condition, cause and safety property names a source", find)
