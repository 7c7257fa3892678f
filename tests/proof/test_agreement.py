"""The translation itself: on random sheets the solver's model and the forward engine say the same of everything that can be concluded."""

from __future__ import annotations

import pytest

from inference.agreement import denials_needed
from sheets import Sheet, Sheets
from soleus.inference.columnar_expressions import Node
from soleus.inference.forward import ForwardEngine, Inference
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS, WORDS, SupportTest
from soleus.knowledge.model import KnowledgeBase
from soleus.proof.formulas import Formulas
from soleus.proof.solver import Solver

SHEETS, MANY_SHEETS, CHUNK, LARGE_CHUNK = 100, 2_000, 50, 250


class Model:
    """The solver, and a formula for everything that the forward engine can say of a person."""

    def __init__(self, base: KnowledgeBase) -> None:
        words = {(name, word): SupportTest((name,), word, word) for name in base.hypotheses for word in WORDS[1:]}
        self.formulas = Formulas(base, words.values())
        self.solver = Solver(self.formulas)
        person = self.formulas.person()
        self.nodes: dict[str, Node] = {
            **{f"fires {rule}": person.fires(rule) for rule in compile_program(base).rules},
            **{f"triage {level}": person.triage_at_least(level) for level in LEVELS},
            **{f"{name} {word}": person.holds(test) for (name, word), test in words.items()},
            **{f"withheld {name}": person.withheld(name) for name in base.measures},
            **{f"advised {name}": person.advised(name) for name in base.measures},
            **{f"planned {name}": person.planned(name) for name in base.measures},
            **{f"denied {name}": person.denies(name) for name in denials_needed(base)},
        }

    def says(self, sheet: Sheet) -> set[str]:
        """What is true of a person with exactly these answers."""
        return {name for name, true in self.solver.truths(self.nodes, sheet).items() if true}


def _says(inference: Inference) -> set[str]:
    """What the forward engine concludes, in the same words."""
    level = LEVELS.index(inference.triage)
    planned = set(inference.advised) - set(inference.withheld)
    return {
        *(f"fires {step.rule}" for step in inference.steps if step.kind == "rule"),
        *(f"triage {one}" for one in LEVELS[: level + 1]),
        *(f"{name} {word}" for name, one in inference.support.items() for word in WORDS[1 : WORDS.index(one.word) + 1]),
        *(f"withheld {name}" for name in inference.withheld),
        *(f"advised {name}" for name in inference.advised),
        *(f"planned {name}" for name in planned),
        *(f"denied {name}" for name in inference.denied),
    }


@pytest.fixture(scope="module")
def model(base: KnowledgeBase) -> Model:
    return Model(base)


@pytest.fixture(scope="module")
def engine(base: KnowledgeBase) -> ForwardEngine:
    return ForwardEngine(compile_program(base))


@pytest.fixture(scope="module")
def seeded(base: KnowledgeBase) -> Sheets:
    return Sheets(base)


def _compare(model: Model, engine: ForwardEngine, sheet: Sheet) -> None:
    assert model.says(sheet) ^ _says(engine.infer(sheet)) == set(), sheet


@pytest.mark.parametrize("first", range(0, SHEETS, CHUNK))
def test_model_agrees_with_forward_engine(model: Model, engine: ForwardEngine, seeded: Sheets, first: int) -> None:
    for seed in range(first, first + CHUNK):
        _compare(model, engine, seeded.cleared(seed) if seed % 4 == 0 else seeded.sheet(seed))


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(SHEETS, SHEETS + MANY_SHEETS, LARGE_CHUNK))
def test_model_agrees_with_forward_engine_on_many_sheets(model: Model, engine: ForwardEngine, seeded: Sheets, first: int) -> None:
    for seed in range(first, first + LARGE_CHUNK):
        _compare(model, engine, seeded.cleared(seed) if seed % 4 == 0 else seeded.sheet(seed))
