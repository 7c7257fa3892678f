"""The steps of features/engine.feature: plain experta and the guarded engine, side by side."""

from __future__ import annotations

import ast
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from inference.handmade import knowledge
from inference.small_engines import KINDS, Age, Person, equal_rules, greeter, observe_then_block
from soleus.inference.experta_adapter import InferenceError
from soleus.inference.forward import ForwardEngine, Inference, infer
from soleus.inference.program import Program, compile_program

HERE = Path(__file__).parent

scenarios(str(HERE.parent / "features" / "engine.feature"))


# What has been forbidden, and the order of rules


@given("six rules of equal rank that each wait for one observation")
def _six_rules() -> None:
    for kind in KINDS:
        assert equal_rules(kind).fired == []


@when(parsers.parse("two of them are forbidden after the observation, in {count:d} fresh engines"), target_fixture="runs")
def _forbid(count: int) -> dict[str, list[Any]]:
    return {kind: [observe_then_block(kind) for _ in range(count)] for kind in KINDS}


@then("the plain engine let a forbidden rule fire at least once")
def _plain_fires_forbidden(runs: dict[str, list[Any]]) -> None:
    assert any(forbidden for forbidden, _ in runs["plain"])


@then("the guarded engine never let a forbidden rule fire")
def _guarded_fires_none(runs: dict[str, list[Any]]) -> None:
    assert not any(forbidden for forbidden, _ in runs["guarded"])


@then("the guarded engine fired the four other rules each time")
def _guarded_fires_others(runs: dict[str, list[Any]]) -> None:
    assert all(sorted(others) == [0, 2, 3, 5] for _, others in runs["guarded"])


@when(parsers.parse("they fire in {count:d} processes with other hash seeds"), target_fixture="orders")
def _in_processes(count: int) -> list[dict[str, list[int]]]:
    return [_orders(seed) for seed in range(count)]


def _orders(seed: int) -> dict[str, list[int]]:
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, str(HERE / "inference" / "small_engines.py")], env=environment, capture_output=True, text=True, check=True)
    printed: dict[str, list[int]] = ast.literal_eval(done.stdout)
    return printed


@then("the plain engine fired them in more than one order")
def _plain_orders(orders: list[dict[str, list[int]]]) -> None:
    assert len({tuple(one["plain"]) for one in orders}) > 1


@then("the guarded engine fired them in one order")
def _guarded_orders(orders: list[dict[str, list[int]]]) -> None:
    assert len({tuple(one["guarded"]) for one in orders}) == 1


# One person and the next


@given("a rule that greets Anna and a rule that compares ages")
def _greeters() -> None:
    for kind in KINDS:
        engine = greeter(kind)
        engine.declare(Person(name="Anna"), Age(years=41))
        engine.run()
        assert sorted(engine.fired) == ["Anna", "over 40"]


@when(parsers.parse("Anna's consultation fails on an age that is no number, and the next person's begins, {count:d} times"), target_fixture="failed")
def _fail(count: int) -> dict[str, list[Any]]:
    return {kind: [_failed(kind) for _ in range(count)] for kind in KINDS}


def _failed(kind: str) -> Any:
    engine = greeter(kind)
    with pytest.raises(TypeError):
        engine.declare(Person(name="Anna"), Age(years="no number"))
    return engine


def _next_person(engine: Any) -> list[str]:
    engine.reset()
    engine.run()
    return list(engine.fired)


@then("the plain engine greeted the next person as Anna at least once")
def _plain_greets(failed: dict[str, list[Any]]) -> None:
    assert any(_next_person(engine) == ["Anna"] for engine in failed["plain"])


@then("the guarded engine refused to go on after the failure each time")
def _guarded_refuses(failed: dict[str, list[Any]]) -> None:
    for engine in failed["guarded"]:
        for attempt in (engine.reset, engine.run, lambda engine=engine: engine.declare(Person(name="Bo"))):
            with pytest.raises(InferenceError, match="Build a new one"):
                attempt()


@then("the guarded engine started anew greeted nobody")
def _guarded_anew() -> None:
    assert _next_person(greeter("guarded")) == []


@then("the guarded engine, had it been emptied and used again, would have greeted nobody")
def _guarded_emptied(failed: dict[str, list[Any]]) -> None:
    for engine in failed["guarded"]:
        engine.broken = False
        assert _next_person(engine) == []


# Soleus itself


@pytest.fixture
def small() -> Program:
    """Three measures, two of them withheld for whom both questions are a yes; and a number to compare."""
    rules: list[Any] = [
        ({"a": True}, [{"find": "low1"}]),
        ({"size": {"over": 5}}, [{"find": "low2"}]),
        ({"none": [{"finding": "low1"}]}, [{"find": "high1"}]),
        ({"finding": ["low1", "low2"]}, [{"argue": {"for": "strain", "strength": "strong", "evidence": "sign"}}]),
        ({"possible": "strain"}, [{"advise": ["jump", "rub", "hop"]}]),
        ({"b": True, "unless": [{"finding": "high1"}]}, [{"withhold": {"groups": "soothe"}}]),
        ({"shade": ["red", "blue"]}, [{"refer": "clinician"}]),
    ]
    return compile_program(knowledge(rules))


ANSWERS: dict[str, Any] = {"a": True, "b": True, "size": 7.5, "shade": "red"}


@given("a runner whose consultation failed on an answer of the wrong kind")
def _failed_consultation(small: Program) -> None:
    with pytest.raises(TypeError):
        infer(small, {**ANSWERS, "size": "large"})


@when("the next runner's answers are concluded in the same program", target_fixture="next_runner")
def _next_runner(small: Program) -> Inference:
    return infer(small, {"b": False})


@then("the conclusion is the same as in a program that never failed")
def _same_as_fresh(small: Program, next_runner: Inference) -> None:
    assert next_runner == ForwardEngine(small).infer({"b": False})
    assert next_runner.findings == ()


@given("a runner for whom some advised measures are withheld", target_fixture="expected")
def _some_withheld(small: Program) -> Inference:
    inference = ForwardEngine(small).infer(ANSWERS)
    assert set(inference.advised) & set(inference.withheld) == {"rub", "hop"}
    return inference


@when(parsers.parse("the same answers are given in {count:d} shuffled orders, each to a fresh engine"), target_fixture="shuffled")
def _shuffled(small: Program, count: int) -> list[Inference]:
    rng = random.Random(7)
    orders = [rng.sample(list(ANSWERS.items()), len(ANSWERS)) for _ in range(count)]
    return [ForwardEngine(small).infer(dict(order)) for order in orders]


@then("every conclusion is the same, step by step")
def _all_same(expected: Inference, shuffled: list[Inference]) -> None:
    assert all(one == expected for one in shuffled)


@then("no measure of the plan is withheld")
def _plan_withheld(shuffled: list[Inference]) -> None:
    assert all(set(one.advised) - set(one.withheld) == {"jump"} for one in shuffled)
