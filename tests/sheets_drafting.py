"""Answers that make a condition of a knowledge base hold: a search by luck, for tests that need every rule to fire.

A `Draft` fixes answers as known or unknown while it walks a condition. It follows findings, points and support back to the rules behind
them. It may fail, and another try with another seed may not: the one who asks looks at what really fired.
"""

from __future__ import annotations

import enum
import random
from collections.abc import Callable, Mapping, Sequence

from soleus.knowledge import conditions as c
from soleus.knowledge.model import AddPoints, Argue, Find, KnowledgeBase, Refer, Rule


class Goal(enum.Enum):
    """What a condition shall become: known to be true, known to be false, not true, not false."""

    TRUE = enum.auto()
    FALSE = enum.auto()
    NOT_TRUE = enum.auto()
    NOT_FALSE = enum.auto()


_OPPOSITE = {Goal.TRUE: Goal.FALSE, Goal.FALSE: Goal.TRUE, Goal.NOT_TRUE: Goal.NOT_FALSE, Goal.NOT_FALSE: Goal.NOT_TRUE}
_HOLDS = (Goal.TRUE, Goal.NOT_FALSE)


class Draft:
    """Answers fixed so far: `known` with their values, `unknown` to be left open."""

    def __init__(self, base: KnowledgeBase, values: Mapping[str, Sequence[c.Scalar]], rng: random.Random) -> None:
        self.base, self.values, self.rng = base, values, rng
        self.known: dict[str, c.Scalar] = {}
        self.unknown: set[str] = set()

    def make_true(self, condition: c.Condition) -> bool:
        """Fix answers so that the condition holds; whether that seems to have worked."""
        return self.make(condition, Goal.TRUE)

    def make(self, condition: c.Condition, goal: Goal) -> bool:
        """Fix answers so that the condition becomes what the goal says."""
        match condition:
            case c.All(parts):
                return self._every(parts, goal) if goal in _HOLDS else self._some(parts, goal)
            case c.AnyOf(parts):
                return self._some(parts, goal) if goal in _HOLDS else self._every(parts, goal)
            case c.NoneOf(parts):
                return self.make(c.AnyOf(parts), _OPPOSITE[goal])
            case c.Unless(parts):
                return self.make(c.AnyOf(parts), Goal.NOT_TRUE if goal in _HOLDS else Goal.TRUE)
            case c.AtLeast(count, parts):
                return self._some(parts, goal, count if goal in _HOLDS else len(parts) - count + 1)
            case c.OneOf() | c.InBand() | c.Answered():
                return self._answer(condition, goal)
            case c.Derived(findings):
                return self.make(c.AnyOf(tuple(self._rests_on(finding) for finding in findings)), goal)
            case _:
                return self._grow(condition, goal)

    # Groups

    def _every(self, parts: Sequence[c.Condition], goal: Goal) -> bool:
        """The goal for all parts, in random order; the rest is made even after one has failed."""
        made = [self.make(part, goal) for part in self.rng.sample(parts, len(parts))]
        return all(made)

    def _some(self, parts: Sequence[c.Condition], goal: Goal, count: int = 1) -> bool:
        """The goal for `count` of the parts, in random order; a part that fails leaves nothing behind."""
        reached = 0
        for part in self.rng.sample(parts, len(parts)):
            reached += self._attempt(lambda part=part: self.make(part, goal))  # type: ignore[misc]
            if reached >= count:
                return True
        return False

    def _attempt(self, action: Callable[[], bool]) -> bool:
        known, unknown = dict(self.known), set(self.unknown)
        if action():
            return True
        self.known, self.unknown = known, unknown
        return False

    # Answers

    def _answer(self, test: c.OneOf | c.InBand | c.Answered, goal: Goal) -> bool:
        name = test.observable
        if isinstance(test, c.Answered):
            return self._fix(name, list(self.values[name]) if test.known is (goal in _HOLDS) else [])
        fitting = [value for value in self.values[name] if _passes(test, value) is (goal in _HOLDS)]
        may_be_open = goal in (Goal.NOT_TRUE, Goal.NOT_FALSE)
        if may_be_open and name not in self.known and (name in self.unknown or not fitting or self.rng.random() < 0.3):
            return self._fix(name, [])
        return bool(fitting) and self._fix(name, fitting)

    def _fix(self, name: str, fitting: Sequence[c.Scalar]) -> bool:
        """Fix an answer to one of these values, or as unknown when there are none, unless it is fixed otherwise."""
        if name in self.known:
            return self.known[name] in fitting
        if name in self.unknown:
            return not fitting
        if fitting:
            self.known[name] = self.rng.choice(fitting)
        else:
            self.unknown.add(name)
        return True

    # What rests on rules

    def _rules(self, kind: type, fits: Callable[[object], bool]) -> list[Rule]:
        return [rule for rule in self.base.rules.values() if any(isinstance(one, kind) and fits(one) for one in rule.then)]

    def _rests_on(self, finding: str) -> c.Condition:
        """The condition under which a finding holds: that of any rule that derives it."""
        return c.AnyOf(tuple(rule.when for rule in self._rules(Find, lambda one: one.finding == finding)))  # type: ignore[attr-defined]

    def _grow(self, test: c.Condition, goal: Goal) -> bool:
        """Points, support and triage: let most rules that add to it fire and those that speak against it not, or the other way round."""
        if goal is Goal.FALSE:
            return False
        if goal is Goal.NOT_TRUE:
            self._each(self._adding(test), goal, 1.0)
            return True
        made = self._each(self._adding(test), goal, 0.85)
        self._each(self._opposing(test), Goal.NOT_TRUE, 0.5)
        return made > 0

    def _each(self, parts: Sequence[c.Condition], goal: Goal, share: float) -> int:
        """Attempt the goal for about this share of the parts, each on its own; how many attempts worked."""
        chosen = [part for part in self.rng.sample(parts, len(parts)) if self.rng.random() < share]
        made = [self._attempt(lambda part=part: self.make(part, goal)) for part in chosen]  # type: ignore[misc]
        return sum(made)

    def _adding(self, test: c.Condition) -> list[c.Condition]:
        match test:
            case c.ScoreTest(score, _):
                return [rule.when for rule in self._rules(AddPoints, lambda one: one.score == score)]  # type: ignore[attr-defined]
            case c.SupportTest(hypotheses, _, _):
                return self._arguing(hypotheses, favours=True)
            case c.TriageTest(level):
                return self._referring(level)
        raise TypeError(f"not a test: {test!r}")

    def _opposing(self, test: c.Condition) -> list[c.Condition]:
        return self._arguing(test.hypotheses, favours=False) if isinstance(test, c.SupportTest) else []

    def _arguing(self, hypotheses: Sequence[str], *, favours: bool) -> list[c.Condition]:
        rules = self._rules(Argue, lambda one: one.favours is favours and one.hypothesis in hypotheses)  # type: ignore[attr-defined]
        return [rule.when for rule in rules]

    def _referring(self, level: str) -> list[c.Condition]:
        enough = c.LEVELS[c.LEVELS.index(level) :]
        rules = self._rules(Refer, lambda one: one.level in enough)  # type: ignore[attr-defined]
        ill = [c.SupportTest((one.id,), "likely", "likely") for one in self.base.conditions.values() if one.triage in enough]
        return [*(rule.when for rule in rules), *ill]


def _passes(test: c.OneOf | c.InBand, value: c.Scalar) -> bool:
    return value in test.values if isinstance(test, c.OneOf) else test.band.holds(float(value))
