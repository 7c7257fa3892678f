"""The written form of conditions and conclusions, read into records.

A `Reader` collects problems with their paths instead of stopping at the first: an author sees all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from soleus.knowledge.conditions import (
    LEVELS,
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
from soleus.knowledge.problems import closest, nearest, shown

Path = tuple[str | int, ...]

SUPPORT_KEYS = {"possible": "possible", "likely": "likely", "very_likely": "very_likely", "cause": "possible"}
GROUP_KEYS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {"all": All, "any": AnyOf, "none": NoneOf, "unless": Unless}
RESERVED = frozenset({"finding", "score", "triage", "at_least", *SUPPORT_KEYS, *GROUP_KEYS})
BOUNDS = {"over": ("low", False), "at_least": ("low", True), "under": ("high", False), "at_most": ("high", True)}
STRENGTHS = ("weak", "moderate", "strong", "confirms", "excludes")


def is_number(value: object) -> bool:
    """Whether a value is a number. A yes or no is not one, though Python's `bool` is an `int`."""
    return isinstance(value, int | float) and not isinstance(value, bool)


class UnreadableError(Exception):
    """A part that cannot be read; its problem is already noted."""


@dataclass(slots=True)
class Reader:
    """Reads conditions and conclusions; `problems` holds (path, what, hint) of everything that is wrong."""

    problems: list[tuple[Path, str, str]] = field(default_factory=list)

    def fail(self, path: Path, what: str, hint: str = "") -> UnreadableError:
        self.problems.append((path, what, hint))
        return UnreadableError()

    # Conditions

    def condition(self, data: Any, path: Path) -> Condition:
        """One condition: a mapping whose entries must all hold."""
        if not isinstance(data, dict) or not data:
            raise self.fail(path, f"A condition must be a mapping such as 'pain: yes', not {shown(data)}.", "See docs/knowledge_language.md.")
        parts = self.each(data.items(), lambda item: self._entry(item[0], item[1], (*path, item[0])))
        return parts[0] if len(parts) == 1 else All(parts)

    def each(self, items: Any, read: Callable[[Any], Any]) -> tuple[Any, ...]:
        """Read every item, so that each can note its problem; then fail if one did."""
        done, failed = [], False
        for item in items:
            try:
                done.append(read(item))
            except UnreadableError:
                failed = True
        if failed:
            raise UnreadableError
        return tuple(done)

    def _entry(self, key: str, value: Any, path: Path) -> Condition:
        if key in GROUP_KEYS:
            return GROUP_KEYS[key](self._parts(value, path))
        if key == "at_least":
            return self._at_least(value, path)
        if key == "finding":
            return Derived(self.names(value, path))
        if key in SUPPORT_KEYS:
            return SupportTest(self.names(value, path), SUPPORT_KEYS[key], key)
        if key == "score":
            return self._score_test(value, path)
        if key == "triage":
            return TriageTest(self._level(self._only(value, "at_least", path), path))
        return self._observable_test(key, value, path)

    def _parts(self, value: Any, path: Path) -> tuple[Condition, ...]:
        if not isinstance(value, tuple) or not value:
            raise self.fail(path, f"'{path[-1]}' takes a list of conditions, not {shown(value)}.", "Start each with '- '.")
        return self.each(enumerate(value), lambda item: self.condition(item[1], (*path, item[0])))

    def _at_least(self, value: Any, path: Path) -> Condition:
        if not isinstance(value, dict) or set(value) != {"count", "of"}:
            raise self.fail(path, "'at_least' takes 'count' and 'of'.", "Write at_least: {count: 2, of: [...]}.")
        parts = self._parts(value["of"], (*path, "of"))
        count = value["count"]
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= len(parts):
            raise self.fail((*path, "count"), f"'count' must be a whole number from 1 to {len(parts)}, not {shown(count)}.")
        return AtLeast(count, parts)

    def _score_test(self, value: Any, path: Path) -> Condition:
        if not isinstance(value, dict) or len(value) != 1:
            raise self.fail(path, "'score' takes one score and its points.", "Write score: {name: {at_least: 2}}.")
        ((score, test),) = value.items()
        points = self._only(test, "at_least", (*path, score))
        if not isinstance(points, int) or isinstance(points, bool) or points < 1:
            raise self.fail((*path, score), f"Points are a whole number from 1, not {shown(points)}.")
        return ScoreTest(score, points)

    def _only(self, value: Any, key: str, path: Path) -> Any:
        if not isinstance(value, dict) or set(value) != {key}:
            raise self.fail(path, f"This takes only '{key}', not {shown(value)}.", f"Write {{{key}: ...}}.")
        return value[key]

    def _observable_test(self, key: str, value: Any, path: Path) -> Condition:
        if value in ("known", "unknown"):
            return Answered(key, value == "known")
        if isinstance(value, dict):
            return InBand(key, self.band(value, path))
        values = value if isinstance(value, tuple) else (value,)
        if not values or not all(isinstance(one, bool | int | float | str) for one in values):
            hint = nearest(key, RESERVED) if closest(key, RESERVED) else "See docs/knowledge_language.md."
            raise self.fail(path, f"The test of '{key}' must be a value, a list of values or a range, not {shown(value)}.", hint)
        return OneOf(key, values)

    def band(self, value: dict[str, Any], path: Path) -> Band:
        """A range of numbers, with one end or two."""
        bounds: dict[str, Any] = {}
        for word, number in value.items():
            if word not in BOUNDS:
                raise self.fail((*path, word), f"Unknown bound {shown(word)}.", nearest(word, BOUNDS))
            if not is_number(number):
                raise self.fail((*path, word), f"'{word}' takes a number, not {shown(number)}.")
            side, inside = BOUNDS[word]
            if side in bounds:
                raise self.fail((*path, word), f"The {side} end of the range is given twice.")
            bounds[side], bounds[f"{side}_in"] = number, inside
        if not bounds:
            raise self.fail(path, "The range is empty.", "Write for example {at_least: 10}.")
        return Band(**bounds)

    def names(self, value: Any, path: Path) -> tuple[str, ...]:
        """One id, or a list of ids."""
        names = value if isinstance(value, tuple) else (value,)
        if not names or not all(isinstance(name, str) and name for name in names):
            raise self.fail(path, f"'{path[-1]}' takes an id or a list of ids, not {shown(value)}.")
        return names

    def _level(self, value: Any, path: Path) -> Any:
        if value not in LEVELS:
            raise self.fail(path, f"Unknown triage level {shown(value)}.", nearest(value, LEVELS))
        return value

    # Conclusions

    def conclusions(self, data: Any, path: Path) -> tuple[Conclusion, ...]:
        """The list under `then`."""
        if not isinstance(data, tuple) or not data:
            raise self.fail(path, "'then' takes a list of conclusions.", "For example - find: some_finding.")
        return self.each(enumerate(data), lambda item: self._conclusion(item[1], (*path, item[0])))

    def _conclusion(self, data: Any, path: Path) -> Conclusion:
        readers: dict[str, Callable[[Any, Path], Conclusion]] = {
            "find": lambda value, at: Find(finding=self._one_name(value, at)),
            "score": self._add_points,
            "argue": self._argue,
            "refer": lambda value, at: Refer(level=self._level(value, at)),
            "withhold": self._withhold,
            "advise": lambda value, at: Advise(measures=self.names(value, at)),
        }
        if not isinstance(data, dict) or len(data) != 1:
            raise self.fail(path, f"A conclusion has one key, not {shown(data)}.", "It can be " + ", ".join(readers) + ".")
        ((key, value),) = data.items()
        if key not in readers:
            raise self.fail(path, f"Unknown conclusion {shown(key)}.", nearest(key, readers))
        return readers[key](value, (*path, key))

    def _one_name(self, value: Any, path: Path) -> str:
        if not isinstance(value, str) or not value:
            raise self.fail(path, f"'{path[-1]}' takes one id, not {shown(value)}.")
        return value

    def fields(self, value: Any, path: Path, needed: set[str], allowed: set[str]) -> dict[str, Any]:
        """A mapping with these keys and no others."""
        if not isinstance(value, dict):
            raise self.fail(path, f"'{path[-1]}' takes {', '.join(sorted(needed or allowed))}, not {shown(value)}.")
        unknown = [key for key in value if key not in allowed]
        meant = {closest(key, allowed) for key in unknown}
        for key in unknown:
            self.fail((*path, key), f"Unknown key {shown(key)} in '{path[-1]}'.", nearest(key, allowed))
        for key in sorted(needed - value.keys() - meant):
            self.fail(path, f"'{path[-1]}' lacks '{key}'.", f"It takes {', '.join(sorted(allowed))}.")
        if unknown or needed - value.keys():
            raise UnreadableError
        return value

    def _add_points(self, value: Any, path: Path) -> Conclusion:
        fields = self.fields(value, path, {"add", "to"}, {"add", "to"})
        points = fields["add"]
        if not isinstance(points, int) or isinstance(points, bool) or points < 1:
            raise self.fail((*path, "add"), f"Points are a whole number from 1, not {shown(points)}.")
        return AddPoints(score=self._one_name(fields["to"], (*path, "to")), points=points)

    def _argue(self, value: Any, path: Path) -> Conclusion:
        fields = self.fields(value, path, {"strength", "evidence"}, {"for", "against", "strength", "evidence"})
        if ("for" in fields) == ("against" in fields):
            raise self.fail(path, "An argument is either 'for' or 'against' one hypothesis.", "Give exactly one of the two.")
        side = "for" if "for" in fields else "against"
        strength = fields["strength"]
        if strength not in STRENGTHS:
            raise self.fail((*path, "strength"), f"Unknown strength {shown(strength)}.", nearest(strength, STRENGTHS))
        wrong_side = {"confirms": "against", "excludes": "for"}.get(strength)
        if wrong_side == side:
            raise self.fail((*path, "strength"), f"'{strength}' cannot stand in an argument {side} a hypothesis.")
        return Argue(
            hypothesis=self._one_name(fields[side], (*path, side)),
            favours=side == "for",
            strength=strength,
            evidence=self._one_name(fields["evidence"], (*path, "evidence")),
        )

    def _withhold(self, value: Any, path: Path) -> Conclusion:
        fields = self.fields(value, path, set(), {"groups", "measures"})
        if not fields:
            raise self.fail(path, "'withhold' names no measures.", "Give groups, measures, or both.")
        return Withhold(**{key: self.names(names, (*path, key)) for key, names in fields.items()})
