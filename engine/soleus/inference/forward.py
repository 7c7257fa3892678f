"""Forward chaining for one person, with a full trace: the program's productions on the Rete network, layer by layer."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from soleus.inference.experta_adapter import Network
from soleus.inference.productions import Count, Plan, Production, flatten
from soleus.inference.program import Program
from soleus.inference.trace import Answer, Earlier, Matched, Step, StepKind
from soleus.inference.weighing import Argument, Support, weigh
from soleus.knowledge.conditions import LEVELS, WORDS, Scalar
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, Refer, Rule, Withhold


@dataclass(frozen=True, slots=True)
class Inference:
    """What follows from the answers: immutable, and a function of program and answers alone.

    `findings` are the ids that were derived, `denied` those known not to hold. `support` holds every hypothesis that some rule argues
    about. `triage` is a level; `referred` the rules that asked for it or for a lower one, in order of the trace.
    `withheld` and `advised` map each measure to the rules that say so. A measure may stand in both; then it is withheld.
    """

    answers: Mapping[str, Scalar]
    steps: tuple[Step, ...]
    findings: tuple[str, ...]
    denied: tuple[str, ...]
    scores: Mapping[str, int]
    support: Mapping[str, Support]
    triage: str
    referred: Mapping[str, tuple[str, ...]]
    withheld: Mapping[str, tuple[str, ...]]
    advised: Mapping[str, tuple[str, ...]]


class ForwardEngine:
    """A program on a network of its own. Reusable, for one thread at a time."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.plan: Plan = flatten(program)
        self.network = Network(self.plan.productions)

    def infer(self, answers: Mapping[str, Scalar]) -> Inference:
        """Everything that follows from the answers, which must be valid for the program's observables."""
        return _Run(self, answers).infer()


_engines = threading.local()


def infer(program: Program, answers: Mapping[str, Scalar]) -> Inference:
    """As `ForwardEngine.infer`, with one engine kept for each thread and program. After any error that engine is dropped."""
    if getattr(_engines, "program", None) is not program:
        _engines.engine, _engines.program = ForwardEngine(program), program
    try:
        inferred: Inference = _engines.engine.infer(answers)
    except BaseException:
        _engines.program = None
        raise
    return inferred


