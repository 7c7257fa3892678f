"""What hangs on the answer to one question: what it could still change, for the person who asks why it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from soleus.consultation.choice import choice_for
from soleus.consultation.consultation import Consultation
from soleus.consultation.effects import PICTURES, Rows, planned, supported
from soleus.consultation.questions import Question
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.columnar_ranking import ranked
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.problems import AnswerError, Problem, shown


@dataclass(frozen=True, slots=True)
class Stakes:
    """What some answer to a question could make of the outcome that it would not be without: in the order of importance.

    `levels` are the triage levels that it could lead to, from the highest; `first` the conditions that could then come first, and `causes` those
    that could become likely, each by how common the answers are that lead there; `plan` whether measures could come into the plan or leave it.
    """

    question: str
    levels: tuple[str, ...]
    first: tuple[str, ...]
    causes: tuple[str, ...]
    plan: bool


def stakes(consultation: Consultation, question: str) -> Stakes:
    """What hangs on this question while the others are as open as they are. Raises `AnswerError` where it is no whole question."""
    asked = _whole(consultation, question)
    effects = choice_for(compile_program(consultation.base), consultation.questions).effects
    others = [one.id for one in consultation.open_questions()]
    answers = {name: value for name, value in consultation.answers.items() if name not in asked.observables}
    rows, outcome = effects.look(answers, (question,), {*others, question})
    places = ranked(outcome, effects.conditions, 1)[0][0]
    best = [effects.conditions[place] if place >= 0 else "" for place in places]
    return Stakes(question, _levels(outcome, rows), _first(best, rows), _causes(outcome, rows, effects.causes), _plan(outcome, rows))


def _whole(consultation: Consultation, name: str) -> Question:
    """The question of this id, which must not be an item of a checklist: nothing could be found to hang on that alone."""
    one = consultation.question(name)
    if one not in consultation.questions:
        holder = next(several.id for several in consultation.questions if name in several.observables)
        raise AnswerError([Problem("answers", 0, f"{shown(name)} is an item of the checklist '{holder}'.", f"Ask what hangs on '{holder}'.")])
    return one


def _levels(outcome: Outcome, rows: Rows) -> tuple[str, ...]:
    levels = outcome.levels
    changed = set(levels[levels != levels[rows.before()]].tolist())
    return tuple(LEVELS[place] for place in sorted(changed, reverse=True))


def _first(best: list[str], rows: Rows) -> tuple[str, ...]:
    changes = zip(best, rows.before(), _shares(rows), strict=True)
    return _most_often((one, share) for one, before, share in changes if one and one != best[before])


def _causes(outcome: Outcome, rows: Rows, causes: tuple[str, ...]) -> tuple[str, ...]:
    likely = supported(outcome, causes, "likely")
    new = likely & ~likely[:, rows.before()]
    names, shares = [name for name in outcome.argued.names if name in causes], _shares(rows)
    return _most_often((names[line], shares[row]) for line, row in zip(*np.nonzero(new), strict=True))


def _shares(rows: Rows) -> list[float]:
    """How common the answer of each row is, for all pictures."""
    shares: list[float] = np.tile(rows.shares, PICTURES + 1).tolist()
    return shares


def _plan(outcome: Outcome, rows: Rows) -> bool:
    plan = planned(outcome)
    return bool((plan != plan[:, rows.before()]).any())


def _most_often(names: Iterable[tuple[str, float]]) -> tuple[str, ...]:
    """Each name once, those with the largest shares in all first, ties by name."""
    sums: dict[str, float] = defaultdict(float)
    for name, share in names:
        sums[name] += share
    return tuple(sorted(sums, key=lambda name: (-round(sums[name], 9), name)))
