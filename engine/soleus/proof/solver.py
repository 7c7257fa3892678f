"""The solver: whether some answers make a formula true, and then the fewest answers that do."""

from __future__ import annotations

from collections.abc import Mapping

import z3

from soleus.inference.columnar_expressions import Expression, Group, Leaf, Node
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.problems import SoleusError
from soleus.proof.formulas import UNKNOWN_PLACE, Formulas, Is, Reaches
from soleus.proof.values import Value

Sheet = dict[str, Scalar]


class UndecidedError(SoleusError):
    """The solver gave up on a formula."""


class Solver:
    """A solver of the formulas of one knowledge base. It keeps what it has learned from one question to the next.

    It has a context of its own, so that its answers depend on the questions that were put to it and on nothing else.
    """

    def __init__(self, formulas: Formulas) -> None:
        self.formulas = formulas
        self.context = z3.Context()
        self.solver = z3.Solver(ctx=self.context)
        self.asked = 0
        self._made: dict[Node, z3.BoolRef] = {}
        self._choices: dict[str, list[z3.BoolRef]] = {}
        self._limits = 0

    def can_hold(self, node: Node) -> bool:
        """Whether some answers make the formula true."""
        return self._check(self._literal(node))

    def fewest(self, node: Node) -> Sheet | None:
        """The answers that make the formula true, none of them to spare and no other sheet with fewer; None where nothing does."""
        holds = self._literal(node)
        if not self._check(holds):
            return None
        cone = sorted(self._cone(node))
        found = self._sheet(cone)
        while found and self._check(holds, self._at_most(cone, len(found) - 1)):
            found = self._sheet(cone)
        return found

    def truths(self, nodes: Mapping[str, Node], answers: Mapping[str, Value]) -> dict[str, bool]:
        """Each formula's truth for one person, of whom every answer is given or there is none."""
        made = {name: self._make(node) for name, node in nodes.items()}
        for observable in self.formulas.values:
            self._choice(observable)
        given = [choice[self.formulas.place(name, answers.get(name))] for name, choice in self._choices.items()]
        if not self._check(*given):
            raise UndecidedError("These answers exclude each other.")
        model = self.solver.model()
        return {name: z3.is_true(model.eval(formula, model_completion=True)) for name, formula in made.items()}

    def _check(self, *assumed: z3.BoolRef) -> bool:
        self.asked += 1
        verdict = self.solver.check(*assumed)
        if verdict == z3.unknown:
            raise UndecidedError(f"The solver gave up: {self.solver.reason_unknown()}. This is neither a proof nor a counterexample.")
        return bool(verdict == z3.sat)

    # Formulas

    def _literal(self, node: Node) -> z3.BoolRef:
        """A name for a formula: assumed, it makes the formula true."""
        formula = self._make(node)
        name = z3.Bool(f"assume {node}", self.context)
        self.solver.add(z3.Implies(name, formula))
        return name

    def _make(self, node: Node) -> z3.BoolRef:
        """The formula of a node, its parts first: deep ones would be too deep for recursion."""
        waiting = [node]
        while waiting:
            now = waiting[-1]
            missing = [part for part in _parts(self.formulas.stock.all[now]) if part not in self._made]
            if missing and now not in self._made:
                waiting += missing
            else:
                waiting.pop()
                if now not in self._made:
                    self._made[now] = self._formula(self.formulas.stock.all[now])
        return self._made[node]

    def _formula(self, one: Expression) -> z3.BoolRef:
        if isinstance(one, Group):
            parts = [self._made[part] for part in one.parts]
            return z3.Not(parts[0]) if one.kind == "not" else z3.And(parts) if one.kind == "and" else z3.Or(parts)
        match one.what:
            case Is(observable, place):
                return self._choice(observable)[place]
            case Reaches(terms, least):
                return self._reaches(terms, least)
        return z3.BoolVal(one.what == "true", self.context)

    def _reaches(self, terms: tuple[tuple[Node, int], ...], least: int) -> z3.BoolRef:
        """Negative numbers are turned: to add -3 where something holds is to add 3 where it does not, and to need 3 more."""
        turned = [(self._made[node] if size > 0 else z3.Not(self._made[node]), abs(size)) for node, size in terms]
        return self._sum(turned, least - sum(min(size, 0) for _, size in terms))

    def _sum(self, terms: list[tuple[z3.BoolRef, int]], least: int) -> z3.BoolRef:
        """Where the positive numbers of the truths that hold sum to at least this."""
        return z3.PbGe(terms, least)

    def _choice(self, observable: str) -> list[z3.BoolRef]:
        """A truth for each value of an observable, of which exactly one holds."""
        if observable not in self._choices:
            truths = [z3.Bool(f"{observable} = {value}", self.context) for value in self.formulas.values[observable]]
            self._choices[observable] = truths
            self.solver.add(z3.Or(truths), *(z3.Or(z3.Not(one), z3.Not(two)) for number, one in enumerate(truths) for two in truths[:number]))
        return self._choices[observable]

    # Answers

    def _cone(self, node: Node) -> frozenset[str]:
        """The observables that a formula rests on."""
        waiting, seen, found = [node], {node}, set()
        while waiting:
            one = self.formulas.stock.all[waiting.pop()]
            if isinstance(one, Leaf) and isinstance(one.what, Is):
                found.add(one.what.observable)
            new = [part for part in _parts(one) if part not in seen]
            seen.update(new)
            waiting += new
        return frozenset(found)

    def _at_most(self, cone: list[str], count: int) -> z3.BoolRef:
        """A name for: at most so many of the observables have an answer."""
        self._limits += 1
        name = z3.Bool(f"limit {self._limits}", self.context)
        answered = [(z3.Not(self._choices[observable][UNKNOWN_PLACE]), 1) for observable in cone]
        self.solver.add(z3.Implies(name, z3.PbLe(answered, count)))
        return name

    def _sheet(self, cone: list[str]) -> Sheet:
        """The answers of the model to these observables."""
        model = self.solver.model()
        held = {
            name: value
            for name in cone
            for value, truth in zip(self.formulas.values[name], self._choices[name], strict=True)
            if z3.is_true(model.eval(truth, model_completion=True))
        }
        return {name: value for name, value in held.items() if value is not None}


def _parts(one: Expression) -> tuple[Node, ...]:
    if isinstance(one, Group):
        return one.parts
    return tuple(node for node, _ in one.what.terms) if isinstance(one.what, Reaches) else ()
