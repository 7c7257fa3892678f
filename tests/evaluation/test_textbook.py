"""The bundled knowledge on the typical picture of each condition, as tests/cases_textbook tells it.

These sheets are put together from the published descriptions that each one names, and from no patient. They say what the rules must never
lose while they are mended for harder cases: a typical picture ranks its condition first, and gets its triage exactly.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus.evaluation.cases import CaseSheet, load_cases
from soleus.evaluation.scoring import score
from soleus.knowledge.model import KnowledgeBase

PICTURES = Path(__file__).parents[1] / "cases_textbook"
NAMES = sorted(path.stem for path in PICTURES.glob("*.yaml"))
WITHOUT_PICTURE = {"other_tendinopathy", "knee_referred_pain", "venous_insufficiency", "muscle_illness"}
"""Conditions of which the literature that was read gives no picture of their own."""


@pytest.fixture(scope="module")
def pictures(base: KnowledgeBase) -> dict[str, CaseSheet]:
    return {case.name: case for case in load_cases(base, PICTURES)}


@pytest.mark.parametrize("name", NAMES)
def test_a_typical_picture_ranks_its_condition_first_and_gets_its_triage(base: KnowledgeBase, pictures: dict[str, CaseSheet], name: str) -> None:
    one = score(base, pictures[name])
    assert (one.rank, one.triage) == (1, pictures[name].triage), f"{one.first} comes first"


def test_every_condition_has_a_typical_picture(base: KnowledgeBase, pictures: dict[str, CaseSheet]) -> None:
    pictured = {condition for case in pictures.values() for condition in case.accepted}
    assert sorted(set(base.conditions) - pictured) == sorted(WITHOUT_PICTURE)


def test_every_picture_names_published_sources(base: KnowledgeBase, pictures: dict[str, CaseSheet]) -> None:
    for case in pictures.values():
        named = case.source.removeprefix("Typical picture, put together from ").rstrip().split(", ")
        assert set(named) <= set(base.sources), case.name
