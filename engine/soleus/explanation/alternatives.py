"""What else a person could answer: for each question the answers that rules can tell apart, and whether they can be given at all."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import Answered, Band, Condition, InBand, OneOf, Scalar, observables_in, walk
from soleus.knowledge.model import KnowledgeBase, Observable

Tests = Mapping[str, tuple[Condition, ...]]
"""The tests of each observable."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """An answer that could be given instead. For a number, `band` holds all numbers that rules cannot tell from it."""

    value: Scalar
    band: Band | None = None


def answer_tests(conditions: Iterable[Condition]) -> dict[str, tuple[Condition, ...]]:
    """The tests of answers in some conditions, by observable, each once."""
    found: dict[str, dict[Condition, None]] = defaultdict(dict)
    for condition in conditions:
        for part in walk(condition):
            if isinstance(part, OneOf | InBand | Answered):
                found[part.observable][part] = None
    return {name: tuple(tests) for name, tests in found.items()}


def alternatives(one: Observable, tests: tuple[Condition, ...], answer: Scalar | None) -> tuple[Alternative, ...]:
    """The other answers that could be given to a question that has this answer (None: none yet), one for all that the tests cannot tell apart.

    Never "not sure": nobody can forget. What is fixed and known has none.
    """
    if one.fixed and answer is not None:
        return ()
    if one.kind == "number":
        return tuple(_numbers(one, tests, answer))
    values: tuple[Scalar, ...] = (True, False) if one.kind == "yes_no" else tuple(one.choices)
    return tuple(Alternative(value) for value in values if value != answer)


# Numbers


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Numbers that lie together and that the tests cannot tell apart, with those of them that can stand for all."""

    band: Band
    values: tuple[float, ...]


def _numbers(one: Observable, tests: tuple[Condition, ...], answer: Scalar | None) -> Iterator[Alternative]:
    here = None if answer is None else _signature(one.id, tests, answer)
    for signature, stretch in _joined(one, tests):
        if signature != here:
            at = float(answer) if answer is not None else math.inf
            nearest = min(stretch.values, key=lambda value: (abs(value - at) if answer is not None else 0, value))
            yield Alternative(int(nearest) if nearest == int(nearest) else nearest, stretch.band)


def _signature(name: str, tests: Iterable[Condition], value: Scalar) -> tuple[bool | None, ...]:
    known = Known({name: value})
    return tuple(evaluate(test, known) for test in tests)


def _joined(one: Observable, tests: tuple[Condition, ...]) -> list[tuple[tuple[bool | None, ...], _Stretch]]:
    """The range of a number, cut where a test changes."""
    joined: list[tuple[tuple[bool | None, ...], _Stretch]] = []
    for piece in _pieces(one, tests):
        signature = _signature(one.id, tests, piece.values[0])
        if joined and joined[-1][0] == signature:
            before = joined.pop()[1]
            band = Band(before.band.low, piece.band.high, before.band.low_in, piece.band.high_in)
            piece = _Stretch(band, (*before.values, *piece.values))
        joined.append((signature, piece))
    return joined


def _pieces(one: Observable, tests: tuple[Condition, ...]) -> Iterator[_Stretch]:
    """Every number that a test names, and every gap between two of them that holds a possible answer, from low to high."""
    if one.range is None:
        return
    low, high = one.range.at_least, one.range.at_most
    cuts = sorted({low, high, *(cut for cut in _cuts(tests) if low <= cut <= high)})
    for cut, following in zip(cuts, [*cuts[1:], None], strict=True):
        if not one.whole or cut == int(cut):
            yield _Stretch(Band(cut, cut), (cut,))
        if following is not None and (between := _between(cut, following, whole=one.whole)):
            yield _Stretch(Band(cut, following, low_in=False, high_in=False), between)


def _cuts(tests: Iterable[Condition]) -> Iterator[float]:
    for test in tests:
        named = (test.band.low, test.band.high) if isinstance(test, InBand) else test.values if isinstance(test, OneOf) else ()
        yield from (float(cut) for cut in named if cut is not None)


def _between(low: float, high: float, *, whole: bool) -> tuple[float, ...]:
    """Numbers strictly between two others: the ends of what is there, or the middle."""
    if not whole:
        return ((low + high) / 2,)
    first, last = math.floor(low) + 1, math.ceil(high) - 1
    return tuple(dict.fromkeys((float(first), float(last)))) if first <= last else ()


# Questions that are not asked


def conditions_to_skip(base: KnowledgeBase) -> dict[str, tuple[Condition, ...]]:
    """For each observable when its question is not asked: its own condition, and that of its checklist."""
    found: dict[str, tuple[Condition, ...]] = {one.id: (one.skip_if,) for one in base.observables.values() if one.skip_if is not None}
    for checklist in base.checklists.values():
        if checklist.skip_if is not None:
            for item in checklist.items:
                found[item] = (*found.get(item, ()), checklist.skip_if)
    return found


def with_what_skips(names: Iterable[str], skips: Tests) -> list[str]:
    """Observables, and those on which it depends whether they are asked."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += [other for skip in skips.get(name, ()) for other in observables_in(skip)]
    return list(found)


def can_be_given(skips: Tests, answers: Mapping[str, Scalar], names: Iterable[str]) -> bool:
    """Whether all of these would be asked of a person with these answers: a test that is not safe now must not be suggested either."""
    known = Known(answers)
    return not any(evaluate(skip, known) for name in names for skip in skips.get(name, ()))
