"""What open answers can still change: for each row what must be concluded, and what may be, whatever the open answers turn out to be.

    bounds = Bounds(engine_for(compile_program(base)))
    reach = bounds.reach(pack(base, [answers]), free=["leg_swollen", "age"])
    reach.least_level, reach.most_level

The bounds are sound: no set of answers to the free observables, "not sure" included, leads out of them. They are not always tight: each free
answer may count as one thing here and as another there, so that something may look open which is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar import ColumnarEngine, Step
from soleus.inference.columnar_answers import AnswerBlock, Plane, packed, unpacked, words_for
from soleus.inference.columnar_expressions import FALSE, TRUE, Group, Leaf, Node
from soleus.inference.columnar_program import Chosen, Compared, Known, Scale, Supported, YesNo
from soleus.inference.weighing import CONFIRMED, EXCLUDED

Truths = NDArray[np.bool_]
Decibans = NDArray[np.int32]

_NONE = (np.array([], np.intp),) * 3


@dataclass(frozen=True, eq=False)
class Reach:
    """Where each of `rows` people can still end. `least_level` and `most_level` are places in `LEVELS`.

    Support is in decibans, a line for each name of `hypotheses`: `least` and `most`, which hold only where somebody argues; `must_argue` and
    `may_argue` say where that is certain and where it can be. `advised` and `withheld` hold, for each name of `measures`, where it must be so
    and where it may be so.
    """

    rows: int
    least_level: NDArray[np.uint8]
    most_level: NDArray[np.uint8]
    hypotheses: tuple[str, ...]
    least: Decibans
    most: Decibans
    must_argue: Truths
    may_argue: Truths
    findings: tuple[str, ...]
    must_find: Truths
    may_find: Truths
    measures: tuple[str, ...]
    must_advise: Truths
    may_advise: Truths
    must_withhold: Truths
    may_withhold: Truths


@dataclass(frozen=True, slots=True, eq=False)
class OpenPlanes:
    """For each node where it may be true and where it may be false. Neither is never the case; both: it is open."""

    true: Plane
    false: Plane

    def may(self, nodes: Iterable[Node], rows: int) -> Truths:
        return _truths(self.true[list(nodes)], rows)

    def must(self, nodes: Iterable[Node], rows: int) -> Truths:
        return ~_truths(self.false[list(nodes)], rows)


class Bounds:
    """The bounds of one program. Any number of threads may use it at the same time.

    `weighed` gives for each hypothesis the nodes that its support rests on.
    """

    def __init__(self, engine: ColumnarEngine) -> None:
        self.engine, self.columns = engine, engine.columns
        leaves = [(node, one.what) for node, one in enumerate(self.columns.expressions) if isinstance(one, Leaf)]
        self._tests = [(node, what.observable) for node, what in leaves if isinstance(what, YesNo | Chosen | Compared | Known)]
        self._read = dict(self._tests)
        self._sums = _Sums(self.columns.scales)
        self.weighed = {scale.hypothesis: tuple(_nodes(scale)) for scale in self.columns.scales}
        lines = {scale.hypothesis: line for line, scale in enumerate(self.columns.scales)}
        supported = [(node, lines[what.hypothesis], what.least) for node, what in leaves if isinstance(what, Supported)]
        self._supported, self._supported_lines, least = (np.array(part, np.intp) for part in zip(*supported, strict=True)) if supported else _NONE
        self._supported_least = least[:, None]

    def reach(self, block: AnswerBlock, free: Collection[str]) -> Reach:
        """Where each row can end when these observables, whatever the block says of them, may still get any answer or none."""
        return self.explored(block, free)[1]

    def explored(self, block: AnswerBlock, free: Collection[str], kept: Sequence[Collection[str]] = ()) -> tuple[OpenPlanes, Reach]:
        """What every node can be, and where each row can end: as `reach`. `kept` are observables that are not free after all, row by row."""
        planes = self._given(block, free, kept)
        least, most = self.infer(planes, block.rows)
        self._sums.settle(planes, least, most)
        return planes, self._reach(planes, block.rows, least, most)

    def touching(self, planes: OpenPlanes, targets: Iterable[Node]) -> frozenset[str]:
        """The observables whose answers these nodes still hang on in the first row. Whatever the others are answered, no target changes."""
        opened = _truths(planes.true & planes.false, 1)[:, 0]
        found, seen, waiting = set(), set(), [node for node in targets if opened[node]]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                found.update([self._read[node]] if node in self._read else [])
                waiting += [part for part in self._parts(node) if opened[part]]
        return frozenset(found)

    def _parts(self, node: Node) -> Iterable[Node]:
        one = self.columns.expressions[node]
        if isinstance(one, Group):
            return one.parts
        return self.weighed[one.what.hypothesis] if isinstance(one.what, Supported) else ()

    def infer(self, planes: OpenPlanes, rows: int) -> tuple[Decibans, Decibans]:
        """Fill in what rests on the tests of answers, whose planes are given. Returns the least and the most that support can sum to."""
        _run(self.engine.before, planes)
        least, most = self._sums.weigh(planes, rows)
        planes.true[self._supported] = packed(most[self._supported_lines] >= self._supported_least)
        planes.false[self._supported] = packed(least[self._supported_lines] < self._supported_least)
        _run(self.engine.after, planes)
        return least, most

    def _given(self, block: AnswerBlock, free: Collection[str], kept: Sequence[Collection[str]]) -> OpenPlanes:
        """The planes with the tests of answers filled in."""
        true = np.zeros((len(self.columns.expressions), words_for(block.rows)), np.uint64)
        true[TRUE] = ~true[FALSE]
        self.engine.read(block, true)
        false = ~true
        opened = [(node, observable) for node, observable in self._tests if observable in free]
        if opened:
            rows = np.array([[observable not in names for names in kept or [()] * block.rows] for _, observable in opened])
            nodes = [node for node, _ in opened]
            true[nodes] |= packed(rows)
            false[nodes] |= packed(rows)
        return OpenPlanes(true, false)

    def _reach(self, planes: OpenPlanes, rows: int, least: Decibans, most: Decibans) -> Reach:
        columns = self.columns
        levels, argued = columns.triage.values(), [scale.argued for scale in columns.scales]
        return Reach(
            rows=rows,
            least_level=planes.must(levels, rows).sum(axis=0, dtype=np.uint8),
            most_level=planes.may(levels, rows).sum(axis=0, dtype=np.uint8),
            hypotheses=tuple(scale.hypothesis for scale in columns.scales),
            least=least,
            most=most,
            must_argue=planes.must(argued, rows),
            may_argue=planes.may(argued, rows),
            findings=tuple(columns.findings),
            must_find=planes.must(columns.findings.values(), rows),
            may_find=planes.may(columns.findings.values(), rows),
            measures=tuple(columns.advised),
            must_advise=planes.must(columns.advised.values(), rows),
            may_advise=planes.may(columns.advised.values(), rows),
            must_withhold=planes.must(columns.withheld.values(), rows),
            may_withhold=planes.may(columns.withheld.values(), rows),
        )


def _nodes(scale: Scale) -> Iterable[Node]:
    return (scale.argued, scale.confirmed, scale.excluded, *(node for label in scale.labels for node, _ in label))


class _Sums:
    """The least and the most that arguments can sum to: a line for each scale."""

    def __init__(self, scales: Sequence[Scale]) -> None:
        labels = [(line, label) for line, scale in enumerate(scales) for label in scale.labels]
        self._priors = np.array([[scale.prior] for scale in scales], np.int32).reshape(-1, 1)
        self._nodes = [node for _, label in labels for node, _ in label]
        self._sizes = np.array([[size] for _, label in labels for _, size in label], np.int32).reshape(-1, 1)
        self._starts = np.cumsum([0, *(len(label) for _, label in labels)])[:-1]
        self._lines, self._first = np.unique([line for line, _ in labels], return_index=True)
        self._confirmed = [scale.confirmed for scale in scales]
        self._excluded = [scale.excluded for scale in scales]

    def weigh(self, planes: OpenPlanes, rows: int) -> tuple[Decibans, Decibans]:
        """The least and the most of prior and counted arguments. Of each label the largest argument counts."""
        least = np.repeat(self._priors, rows, axis=1)
        most = least.copy()
        if self._nodes and rows:
            may, must = planes.may(self._nodes, rows), planes.must(self._nodes, rows)
            self._add(least, np.maximum(self._sizes, 0) * must, np.minimum(self._sizes, 0) * may)
            self._add(most, np.maximum(self._sizes, 0) * may, np.minimum(self._sizes, 0) * must)
        return least, most

    def _add(self, sums: Decibans, favouring: Decibans, opposing: Decibans) -> None:
        counted = np.maximum.reduceat(favouring, self._starts, axis=0) + np.minimum.reduceat(opposing, self._starts, axis=0)
        sums[self._lines] += np.add.reduceat(counted, self._first, axis=0)

    def settle(self, planes: OpenPlanes, least: Decibans, most: Decibans) -> None:
        """What `confirms` and `excludes` settle for certain, or may settle, in place."""
        rows = least.shape[1]
        confirmed, excluded = planes.may(self._confirmed, rows), planes.may(self._excluded, rows)
        surely, surely_not = planes.must(self._confirmed, rows), planes.must(self._excluded, rows)
        np.maximum(most, CONFIRMED, out=most, where=confirmed)
        np.minimum(most, EXCLUDED, out=most, where=surely_not & ~confirmed)
        np.minimum(least, EXCLUDED, out=least, where=excluded & ~surely)
        np.maximum(least, CONFIRMED, out=least, where=surely)


def _run(steps: Iterable[Step], planes: OpenPlanes) -> None:
    """An `and` may be false where any part may be, an `or` where all parts may be; `not` turns the two round."""
    true, false = list(planes.true), list(planes.false)
    for function, first, second, made in steps:
        if function is np.bitwise_xor:
            true[made][:], false[made][:] = false[first], true[first]
        else:
            function(true[first], true[second], true[made])
            _DUAL[function](false[first], false[second], false[made])


_DUAL = {np.bitwise_and: np.bitwise_or, np.bitwise_or: np.bitwise_and}


def _truths(planes: Plane, rows: int) -> Truths:
    return unpacked(planes, rows).view(np.bool_) if rows else np.zeros((len(planes), 0), np.bool_)
