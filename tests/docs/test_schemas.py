"""The published schemas are those of the code, and what they describe is true of real results and of the bundled files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers
from soleus.knowledge.reading import Document, read_document
from soleus.knowledge.shape import json_schema
from soleus.report.schema import result_schema

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "examples").glob("*.yaml"))
FILES = sorted((ROOT / "kb").rglob("*.yaml"))


def _lists(value: Any) -> Any:
    """Plain data with lists for tuples, as JSON Schema knows it."""
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    return [_lists(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(("path", "schema"), [("kb/schema.json", json_schema()), ("docs/result.schema.json", result_schema())])
def test_file_is_current(path: str, schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert json.loads((ROOT / path).read_text("utf-8")) == schema, "run: python docs/build.py schemas"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_real_results_fit(base: KnowledgeBase, sheet: Path) -> None:
    result = Consultation.of(base, load_answers(base, sheet)).conclude()
    Draft202012Validator(result_schema()).validate(json.loads(result.to_json()))


def test_result_has_the_keys_of_the_schema_in_their_order(base: KnowledgeBase) -> None:
    assert list(Consultation(base).conclude().to_dict()) == list(result_schema()["properties"])


def test_a_wrong_result_does_not_fit(base: KnowledgeBase) -> None:
    data = Consultation(base).conclude().to_dict()
    assert not Draft202012Validator(result_schema()).is_valid({**data, "triage": {**data["triage"], "level": "fine"}})
    assert not Draft202012Validator(result_schema()).is_valid({key: value for key, value in data.items() if key != "withheld"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "kb").as_posix())
def test_bundled_files_fit_and_name_the_schema(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    assert isinstance(document, Document)
    errors = [error.message for error in Draft202012Validator(json_schema()).iter_errors(_lists(document.data))]
    assert errors == []
    up = "../" * (len(path.relative_to(ROOT / "kb").parts) - 1)
    assert path.read_text("utf-8").splitlines()[0] == f"# yaml-language-server: $schema={up}schema.json"
