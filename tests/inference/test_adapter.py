"""The one door to experta: what it leaves alone, how a run ends, and that nothing outlives a consultation."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from typing import Any

import pytest

from inference.handmade import knowledge
from inference.small_engines import Observation
from sheets import Sheets
from soleus.inference import forward
from soleus.inference.experta_adapter import Fact, InferenceError, Network, Outcome, Rule, SafeEngine
from soleus.inference.forward import ForwardEngine, Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.knowledge.model import KnowledgeBase

SMALL: list[Any] = [
    ({"a": True}, [{"find": "low1"}]),
    ({"size": {"over": 5}}, [{"find": "low2"}]),
    ({"finding": "low1"}, [{"argue": {"for": "strain", "strength": "strong", "evidence": "sign"}}]),
]


@pytest.fixture
def small() -> Program:
    """Three rules, one of which compares a number."""
    return compile_program(knowledge(SMALL))


# The host application


def _in_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_import_leaves_logging_and_collections_as_they_were() -> None:
    code = """
import collections, logging
before = logging.root.level
import soleus.inference.experta_adapter
print(logging.root.handlers, logging.root.level == before, hasattr(collections, "Mapping"))
"""
    assert _in_process(code) == "[] True False"


def test_import_leaves_the_host_its_own_handlers_and_alias() -> None:
    code = """
import collections, collections.abc, logging
logging.basicConfig(level="DEBUG")
mine, collections.Mapping = logging.root.handlers[:], collections.abc.Mapping
import soleus.inference.experta_adapter
print(logging.root.handlers == mine, logging.root.level, collections.Mapping is collections.abc.Mapping)
"""
    assert _in_process(code) == "True 10 True"


def test_a_consultation_logs_nothing_and_prints_nothing() -> None:
    code = """
from soleus import Consultation, KnowledgeBase
base = KnowledgeBase.bundled()
Consultation.of(base, {name: True for name, one in base.observables.items() if one.kind == "yes_no"}).conclude()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


# How a run ends


class Tick(Fact):  # type: ignore[misc]
    """One more turn of a circle."""


class Circle(SafeEngine):
    """A rule that makes the fact it waits for, anew each time; it stops by itself after `turns`."""

    turns = 1_000_000
    count = 0

    @Rule(Tick())  # type: ignore[untyped-decorator]
    def turn(self) -> None:
        """Ask for one more turn."""
        self.count += 1
        if self.count < self.turns:
            self.declare(Tick(number=self.count))


def _circle(turns: int) -> Circle:
    engine = Circle()
    engine.turns = turns
    engine.reset()
    engine.declare(Tick(number=0))
    return engine


def test_a_run_that_reaches_the_cap_says_so() -> None:
    engine = _circle(1_000_000)
    assert engine.run(10) is Outcome.CAPPED
    assert engine.count == 10
    assert engine.running is False


def test_a_run_that_ends_at_the_cap_is_complete() -> None:
    engine = _circle(10)
    assert engine.run(10) is Outcome.COMPLETE
    assert engine.count == 10


def test_a_capped_network_is_an_error_and_not_half_a_conclusion(small: Program) -> None:
    engine = ForwardEngine(small)
    engine.network._most = 0
    with pytest.raises(InferenceError, match="the rules run in a circle"):
        engine.infer({"a": True})


def test_an_error_in_a_rule_breaks_the_engine() -> None:
    def fail(engine: SafeEngine) -> None:
        raise ZeroDivisionError

    engine = type("Failing", (SafeEngine,), {"fail": Rule(Observation())(fail)})()
    engine.reset()
    engine.declare(Observation())
    with pytest.raises(ZeroDivisionError):
        engine.run()
    assert engine.running is False
    with pytest.raises(InferenceError, match="Build a new one"):
        engine.reset()


# After an error


def test_a_forward_engine_refuses_to_go_on_after_an_error(small: Program) -> None:
    engine = ForwardEngine(small)
    with pytest.raises(TypeError):
        engine.infer({"a": True, "size": "large"})
    with pytest.raises(InferenceError, match="Build a new one"):
        engine.infer({"a": True})


def test_infer_keeps_its_engine_and_builds_a_new_one_after_an_error(small: Program) -> None:
    infer(small, {})
    first = forward._engines.engine
    infer(small, {"a": True})
    assert forward._engines.engine is first
    with pytest.raises(TypeError):
        infer(small, {"a": True, "size": "large"})
    assert infer(small, {"b": True}).findings == ()
    assert forward._engines.engine is not first


def test_infer_changes_engines_with_the_program(small: Program) -> None:
    other = compile_program(knowledge([({"a": True}, [{"find": "low2"}])]))
    assert [infer(program, {"a": True}).findings for program in (small, other, small)] == [("low1",), ("low2",), ("low1",)]


# Nothing is shared


def test_no_state_from_one_consultation_to_the_next(program: Program, engine: ForwardEngine, seeded: Sheets) -> None:
    """A used engine concludes what a new one does, step by step."""
    for seed in range(5):
        used = [engine.infer(seeded.sheet(number)) for number in (100 + seed, 200 + seed, seed)][-1]
        assert used == ForwardEngine(program).infer(seeded.sheet(seed)), f"sheet {seed}"


def test_an_inference_does_not_change_when_its_engine_goes_on(engine: ForwardEngine, seeded: Sheets) -> None:
    first = engine.infer(seeded.sheet(1))
    before = repr(first)
    engine.infer(seeded.sheet(2))
    assert repr(first) == before


def test_two_threads_do_not_disturb_each_other(base: KnowledgeBase, program: Program, engine: ForwardEngine, seeded: Sheets) -> None:
    numbers = range(12)
    expected = [engine.infer(seeded.sheet(number)) for number in numbers]
    got: dict[str, list[Inference]] = {}

    def work(name: str) -> None:
        got[name] = [infer(program, seeded.sheet(number)) for number in numbers]

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {"one": expected, "other": expected}


def test_a_dropped_engine_is_collected(small: Program) -> None:
    engine = ForwardEngine(small)
    engine.infer({"a": True, "size": 7.5})
    parts: list[Any] = [engine, engine.network, engine.network._engine, engine.network._engine.matcher]
    left = [weakref.ref(part) for part in parts]
    del engine, parts
    gc.collect()
    assert [one() for one in left] == [None] * 4


def test_the_facts_of_a_consultation_are_collected_after_the_next_reset(small: Program) -> None:
    engine = ForwardEngine(small)
    engine.infer({"a": True, "size": 7.25})
    assert _facts_with(7.25)
    engine.network.reset()
    gc.collect()
    assert not _facts_with(7.25)


def _facts_with(value: float) -> list[Any]:
    return [one for one in gc.get_objects() if isinstance(one, Fact) and one.get("value") == value]


def test_engines_built_again_and_again_leave_no_engine_behind(small: Program) -> None:
    for _ in range(5):
        ForwardEngine(small).infer({"a": True})
    gc.collect()
    before = sum(isinstance(one, Network) for one in gc.get_objects())
    for _ in range(5):
        ForwardEngine(small).infer({"a": True})
    gc.collect()
    assert sum(isinstance(one, Network) for one in gc.get_objects()) == before
