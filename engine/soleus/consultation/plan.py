"""What to do, by phase, and what to leave alone: advice minus everything that a precaution withholds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from soleus.inference.forward import Inference
from soleus.inference.program import Program
from soleus.knowledge.model import Measure, Withhold


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A measure that is advised and not withheld, in the phase where it begins.

    `dose` holds what is given of it: counts, `hold_seconds` in seconds, `minutes` for one session in minutes. `because` are the
    sentences of the rules that advise it, `rules` their ids.
    """

    measure: str
    name: str
    phase: str
    dose: dict[str, int | str]
    because: tuple[str, ...]
    rules: tuple[str, ...]
    purpose: str
    how: tuple[str, ...]
    pain_limit: str
    progress: str
    regress: str
    avoid: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithheldMeasure:
    """A measure that is not advised, whatever else says so. `because` is the first reason, `reasons` are all, `rules` their ids.

    `wanted` is true where some rule advised it.
    """

    measure: str
    name: str
    because: str
    reasons: tuple[str, ...]
    rules: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Precaution:
    """A rule that withholds measures: its sentence, and the names of the groups and measures to leave alone."""

    rule: str
    because: str
    leaves_alone: tuple[str, ...]
    sources: tuple[str, ...]


def plan(program: Program, inference: Inference) -> tuple[PlanItem, ...]:
    """The plan: by phase, then by how many rules advise a measure, then by id."""
    phases = [phase.id for phase in program.base.about.phases]
    items = [
        _item(program, program.base.measures[name], phases, rules)
        for name, rules in inference.advised.items()
        if name not in inference.withheld
    ]
    return tuple(sorted(items, key=lambda item: (phases.index(item.phase), -len(item.rules), item.measure)))


def _item(program: Program, measure: Measure, phases: list[str], rules: Iterable[str]) -> PlanItem:
    return PlanItem(
        measure=measure.id,
        name=measure.name,
        phase=min(measure.phase, key=phases.index),
        dose={key: value for key in measure.dose.__dataclass_fields__ if (value := getattr(measure.dose, key)) is not None},
        because=_sentences(program, rules),
        rules=tuple(rules),
        purpose=measure.purpose,
        how=measure.how,
        pain_limit=measure.pain_limit,
        progress=measure.progress,
        regress=measure.regress,
        avoid=measure.avoid,
        sources=measure.sources,
    )


def withheld(program: Program, inference: Inference) -> tuple[WithheldMeasure, ...]:
    """Every measure that a precaution withholds: those that some rule advised first, then by id."""
    items = [_withheld(program, inference, name, rules) for name, rules in inference.withheld.items()]
    return tuple(sorted(items, key=lambda item: (not item.wanted, item.measure)))


def _withheld(program: Program, inference: Inference, name: str, rules: tuple[str, ...]) -> WithheldMeasure:
    reasons = _sentences(program, rules)
    return WithheldMeasure(name, program.base.measures[name].name, reasons[0], reasons, rules, name in inference.advised)


def precautions(program: Program, inference: Inference) -> tuple[Precaution, ...]:
    """The precautions that apply: those that withhold advised measures first, then in order of the trace."""
    wanted = {rule for name, rules in inference.withheld.items() if name in inference.advised for rule in rules}
    applied = dict.fromkeys(step.rule for step in inference.steps if step.kind == "rule" and _withholds(program, step.rule))
    return tuple(_precaution(program, rule) for rule in sorted(applied, key=lambda rule: rule not in wanted))


def _withholds(program: Program, rule: str) -> bool:
    return any(isinstance(conclusion, Withhold) for conclusion in program.rules[rule].then)


def _precaution(program: Program, name: str) -> Precaution:
    rule, base = program.rules[name], program.base
    parts = [conclusion for conclusion in rule.then if isinstance(conclusion, Withhold)]
    groups = [base.about.groups[group] for part in parts for group in part.groups]
    measures = [base.measures[one].name for part in parts for one in part.measures]
    return Precaution(name, rule.because, (*groups, *measures), rule.sources)


def _sentences(program: Program, rules: Iterable[str]) -> tuple[str, ...]:
    """What the rules say to the person, each sentence once."""
    return tuple(dict.fromkeys(program.rules[rule].because for rule in rules))
