"""The JSON Schema of knowledge files, by which editors complete and check as an author types.

It is made from the records and knows what one file can know: keys, types and choices. Whether a name exists only the loader knows.
"""

from __future__ import annotations

from typing import Any

from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.descriptions import CHANGES, CLAIMED, CONCLUSIONS, GROUPS, KEYS, TESTS
from soleus.knowledge.parsing import BOUNDS, STRENGTHS
from soleus.knowledge.shape import KINDS, NESTED, ONE_OR_MORE, UNWRITTEN, adapter

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "pattern": "\\S"}
_ID: Schema = {"type": "string", "pattern": "^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$", "maxLength": 80}
_IDS: Schema = {"anyOf": [_ID, {"type": "array", "items": _ID, "minItems": 1}]}
_YES_NO: Schema = {"enum": [True, False, "yes", "no"]}
"""YAML 1.2, which editors read, knows yes and no as words."""
_LIMITS: dict[tuple[str, str], Schema] = {
    ("knowledge", "triage"): {"required": list(LEVELS)},
    ("knowledge", "groups"): {"propertyNames": _ID},
    ("knowledge", "day_minutes"): {"minimum": 1},
    ("observable", "choices"): {"minProperties": 2, "propertyNames": _ID},
    ("checklist", "items"): {"minItems": 1},
    **dict.fromkeys(((kind, "sources") for kind in ("rule", "measure", "cause", "condition", "property")), _IDS),
}
"""What the checks ask of a key beyond its type, where one file shows it."""
_LANGUAGE = {"when": "Condition", "skip_if": "Condition", "then": "Conclusions"}
_LANGUAGE_OF_PROPERTIES = _LANGUAGE | {"then": "Claimed", "change": "Changes"}


def json_schema() -> Schema:
    """The JSON Schema (2020-12) of a knowledge file: a list of items, each with its kind as its first key."""
    definitions = {"Condition": _condition(), "Conclusions": _conclusions(), "Claimed": _claimed(), "Changes": _changes()}
    for kind in KINDS:
        schema = adapter(kind).json_schema()
        nested = {record.__name__: schema["$defs"][record.__name__] for record in NESTED if record.__name__ in schema.get("$defs", {})}
        definitions |= {name: _mapping(name, found) for name, found in nested.items()}
        definitions[kind] = _item(kind, schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Soleus knowledge file",
        "description": "A list of items; the first key of an item says its kind, and its value is the item's id.",
        "type": "array",
        "items": {
            "type": "object",
            "anyOf": [{"required": [kind]} for kind in KINDS],
            "allOf": [{"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/{kind}"}} for kind in KINDS],
        },
        "$defs": dict(sorted(definitions.items())),
    }


def _item(kind: str, schema: Schema) -> Schema:
    """An item as an author writes it: the kind instead of `id`, the languages instead of their records."""
    written = _mapping(kind, schema)
    properties = {key: value for key, value in written["properties"].items() if key not in UNWRITTEN}
    for key, language in (_LANGUAGE_OF_PROPERTIES if kind == "property" else _LANGUAGE).items():
        if key in properties:
            properties[key] = {"$ref": f"#/$defs/{language}", "description": KEYS[kind][key]}
    return {
        "type": "object",
        "description": " ".join((KINDS[kind].__doc__ or "").split()),
        "properties": {kind: _ID | {"description": f"The id of the {kind}"}, **properties},
        "required": [kind, *(key for key in written.get("required", []) if key not in UNWRITTEN)],
        "additionalProperties": False,
        **_BETWEEN_KEYS.get(kind, {}),
    }


_OBSERVABLE: Schema = {
    "allOf": [
        {"if": {"properties": {"kind": {"const": "one_of"}}}, "then": {"required": ["choices"]}, "else": {"properties": {"choices": False}}},
        {
            "if": {"properties": {"kind": {"const": "number"}}},
            "then": {"required": ["unit", "range"]},
            "else": {"properties": {"unit": False, "range": False, "whole": False}},
        },
        {"if": {"required": ["safety"], "properties": {"safety": {"enum": [True, "yes"]}}}, "then": {"properties": {"skip_if": False}}},
    ]
}
_CONDITION: Schema = {
    "if": {"required": ["must_not_miss"], "properties": {"must_not_miss": {"enum": [True, "yes"]}}},
    "then": {"properties": {"triage": {"not": {"const": "self_care"}}}},
}
_BETWEEN_KEYS: dict[str, Schema] = {
    "observable": _OBSERVABLE,
    "condition": _CONDITION,
    "claim": {"oneOf": [{"required": ["carried_by"]}, {"required": ["not_carried"]}]},
}
"""What the keys of an item ask of each other."""


def _mapping(name: str, schema: Schema) -> Schema:
    """A record's schema with the meaning of each key, and without what only Python cares for."""
    required = schema.get("required", [])
    properties = {key: _property(name, key, value, key in required) for key, value in schema["properties"].items()}
    found = {"type": "object", "description": schema.get("description", ""), "properties": properties, "required": required}
    least = {} if required else {"minProperties": 1}
    return {key: value for key, value in found.items() if value} | least | {"additionalProperties": False}


