"""Conditions and conclusions in words, and in the form in which a knowledge file writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from soleus.cli.wording import with_unit
from soleus.knowledge.conditions import (
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
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Refer, Withhold
from soleus.knowledge.problems import number_text
from soleus.report.blocks import Line

_GROUPS: dict[type[Condition], tuple[str, str]] = {
    All: ("all", "All of these:"),
    AnyOf: ("any", "Any of these:"),
    NoneOf: ("none", "None of these, each known not to hold:"),
    Unless: ("unless", "Unless one of these is known to hold:"),
}
"""Each group with its key in a knowledge file and its words."""

_BOUNDS = (("low", {True: "at_least", False: "over"}), ("high", {True: "at_most", False: "under"}))


def condition_lines(base: KnowledgeBase, condition: Condition, indent: int = 1) -> Iterator[Line]:
    """A condition, a line for each part, the parts of a group below it."""
    if isinstance(condition, All | AnyOf | NoneOf | Unless | AtLeast):
        yield Line(f"At least {condition.count} of these:" if isinstance(condition, AtLeast) else _GROUPS[type(condition)][1], indent)
        for part in condition.parts:
            yield from condition_lines(base, part, indent + 1)
    else:
        yield Line(test_text(base, condition), indent, bullet=True)


def test_text(base: KnowledgeBase, test: Condition) -> str:
    """One test in words."""
    match test:
        case OneOf():
            return f"{_short(base, test.observable)}: {' or '.join(value_text(base, test.observable, value) for value in test.values)}"
        case InBand():
            return f"{_short(base, test.observable)}: {with_unit(_band_text(test.band), base.observables[test.observable].unit)}"
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


def value_text(base: KnowledgeBase, observable: str, value: Scalar) -> str:
    """An answer in words: what the person read, or the number with its unit."""
    one = base.observables[observable]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"“{one.choices.get(value, value)}”"
    return with_unit(number_text(value), one.unit)


def _band_text(band: Band) -> str:
    return " and ".join(f"{word.replace('_', ' ')} {number_text(end)}" for word, end in _bounds(band))


def _bounds(band: Band) -> Iterator[tuple[str, float]]:
    for side, words in _BOUNDS:
        end = getattr(band, side)
        if end is not None:
            yield words[getattr(band, f"{side}_in")], end


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
            side = "for" if conclusion.favours else "against"
            return f"Speaks {side} {name_of(base, conclusion.hypothesis)}: {conclusion.strength} (evidence on “{conclusion.evidence}” counts once)"
        case Refer():
            return f"Triage at least: {level_text(base, conclusion.level)}"
        case Withhold():
            groups = [base.about.groups.get(group, group) for group in conclusion.groups]
            return f"Leave alone: {'; '.join((*groups, *_names(base, conclusion.measures)))}"
        case Advise():
            return f"Advises: {'; '.join(_names(base, conclusion.measures))}"


def _names(base: KnowledgeBase, items: Iterable[str]) -> list[str]:
    return [name_of(base, item) for item in items]


# As a knowledge file writes them


def written_condition(condition: Condition) -> dict[str, Any]:
    """A condition as plain data, in the language of the knowledge files."""
    match condition:
        case OneOf():
            return {condition.observable: condition.values[0] if len(condition.values) == 1 else list(condition.values)}
        case InBand():
            return {condition.observable: dict(_bounds(condition.band))}
        case Answered():
            return {condition.observable: "known" if condition.known else "unknown"}
        case Derived():
            return {"finding": _one_or_list(condition.findings)}
        case ScoreTest():
            return {"score": {condition.score: {"at_least": condition.points}}}
        case SupportTest():
            return {condition.key: _one_or_list(condition.hypotheses)}
        case TriageTest():
            return {"triage": {"at_least": condition.level}}
        case AtLeast():
            return {"at_least": {"count": condition.count, "of": [written_condition(part) for part in condition.parts]}}
        case _:
            return {_GROUPS[type(condition)][0]: [written_condition(part) for part in condition.parts]}


def _one_or_list(names: tuple[str, ...]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def written_conclusion(conclusion: Conclusion) -> dict[str, Any]:
    """A conclusion as plain data, in the language of the knowledge files."""
    match conclusion:
        case Find():
            return {"find": conclusion.finding}
        case AddPoints():
            return {"score": {"add": conclusion.points, "to": conclusion.score}}
        case Argue():
            side = "for" if conclusion.favours else "against"
            return {"argue": {side: conclusion.hypothesis, "strength": conclusion.strength, "evidence": conclusion.evidence}}
        case Refer():
            return {"refer": conclusion.level}
        case Withhold():
            given = {"groups": list(conclusion.groups), "measures": list(conclusion.measures)}
            return {"withhold": {key: names for key, names in given.items() if names}}
        case Advise():
            return {"advise": list(conclusion.measures)}
