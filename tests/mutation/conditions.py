"""Every way to get one place of a condition wrong: a part dropped, a test flipped, a threshold one step off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from soleus.explanation.words import in_words, name_of, value_text
from soleus.knowledge.conditions import (
    GROUPS,
    LEVELS,
    WORDS,
    All,
    Answered,
    AtLeast,
    Band,
    Condition,
    Derived,
    Group,
    InBand,
    NoneOf,
    OneOf,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
)
from soleus.knowledge.model import KnowledgeBase, Observable

T = TypeVar("T")

DROP, FLIP, SHIFT = "drop a part", "flip a test", "shift a threshold"


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake in a condition: its kind, what is wrong, and the condition that has it."""

    kind: str
    what: str
    condition: Condition


def slips(base: KnowledgeBase, condition: Condition) -> Iterator[Slip]:
    """Every mistake at one place of the condition; the last one forgets it altogether."""
    yield from _inside(base, condition)
    yield Slip(DROP, "without its condition: it always fires", All(()))


def _inside(base: KnowledgeBase, condition: Condition) -> Iterator[Slip]:
    if isinstance(condition, GROUPS):
        yield from _group(base, condition)
    else:
        yield from _test(base, condition)


def _group(base: KnowledgeBase, group: Group) -> Iterator[Slip]:
    for place, part in enumerate(group.parts):
        rest = group.parts[:place] + group.parts[place + 1 :]
        if rest:
            yield Slip(DROP, f"without the part “{_said(base, part)}”", _with(group, rest))
        for slip in _inside(base, part):
            yield replace(slip, condition=_with(group, (*group.parts[:place], slip.condition, *group.parts[place + 1 :])))
    match group:
        case NoneOf(parts):
            yield Slip(FLIP, f"not known to hold is enough: “{_said(base, group)}”", Unless(parts))
        case Unless(parts):
            yield Slip(FLIP, f"must be known not to hold: “{_said(base, group)}”", NoneOf(parts))
        case AtLeast(count, parts):
            yield from (
                Slip(SHIFT, f"at least {other} instead of {count}", AtLeast(other, parts))
                for other in (count - 1, count + 1)
                if 1 <= other <= len(parts)
            )


def _with(group: Group, parts: tuple[Condition, ...]) -> Condition:
    """A group with other parts: a count stays as it is while there are enough parts."""
    return AtLeast(min(group.count, len(parts)), parts) if isinstance(group, AtLeast) else type(group)(parts)


def _said(base: KnowledgeBase, condition: Condition) -> str:
    texts = [saying.text for _, saying in in_words(base, condition).lines()]
    return " ".join(texts[:1]) + ("" if len(texts) < 2 else " " + "; ".join(texts[1:]))


def _test(base: KnowledgeBase, test: Condition) -> Iterator[Slip]:
    said = _said(base, test)
    yield Slip(FLIP, f"not “{said}”", _flipped(test))
    for gone, other in _fewer(base, test):
        yield Slip(DROP, f"without “{gone}” in “{said}”", other)
    for other in _shifted(base, test):
        yield Slip(SHIFT, f"“{_said(base, other)}” instead of “{said}”", other)


def _flipped(test: Condition) -> Condition:
    """The opposite of a test. Of what can never be known to be false (scores, support, triage) it is that it is not known to hold."""
    match test:
        case OneOf(observable, (bool(value),)):
            return OneOf(observable, (not value,))
        case Answered(observable, known):
            return Answered(observable, not known)
        case ScoreTest() | SupportTest() | TriageTest():
            return Unless((test,))
        case _:
            return NoneOf((test,))


def _fewer(base: KnowledgeBase, test: Condition) -> Iterator[tuple[str, Condition]]:
    """What is gone, and the test without it: without one of several values or names."""
    match test:
        case OneOf(observable, values) if len(values) > 1:
            yield from ((value_text(base, observable, one), OneOf(observable, _but(values, one))) for one in values)
        case Derived(findings) if len(findings) > 1:
            yield from ((name_of(base, one), Derived(_but(findings, one))) for one in findings)
        case SupportTest(hypotheses) if len(hypotheses) > 1:
            yield from ((name_of(base, one), replace(test, hypotheses=_but(hypotheses, one))) for one in hypotheses)


def _but(names: tuple[T, ...], gone: T) -> tuple[T, ...]:
    return tuple(one for one in names if one != gone)


def _shifted(base: KnowledgeBase, test: Condition) -> Iterator[Condition]:
    """The test with a threshold one step up, and one step down."""
    match test:
        case InBand(observable, band):
            yield from (InBand(observable, other) for other in _bands(base.observables[observable], band))
        case OneOf(observable, (int(value),)) if base.observables[observable].kind == "number":
            yield from (OneOf(observable, (other,)) for other in (value - 1, value + 1) if _in_range(base.observables[observable], other))
        case ScoreTest(score, points):
            yield from (ScoreTest(score, other) for other in (points - 1, points + 1) if other)
        case SupportTest(hypotheses, word):
            yield from (SupportTest(hypotheses, other, other) for other in _beside(WORDS, word))
        case TriageTest(level):
            yield from (TriageTest(other) for other in _beside(LEVELS, level))


def _beside(ladder: tuple[str, ...], step: str) -> Iterator[str]:
    """The steps just below and just above, but never the lowest of the ladder, which everything reaches."""
    at = ladder.index(step)
    yield from (ladder[other] for other in (at - 1, at + 1) if 0 < other < len(ladder))


def _bands(one: Observable, band: Band) -> Iterator[Band]:
    """The band with one bound a step off. For whole numbers a step is 1; else a bound is also left out, or taken in, by itself."""
    if band.low is not None:
        yield from (replace(band, low=bound, low_in=included) for bound, included in _bounds(one, band.low, band.low_in, -1))
    if band.high is not None:
        yield from (replace(band, high=bound, high_in=included) for bound, included in _bounds(one, band.high, band.high_in, 1))


def _bounds(one: Observable, bound: float, included: bool, wider: int) -> Iterator[tuple[float, bool]]:
    """A bound one step wider and one step narrower. Of a number that need not be whole, the least step is whether the bound itself counts."""
    if one.whole:
        steps = [(bound + wider, included), (bound - wider, included)]
    else:
        steps = [(bound, not included), (bound + wider, included) if included else (bound - wider, included)]
    yield from ((at, counts) for at, counts in steps if _in_range(one, at))


def _in_range(one: Observable, number: float) -> bool:
    return one.range is None or one.range.at_least <= number <= one.range.at_most
