"""The written form of an item, checked against its record with pydantic and said in the words of an author."""

from __future__ import annotations

import dataclasses
import functools
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from pydantic import TypeAdapter, ValidationError, with_config

from soleus.knowledge import model, properties, property_reading
from soleus.knowledge.conditions import AnyOf
from soleus.knowledge.parsing import Path, Reader, UnreadableError
from soleus.knowledge.problems import MOST_PROBLEMS, closest, nearest, shown

KINDS: dict[str, type[Any]] = {
    "knowledge": model.About,
    "observable": model.Observable,
    "checklist": model.Checklist,
    "interview": model.Interview,
    "finding": model.Finding,
    "score": model.Score,
    "condition": model.ConditionItem,
    "cause": model.Cause,
    "measure": model.Measure,
    "rule": model.Rule,
    "claim": model.Claim,
    "source": model.Source,
    "property": properties.Property,
}
NESTED: tuple[type[Any], ...] = (
    *(model.SelfTest, model.Range, model.Section, model.FollowUp, model.Dose),
    *(model.Review, model.LevelWords, model.Phase),
)
ONE_OR_MORE = ("phase", "sources", "carried_by", "groups")
"""The keys that take a list of ids or a single one."""
UNWRITTEN = ("id", "place")
"""The fields of a record that are no key of an item: the id stands under its kind, the place is where it stands."""

_ITEM_RECORDS = frozenset((*KINDS.values(), *NESTED))
_WANTED = {
    "string": ("a text", ""),
    "int": ("a whole number", ""),
    "float": ("a number", ""),
    "bool": ("yes or no", "Write it without quotes."),
    "tuple": ("a list", "Write [.., ..], or start each with '- '."),
    "dict": ("a mapping", "Write 'key: value', one a line."),
    "dataclass": ("a mapping", "Write 'key: value', one a line."),
}
"""What pydantic wanted, by the first word of its error type: in our words, and the way out."""

Trouble = tuple[Path, str, str]
"""Where in an item, what is wrong, the way out."""

for _record in (*KINDS.values(), *NESTED, model.Place):
    with_config({"extra": "forbid"})(_record)


@functools.cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """What reads, and describes, the items of a kind."""
    return TypeAdapter(KINDS[kind])


def read_item(data: Any, path: Path, place: model.Place, reader: Reader) -> tuple[str, Any]:
    """One item of a file as (kind, record). Raises `UnreadableError` when something is wrong; the reader then holds all of it."""
    kind = _kind(data, path, reader)
    about = f"{kind} {shown(data[kind])}"
    fields = {key: value for key, value in data.items() if key != kind and key not in UNWRITTEN}
    ready = {"id": data[kind]} | _in_records(kind, fields, path, place, reader)
    record, troubles = _checked(kind, ready, about)
    troubles += [((key,), f"The {about} has no key '{key}'.", "Remove it.") for key in UNWRITTEN if key in data]
    reader.problems += [((*path, *at), what, hint) for at, what, hint in troubles]
    if reader.problems:
        raise UnreadableError
    return kind, record


def _checked(kind: str, ready: dict[str, Any], about: str) -> tuple[Any, list[Trouble]]:
    """The record of an item's fields, and everything that is wrong with them; the record is None when pydantic refuses them."""
    troubles: list[Trouble] = []
    if not isinstance(ready["id"], str):
        quote = "Write one." if ready["id"] is None else "Put it in quotes."
        troubles = [((kind,), f"The id of the {kind} is a text, not {shown(ready['id'])}.", quote)]
        ready = ready | {"id": kind}
    try:
        record = adapter(kind).validate_python(ready)
    except ValidationError as error:
        return None, [*troubles, *_in_our_words(kind, ready, error.errors(include_url=False)[:MOST_PROBLEMS], about)]
    return record, [*troubles, *_coerced(ready, record, (), about), *_empty(record, (), about)]


def _kind(data: Any, path: Path, reader: Reader) -> str:
    """The kind of an item: its first key."""
    if not isinstance(data, dict) or not data:
        raise reader.fail(path, f"An item must be a mapping, not {shown(data)}.", "Start it with '- rule: some-id'.")
    kind = next(iter(data))
    if kind not in KINDS:
        later = next((key for key in data if key in KINDS), None)
        raise reader.fail(path, f"Unknown kind of item {shown(kind)}.", f"Put '{later}' first." if later else nearest(kind, KINDS))
    return str(kind)


def _in_records(kind: str, fields: dict[str, Any], path: Path, place: model.Place, reader: Reader) -> dict[str, Any]:
    """The fields with conditions and conclusions read into records, and the short forms written out."""
    ready = dict(fields)
    readers: dict[str, Callable[[Any, Path], Any]] = {"when": reader.condition} if kind in ("rule", "property") else {"skip_if": reader.condition}
    if kind == "rule":
        readers["then"] = reader.conclusions
    elif kind == "property":
        readers |= {"then": partial(property_reading.read_claims, reader), "change": partial(property_reading.read_changes, reader)}
    stand_ins = {"when": AnyOf(()), "then": (), "skip_if": None, "change": ()}
    for key, read in readers.items():
        if key in fields:
            try:
                ready[key] = read(fields[key], (*path, key))
            except UnreadableError:
                ready[key] = stand_ins[key]
    if kind in ("rule", "property"):
        ready["place"] = place
        if isinstance(fields.get("review"), str):
            ready["review"] = {"status": fields["review"]}
    return ready | {key: (fields[key],) for key in ONE_OR_MORE if isinstance(fields.get(key), str)}


