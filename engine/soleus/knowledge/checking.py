"""Whether the items of a knowledge base fit together: runs the checks, and places what they find.

Faults keep a base from being used. Gaps do not, but somebody should close them: `soleus kb check` reports both.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from soleus.knowledge.checks import FAULTS, GAPS, Check
from soleus.knowledge.checks.check import Beside
from soleus.knowledge.examples import NAME, read_examples
from soleus.knowledge.items import Fault, Lost, Places
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import MOST_PROBLEMS, Problem

_NOTHING = Beside()


def find_faults(base: KnowledgeBase, places: Places, lost: Lost) -> list[Problem]:
    """Everything that keeps the base from being used, but for what may only be wrong because items were `lost`."""
    return _placed(((check, fault) for check, fault in _found(FAULTS, base, _NOTHING) if not lost.hides(fault)), places)


def find_gaps(base: KnowledgeBase, places: Places, checks: Iterable[Check] | None, beside: Beside) -> list[Problem]:
    """What these checks find in a base without faults; for `None`, every check for gaps."""
    return _placed(_found(GAPS if checks is None else checks, base, beside), places)


def beside(base: KnowledgeBase, folder: str | os.PathLike[str] | None, today: date | None) -> Beside:
    """What lies beside a base: the day, and the rules that have examples in the folder, if it holds examples at all."""
    if folder is None or not (Path(folder) / NAME).is_file():
        return Beside(today=today)
    return Beside(today=today, with_examples=frozenset(read_examples(base, folder)))


def _found(checks: Iterable[Check], base: KnowledgeBase, beside: Beside) -> Iterator[tuple[Check, Fault]]:
    return ((check, fault) for check in checks if check.find for fault in check.find(base, beside))


def _placed(found: Iterable[tuple[Check, Fault]], places: Places) -> list[Problem]:
    few = islice(found, 2 * MOST_PROBLEMS)
    return [
        Problem((at := places.of(fault.item, fault.word or fault.missing)).file, at.line, fault.what, fault.hint, check.id) for check, fault in few
    ]
