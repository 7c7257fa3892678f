"""Random answer sheets for any knowledge base: sparse, full, and drawn towards a rule, with numbers at and around the bounds that rules test.

`Sheets(base).sheet(seed)` is the same sheet for the same base and seed, in every process. `sheets(base)` is the hypothesis strategy.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

from hypothesis import strategies as st

from sheets_drafting import Draft
from soleus.knowledge import conditions as c
from soleus.knowledge.model import Advise, KnowledgeBase, Observable

Sheet = dict[str, c.Scalar]

UNKNOWN = (0.98, 0.85, 0.5, 0.15, 0.0)
"""How likely an answer is unknown, from a sparse sheet to a full one."""

NO = (0.5, 0.5, 0.8, 1.0)
"""How likely a known yes_no is no: only who says no to most questions passes the danger signs."""


def values_of(base: KnowledgeBase) -> dict[str, tuple[c.Scalar, ...]]:
    """For each observable the answers worth trying: every choice; of numbers the ends of the range, each tested bound, and a step around it."""
    bounds: dict[str, set[float]] = defaultdict(set)
    for condition in _conditions(base):
        for part in c.walk(condition):
            if isinstance(part, c.InBand | c.OneOf):
                bounds[part.observable].update(_numbers(part))
    return {name: _values(one, bounds[name]) for name, one in base.observables.items()}


def _conditions(base: KnowledgeBase) -> Iterator[c.Condition]:
    yield from (rule.when for rule in base.rules.values())
    yield from (one.skip_if for one in base.observables.values() if one.skip_if is not None)
    yield from (one.skip_if for one in base.checklists.values() if one.skip_if is not None)


def _numbers(test: c.InBand | c.OneOf) -> Iterator[float]:
    ends = (test.band.low, test.band.high) if isinstance(test, c.InBand) else test.values
    return (end for end in ends if isinstance(end, int | float) and not isinstance(end, bool))


def _values(one: Observable, bounds: Iterable[float]) -> tuple[c.Scalar, ...]:
    if one.range is None:
        return tuple(one.choices) or (True, False)
    low, high = one.range.at_least, one.range.at_most
    step = 1 if one.whole else 0.5
    near = {low, high, *(bound + way for bound in bounds for way in (-step, 0, step))}
    numbers = sorted(number for number in near if low <= number <= high)
    return tuple(int(number) if one.whole else float(number) for number in numbers if not one.whole or number == int(number))


class Sheets:
    """Seeded sheets for one knowledge base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.values = values_of(base)
        self.rules = tuple(base.rules)
        self.advice = tuple(rule.id for rule in base.rules.values() if any(isinstance(one, Advise) for one in rule.then))
        self.flags = tuple(one.id for one in base.observables.values() if one.safety and one.kind == "yes_no")

    def sheet(self, seed: int) -> Sheet:
        """The sheet of this number: every other one is drawn towards a rule, one rule after the other."""
        rng = random.Random(seed)
        turn, towards = divmod(seed, 2)
        return self.towards(self.rules[turn % len(self.rules)], rng) if towards and self.rules else self.background(rng)

    def cleared(self, seed: int) -> Sheet:
        """A sheet drawn towards a rule that advises, with a no to every safety question: these have a plan that can shrink."""
        rng = random.Random(seed)
        return {**self.towards(rng.choice(self.advice), rng), **dict.fromkeys(self.flags, False)}

    def background(self, rng: random.Random) -> Sheet:
        """A sheet of independent answers."""
        unknown, no = rng.choice(UNKNOWN), rng.choice(NO)
        return {name: self._answer(values, no, rng) for name, values in self.values.items() if rng.random() >= unknown}

    @staticmethod
    def _answer(values: tuple[c.Scalar, ...], no: float, rng: random.Random) -> c.Scalar:
        return rng.random() >= no if values == (True, False) else rng.choice(values)

    def towards(self, rule: str, rng: random.Random) -> Sheet:
        """A sheet on which the rule's condition was made to hold, as far as one attempt finds the way."""
        draft = Draft(self.base, self.values, rng)
        draft.make_true(self.base.rules[rule].when)
        sheet = {**self.background(rng), **draft.known}
        return {name: value for name, value in sheet.items() if name not in draft.unknown}


def sheets(base: KnowledgeBase) -> st.SearchStrategy[Sheet]:
    """Sheets of independent answers, which hypothesis can shrink, and sheets drawn towards a rule, which it cannot."""
    seeded = Sheets(base)
    answers = {name: st.sampled_from(values) for name, values in seeded.values.items()}
    return st.fixed_dictionaries({}, optional=answers) | st.integers(0, 1_000_000).map(seeded.sheet)
