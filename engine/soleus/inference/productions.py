"""The program as flat productions for a forward-chaining network: each part of a compound condition is one of its own.

A production needs facts, is barred by others, and makes one. Facts stand in slots:

    answer:age            an answer, with its value
    finding:x, denied:x   a finding that was derived, one that is known not to hold
    part:rule#all.1       a part of a rule's condition that is true (with `!`: known to be false)
    score:x, support:x, triage   sums, declared between layers: points, the place of a word in WORDS, of a level in LEVELS
    count:rule#at_least   how many parts of an at_least group hold

Giving each part a fact of its own records which part held, and keeps to the few patterns that experta matches rightly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from soleus.inference.program import Program
from soleus.knowledge.conditions import (
    LEVELS,
    WORDS,
    All,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    InBand,
    NoneOf,
    OneOf,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
)
from soleus.knowledge.strata import STRATA


@dataclass(frozen=True, slots=True)
class Need:
    """A fact in a slot: any value (`test` None), a value that passes the test or, when not `wanted`, fails it; a number: at least that."""

    slot: str
    test: OneOf | InBand | int | None = None
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Production:
    """When every need is met and no bar is, `makes` holds.

    `rule` is the rule that it comes from (empty for a denied finding), `part` the path of the part in its condition (empty for the whole).
    """

    rule: str
    part: str
    needs: tuple[Need, ...]
    bars: tuple[Need, ...]
    makes: str
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the member slots hold, declared in `slot` once the layers below `layer` are complete."""

    slot: str
    rule: str
    part: str
    members: tuple[str, ...]
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Productions and counts with their layers; for each score the layer from which it is complete; for each stratum the first layer after it."""

    productions: tuple[Production, ...]
    counts: tuple[Count, ...]
    scores: dict[str, int]
    ends: dict[str, int]


_NEVER = Need("never")
"""A need that no fact meets: a score is never known to be too small, not even behind a finding that is to be denied."""


def flatten(program: Program) -> Plan:
    """The productions of a program, each in the lowest layer in which all it reads is complete."""
    builder = _Builder(program)
    builder.build()
    return _Layers(builder).plan()


@dataclass(slots=True)
class _Both:
    """Needs and bars that are still being gathered for one production."""

    needs: list[Need] = field(default_factory=list)
    bars: list[Need] = field(default_factory=list)

    def add(self, other: _Both) -> None:
        self.needs += other.needs
        self.bars += other.bars


class _Builder:
    """Makes the productions of every rule, and of findings that some condition needs to be denied."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.made: dict[Production, str] = {}
        self.counts: dict[Count, str] = {}
        self.denied: list[str] = []
        self._rule = ""
        self._stratum = STRATA[0]

    def build(self) -> None:
        for stratum, rules in self.program.strata.items():
            for rule in rules:
                self._rule, self._stratum = rule.id, stratum
                self._make(f"rule:{rule.id}", "", self._inline(rule.when, "", True))
        self._stratum = STRATA[0]
        for finding in self.denied:
            self._deny(finding)

    def _deny(self, finding: str) -> None:
        """A finding is denied when the condition of every rule that could derive it is known to be false."""
        both = _Both()
        for rule in self.program.derivers[finding]:
            self._rule = rule.id
            both.add(self._inline(rule.when, "", False))
        self._rule = ""
        self._make(f"denied:{finding}", "", both)

    def _make(self, slot: str, part: str, both: _Both) -> None:
        needs, bars = tuple(dict.fromkeys(both.needs)), tuple(dict.fromkeys(both.bars))
        self.made[Production(self._rule, part, needs, bars, slot)] = self._stratum

    def _inline(self, condition: Condition, path: str, wanted: bool) -> _Both:
        """What must hold, and what must not, for the condition to be known true (`wanted`) or known false."""
        match condition:
            case OneOf() | InBand():
                return _Both([Need(f"answer:{condition.observable}", condition, wanted)])
            case Answered():
                slot = Need(f"answer:{condition.observable}")
                return _Both([slot]) if condition.known is wanted else _Both([], [slot])
            case Derived():
                return self._derived(condition, path, wanted)
            case ScoreTest():
                return _Both([Need(f"score:{condition.score}", condition.points) if wanted else _NEVER])
            case SupportTest():
                needs = [Need(f"support:{name}", WORDS.index(condition.word)) for name in condition.hypotheses]
                at = _step(path, "support")
                return self._one_of([(_step(at, number), _Both([need])) for number, need in enumerate(needs)], at, wanted)
            case TriageTest():
                return _Both([Need("triage", LEVELS.index(condition.level))])
            case Unless():
                return self._unless(condition, path, wanted)
            case AtLeast():
                return self._at_least(condition, path, wanted)
            case All() | AnyOf() | NoneOf():
                return self._group(condition, path, wanted)

    def _derived(self, condition: Derived, path: str, wanted: bool) -> _Both:
        if not wanted:
            for finding in condition.findings:
                if finding not in self.denied:
                    self.denied.append(finding)
            return _Both([Need(f"denied:{finding}") for finding in condition.findings])
        at = _step(path, "finding")
        branches = [(_step(at, number), _Both([Need(f"finding:{finding}")])) for number, finding in enumerate(condition.findings)]
        return self._one_of(branches, at, wanted)

    def _group(self, condition: All | AnyOf | NoneOf, path: str, wanted: bool) -> _Both:
        part_wanted = wanted if isinstance(condition, All | AnyOf) else not wanted
        branches = [(at, self._inline(part, at, part_wanted)) for at, part in _parts(condition, path)]
        every = isinstance(condition, All) if wanted else isinstance(condition, AnyOf)
        if every or (wanted and isinstance(condition, NoneOf)):
            both = _Both()
            for _, branch in branches:
                both.add(branch)
            return both
        return self._one_of(branches, _step(path, _name(condition)), wanted)

    def _unless(self, condition: Unless, path: str, wanted: bool) -> _Both:
        """True unless some part is true, whatever is unknown; so it is false exactly when some part is true."""
        branches = [(at, self._inline(part, at, True)) for at, part in _parts(condition, path)]
        if not wanted:
            return self._one_of(branches, _step(path, "unless"), wanted)
        return _Both([], [self._as_slot(at, branch, True) for at, branch in branches])

    def _at_least(self, condition: AtLeast, path: str, wanted: bool) -> _Both:
        """Counted between layers: `count` parts are true, or too many are known to be false for that."""
        count = condition.count if wanted else len(condition.parts) - condition.count + 1
        members = [self._as_slot(at, self._inline(part, at, wanted), wanted, alone=True).slot for at, part in _parts(condition, path)]
        where = _step(path, "at_least")
        slot = f"count:{self._rule}#{where}" + ("" if wanted else "!")
        self.counts[Count(slot, self._rule, where, tuple(members))] = self._stratum
        return _Both([Need(slot, count)])

    def _one_of(self, branches: list[tuple[str, _Both]], path: str, wanted: bool) -> _Both:
        """One of several branches: a part of its own, made by each branch that holds."""
        if len(branches) == 1:
            return branches[0][1]
        slot = self._slot(path, wanted)
        for at, branch in branches:
            self._make(slot, at, branch)
        return _Both([Need(slot)])

    def _as_slot(self, path: str, branch: _Both, wanted: bool, *, alone: bool = False) -> Need:
        """The branch as one fact: itself when it is one need that nothing else must tell apart, or a part of its own."""
        if len(branch.needs) == 1 and not branch.bars and not alone:
            return branch.needs[0]
        slot = self._slot(path, wanted)
        self._make(slot, path, branch)
        return Need(slot)

    def _slot(self, path: str, wanted: bool) -> str:
        return f"part:{self._rule}#{path}" + ("" if wanted else "!")


