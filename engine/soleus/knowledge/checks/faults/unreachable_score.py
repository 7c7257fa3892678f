"""A score is tested only for points that its rules can give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import ScoreTest, walk
from soleus.knowledge.items import WHOLE, Fault, conditions
from soleus.knowledge.model import AddPoints, KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    most: Counter[str] = Counter()
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, AddPoints):
                most[conclusion.score] += conclusion.points
    for item, condition in conditions(base):
        for part in walk(condition):
            if isinstance(part, ScoreTest) and part.score in most and part.points > most[part.score]:
                what = f"The score '{part.score}' never has {part.points} points: all rules together add {most[part.score]}."
                yield Fault(item, what, "Check the points of the test and of the rules.", WHOLE, part.score)


CHECK = Check("unreachable-score", "logic", "No score is tested for more points than all its rules add", find)
