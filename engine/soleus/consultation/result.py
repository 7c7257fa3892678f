"""The result of a consultation: one immutable value, of which text and JSON are renderings.

Its fields are the keys of its JSON, in order; docs/result.schema.json is its published schema.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from soleus.consultation.plan import PlanItem, Precaution, WithheldMeasure, plan, precautions, withheld
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.ranking import ranked
from soleus.inference.trace import Step
from soleus.inference.weighing import Support
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Level


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a triage level stands: the rule, its sentence to the person, and the ids of its sources."""

    rule: str
    because: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triage:
    """How soon a clinician must look. `provisional` is true while a safety question has no answer: the level can only be too low.

    `reasons` are those for this level; `lower_reasons` those for lower levels that were also asked for.
    """

    level: Level
    title: str
    action: str
    provisional: bool
    reasons: tuple[Reason, ...]
    lower_reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ArgumentSaid:
    """One argument as it reads: the rule, the side, how strong, and its sentence. `counted` is false where an equal or stronger one with
    the same evidence label counts instead. `step` is its number in the trace."""

    rule: str
    side: Literal["for", "against"]
    strength: str
    evidence: str
    counted: bool
    step: int
    because: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A condition or cause with its support in decibans (not calibrated, never a probability), the word for it, and its arguments."""

    id: str
    name: str
    support: int
    words: str
    summary: str
    arguments: tuple[ArgumentSaid, ...]


@dataclass(frozen=True, slots=True)
class RankedCondition(Ranked):
    """A condition, best first; with what usually happens, the level of care that it needs, and whether it must not be missed."""

    course: str
    triage: Level
    must_not_miss: bool


@dataclass(frozen=True, slots=True)
class RankedCause(Ranked):
    """A cause, best first; with what the evidence says of it."""

    evidence: str


@dataclass(frozen=True, slots=True)
class FindingSaid:
    """A finding that was derived."""

    id: str
    name: str
    means: str


@dataclass(frozen=True, slots=True)
class ScoreSaid:
    """A score with at least one point."""

    id: str
    name: str
    points: int
    means: str


@dataclass(frozen=True, slots=True)
class LookAgain:
    """When to look again at a condition, what should be better by then, and what to do if it is not."""

    condition: str
    name: str
    by: str
    expect: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A safety question without an answer."""

    id: str
    ask: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Every step of the inference, in order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeSaid:
    """Which knowledge gave the result."""

    name: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from a person's answers. Only hypotheses that some rule argues about are ranked; best first, ties by id."""

    triage: Triage
    conditions: tuple[RankedCondition, ...]
    causes: tuple[RankedCause, ...]
    findings: tuple[FindingSaid, ...]
    scores: tuple[ScoreSaid, ...]
    plan: tuple[PlanItem, ...]
    withheld: tuple[WithheldMeasure, ...]
    precautions: tuple[Precaution, ...]
    follow_up: tuple[LookAgain, ...]
    see_someone: tuple[str, ...]
    unanswered_safety_questions: tuple[OpenQuestion, ...]
    answers: Mapping[str, Scalar]
    trace: Trace
    knowledge: KnowledgeSaid
    intended_use: str
    not_for: str

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data, in the order of its fields."""
        return {one.name: _plain(getattr(self, one.name)) for one in dataclasses.fields(self)}

    def to_json(self) -> str:
        """The result as JSON text: the same bytes for the same answers and knowledge, everywhere."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def conclude(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> Result:
    """The result of valid answers. An observable without an answer is unknown."""
    program = compile_program(base)
    inference = infer(program, answers)
    return Result(
        triage=_triage(program, inference),
        conditions=tuple(_condition(program, support) for support in ranked(inference, base.conditions)),
        causes=tuple(_cause(program, support) for support in ranked(inference, base.causes)),
        findings=tuple(FindingSaid(one, base.findings[one].name, base.findings[one].means) for one in inference.findings),
        scores=tuple(ScoreSaid(one, base.scores[one].name, points, base.scores[one].means) for one, points in inference.scores.items()),
        plan=plan(program, inference),
        withheld=withheld(program, inference),
        precautions=precautions(program, inference),
        follow_up=_follow_up(base, ranked(inference, base.conditions)),
        see_someone=base.about.see_someone,
        unanswered_safety_questions=_unanswered(base, answers),
        answers=dict(inference.answers),
        trace=Trace(inference.steps),
        knowledge=KnowledgeSaid(base.about.id, base.about.version, base.fingerprint),
        intended_use=base.about.intended_use,
        not_for=base.about.not_for,
    )


def _triage(program: Program, inference: Inference) -> Triage:
    base = program.base
    level: Any = inference.triage
    words = base.about.triage[level]
    lower = [rule for other, rules in inference.referred.items() if other != level for rule in rules]
    return Triage(
        level=level,
        title=words.title,
        action=words.action,
        provisional=bool(_unanswered(base, inference.answers)),
        reasons=tuple(_reason(program, rule) for rule in inference.referred.get(level, ())),
        lower_reasons=tuple(_reason(program, rule) for rule in lower),
    )


def _reason(program: Program, rule: str) -> Reason:
    return Reason(rule, program.rules[rule].because, program.rules[rule].sources)


def _common(program: Program, support: Support) -> dict[str, Any]:
    item = program.base.hypotheses[support.hypothesis]
    return {
        "id": item.id,
        "name": item.name,
        "support": support.decibans,
        "words": support.word.replace("_", " "),
        "summary": item.summary,
        "arguments": tuple(
            ArgumentSaid(
                rule=one.rule,
                side="for" if one.favours else "against",
                strength=one.strength,
                evidence=one.evidence,
                counted=one.counted,
                step=one.step,
                because=program.rules[one.rule].because,
                sources=program.rules[one.rule].sources,
            )
            for one in support.arguments
        ),
    }


def _condition(program: Program, support: Support) -> RankedCondition:
    item = program.base.conditions[support.hypothesis]
    return RankedCondition(**_common(program, support), course=item.course, triage=item.triage, must_not_miss=item.must_not_miss)


def _cause(program: Program, support: Support) -> RankedCause:
    return RankedCause(**_common(program, support), evidence=program.base.causes[support.hypothesis].evidence)


def _follow_up(base: KnowledgeBase, ranked: list[Support]) -> tuple[LookAgain, ...]:
    """What to look at again: for each condition that is at least likely, or else for the first one that is possible."""
    likely = [support for support in ranked if support.word in ("likely", "very_likely")]
    chosen = likely or [support for support in ranked[:1] if support.word == "possible"]
    conditions = [base.conditions[support.hypothesis] for support in chosen]
    return tuple(LookAgain(one.id, one.name, again.by, again.expect, again.otherwise) for one in conditions for again in one.follow_up)


def _unanswered(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> tuple[OpenQuestion, ...]:
    return tuple(OpenQuestion(one.id, one.ask) for one in base.observables.values() if one.safety and one.id not in answers)
