"""Conditions as lines of a report."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.explanation.words import in_words
from soleus.knowledge.conditions import GROUPS, Condition
from soleus.knowledge.model import KnowledgeBase
from soleus.report.blocks import Line


def condition_lines(base: KnowledgeBase, condition: Condition, indent: int = 1) -> Iterator[Line]:
    """A condition, a line for each part, the parts of a group below it."""
    for depth, saying in in_words(base, condition).lines(indent):
        yield Line(saying.text, depth, bullet=not isinstance(saying.part, GROUPS))
