"""What can be answered to each observable, and how common each answer is: what the choice of the next question is weighed by.

How common an answer is comes from the knowledge (`how_common`, `typical`) or from the defaults below. It decides only what is asked and when,
never what is concluded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from soleus.inference.program import Program
from soleus.knowledge.conditions import Condition, InBand, OneOf, Scalar, walk
from soleus.knowledge.model import KnowledgeBase, Observable, Prior

_SHARE: dict[Prior, float] = {"common": 0.3, "uncommon": 0.1, "rare": 0.02, "very_rare": 0.002}
"""How many of all people the words stand for. Chosen, not measured."""

_YES: Prior = "uncommon"
_YES_DANGER: Prior = "very_rare"
"""How common a yes is where the knowledge does not say: anything, and a sign of danger."""

_TYPICAL = 0.95
"""The share of numbers in the typical range."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An answer and its share among all answers of people who know it, from 0 to 1.

    For numbers one answer stands for all that every rule treats alike.
    """

    value: Scalar
    share: float


@lru_cache(maxsize=8)
def common_answers(program: Program) -> dict[str, tuple[Likely, ...]]:
    """The answers to each observable, in the order of its choices or numbers, their shares summing to 1."""
    tests = _number_tests(program)
    return {name: tuple(_shared(_answers(one, tests[name]))) for name, one in program.base.observables.items()}


def _answers(one: Observable, tests: list[InBand | OneOf]) -> Iterator[tuple[Scalar, float]]:
    if one.kind == "yes_no":
        yes = _SHARE[one.how_common] if isinstance(one.how_common, str) else _SHARE[_YES_DANGER if one.safety else _YES]
        yield from ((False, 1 - yes), (True, yes))
    elif one.kind == "one_of":
        words: dict[str, Prior] = one.how_common if isinstance(one.how_common, dict) else {}
        yield from ((choice, _SHARE[words.get(choice, "common")]) for choice in one.choices)
    else:
        yield from _numbers(one, tests)


def _shared(answers: Iterable[tuple[Scalar, float]]) -> Iterator[Likely]:
    every = list(answers)
    whole = sum(share for _, share in every)
    return (Likely(value, share / whole) for value, share in every)


# Numbers


def _number_tests(program: Program) -> dict[str, list[InBand | OneOf]]:
    """The tests of each observable in all conditions of a knowledge base."""
    tests: dict[str, list[InBand | OneOf]] = defaultdict(list)
    for condition in _conditions(program.base):
        for part in walk(condition):
            if isinstance(part, InBand | OneOf):
                tests[part.observable].append(part)
    return tests


def _conditions(base: KnowledgeBase) -> Iterator[Condition]:
    yield from (rule.when for rule in base.rules.values())
    yield from (one.skip_if for one in base.observables.values() if one.skip_if is not None)
    yield from (one.skip_if for one in base.checklists.values() if one.skip_if is not None)


def _numbers(one: Observable, tests: list[InBand | OneOf]) -> Iterator[tuple[Scalar, float]]:
    """One number for each run of numbers that no test tells apart: the middle one of the run."""
    grid = _grid(one, tests)
    runs: list[list[Scalar]] = []
    last: tuple[bool, ...] | None = None
    for number in grid:
        told = tuple(_holds(test, number) for test in tests)
        if told != last:
            runs.append([])
        runs[-1].append(number)
        last = told
    inside = [number for number in grid if _is_typical(one, number)]
    outside = len(grid) - len(inside)
    for run in runs:
        common = [number for number in run if _is_typical(one, number)]
        share = _TYPICAL * len(common) / max(len(inside), 1) + (1 - _TYPICAL) * (len(run) - len(common)) / max(outside, 1)
        chosen = common or run
        yield chosen[len(chosen) // 2], share


def _grid(one: Observable, tests: list[InBand | OneOf]) -> list[Scalar]:
    """The numbers that may be answered: every whole or half one in the range, and every bound that is tested."""
    ends = one.range
    if ends is None:
        raise ValueError(f"the number '{one.id}' has no range")
    step = 1.0 if one.whole else 0.5
    steps = int((ends.at_most - ends.at_least) / step)
    numbers = {ends.at_least + step * place for place in range(steps + 1)} | {ends.at_most, *_bounds(tests)}
    fitting = sorted(number for number in numbers if ends.at_least <= number <= ends.at_most)
    return [int(number) if one.whole else float(number) for number in fitting if not one.whole or number == int(number)]


def _bounds(tests: Iterable[InBand | OneOf]) -> Iterator[float]:
    for test in tests:
        ends = (test.band.low, test.band.high) if isinstance(test, InBand) else test.values
        yield from (float(end) for end in ends if isinstance(end, int | float))


def _holds(test: InBand | OneOf, number: Scalar) -> bool:
    return test.band.holds(float(number)) if isinstance(test, InBand) else number in test.values


def _is_typical(one: Observable, number: Scalar) -> bool:
    return one.typical is None or one.typical.at_least <= float(number) <= one.typical.at_most
