"""The written form of an item, checked against its record with pydantic, and the JSON Schema that editors use."""

from __future__ import annotations

import functools
from typing import Any

from pydantic import TypeAdapter, ValidationError, with_config

from soleus.knowledge import model
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.parsing import BOUNDS, GROUP_KEYS, STRENGTHS, SUPPORT_KEYS, Path, Reader, UnreadableError
from soleus.knowledge.problems import nearest, shown

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
}
_NESTED = (model.FollowUp, model.SelfTest, model.Range, model.Section, model.Dose, model.Review, model.LevelWords, model.Phase, model.Place)
_ONE_OR_MORE = ("phase", "sources", "carried_by", "groups")

for _record in (*KINDS.values(), *_NESTED):
    with_config({"extra": "forbid"})(_record)


@functools.cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def read_item(data: Any, path: Path, place: model.Place, reader: Reader) -> tuple[str, Any]:
    """One item of a file as (kind, record). Raises `UnreadableError` when something is wrong; the reader then holds what."""
    if not isinstance(data, dict) or not data:
        raise reader.fail(path, f"An item must be a mapping, not {shown(data)}.", "Start it with '- rule: some-id'.")
    kind = next(iter(data))
    if kind not in KINDS:
        raise reader.fail(path, f"Unknown kind of item {shown(kind)}.", nearest(kind, KINDS))
    fields = {key: value for key, value in data.items() if key != kind}
    fields["id"] = data[kind]
    ready = _read_languages(kind, fields, path, place, reader)
    try:
        return kind, _adapter(kind).validate_python(ready)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            reader.problems.append(_as_problem(kind, fields, path, one))
        raise UnreadableError from error


def _read_languages(kind: str, fields: dict[str, Any], path: Path, place: model.Place, reader: Reader) -> dict[str, Any]:
    """The fields with conditions and conclusions read into records, and the short forms written out."""
    ready, failed = dict(fields), False
    readers = {"when": reader.condition, "then": reader.conclusions} if kind == "rule" else {"skip_if": reader.condition}
    for key, read in readers.items():
        if key in fields:
            try:
                ready[key] = read(fields[key], (*path, key))
            except UnreadableError:
                failed = True
    if kind == "rule":
        ready["place"] = place
        if isinstance(fields.get("review"), str):
            ready["review"] = {"status": fields["review"]}
    for key in _ONE_OR_MORE:
        if isinstance(fields.get(key), str):
            ready[key] = (fields[key],)
    if failed:
        raise UnreadableError
    return ready


def _as_problem(kind: str, fields: dict[str, Any], path: Path, error: Any) -> tuple[Path, str, str]:
    """A pydantic error in our words, at the path of the written form."""
    where = tuple(kind if step == "id" else step for step in error["loc"])
    name = shown(fields.get("id"))
    field = ".".join(str(step) for step in where)
    if error["type"] == "missing":
        return (*path, *where[:-1]), f"The {kind} {name} lacks '{field}'.", ""
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        known = [entry for entry in KINDS[kind].__dataclass_fields__ if entry not in ("id", "place")] if len(where) == 1 else []
        return (*path, *where), f"The {kind} {name} has no key '{field}'.", nearest(where[-1], known) if known else ""
    message = error["msg"].removeprefix("Input should be ").removeprefix("a valid ")
    return (*path, *where), f"In the {kind} {name}, '{field}' should be {message}, not {shown(error['input'])}.", ""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a knowledge file: a list of items, each with its kind as a key."""
    definitions: dict[str, Any] = dict(_language_definitions())
    items = []
    for kind in KINDS:
        schema = _adapter(kind).json_schema(ref_template="#/$defs/{model}")
        definitions.update(schema.pop("$defs", {}))
        definitions[kind] = _written(kind, schema)
        items.append({"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/{kind}"}})
    for unused in ("Band", *(cls.__name__ for cls in (model.Place,)), *_RECORDS_OF_LANGUAGES):
        definitions.pop(unused, None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Soleus knowledge file",
        "description": "A list of items; the first key of an item says its kind, and its value is the item's id.",
        "type": "array",
        "items": {"type": "object", "anyOf": [{"required": [kind]} for kind in KINDS], "allOf": items},
        "$defs": dict(sorted(definitions.items())),
    }


_RECORDS_OF_LANGUAGES = (
    *("OneOf", "InBand", "Answered", "Derived", "ScoreTest", "SupportTest", "TriageTest"),
    *("All", "AnyOf", "NoneOf", "Unless", "AtLeast"),
    *("Find", "AddPoints", "Argue", "Refer", "Withhold", "Advise"),
)


def _written(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A record's schema as an author writes the item: the kind instead of `id`, the languages instead of their records."""
    properties = {key: value for key, value in schema["properties"].items() if key not in ("id", "place")}
    required = [key for key in schema.get("required", []) if key not in ("id", "place")]
    own = {"when": "#/$defs/Condition", "skip_if": "#/$defs/Condition", "then": "#/$defs/Conclusions"}
    properties |= {key: {"$ref": target} for key, target in own.items() if key in properties}
    for key in _ONE_OR_MORE:
        if properties.get(key, {}).get("type") == "array":
            properties[key] = {"anyOf": [properties[key], {"type": "string"}]}
    if "review" in properties:
        properties["review"] = {"anyOf": [properties["review"], {"type": "string"}]}
    meaning = (KINDS[kind].__doc__ or "").strip()
    return {
        "type": "object",
        "description": meaning,
        "properties": {kind: {"type": "string", "description": "The id"}, **properties},
        "required": [kind, *required],
        "additionalProperties": False,
    }


def _language_definitions() -> dict[str, Any]:
    """The schema of conditions and conclusions, as they are written."""
    names = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    scalars = {"type": ["boolean", "number", "string"]}
    band = {"type": "object", "properties": {word: {"type": "number"} for word in BOUNDS}, "additionalProperties": False, "minProperties": 1}
    level = {"enum": list(LEVELS)}
    parts = {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1}

    def record(**fields: Any) -> dict[str, Any]:
        return {"type": "object", "properties": fields, "additionalProperties": False}

    condition: dict[str, Any] = {key: parts for key in GROUP_KEYS}
    condition |= {key: names for key in ("finding", *SUPPORT_KEYS)}
    condition["at_least"] = record(count={"type": "integer", "minimum": 1}, of=parts) | {"required": ["count", "of"]}
    condition["triage"] = record(at_least=level) | {"required": ["at_least"]}
    condition["score"] = {"type": "object", "additionalProperties": record(at_least={"type": "integer"})}
    argue = record(**{"for": {"type": "string"}, "against": {"type": "string"}, "strength": {"enum": list(STRENGTHS)}, "evidence": {"type": "string"}})
    conclusion = record(
        find={"type": "string"},
        score=record(add={"type": "integer", "minimum": 1}, to={"type": "string"}) | {"required": ["add", "to"]},
        argue=argue | {"required": ["strength", "evidence"]},
        refer=level,
        withhold=record(groups=names, measures=names),
        advise=names,
    )
    return {
        "Condition": {
            "type": "object",
            "description": "All entries must hold. An entry is a group, or the test of an observable.",
            "properties": condition,
            "additionalProperties": {"anyOf": [scalars, {"type": "array", "items": scalars, "minItems": 1}, band]},
            "minProperties": 1,
        },
        "Conclusions": {"type": "array", "minItems": 1, "items": conclusion | {"minProperties": 1, "maxProperties": 1}},
    }
