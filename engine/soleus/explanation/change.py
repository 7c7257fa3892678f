"""What would change it: the fewest answers that turn a conclusion, found exactly, each one that a real person could give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soleus.explanation.alternatives import Alternative, alternatives
from soleus.explanation.goals import Goal, Way, goals_of
from soleus.explanation.subjects import About, is_concluded, subject_of
from soleus.inference.forward import infer
from soleus.inference.program import Program, compile_program
from soleus.knowledge.conditions import Band, Scalar
from soleus.knowledge.model import KnowledgeBase


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer that would be other. `before` is None where it is not known yet: then this is something to find out.

    For a number `band` holds every number that does the same as `after`.
    """

    observable: str
    before: Scalar | None
    after: Scalar
    band: Band | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One way in which a conclusion can turn, and the fewest answers that do it.

    `size` is how many answers that takes; None when nothing was found. `sets` are the sets of that size, those with the fewest known answers
    to change first, then in order of the interview; `complete` says that these are all. `proved` is the number of answers up to which no
    set turns it, None where no set does, whatever its size.
    """

    way: Way
    size: int | None
    sets: tuple[tuple[NewAnswer, ...], ...]
    complete: bool
    proved: int | None


@dataclass(frozen=True, slots=True)
class WhatTurns:
    """What would turn a conclusion: one turn, for the triage one for each direction that there is."""

    id: str
    about: About
    name: str
    concluded: bool
    turns: tuple[Turn, ...]


def what_turns(base: KnowledgeBase, answers: Mapping[str, Scalar], name: str) -> WhatTurns:
    """The fewest answers that turn a conclusion from valid answers.

    A conclusion turns when it was concluded and is no longer, or was not and is (`subjects.is_concluded`); `triage` when the level is another.
    A known answer may become another, an unknown one known, never a known one unknown. What is fixed does not change, and no answer is
    offered to a question that would not be asked. Raises `NoSubjectError` for an unknown name. Needs NumPy.
    """
    program = compile_program(base)
    subject = subject_of(program, name)
    inference = infer(program, answers)
    concluded = is_concluded(inference, subject)
    goals = goals_of(program, subject, concluded, inference.triage)
    return WhatTurns(subject.id, subject.about, subject.name, concluded, tuple(_turn(program, inference.answers, goal) for goal in goals))


def _turn(program: Program, answers: Mapping[str, Scalar], goal: Goal) -> Turn:
    from soleus.explanation.scene import Scene
    from soleus.explanation.search import fewest
    from soleus.explanation.stage import stage_for

    stage = stage_for(program, goal)
    every = {name: alternatives(program.base.observables[name], stage.tests.get(name, ()), answers.get(name)) for name in stage.questions}
    others = {name: found for name, found in every.items() if found}
    scene = Scene(stage, answers, {name: [one.value for one in found] for name, found in others.items()})
    best = fewest(scene)
    sets = [tuple(_new(answers, scene.names[place], others[scene.names[place]][pick - 1]) for place, pick in change) for change in best.changes]
    return Turn(goal.way, best.size, tuple(sorted(sets, key=_known)), best.complete, best.proved)


def _new(answers: Mapping[str, Scalar], name: str, other: Alternative) -> NewAnswer:
    return NewAnswer(name, answers.get(name), other.value, other.band)


def _known(answers: tuple[NewAnswer, ...]) -> int:
    """How many known answers a set changes."""
    return sum(one.before is not None for one in answers)
