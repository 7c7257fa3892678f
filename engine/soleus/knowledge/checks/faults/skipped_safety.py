"""A question on which danger hangs is always asked."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, skips, titled
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for item in _skipped(base):
        what = f"The {titled(item)} is a safety question, and those are never skipped."
        yield Fault(item, what, "Remove 'skip_if', or 'safety' if no danger hangs on it.", word="skip_if")


def _skipped(base: KnowledgeBase) -> Iterator[str]:
    """The safety questions, and the checklists that hold one, that have a `skip_if`."""
    safety = {one.id for one in base.observables.values() if one.safety}
    for item, _ in skips(base):
        kind, _, name = item.partition(":")
        if safety & ({name} if kind == "observable" else {*base.checklists[name].items}):
            yield item


CHECK = Check("skipped-safety", "safety", "No safety question is ever skipped", find)
