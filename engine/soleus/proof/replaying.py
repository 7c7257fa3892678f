"""Counterexamples, concluded afresh by the forward engine: none is told that does not hold there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.truth import Known, Truth, evaluate, some
from soleus.knowledge.conditions import LEVELS, Condition, Scalar
from soleus.knowledge.model import Find, KnowledgeBase
from soleus.knowledge.properties import AddsOnly, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers, Property
from soleus.proof.searches import Changed, Search, is_among
from soleus.proof.solver import Sheet
from soleus.proof.values import Value


class TranslationError(Exception):
    """The solver found answers for which the forward engine concludes something else: a bug of the translation."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """What the forward engine concludes of a person's answers. `plan` holds the measures that are advised and not withheld."""

    answers: Mapping[str, Scalar]
    triage: str
    plan: tuple[str, ...]
    fired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A person for whom a claim does not hold; of a change, the person before and after it. `measures` are those at fault, if any are."""

    claim: Claimed
    person: Concluded
    before: Concluded | None
    changed: Changed | None
    measures: tuple[str, ...]


def replay(base: KnowledgeBase, one: Property, search: Search, found: Sheet) -> Counterexample:
    """The counterexample that the solver found, as the forward engine concludes it. Raises `TranslationError` when it does not hold there."""
    program, changed = compile_program(base), search.changed
    after = infer(program, found if changed is None else _with(base, found, changed.observable, changed.after))
    before = None if changed is None else infer(program, _with(base, found, changed.observable, changed.before))
    if not _holds(program, one.when, before or after) or not (faulty := _faulty(program, search.claim, before, after)):
        raise TranslationError(f"{one.id}: the solver and the forward engine disagree on {found} ({changed}).")
    measures = tuple(name for name in faulty if name in base.measures)
    return Counterexample(search.claim, _concluded(after), _concluded(before) if before else None, changed, measures)


def _with(base: KnowledgeBase, answers: Sheet, observable: str, value: Value) -> Sheet:
    """The answers with one of them set, or taken away, in the order of the interview."""
    given = {**answers, observable: value}
    return {name: known for name in base.observables if (known := given.get(name)) is not None}


def _concluded(inference: Inference) -> Concluded:
    fired = tuple(step.rule for step in inference.steps if step.kind == "rule")
    return Concluded(inference.answers, inference.triage, _plan(inference), fired)


def _plan(inference: Inference) -> tuple[str, ...]:
    return tuple(name for name in inference.advised if name not in inference.withheld)


def _faulty(program: Program, claim: Claimed, before: Inference | None, after: Inference) -> tuple[str, ...]:
    """What breaks the claim: the measures at fault, or one word; nothing where it holds."""
    plan, measures = _plan(after), program.base.measures
    match claim:
        case Holds(condition=condition):
            return () if _holds(program, condition, after) else ("untrue",)
        case NeverHolds(condition=condition):
            return ("true",) if _holds(program, condition, after) else ()
        case LeavesOut(withheld=True):
            return tuple(name for name in plan if name in after.withheld)
        case LeavesOut():
            return tuple(name for name in plan if is_among(measures[name], claim))
        case Includes(measures=wanted):
            return () if set(wanted) & set(plan) else ("missing",)
        case NeverLowers() if before is not None:
            return ("lower",) if LEVELS.index(after.triage) < LEVELS.index(before.triage) else ()
        case AddsOnly() if before is not None:
            old = _plan(before)
            return tuple(name for name in plan if name not in old and not is_among(measures[name], claim))
    raise TypeError(f"not a claim: {claim!r}")


def _holds(program: Program, condition: Condition | None, inference: Inference) -> bool:
    """Whether a condition is known to be true of what was concluded."""
    if condition is None:
        return True
    words = {name: support.word for name, support in inference.support.items()}
    return evaluate(condition, Known(inference.answers, _findings(program, inference), inference.scores, words, inference.triage)) is True


def _findings(program: Program, inference: Inference) -> dict[str, bool]:
    """The findings that were derived, and those known not to hold: the engine itself only denies what some rule needs to be denied."""
    truths: dict[str, Truth] = {}
    settled: dict[str, bool] = {}
    for rule in program.strata["finding"]:
        truths[rule.id] = evaluate(rule.when, Known(inference.answers, settled, inference.scores))
        for finding in (one.finding for one in rule.then if isinstance(one, Find)):
            of_all = [truths.get(deriver.id) for deriver in program.derivers[finding]]
            if (found := some(of_all)) is not None:
                settled[finding] = found
    return settled
