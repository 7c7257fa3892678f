"""Whether the items of a knowledge base fit together: names, types, order, safety of the language.

Faults keep a base from being used. Gaps do not, but somebody should close them: `soleus kb check` reports both.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from soleus.knowledge import faults, gaps, names
from soleus.knowledge.items import Fault, Lost, Places
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import MOST_PROBLEMS, Problem


def find_faults(base: KnowledgeBase, places: Places, lost: Lost) -> list[Problem]:
    """Everything that keeps the base from being used, but for what may only be wrong because items were `lost`."""
    found = (fault for check in (*names.CHECKS, *faults.CHECKS) for fault in check(base) if not lost.hides(fault))
    return _placed(found, places)


def find_gaps(base: KnowledgeBase, places: Places) -> list[Problem]:
    """What is not wrong but not finished in a base without faults."""
    return _placed((gap for check in gaps.CHECKS for gap in check(base)), places)


def _placed(found: Iterable[Fault], places: Places) -> list[Problem]:
    few = islice(found, 2 * MOST_PROBLEMS)
    return [Problem((at := places.of(fault.item, fault.word or fault.missing)).file, at.line, fault.what, fault.hint) for fault in few]
