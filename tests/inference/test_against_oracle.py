"""The forward engine and an independent oracle on CLIPS agree on the bundled knowledge, sheet by sheet."""

from __future__ import annotations

import random

import pytest

from inference.agreement import denials_needed, disagreements
from oracle import Oracle
from sheets import Sheets
from soleus.inference.forward import ForwardEngine
from soleus.knowledge.model import KnowledgeBase

SHEETS, MANY_SHEETS, CHUNK = 300, 20_000, 50
TRIES = 200
"""How often a sheet is drawn towards a rule before the rule counts as one that never fires."""


def _compare(engine: ForwardEngine, oracle: Oracle, seeded: Sheets, seeds: range) -> None:
    """Fail with the number of the first sheet on which the two differ, the sheet, and every difference."""
    denials = denials_needed(engine.program.base)
    for seed in seeds:
        sheet = seeded.sheet(seed)
        found = disagreements(engine.infer(sheet), oracle.judge(sheet), denials)
        assert not found, "\n".join([f"sheet {seed}: {sheet}", *found])


@pytest.mark.parametrize("first", range(0, SHEETS, CHUNK))
def test_forward_engine_agrees_with_oracle(engine: ForwardEngine, oracle: Oracle, seeded: Sheets, first: int) -> None:
    _compare(engine, oracle, seeded, range(first, first + CHUNK))


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(SHEETS, SHEETS + MANY_SHEETS, 20 * CHUNK))
def test_forward_engine_agrees_with_oracle_on_many_sheets(engine: ForwardEngine, oracle: Oracle, seeded: Sheets, first: int) -> None:
    _compare(engine, oracle, seeded, range(first, first + 20 * CHUNK))


def test_every_rule_fires_on_some_sheet(base: KnowledgeBase, oracle: Oracle, seeded: Sheets) -> None:
    """Otherwise the agreement above would say nothing of that rule, and the rule nothing to anybody."""
    waiting = set(base.rules)
    for rule in base.rules:
        for seed in range(TRIES if rule in waiting else 0):
            waiting -= oracle.judge(seeded.towards(rule, random.Random(seed))).fired
            if rule not in waiting:
                break
    assert sorted(waiting) == []
