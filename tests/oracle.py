"""An independent second opinion: the rules of a knowledge base on CLIPS, read straight from its records.

Nothing of `soleus.inference` is used, and nothing is flattened: every condition becomes one nested conditional element of CLIPS
(`oracle_conditions.py`). Meaning, weights and bands follow docs/knowledge_language.md.

`Oracle(base).judge(answers)` gives an `Opinion`. An oracle is built once and serves thousands of sheets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import clips

from oracle_conditions import both, is_false, is_true, literal
from soleus.knowledge import conditions as c
from soleus.knowledge import model as m

DECIBANS = {"weak": 3, "moderate": 7, "strong": 10}
PRIOR = {"common": -5, "uncommon": -10, "rare": -15, "very_rare": -20}
SETTLED = 20
"""What `confirms` lifts support to, and, negative, what `excludes` lowers it to."""

STAGES = ("find", "argue", "refer", "withhold", "advise")
"""The strata, by what their rules conclude; scores belong to the first."""

ALWAYS = "(stage 0)"

Kind = TypeVar("Kind", bound=m.Conclusion)


@dataclass(frozen=True, order=True)
class Case:
    """One argument: the rule that makes it, for or against which hypothesis, how strongly, on which evidence."""

    rule: str
    hypothesis: str
    favours: bool
    strength: str
    evidence: str


@dataclass(frozen=True)
class Opinion:
    """What the oracle concludes from one sheet of answers: `fired` holds rules, `denied` every finding that is known not to hold.

    `scores` and `support` hold only what some rule added to or argued about.
    """

    fired: frozenset[str]
    findings: frozenset[str]
    denied: frozenset[str]
    scores: dict[str, int]
    arguments: tuple[Case, ...]
    support: dict[str, int]
    words: dict[str, str]
    triage: str
    referred: dict[str, frozenset[str]]
    withheld: dict[str, frozenset[str]]
    advised: dict[str, frozenset[str]]


def word(decibans: int) -> str:
    """The word for a support."""
    if decibans >= 15:
        return "very_likely"
    if decibans >= 7:
        return "likely"
    return "possible" if decibans >= -3 else "unlikely"


def support_of(prior: str, cases: Iterable[Case]) -> int:
    """The prior and, for each evidence label and side, the strongest argument; `confirms` and `excludes` settle it."""
    strongest: dict[tuple[str, bool], int] = defaultdict(int)
    strengths = set()
    for case in cases:
        strengths.add(case.strength)
        key = case.evidence, case.favours
        strongest[key] = max(strongest[key], DECIBANS.get(case.strength, 0))
    total = PRIOR[prior] + sum(size if favours else -size for (_, favours), size in strongest.items())
    if "confirms" in strengths:
        return max(total, SETTLED)
    return min(total, -SETTLED) if "excludes" in strengths else total


@dataclass(frozen=True)
class Line:
    """A rule as the oracle sees it: its id, its condition and what it concludes."""

    id: str
    when: c.Condition
    then: tuple[m.Conclusion, ...]

    @property
    def stage(self) -> int:
        """The first stratum that the rule concludes in."""
        kinds = {m.Find: 0, m.AddPoints: 0, m.Argue: 1, m.Refer: 2, m.Withhold: 3, m.Advise: 4}
        return min(kinds[type(conclusion)] for conclusion in self.then)


def lines_of(base: m.KnowledgeBase) -> list[Line]:
    """Every rule, and for every condition the standing rule that asks for its own level of care."""
    standing = [
        Line(f"triage-of-{one.id}", c.SupportTest((one.id,), "possible" if one.must_not_miss else "likely", ""), (m.Refer(level=one.triage),))
        for one in base.conditions.values()
        if one.triage != "self_care"
    ]
    return [Line(rule.id, rule.when, rule.then) for rule in base.rules.values()] + standing


class Rounds:
    """When a finding or a score is complete: a round after everything that it rests on."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.makers: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            for conclusion in line.then:
                if isinstance(conclusion, m.Find):
                    self.makers[conclusion.finding].append(line)
                elif isinstance(conclusion, m.AddPoints):
                    self.makers[f"score {conclusion.score}"].append(line)
        self._round: dict[str, int] = {}

    def of_line(self, line: Line) -> int:
        """The round in which everything that a rule reads is complete."""
        return max((self.of(name) for name in _read_by(line.when)), default=0)

    def of(self, name: str) -> int:
        """The round in which a finding, or `score x`, is complete. The round before it denies the finding, or sums the score."""
        if name not in self._round:
            self._round[name] = 2 + max((self.of_line(line) for line in self.makers[name]), default=0)
        return self._round[name]


def _read_by(condition: c.Condition) -> Iterator[str]:
    for part in c.walk(condition):
        if isinstance(part, c.Derived):
            yield from part.findings
        elif isinstance(part, c.ScoreTest):
            yield f"score {part.score}"


