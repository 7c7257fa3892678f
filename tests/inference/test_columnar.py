"""The columnar engine on small bases: random condition trees against the oracle, and single points of blocks, sums and threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inference.handmade import Rules, Written, knowledge, rule_sets, sheets
from oracle import Oracle
from sheets import Sheets
from soleus.inference.columnar import ColumnarEngine, engine_for
from soleus.inference.columnar_answers import AnswerBlock, pack, packed, unpacked, vary
from soleus.inference.columnar_expressions import FALSE, TRUE, Expressions
from soleus.inference.columnar_outcome import Row
from soleus.inference.forward import ForwardEngine
from soleus.inference.program import Program, compile_program
from soleus.knowledge.model import KnowledgeBase

TREES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
YES = {"a": True}


def rows(rules: Rules, answers: list[dict[str, Any]]) -> list[Row]:
    """What the columnar engine makes of these rules and sheets."""
    base = knowledge(rules)
    outcome = ColumnarEngine(compile_program(base)).infer(pack(base, answers))
    return [outcome.row(row) for row in range(len(answers))]


def argue(side: str, strength: str, label: str) -> Written:
    return {"argue": {side: "illness", "strength": strength, "evidence": label}}


# Against the oracle


def _check(rules: Rules, answers: list[dict[str, Any]]) -> None:
    oracle = Oracle(knowledge(rules))
    for sheet, row in zip(answers, rows(rules, answers), strict=True):
        opinion = oracle.judge(sheet)
        assert (set(row.fired), set(row.findings), set(row.denied)) == (opinion.fired, opinion.findings, opinion.denied), sheet
        assert (row.support, row.words, row.scores, row.triage) == (opinion.support, opinion.words, opinion.scores, opinion.triage), sheet
        assert {name: frozenset(said) for name, said in row.withheld.items()} == opinion.withheld, sheet
        assert {name: frozenset(said) for name, said in row.advised.items()} == opinion.advised, sheet


@TREES
@given(rules=rule_sets(), answers=st.lists(sheets(), min_size=1, max_size=8))
def test_random_trees_agree_with_oracle(rules: Rules, answers: list[dict[str, Any]]) -> None:
    _check(rules, answers)


@pytest.mark.nightly
@settings(TREES, max_examples=3_000)
@given(rules=rule_sets(), answers=st.lists(sheets(), min_size=1, max_size=8))
def test_many_random_trees_agree_with_oracle(rules: Rules, answers: list[dict[str, Any]]) -> None:
    _check(rules, answers)


# Blocks


@pytest.fixture(scope="module")
def alone(program: Program, seeded: Sheets) -> list[Row]:
    """What follows from each of some sheets, in a block of its own."""
    return [engine_for(program).infer(pack(program.base, [seeded.sheet(seed)])).row(0) for seed in range(200)]


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 200])
def test_rows_do_not_depend_on_the_size_of_their_block(program: Program, seeded: Sheets, alone: list[Row], count: int) -> None:
    outcome = engine_for(program).infer(pack(program.base, [seeded.sheet(seed) for seed in range(count)]))
    assert [outcome.row(row) for row in range(count)] == alone[:count]


def test_block_without_any_answer_is_unknown_everywhere(program: Program, engine: ForwardEngine) -> None:
    row = engine_for(program).infer(AnswerBlock(3, {}, {}, {}, {})).row(2)
    nobody = engine.infer({})
    assert (row.triage, row.findings, set(row.withheld)) == (nobody.triage, nobody.findings, set(nobody.withheld))


def test_nothing_of_an_earlier_block_is_left(program: Program, seeded: Sheets) -> None:
    """The engine keeps its working memory from block to block: every plane must be written anew."""
    engine = ColumnarEngine(program)
    drawn = [seeded.sheet(seed) for seed in range(300)]
    engine.infer(pack(program.base, drawn[:150]))
    assert engine.infer(pack(program.base, [{}] * 150)).row(7) == ColumnarEngine(program).infer(pack(program.base, [{}])).row(0)


def test_variations_are_the_changed_sheets(program: Program, seeded: Sheets) -> None:
    base = program.base
    answers = seeded.sheet(8)
    names = list(base.observables)[:40]
    changes = [{name: None} for name in names]
    changed = [{key: value for key, value in answers.items() if key != name} for name in names]
    engine = engine_for(program)
    varied, whole = engine.infer(vary(base, answers, changes)), engine.infer(pack(base, changed))
    assert [varied.row(row) for row in range(40)] == [whole.row(row) for row in range(40)]


def test_threads_share_an_engine(program: Program, seeded: Sheets) -> None:
    engine, base = ColumnarEngine(program), program.base
    groups = [[seeded.sheet(seed) for seed in range(first, first + 64)] for first in range(0, 512, 64)]
    wanted = [engine.infer(pack(base, group)).row(63) for group in groups]
    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(lambda group: engine.infer(pack(base, group)).row(63), groups * 4))
    assert got == wanted * 4


def test_planes_hold_what_was_packed() -> None:
    truths = np.arange(130) % 3 == 0
    assert (unpacked(packed(truths), 130) == truths).all()


def test_levels_are_the_triage_of_every_row(program: Program, seeded: Sheets) -> None:
    outcome = engine_for(program).infer(pack(program.base, [seeded.sheet(seed) for seed in range(100)]))
    levels = ("self_care", "clinician", "same_day", "emergency")
    assert [levels[place] for place in outcome.levels] == [outcome.row(row).triage for row in range(100)]


# Sums


@pytest.mark.parametrize("count", [2, 2_000])
@pytest.mark.parametrize("labels", [1, 12, 40])
def test_sums_of_few_and_of_many_arguments(labels: int, count: int) -> None:
    """With many labels a sum no longer fits into a byte; with many rows it is added up another way."""
    rules: Rules = [(YES, [argue("for", "strong", f"for-{label}"), argue("against", "moderate", f"against-{label}")]) for label in range(labels)]
    first, *_, last = rows(rules, [YES, *[{}] * (count - 1)])
    assert (first.support, last.support) == ({"illness": -10 + 3 * labels}, {})


def test_strongest_argument_of_a_label_counts() -> None:
    rules: Rules = [({"a": True}, [argue("for", "weak", "sign")]), ({"b": True}, [argue("for", "strong", "sign")])]
    supports = [row.support for row in rows(rules, [{"a": True}, {"b": True}, {"a": True, "b": True}])]
    assert supports == [{"illness": -7}, {"illness": 0}, {"illness": 0}]


def test_confirms_beats_excludes() -> None:
    rules: Rules = [({"a": True}, [argue("for", "confirms", "scan")]), ({"b": True}, [argue("against", "excludes", "scan")])]
    words = [row.words for row in rows(rules, [{"a": True}, {"b": True}, {"a": True, "b": True}])]
    assert words == [{"illness": "very_likely"}, {"illness": "unlikely"}, {"illness": "very_likely"}]


def test_few_and_many_rows_are_summed_alike(program: Program, seeded: Sheets) -> None:
    drawn = [seeded.sheet(seed) for seed in range(100)]
    engine = engine_for(program)
    few, many = engine.infer(pack(program.base, drawn)), engine.infer(pack(program.base, drawn * 20))
    assert [few.row(row) for row in range(100)] == [many.row(1_900 + row) for row in range(100)]


# Expressions


def test_equal_expressions_are_one_node() -> None:
    stock = Expressions()
    first, second = stock.leaf("first"), stock.leaf("second")
    assert stock.every([first, second]) == stock.every([second, first, second, TRUE])
    assert stock.negated(stock.negated(first)) == first
    assert (stock.every([]), stock.some([]), stock.every([first, FALSE]), stock.some([first, TRUE])) == (TRUE, FALSE, FALSE, TRUE)
    assert (stock.reaching(0, []), stock.reaching(3, [(first, 2)]), stock.reaching(2, [(first, 2)])) == (TRUE, FALSE, first)


def test_engine_is_compiled_once(base: KnowledgeBase) -> None:
    assert engine_for(compile_program(base)) is engine_for(compile_program(base))
