"""Every question is asked, and asked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import WHOLE, Fault, times
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    asked = Counter(name for section in base.interview.sections for name in section.ask)
    listed = Counter(name for checklist in base.checklists.values() for name in checklist.items)
    for name in base.checklists:
        if asked[name] != 1:
            hint = "It belongs in one section of the interview, once."
            yield Fault(f"checklist:{name}", f"The checklist '{name}' is asked {times(asked[name])}.", hint, WHOLE)
    for name in base.observables:
        if asked[name] + listed[name] != 1:
            hint = "It belongs in one checklist or one section of the interview, once."
            yield Fault(f"observable:{name}", f"The observable '{name}' is asked {times(asked[name] + listed[name])}.", hint, WHOLE)


CHECK = Check("not-asked-once", "questions", "Every question is asked once", find)
