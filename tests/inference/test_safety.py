"""What must hold of the bundled knowledge on any sheet: order changes nothing, a red flag never calms, silence never permits."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheets import Sheet, Sheets
from sheets import sheets as any_sheet
from soleus import Consultation, KnowledgeBase
from soleus.inference.forward import ForwardEngine, Inference
from soleus.inference.program import Program
from soleus.knowledge.conditions import LEVELS

SHEETS, MANY_SHEETS, FLAGS = 8, 1_000, 4
PROPERTY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def _plan(inference: Inference) -> set[str]:
    """The measures of the plan: advised and not withheld."""
    return set(inference.advised) - set(inference.withheld)


def _level(inference: Inference) -> int:
    return LEVELS.index(inference.triage)


def _reasons(inference: Inference) -> str:
    return f"{inference.triage}: {dict(inference.referred)}"


# Order


@PROPERTY
@given(data=st.data())
def test_order_of_answers_changes_nothing(base: KnowledgeBase, engine: ForwardEngine, data: st.DataObject) -> None:
    sheet = data.draw(any_sheet(base))
    shuffled = dict(data.draw(st.permutations(list(sheet.items()))))
    assert engine.infer(shuffled) == engine.infer(sheet)


def _check_fresh_engines(program: Program, sheet: Sheet, count: int) -> None:
    rng = random.Random(11)
    expected = ForwardEngine(program).infer(sheet)
    for _ in range(count):
        order = rng.sample(list(sheet.items()), len(sheet))
        assert ForwardEngine(program).infer(dict(order)) == expected


def test_fresh_engines_agree_on_any_order_of_answers(program: Program, seeded: Sheets) -> None:
    _check_fresh_engines(program, seeded.sheet(3), 3)


@pytest.mark.nightly
def test_two_hundred_fresh_engines_agree_on_any_order_of_answers(program: Program, seeded: Sheets) -> None:
    _check_fresh_engines(program, seeded.sheet(5), 200)


# Red flags and silence


def _never_calms(engine: ForwardEngine, sheet: Sheet, flag: str) -> None:
    """A yes to a safety question never lowers the triage."""
    before, after = engine.infer(sheet), engine.infer({**sheet, flag: True})
    assert _level(after) >= _level(before), f"{flag}: yes lowers the triage.\n{sheet}\n{_reasons(before)}\n{_reasons(after)}"


def _never_permits(engine: ForwardEngine, sheet: Sheet, flag: str) -> None:
    """Where a safety question was not answered, the triage is no lower and the plan holds nothing more than after a no.

    One thing may come in: where silence raises the triage, the plan may turn into plain rest until somebody has looked.
    """
    told, silent = engine.infer({**sheet, flag: False}), engine.infer({name: value for name, value in sheet.items() if name != flag})
    assert _level(silent) >= _level(told), f"silence on {flag} lowers the triage.\n{sheet}\n{_reasons(told)}\n{_reasons(silent)}"
    permitted = _plan(silent) - _plan(told)
    assert not permitted or (_level(silent) > _level(told) and _only_rest(engine, permitted)), f"silence on {flag} permits {permitted}.\n{sheet}"


def _only_rest(engine: ForwardEngine, measures: set[str]) -> bool:
    return all(engine.program.base.measures[one].groups == ("rest",) for one in measures)


CHECKS = pytest.mark.parametrize("check", [_never_calms, _never_permits])


def _check_flags(engine: ForwardEngine, seeded: Sheets, check: Callable[..., None], numbers: range) -> None:
    """The check for some flags of each sheet, of any kind and with all flags denied."""
    for number in numbers:
        for sheet in (seeded.sheet(number), seeded.cleared(number)):
            for flag in random.Random(number).sample(seeded.flags, FLAGS):
                check(engine, sheet, flag)


@CHECKS
def test_flags_on_seeded_sheets(engine: ForwardEngine, seeded: Sheets, check: Callable[..., None]) -> None:
    _check_flags(engine, seeded, check, range(SHEETS))


@pytest.mark.nightly
@CHECKS
def test_flags_on_many_seeded_sheets(engine: ForwardEngine, seeded: Sheets, check: Callable[..., None]) -> None:
    _check_flags(engine, seeded, check, range(SHEETS, SHEETS + MANY_SHEETS))


@PROPERTY
@given(data=st.data())
def test_flags_on_any_sheet(base: KnowledgeBase, engine: ForwardEngine, seeded: Sheets, data: st.DataObject) -> None:
    sheet, flag = data.draw(any_sheet(base)), data.draw(st.sampled_from(seeded.flags))
    _never_calms(engine, sheet, flag)
    _never_permits(engine, sheet, flag)


def test_cleared_sheets_have_a_plan(engine: ForwardEngine, seeded: Sheets) -> None:
    """Otherwise the plan could not grow and the checks above would say nothing."""
    assert sum(len(_plan(engine.infer(seeded.cleared(number)))) > 1 for number in range(SHEETS)) > SHEETS / 2


# The plan


def test_the_plan_is_what_is_advised_and_not_withheld(base: KnowledgeBase, engine: ForwardEngine, seeded: Sheets) -> None:
    for number in range(SHEETS):
        result = Consultation.of(base, seeded.sheet(number)).conclude()
        assert {one.measure for one in result.plan} == _plan(engine.infer(seeded.sheet(number))), f"sheet {number}"
        assert not {one.measure for one in result.plan} & {one.measure for one in result.withheld}, f"sheet {number}"
