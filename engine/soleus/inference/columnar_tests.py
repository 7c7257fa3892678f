"""Tests of answers, a column at a time: all tests of one observable are read together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, Plane, packed
from soleus.inference.columnar_expressions import Node
from soleus.inference.columnar_program import Chosen, Compared, Known, Sign, YesNo

_COMPARE: dict[Sign, Any] = {"<": np.less, "<=": np.less_equal, "==": np.equal, ">=": np.greater_equal, ">": np.greater}


class Reader(Protocol):
    """Reads one column of a block and writes the planes of its tests, each into the line of its node."""

    def read(self, block: AnswerBlock, planes: Plane) -> None: ...


@dataclass(frozen=True, slots=True)
class _YesNoReader:
    observable: str
    yes: bool
    node: Node

    def read(self, block: AnswerBlock, planes: Plane) -> None:
        planes[self.node] = (block.yes if self.yes else block.no).get(self.observable, 0)


@dataclass(frozen=True, slots=True)
class _ChoiceReader:
    observable: str
    nodes: NDArray[np.intp]
    places: NDArray[np.uint16]

    def read(self, block: AnswerBlock, planes: Plane) -> None:
        given = block.places.get(self.observable)
        if given is None:
            planes[self.nodes] = np.where(self.places == 0, ~np.uint64(0), np.uint64(0))[:, None]
        else:
            planes[self.nodes] = packed(given == self.places.astype(given.dtype)[:, None])


@dataclass(frozen=True, slots=True)
class _NumberReader:
    observable: str
    nodes: NDArray[np.intp]
    sign: Sign
    bounds: NDArray[np.float64]

    def read(self, block: AnswerBlock, planes: Plane) -> None:
        given = block.numbers.get(self.observable)
        planes[self.nodes] = 0 if given is None else packed(_COMPARE[self.sign](given, self.bounds[:, None]))


@dataclass(frozen=True, slots=True)
class _KnownReader:
    observable: str
    node: Node

    def read(self, block: AnswerBlock, planes: Plane) -> None:
        given = block.numbers.get(self.observable)
        planes[self.node] = 0 if given is None else packed(~np.isnan(given))


def readers(leaves: Mapping[Node, Hashable]) -> tuple[Reader, ...]:
    """The readers for all leaves that are tests of answers."""
    return tuple(_readers(leaves))


def _readers(leaves: Mapping[Node, Hashable]) -> Iterator[Reader]:
    chosen: dict[str, dict[Node, int]] = defaultdict(dict)
    compared: dict[tuple[str, Sign], dict[Node, float]] = defaultdict(dict)
    for node, what in leaves.items():
        match what:
            case YesNo(observable, yes):
                yield _YesNoReader(observable, yes, node)
            case Known(observable):
                yield _KnownReader(observable, node)
            case Chosen(observable, place):
                chosen[observable][node] = place
            case Compared(observable, sign, bound):
                compared[observable, sign][node] = bound
    for observable, places in chosen.items():
        yield _ChoiceReader(observable, np.array(list(places)), np.array(list(places.values()), np.uint16))
    for (observable, sign), bounds in compared.items():
        yield _NumberReader(observable, np.array(list(bounds)), sign, np.array(list(bounds.values())))
