"""Sums over columns: support in decibans, and points. Eight rows are added at once, in the bytes of a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import Plane
from soleus.inference.columnar_expressions import FALSE, Node
from soleus.inference.columnar_program import Scale
from soleus.inference.weighing import CONFIRMED, EXCLUDED

Bytes: TypeAlias = Sequence[NDArray[np.uint8]]
"""The plane of every node, as bytes."""

Support: TypeAlias = NDArray[np.int16] | NDArray[np.int32]
Points: TypeAlias = NDArray[np.int32]

_LANE = 255
"""The largest sum that a byte can hold."""


class Sums:
    """What is added up for the hypotheses and the scores of a program. `lines` gives the line of each hypothesis in `weigh`."""

    def __init__(self, scales: Sequence[Scale], scores: Mapping[str, Iterable[tuple[Node, int]]]) -> None:
        self.lines = {scale.hypothesis: line for line, scale in enumerate(scales)}
        self._scales = tuple(scales)
        self._adders = tuple(_Lanes(scale) if _span(scale) <= _LANE else _Wide(scale) for scale in scales)
        largest = max((_span(scale) + abs(scale.prior) for scale in scales), default=0)
        self._type: Any = np.int16 if max(largest, CONFIRMED, -EXCLUDED) <= np.iinfo(np.int16).max else np.int32
        self._scores = tuple(tuple(points) for points in scores.values())

    def weigh(self, rows: int, planes: Bytes) -> Support:
        """The sum of prior and counted arguments for each hypothesis and row, in decibans: a line for each scale."""
        sums = np.empty((len(self._adders), rows), self._type)
        for line, adder in zip(sums, self._adders, strict=True):
            adder.write(planes, line)
        return sums

    def settle(self, support: Support, planes: Bytes) -> None:
        """Lift what is confirmed and lower what is excluded, in place; `confirms` wins."""
        for line, scale in zip(support, self._scales, strict=True):
            if scale.excluded != FALSE:
                np.minimum(line, EXCLUDED, out=line, where=_truths(planes[scale.excluded] & ~planes[scale.confirmed], len(line)))
            if scale.confirmed != FALSE:
                np.maximum(line, CONFIRMED, out=line, where=_truths(planes[scale.confirmed], len(line)))

    def points(self, rows: int, planes: Bytes) -> Points:
        """The points of each score and row: a line for each score."""
        sums = np.zeros((len(self._scores), rows), np.int32)
        for line, score in zip(sums, self._scores, strict=True):
            for node, number in score:
                np.add(line, number, out=line, where=_truths(planes[node], rows))
        return sums


def _span(scale: Scale) -> int:
    return sum(abs(size) for _, size in scale.terms)


def _truths(plane: NDArray[np.uint8], rows: int) -> NDArray[np.bool_]:
    return np.unpackbits(plane, count=rows, bitorder="little").view(np.bool_)


class _Lanes:
    """Adds the terms of a scale in lanes of a byte. They start at the most that can be taken away, so that none runs over."""

    def __init__(self, scale: Scale) -> None:
        self.start = sum(-size for _, size in scale.terms if size < 0)
        self.prior = np.int16(scale.prior - self.start)
        self.terms = tuple((node, _spread(abs(size)), np.add if size > 0 else np.subtract) for node, size in scale.terms)

    def write(self, planes: Bytes, line: Support) -> None:
        lanes = np.full(len(planes[FALSE]), self.start * 0x0101010101010101, np.uint64)
        spread = np.empty_like(lanes)
        for node, table, function in self.terms:
            table.take(planes[node], out=spread, mode="clip")
            function(lanes, spread, lanes)
        np.add(lanes.view(np.uint8)[: len(line)], self.prior, out=line)


class _Wide:
    """Adds the terms of a scale that are too many for lanes of a byte."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale

    def write(self, planes: Bytes, line: Support) -> None:
        line[:] = self.scale.prior
        for node, size in self.scale.terms:
            np.add(line, size, out=line, where=_truths(planes[node], len(line)))


@lru_cache
def _spread(size: int) -> Plane:
    """For each byte of a plane, a word with `size` in the lane of every row that holds."""
    bits = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little")
    return (bits * np.uint8(size)).view(np.uint64).ravel()