def _name(condition: Condition) -> str:
    return {All: "all", AnyOf: "any", NoneOf: "none", Unless: "unless", AtLeast: "at_least"}[type(condition)]


def _step(path: str, step: str | int) -> str:
    return f"{path}.{step}" if path else str(step)


def _parts(condition: All | AnyOf | NoneOf | Unless | AtLeast, path: str) -> Iterator[tuple[str, Condition]]:
    """The parts of a group with their paths: the names of groups and the places in them, joined by dots."""
    for number, part in enumerate(condition.parts):
        yield _step(_step(path, _name(condition)), number), part


class _Layers:
    """Puts every production into the lowest layer that is above all that makes what it reads, and above the strata before its own."""

    def __init__(self, builder: _Builder) -> None:
        self.builder = builder
        self.makers: dict[str, list[Production]] = defaultdict(list)
        for production in builder.made:
            self.makers[production.makes].append(production)
        for finding, rules in builder.program.derivers.items():
            self.makers[f"finding:{finding}"] = [one for rule in rules for one in self.makers[f"rule:{rule.id}"]]
        for score, rules in builder.program.scorers.items():
            self.makers[f"score:{score}"] = [one for rule in rules for one in self.makers[f"rule:{rule.id}"]]
        self.counts = {count.slot: count for count in builder.counts}
        self.known: dict[Production, int] = {}
        self.floor = 0

    def plan(self) -> Plan:
        productions: list[Production] = []
        counts: list[Count] = []
        ends: dict[str, int] = {}
        scores: dict[str, int] = {}
        for stratum in STRATA:
            own = [one for one, where in self.builder.made.items() if where == stratum]
            productions += [replace(one, layer=self._layer(one)) for one in own]
            counts += [replace(count, layer=self._above(count.members)) for count, where in self.builder.counts.items() if where == stratum]
            if stratum == STRATA[0]:
                scores = {score: self._slot_layer(f"score:{score}") for score in self.builder.program.scorers}
            used = [*(one.layer for one in productions), *(one.layer for one in counts), *scores.values()]
            ends[stratum] = self.floor = max([self.floor, *(layer + 1 for layer in used)])
        return Plan(tuple(productions), tuple(counts), scores, ends)

    def _layer(self, production: Production) -> int:
        if production not in self.known:
            self.known[production] = self._above(need.slot for need in (*production.needs, *production.bars))
        return self.known[production]

    def _above(self, slots: Iterable[str]) -> int:
        return max([self.floor, *(self._slot_layer(slot) for slot in slots)])

    def _slot_layer(self, slot: str) -> int:
        """The first layer in which a slot is complete."""
        if slot in self.counts:
            return self._above(self.counts[slot].members) + 1
        return max((self._layer(maker) + 1 for maker in self.makers.get(slot, ())), default=self.floor)
