"""Why something was not concluded: the rules that come nearest to it, part by part, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from soleus.explanation.nearness import PartState, beside
from soleus.explanation.subjects import NAMED, TRIAGE, About, NoSubjectError, Subject, advises, is_concluded, known_from, subject_of
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.truth import Known
from soleus.inference.weighing import BANDS, Support
from soleus.knowledge.conditions import LEVELS, Scalar
from soleus.knowledge.model import AddPoints, Argue, Find, KnowledgeBase, Level, Rule, Strength


@dataclass(frozen=True, slots=True)
class NearRule:
    """A rule that would conclude it and did not fire. `missing` is how many tests would have to come out otherwise, at least.

    `strength` is that of an argument, `points` those for a score, `level` the triage that it asks for.
    """

    rule: str
    title: str
    missing: int
    condition: PartState
    strength: Strength | None
    points: int
    level: Level | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that fired, with its sentence; for an argument its strength, and whether it counted."""

    rule: str
    title: str
    because: str
    strength: Strength | None
    counted: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why something was not concluded.

    `concluded` is true where it was: then `how` proves it, and the rest is still right. `rules` are those that would conclude it and did not
    fire, nearest first. For a hypothesis `support` is what it has in decibans (None where nothing argues about it), `needed` what it would
    have to have to be named, `arguments_for` and `arguments_against` what was said. `withheld_by` are the rules that withhold a measure,
    `advised_by` those that advise it. `denied` says that a finding is known not to hold. `level` is the triage that was reached.
    """

    id: str
    about: About
    name: str
    concluded: bool
    rules: tuple[NearRule, ...]
    arguments_for: tuple[FiredRule, ...] = ()
    arguments_against: tuple[FiredRule, ...] = ()
    support: int | None = None
    needed: int | None = None
    withheld_by: tuple[FiredRule, ...] = ()
    advised_by: tuple[FiredRule, ...] = ()
    denied: bool = False
    level: str = LEVELS[0]


def why_not(base: KnowledgeBase, answers: Mapping[str, Scalar], name: str) -> WhyNot:
    """Why a condition, cause, finding, score, measure, rule or triage level was not concluded from valid answers.

    Raises `NoSubjectError` for a name that is none of them, and for `triage`, which always is concluded.
    """
    program = compile_program(base)
    subject = subject_of(program, name)
    if name == TRIAGE:
        raise NoSubjectError(f"There always is a triage level. Name the one that you expected: {', '.join(reversed(LEVELS))}.")
    inference = infer(program, answers)
    parts = _against_and_for(program, inference, subject) | _withheld(program, inference, subject)
    rules = tuple(_near(program, inference, subject))
    concluded, denied = is_concluded(inference, subject), subject.about == "finding" and name in inference.denied
    return WhyNot(subject.id, subject.about, subject.name, concluded, rules, denied=denied, level=inference.triage, **parts)


# Rules that did not fire


def _near(program: Program, inference: Inference, subject: Subject) -> list[NearRule]:
    """The rules that would conclude it and did not fire: nearest first, of equals the stronger one, then by id."""
    known, fired = known_from(inference), fired_rules(inference)
    near = [_near_rule(rule, subject, known) for rule in concluding(program, subject) if rule.id not in fired]
    return sorted(near, key=lambda one: (one.missing, -_force(one), one.rule))


def fired_rules(inference: Inference) -> set[str]:
    """The ids of the rules that fired."""
    return {step.rule for step in inference.steps if step.kind == "rule"}


def concluding(program: Program, subject: Subject) -> Iterator[Rule]:
    """The rules that conclude it when they fire: for a hypothesis those that argue for it, for a triage level those that ask for just it."""
    return (rule for rule in program.rules.values() if _concludes(rule, subject))


def _concludes(rule: Rule, subject: Subject) -> bool:
    match subject.about:
        case "condition" | "cause":
            return bool(_arguments(rule, subject.id))
        case "finding":
            return any(isinstance(one, Find) and one.finding == subject.id for one in rule.then)
        case "score":
            return bool(_points(rule, subject.id))
        case "triage":
            return rule.level == subject.id
        case "measure":
            return advises(rule, subject.id)
        case "rule":
            return rule.id == subject.id


def _arguments(rule: Rule, hypothesis: str) -> list[Argue]:
    return [one for one in rule.then if isinstance(one, Argue) and one.hypothesis == hypothesis and one.favours]


def _points(rule: Rule, score: str) -> int:
    return sum(one.points for one in rule.then if isinstance(one, AddPoints) and one.score == score)


_FORCE: tuple[Strength | None, ...] = (None, "weak", "moderate", "strong", "excludes", "confirms")


def _force(near: NearRule) -> int:
    return _FORCE.index(near.strength) + near.points


def _near_rule(rule: Rule, subject: Subject, known: Known) -> NearRule:
    condition = beside(rule.when, known)
    strength = max((one.strength for one in _arguments(rule, subject.id)), key=_FORCE.index, default=None)
    level = rule.level if subject.about == "triage" else None
    return NearRule(rule.id, rule.title, condition.missing, condition, strength, _points(rule, subject.id), level, rule.sources)


# What stands against it


def _against_and_for(program: Program, inference: Inference, subject: Subject) -> dict[str, Any]:
    if subject.about not in ("condition", "cause"):
        return {}
    support = inference.support.get(subject.id)
    return {
        "arguments_for": _said(program, support, favours=True),
        "arguments_against": _said(program, support, favours=False),
        "support": support.decibans if support else None,
        "needed": next(least for least, word in BANDS if word == NAMED),
    }


def _said(program: Program, support: Support | None, *, favours: bool) -> tuple[FiredRule, ...]:
    arguments = [one for one in (support.arguments if support else ()) if one.favours is favours]
    return tuple(_fired(program, one.rule, one.strength, one.counted) for one in arguments)


def _fired(program: Program, name: str, strength: Strength | None = None, counted: bool = True) -> FiredRule:
    rule = program.rules[name]
    return FiredRule(name, rule.title, rule.because, strength, counted, rule.sources)


def _withheld(program: Program, inference: Inference, subject: Subject) -> dict[str, Any]:
    if subject.about != "measure":
        return {}
    said: dict[str, Iterable[str]] = {"withheld_by": inference.withheld.get(subject.id, ()), "advised_by": inference.advised.get(subject.id, ())}
    return {key: tuple(_fired(program, rule) for rule in rules) for key, rules in said.items()}
