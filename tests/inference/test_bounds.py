"""The bounds of what open answers can still change: no answers lead out of them, and what hangs on no open answer does not move."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sheets import Sheet, Sheets
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack, unpacked, vary
from soleus.inference.columnar_bounds import Bounds, Reach
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.program import Program
from soleus.knowledge.conditions import Scalar

SHEETS, COMPLETIONS = 150, 40


@pytest.fixture(scope="module")
def bounds(program: Program) -> Bounds:
    return Bounds(engine_for(program))


def drawn(seeded: Sheets, seed: int) -> tuple[Sheet, list[str], list[dict[str, Scalar | None]]]:
    """A sheet, the observables that are free on it, and some answers to these, unknown ones included."""
    rng = random.Random(seed)
    sheet, names = seeded.sheet(seed), list(seeded.values)
    free = rng.sample(names, rng.choice((1, 3, 10, 40, len(names))))
    some = [{name: rng.choice((None, *seeded.values[name])) for name in free} for _ in range(COMPLETIONS)]
    return sheet, free, some


@pytest.mark.parametrize("first", range(0, SHEETS, 10))
def test_no_answers_lead_out_of_the_bounds(bounds: Bounds, seeded: Sheets, first: int) -> None:
    for seed in range(first, first + 10):
        sheet, free, some = drawn(seeded, seed)
        reach = bounds.reach(pack(seeded.base, [sheet]), free)
        _check(reach, bounds.engine.infer(vary(seeded.base, sheet, some)))


def _check(reach: Reach, outcome: Outcome) -> None:
    assert (outcome.levels >= reach.least_level).all()
    assert (outcome.levels <= reach.most_level).all()
    argued = _truths(outcome, "argued")
    assert (argued <= reach.may_argue).all()
    assert (argued >= reach.must_argue).all()
    assert (outcome.support >= reach.least)[argued].all()
    assert (outcome.support <= reach.most)[argued].all()
    for name, one in (("findings", "find"), ("advised", "advise"), ("withheld", "withhold")):
        held = _truths(outcome, name)
        assert (held <= getattr(reach, f"may_{one}")).all(), name
        assert (held >= getattr(reach, f"must_{one}")).all(), name


def _truths(outcome: Outcome, name: str) -> np.ndarray:
    return unpacked(getattr(outcome, name).bits, outcome.rows).view(np.bool_)


def test_without_free_answers_the_bounds_are_the_outcome(bounds: Bounds, seeded: Sheets) -> None:
    for seed in range(SHEETS):
        block = pack(seeded.base, [seeded.sheet(seed)])
        reach, outcome = bounds.reach(block, ()), bounds.engine.infer(block)
        assert reach.least_level == reach.most_level == outcome.levels
        argued = _truths(outcome, "argued")
        assert (reach.may_argue == argued).all()
        assert (reach.must_argue == argued).all()
        assert (reach.least[argued] == outcome.support[argued]).all()
        assert (reach.most[argued] == outcome.support[argued]).all()


@pytest.mark.parametrize("first", range(0, SHEETS, 10))
def test_a_level_moves_only_with_the_answers_that_it_hangs_on(bounds: Bounds, seeded: Sheets, first: int) -> None:
    for seed in range(first, first + 10):
        sheet, free, some = drawn(seeded, seed)
        planes, reach = bounds.explored(pack(seeded.base, [sheet]), free)
        touching = bounds.touching(planes, bounds.columns.triage.values())
        assert touching <= set(free)
        assert bool(touching) == bool(reach.least_level[0] < reach.most_level[0])
        idle = [{name: None if name in touching else value for name, value in one.items()} for one in some]
        levels = bounds.engine.infer(vary(seeded.base, sheet, [dict.fromkeys(free), *idle])).levels
        assert set(levels.tolist()) == {int(levels[0])}
