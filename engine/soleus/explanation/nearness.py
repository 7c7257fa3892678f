"""A rule's condition set beside what is known: part by part whether it held, failed or is not known, and how many parts are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.inference.truth import Known, Truth, evaluate, joined
from soleus.knowledge.conditions import (
    GROUPS,
    LEVELS,
    All,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    Group,
    InBand,
    NoneOf,
    OneOf,
    Scalar,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
)

State: TypeAlias = Literal["held", "failed", "unknown"]
Wanted: TypeAlias = Literal["true", "false", "not true"]
"""What a rule needs of a part: that it is known to hold, known not to hold, or not known to hold."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a test saw: the answers, and by id the findings (`held`, `failed` or `unknown`), points, words of support, or the level."""

    answers: tuple[tuple[str, Scalar], ...] = ()
    derived: tuple[tuple[str, State], ...] = ()
    points: int | None = None
    words: tuple[tuple[str, str], ...] = ()
    level: str | None = None


@dataclass(frozen=True, slots=True)
class PartState:
    """A part of a condition beside what is known.

    `state` is whether the part held. `fits` is whether that is what the rule needs: under `none` a part must have failed, under `unless`
    it must not have held. `missing` is the least number of tests that would have to come out otherwise for it to fit.
    """

    part: Condition
    state: State
    wanted: Wanted
    fits: bool
    missing: int
    seen: Seen
    parts: tuple[PartState, ...] = ()

    def tests(self) -> Iterator[PartState]:
        """The tests in it, in written order."""
        if not isinstance(self.part, GROUPS):
            yield self
        for part in self.parts:
            yield from part.tests()


def beside(condition: Condition, known: Known, wanted: Wanted = "true") -> PartState:
    """A condition beside what is known."""
    if not isinstance(condition, GROUPS):
        truth = evaluate(condition, known)
        fits = _fits(truth, wanted)
        return PartState(condition, _state(truth), wanted, fits, 0 if fits else 1, _seen(condition, known))
    within = _wanted_within(condition, wanted)
    parts = tuple(beside(part, known, within) for part in condition.parts)
    truth = joined(condition, [_TRUTHS[part.state] for part in parts])
    fits = _fits(truth, wanted)
    missing = 0 if fits else sum(sorted(part.missing for part in parts)[: _needed(condition, wanted)])
    return PartState(condition, _state(truth), wanted, fits, missing, Seen(), parts)


_TRUTHS: dict[State, Truth] = {"held": True, "failed": False, "unknown": None}


def _fits(truth: Truth, wanted: Wanted) -> bool:
    return truth is not True if wanted == "not true" else truth is (wanted == "true")


def _state(truth: Truth) -> State:
    return "unknown" if truth is None else "held" if truth else "failed"


def _wanted_within(group: Group, wanted: Wanted) -> Wanted:
    """What a group needs of its parts."""
    if isinstance(group, NoneOf):
        return {"true": "false", "false": "true", "not true": "true"}[wanted]  # type: ignore[return-value]
    if isinstance(group, Unless):
        return "not true" if wanted == "true" else "true"
    return wanted


def _needed(group: Group, wanted: Wanted) -> int:
    """How many of its parts have to fit for a group to be as wanted."""
    size = len(group.parts)
    needed = {All: size, NoneOf: size, Unless: size, AnyOf: 1, AtLeast: getattr(group, "count", 1)}[type(group)]
    if wanted == "true":
        return needed
    return 1 if isinstance(group, NoneOf | Unless) else size - needed + 1


def _seen(test: Condition, known: Known) -> Seen:
    match test:
        case OneOf(observable, _) | InBand(observable, _) | Answered(observable, _):
            return Seen(answers=((observable, known.answers[observable]),) if observable in known.answers else ())
        case Derived(findings):
            return Seen(derived=tuple((one, _state(known.findings.get(one))) for one in findings))
        case ScoreTest(score, _):
            return Seen(points=known.scores.get(score, 0))
        case SupportTest(hypotheses, _, _):
            return Seen(words=tuple((one, known.words.get(one, "unlikely")) for one in hypotheses))
        case TriageTest():
            return Seen(level=known.triage or LEVELS[0])
    raise TypeError(f"not a test: {test!r}")
