"""A rule that holds only where another holds as well, and says no more than that one, changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import at, finds, live, makes_needless, simple
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.knowledge.reasoning import FALSE, TRUE, UNKNOWN, Reasoner, things_in


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    rules = live(reasoner)
    for rule in rules:
        others = (one for one in _as_strong(base, rule, rules) if _is_needless(reasoner, rule, one))
        wider = next((one for one in others if not _is_the_same(base, reasoner, rule, one)), None)
        if wider:
            what = f"Whenever the rule '{rule.id}' holds, '{wider.id}' ({at(wider)}) holds as well and concludes at least as much."
            hint = "Remove it, conclude something else or more strongly, or narrow the other rule with 'unless'."
            yield Fault(f"rule:{rule.id}", what, hint, word="when")


def _as_strong(base: KnowledgeBase, rule: Rule, rules: Iterable[Rule]) -> Iterator[Rule]:
    """The other rules that conclude at least as much and test something that the rule tests."""
    things, conclusions, kinds = {*things_in(rule.when)}, simple(rule), {*map(type, rule.then)}
    for other in rules:
        related = other is not rule and kinds.issubset(map(type, other.then)) and not things.isdisjoint(things_in(other.when))
        if related and all(makes_needless(base, other, one) for one in conclusions):
            yield other


def _is_needless(reasoner: Reasoner, rule: Rule, wider: Rule) -> bool:
    """Whether the wider rule holds wherever the rule does; for findings, also whether it is known not to hold only where the rule is."""
    if reasoner.implies(rule.when, wider.when) is not True:
        return False
    return not finds(rule) or reasoner.possible([(wider.when, FALSE), (rule.when, TRUE | UNKNOWN)]) is False


def _is_the_same(base: KnowledgeBase, reasoner: Reasoner, rule: Rule, wider: Rule) -> bool:
    """Whether the two make each other needless: that is for the check of duplicates."""
    return all(makes_needless(base, rule, one) for one in simple(wider)) and _is_needless(reasoner, wider, rule)


CHECK = Check("subsumed-rule", "logic", "No rule holds only where another already concludes as much", find)