class _Run:
    """One inference: the facts that were declared with the steps that made them, and the steps."""

    def __init__(self, engine: ForwardEngine, answers: Mapping[str, Scalar]) -> None:
        self.engine, self.program, self.plan = engine, engine.program, engine.plan
        self.answers = {name: answers[name] for name in self.program.base.observables if name in answers}
        self.steps: list[Step] = []
        self.origin: dict[str, list[Matched]] = {f"answer:{name}": [Answer(name, value)] for name, value in self.answers.items()}
        self.waiting: list[tuple[str, Scalar]] = [(f"answer:{name}", value) for name, value in self.answers.items()]
        self.findings: dict[str, bool] = {}
        self.scores: dict[str, int] = {}
        self.support: dict[str, Support] = {}
        self.points: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.arguments: dict[str, list[Argument]] = defaultdict(list)
        self.referred: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.withheld: dict[str, list[str]] = defaultdict(list)
        self.advised: dict[str, list[str]] = defaultdict(list)
        self.triage = LEVELS[0]

    def infer(self) -> Inference:
        self.engine.network.reset()
        start = 0
        for stratum, end in self.plan.ends.items():
            for layer in range(start, end):
                self._run_layer(layer)
            start = end
            if stratum == "argument":
                self._weigh()
            elif stratum == "triage":
                self._decide_triage()
        return self._inference()

    def _run_layer(self, layer: int) -> None:
        self._count(layer)
        self.engine.network.declare(self.waiting)
        self.waiting = []
        for firing in self.engine.network.fire(layer):
            self._take(firing.production, firing.matched)

    def _take(self, production: Production, matched: tuple[str, ...]) -> None:
        """Note that a production fired, and what follows."""
        refs = self._refs(matched)
        absent = tuple(_readable(bar.slot) for bar in production.bars)
        kind = production.makes.partition(":")[0]
        if kind == "rule":
            rule = self.program.rules[production.rule]
            step = self._step("rule", rule.id, "", refs, absent, tuple(_named(conclusion) for conclusion in rule.then))
            self._conclude(rule, step)
        elif kind == "denied":
            finding = production.makes.partition(":")[2]
            self.findings[finding] = False
            self._declare(production.makes, True, self._step("denied", finding, "", refs, absent, (production.makes,)))
        else:
            self._declare(production.makes, True, self._step("part", production.rule, production.part, refs, absent, (production.makes,)))

    def _conclude(self, rule: Rule, step: int) -> None:
        for conclusion in rule.then:
            match conclusion:
                case Find():
                    self.findings[conclusion.finding] = True
                    self._declare(f"finding:{conclusion.finding}", True, step)
                case AddPoints():
                    self.points[conclusion.score].append((conclusion.points, step))
                case Argue():
                    argument = Argument(rule.id, conclusion.favours, conclusion.strength, conclusion.evidence, step)
                    self.arguments[conclusion.hypothesis].append(argument)
                case Refer():
                    self.referred[conclusion.level].append((rule.id, step))
                case Withhold():
                    for measure in self._measures(conclusion):
                        _add(self.withheld[measure], rule.id)
                case Advise():
                    for measure in conclusion.measures:
                        _add(self.advised[measure], rule.id)

    def _measures(self, withhold: Withhold) -> Iterable[str]:
        groups = set(withhold.groups)
        return [one.id for one in self.program.base.measures.values() if one.id in withhold.measures or groups & set(one.groups)]

    def _count(self, layer: int) -> None:
        """Declare the counts and scores that are complete from this layer on."""
        for count in self.plan.counts:
            if count.layer == layer:
                self._declare_count(count)
        for score, complete in self.plan.scores.items():
            if complete == layer and self.points[score]:
                self._declare_score(score)

    def _declare_count(self, count: Count) -> None:
        held = [slot for slot in count.members if slot in self.origin]
        if held:
            step = self._step("count", count.rule, count.part, self._refs(held), (), (f"{count.slot}={len(held)}",))
            self._declare(count.slot, len(held), step)

    def _declare_score(self, score: str) -> None:
        self.scores[score] = sum(points for points, _ in self.points[score])
        refs = tuple(Earlier(step) for _, step in self.points[score])
        step = self._step("sum", score, "", refs, (), (f"score:{score}={self.scores[score]}",))
        self._declare(f"score:{score}", self.scores[score], step)

    def _weigh(self) -> None:
        for name, hypothesis in self.program.base.hypotheses.items():
            if name in self.arguments:
                support = weigh(name, hypothesis.prior, self.arguments[name])
                refs = tuple(Earlier(argument.step) for argument in support.arguments if argument.counted)
                step = self._step("weigh", name, "", refs, (), (f"support:{name}={support.decibans}",))
                self.support[name] = support
                self._declare(f"support:{name}", WORDS.index(support.word), step)

    def _decide_triage(self) -> None:
        self.triage = next((level for level in reversed(LEVELS) if self.referred.get(level)), LEVELS[0])
        refs = tuple(Earlier(step) for _, step in self.referred.get(self.triage, ()))
        step = self._step("triage", "triage", "", refs, (), (f"triage:{self.triage}",))
        self._declare("triage", LEVELS.index(self.triage), step)

    def _declare(self, slot: str, value: Scalar, step: int) -> None:
        if slot not in self.origin:
            self.waiting.append((slot, value))
        self.origin.setdefault(slot, []).append(Earlier(step))

    def _step(self, kind: StepKind, rule: str, part: str, matched: tuple[Matched, ...], absent: tuple[str, ...], concluded: tuple[str, ...]) -> int:
        self.steps.append(Step(len(self.steps) + 1, kind, rule, part, matched, absent, concluded))
        return len(self.steps)

    def _refs(self, slots: Iterable[str]) -> tuple[Matched, ...]:
        return tuple(dict.fromkeys(ref for slot in slots for ref in self.origin[slot]))

    def _inference(self) -> Inference:
        base = self.program.base
        return Inference(
            answers=self.answers,
            steps=tuple(self.steps),
            findings=tuple(name for name in base.findings if self.findings.get(name)),
            denied=tuple(name for name in base.findings if self.findings.get(name) is False),
            scores=self.scores,
            support=self.support,
            triage=self.triage,
            referred={level: tuple(rule for rule, _ in self.referred[level]) for level in reversed(LEVELS) if level in self.referred},
            withheld={name: tuple(self.withheld[name]) for name in base.measures if name in self.withheld},
            advised={name: tuple(self.advised[name]) for name in base.measures if name in self.advised},
        )


def _add(rules: list[str], rule: str) -> None:
    if rule not in rules:
        rules.append(rule)


def _readable(slot: str) -> str:
    """A slot as a trace shows it: parts without the rule that they belong to."""
    return "part:" + slot.partition("#")[2] if slot.startswith("part:") else slot


def _named(conclusion: Conclusion) -> str:
    """A conclusion in short, as a step lists it."""
    match conclusion:
        case Find():
            return f"finding:{conclusion.finding}"
        case AddPoints():
            return f"score:{conclusion.score}+{conclusion.points}"
        case Argue():
            return f"argue:{conclusion.hypothesis}:{'for' if conclusion.favours else 'against'}:{conclusion.strength}:{conclusion.evidence}"
        case Refer():
            return f"refer:{conclusion.level}"
        case Withhold():
            return "withhold:" + ",".join((*conclusion.groups, *conclusion.measures))
        case Advise():
            return "advise:" + ",".join(conclusion.measures)
