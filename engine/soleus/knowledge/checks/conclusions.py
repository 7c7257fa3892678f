"""What the checks of logic share: conclusions taken apart, whether one makes another needless, and rules that test the same things."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Refer, Rule, Withhold
from soleus.knowledge.reasoning import Reasoner, Thing, things_in

_ORDERED = ("weak", "moderate", "strong")


def simple(rule: Rule) -> frozenset[Conclusion]:
    """The conclusions of a rule, each of one thing: one measure advised, one group withheld."""
    return frozenset(one for conclusion in rule.then for one in _taken_apart(conclusion))


def _taken_apart(conclusion: Conclusion) -> Iterator[Conclusion]:
    match conclusion:
        case Advise(measures=measures):
            yield from (Advise(measures=(one,)) for one in measures)
        case Withhold(groups=groups, measures=measures):
            yield from (Withhold(groups=(one,)) for one in groups)
            yield from (Withhold(measures=(one,)) for one in measures)
        case _:
            yield conclusion


def advised(rule: Rule) -> list[str]:
    """The measures that a rule advises, by name."""
    return sorted({measure for conclusion in rule.then if isinstance(conclusion, Advise) for measure in conclusion.measures})


def withholds(base: KnowledgeBase, rule: Rule, measure: str) -> bool:
    """Whether a rule withholds a measure, by its name or in a group."""
    groups = set(base.measures[measure].groups)
    return any(isinstance(one, Withhold) and (measure in one.measures or groups & {*one.groups}) for one in rule.then)


def makes_needless(base: KnowledgeBase, rule: Rule, conclusion: Conclusion) -> bool:
    """Whether a simple conclusion changes nothing where this rule holds as well. Points add up, so they are never needless."""
    if isinstance(conclusion, AddPoints):
        return False
    if isinstance(conclusion, Withhold) and conclusion.measures:
        return withholds(base, rule, conclusion.measures[0])
    return any(_covers(one, conclusion) for one in simple(rule))


def _covers(one: Conclusion, other: Conclusion) -> bool:
    match one, other:
        case Refer(level=own), Refer(level=level):
            return LEVELS.index(own) >= LEVELS.index(level)
        case Argue(strength=own), Argue(strength=strength) if own in _ORDERED and strength in _ORDERED:
            same = (one.hypothesis, one.favours, one.evidence) == (other.hypothesis, other.favours, other.evidence)
            return same and _ORDERED.index(own) >= _ORDERED.index(strength)
    return one == other


def finds(rule: Rule) -> bool:
    """Whether a rule derives a finding: then it also matters when it is known not to hold."""
    return any(isinstance(conclusion, Find) for conclusion in rule.then)


def live(reasoner: Reasoner) -> list[Rule]:
    """The rules that may hold, in the order of the files: of one that never does, everything is true."""
    rules = [rule for rule in reasoner.base.rules.values() if reasoner.can_hold(rule.when) is not False]
    return sorted(rules, key=lambda rule: (rule.place.file, rule.place.line))


def testing_the_same(reasoner: Reasoner) -> Iterator[tuple[Rule, Rule]]:
    """Every two rules that test the same things, the one that stands first in the files first."""
    by_things: dict[frozenset[Thing], list[Rule]] = {}
    for rule in live(reasoner):
        by_things.setdefault(frozenset(things_in(rule.when)), []).append(rule)
    for rules in by_things.values():
        yield from combinations(rules, 2)


def at(rule: Rule) -> str:
    """Where a rule stands, for a message."""
    return f"{rule.place.file}:{rule.place.line}"
