"""The written form of what a safety property claims, and of the changes that it speaks of, read into records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from soleus.knowledge.answers import UNKNOWN
from soleus.knowledge.parsing import Path, Reader
from soleus.knowledge.problems import nearest, shown
from soleus.knowledge.properties import AddsOnly, Answer, Change, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers

WITHHELD = "withheld"
TRIAGE = "triage"


def read_claims(reader: Reader, data: Any, path: Path) -> tuple[Claimed, ...]:
    """The list under `then`. What is wrong is noted in the reader; raises `UnreadableError` after all of it was read."""
    if not isinstance(data, tuple) or not data:
        raise reader.fail(path, "'then' takes a list of what must hold.", "For example - holds: {triage: {at_least: clinician}}.")
    return reader.each(enumerate(data), lambda item: _claim(reader, item[1], (*path, item[0])))


def _claim(reader: Reader, data: Any, path: Path) -> Claimed:
    readers: dict[str, Callable[[Any, Path], Claimed]] = {
        "holds": lambda value, at: Holds(condition=reader.condition(value, at)),
        "never_holds": lambda value, at: NeverHolds(condition=reader.condition(value, at)),
        "leaves_out": lambda value, at: _leaves_out(reader, value, at),
        "includes": lambda value, at: Includes(measures=reader.names(value, at)),
        "never_lowers": lambda value, at: _never_lowers(reader, value, at),
        "adds_only": lambda value, at: AddsOnly(**_measures(reader, value, at)),
    }
    if not isinstance(data, dict) or len(data) != 1:
        raise reader.fail(path, f"What must hold has one key, not {shown(data)}.", "It can be " + ", ".join(readers) + ".")
    ((key, value),) = data.items()
    if key not in readers:
        raise reader.fail(path, f"A property cannot say {shown(key)}.", nearest(key, readers))
    return readers[key](value, (*path, key))


def _leaves_out(reader: Reader, value: Any, path: Path) -> Claimed:
    if value == WITHHELD:
        return LeavesOut(withheld=True)
    named = _measures(reader, value, path)
    return LeavesOut(groups=named.get("groups", ()), measures=named.get("measures", ()))


def _never_lowers(reader: Reader, value: Any, path: Path) -> Claimed:
    if value != TRIAGE:
        raise reader.fail(path, f"'never_lowers' takes '{TRIAGE}', not {shown(value)}.")
    return NeverLowers()


def _measures(reader: Reader, value: Any, path: Path) -> dict[str, tuple[str, ...]]:
    fields = reader.fields(value, path, set(), {"groups", "measures"})
    if not fields:
        raise reader.fail(path, f"'{path[-1]}' names no measures.", "Give groups, measures, or both.")
    return {key: reader.names(names, (*path, key)) for key, names in fields.items()}


def read_changes(reader: Reader, data: Any, path: Path) -> tuple[Change, ...]:
    """The list under `change`, or its one entry."""
    if isinstance(data, dict):
        return (_change(reader, data, path),)
    if not isinstance(data, tuple) or not data:
        raise reader.fail(path, "'change' takes a list of changes of an answer.", "For example - {questions: safety, from: no, to: unknown}.")
    return reader.each(enumerate(data), lambda item: _change(reader, item[1], (*path, item[0])))


def _change(reader: Reader, data: Any, path: Path) -> Change:
    keys = {"questions", "from", "to"}
    if not isinstance(data, dict):
        raise reader.fail(path, f"A change is a mapping of {', '.join(sorted(keys))}, not {shown(data)}.")
    fields = reader.fields(data, path, keys, keys)
    before, after = (_answer(reader, fields[key], (*path, key)) for key in ("from", "to"))
    return Change(questions=reader.names(fields["questions"], (*path, "questions")), before=before, after=after)


def _answer(reader: Reader, value: Any, path: Path) -> Answer:
    if isinstance(value, dict):
        return Answer(band=reader.band(value, path))
    values = value if isinstance(value, tuple) else (value,)
    if not values or not all(isinstance(one, bool | int | float | str) for one in values):
        raise reader.fail(path, f"'{path[-1]}' takes an answer, a list of answers or a range, not {shown(value)}.", "'unknown' is no answer.")
    unknown = any(isinstance(one, str) and one in UNKNOWN for one in values)
    return Answer(values=tuple(one for one in values if not (isinstance(one, str) and one in UNKNOWN)), unknown=unknown)
