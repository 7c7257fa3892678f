"""Nothing argues for and against the same thing in the same cases, or advises what it withholds."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import advised, at, testing_the_same, withholds
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Argue, KnowledgeBase, Rule
from soleus.knowledge.reasoning import Reasoner


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for rule in base.rules.values():
        item = f"rule:{rule.id}"
        for name in sorted(_argued(rule, True) & _argued(rule, False)):
            yield Fault(item, f"The rule '{rule.id}' argues for and against '{name}'.", "Keep one of the two arguments.", word=name)
        for name in advised(rule):
            if withholds(base, rule, name):
                yield Fault(item, f"The rule '{rule.id}' advises '{name}' and withholds it.", "Keep one of the two.", word=name)
    yield from _between_rules(base)


def _between_rules(base: KnowledgeBase) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    for first, second in testing_the_same(reasoner):
        names = _argued(first, True) & _argued(second, False) | _argued(first, False) & _argued(second, True)
        if names and reasoner.same(first.when, second.when, wholly=False):
            for name in sorted(names):
                what = f"The rule '{second.id}' argues the opposite of '{first.id}' ({at(first)}) on '{name}', in the same cases."
                yield Fault(f"rule:{second.id}", what, "Keep one of the two arguments.", word=name)


def _argued(rule: Rule, favours: bool) -> set[str]:
    return {one.hypothesis for one in rule.then if isinstance(one, Argue) and one.favours is favours}


CHECK = Check("contradictory-conclusions", "logic", "No rule argues for and against one thing, or advises what it withholds", find)
