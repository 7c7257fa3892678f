"""Points are counted because a rule looks at their sum."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.strata import derives, reads


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    read = {name for rule in base.rules.values() for name in reads(rule.when)}
    made = {name for rule in base.rules.values() for name in derives(rule)}
    for score in base.scores:
        if f"score:{score}" in made - read:
            hint = f"Write a rule that tests it, such as 'score: {{{score}: {{at_least: 2}}}}', or remove it."
            yield Fault(f"score:{score}", f"Rules add to the score '{score}', but no rule reads it.", hint)


CHECK = Check("unused-score", "unused", "Every score is read by a rule", find)
