"""The steps of features/trace.feature: what every trace of the bundled knowledge must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from sheets import Sheet, Sheets
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.trace import Answer, Earlier
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import Advise, Find, KnowledgeBase, Withhold
from soleus.knowledge.strata import STRATA, stratum_of

scenarios(str(Path(__file__).parents[1] / "features" / "trace.feature"))


@pytest.fixture(scope="module")
def program(base: KnowledgeBase) -> Program:
    """The program of the bundled knowledge."""
    return compile_program(base)


@given(parsers.parse("{count:d} runners with all kinds of answers"), target_fixture="runners")
def _runners(base: KnowledgeBase, count: int) -> list[Sheet]:
    seeded = Sheets(base)
    return [seeded.sheet(number) for number in range(count)]


@when("their answers are concluded", target_fixture="inferences")
def _conclude(program: Program, runners: list[Sheet]) -> list[Inference]:
    return [infer(program, sheet) for sheet in runners]


@when("their answers are concluded forwards and backwards", target_fixture="both_ways")
def _both_ways(program: Program, runners: list[Sheet]) -> list[tuple[Inference, Inference]]:
    return [(infer(program, sheet), infer(program, dict(reversed(sheet.items())))) for sheet in runners]


# What a step stands on


@then("every step matched answers that were given, with the value that was given, or steps before it")
def _matched(runners: list[Sheet], inferences: list[Inference]) -> None:
    for sheet, inference in zip(runners, inferences, strict=True):
        for number, step in enumerate(inference.steps, 1):
            assert step.n == number
            assert all(_stands(one, sheet, number) for one in step.matched), step


def _stands(one: Answer | Earlier, sheet: dict[str, Scalar], number: int) -> bool:
    if isinstance(one, Earlier):
        return 1 <= one.step < number
    name, value = (getattr(one, field) for field in one.__dataclass_fields__)
    return name in sheet and sheet[name] == value


@then("every step that matched nothing names what was absent")
def _absent(inferences: list[Inference]) -> None:
    """Only the triage of somebody for whom no rule asked for more may stand on nothing."""
    for inference in inferences:
        for step in inference.steps:
            assert step.matched or step.absent or (step.kind == "triage" and inference.triage == "self_care"), step


# What was concluded


def _rules_that_fired(program: Program, inference: Inference, kind: type) -> Iterator[tuple[str, object]]:
    for step in inference.steps:
        if step.kind == "rule":
            yield from ((step.rule, one) for one in program.rules[step.rule].then if isinstance(one, kind))


@then("each finding, argument, withheld and advised measure was concluded by the step of a rule that names it")
def _concluded(program: Program, inferences: list[Inference]) -> None:
    for inference in inferences:
        _check_findings(program, inference)
        _check_arguments(inference)
        _check_measures(program, inference)


def _check_findings(program: Program, inference: Inference) -> None:
    found = {one.finding for _, one in _rules_that_fired(program, inference, Find) if isinstance(one, Find)}
    assert found == set(inference.findings)


def _check_arguments(inference: Inference) -> None:
    for support in inference.support.values():
        assert all(inference.steps[one.step - 1].rule == one.rule for one in support.arguments), support


def _check_measures(program: Program, inference: Inference) -> None:
    for kind, said in ((Withhold, inference.withheld), (Advise, inference.advised)):
        fired = {rule for rule, _ in _rules_that_fired(program, inference, kind)}
        assert fired == {rule for rules in said.values() for rule in rules}


@then("the triage is the level that its step concluded")
def _triage(inferences: list[Inference]) -> None:
    for inference in inferences:
        assert [step.concluded for step in inference.steps if step.kind == "triage"] == [(f"triage:{inference.triage}",)]


@then("no finding is both derived and known not to hold")
def _derived_and_denied(inferences: list[Inference]) -> None:
    for inference in inferences:
        assert not set(inference.findings) & set(inference.denied)
        assert not set(inference.findings) & {step.rule for step in inference.steps if step.kind == "denied"}


@then("no rule fired twice")
def _twice(inferences: list[Inference]) -> None:
    for inference in inferences:
        assert max(Counter(step.rule for step in inference.steps if step.kind == "rule").values(), default=1) == 1


@then("findings come before arguments, arguments before triage, triage before precautions, precautions before advice")
def _strata(program: Program, inferences: list[Inference]) -> None:
    for inference in inferences:
        places = [STRATA.index(stratum_of(program.rules[step.rule])) for step in inference.steps if step.kind == "rule"]
        assert places == sorted(places)


@then("both traces are the same, step by step")
def _same(both_ways: list[tuple[Inference, Inference]]) -> None:
    assert all(one == other for one, other in both_ways)
