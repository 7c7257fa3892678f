"""The program compiled for columns: which planes to compute in which order, and what to add up for each hypothesis and score.

Nothing here knows a rule: conditions and conclusions are translated as they stand in the program. The first part of the expressions rests on
answers alone; between it and the rest, support is weighed, and tests of support become planes too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.inference.columnar_expressions import FALSE, TRUE, Expression, Expressions, Node
from soleus.inference.program import Program
from soleus.inference.weighing import BANDS, PRIORS, STRENGTHS
from soleus.knowledge.conditions import (
    LEVELS,
    All,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    InBand,
    NoneOf,
    OneOf,
    Scalar,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
)
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Observable, Prior, Refer, Withhold

_LEAST = {word: least for least, word in BANDS}

Sign: TypeAlias = Literal["<", "<=", "==", ">=", ">"]


@dataclass(frozen=True, slots=True)
class YesNo:
    """The answer to a `yes_no` is this."""

    observable: str
    yes: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer to a `one_of` is the choice at this place, counted from 1; place 0: there is no answer."""

    observable: str
    place: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer, a number, stands so to the bound. It never does when it is unknown."""

    observable: str
    sign: Sign
    bound: float


@dataclass(frozen=True, slots=True)
class Known:
    """There is an answer, a number."""

    observable: str


@dataclass(frozen=True, slots=True)
class Supported:
    """The sum of prior and counted arguments, without what `confirms` and `excludes` settle, is at least this many decibans."""

    hypothesis: str
    least: int


AnswerTest: TypeAlias = YesNo | Chosen | Compared | Known


@dataclass(frozen=True, slots=True)
class Scale:
    """What is added up for one hypothesis: decibans on top of `prior` where a node holds, and the nodes that settle it.

    `argued` holds where some rule argues about it at all. `terms` never hold together where they share label and side. `labels` says the
    same in another way: for each label and side the nodes of its arguments, of which the one that adds most counts, the largest first.
    """

    hypothesis: str
    prior: int
    terms: tuple[tuple[Node, int], ...]
    labels: tuple[tuple[tuple[Node, int], ...], ...]
    argued: Node
    confirmed: Node
    excluded: Node


Nodes: TypeAlias = Mapping[str, Node]


@dataclass(frozen=True, eq=False)
class ColumnarProgram:
    """Expressions in the order in which they are computed, and the nodes of everything that is concluded, by id.

    `weighed_at` is the number of the first expression that needs support. `triage` maps each level above the lowest to where the triage is at
    least that. `denied` are findings known not to hold. `scores` lists the nodes that add points.
    """

    program: Program
    expressions: tuple[Expression, ...]
    weighed_at: int
    scales: tuple[Scale, ...]
    scores: Mapping[str, tuple[tuple[Node, int], ...]]
    fired: Nodes
    findings: Nodes
    denied: Nodes
    triage: Nodes
    withheld: Nodes
    advised: Nodes


def compile_columns(program: Program) -> ColumnarProgram:
    """Translate a program, stratum by stratum: what rests on answers first, then what rests on support, then what rests on triage."""
    return _Compiler(program).compiled()


class _Compiler:
    """Translates conditions to nodes. Nodes of findings, scores, support and triage are made when a condition first reads them."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.base = program.base
        self.stock = Expressions()
        self.fired: dict[str, Node] = {}
        self.scales: dict[str, Scale] = {}
        self.said: dict[type[Conclusion], list[tuple[str, Conclusion]]] = defaultdict(list)
        self.arguments: dict[str, list[tuple[str, Argue]]] = defaultdict(list)
        for rule in program.rules.values():
            for conclusion in rule.then:
                self.said[type(conclusion)].append((rule.id, conclusion))
                if isinstance(conclusion, Argue):
                    self.arguments[conclusion.hypothesis].append((rule.id, conclusion))

    def compiled(self) -> ColumnarProgram:
        self._stratum("finding", "argument")
        findings = {name: self._found(name) for name in self.base.findings}
        denied = {name: self._denied(name) for name in self.base.findings}
        self.scales = {name: self._scale(name, one.prior) for name, one in self.base.hypotheses.items()}
        weighed_at = len(self.stock.all)
        self._stratum("triage", "precaution", "advice")
        triage = {level: self._triage_at_least(level) for level in LEVELS[1:]}
        withheld = self._measures(Withhold, self._withholds)
        advised = self._measures(Advise, lambda one, measure: measure in one.measures)
        return ColumnarProgram(
            program=self.program,
            expressions=tuple(self.stock.all),
            weighed_at=weighed_at,
            scales=tuple(scale for scale in self.scales.values() if scale.argued != FALSE),
            scores={score: tuple(self._points(score)) for score in self.base.scores},
            fired={rule.id: self.fired[rule.id] for rules in self.program.strata.values() for rule in rules},
            findings=findings,
            denied=denied,
            triage=triage,
            withheld=withheld,
            advised=advised,
        )

    def _stratum(self, *names: str) -> None:
        for name in names:
            for rule in self.program.strata[name]:
                self._fires(rule.id)

    def _fires(self, rule: str) -> Node:
        if rule not in self.fired:
            self.fired[rule] = self.true(self.program.rules[rule].when)
        return self.fired[rule]

    # Conditions

    def true(self, condition: Condition) -> Node:
        """Where the condition is known to be true."""
        match condition:
            case All(parts):
                return self.stock.every(map(self.true, parts))
            case AnyOf(parts):
                return self.stock.some(map(self.true, parts))
            case NoneOf(parts):
                return self.stock.every(map(self.false, parts))
            case Unless(parts):
                return self.stock.negated(self.stock.some(map(self.true, parts)))
            case AtLeast(count, parts):
                return self.stock.reaching(count, [(self.true(part), 1) for part in parts])
            case OneOf() | InBand() | Answered():
                return self._answer(condition)
            case Derived(findings):
                return self.stock.some(map(self._found, findings))
            case ScoreTest(score, points):
                return self.stock.reaching(points, self._points(score))
            case SupportTest(hypotheses, word, _):
                return self.stock.some(self._supported(one, word) for one in hypotheses)
            case TriageTest(level):
                return self._triage_at_least(level)

    def false(self, condition: Condition) -> Node:
        """Where the condition is known to be false. Tests of scores, support and triage never are (decision 5)."""
        match condition:
            case All(parts):
                return self.stock.some(map(self.false, parts))
            case AnyOf(parts):
                return self.stock.every(map(self.false, parts))
            case NoneOf(parts) | Unless(parts):
                return self.stock.some(map(self.true, parts))
            case AtLeast(count, parts):
                return self.stock.reaching(len(parts) - count + 1, [(self.false(part), 1) for part in parts])
            case OneOf(observable, _) | InBand(observable, _):
                return self.stock.every([self._known(observable), self.stock.negated(self.true(condition))])
            case Answered():
                return self.stock.negated(self.true(condition))
            case Derived(findings):
                return self.stock.every(map(self._denied, findings))
            case ScoreTest() | SupportTest() | TriageTest():
                return FALSE

    # Answers

    def _answer(self, test: OneOf | InBand | Answered) -> Node:
        match test:
            case Answered(observable, known):
                return self._known(observable) if known else self.stock.negated(self._known(observable))
            case OneOf(observable, values):
                return self.stock.some(self.stock.leaf(_equal(self.base.observables[observable], value)) for value in values)
            case InBand(observable, band):
                low: Sign = ">=" if band.low_in else ">"
                high: Sign = "<=" if band.high_in else "<"
                ends: list[tuple[Sign, float | None]] = [(low, band.low), (high, band.high)]
                tests = [Compared(observable, sign, bound) for sign, bound in ends if bound is not None]
                return self.stock.every(self.stock.leaf(one) for one in tests) if tests else self._known(observable)

    def _known(self, observable: str) -> Node:
        kind = self.base.observables[observable].kind
        if kind == "yes_no":
            return self.stock.some(self.stock.leaf(YesNo(observable, yes)) for yes in (True, False))
        return self.stock.leaf(Known(observable)) if kind == "number" else self.stock.negated(self.stock.leaf(Chosen(observable, 0)))

    # What rests on rules

    def _found(self, finding: str) -> Node:
        return self.stock.some(self._fires(rule.id) for rule in self.program.derivers[finding])

    def _denied(self, finding: str) -> Node:
        return self.stock.every(self.false(rule.when) for rule in self.program.derivers[finding])

    def _points(self, score: str) -> Iterator[tuple[Node, int]]:
        for rule, conclusion in self.said[AddPoints]:
            if isinstance(conclusion, AddPoints) and conclusion.score == score:
                yield self._fires(rule), conclusion.points

    def _triage_at_least(self, level: str) -> Node:
        enough = LEVELS[LEVELS.index(level) :]
        if level == LEVELS[0]:
            return TRUE
        referring = [rule for rule, one in self.said[Refer] if isinstance(one, Refer) and one.level in enough]
        return self.stock.some(map(self._fires, referring))

    def _supported(self, hypothesis: str, word: str) -> Node:
        """`confirms` makes it very likely and `excludes` unlikely, so they decide every word."""
        scale = self.scales[hypothesis]
        if scale.argued == FALSE:
            return FALSE
        enough = self.stock.leaf(Supported(hypothesis, _LEAST[word]))
        unsettled = self.stock.every([enough, self.stock.negated(scale.excluded)])
        return self.stock.every([scale.argued, self.stock.some([scale.confirmed, unsettled])])

    def _scale(self, hypothesis: str, prior: Prior) -> Scale:
        arguments = [(self._fires(rule), one) for rule, one in self.arguments[hypothesis]]
        sides: dict[tuple[str, bool], dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for node, one in arguments:
            if one.strength in STRENGTHS:
                sides[one.evidence, one.favours][STRENGTHS[one.strength]].append(node)
        terms = [(node, size if favours else -size) for (_, favours), sizes in sides.items() for node, size in self._strongest(sizes)]
        labels = [tuple(self._signed(sizes, favours)) for (_, favours), sizes in sides.items()]
        settling = {word: self.stock.some(node for node, one in arguments if one.strength == word) for word in ("confirms", "excludes")}
        argued = self.stock.some(node for node, _ in arguments)
        return Scale(hypothesis, PRIORS[prior], tuple(terms), tuple(labels), argued, settling["confirms"], settling["excludes"])

    def _strongest(self, sizes: Mapping[int, list[Node]]) -> Iterator[tuple[Node, int]]:
        """For each size the node that holds where an argument of this size does and no stronger one."""
        stronger = FALSE
        for size in sorted(sizes, reverse=True):
            here = self.stock.some(sizes[size])
            yield self.stock.every([here, self.stock.negated(stronger)]), size
            stronger = self.stock.some([stronger, here])

    def _signed(self, sizes: Mapping[int, list[Node]], favours: bool) -> Iterator[tuple[Node, int]]:
        for size in sorted(sizes, reverse=True):
            yield self.stock.some(sizes[size]), size if favours else -size

    # Measures

    def _withholds(self, one: Withhold, measure: str) -> bool:
        return measure in one.measures or not set(one.groups).isdisjoint(self.base.measures[measure].groups)

    def _measures(self, kind: type[Conclusion], names: Callable[..., bool]) -> dict[str, Node]:
        said = self.said[kind]
        return {measure: self.stock.some(self.fired[rule] for rule, one in said if names(one, measure)) for measure in self.base.measures}


def _equal(observable: Observable, value: Scalar) -> AnswerTest:
    if observable.kind == "yes_no":
        return YesNo(observable.id, value is True)
    if observable.kind == "one_of":
        return Chosen(observable.id, 1 + list(observable.choices).index(str(value)))
    return Compared(observable.id, "==", float(value))
