"""Conditions as shared bit expressions: equal expressions are one node, however many rules contain them.

A node is a number. Its value over a block of rows is a *plane*: one bit a row. A three-valued condition has two nodes, one for *known to
be true* and one for *known to be false*; where both are 0 it is unknown. A node's parts have smaller numbers, so order is by number.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Node: TypeAlias = int

FALSE: Node = 0
TRUE: Node = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """A plane that is given rather than computed from other planes; `what` says which one."""

    what: Hashable


@dataclass(frozen=True, slots=True)
class Group:
    """The conjunction or the disjunction of two or more nodes, or the negation of one."""

    kind: Literal["and", "or", "not"]
    parts: tuple[Node, ...]


Expression: TypeAlias = Leaf | Group


class Expressions:
    """A growing stock of expressions, each there once. Constants are folded, so `FALSE` and `TRUE` are never parts of anything."""

    def __init__(self) -> None:
        self.all: list[Expression] = [Leaf("false"), Leaf("true")]
        self._numbers: dict[Expression, Node] = {one: number for number, one in enumerate(self.all)}

    def leaf(self, what: Hashable) -> Node:
        """The plane that is called this."""
        return self._number(Leaf(what))

    def every(self, parts: Iterable[Node]) -> Node:
        """All of the parts; `TRUE` when there are none."""
        return self._join("and", parts, TRUE, FALSE)

    def some(self, parts: Iterable[Node]) -> Node:
        """At least one of the parts; `FALSE` when there are none."""
        return self._join("or", parts, FALSE, TRUE)

    def negated(self, part: Node) -> Node:
        """Where the part is 0. The value of a test that is *not known to be true*, which is not the same as known to be false."""
        if part in (FALSE, TRUE):
            return TRUE if part == FALSE else FALSE
        expression = self.all[part]
        if isinstance(expression, Group) and expression.kind == "not":
            return expression.parts[0]
        return self._number(Group("not", (part,)))

    def reaching(self, least: int, weighted: Iterable[tuple[Node, int]]) -> Node:
        """Where the weights (positive) of the nodes that hold sum to at least `least`."""
        sums = [TRUE] + [FALSE] * max(least, 0)
        for node, weight in weighted:
            for total in range(least, 0, -1):
                sums[total] = self.some([sums[total], self.every([node, sums[max(0, total - weight)]])])
        return sums[max(least, 0)]

    def _join(self, kind: Literal["and", "or"], parts: Iterable[Node], neutral: Node, decisive: Node) -> Node:
        own = sorted(set(parts) - {neutral})
        if decisive in own:
            return decisive
        if len(own) < 2:
            return own[0] if own else neutral
        return self._number(Group(kind, tuple(own)))

    def _number(self, expression: Expression) -> Node:
        if expression not in self._numbers:
            self._numbers[expression] = len(self.all)
            self.all.append(expression)
        return self._numbers[expression]
