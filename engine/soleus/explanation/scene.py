"""One person's answers and what else they could be, tried by the thousand: which changes reach a goal, and which might."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.explanation.alternatives import can_be_given
from soleus.explanation.goals import GOAL
from soleus.explanation.stage import Stage
from soleus.inference.columnar_answers import AnswerBlock, Plane, code_of, coded_block, packed, unpacked, vary, words_for
from soleus.inference.columnar_bounds import OpenPlanes
from soleus.inference.columnar_expressions import TRUE
from soleus.knowledge.conditions import Scalar

Place: TypeAlias = int
"""The place of a question among those that could be answered otherwise."""

Pick: TypeAlias = tuple[Place, int]
"""A question, and which of its values: 0 is the answer as it is, from 1 on its alternatives."""

Change: TypeAlias = tuple[Pick, ...]
Truths: TypeAlias = NDArray[np.bool_]
Domains: TypeAlias = Mapping[Place, Collection[int]]
"""The values that some questions may take; all others stay as they are."""

_BLOCK = 16_384
"""The changes that are tried at a time."""


class Scene:
    """A goal's stage, a person's answers, and for each question that could be answered otherwise its alternatives.

    `names` are these questions, `values` for each of them the answer as it is (None: unknown), then the alternatives. `work` counts what was
    tried: the rows that were concluded, and twenty for each that was bounded.
    """

    def __init__(self, stage: Stage, answers: Mapping[str, Scalar], others: Mapping[str, Sequence[Scalar]]) -> None:
        self.names = tuple(others)
        self.values: tuple[tuple[Scalar | None, ...], ...] = tuple((answers.get(name), *others[name]) for name in self.names)
        self.work = 0
        self._stage, self._answers = stage, answers
        self._read = {name: value for name, value in answers.items() if name in stage.leaves}
        self._columns = (*self.names, *(name for name in self._read if name not in others))
        self._own = np.array([code_of(stage.base, name, answers.get(name)) for name in self._columns])
        self._first = np.cumsum([0, *map(len, self.values)])
        self._codes = np.array([code_of(stage.base, name, value) for name, values in zip(self.names, self.values, strict=True) for value in values])
        leaves = [stage.leaves.get(name, []) for name in self.names]
        self._lines = [node for nodes in leaves for node in nodes]
        self._places = np.repeat(np.arange(len(self.names)), [*map(len, leaves)])
        self._truths = self._truths_of_values()
        self._held = self._planes_of([{}])

    def _truths_of_values(self) -> Truths:
        """For each place of a value and each test of the questions whether this value of its question passes it; false where there is none."""
        changes = [{name: value} for name, values in zip(self.names, self.values, strict=True) for value in values]
        tested = unpacked(self._planes_of(changes)[self._lines], len(changes)).view(np.bool_)
        most = max(map(len, self.values), default=1)
        truths = np.zeros((most, len(self._lines)), np.bool_)
        for value in range(most):
            has = np.diff(self._first)[self._places] > value
            truths[value, has] = tested[has, (self._first[self._places] + value)[has]]
        return truths

    def _planes_of(self, changes: Sequence[Mapping[str, Scalar | None]]) -> Plane:
        """The planes of all nodes, of which only the tests of answers are filled in, a row for each change."""
        planes = np.zeros((len(self._stage.engine.columns.expressions), words_for(len(changes))), np.uint64)
        planes[TRUE] = ~np.uint64(0)
        self._stage.engine.read(vary(self._stage.base, self._read, changes), planes)
        return planes

    # Tried

    def reaching(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Those of the changes that reach the goal and that a person could answer, in their order."""
        every = iter(changes)
        while block := list(itertools.islice(every, _BLOCK)):
            self.work += len(block)
            for row in np.flatnonzero(self._fires(block)):
                if self._can_be_given(block[row]):
                    yield block[row]

    def _fires(self, block: Sequence[Change]) -> Truths:
        outcome = self._stage.engine.infer(self._block(block))
        return unpacked(outcome.fired.bits[outcome.fired.names.index(GOAL)], len(block)).view(np.bool_)

    def _block(self, changes: Sequence[Change]) -> AnswerBlock:
        """The answers with each of the changes, a row each."""
        sizes = [*map(len, changes)]
        flat = itertools.chain.from_iterable(itertools.chain.from_iterable(changes))
        places, picks = np.fromiter(flat, np.intp, 2 * sum(sizes)).reshape(-1, 2).T
        codes = np.repeat(self._own[:, None], len(changes), axis=1)
        codes[places, np.repeat(np.arange(len(changes)), sizes)] = self._codes[self._first[places] + picks]
        return coded_block(self._stage.base, dict(zip(self._columns, codes, strict=True)))

    def _can_be_given(self, change: Change) -> bool:
        new = {self.names[place]: value for place, pick in change if pick and (value := self.values[place][pick]) is not None}
        return can_be_given(self._stage.skips, {**self._answers, **new}, new)

    # Bounded

    def may_reach(self, domains: Domains, opened: Sequence[Iterable[Place]] | None = None, only: Sequence[Pick] = ()) -> Truths:
        """Whether a change within the domains may reach the goal. False is proved; true is not. There is an answer for each trial:
        for each group of questions in `opened`, where all others stay as they are; or for each pick in `only`, where that question has just
        this value; or for the domains as they stand.
        """
        rows = len(only) if opened is None and only else 1 if opened is None else len(opened)
        self.work += 20 * rows
        groups = [domains] if opened is None else opened
        open_ = np.zeros((len(self.names), len(groups)), np.bool_)
        for row, places in enumerate(groups):
            open_[list(places), row] = True
        true, false = (np.broadcast_to(self._either(domains, open_, of), (len(self._lines), rows)) for of in (True, False))
        if only:
            own, passed = self._trials(only)
            true, false = np.where(own, passed, true), np.where(own, ~passed, false)
        return self._bounded(true, false, rows)

    def _trials(self, only: Sequence[Pick]) -> tuple[Truths, Truths]:
        """For each test of the questions and each pick whether it tests that question, and whether the value passes it."""
        places, picks = np.array(only, np.intp).T
        return self._places[:, None] == places, self._truths[picks].T

    def _either(self, domains: Domains, open_: Truths, of: bool) -> Truths:
        """For each test of the questions and each trial whether it may come out so."""
        allowed = np.zeros((len(self._truths), len(self.names)), np.bool_)
        allowed[0] = True
        for place, values in domains.items():
            allowed[:, place] = False
            allowed[list(values), place] = True
        within = ((self._truths == of) & allowed[:, self._places]).any(axis=0)
        either: Truths = np.where(open_[self._places], within[:, None], (self._truths[:1] == of).T)
        return either

    def _bounded(self, true: Truths, false: Truths, rows: int) -> Truths:
        start = np.repeat(np.where(self._held[:, :1] & np.uint64(1), ~np.uint64(0), np.uint64(0)), words_for(rows), axis=1)
        planes = OpenPlanes(start, ~start)
        planes.true[self._lines], planes.false[self._lines] = packed(true), packed(false)
        self._stage.bounds.infer(planes, rows)
        may: Truths = planes.may([self._stage.goal], rows)[0]
        return may
