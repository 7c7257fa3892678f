"""Conditions: when a rule holds. The written form is read here into small immutable parts.

A condition is one part: a test or a group of parts. Its value is true, false or unknown (see `inference.truth`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Scalar: TypeAlias = bool | int | float | str

WORDS = ("unlikely", "possible", "likely", "very_likely")
SAID_WORDS = tuple(word.replace("_", " ") for word in WORDS)
"""The words for support as a result and a reader are told them."""
LEVELS = ("self_care", "clinician", "same_day", "emergency")


@dataclass(frozen=True, slots=True)
class Band:
    """A range of numbers. A bound that is `None` is open; `low_in` and `high_in` say whether a bound itself is inside."""

    low: float | None = None
    high: float | None = None
    low_in: bool = True
    high_in: bool = True

    def holds(self, number: float) -> bool:
        above = self.low is None or number > self.low or (self.low_in and number == self.low)
        below = self.high is None or number < self.high or (self.high_in and number == self.high)
        return above and below


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer is one of these values."""

    observable: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class InBand:
    """The answer, a number in the observable's own unit, lies in the band."""

    observable: str
    band: Band


@dataclass(frozen=True, slots=True)
class Answered:
    """There is an answer (`known`), or there is none."""

    observable: str
    known: bool


@dataclass(frozen=True, slots=True)
class Derived:
    """One of these findings was derived."""

    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreTest:
    """The points of a score sum to at least `points`."""

    score: str
    points: int


@dataclass(frozen=True, slots=True)
class SupportTest:
    """One of these conditions or causes has at least the support that the word names. `key` is the key it was written with."""

    hypotheses: tuple[str, ...]
    word: str
    key: str


@dataclass(frozen=True, slots=True)
class TriageTest:
    """The triage is at least this level."""

    level: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Every part is known not to hold: an unknown part makes this unknown."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Unless:
    """No part is known to hold: an unknown part does not matter."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


Test: TypeAlias = OneOf | InBand | Answered | Derived | ScoreTest | SupportTest | TriageTest
Group: TypeAlias = All | AnyOf | NoneOf | Unless | AtLeast
Condition: TypeAlias = Test | Group

GROUPS = (All, AnyOf, NoneOf, Unless, AtLeast)


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and all its parts, outermost first, in written order."""
    yield condition
    if isinstance(condition, GROUPS):
        for part in condition.parts:
            yield from walk(part)


def observables_in(condition: Condition) -> Iterator[str]:
    """The ids of the observables that the condition tests directly, in written order, repeats included."""
    for part in walk(condition):
        if isinstance(part, OneOf | InBand | Answered):
            yield part.observable
