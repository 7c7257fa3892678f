"""The JSON Schema that editors use: it explains every key, lets right files pass, and refuses what one file shows to be wrong.

That `kb/schema.json` is current and that the bundled files fit it is tested with the other published schemas, in tests/docs.
"""

from __future__ import annotations

import functools
import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from soleus.knowledge.reading import read_all
from soleus.knowledge.schema import json_schema

from .gallery import BASE, FOLDER, Example, examples

BEYOND = {
    "names that only the other files know": """asked_twice bound_out_of_range bounds_swapped choice_tested_for_yes checklist_never_asked
        checklist_with_a_number circle condition_as_cause id_taken id_taken_by_another_kind measure_in_unknown_group measure_in_unknown_phase
        never_asked no_interview no_knowledge number_tested_for_a_word range_on_a_yes_no reserved_id safety_checklist_skipped score_never_reached
        second_knowledge two_circles unknown_carrier unknown_choice unknown_condition unknown_finding unknown_finding_derived
        unknown_group_withheld unknown_hypothesis_argued unknown_item_in_a_checklist unknown_measure_advised unknown_measure_withheld
        unknown_observable unknown_question_in_the_interview unknown_question_to_spread unknown_score unknown_score_added_to unknown_source
        unknown_word_of_the_language
        value_out_of_range yes_no_tested_for_a_word band_above_everything half_of_a_whole_number between_two_whole_numbers
        excludes_what_must_not_be_missed property_of_impossible_answer property_of_a_range_of_a_yes property_of_no_question
        property_of_unknown_group property_of_unknown_question reserved_property_id reserved_question typical_beyond_the_range
        common_choice_that_is_none one_word_for_all_choices""",
    "order and logic": """score_deep_under_none support_under_none tested_too_early triage_tested_too_early skip_if_of_itself
        skip_if_with_a_finding count_too_high empty_range whole_with_a_half phase_twice property_of_a_person_and_a_change""",
    "text, not structure": "anchor_and_alias control_character key_twice tag kind_not_first",
    "choices, whose names YAML has read by then": "choice_called_no choice_called_unknown choice_called_five",
    "words that YAML 1.2, which editors read, takes for yes and no": "yes_in_quotes",
}
"""The faults of the gallery that no schema can know, and why."""


@functools.cache
def _validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(json_schema())
    return Draft202012Validator(json_schema())


def _plain(text: str) -> Any:
    """A file as the loader reads it, with lists for tuples; a file that breaks off is nothing."""
    document = read_all(text.encode(), "file")
    return json.loads(json.dumps(document.data)) if document.whole else None


class Yaml12(yaml.SafeLoader):
    """As editors read: yes and no are words, only true and false are not."""


Yaml12.yaml_implicit_resolvers = {}
for _tag, _pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)


def _known(wanted: bool) -> list[object]:
    beyond = {name for names in BEYOND.values() for name in names.split()}
    return [pytest.param(example, id=example.name) for example in examples("faults") if (example.name in beyond) is not wanted]


@pytest.mark.parametrize("example", _known(True))
def test_a_mistake_of_shape_is_refused(example: Example) -> None:
    assert not _validator().is_valid(_plain(example.text))


@pytest.mark.parametrize("example", _known(False))
def test_what_a_schema_cannot_know_passes(example: Example) -> None:
    """A false alarm in the editor is worse than none; an example that fails here can leave the list `BEYOND`."""
    assert [error.message for error in _validator().iter_errors(_plain(example.text))] == []


RIGHT = {**BASE, **{example.name: example.text for folder in ("good", "gaps") for example in examples(folder)}}


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_what_is_right_passes_in_both_versions_of_yaml(name: str) -> None:
    unfinished = name in ("measure_without_dose",)
    for data in (_plain(RIGHT[name]), yaml.load(RIGHT[name], Yaml12)):
        assert unfinished or [error.message for error in _validator().iter_errors(data)] == []


@pytest.mark.parametrize("path", sorted((FOLDER.parents[1] / "kb").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_bundled_files_pass_as_editors_read_them(path: Any) -> None:
    assert [error.message for error in _validator().iter_errors(yaml.load(path.read_text("utf-8"), Yaml12))] == []


def test_every_key_and_kind_is_explained() -> None:
    definitions = json_schema()["$defs"]
    silent = [name for name, schema in definitions.items() if not schema.get("description")]
    for name, schema in definitions.items():
        mapping = schema.get("items", schema)
        silent += [f"{name}.{key}" for key, value in mapping.get("properties", {}).items() if not value.get("description")]
    assert silent == []


def test_every_definition_is_used() -> None:
    text = json.dumps(json_schema())
    assert [name for name in json_schema()["$defs"] if f'"#/$defs/{name}"' not in text] == []


def test_only_gallery_examples_are_listed() -> None:
    names = {example.name for example in examples("faults")}
    assert [name for listed in BEYOND.values() for name in listed.split() if name not in names] == []
