"""The published JSON Schema of a result (docs/result.schema.json), made from the result's own records."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter

from soleus.consultation.result import Result
from soleus.knowledge.conditions import SAID_WORDS
from soleus.knowledge.model import Strength

_VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("ArgumentSaid", "strength"): get_args(Strength),
    **{(record, "words"): SAID_WORDS for record in ("RankedCondition", "RankedCause")},
}
"""The values of fields that Python calls plain text, by record and field."""


def result_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Result.to_json()`. Every key that it names is always there; a later version may add keys."""
    schema = _tidy(TypeAdapter(Result).json_schema(mode="serialization"))
    definitions = dict(sorted(schema.pop("$defs").items()))
    for (record, field), values in _VALUES.items():
        definitions[record]["properties"][field]["enum"] = list(values)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Soleus result"}
    return {**head, **schema, "$defs": definitions}


def _tidy(schema: Any) -> Any:
    """A schema without pydantic's titles, which repeat the names, and with each description on one line."""
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    tidied = {key: _tidy(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    if isinstance(tidied.get("description"), str):
        tidied["description"] = " ".join(tidied["description"].split())
    return tidied
