"""For each question the few answers that stand for all: where no rule tells two answers apart, one of them is enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from soleus.inference.columnar_expressions import Expression, Leaf
from soleus.inference.columnar_program import AnswerTest, Chosen, Compared, Known, YesNo
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Observable

Value: TypeAlias = Scalar | None
"""An answer; None where there is none."""

Values: TypeAlias = Mapping[str, tuple[Value, ...]]


def values_of(base: KnowledgeBase, expressions: Iterable[Expression], bounds: Iterable[tuple[str, float]] = ()) -> Values:
    """The answers worth telling apart for each observable, None first.

    Of a number these are its ends, every bound that an expression compares it with, the further `bounds`, and one number between any two neighbours.
    """
    tested: dict[str, set[float]] = defaultdict(set)
    for one in expressions:
        if isinstance(one, Leaf) and isinstance(one.what, Compared):
            tested[one.what.observable].add(one.what.bound)
    for observable, bound in bounds:
        tested[observable].add(bound)
    return {one.id: (None, *_values(one, tested[one.id])) for one in base.observables.values()}


def _values(one: Observable, bounds: Iterable[float]) -> tuple[Scalar, ...]:
    if one.range is None:
        return tuple(one.choices) or (True, False)
    ends = sorted({one.range.at_least, one.range.at_most, *(bound for bound in bounds if one.range.at_least <= bound <= one.range.at_most)})
    return tuple(map(_plain, _numbers(ends, whole=one.whole)))


def _numbers(ends: list[float], *, whole: bool) -> Iterator[float]:
    """The ends, and between any two neighbours one number if there is one; of `whole` numbers only those."""
    for low, high in zip(ends, [*ends[1:], math.inf], strict=True):
        if not whole or float(low).is_integer():
            yield low
        above = math.floor(low) + 1
        if above < high < math.inf:
            yield above
        elif high < math.inf and not whole:
            yield (low + high) / 2


def _plain(number: float) -> Scalar:
    return int(number) if float(number).is_integer() else number


def passes(test: AnswerTest, value: Value, one: Observable) -> bool:
    """Whether an answer passes a test; without an answer only the test for that is passed."""
    match test:
        case YesNo(_, yes):
            return value is yes
        case Chosen(_, place):
            return value == ((None, *one.choices)[place])
        case Known():
            return value is not None
        case Compared(_, sign, bound):
            return value is not None and _COMPARE[sign](float(value), bound)


_COMPARE = {
    "<": float.__lt__,
    "<=": float.__le__,
    "==": float.__eq__,
    ">=": float.__ge__,
    ">": float.__gt__,
}
