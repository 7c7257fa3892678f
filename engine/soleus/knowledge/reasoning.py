"""What conditions say of each other: whether one can hold at all, whether it follows from another, whether two are the same.

A condition is looked at in every state of what it tests: each answer or none, each finding derived, known not to hold or neither, each sum of
points, each word of support, each triage level. Some of these states no person can be in, because of what rules derive. So "in no state" is
certain, and a state that was found may be none that anyone can be in. Numbers are tried at, between and beside the bounds that are tested.

The search branches on one tested thing after the other and leaves a branch as soon as it cannot lead there. It gives up after `MOST_STEPS`:
what it then says is `None`, not known.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from soleus.knowledge.conditions import (
    GROUPS,
    LEVELS,
    WORDS,
    All,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    InBand,
    NoneOf,
    OneOf,
    Scalar,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
    walk,
)
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.normal import needed, normal

MOST_STEPS = 1_000
"""The states, whole or in part, that one search looks at."""

TRUE, FALSE, UNKNOWN = 1, 2, 4
"""Sets of truths, as bits: what a condition can still be."""

Thing: TypeAlias = tuple[str, str]
"""What a test reads: its kind and its id, such as ('finding', 'acute')."""
Value: TypeAlias = Scalar | None
State: TypeAlias = dict[Thing, Value]
Goal: TypeAlias = tuple[Condition, int]
"""A condition, and the truths that it is wanted to have."""


class Reasoner:
    """Answers questions on the conditions of one knowledge base. `dead` are findings that no rule that can fire derives."""

    def __init__(self, base: KnowledgeBase, dead: Iterable[str] = ()) -> None:
        self.base = base
        self.dead = frozenset(dead)

    def can_hold(self, *conditions: Condition) -> bool | None:
        """Whether these conditions can be true together."""
        return self.possible([(condition, TRUE) for condition in conditions])

    def implies(self, one: Condition, other: Condition) -> bool | None:
        """Whether the other is true whenever the one is. Where the one is the other and more, that is plain without a search."""
        if needed(other) <= needed(one):
            return True
        return _not(self.possible([(one, TRUE), (other, FALSE | UNKNOWN)]))

    def same(self, one: Condition, other: Condition, *, wholly: bool) -> bool | None:
        """Whether the two are true in the same states, and `wholly`: whether they are false in the same states as well."""
        if normal(one) == normal(other):
            return True
        ways = [(TRUE, FALSE | UNKNOWN), (FALSE | UNKNOWN, TRUE)]
        ways += [(FALSE, TRUE | UNKNOWN), (TRUE | UNKNOWN, FALSE)] if wholly else []
        return _not(_some(self.possible([(one, first), (other, second)]) for first, second in ways))

    def possible(self, goals: list[Goal]) -> bool | None:
        """Whether some state meets every goal."""
        conditions = [condition for condition, _ in goals]
        return _Search(goals, self._domains(conditions)).run()

    def _domains(self, conditions: Iterable[Condition]) -> dict[Thing, tuple[Value, ...]]:
        """Every thing that the conditions test, in written order, with the values that matter."""
        tests = [part for condition in conditions for part in walk(condition) if not isinstance(part, GROUPS)]
        by_thing: dict[Thing, list[Condition]] = {}
        for test in tests:
            for thing in _things(test):
                by_thing.setdefault(thing, []).append(test)
        return {thing: _told_apart(self._values(thing, those), those) for thing, those in by_thing.items()}

    def _values(self, thing: Thing, tests: list[Condition]) -> tuple[Value, ...]:
        kind, name = thing
        if kind == "observable":
            return (None, *_answers(self.base.observables[name], tests))
        if kind == "finding":
            return (None, False) if name in self.dead else (None, False, True)
        if kind == "score":
            return (0, *sorted({test.points for test in tests if isinstance(test, ScoreTest)}))
        return tuple(range(len(WORDS if kind == "support" else LEVELS)))


def things_in(condition: Condition) -> Iterator[Thing]:
    """What a condition tests, in written order, repeats included."""
    for part in walk(condition):
        if not isinstance(part, GROUPS):
            yield from _things(part)


def key_of(thing: Thing) -> str:
    """The word in a condition that tests a thing."""
    return thing[1] or thing[0]


def _not(found: bool | None) -> bool | None:
    return None if found is None else not found


def _some(found: Iterable[bool | None]) -> bool | None:
    """True if any is, else `None` if any is not known."""
    unsure = False
    for one in found:
        if one:
            return True
        unsure |= one is None
    return None if unsure else False


def _things(test: Condition) -> Iterator[Thing]:
    match test:
        case OneOf() | InBand() | Answered():
            yield "observable", test.observable
        case Derived():
            yield from (("finding", finding) for finding in test.findings)
        case ScoreTest():
            yield "score", test.score
        case SupportTest():
            yield from (("support", hypothesis) for hypothesis in test.hypotheses)
        case TriageTest():
            yield "triage", ""


def _told_apart(values: Iterable[Value], tests: list[Condition]) -> tuple[Value, ...]:
    """The values without those for which every test is as it is for an earlier one."""
    return tuple({tuple(_truth(test, value) for test in tests): value for value in reversed([*values])}.values())[::-1]


def _answers(one: Observable, tests: Iterable[Condition]) -> Iterable[Scalar]:
    """The answers to a question that its tests may tell apart."""
    if one.range is None:
        return one.choices or (True, False)
    bounds = {one.range.at_least, one.range.at_most}
    for test in tests:
        if isinstance(test, InBand):
            bounds |= {end for end in (test.band.low, test.band.high) if end is not None}
        elif isinstance(test, OneOf):
            bounds |= {value for value in test.values if isinstance(value, int | float)}
    points = bounds | {(low + high) / 2 for low, high in pairwise(sorted(bounds))}
    if one.whole:
        points = {whole for point in points for whole in (int(point), int(point) + 1)}
    return sorted(point for point in points if one.range.at_least <= point <= one.range.at_most)


class _Search:
    """One search for a state that meets every goal."""

    def __init__(self, goals: list[Goal], domains: dict[Thing, tuple[Value, ...]]) -> None:
        self.goals = goals
        self.domains = domains
        self.steps = 0
        self.tables = {id(part): self._table(part) for condition, _ in goals for part in walk(condition) if not isinstance(part, GROUPS)}

    def _table(self, test: Condition) -> list[tuple[Thing, dict[Value, int], int]]:
        """For each thing that a test reads, its truth for each value, and all these truths together."""
        tables = [(thing, {value: _truth(test, value) for value in self.domains[thing]}) for thing in _things(test)]
        return [(thing, table, functools.reduce(operator.or_, table.values())) for thing, table in tables]

    def run(self) -> bool | None:
        return self._from({})

    def _from(self, state: State) -> bool | None:
        """Whether a state that extends this one meets the goals."""
        self.steps += 1
        seen: dict[int, int] = {}
        truths = [self._truths(condition, state, seen) for condition, _ in self.goals]
        if not all(truth & wanted for truth, (_, wanted) in zip(truths, self.goals, strict=True)):
            return False
        undecided = [condition for truth, (condition, wanted) in zip(truths, self.goals, strict=True) if truth & ~wanted]
        if not undecided:
            return True
        if self.steps > MOST_STEPS:
            return None
        thing = next(thing for condition in undecided for thing in self._open(condition, state, seen))
        return _some(self._from({**state, thing: value}) for value in self.domains[thing])

    def _open(self, condition: Condition, state: State, seen: dict[int, int]) -> Iterator[Thing]:
        """What has no value yet, and on which the truth of the condition may still hang."""
        if self._truths(condition, state, seen) in (TRUE, FALSE, UNKNOWN):
            return
        if isinstance(condition, GROUPS):
            for part in condition.parts:
                yield from self._open(part, state, seen)
        else:
            yield from (thing for thing in _things(condition) if thing not in state)

    def _truths(self, condition: Condition, state: State, seen: dict[int, int]) -> int:
        """The truths that a condition can have in the states that extend this one; perhaps some that it cannot, but never too few.

        `seen` holds those of the conditions that were looked at in this state, by identity: goals share most of their parts.
        """
        found = seen.get(id(condition))
        if found is None:
            found = seen[id(condition)] = self._worked_out(condition, state, seen)
        return found

    def _worked_out(self, condition: Condition, state: State, seen: dict[int, int]) -> int:
        if not isinstance(condition, GROUPS):
            return self._of_test(condition, state)
        parts = [self._truths(part, state, seen) for part in condition.parts]
        match condition:
            case All():
                return _every(parts)
            case AnyOf():
                return _turned(_every(_turned(part) for part in parts))
            case NoneOf():
                return _every(_turned(part) for part in parts)
            case Unless():
                return _turned_open(parts)
            case AtLeast():
                return _counted(condition.count, parts)

    def _of_test(self, test: Condition, state: State) -> int:
        parts = [table[state[thing]] if thing in state else every for thing, table, every in self.tables[id(test)]]
        return parts[0] if len(parts) == 1 else _turned(_every(_turned(part) for part in parts))


def _truth(test: Condition, value: Value) -> int:
    """The truth of a test whose one thing has this value."""
    match test:
        case Answered(_, known):
            return TRUE if (value is not None) is known else FALSE
        case OneOf(_, values):
            return UNKNOWN if value is None else TRUE if value in values else FALSE
        case InBand(_, band):
            return UNKNOWN if value is None else TRUE if band.holds(float(value)) else FALSE
        case Derived():
            return UNKNOWN if value is None else TRUE if value else FALSE
        case ScoreTest(_, points):
            return TRUE if _number(value) >= points else UNKNOWN
        case SupportTest(_, word, _):
            return TRUE if _number(value) >= WORDS.index(word) else UNKNOWN
        case TriageTest(level):
            return TRUE if _number(value) >= LEVELS.index(level) else UNKNOWN
    raise TypeError(f"not a test: {test!r}")


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value


# Kleene's tables on sets of truths


def _turned(part: int) -> int:
    """The negation of each."""
    return part & UNKNOWN | (FALSE if part & TRUE else 0) | (TRUE if part & FALSE else 0)


def _every(parts: Iterable[int]) -> int:
    """True if all are, false if any is, unknown otherwise."""
    truths = TRUE
    for part in parts:
        all_true, some_false = truths & part & TRUE, (truths | part) & FALSE
        unsure = UNKNOWN if (truths & UNKNOWN and part & (TRUE | UNKNOWN)) or (part & UNKNOWN and truths & (TRUE | UNKNOWN)) else 0
        truths = all_true | some_false | unsure
    return truths


def _turned_open(parts: list[int]) -> int:
    """True if none is true, false otherwise: never unknown."""
    return (TRUE if all(part & ~TRUE for part in parts) else 0) | (FALSE if any(part & TRUE for part in parts) else 0)


def _counted(count: int, parts: list[int]) -> int:
    """True if so many are, false if so many cannot be, unknown otherwise."""
    spare = len(parts) - count
    truths = (TRUE if sum(part & TRUE > 0 for part in parts) >= count else 0) | (FALSE if sum(part & FALSE > 0 for part in parts) > spare else 0)
    open_still = sum(part == TRUE for part in parts) < count and sum(part == FALSE for part in parts) <= spare
    return truths | (UNKNOWN if open_still and any(part & UNKNOWN for part in parts) else 0)
