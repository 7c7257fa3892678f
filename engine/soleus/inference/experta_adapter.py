"""The one door to experta. Nothing else imports it, and nothing of it leaves this module.

experta 1.9.4 is the only forward-chaining engine with a Rete network for Python, and it has defects that matter here. Each is guarded
in one place below; docs/decisions/0002-experta-behind-one-door.md lists them. `SafeEngine` is experta's engine with the guards;
`Network` runs productions (see `productions.py`) on it, a layer at a time.
"""

from __future__ import annotations

import collections
import collections.abc
import enum
import logging
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from soleus.inference.productions import Need, Production
from soleus.knowledge.conditions import InBand, OneOf, Scalar
from soleus.knowledge.problems import SoleusError


@contextmanager
def _importable() -> Iterator[None]:
    """Lets experta be imported, and leaves no trace of what that takes.

    Its pinned frozendict 1.2 needs `collections.Mapping`, gone since Python 3.10; and it calls `logging.basicConfig()`, which
    would install a handler on the root logger of the application that embeds us.
    """
    root, alias = logging.getLogger(), "Mapping"
    handlers, had = root.handlers[:], hasattr(collections, alias)
    root.handlers = [*handlers, logging.NullHandler()]
    if not had:
        setattr(collections, alias, collections.abc.Mapping)
    try:
        yield
    finally:
        root.handlers = handlers
        if not had:
            delattr(collections, alias)


with _importable():
    from experta import NOT, Fact, KnowledgeEngine, P, Rule
    from experta.abstract import Strategy
    from experta.fact import InitialFact
    from experta.matchers.rete import ReteMatcher
    from experta.matchers.rete.check import SameContextCheck, TypeCheck
    from experta.matchers.rete.nodes import BusNode, ConflictSetNode, NotNode, OrdinaryMatchNode
    from experta.matchers.rete.token import Token


class InferenceError(SoleusError):
    """The engine could not finish. Its state is dropped: nothing of it reaches another consultation."""


class Outcome(enum.Enum):
    """How a run ended: no activation was left, or the most firings allowed were reached."""

    COMPLETE = "complete"
    CAPPED = "capped"


class TotalOrder(Strategy):  # type: ignore[misc]
    """Which activation fires next, decided by a total order, so that there is one firing order.

    Highest salience first, then the most recent facts, then the order in which rules were declared. experta's own strategy has
    equal keys for different activations, and then removes the wrong one or none: a blocked rule fires. Here a key names
    exactly one activation, so the one to remove is found by its key.
    """

    @staticmethod
    def key(activation: Any) -> tuple[Any, ...]:
        rule = activation.rule
        facts = sorted((fact["__factid__"] for fact in activation.facts), reverse=True)
        bindings = sorted((name, repr(value)) for name, value in activation.context.items() if not name.startswith("__"))
        return (rule.salience, facts, -getattr(rule, "order", 0), rule.__name__, bindings)

    def _update_agenda(self, agenda: Any, added: Iterable[Any], removed: Iterable[Any]) -> None:
        for activation in removed:
            activation.key = self.key(activation)
            at = bisect_left(agenda.activations, activation)
            if at < len(agenda.activations) and agenda.activations[at].key == activation.key:
                del agenda.activations[at]
        for activation in added:
            activation.key = self.key(activation)
            insort(agenda.activations, activation)


class _Token(Token):  # type: ignore[misc]
    """A token that is copied without another check of what it holds: experta copies it for every node below the bus."""

    def copy(self) -> _Token:
        return tuple.__new__(type(self), (self.tag, self.data.copy(), self.context.copy()))


class _Bus(BusNode):  # type: ignore[misc]
    """The root of the network, which hands a fact only to the branch of its own type.

    experta's asks every branch; with a type for each slot that is most of the time of a consultation.
    """

    def add(self, fact: Any) -> None:
        self._send(fact, "valid")

    def remove(self, fact: Any) -> None:
        self._send(fact, "invalid")

    def _send(self, fact: Any, kind: str) -> None:
        token = getattr(_Token, kind)(fact)
        for child in self._children_of(type(fact)):
            child.callback(token)

    def _children_of(self, kind: type) -> list[Any]:
        if not hasattr(self, "_by_type"):
            self._by_type: dict[type, list[Any]] = {}
        if kind not in self._by_type:
            self._by_type[kind] = [child for child in self.children if not self._is_for_another(child.node, kind)]
        return self._by_type[kind]

    @staticmethod
    def _is_for_another(node: Any, kind: type) -> bool:
        check = getattr(node, "matcher", None)
        return isinstance(check, TypeCheck) and check.fact_type is not kind


