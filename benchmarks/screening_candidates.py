"""Which representation the columnar engine should have: the figures behind docs/decisions/0009-columnar-representation.md.

    python benchmarks/screening_candidates.py [--rows 131072] [--rounds 3]

The same compiled expressions are evaluated four ways: as packed bits in NumPy, in blocks of several sizes and on one or two threads; as one byte
a truth in NumPy; and as Polars expressions, a column for each. Only the conditions of rules that rest on answers are computed, no sums.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

import numpy as np
import polars as pl
import screening_rows

from soleus import KnowledgeBase
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import AnswerBlock, unpacked
from soleus.inference.columnar_expressions import FALSE, TRUE, Expression, Group
from soleus.inference.program import compile_program
from soleus.screening.columns import read_answers

BLOCKS = (4_096, 8_192, 16_384, 32_768, 65_536, 131_072)


class Candidates:
    """The engine, the answers in blocks, and the planes of all tests of answers."""

    def __init__(self, rows: int) -> None:
        self.base = KnowledgeBase.bundled()
        self.engine = ColumnarEngine(compile_program(self.base))
        self.rows = rows
        self.table = screening_rows.table(self.base, rows).combine_chunks()
        self.end = self.engine.columns.weighed_at
        self.expressions: tuple[Expression, ...] = self.engine.columns.expressions[: self.end]
        self.leaves = [node for node, one in enumerate(self.expressions) if not isinstance(one, Group) and node not in (FALSE, TRUE)]

    def blocks(self, size: int) -> list[AnswerBlock]:
        batches = self.table.drop_columns("key").to_batches(max_chunksize=size)
        return [read_answers(self.base, dict(zip(batch.schema.names, batch.columns, strict=True)), batch.num_rows).block for batch in batches]

    def truths(self) -> list[Any]:
        """One byte a truth for every leaf."""
        planes = self._leaf_planes()
        return [unpacked(planes[node], self.rows).view(np.bool_) for node in self.leaves]

    def _leaf_planes(self) -> Any:
        (block,) = self.blocks(self.rows)
        planes = np.zeros((len(self.engine.columns.expressions), -(-self.rows // 64)), np.uint64)
        for reader in self.engine._readers:
            reader.read(block, planes)
        return planes

    # The four ways

    def packed(self, blocks: list[AnswerBlock]) -> None:
        for block in blocks:
            self.engine.infer(block)

    def packed_on_threads(self, blocks: list[AnswerBlock]) -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(self.engine.infer, blocks))

    def bits(self, planes: Any) -> None:
        """The logic alone, on packed bits of the whole table."""
        for node, one in enumerate(self.expressions):
            if isinstance(one, Group):
                _evaluate(one, planes, node)

    def bytes(self, truths: list[Any]) -> None:
        planes: list[Any] = [None] * self.end
        for node, truth in zip(self.leaves, truths, strict=True):
            planes[node] = truth
        for node, one in enumerate(self.expressions):
            if isinstance(one, Group):
                planes[node] = np.empty(self.rows, np.bool_)
                _evaluate(one, planes, node)

    def polars(self, frame: pl.DataFrame) -> None:
        lazy = frame.lazy()
        for level in self._levels():
            lazy = lazy.with_columns(**{f"n{node}": _expression(self.expressions[node]) for node in level})
        lazy.select([f"n{node}" for node in sorted(set(self.engine.columns.fired.values())) if 1 < node < self.end]).collect()

    def _levels(self) -> list[list[int]]:
        """The groups by depth: those of one depth do not need each other."""
        depth = [0] * self.end
        for node, one in enumerate(self.expressions):
            if isinstance(one, Group):
                depth[node] = 1 + max(depth[part] for part in one.parts)
        return [[node for node in range(self.end) if depth[node] == level] for level in range(1, max(depth) + 1)]


def _evaluate(one: Group, planes: Any, node: int) -> None:
    first, *rest = one.parts
    if one.kind == "not":
        np.invert(planes[first], planes[node])
    function = np.bitwise_and if one.kind == "and" else np.bitwise_or
    for part in rest:
        function(planes[first], planes[part], planes[node])
        first = node


def _expression(one: Expression) -> pl.Expr:
    assert isinstance(one, Group)
    parts = [pl.col(f"n{part}") for part in one.parts]
    if one.kind == "not":
        return ~parts[0]
    return pl.all_horizontal(parts) if one.kind == "and" else pl.any_horizontal(parts)


def timed(rounds: int, do: Callable[[], None]) -> float:
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return median(times[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=131_072)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    one = Candidates(given.rows)
    print(f"load {os.getloadavg()[0]:.1f}, {given.rows:,} rows, {len(one.expressions):,} expressions")
    for size in BLOCKS:
        blocks = one.blocks(size)
        alone = given.rows / timed(given.rounds, lambda blocks=blocks: one.packed(blocks)) / 1e6  # type: ignore[misc]
        both = given.rows / timed(given.rounds, lambda blocks=blocks: one.packed_on_threads(blocks)) / 1e6  # type: ignore[misc]
        print(f"whole engine, blocks of {size:7,}: {alone:6.2f} million rows a second, on two threads {both:6.2f}")
    planes, truths = one._leaf_planes(), one.truths()
    frame = pl.DataFrame({f"n{node}": truth for node, truth in zip(one.leaves, truths, strict=True)})
    ways = {"bits": lambda: one.bits(planes), "bytes": lambda: one.bytes(truths), "Polars": lambda: one.polars(frame)}
    for name, do in ways.items():
        seconds = timed(given.rounds, do)
        print(f"logic alone, {name:6}: {seconds * 1000:8.1f} ms, {given.rows / seconds / 1e6:7.2f} million rows a second")


if __name__ == "__main__":
    main()