def _property(name: str, key: str, schema: Schema, required: bool) -> Schema:
    """One key: its type, in all the ways in which it can be written, and its meaning."""
    plain: Schema = _plain(schema)
    if key in ONE_OR_MORE and plain.get("type") == "array":
        plain = {"anyOf": [plain, _ID]}
    elif key == "review":
        plain = {"anyOf": [plain, _TEXT]}
    elif required and plain == {"type": "string"}:
        plain = _TEXT
    elif plain.get("items") == {"type": "string"}:
        plain = plain | {"items": _TEXT}
    return plain | _LIMITS.get((name, key), {}) | {"description": KEYS.get(name, {}).get(key, "")}


def _plain(schema: Any) -> Any:
    """A schema without titles, defaults and null: a key that has no value is left out."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema if one != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "boolean":
        return _YES_NO
    kept = {key: _plain(value) for key, value in schema.items() if key not in ("title", "default")}
    return kept["anyOf"][0] if len(kept.get("anyOf", [])) == 1 else kept


# The languages


def _record(properties: Schema, *required: str) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False} | ({"required": [*required]} if required else {})


def _band() -> Schema:
    """A range of numbers as it is written."""
    ends = [{"not": {"required": [one, other]}} for one, other in (("over", "at_least"), ("under", "at_most"))]
    return _record({word: {"type": "number"} for word in BOUNDS}) | {"minProperties": 1, "maxProperties": 2, "allOf": ends}


def _condition() -> Schema:
    """A condition as it is written: a mapping of groups and tests."""
    parts = {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1}
    points = _record({"at_least": {"type": "integer", "minimum": 1}}, "at_least")
    tests = dict.fromkeys(TESTS, _IDS) | {
        "at_least": _record({"count": {"type": "integer", "minimum": 1}, "of": parts}, "count", "of"),
        "triage": _record({"at_least": {"enum": list(LEVELS)}}, "at_least"),
        "score": {"type": "object", "additionalProperties": points, "minProperties": 1, "maxProperties": 1},
    }
    value = {"type": ["boolean", "number", "string"]}
    return {
        "type": "object",
        "description": "All entries must hold. An entry is a group, or a test: of an observable, or of what rules derived.",
        "properties": {key: (parts if key in GROUPS else tests[key]) | {"description": text} for key, text in (GROUPS | TESTS).items()},
        "additionalProperties": {"anyOf": [value, {"type": "array", "items": value, "minItems": 1}, _band()]},
        "minProperties": 1,
    }


def _conclusions() -> Schema:
    """The conclusions of a rule as they are written."""
    argue = _record({"for": _ID, "against": _ID, "strength": {"enum": list(STRENGTHS)}, "evidence": _TEXT}, "strength", "evidence")
    sides = [
        {"required": ["for"], "properties": {"strength": {"not": {"const": "excludes"}}}},
        {"required": ["against"], "properties": {"strength": {"not": {"const": "confirms"}}}},
    ]
    forms: dict[str, Schema] = {
        "find": _ID,
        "score": _record({"add": {"type": "integer", "minimum": 1}, "to": _ID}, "add", "to"),
        "argue": argue | {"oneOf": sides},
        "refer": {"enum": list(LEVELS)},
        "withhold": _record({"groups": _IDS, "measures": _IDS}) | {"minProperties": 1},
        "advise": _IDS,
    }
    one = _record({key: forms[key] | {"description": text} for key, text in CONCLUSIONS.items()})
    return {"type": "array", "description": "What follows, one key each.", "minItems": 1, "items": one | {"minProperties": 1, "maxProperties": 1}}


def _claimed() -> Schema:
    """What a property says must hold, as it is written."""
    condition = {"$ref": "#/$defs/Condition"}
    measures = _record({"groups": _IDS, "measures": _IDS}) | {"minProperties": 1}
    forms: dict[str, Schema] = {
        "holds": condition,
        "never_holds": condition,
        "leaves_out": {"anyOf": [{"const": "withheld"}, measures]},
        "includes": _IDS,
        "never_lowers": {"const": "triage"},
        "adds_only": measures,
    }
    one = _record({key: forms[key] | {"description": text} for key, text in CLAIMED.items()})
    return {"type": "array", "description": "What must hold, one key each.", "minItems": 1, "items": one | {"minProperties": 1, "maxProperties": 1}}


def _changes() -> Schema:
    """The changes of an answer that a property speaks of, as they are written."""
    value = {"type": ["boolean", "number", "string"]}
    answer = {"anyOf": [value, {"type": "array", "items": value, "minItems": 1}, _band()]}
    forms: dict[str, Schema] = {"questions": _IDS, "from": answer, "to": answer}
    one = _record({key: forms[key] | {"description": text} for key, text in CHANGES.items()}, *forms)
    return {"description": "One change of an answer, or a list of them.", "anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
