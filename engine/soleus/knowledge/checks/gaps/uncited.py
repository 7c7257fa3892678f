"""A source that nothing cites supports nothing."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, cited
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    used = {name for _, sources in cited(base) for name in sources}
    for name in base.sources:
        if name not in used:
            yield Fault(f"source:{name}", f"Nothing cites the source '{name}'.", "Cite it where it is used, or remove it.")


CHECK = Check("uncited", "unused", "Every source is cited", find)
