"""The smaller base of the benchmarks is one that an engine can run, with all that its rules need."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.strata import derives, reads

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cut() -> Any:
    spec = importlib.util.spec_from_file_location("sub_base", ROOT / "benchmarks" / "sub_base.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.first_rules


def test_it_has_about_as_many_rules_as_asked_for(base: KnowledgeBase, cut: Any) -> None:
    assert 95 <= len(cut(base, 100).rules) <= 100


def test_every_rule_has_what_it_reads(base: KnowledgeBase, cut: Any) -> None:
    small = cut(base, 100)
    made = {name for rule in small.rules.values() for name in derives(rule)}
    needed = {name for rule in small.rules.values() for name in reads(rule.when)}
    derivable = {name for rule in base.rules.values() for name in derives(rule)}
    assert needed & derivable <= made


def test_it_concludes(base: KnowledgeBase, cut: Any) -> None:
    small = cut(base, 100)
    answers = {name: True for name, one in small.observables.items() if one.kind == "yes_no"}
    result = Consultation.of(small, answers).conclude()
    assert {step.rule for step in result.trace.steps if step.kind == "rule"} & set(small.rules)
