"""Made-up people: the same for a seed, whole, valid, and fitting their condition better than chance."""

from __future__ import annotations

from soleus import KnowledgeBase
from soleus.evaluation.simulation import made_up
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack
from soleus.inference.program import compile_program
from soleus.knowledge.answers import check_answer


def test_they_are_the_same_for_a_seed_and_others_for_another(base: KnowledgeBase) -> None:
    program = compile_program(base)
    assert list(made_up(program, 8, seed=1)) == list(made_up(program, 8, seed=1))
    assert list(made_up(program, 8, seed=1)) != list(made_up(program, 8, seed=2))


def test_they_know_everything_about_themselves(base: KnowledgeBase) -> None:
    for one in made_up(compile_program(base), 30):
        assert one.condition in base.conditions
        assert set(one.answers) == set(base.observables)
        assert all(check_answer(base, name, value) == value for name, value in one.answers.items())


def test_their_answers_fit_their_condition(base: KnowledgeBase) -> None:
    """On average the answers support the own condition more than they support it in others."""
    program = compile_program(base)
    people = list(made_up(program, 300))
    outcome = engine_for(program).infer(pack(base, [one.answers for one in people]))
    lines = {name: line for line, name in enumerate(outcome.argued.names)}
    for condition in ("soleus_strain", "achilles_midportion", "medial_tibial_stress"):
        own = [outcome.support[lines[condition], row] for row, one in enumerate(people) if one.condition == condition]
        others = [outcome.support[lines[condition], row] for row, one in enumerate(people) if one.condition != condition]
        assert sum(own) / len(own) > sum(others) / len(others) + 5
