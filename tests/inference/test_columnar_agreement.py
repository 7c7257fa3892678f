"""The columnar engine, the forward engine and the oracle on CLIPS agree: on random sheets, on every scenario of the features, on every case."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from feature_sheets import FEATURES, ROOT, pickles, sheet_of
from inference.agreement import denials_needed
from oracle import Case, Opinion, Oracle
from sheets import Sheet, Sheets
from soleus.evaluation.cases import load_cases
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import pack, unpacked
from soleus.inference.columnar_outcome import Row
from soleus.inference.forward import ForwardEngine, Inference
from soleus.inference.program import TRIAGE_RULE, Program
from soleus.inference.weighing import BANDS, PRIORS, STRENGTHS
from soleus.knowledge.answers import load_answers
from soleus.knowledge.model import Argue, KnowledgeBase

SHEETS, MANY_SHEETS = 2_000, 20_000
CHUNK, LARGE_CHUNK = 250, 1_000
EVERY = 5
"""Of so many sheets the forward engine, by far the slowest of the three, sees one in a usual run, and each at night. Odd: every other sheet is drawn
towards a rule."""
TRIES = 60
"""How often a sheet is drawn towards a rule that did not fire on the others."""


@pytest.fixture(scope="module")
def columnar(program: Program) -> ColumnarEngine:
    """The columnar engine for the bundled knowledge."""
    return ColumnarEngine(program)


# What the three engines say, in one form


def _by_columns(row: Row) -> dict[str, object]:
    """A row as the fields of an `Opinion`."""
    fields = {one.name: getattr(row, one.name) for one in dataclasses.fields(row)}
    cases = sorted(Case(*dataclasses.astuple(said)) for said in row.arguments)
    sets = {name: frozenset(fields[name]) for name in ("fired", "findings", "denied")}
    return {**fields, **sets, **_rules(fields), "arguments": tuple(cases)}


def _by_oracle(opinion: Opinion) -> dict[str, object]:
    return {one.name: getattr(opinion, one.name) for one in dataclasses.fields(opinion)}


def _by_forward(inference: Inference) -> dict[str, object]:
    """An inference as the fields of an `Opinion`; of the denied findings it knows only those that a condition needs."""
    supports = inference.support.values()
    fields = {name: getattr(inference, name) for name in ("scores", "triage", "referred", "withheld", "advised")}
    return {
        **fields,
        **_rules(fields),
        "fired": frozenset(step.rule for step in inference.steps if step.kind == "rule"),
        "findings": frozenset(inference.findings),
        "denied": frozenset(inference.denied),
        "arguments": tuple(sorted(Case(a.rule, s.hypothesis, a.favours, a.strength, a.evidence) for s in supports for a in s.arguments)),
        "support": {one.hypothesis: one.decibans for one in supports},
        "words": {one.hypothesis: one.word for one in supports},
    }


def _rules(fields: Mapping[str, Any]) -> dict[str, object]:
    return {kind: {name: frozenset(rules) for name, rules in fields[kind].items()} for kind in ("referred", "withheld", "advised")}


def _differences(columns: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [f"{name}: columns {columns[name]!r}, other {other[name]!r}" for name in other if columns[name] != other[name]]


def _rows(columnar: ColumnarEngine, sheets: list[Sheet]) -> Iterator[tuple[Sheet, Row]]:
    outcome = columnar.infer(pack(columnar.program.base, sheets))
    return ((sheet, outcome.row(row)) for row, sheet in enumerate(sheets))


def _compare_with_oracle(columnar: ColumnarEngine, oracle: Oracle, sheets: list[Sheet]) -> None:
    for sheet, row in _rows(columnar, sheets):
        found = _differences(_by_columns(row), _by_oracle(oracle.judge(sheet)))
        assert not found, "\n".join([str(sheet), *found])


def _compare_with_forward(columnar: ColumnarEngine, engine: ForwardEngine, sheets: list[Sheet]) -> None:
    needed = denials_needed(columnar.program.base)
    for sheet, row in _rows(columnar, sheets):
        columns = _by_columns(row)
        columns["denied"] = frozenset(row.denied) & needed
        found = _differences(columns, _by_forward(engine.infer(sheet)))
        assert not found, "\n".join([str(sheet), *found])


# Random sheets


@pytest.mark.parametrize("first", range(0, SHEETS, CHUNK))
def test_columns_agree_with_oracle(columnar: ColumnarEngine, oracle: Oracle, seeded: Sheets, first: int) -> None:
    _compare_with_oracle(columnar, oracle, [seeded.sheet(seed) for seed in range(first, first + CHUNK)])


@pytest.mark.parametrize("first", range(0, SHEETS, CHUNK))
def test_columns_agree_with_forward_engine(columnar: ColumnarEngine, engine: ForwardEngine, seeded: Sheets, first: int) -> None:
    _compare_with_forward(columnar, engine, [seeded.sheet(seed) for seed in range(first, first + CHUNK, EVERY)])


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(SHEETS, SHEETS + MANY_SHEETS, LARGE_CHUNK))
def test_three_engines_agree_on_many_sheets(columnar: ColumnarEngine, engine: ForwardEngine, oracle: Oracle, seeded: Sheets, first: int) -> None:
    sheets = [seeded.sheet(seed) for seed in range(first, first + LARGE_CHUNK)]
    _compare_with_oracle(columnar, oracle, sheets)
    _compare_with_forward(columnar, engine, sheets)


def test_every_rule_fires_on_a_sheet_that_is_compared(columnar: ColumnarEngine, oracle: Oracle, seeded: Sheets) -> None:
    """On one of the sheets above, or on one that is drawn towards the rule and compared here."""
    waiting = _can_fire(columnar.program)
    outcome = columnar.infer(pack(columnar.program.base, [seeded.sheet(seed) for seed in range(SHEETS)]))
    waiting -= {rule for rule, fired in zip(outcome.fired.names, unpacked(outcome.fired.bits, SHEETS), strict=True) if fired.any()}
    for rule in sorted(waiting & set(columnar.program.base.rules)):
        drawn = [seeded.towards(rule, random.Random(seed)) for seed in range(TRIES)]
        fitting = [sheet for sheet, row in _rows(columnar, drawn) if rule in row.fired][:1]
        _compare_with_oracle(columnar, oracle, fitting)
        waiting -= {rule} if fitting else set()
    assert sorted(waiting) == []


def _can_fire(program: Program) -> set[str]:
    """Every rule, but for the standing rules of conditions that no arguments of this knowledge can make likely enough."""
    base = program.base
    never = {f"{TRIAGE_RULE}{one.id}" for one in base.conditions.values() if _most(base, one.id) < _needed(one.must_not_miss)}
    return set(program.rules) - never


def _needed(must_not_miss: bool) -> int:
    return next(least for least, word in BANDS if word == ("possible" if must_not_miss else "likely"))


def _most(base: KnowledgeBase, condition: str) -> float:
    """The support of a condition when everything that can be said for it is said, and nothing against it."""
    strongest: dict[str, int] = {}
    for rule in base.rules.values():
        for one in rule.then:
            if isinstance(one, Argue) and one.hypothesis == condition and one.favours:
                if one.strength == "confirms":
                    return float("inf")
                strongest[one.evidence] = max(strongest.get(one.evidence, 0), STRENGTHS[one.strength])
    return PRIORS[base.conditions[condition].prior] + sum(strongest.values())


# Features and cases


def _sheets_of(base: KnowledgeBase, path: Path) -> list[Sheet]:
    """The answers of the scenarios of a feature."""
    return [sheet for pickle in pickles(path) if (sheet := sheet_of(base, pickle)) is not None]


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_columns_agree_with_oracle_on_every_scenario(columnar: ColumnarEngine, oracle: Oracle, path: Path) -> None:
    _compare_with_oracle(columnar, oracle, _sheets_of(columnar.program.base, path))


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_columns_agree_with_forward_engine_on_some_scenarios(columnar: ColumnarEngine, engine: ForwardEngine, path: Path) -> None:
    _compare_with_forward(columnar, engine, _sheets_of(columnar.program.base, path)[::EVERY])


@pytest.mark.nightly
@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_columns_agree_with_forward_engine_on_every_scenario(columnar: ColumnarEngine, engine: ForwardEngine, path: Path) -> None:
    _compare_with_forward(columnar, engine, _sheets_of(columnar.program.base, path))


def test_the_answers_of_scenarios_are_found(base: KnowledgeBase) -> None:
    """Otherwise the comparison above could be of nothing."""
    found = [sheet_of(base, pickle) for path in FEATURES for pickle in pickles(path)]
    assert len([sheet for sheet in found if sheet]) > 0.9 * len(found)


def test_columns_agree_on_every_case(base: KnowledgeBase, columnar: ColumnarEngine, engine: ForwardEngine, oracle: Oracle) -> None:
    sheets = [dict(case.answers) for case in load_cases(base, ROOT / "tests" / "cases")]
    sheets += [load_answers(base, path) for path in sorted((ROOT / "examples").glob("*.yaml"))]
    _compare_with_oracle(columnar, oracle, sheets)
    _compare_with_forward(columnar, engine, sheets)
