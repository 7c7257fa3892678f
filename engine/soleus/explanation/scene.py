"""One person's answers and what else they could be, tried by the thousand: which changes reach a goal, and which might."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.explanation.alternatives import Tests, can_be_given
from soleus.explanation.goals import GOAL
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import Plane, packed, unpacked, vary, words_for
from soleus.inference.columnar_bounds import Bounds, OpenPlanes
from soleus.inference.columnar_expressions import TRUE, Leaf, Node
from soleus.inference.program import Program
from soleus.knowledge.conditions import Scalar

Place: TypeAlias = int
"""The place of a question among those that could be answered otherwise."""

Pick: TypeAlias = tuple[Place, int]
"""A question, and which of its values: 0 is the answer as it is, from 1 on its alternatives."""

Change: TypeAlias = tuple[Pick, ...]
Truths: TypeAlias = NDArray[np.bool_]
Domains: TypeAlias = Mapping[Place, Collection[int]]
"""The values that some questions may take; all others stay as they are."""

_BLOCK = 65_536


class Scene:
    """A goal's program, a person's answers, and for each question that could be answered otherwise its alternatives.

    `names` are these questions, `values` for each of them the answer as it is (None: unknown), then the alternatives. `work` counts what was
    tried: the rows that were concluded, and twenty for each that was bounded.
    """

    def __init__(self, program: Program, answers: Mapping[str, Scalar], others: Mapping[str, Sequence[Scalar]], skips: Tests) -> None:
        self.names = tuple(others)
        self.values: tuple[tuple[Scalar | None, ...], ...] = tuple((answers.get(name), *others[name]) for name in self.names)
        self.work = 0
        self._base, self._answers, self._skips = program.base, answers, skips
        self._engine = ColumnarEngine(program)
        self._bounds = Bounds(self._engine)
        self._goal = self._engine.columns.fired[GOAL]
        self._leaves = self._leaves_by_name()
        self._read = {name: value for name, value in answers.items() if name in self._leaves}
        self._tables = self._tables_of_tests()
        self._lines = [node for name in self.names for node in self._leaves.get(name, ())]
        self._places = np.repeat(np.arange(len(self.names)), [table.shape[1] for table in self._tables])
        self._held = self._planes_of([{}])

    def _leaves_by_name(self) -> dict[str, list[Node]]:
        """The nodes that test each observable."""
        found: dict[str, list[Node]] = defaultdict(list)
        for node, one in enumerate(self._engine.columns.expressions):
            if isinstance(one, Leaf) and (name := getattr(one.what, "observable", None)):
                found[name].append(node)
        return dict(found)

    def _tables_of_tests(self) -> list[Truths]:
        """For each question whether each of its values passes each of its tests: a line for each value."""
        picks = [(place, pick) for place, values in enumerate(self.values) for pick in range(len(values))]
        truths = self._tests([{self.names[place]: self.values[place][pick]} for place, pick in picks])
        lines: dict[Place, list[Truths]] = defaultdict(list)
        for row, (place, _) in enumerate(picks):
            lines[place].append(truths[self._leaves.get(self.names[place], [])][:, row])
        return [np.array(lines[place]) for place in range(len(self.names))]

    def _tests(self, changes: Sequence[Mapping[str, Scalar | None]]) -> Truths:
        """The truth of every node that is a test, a column for each change."""
        return unpacked(self._planes_of(changes), len(changes)).view(np.bool_)

    def _planes_of(self, changes: Sequence[Mapping[str, Scalar | None]]) -> Plane:
        """The planes of all nodes, of which only the tests of answers are filled in, a row for each change."""
        planes = np.zeros((len(self._engine.columns.expressions), words_for(len(changes))), np.uint64)
        planes[TRUE] = ~np.uint64(0)
        self._engine.read(vary(self._base, self._read, changes), planes)
        return planes

    # Tried

    def reaching(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Those of the changes that reach the goal and that a person could answer, in their order."""
        for block in _blocks(changes):
            self.work += len(block)
            for row in np.flatnonzero(self._fires(block)):
                if self._can_be_given(block[row]):
                    yield block[row]

    def _fires(self, block: Sequence[Change]) -> Truths:
        outcome = self._engine.infer(vary(self._base, self._read, [self._answers_of(change) for change in block]))
        return unpacked(outcome.fired.bits[outcome.fired.names.index(GOAL)], len(block)).view(np.bool_)

    def _answers_of(self, change: Change) -> dict[str, Scalar | None]:
        return {self.names[place]: self.values[place][pick] for place, pick in change if self.names[place] in self._leaves}

    def _can_be_given(self, change: Change) -> bool:
        new = {self.names[place]: value for place, pick in change if pick and (value := self.values[place][pick]) is not None}
        return can_be_given(self._skips, {**self._answers, **new}, new)

    # Bounded

    def may_reach(self, domains: Domains, opened: Sequence[Iterable[Place]] | None = None, only: Sequence[Pick] = ()) -> Truths:
        """Whether a change within the domains may reach the goal. False is proved; true is not. There is an answer for each trial:
        for each group of questions in `opened`, where all others stay as they are; or for each pick in `only`, where that question has just
        this value; or for the domains as they stand.
        """
        rows = len(only) if opened is None and only else 1 if opened is None else len(opened)
        self.work += 20 * rows
        open_ = np.zeros((len(self.names), rows), np.bool_)
        for row in range(rows):
            open_[list(domains if opened is None else opened[row]), row] = True
        true, false = (self._either(domains, open_, of) for of in (True, False))
        for row, (place, pick) in enumerate(only):
            own = self._places == place
            true[own, row], false[own, row] = self._tables[place][pick], ~self._tables[place][pick]
        return self._bounded(true, false, rows)

    def _either(self, domains: Domains, open_: Truths, of: bool) -> Truths:
        """For each test of the questions and each trial whether it may come out so."""
        within = [(table[list(domains.get(place, (0,)))] == of).any(axis=0) for place, table in enumerate(self._tables)]
        held = [table[0] == of for table in self._tables]
        opened = open_[self._places]
        return np.where(opened, np.concatenate([*within, _NONE])[:, None], np.concatenate([*held, _NONE])[:, None])

    def _bounded(self, true: Truths, false: Truths, rows: int) -> Truths:
        start = np.repeat(np.where(self._held[:, :1] & np.uint64(1), ~np.uint64(0), np.uint64(0)), words_for(rows), axis=1)
        planes = OpenPlanes(start, ~start)
        planes.true[self._lines], planes.false[self._lines] = packed(true), packed(false)
        self._bounds.infer(planes, rows)
        may: Truths = planes.may([self._goal], rows)[0]
        return may


_NONE = np.zeros(0, np.bool_)


def _blocks(changes: Iterable[Change]) -> Iterator[list[Change]]:
    block: list[Change] = []
    for change in changes:
        block.append(change)
        if len(block) == _BLOCK:
            yield block
            block = []
    if block:
        yield block
