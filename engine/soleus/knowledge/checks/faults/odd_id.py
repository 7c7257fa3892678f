"""Ids are short plain words: they are typed in commands, and stand in the names of columns and pages."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import MOST_ID, Fault, is_id, kinds
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import shown


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    named = [(f"{kind}:{item}", item) for kind, items in kinds(base) for item in items]
    named += [(f"knowledge:{base.about.id}", name) for name in (*base.about.groups, *(phase.id for phase in base.about.phases))]
    hint = f"Use letters, digits, and '_' or '-' between them, at most {MOST_ID}."
    for item, name in named:
        if not is_id(name):
            yield Fault(item, f"The id {shown(name)} is not a plain id.", hint, word=name)


CHECK = Check("odd-id", "form", "Every id is a plain word", find)