# What pydantic says


def _in_our_words(kind: str, fields: dict[str, Any], errors: Iterable[Any], about: str) -> Iterator[Trouble]:
    """Pydantic's errors in our words: one for each place, and one for a key that is only misspelt."""
    by_place: dict[Path, list[Any]] = {}
    for error in errors:
        by_place.setdefault(_written_path(error["loc"], error["type"], fields), []).append(error)
    lacking = {at for at, found in by_place.items() if found[0]["type"] == "missing"}
    for at, found in by_place.items():
        if found[0]["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            known = _keys_at(KINDS[kind], at[:-1])
            lacking.discard((*at[:-1], closest(at[-1], known) or ""))
            yield at, f"The {about} has no key '{_dotted(at)}'.", nearest(at[-1], known)
        elif found[0]["type"] != "missing":
            yield _misfit(at, found, about)
    for at in sorted(lacking, key=str):
        yield at[:-1], f"The {about} lacks '{_dotted(at)}'.", ""


def _written_path(loc: Path, error_type: str, fields: Any) -> Path:
    """The path of an error without the steps that are pydantic's own, such as the branch of a union."""
    path: Path = ()
    for step in loc:
        inside = (isinstance(fields, dict) and step in fields) or (isinstance(fields, tuple) and isinstance(step, int))
        if not inside:
            return (*path, step) if error_type == "missing" else path
        path, fields = (*path, step), fields[step]
    return path


def _misfit(at: Path, errors: list[Any], about: str) -> Trouble:
    """A value of the wrong type, or none of those that it may be."""
    value, first = errors[0]["input"], errors[0]
    if first["type"] == "literal_error" and first["loc"][-1] == "[key]":
        return at, f"The {about} has no key '{_dotted(at)}'.", nearest(value, _choices(first["ctx"]["expected"]))
    if first["type"] == "literal_error":
        return at, f"In the {about}, '{_dotted(at)}' cannot be {shown(value)}.", nearest(value, _choices(first["ctx"]["expected"]))
    return at, *_should_be(at, [error["type"].partition("_")[0] for error in errors], value, about)


def _choices(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected) or [expected]


def _should_be(at: Path, wanted: list[str], value: object, about: str) -> tuple[str, str]:
    words = " or ".join(dict.fromkeys(_WANTED.get(one, ("another value", ""))[0] for one in wanted))
    hint = _WANTED.get(wanted[0], ("", ""))[1]
    if "string" in wanted and isinstance(value, bool | int | float):
        hint = "Put it in quotes."
    elif wanted[0] in ("int", "float") and isinstance(value, str):
        hint = "Write it as a plain number."
    return f"In the {about}, '{_dotted(at)}' should be {words}, not {shown(value)}.", hint


def _dotted(at: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in at)


def _keys_at(record: Any, at: Path) -> list[str]:
    """The keys that an author may write at a path in an item."""
    hint: Any = record
    for step in at:
        hint = typing.get_type_hints(hint)[str(step)] if dataclasses.is_dataclass(hint) else _record_in(hint)
    return [name for name in getattr(_record_in(hint), "__dataclass_fields__", ()) if name not in UNWRITTEN]


def _record_in(hint: Any) -> Any:
    """The record in a type such as `tuple[Section, ...]` or `Range | None`."""
    inner = (_record_in(one) for one in typing.get_args(hint))
    return hint if dataclasses.is_dataclass(hint) else next(filter(None, inner), None)


# What pydantic lets pass


def _coerced(given: Any, read: Any, at: Path, about: str) -> Iterator[Trouble]:
    """The values that were read as another type than they were written: `sets: yes` is not one set."""
    if isinstance(given, dict):
        for key, value in given.items():
            yield from _coerced(value, read[key] if isinstance(read, dict) else getattr(read, key), (*at, key), about)
    elif isinstance(given, tuple):
        for number, (value, one) in enumerate(zip(given, read, strict=True)):
            yield from _coerced(value, one, (*at, number), about)
    elif isinstance(given, bool | int | float | str) and type(given) is not type(read) and (type(given), type(read)) != (int, float):
        yield at, *_should_be(at, [{str: "string"}.get(type(read), type(read).__name__)], given, about)


def _empty(read: Any, at: Path, about: str) -> Iterator[Trouble]:
    """The texts that must be there and are empty."""
    if isinstance(read, str) and not read.strip():
        yield at, f"In the {about}, '{_dotted(at)}' is empty.", "Fill it."
    elif type(read) in _ITEM_RECORDS:
        for name, entry in read.__dataclass_fields__.items():
            value = getattr(read, name)
            if name not in UNWRITTEN and (value != "" or entry.default is dataclasses.MISSING):
                yield from _empty(value, (*at, name), about)
    elif isinstance(read, dict | tuple):
        for step, value in read.items() if isinstance(read, dict) else enumerate(read):
            yield from _empty(value, (*at, step), about)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a knowledge file."""
    from soleus.knowledge import schema

    return schema.json_schema()