class _Matcher(ReteMatcher):  # type: ignore[misc]
    """The Rete network, without experta's cache on a method: that keeps dead engines alive and thrashes with two.

    It takes rules that list patterns and `NOT`s of one pattern, and nothing else (`Network._rule` makes them so). What experta does to bring any
    rule into such a form, again and again, was most of the time of building a network.
    """

    @staticmethod
    def prepare_ruleset(engine: Any) -> set[Any]:
        return {rule.new_conditions(*_from_the_start(rule)) for rule in engine.get_rules()}

    @staticmethod
    def build_beta_part(ruleset: Iterable[Any], alpha: Mapping[Any, Any]) -> None:
        for rule in ruleset:
            last = alpha[rule[0]]
            for condition in rule[1:]:
                kind, pattern = (NotNode, condition[0]) if isinstance(condition, NOT) else (OrdinaryMatchNode, condition)
                node = kind(SameContextCheck())
                last.add_child(node, node.activate_left)
                alpha[pattern].add_child(node, node.activate_right)
                last = node
            end = ConflictSetNode(rule)
            last.add_child(end, end.activate)

    def __init__(self, engine: Any) -> None:
        super(ReteMatcher, self).__init__(engine)
        self.root_node = _Bus()
        self.build_network()
        self._nodes = list(_nodes_below(self.root_node))
        self._conflict_set = tuple(node for node in self._nodes if isinstance(node, ConflictSetNode))

    def _get_conflict_set_nodes(self) -> list[Any]:
        """The nodes whose activations changed: experta asks every rule after each declaration, and that took two thirds of an inference."""
        return [node for node in self._conflict_set if node.added or node.removed]

    def changes(self, adding: Any = None, deleting: Any = None) -> Any:
        """The activations that facts made and withdrew. Without new facts there are none: experta asks every rule again after each firing."""
        return super().changes(adding, deleting) if adding or deleting else ((), ())

    def reset(self) -> None:
        """Empty every node once, pending activations included: experta keeps those, and the next person would get them."""
        for node in self._nodes:
            node._reset()
        for node in self._get_conflict_set_nodes():
            node.get_activations()


def _from_the_start(rule: Any) -> tuple[Any, ...]:
    """The conditions of a rule. Where there is no pattern to start from, the initial fact is one."""
    return tuple(rule) if rule and not isinstance(rule[0], NOT) else (InitialFact(), *rule)


def _nodes_below(root: Any) -> list[Any]:
    """Every node of a network, once, in a fixed order."""
    seen: dict[int, Any] = {}
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen[id(node)] = node
            stack += [child.node for child in node.children]
    return list(seen.values())


def _initial_fact() -> Iterator[Any]:
    """The fact that experta's network starts from, made anew at each reset."""
    yield InitialFact()


