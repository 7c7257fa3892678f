"""Conditions, answers and conclusions in words: how a rule reads to a coach, and later why it did not fire.

A condition becomes a tree of sayings, one for each part, so that a reader can set beside each part whether it holds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from soleus.knowledge.conditions import (
    GROUPS,
    All,
    Answered,
    AnyOf,
    AtLeast,
    Band,
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
)
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Observable, Refer, Withhold
from soleus.knowledge.problems import number_text


@dataclass(frozen=True, slots=True)
class Saying:
    """A part of a condition in words. `parts` are those of a group, in written order; a test has none."""

    part: Condition
    text: str
    parts: tuple[Saying, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, Saying]]:
        """This saying and all below it, outermost first, each with how deep it stands."""
        yield depth, self
        for part in self.parts:
            yield from part.lines(depth + 1)


_SEVERAL: dict[type[Condition], str] = {
    All: "All of these:",
    AnyOf: "Any of these:",
    NoneOf: "None of these, each known not to hold:",
    Unless: "Unless one of these is known to hold:",
}
_ONE: dict[type[Condition], str] = {NoneOf: "This is known not to hold:", Unless: "Unless this is known to hold:"}
_BOUNDS = (("low", {True: "at least", False: "over"}), ("high", {True: "at most", False: "under"}))


def in_words(base: KnowledgeBase, condition: Condition) -> Saying:
    """A condition in words. A group of one part that only holds it together is that part."""
    if not isinstance(condition, GROUPS):
        return Saying(condition, _test(base, condition))
    parts = tuple(in_words(base, part) for part in condition.parts)
    if len(parts) == 1 and isinstance(condition, All | AnyOf):
        return parts[0]
    if isinstance(condition, AtLeast):
        return Saying(condition, f"At least {condition.count} of these:", parts)
    return Saying(condition, (_ONE if len(parts) == 1 else _SEVERAL)[type(condition)], parts)


def _test(base: KnowledgeBase, test: Condition) -> str:
    match test:
        case OneOf():
            return f"{_short(base, test.observable)}: {' or '.join(value_text(base, test.observable, value) for value in test.values)}"
        case InBand():
            return f"{_short(base, test.observable)}: {with_unit(_band(test.band), base.observables[test.observable].unit)}"
        case Answered():
            return f"{_short(base, test.observable)}: {'any answer' if test.known else 'no answer'}"
        case Derived():
            return f"Finding: {' or '.join(name_of(base, finding) for finding in test.findings)}"
        case ScoreTest():
            return f"Score {name_of(base, test.score)}: at least {test.points}"
        case SupportTest():
            return f"{' or '.join(name_of(base, one) for one in test.hypotheses)}: at least {test.word.replace('_', ' ')}"
        case TriageTest():
            return f"Triage: at least {level_text(base, test.level)}"
    raise TypeError(f"not a test: {test!r}")


def _short(base: KnowledgeBase, observable: str) -> str:
    return base.observables[observable].short


def _band(band: Band) -> str:
    ends = ((getattr(band, side), words[getattr(band, f"{side}_in")]) for side, words in _BOUNDS)
    return " and ".join(f"{word} {number_text(end)}" for end, word in ends if end is not None)


# Answers


def value_text(base: KnowledgeBase, observable: str, value: Scalar) -> str:
    """An answer in words: what the person read, or the number with its unit; the plain value where no question asks for it."""
    one = base.observables.get(observable)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{one.choices.get(value, value) if one else value}”"
    return with_unit(number_text(value), one.unit if one else "")


def answer_text(base: KnowledgeBase, observable: str, value: Scalar) -> str:
    """An answer with the short name of its question."""
    return f"{_short(base, observable)}: {value_text(base, observable, value)}"


def numbers_text(one: Observable, band: Band) -> str:
    """The numbers of a band that can be answered, with their unit: over 3 cm, from 4 to 6 times, 5 km."""
    low, high = _ends_within(one, band)
    bounds = {(True, True): "at least", (True, False): "over", (False, True): "at most", (False, False): "under"}
    if low and high and low[0] == high[0]:
        return with_unit(number_text(low[0]), one.unit)
    if low and high and low[1] and high[1]:
        return with_unit(f"from {number_text(low[0])} to {number_text(high[0])}", one.unit)
    ends = [(True, low), (False, high)]
    said = [f"{bounds[is_low, end[1]]} {number_text(end[0])}" for is_low, end in ends if end]
    return with_unit(" and ".join(said), one.unit) if said else "any number"


def _ends_within(one: Observable, band: Band) -> tuple[tuple[float, bool] | None, tuple[float, bool] | None]:
    """The lower and the upper end of a band and whether each is inside, None where the question's range ends anyway; whole numbers count up to
    the last that is inside."""
    low, high = (band.low, band.low_in), (band.high, band.high_in)
    if one.whole:
        low = (None if band.low is None else math.floor(band.low) + 1 if not band.low_in else math.ceil(band.low), True)
        high = (None if band.high is None else math.ceil(band.high) - 1 if not band.high_in else math.floor(band.high), True)
    at_start = low[0] is None or (one.range is not None and low[0] <= one.range.at_least and low[1])
    at_end = high[0] is None or (one.range is not None and high[0] >= one.range.at_most and high[1])
    first = None if low[0] is None or (at_start and low[0] != high[0]) else (low[0], low[1])
    last = None if high[0] is None or (at_end and low[0] != high[0]) else (high[0], high[1])
    return first, last


_MANY = re.compile(r"(?<=[cs]h|ss|[a-z]x)es$|(?<=[a-z]{3})(?<![su])s$")
"""How a word for many ends: days, inches; but not ms, m/s or Celsius."""


def with_unit(number: str, unit: str) -> str:
    """A number with its unit: 3 cm, 4/10, 2 days, 1 day."""
    unit = _MANY.sub("", unit) if number == "1" else unit
    return number + (unit if unit.startswith("/") else f" {unit}" if unit else "")


def answers_text(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> list[str]:
    """Answers in words, a line each, in the order of the interview. A whole checklist that was answered with no is one line."""
    lines: list[str] = [] if answers else ["no answer to any question"]
    said: set[str] = set()
    for checklist in base.checklists.values():
        if len(checklist.items) > 1 and all(answers.get(item) is False for item in checklist.items):
            said.update(checklist.items)
            lines.append(f"no to each of “{checklist.ask}”")
    return [
        *lines,
        *(answer_text(base, name, answers[name]) for name in base.observables if name in answers and name not in said),
    ]


# Names, conclusions


def name_of(base: KnowledgeBase, item: str) -> str:
    """The name of a finding, score, condition, cause or measure, or its id if it has none."""
    for items in (base.findings, base.scores, base.conditions, base.causes, base.measures):
        if item in items:
            return str(items[item].name)
    return item


def level_text(base: KnowledgeBase, level: str) -> str:
    """How a triage level reads."""
    return next((words.title for name, words in base.about.triage.items() if name == level), level)


def conclusion_text(base: KnowledgeBase, conclusion: Conclusion) -> str:
    """One conclusion in words."""
    match conclusion:
        case Find():
            return f"The finding: {name_of(base, conclusion.finding)}"
        case AddPoints():
            return f"{conclusion.points} {'point' if conclusion.points == 1 else 'points'} for the score {name_of(base, conclusion.score)}"
        case Argue():
            side, label = "for" if conclusion.favours else "against", conclusion.evidence.replace("_", " ")
            return f"Speaks {side} {name_of(base, conclusion.hypothesis)}: {conclusion.strength} (evidence on “{label}” counts once)"
        case Refer():
            return f"Triage at least: {level_text(base, conclusion.level)}"
        case Withhold():
            groups = [base.about.groups.get(group, group) for group in conclusion.groups]
            return f"Leave alone: {'; '.join((*groups, *_names(base, conclusion.measures)))}"
        case Advise():
            return f"Advises: {'; '.join(_names(base, conclusion.measures))}"


def _names(base: KnowledgeBase, items: Iterable[str]) -> list[str]:
    return [name_of(base, item) for item in items]