class Oracle:
    """The rules of a knowledge base on CLIPS."""

    def __init__(self, base: m.KnowledgeBase) -> None:
        self.base = base
        self.lines = {line.id: line for line in lines_of(base)}
        self.rounds = Rounds(self.lines.values())
        self.events: list[tuple[str, str]] = []
        self._build()

    def judge(self, answers: Mapping[str, c.Scalar]) -> Opinion:
        """What follows from the answers."""
        return _Sitting(self, answers).opinion()

    def _build(self) -> None:
        self.clips = clips.Environment()
        self.clips.define_function(self._note, "note")
        self.clips.build("(deftemplate points (slot score) (slot number) (slot source))")
        for line in self.lines.values():
            self._rule(f"rule {line.id}", line.stage, self.rounds.of_line(line), is_true(line.when), self._effects(line))
        for finding in self.base.findings:
            whole = both([ALWAYS, *(is_false(line.when) for line in self.rounds.makers[finding])])
            self._rule(f"denied {finding}", 0, self.rounds.of(finding) - 1, whole, f"(assert (denied_{finding}))")
        for score in self.base.scores:
            self._rule(f"sum {score}", 0, self.rounds.of(f"score {score}") - 1, ALWAYS, _summing(score))
        for router in list(self.clips.routers()):
            router.deactivate()  # CLIPS asks clipspy's, which is in Python, for each character that it reads: most of the time of a sheet

    def _rule(self, name: str, stage: int, order: int, when: str, then: str) -> None:
        kind, _, what = name.partition(" ")
        lead = f"(defrule {kind}_{what} (declare (salience {-order})) (stage {stage})"
        self.clips.build(f'{lead} {when} => (note "{kind}" "{what}") {then})')

    def _note(self, kind: str, what: str) -> None:
        self.events.append((str(kind), str(what)))

    @staticmethod
    def _effects(line: Line) -> str:
        """What a rule asserts for other rules to read in the first stratum."""
        effects = []
        for number, conclusion in enumerate(line.then):
            if isinstance(conclusion, m.Find):
                effects.append(f"(assert (finding_{conclusion.finding}))")
            elif isinstance(conclusion, m.AddPoints):
                fact = f'(points (score {conclusion.score}) (number {conclusion.points}) (source "{line.id} {number}"))'
                effects.append(f"(assert {fact})")
        return " ".join(effects)

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        """The measures of each group."""
        measures = self.base.measures.values()
        return {group: frozenset(one.id for one in measures if group in one.groups) for group in self.base.about.groups}


def _summing(score: str) -> str:
    total = f"(bind ?sum 0) (do-for-all-facts ((?p points)) (eq ?p:score {score}) (bind ?sum (+ ?sum ?p:number)))"
    return f"{total} (assert (score_{score} ?sum))"


class _Sitting:
    """One sheet before the oracle: stage by stage, with what was noted so far."""

    def __init__(self, oracle: Oracle, answers: Mapping[str, c.Scalar]) -> None:
        self.oracle, self.base, self.clips = oracle, oracle.base, oracle.clips
        oracle.events.clear()
        self.clips.reset()
        self._waiting = [f"answer_{name} {literal(value)}" for name, value in answers.items()]

    def _assert(self, fact: str) -> None:
        self._waiting.append(fact)

    def _stage(self, stage: str) -> None:
        """Tell CLIPS all that is new in one text (fact by fact it keeps what a reset should drop), and run the rules of a stage."""
        facts = [*self._waiting, f"stage {STAGES.index(stage)}"]
        self._waiting = []
        self.clips.load_facts("\n".join(f"({fact})" for fact in facts))
        self.clips.run()

    def opinion(self) -> Opinion:
        self._stage("find")
        self._stage("argue")
        cases = tuple(sorted(self._cases()))
        support = self._weigh(cases)
        self._stage("refer")
        referred = self._by(m.Refer, lambda one: (one.level,))
        triage = max(referred, key=c.LEVELS.index, default=c.LEVELS[0])
        self._assert(f"triage {c.LEVELS.index(triage)}")
        self._stage("withhold")
        self._stage("advise")
        return Opinion(
            fired=frozenset(self._noted("rule")),
            findings=frozenset(self._by(m.Find, lambda one: (one.finding,))),
            denied=frozenset(self._noted("denied")),
            scores=self._scores(),
            arguments=cases,
            support=support,
            words={name: word(total) for name, total in support.items()},
            triage=triage,
            referred=referred,
            withheld=self._by(m.Withhold, self._withheld_by),
            advised=self._by(m.Advise, lambda one: one.measures),
        )

    def _noted(self, kind: str) -> Iterator[str]:
        return (what for noted, what in self.oracle.events if noted == kind)

    def _conclusions(self) -> Iterator[tuple[str, m.Conclusion]]:
        for rule in self._noted("rule"):
            yield from ((rule, conclusion) for conclusion in self.oracle.lines[rule].then)

    def _by(self, kind: type[Kind], names: Callable[[Kind], Iterable[str]]) -> dict[str, frozenset[str]]:
        """What conclusions of a kind name, each with the rules that say so."""
        said: dict[str, set[str]] = defaultdict(set)
        for rule, conclusion in self._conclusions():
            if isinstance(conclusion, kind):
                for name in names(conclusion):
                    said[name].add(rule)
        return {name: frozenset(rules) for name, rules in said.items()}

    def _withheld_by(self, conclusion: m.Withhold) -> Iterable[str]:
        return frozenset(conclusion.measures).union(*(self.oracle.groups[group] for group in conclusion.groups))

    def _cases(self) -> Iterator[Case]:
        for rule, one in self._conclusions():
            if isinstance(one, m.Argue):
                yield Case(rule, one.hypothesis, one.favours, one.strength, one.evidence)

    def _weigh(self, cases: Iterable[Case]) -> dict[str, int]:
        """The support of every hypothesis, and the facts that later rules read. What nobody argues about keeps its prior."""
        about: dict[str, list[Case]] = defaultdict(list)
        for case in cases:
            about[case.hypothesis].append(case)
        support = {name: support_of(one.prior, about[name]) for name, one in self.base.hypotheses.items()}
        for name, total in support.items():
            self._assert(f"support_{name} {c.WORDS.index(word(total))}")
        return {name: support[name] for name in support if about[name]}

    def _scores(self) -> dict[str, int]:
        """The points of every score that has some."""
        points: dict[str, int] = defaultdict(int)
        for _, one in self._conclusions():
            if isinstance(one, m.AddPoints):
                points[one.score] += one.points
        return dict(points)
