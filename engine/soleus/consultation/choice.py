"""Which question comes next, and when no more is needed.

Signs of danger come first, in clinical order, and are always asked. Then comes the question with the largest effect (`effects`), with a slight
preference for the topic that the talk is about, and for talking over testing. A question whose answers can provably change nothing is not asked.
The talk ends

- at an emergency,
- when it is *proved* that no open question can change the triage, the first three conditions, the likely causes or the plan,
- or when the triage is proved and the rest is *settled*: see `SETTLED_FIRST`, `SETTLED_CAUSES` and `SETTLED_HINTS`.

docs/consultation.md has the figures behind the limits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from soleus.consultation.effects import FIRST, Effect, Effects
from soleus.consultation.questions import Question
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack, vary
from soleus.inference.columnar_bounds import Bounds, OpenPlanes, Reach
from soleus.inference.columnar_expressions import Node
from soleus.inference.program import Program
from soleus.inference.truth import Known, evaluate
from soleus.inference.weighing import BANDS
from soleus.knowledge.conditions import LEVELS, Scalar, observables_in
from soleus.knowledge.model import Refer

SETTLED_FIRST = 0.02
"""The first condition is settled when fewer people than this share would have another if they answered everything."""

SETTLED_CAUSES = 0.15
"""The causes are settled when no single question is expected to change the likely ones more often than this."""

SETTLED_HINTS = 0.18
"""For somebody who is left to treat it alone, no question may be expected to change the possible causes more often than this either; a self-test
as much more often as it is more effort."""

_WEIGHTS_URGENT = {"triage": 4.0, "first": 1.0, "ranking": 0.3}
_WEIGHTS = {**_WEIGHTS_URGENT, "causes": 0.5, "plan": 1.0}
_WEIGHTS_ALONE = {**_WEIGHTS, "hints": 0.5}
"""How much an effect counts in the choice: the level of care before the condition, the condition before causes and plan."""

_SAME_TOPIC = 1.5
"""How much more a question counts that stays with the topic of the last one."""

_TEST_EFFORT = 3.0
"""How many plain questions a self-test weighs as much as: whoever can be helped by talking need not lie down and be squeezed."""

_URGENT = LEVELS.index("same_day")
"""From this level on help comes before causes and plan, so that no question is asked for them."""

_LIKELY = next(least for least, word in BANDS if word == "likely")

StopReason: TypeAlias = Literal["emergency", "proved", "settled", "all_asked"]


@dataclass(frozen=True, slots=True)
class Stop:
    """Why nothing more is asked. `open` are the questions left that could still change something; with `emergency` nobody looked.

    `first` and `causes` are the shares, from 0 to 1, of people who would have another first condition or other likely causes if they answered those.
    """

    reason: StopReason
    open: tuple[str, ...] = ()
    first: float = 0.0
    causes: float = 0.0


class Choice:
    """The choice of questions for one program."""

    def __init__(self, program: Program, questions: Sequence[Question]) -> None:
        self.base = program.base
        self.effects = Effects(program, questions)
        self.bounds = Bounds(engine_for(program))
        referring = [rule.id for rule in program.rules.values() if any(isinstance(one, Refer) for one in rule.then)]
        self._referring = [self.bounds.columns.fired[rule] for rule in referring]

    def next(self, answers: Mapping[str, Scalar], questions: Sequence[Question], topic: str) -> Question | Stop:
        """The next of the open questions, which come in clinical order, or why there is none. `topic` is the section of the last question."""
        free = {name for one in questions for name in one.observables}
        planes, reach = self.bounds.explored(pack(self.base, [answers]), free)
        if reach.least_level[0] == len(LEVELS) - 1:
            return Stop("emergency")
        danger = next((one for one in questions if one.safety), None)
        if danger is not None or not questions:
            return danger or Stop("all_asked")
        touching = self.bounds.touching(planes, self._targets(reach))
        useful = [one for one in questions if not touching.isdisjoint(one.observables)]
        best = self._best(answers, useful, topic, planes, reach) if useful else Stop("proved")
        return _first_needed(best, questions, answers) if isinstance(best, Question) else best

    def in_order(self, answers: Mapping[str, Scalar], questions: Sequence[Question]) -> Question | Stop:
        """The first of the open questions, whatever it can still change, but for self-tests of somebody who must be seen today."""
        _, reach = self.bounds.explored(pack(self.base, [answers]), {name for one in questions for name in one.observables})
        return next((one for one in questions if one.safety or _may_be_asked(one, reach)), Stop("all_asked"))

    def _best(self, answers: Mapping[str, Scalar], useful: Sequence[Question], topic: str, planes: OpenPlanes, reach: Reach) -> Question | Stop:
        """The question with the largest effect. Where the rest is settled, the one that does most to prove the level of care."""
        proved = reach.least_level[0] == reach.most_level[0]
        asked = [one for one in useful if _may_be_asked(one, reach)] if proved else useful
        effects = self.effects.of(answers, [one.id for one in asked])
        left = self.effects.unsettled(answers, {name for one in asked for name in one.observables})
        weights = _weights(reach)
        if left.first < SETTLED_FIRST and _causes_settled(asked, effects, weights):
            if proved:
                return Stop("settled", tuple(one.id for one in useful), left.first, left.causes)
            deciding = self.bounds.touching(planes, self.bounds.columns.triage.values())
            return self._towards_proof(answers, [one for one in useful if not deciding.isdisjoint(one.observables)])
        scores = [_score(effect, weights) * _ease(one, topic) for one, effect in zip(asked, effects, strict=True)]
        return asked[scores.index(max(scores))]

    def _towards_proof(self, answers: Mapping[str, Scalar], useful: Sequence[Question]) -> Question:
        """The question whose most common answer leaves the fewest rules open that could still refer to another level."""
        changes = [{name: self.effects.commonest(name) for name in one.observables if name not in answers} for one in useful]
        free = {name for one in useful for name in one.observables}
        planes, _ = self.bounds.explored(vary(self.base, answers, changes), free, changes)
        opened = (planes.may(self._referring, len(useful)) & ~planes.must(self._referring, len(useful))).sum(axis=0)
        return min(zip(opened + [_effort(one) for one in useful], range(len(useful)), useful, strict=True))[2]

    def _targets(self, reach: Reach) -> Iterator[Node]:
        """The nodes that decide triage, plan, the first conditions and the likely causes, as far as these are open."""
        columns = self.bounds.columns
        yield from columns.triage.values()
        for place, name in enumerate(reach.measures):
            if reach.may_advise[place, 0] and not reach.must_withhold[place, 0]:
                yield from (columns.advised[name], columns.withheld[name])
        for name in (*self._contenders(reach), *self._doubtful_causes(reach)):
            yield from self.bounds.weighed[name]

    def _contenders(self, reach: Reach) -> list[str]:
        """The conditions that may be among the first ones, and whose place among these is open."""
        spans = {name: span for name, span in _spans(reach) if name in self.base.conditions}
        certain = sorted((least for least, _, must in spans.values() if must), reverse=True)
        needed = certain[FIRST - 1] if len(certain) >= FIRST else min((least for least, _, _ in spans.values()), default=0)
        near = {name: span for name, span in spans.items() if span[1] >= needed}
        return [name for name, span in near.items() if not span[2] or any(_overlap(span, other) for key, other in near.items() if key != name)]

    def _doubtful_causes(self, reach: Reach) -> list[str]:
        spans = [(name, span) for name, span in _spans(reach) if name in self.base.causes]
        return [name for name, (least, most, must) in spans if most >= _LIKELY and not (must and least >= _LIKELY)]


def _first_needed(wanted: Question, questions: Sequence[Question], answers: Mapping[str, Scalar]) -> Question:
    """The question, or the first open one that must be answered before: while it may still have to be skipped, it is not asked.

    A test may do harm to people with certain answers, so these answers come first.
    """
    passed = {wanted.id}
    while before := next((one for one in questions if one.id not in passed and not _needed(wanted, answers).isdisjoint(one.observables)), None):
        wanted = before
        passed.add(before.id)
    return wanted


def _needed(question: Question, answers: Mapping[str, Scalar]) -> frozenset[str]:
    """The observables that may still say that the question, or one of its items, is skipped."""
    conditions = [one.skip_if for one in (question, *question.items) if one.skip_if is not None]
    undecided = [condition for condition in conditions if evaluate(condition, Known(answers)) is None]
    return frozenset(name for condition in undecided for name in observables_in(condition)) - frozenset(question.observables)


_Span: TypeAlias = tuple[int, int, bool]
"""The least and the most support of a hypothesis, and whether it is certain that somebody argues about it."""


def _spans(reach: Reach) -> Iterator[tuple[str, _Span]]:
    for line, name in enumerate(reach.hypotheses):
        if reach.may_argue[line, 0]:
            yield name, (int(reach.least[line, 0]), int(reach.most[line, 0]), bool(reach.must_argue[line, 0]))


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


# What counts


def _may_be_asked(question: Question, reach: Reach) -> bool:
    """Whether the question may be asked at this level: nobody tests a leg that somebody has to look at today."""
    return question.self_test is None or reach.least_level[0] < _URGENT


def _weights(reach: Reach) -> Mapping[str, float]:
    """What counts for somebody who ends at this level: help comes before causes; whoever is left to treat it alone needs them most."""
    if reach.least_level[0] >= _URGENT:
        return _WEIGHTS_URGENT
    return _WEIGHTS_ALONE if reach.most_level[0] == 0 else _WEIGHTS


def _causes_settled(questions: Sequence[Question], effects: Sequence[Effect], weights: Mapping[str, float]) -> bool:
    """Whether no single question can be expected to change the causes that count often enough to be asked for it."""
    likely = "causes" not in weights or all(effect.causes < SETTLED_CAUSES for effect in effects)
    asked = zip(questions, effects, strict=True)
    return likely and ("hints" not in weights or all(effect.hints < SETTLED_HINTS * _effort(one) for one, effect in asked))


def _score(effect: Effect, weights: Mapping[str, float]) -> float:
    """Rounded, so that equal effects stay equal on every machine: then the clinical order decides."""
    return round(sum(weight * float(getattr(effect, name)) for name, weight in weights.items()), 9)


def _ease(question: Question, topic: str) -> float:
    return (_SAME_TOPIC if question.section == topic else 1) / _effort(question)


def _effort(question: Question) -> float:
    return _TEST_EFFORT if question.self_test else 1


@lru_cache(maxsize=8)
def choice_for(program: Program, questions: tuple[Question, ...]) -> Choice:
    """The choice for a program; made once while it is in use."""
    return Choice(program, questions)
