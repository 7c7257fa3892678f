"""Cases as text that carries them from one store to another: one case a line, each line JSON. What is read is trusted in nothing."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn, get_args

from soleus.consultation.cases import NAME
from soleus.consultation.journal import ID, TIME
from soleus.inference.trace import Earlier
from soleus.knowledge.conditions import SAID_WORDS
from soleus.knowledge.model import Strength
from soleus.knowledge.problems import Problem, nearest, printable, shown
from soleus.knowledge.reading import UNSEEN
from soleus.review.records import KeptCase, StoreError, Version
from soleus.review.verdicts import fault

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from soleus.consultation.result import Result

FORMAT = 1
MOST_BYTES = 20_000_000
"""The bytes of one case, with every version."""

_BEGINNING = b'{"soleus_export":'
_STRENGTHS: tuple[str, ...] = get_args(Strength)
_CHANGED = "It was not written by this version of Soleus, or changed since."


def as_data(case: KeptCase) -> dict[str, Any]:
    """A case as plain data: what `soleus cases show --json` prints, and a line of an export holds."""
    versions = [{**_fields(one), "asked": list(one.asked), "times": dict(one.times)} for one in case.versions]
    return {"soleus_export": FORMAT, "id": case.id, "name": case.name, "versions": versions, "verdicts": [_fields(one) for one in case.verdicts]}


def _fields(record: Any) -> dict[str, Any]:
    """The fields of a record, as they are: a result is large, and copying it takes longer than writing it."""
    return {one.name: getattr(record, one.name) for one in dataclasses.fields(record)}


def as_line(case: KeptCase) -> str:
    """A case as a line of an export; the same case gives the same bytes."""
    return json.dumps(as_data(case), ensure_ascii=False, separators=(",", ":")) + "\n"


def refuse_to_replace(path: Path) -> None:
    """Raises `StoreError` where something other than an export is at a path: a slip of the pen must destroy no file, least of all the store."""
    if os.path.lexists(path) and not (path.is_file() and _is_export(path)):
        raise StoreError(f"{printable(str(path))} is no export, so it stays as it is. Name another file, or none for standard output.")


def _is_export(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) in (_BEGINNING, b"")


def read_export(file: IO[bytes], name: str) -> Iterator[KeptCase]:
    """The cases of an export, one at a time; messages call it `name`. Raises `StoreError` at the first thing that is wrong, with its line."""
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        yield _Reader(name, number).case(line)
    if not number:
        raise StoreError(str(Problem(name, 0, "There are no cases here.", "Name a file that soleus cases export wrote.")))


class _Reader:
    """Reads one line of an export."""

    def __init__(self, file: str, line: int) -> None:
        self.file, self.line = file, line

    def case(self, line: bytes) -> KeptCase:
        data = self._data(line)
        if not isinstance(data, dict) or "soleus_export" not in data:
            self._refuse("This is not a case of an export.", "Name a file that soleus cases export wrote.")
        if data["soleus_export"] != FORMAT or isinstance(data["soleus_export"], bool):
            self._refuse(f"This case is of the form {shown(data['soleus_export'])}, and only {FORMAT} is known here.")
        case: KeptCase = self._as(_shape(), {key: value for key, value in data.items() if key != "soleus_export"}, "")
        if as_data(case) != data:
            self._refuse("The case has a key that no case has.")
        self._check(case)
        return case

    def _data(self, line: bytes) -> Any:
        if len(line) > MOST_BYTES:
            self._refuse(f"This case has more than {MOST_BYTES:,} bytes.", "A case needs far less.")
        try:
            return json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
        except UnicodeDecodeError:
            self._refuse("This is not UTF-8 text.")
        except RecursionError:
            self._refuse("Values are nested too deep.")
        except ValueError as error:
            self._refuse(f"This is not a line of JSON: {shown(str(error))[1:-1]}.")

    def _as(self, adapter: TypeAdapter[Any], data: Any, where: str) -> Any:
        from pydantic import ValidationError

        try:
            return adapter.validate_json(json.dumps(data), strict=True)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(part) for part in (where, *first["loc"]) if part != "")
            self._refuse(f"{shown(place)}: {first['msg']}.")

    def _check(self, case: KeptCase) -> None:
        wrong = next((what for what in _faults(case) if what), "")
        if wrong:
            self._refuse(wrong)
        for version in case.versions:
            result = self._as(result_reader(), version.result, f"versions.{version.number - 1}.result")
            if result.to_dict() != version.result:
                self._refuse(f"The result of version {version.number} has a key or a value that no result has.")
            if wrong := _version_fault(version) or next((what for what in _result_faults(result) if what), ""):
                self._refuse(f"Version {version.number}: {wrong}")
        if wrong := next((what for verdict in case.verdicts if (what := fault(case, verdict))), ""):
            self._refuse(f"One of its verdicts is none: {wrong}")

    def _refuse(self, what: str, hint: str = _CHANGED) -> NoReturn:
        raise StoreError(str(Problem(self.file, self.line, what, hint))) from None


def _faults(case: KeptCase) -> Iterator[str]:
    """What is wrong with a case as a whole; nothing for what is right."""
    yield "" if ID.fullmatch(case.id) else f"The id of a case has 32 hex digits: it cannot be {shown(case.id)}."
    yield "" if NAME.fullmatch(case.name) else f"{shown(case.name)} is not the name of a case."
    yield "" if case.versions and [one.number for one in case.versions] == [*range(1, len(case.versions) + 1)] else "Its versions are not 1, 2, 3 ..."
    times = [*(one.saved for one in case.versions), *(one.time for one in case.verdicts)]
    yield from (f"{shown(one)} is not a time." for one in times if not _is_time(one))
    ids = [one.id for one in case.verdicts]
    yield "" if len(set(ids)) == len(ids) and all(map(ID.fullmatch, ids)) else "Each of its verdicts needs an id of its own, of 32 hex digits."


def _is_time(text: str) -> bool:
    """Whether a text is a time as it is kept, of a day that there is and an hour that there is."""
    try:
        return bool(TIME.fullmatch(text)) and f"{datetime.fromisoformat(text):%H}" == text[11:13]
    except ValueError:
        return False


def _result_faults(result: Result) -> Iterator[str]:
    """What is wrong with a result that has the right shape: words that are none, and a trace that could not have come about."""
    ranked = (*result.conditions, *result.causes)
    arguments = [argument for one in ranked for argument in one.arguments]
    yield from (f"nothing can be {shown(one.words)}. {nearest(one.words, SAID_WORDS)}" for one in ranked if one.words not in SAID_WORDS)
    yield from (
        f"an argument cannot be {shown(one.strength)}. {nearest(one.strength, _STRENGTHS)}" for one in arguments if one.strength not in _STRENGTHS
    )
    numbers = range(1, len(result.trace.steps) + 1)
    yield (
        "" if all(one.n == number for one, number in zip(result.trace.steps, numbers, strict=True)) else "the steps of its trace are not 1, 2, 3 ..."
    )
    yield "an argument names a step that is not there." if any(one.step not in numbers for one in arguments) else ""
    stood_on = ((step.n, one.step) for step in result.trace.steps for one in step.matched if isinstance(one, Earlier))
    yield from (f"step {number} stands on a step that is not before it." for number, before in stood_on if not 0 < before < number)


def _version_fault(version: Version) -> str:
    if set(version.times) != set(version.answers) or not all(map(_is_time, version.times.values())):
        return "each answer, and nothing else, has a time."
    return "'asked' names a question twice." if len(set(version.asked)) < len(version.asked) else ""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of JSON, without keys that stand there twice and texts that hold what nobody sees."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")
    if any(UNSEEN.search(one) for one in (*found, *_texts(found.values()))):
        raise ValueError("a text holds a control character")
    return found


def _texts(values: Any) -> Iterator[str]:
    """The texts among values and in their lists; those in mappings were looked at before."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _texts(value)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")


@cache
def _shape() -> TypeAdapter[KeptCase]:
    from pydantic import TypeAdapter

    return TypeAdapter(KeptCase)


@cache
def result_reader() -> TypeAdapter[Any]:
    """What reads a `Result` from the plain data of `Result.to_dict()`. It raises pydantic's `ValidationError` for what is none."""
    from pydantic import TypeAdapter

    from soleus.consultation.result import Result

    return TypeAdapter(Result)
