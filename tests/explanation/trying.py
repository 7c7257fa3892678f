"""What would turn a conclusion, found by trying everything on the whole program: slow, plain, and sharing no step with the search."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from tests.sheets import Sheet, values_of

from soleus import KnowledgeBase
from soleus.explanation.subjects import Subject
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import unpacked, vary
from soleus.inference.columnar_outcome import Outcome, Planes
from soleus.inference.program import compile_program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import LEVELS

Change = dict[str, Any]

POSSIBLE = -3
"""The least support, in decibans, of something that a result names."""


class Trying:
    """One person's answers, and all the other answers that this person could give."""

    def __init__(self, base: KnowledgeBase, answers: Sheet) -> None:
        self.base, self.answers = base, answers
        self.engine = engine_for(compile_program(base))
        possible = values_of(base)
        kept = {one.id for one in base.observables.values() if one.fixed and one.id in answers}
        self.others = {name: [value for value in values if value != answers.get(name)] for name, values in possible.items() if name not in kept}

    def turning(self, subject: Subject, way: str, size: int) -> Iterator[Change]:
        """Every change of so many answers, of those worth trying, that turns the subject this way."""
        for block in _blocks(self._changes(size)):
            outcome = self.engine.infer(vary(self.base, self.answers, block))
            for row in np.flatnonzero(turned(outcome, subject, way, self._level())):
                if self.can_be_given(block[row]):
                    yield block[row]

    def turns(self, subject: Subject, way: str, change: Change) -> bool:
        """Whether one change turns the subject this way."""
        outcome = self.engine.infer(vary(self.base, self.answers, [change]))
        return bool(turned(outcome, subject, way, self._level())[0])

    def _changes(self, size: int) -> Iterator[Change]:
        for names in itertools.combinations(self.others, size):
            for values in itertools.product(*(self.others[name] for name in names)):
                yield dict(zip(names, values, strict=True))

    def _level(self) -> int:
        return int(self.engine.infer(vary(self.base, self.answers, [{}])).levels[0])

    def can_be_given(self, change: Mapping[str, Any]) -> bool:
        known = Known({**self.answers, **change})
        skips = {one.id: [one.skip_if] for one in self.base.observables.values()}
        for checklist in self.base.checklists.values():
            for item in checklist.items:
                skips[item].append(checklist.skip_if)
        return not any(skip is not None and evaluate(skip, known) for name in change for skip in skips[name])


def _blocks(changes: Iterator[Change]) -> Iterator[list[Change]]:
    while block := list(itertools.islice(changes, 32_768)):
        yield block


def turned(outcome: Outcome, subject: Subject, way: str, level: int) -> Any:
    """For each row whether the subject has turned this way, from a person with this triage level."""
    if way in ("higher", "lower"):
        return outcome.levels > level if way == "higher" else outcome.levels < level
    holds = _holds(outcome, subject)
    return holds if way == "concluded" else ~holds


def _holds(outcome: Outcome, subject: Subject) -> Any:
    name = subject.id
    match subject.about:
        case "condition" | "cause":
            if name not in outcome.argued.names:
                return np.zeros(outcome.rows, np.bool_)
            return _bits(outcome, outcome.argued, name) & (outcome.support[outcome.argued.names.index(name)] >= POSSIBLE)
        case "finding":
            return _bits(outcome, outcome.findings, name)
        case "score":
            return outcome.scores[outcome.score_names.index(name)] > 0
        case "measure":
            return _bits(outcome, outcome.advised, name) & ~_bits(outcome, outcome.withheld, name)
        case "rule":
            return _bits(outcome, outcome.fired, name)
        case "triage":
            return outcome.levels == LEVELS.index(name)


def _bits(outcome: Outcome, planes: Planes, name: str) -> Any:
    return unpacked(planes.bits[planes.names.index(name)], outcome.rows).view(np.bool_)
