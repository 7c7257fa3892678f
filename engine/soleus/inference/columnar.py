"""Many people at once, without a trace: the compiled program on planes of bits and columns of small integers.

    engine = ColumnarEngine(compile_program(base))
    outcome = engine.infer(pack(base, sheets))
    outcome.row(0).triage

It concludes what the forward engine does, row by row; the tests hold the two, and an oracle on CLIPS, against each other.
Why bits and NumPy: docs/decisions/0009-columnar-representation.md.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, Plane, packed, words_for
from soleus.inference.columnar_expressions import FALSE, TRUE, Group, Leaf, Node
from soleus.inference.columnar_outcome import Outcome, Planes
from soleus.inference.columnar_program import Supported, compile_columns
from soleus.inference.columnar_sums import Sums, Support
from soleus.inference.columnar_tests import Reader, readers
from soleus.inference.program import Program

BLOCK = 65_536
"""The rows to give to `infer` at a time when there are many: enough that calls of NumPy cost little, few enough for a core's cache."""

Step: TypeAlias = tuple[Any, Node, Node, Node]
"""One operation on planes: the function, the two nodes that it reads, and the one that it makes."""

_FUNCTIONS = {"and": np.bitwise_and, "or": np.bitwise_or}


@dataclass(frozen=True, slots=True)
class _Scratch:
    """The planes of all nodes for blocks of one size: as words, as bytes, and as a list of lines of words."""

    all: Plane
    bytes: NDArray[np.uint8]
    words: list[Plane]


class ColumnarEngine:
    """A program on columns. Any number of threads may use one engine at the same time.

    `before` and `after` are the operations that make its nodes: before support is weighed, and after.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.columns = compile_columns(program)
        leaves = {node: one.what for node, one in enumerate(self.columns.expressions) if isinstance(one, Leaf) and node not in (FALSE, TRUE)}
        self._readers: tuple[Reader, ...] = readers(leaves)
        supported = {node: what for node, what in leaves.items() if isinstance(what, Supported)}
        self.before = tuple(self._steps(0, self.columns.weighed_at))
        self.after = tuple(self._steps(self.columns.weighed_at, len(self.columns.expressions)))
        self._sums = Sums(self.columns.scales, self.columns.scores)
        self._supported = np.array(list(supported), np.intp)
        self._supported_lines = [self._sums.lines[test.hypothesis] for test in supported.values()]
        self._least = np.array([[test.least] for test in supported.values()]).reshape(-1, 1)
        self._own = threading.local()

    def infer(self, block: AnswerBlock) -> Outcome:
        """Everything that follows for each row of the block."""
        scratch = self._scratch(words_for(block.rows))
        self.read(block, scratch.all)
        _run(self.before, scratch.words)
        support = self._sums.weigh(block.rows, scratch.bytes)
        scratch.all[self._supported] = packed(support[self._supported_lines] >= self._least.astype(support.dtype))
        _run(self.after, scratch.words)
        self._sums.settle(support, scratch.bytes)
        return self._outcome(block.rows, support, scratch)

    def read(self, block: AnswerBlock, planes: Plane) -> None:
        """Write the planes of all tests of answers, each into the line of its node."""
        for reader in self._readers:
            reader.read(block, planes)

    def _steps(self, start: int, end: int) -> Iterator[Step]:
        """The operations that make the nodes from `start` to `end`."""
        for node, one in enumerate(self.columns.expressions[start:end], start):
            if not isinstance(one, Group):
                continue
            first, *rest = one.parts
            if one.kind == "not":
                yield np.bitwise_xor, first, TRUE, node
            for part in rest:
                yield _FUNCTIONS[one.kind], first, part, node
                first = node

    def _scratch(self, words: int) -> _Scratch:
        """This thread's scratch for planes of so many words; that of the last size is kept."""
        scratch: _Scratch | None = getattr(self._own, "scratch", None)
        if scratch is None or scratch.all.shape[1] != words:
            planes = np.zeros((len(self.columns.expressions), words), np.uint64)
            planes[TRUE] = ~planes[FALSE]
            scratch = self._own.scratch = _Scratch(planes, planes.view(np.uint8), list(planes))
        return scratch

    def _outcome(self, rows: int, support: Support, scratch: _Scratch) -> Outcome:
        def planes(nodes: Mapping[str, Node]) -> Planes:
            return Planes(tuple(nodes), scratch.all[list(nodes.values())])

        columns = self.columns
        return Outcome(
            program=self.program,
            rows=rows,
            fired=planes(columns.fired),
            findings=planes(columns.findings),
            denied=planes(columns.denied),
            triage=planes(columns.triage),
            argued=planes({scale.hypothesis: scale.argued for scale in columns.scales}),
            support=support,
            score_names=tuple(columns.scores),
            scores=self._sums.points(rows, scratch.bytes),
            withheld=planes(columns.withheld),
            advised=planes(columns.advised),
        )


@lru_cache(maxsize=8)
def engine_for(program: Program) -> ColumnarEngine:
    """The columnar engine of a program; compiled once while it is in use."""
    return ColumnarEngine(program)


def _run(steps: Iterable[Step], planes: list[Plane]) -> None:
    for function, first, second, made in steps:
        function(planes[first], planes[second], planes[made])
