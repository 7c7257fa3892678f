"""A measure says how much, when, how, and for whom it is not."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for measure in base.measures.values():
        item = f"measure:{measure.id}"
        if not any(getattr(measure.dose, key) is not None for key in measure.dose.__dataclass_fields__):
            yield Fault(item, f"The measure '{measure.id}' has no dose.", "Say how much, how often.", word="dose")
        for key in ("phase", "avoid", "how"):
            if not getattr(measure, key):
                yield Fault(item, f"The measure '{measure.id}' has an empty '{key}'.", "Fill it.", word=key)


CHECK = Check("unfinished-measure", "unfinished", "Every measure has a dose, a phase, the way to do it, and when not to", find)
