"""A program as formulas over answers: what every rule, finding, level and measure says of one person, some of whose answers may be fixed.

Formulas are shared expressions: of two people who differ in one answer, only what rests on that answer is there twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from soleus.inference.columnar_expressions import FALSE, TRUE, Expression, Expressions, Group, Leaf, Node
from soleus.inference.columnar_program import Chosen, ColumnarProgram, Compared, Known, Scale, Supported, YesNo, compile_columns
from soleus.inference.program import compile_program, program_of
from soleus.knowledge.conditions import Condition
from soleus.knowledge.model import Advise, KnowledgeBase, Place, Review, Rule
from soleus.proof.values import Value, Values, passes, values_of

UNKNOWN_PLACE = 0
"""The place of "no answer" among the values of an observable."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to the observable is the value at this place among its values."""

    observable: str
    place: int


@dataclass(frozen=True, slots=True)
class Reaches:
    """The numbers of the nodes that hold sum to at least this. Numbers may be negative."""

    terms: tuple[tuple[Node, int], ...]
    least: int


class Person:
    """What is concluded of one person, as nodes: a formula for each thing that can be concluded."""

    def __init__(self, formulas: Formulas, nodes: list[Node]) -> None:
        self.formulas, self.nodes = formulas, nodes
        self.columns = formulas.columns

    def fires(self, rule: str) -> Node:
        return self.nodes[self.columns.fired[rule]]

    def holds(self, condition: Condition) -> Node:
        """Where a condition, one of those that the formulas were made with, is known to be true."""
        return self.fires(self.formulas.names[condition])

    def denies(self, finding: str) -> Node:
        return self.nodes[self.columns.denied[finding]]

    def triage_at_least(self, level: str) -> Node:
        return self.nodes[self.columns.triage[level]] if level in self.columns.triage else TRUE

    def advised(self, measure: str) -> Node:
        return self.nodes[self.columns.advised[measure]]

    def withheld(self, measure: str) -> Node:
        return self.nodes[self.columns.withheld[measure]]

    def planned(self, measure: str) -> Node:
        """Where the measure is in the plan: advised and not withheld. What no longer fits into the day is still listed in it."""
        return self.formulas.both(self.advised(measure), self.formulas.stock.negated(self.withheld(measure)))


class Formulas:
    """The formulas of a knowledge base, with those of some further conditions, which may test whatever is concluded."""

    def __init__(self, base: KnowledgeBase, conditions: Iterable[Condition] = (), bounds: Iterable[tuple[str, float]] = ()) -> None:
        self.base = base
        self.names = {condition: f"condition {number}" for number, condition in enumerate(dict.fromkeys(conditions))}
        self.columns = _compiled(base, self.names)
        self.values: Values = values_of(base, self.columns.expressions, bounds)
        self.stock = Expressions()
        self._scales = {scale.hypothesis: scale for scale in self.columns.scales}
        leaves = (one.what for one in self.columns.expressions if isinstance(one, Leaf))
        self._tests = [what for what in leaves if isinstance(what, YesNo | Chosen | Compared | Known)]

    def person(self, fixed: Mapping[str, Value] | None = None) -> Person:
        """A person of whom nothing is known but these answers; None fixes that there is no answer."""
        nodes: list[Node] = []
        for one in self.columns.expressions:
            nodes.append(self._node(one, nodes, fixed or {}))
        return Person(self, nodes)

    def place(self, observable: str, value: Value) -> int:
        """The place of the value that stands for this answer: the first that passes the same tests."""
        one = self.base.observables[observable]
        tests = [what for what in self._tests if what.observable == observable]
        return next(
            place
            for place, other in enumerate(self.values[observable])
            if (other is None) is (value is None) and all(passes(test, other, one) is passes(test, value, one) for test in tests)
        )

    def both(self, *parts: Node) -> Node:
        return self.stock.every(parts)

    def _node(self, one: Expression, nodes: list[Node], fixed: Mapping[str, Value]) -> Node:
        if isinstance(one, Group):
            parts = [nodes[part] for part in one.parts]
            return self.stock.negated(parts[0]) if one.kind == "not" else (self.stock.every if one.kind == "and" else self.stock.some)(parts)
        match one.what:
            case "false":
                return FALSE
            case "true":
                return TRUE
            case Supported(hypothesis, least):
                return self._reaches(self._scales[hypothesis], least, nodes)
            case YesNo() | Chosen() | Compared() | Known() as test:
                return self._answer(test, fixed)
        raise TypeError(f"no formula for {one.what!r}")

    def _answer(self, test: YesNo | Chosen | Compared | Known, fixed: Mapping[str, Value]) -> Node:
        """The values that pass a test; where these are most, the values that do not."""
        observable = self.base.observables[test.observable]
        if observable.id in fixed:
            return TRUE if passes(test, fixed[observable.id], observable) else FALSE
        sides: dict[bool, list[Node]] = {True: [], False: []}
        for place, value in enumerate(self.values[observable.id]):
            sides[passes(test, value, observable)].append(self.stock.leaf(Is(observable.id, place)))
        fewer = len(sides[True]) <= len(sides[False])
        return self.stock.some(sides[True]) if fewer else self.stock.negated(self.stock.some(sides[False]))

    def _reaches(self, scale: Scale, least: int, nodes: list[Node]) -> Node:
        terms = [(nodes[node], size) for node, size in scale.terms]
        needed = least - scale.prior - sum(size for node, size in terms if node == TRUE)
        open_terms = sorted((node, size) for node, size in terms if node not in (TRUE, FALSE))
        if sum(min(size, 0) for _, size in open_terms) >= needed:
            return TRUE
        if sum(max(size, 0) for _, size in open_terms) < needed:
            return FALSE
        return self.stock.leaf(Reaches(tuple(open_terms), needed))


def _compiled(base: KnowledgeBase, names: Mapping[Condition, str]) -> ColumnarProgram:
    """The program in two-valued expressions. A further condition is compiled as a rule of the last stratum that concludes nothing."""
    program = compile_program(base)
    last = (
        Rule(
            id=name,
            title="",
            when=condition,
            then=(Advise(measures=()),),
            because="",
            sources=(),
            review=Review(status=""),
            place=Place(file="", line=0),
        )
        for condition, name in names.items()
    )
    return compile_columns(program_of(base, (*program.rules.values(), *last)))
