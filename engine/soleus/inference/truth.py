"""Whether a condition holds: true, false or unknown, by Kleene's strong logic.

The engines decide which rules fire; this evaluates one condition against what is known, for skip conditions and for explanations of
rules that did not fire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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

Truth: TypeAlias = bool | None
"""True, false, or None for unknown."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person: answers by observable, findings derived (true) or known not to hold (false), points by score,
    words of support by hypothesis, and the triage level once it is decided."""

    answers: Mapping[str, Scalar]
    findings: Mapping[str, bool] = field(default_factory=dict)
    scores: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    triage: str | None = None


def negated(value: Truth) -> Truth:
    return None if value is None else not value


def every(values: Iterable[Truth]) -> Truth:
    """True if all are, false if any is false, unknown otherwise."""
    seen = list(values)
    if False in seen:
        return False
    return None if None in seen else True


def some(values: Iterable[Truth]) -> Truth:
    """True if any is, false if all are false, unknown otherwise."""
    return negated(every(negated(value) for value in values))


def evaluate(condition: Condition, known: Known) -> Truth:
    """The truth of a condition. Tests of support, score and triage are true or unknown, never false."""
    if isinstance(condition, GROUPS):
        return joined(condition, [evaluate(part, known) for part in condition.parts])
    return _test(condition, known)


def joined(group: Group, values: Sequence[Truth]) -> Truth:
    """The truth of a group whose parts have these values, in its order."""
    match group:
        case All():
            return every(values)
        case AnyOf():
            return some(values)
        case NoneOf():
            return negated(some(values))
        case Unless():
            return not any(values)
        case AtLeast(count, _):
            if values.count(True) >= count:
                return True
            return False if values.count(False) > len(values) - count else None


def _test(test: Condition, known: Known) -> Truth:
    match test:
        case Answered(observable, wanted):
            return (observable in known.answers) is wanted
        case OneOf(observable, values):
            return known.answers[observable] in values if observable in known.answers else None
        case InBand(observable, band):
            number = known.answers.get(observable)
            return None if number is None else band.holds(float(number))
        case Derived(findings):
            return some(known.findings.get(finding) for finding in findings)
        case ScoreTest(score, points):
            return known.scores.get(score, 0) >= points or None
        case SupportTest(hypotheses, word, _):
            return any(WORDS.index(known.words.get(one, "unlikely")) >= WORDS.index(word) for one in hypotheses) or None
        case TriageTest(level):
            return (known.triage is not None and LEVELS.index(known.triage) >= LEVELS.index(level)) or None
    raise TypeError(f"not a test: {test!r}")
