"""Conditions of the knowledge language as conditional elements of CLIPS.

Every condition has two: one that matches when it is known to be true, one that matches when it is known to be false. An unknown condition
matches neither. The elements read these facts:

    (answer_age 41.0)            an answer; an unknown one has no fact
    (finding_x) (denied_x)       a finding that was derived, one that is known not to hold
    (score_x 2) (support_x 3) (triage 1)     points; places in WORDS and in LEVELS
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from soleus.knowledge import conditions as c

NEVER = "(never)"
"""Matches nothing: no such fact is ever asserted."""


def both(parts: Iterable[str]) -> str:
    """All of these elements match."""
    return f"(and {' '.join(parts)})"


def negation(part: str) -> str:
    """This element does not match."""
    return f"(not {part})"


def either(parts: Iterable[str]) -> str:
    """Some of these elements match; written without `or`, which would multiply the rule."""
    return negation(both(negation(part) for part in parts))


def so_many(count: int, parts: list[str]) -> str:
    """At least `count` of these elements match: some choice of that many does."""
    return either(both(chosen) for chosen in combinations(parts, count))


def literal(value: c.Scalar) -> str:
    """An answer as CLIPS writes it: yes and no as words, numbers as floats, choices as strings."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f'"{value}"' if isinstance(value, str) else repr(float(value))


def in_band(band: c.Band) -> str:
    """The CLIPS test that the number ?n lies in the band."""
    tests = ["TRUE"]
    if band.low is not None:
        tests.append(f"({'>=' if band.low_in else '>'} ?n {float(band.low)!r})")
    if band.high is not None:
        tests.append(f"({'<=' if band.high_in else '<'} ?n {float(band.high)!r})")
    return both(tests)


def some_fact(pattern: str) -> str:
    """A pattern in a scope of its own, so that its variable ?n is not shared with other patterns."""
    return f"(exists {pattern})"


def is_true(condition: c.Condition) -> str:
    """The element that matches when the condition is known to be true."""
    match condition:
        case c.All(parts):
            return both(map(is_true, parts))
        case c.AnyOf(parts):
            return either(map(is_true, parts))
        case c.NoneOf(parts):
            return both(map(is_false, parts))
        case c.Unless(parts):
            return both(negation(is_true(part)) for part in parts)
        case c.AtLeast(count, parts):
            return so_many(count, [is_true(part) for part in parts])
        case c.Answered(observable, known):
            return _answered(observable) if known else negation(_answered(observable))
        case c.OneOf(observable, values):
            return f"(answer_{observable} {'|'.join(map(literal, values))})"
        case c.InBand(observable, band):
            return some_fact(f"(answer_{observable} ?n&:{in_band(band)})")
        case c.Derived(findings):
            return either(f"(finding_{finding})" for finding in findings)
        case _:
            return _reached(condition)


def is_false(condition: c.Condition) -> str:
    """The element that matches when the condition is known to be false."""
    match condition:
        case c.All(parts):
            return either(map(is_false, parts))
        case c.AnyOf(parts):
            return both(map(is_false, parts))
        case c.NoneOf(parts) | c.Unless(parts):
            return either(map(is_true, parts))
        case c.AtLeast(count, parts):
            return so_many(len(parts) - count + 1, [is_false(part) for part in parts])
        case c.Answered(observable, known):
            return negation(_answered(observable)) if known else _answered(observable)
        case c.OneOf(observable, values):
            return f"(answer_{observable} {'&'.join('~' + literal(value) for value in values)})"
        case c.InBand(observable, band):
            return some_fact(f"(answer_{observable} ?n&:(not {in_band(band)}))")
        case c.Derived(findings):
            return both(f"(denied_{finding})" for finding in findings)
        case _:
            return NEVER


def _answered(observable: str) -> str:
    return f"(answer_{observable} ?)"


def _reached(test: c.Condition) -> str:
    """A test of something that only grows: points, support, triage."""
    match test:
        case c.ScoreTest(score, points):
            return some_fact(f"(score_{score} ?n&:(>= ?n {points}))")
        case c.SupportTest(hypotheses, least, _):
            return either(some_fact(f"(support_{one} ?n&:(>= ?n {c.WORDS.index(least)}))") for one in hypotheses)
        case c.TriageTest(level):
            return some_fact(f"(triage ?n&:(>= ?n {c.LEVELS.index(level)}))")
    raise TypeError(f"not a test: {test!r}")
