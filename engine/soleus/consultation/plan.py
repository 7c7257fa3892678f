"""What to do, by phase, and what to leave alone: advice minus everything that a precaution withholds, as far as the day has time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from soleus.inference.forward import Inference
from soleus.inference.program import Program
from soleus.knowledge.conditions import SupportTest, walk
from soleus.knowledge.model import Dose, Measure, Withhold


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A measure that is advised and not withheld, in the phase where it begins.

    `dose` holds what is given of it: counts, `hold_seconds` in seconds, `minutes` for one session in minutes. `minutes_a_day` is what it
    takes of a day, on average over a week. `because` are the sentences of the rules that advise it, `rules` their ids.
    `fits` is false where the day's minutes were already taken by more important measures of a phase.
    """

    measure: str
    name: str
    phase: str
    dose: dict[str, int | str]
    minutes_a_day: float
    fits: bool
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
    """The plan: by the phase in which a measure begins, then by importance, then by id; what no longer fits into the day comes last."""
    phases = [phase.id for phase in program.base.about.phases]
    wanted = [program.base.measures[name] for name in inference.advised if name not in inference.withheld]
    wanted.sort(key=lambda measure: (-_importance(program, inference, measure.id), measure.id))
    fitting = _fitting(wanted, phases, program.base.about.day_minutes)
    items = [_item(program, measure, phases, inference.advised[measure.id], measure.id in fitting) for measure in wanted]
    return tuple(sorted(items, key=lambda item: (not item.fits, phases.index(item.phase))))


_GENERAL = 1000
"""The importance of advice that is not aimed at any condition or cause: it holds for everybody, so it comes first."""


def _importance(program: Program, inference: Inference, measure: str) -> int:
    """The highest support, in decibans, of the conditions and causes that the advice is aimed at."""
    return max(_aimed_at(program, inference, rule) for rule in inference.advised[measure])


def _aimed_at(program: Program, inference: Inference, rule: str) -> int:
    tests = [part for part in walk(program.rules[rule].when) if isinstance(part, SupportTest)]
    targets = [inference.support[name].decibans for test in tests for name in test.hypotheses if name in inference.support]
    return max(targets) if tests and targets else _GENERAL


def _fitting(measures: Iterable[Measure], phases: list[str], most: int) -> set[str]:
    """The measures, the most important first, that fit into the minutes of a day in every phase in which they are done."""
    left: dict[str, float] = dict.fromkeys(phases, most)
    fitting = set()
    for measure in measures:
        minutes = minutes_a_day(measure.dose)
        if all(left[phase] >= minutes for phase in measure.phase):
            fitting.add(measure.id)
            for phase in measure.phase:
                left[phase] -= minutes
    return fitting


def minutes_a_day(dose: Dose) -> float:
    """What a dose takes of a day, in minutes, on average over a week; nothing where it does not say how long a session is."""
    return round(_number(dose.minutes, 0) * _number(dose.times_a_day, 1) * _number(dose.days_a_week, 7) / 7, 1)


def _number(value: int | str | None, default: int) -> int:
    """A number of a dose; of a span such as `8 to 12` the upper end."""
    if isinstance(value, str):
        numbers = re.findall(r"\d+", value)
        return int(numbers[-1]) if numbers else default
    return default if value is None else value


def _item(program: Program, measure: Measure, phases: list[str], rules: Iterable[str], fits: bool) -> PlanItem:
    return PlanItem(
        measure=measure.id,
        name=measure.name,
        phase=min(measure.phase, key=phases.index),
        dose={key: value for key in measure.dose.__dataclass_fields__ if (value := getattr(measure.dose, key)) is not None},
        minutes_a_day=minutes_a_day(measure.dose),
        fits=fits,
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
