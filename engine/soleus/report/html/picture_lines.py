"""The lines of the picture: each leaves and reaches its boxes at a place of its own and passes between the boxes on its way, never under one.

Boxes and lines are numbered in their order; a line is a pair of boxes, from and to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

Pair: TypeAlias = tuple[int, int]
Way: TypeAlias = list[tuple[float, float, float]]
"""Where a line passes the columns between its boxes: left edge, right edge, height."""

_EDGE, _APART, _ROOM, _BEND = 3.0, 5.0, 20.0, 34.0
"""How far lines stay from the edges of boxes, and from each other where there is room; the room above and below a column; how far a line
swings out that joins two boxes of one column."""


class Box(Protocol):
    """Where a box stands."""

    @property
    def column(self) -> int: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Threads:
    """For each line and each box the numbers of the boxes on whose way it lies."""

    lines: tuple[tuple[int, ...], ...]
    boxes: tuple[tuple[int, ...], ...]


def threads(boxes: int, pairs: Sequence[Pair]) -> Threads:
    """On whose way each line and box lies: it leads there, or comes from there, over however many steps."""
    onward, back = defaultdict(list), defaultdict(list)
    for source, target in pairs:
        onward[source].append(target)
        back[target].append(source)
    after = [_reached(one, onward) for one in range(boxes)]
    before = [_reached(one, back) for one in range(boxes)]
    return Threads(
        tuple(tuple(one for one in range(boxes) if source in after[one] or target in before[one]) for source, target in pairs),
        tuple(tuple(one for one in range(boxes) if box in after[one] or box in before[one]) for box in range(boxes)),
    )


def _reached(start: int, steps: dict[int, list[int]]) -> set[int]:
    """What can be reached from a box, and itself."""
    found, open_ones = {start}, [start]
    while open_ones:
        new = [one for one in steps[open_ones.pop()] if one not in found]
        found.update(new)
        open_ones += new
    return found


def lines(boxes: Sequence[Box], pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Each line as SVG draws it; those between the same two boxes lie on each other."""
    once = [*dict.fromkeys(pairs)]
    ways = _ways(boxes, once)
    ends = _ends(boxes, once, ways)
    return {pair: _line(boxes[pair[0]], boxes[pair[1]], *ends[number], ways[number]) for number, pair in enumerate(once)}


def _middle(box: Box) -> float:
    return box.y + box.height / 2


# Between the boxes of the columns on the way


def _ways(boxes: Sequence[Box], pairs: Sequence[Pair]) -> list[Way]:
    """Where each line passes the columns on its way: in the gap that is nearest to the straight line."""
    columns = {one.column: one for one in boxes}
    gaps = {column: _gaps(boxes, column) for column in columns}
    wanted: dict[tuple[int, float, float], list[tuple[float, int]]] = defaultdict(list)
    for number, (source, target) in enumerate(pairs):
        for column in sorted(columns.keys() & set(range(boxes[source].column + 1, boxes[target].column))):
            height, low, high = _nearest(_straight(boxes[source], boxes[target], column), gaps[column])
            wanted[column, low, high].append((height, number))
    ways: list[Way] = [[] for _ in pairs]
    for (column, low, high), lanes in sorted(wanted.items()):
        left = columns[column].x
        for height, (_, number) in zip(_apart([one for one, _ in sorted(lanes)], low, high), sorted(lanes), strict=True):
            ways[number].append((left, left + columns[column].width, height))
    return ways


def _straight(source: Box, target: Box, column: int) -> float:
    """The height of the straight line between two boxes at a column."""
    part = (column - source.column) / (target.column - source.column)
    return _middle(source) + part * (_middle(target) - _middle(source))


def _gaps(boxes: Sequence[Box], column: int) -> list[tuple[float, float]]:
    """The gaps of a column that lines can pass, from top to bottom, without its edges; the last one reaches down to the end of the picture."""
    own = sorted((one for one in boxes if one.column == column), key=lambda one: one.y)
    tops = [own[0].y - _ROOM, *(one.y + one.height for one in own)]
    bottoms = [*(one.y for one in own), max(one.y + one.height for one in boxes) + _ROOM]
    return [(top + _EDGE, bottom - _EDGE) for top, bottom in zip(tops, bottoms, strict=True)]


def _nearest(height: float, gaps: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """The place in the gaps that is nearest to a height, and its gap."""
    return min(((_within(height, low, high), low, high) for low, high in gaps), key=lambda one: (abs(height - one[0]), one))


def _within(height: float, low: float, high: float) -> float:
    return min(max(height, low), high)


def _apart(heights: Sequence[float], low: float, high: float) -> list[float]:
    """Heights in order, moved apart where they are too near, and still within."""
    apart = min(_APART, (high - low) / max(1, len(heights) - 1))
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + apart) if found else height)
    most = high
    for number in reversed(range(len(found))):
        found[number] = most = min(found[number], most)
        most -= apart
    return found


# At the boxes


def _ends(boxes: Sequence[Box], pairs: Sequence[Pair], ways: Sequence[Way]) -> list[tuple[float, float]]:
    """The heights at which each line leaves its first box and reaches its last: those that share a side of a box in order of where they come from."""
    found = [[0.0, 0.0] for _ in pairs]
    sides: dict[tuple[int, str], list[tuple[float, int, int]]] = defaultdict(list)
    for number, (source, target) in enumerate(pairs):
        within = boxes[source].column == boxes[target].column
        way = ways[number]
        sides[source, "left" if within else "right"].append((way[0][2] if way else _middle(boxes[target]), number, 0))
        sides[target, "left"].append((way[-1][2] if way else _middle(boxes[source]), number, 1))
    for (box, _), ends in sides.items():
        for height, (_, number, end) in zip(_spread(boxes[box], len(ends)), sorted(ends), strict=True):
            found[number][end] = height
    return [(begin, end) for begin, end in found]


def _spread(box: Box, count: int) -> Iterator[float]:
    """Heights at the side of a box, in its middle and as far apart as there is room."""
    apart = min(_APART, (box.height - 4 * _EDGE) / max(1, count - 1))
    return (_middle(box) + apart * (number - (count - 1) / 2) for number in range(count))


def _line(source: Box, target: Box, begin: float, end: float, way: Way) -> str:
    """A curve from the right of one box to the left of another; along the left side where they stand in one column."""
    if source.column == target.column:
        bend = source.x - _BEND
        return f"M{source.x:.1f} {begin:.1f}C{bend:.1f} {begin:.1f} {bend:.1f} {end:.1f} {target.x:.1f} {end:.1f}"
    x, y, parts = source.x + source.width, begin, []
    for left, right, height in (*way, (target.x, target.x, end)):
        bend = (x + left) / 2
        parts.append(f"C{bend:.1f} {y:.1f} {bend:.1f} {height:.1f} {left:.1f} {height:.1f}" + (f"H{right:.1f}" if right > left else ""))
        x, y = right, height
    return f"M{source.x + source.width:.1f} {begin:.1f}" + "".join(parts)