class SafeEngine(KnowledgeEngine):  # type: ignore[misc]
    """experta's engine with one firing order, a run that says how it ended, and no state left after an error."""

    __strategy__ = TotalOrder
    __matcher__ = _Matcher
    _declare_initial_fact = None
    """Hides experta's: that is one object for all engines, and keeps the last of them, with its facts, for ever."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = False
        self.activation: Any = None

    def get_rules(self) -> list[Any]:
        """The rules in the order in which their names sort, which is the order of declaration for ours."""
        rules: list[Any] = super().get_rules()
        for order, rule in enumerate(rules):
            rule.order = getattr(rule, "order", order)
        return rules

    def get_deffacts(self) -> list[Any]:
        return [_initial_fact]

    def declare(self, *facts: Any) -> Any:
        """Declare facts; a predicate that raises while they are matched makes the engine unusable, and says so."""
        with self._whole_or_broken():
            return super().declare(*facts)

    def reset(self, **kwargs: Any) -> None:
        with self._whole_or_broken():
            super().reset(**kwargs)

    def run(self, steps: float = float("inf"), down_to: float = float("-inf")) -> Outcome:
        """Fire activations of at least the salience `down_to`, at most `steps` of them; then say how it ended."""
        with self._whole_or_broken():
            self.running = True
            try:
                return self._run(steps, down_to)
            finally:
                self.running = False
                self.activation = None

    def _run(self, steps: float, down_to: float) -> Outcome:
        fired = 0
        while True:
            self.strategy.update_agenda(self.agenda, *self.get_activations())
            waiting = self.agenda.activations
            if not self.running or not waiting or waiting[-1].rule.salience < down_to:
                return Outcome.COMPLETE
            if fired >= steps:
                return Outcome.CAPPED
            self._fire(self.agenda.get_next())
            fired += 1

    def _fire(self, activation: Any) -> None:
        self.activation = activation
        bindings = {name: value for name, value in activation.context.items() if not name.startswith("__")}
        activation.rule(self, **bindings)

    @contextmanager
    def _whole_or_broken(self) -> Iterator[None]:
        if self.broken:
            raise InferenceError("This engine stopped with an error and must not be used again. Build a new one.")
        try:
            yield
        except BaseException:
            self.broken = True
            raise


@dataclass(frozen=True, slots=True)
class Firing:
    """A production that fired, and the slots of the facts that it matched, in order of declaration."""

    production: Production
    matched: tuple[str, ...]


class Network:
    """Productions on a Rete network: declare facts, fire one layer, read what fired.

    A fact is a slot (`answer:age`) and its value. Not safe to share between threads: experta loses firings then.
    """

    def __init__(self, productions: Iterable[Production]) -> None:
        self._fired: list[Firing] = []
        self._count = 0
        body: dict[str, Any] = {}
        for number, production in enumerate(productions):
            body[f"p{number:06}"] = self._rule(number, production)
        self._most = 4 * len(body) + 16
        self._engine = type("Productions", (SafeEngine,), body)()

    def reset(self) -> None:
        """Forget every fact."""
        self._engine.reset()

    def declare(self, facts: Iterable[tuple[str, Scalar]]) -> None:
        """Add facts, in the order given."""
        new = [fact_type(slot)(value=value) for slot, value in facts]
        if new:
            self._engine.declare(*new)

    def fire(self, layer: int) -> list[Firing]:
        """Fire every production of a layer whose needs are met; returns them in the one firing order."""
        self._fired = []
        if self._engine.run(self._most, down_to=-layer) is Outcome.CAPPED:
            raise InferenceError(f"More than {self._most} rules fired in layer {layer}: the rules run in a circle.")
        return self._fired

    def _rule(self, order: int, production: Production) -> Any:
        def fire(engine: SafeEngine) -> None:
            facts = sorted((fact for fact in engine.activation.facts if "value" in fact), key=lambda fact: fact["__factid__"])
            self._fired.append(Firing(production, tuple(type(fact).slot for fact in facts)))

        fire.__name__ = fire.__qualname__ = f"{order:06}"
        fire.order = order  # type: ignore[attr-defined]
        needs = [_pattern(need) for need in production.needs]
        bars = [NOT(_pattern(bar)) for bar in production.bars]
        return Rule(*needs, *bars, salience=-production.layer)(fire)


@cache
def fact_type(slot: str) -> Any:
    """The fact class of a slot: one for each, so that a fact reaches only the rules that read its slot."""
    return type(f"Fact_{slot}", (Fact,), {"slot": slot})


def _pattern(need: Need) -> Any:
    return fact_type(need.slot)() if need.test is None else fact_type(need.slot)(value=_predicate(need))


@cache
def _predicate(need: Need) -> Any:
    """One predicate for each test, so that rules with one test share its node in the network."""
    return P(_compiled(need))


def _compiled(need: Need) -> Callable[[Any], bool]:
    test, wanted = need.test, need.wanted
    if isinstance(test, OneOf):
        values = frozenset(test.values)
        return lambda value: (value in values) is wanted
    if isinstance(test, InBand):
        return lambda value: test.band.holds(value) is wanted
    return lambda value: value >= test
