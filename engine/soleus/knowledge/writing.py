"""Conditions, answers and conclusions in the form in which a knowledge file writes them: the way back from `parsing.py`."""

from __future__ import annotations

from typing import Any

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
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
)
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, Refer, Withhold
from soleus.knowledge.problems import printable, shown

MOST_IN_LINE = 80
"""The characters of a condition that a message repeats."""

_KEYS: dict[type[Condition], str] = {All: "all", AnyOf: "any", NoneOf: "none", Unless: "unless"}
_BOUNDS = (("low", {True: "at_least", False: "over"}), ("high", {True: "at_most", False: "under"}))


def written_condition(condition: Condition) -> dict[str, Any]:
    """A condition as plain data, in the language of the knowledge files."""
    match condition:
        case OneOf():
            return {condition.observable: condition.values[0] if len(condition.values) == 1 else list(condition.values)}
        case InBand():
            return {condition.observable: written_band(condition.band)}
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
            return {_KEYS[type(condition)]: [written_condition(part) for part in condition.parts]}


def written_band(band: Band) -> dict[str, float]:
    """A band of numbers as plain data, in the language of the knowledge files."""
    ends = ((words[getattr(band, f"{side}_in")], getattr(band, side)) for side, words in _BOUNDS)
    return {word: end for word, end in ends if end is not None}


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


def short(condition: Condition) -> str:
    """A condition on one line of a message, as an author writes it; of a long one only the beginning."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    text = printable(", ".join(_in_line(written_condition(part))[1:-1] for part in parts))
    return text if len(text) <= MOST_IN_LINE else text[: MOST_IN_LINE - 3] + "..."


def _in_line(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_in_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_in_line, value)) + "]"
    return value if isinstance(value, str) else shown(value)
