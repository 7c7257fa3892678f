"""What a check is: one thing that is wrong with a knowledge base or unfinished in it, found in a file of its own.

A check is told nothing but the base and what lies beside it, and yields a `Fault` for each case that it finds. No false alarms: a check that
misses a case beats one that cries wolf.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase

Category: TypeAlias = Literal["form", "names", "questions", "order", "safety", "evidence", "unused", "unfinished", "logic", "wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a check may know besides the base: the day on which it runs, and the rules that have an example in which they fire and one in
    which they do not. `None` is not known: a check that needs it then finds nothing."""

    today: date | None = None
    with_examples: frozenset[str] | None = None


Finder: TypeAlias = Callable[[KnowledgeBase, Beside], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `id` is in kebab-case, `title` says in one line what is right.

    `find` is `None` where the reader of the files finds it: what cannot be read is in no base.
    """

    id: str
    category: Category
    title: str
    find: Finder | None = None
