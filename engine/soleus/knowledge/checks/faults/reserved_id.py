"""An observable named like a word of the language, such as `finding`, could not be told from it in a condition."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.parsing import RESERVED


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for name in base.observables.keys() & RESERVED:
        yield Fault(f"observable:{name}", f"'{name}' is a word of the language and cannot name an observable.", "Choose another id.")


CHECK = Check("reserved-id", "form", "No observable is named like a word of the language", find)
