"""How the answers to the questions of `spread` are spread over a squad, and what in the knowledge rests on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from soleus.explanation.words import with_unit
from soleus.knowledge.conditions import observables_in
from soleus.knowledge.model import Argue, Find, KnowledgeBase, Observable
from soleus.knowledge.problems import number_text
from soleus.report import squad_wording as wording
from soleus.report.squad_records import AnswerCount, Quartiles, Spread
from soleus.screening.overview import Overview

MOST_BINS = 10
_STEPS = (1, 2, 5)
_YES_NO: tuple[tuple[bool | str, str], ...] = ((True, "yes"), (False, "no"))


@dataclass(frozen=True, slots=True)
class Resting:
    """The findings and causes that rules derive, or argue for, from answers to the questions of `spread`."""

    findings: frozenset[str]
    causes: frozenset[str]


@lru_cache(maxsize=8)
def resting(base: KnowledgeBase) -> Resting:
    """What rests on the questions of `spread`: the rule that concludes it tests one of them itself."""
    rules = [rule for rule in base.rules.values() if not set(base.about.spread).isdisjoint(observables_in(rule.when))]
    said = [one for rule in rules for one in rule.then]
    findings = frozenset(one.finding for one in said if isinstance(one, Find))
    causes = frozenset(one.hypothesis for one in said if isinstance(one, Argue) and one.favours and one.hypothesis in base.causes)
    return Resting(findings, causes)


def spreads(base: KnowledgeBase, counts: Overview, observables: Sequence[str]) -> tuple[Spread, ...]:
    """The spread of the answers to each of these observables, in their order."""
    return tuple(_spread(base.observables[name], counts) for name in observables)


def _spread(one: Observable, counts: Overview) -> Spread:
    numbers = np.concatenate([*counts.numbers[one.id], np.empty(0)])
    named = _YES_NO if one.kind == "yes_no" else tuple(one.choices.items())
    counted = tuple(AnswerCount(label, counts.choices[one.id][value]) for value, label in named)
    answered = len(numbers) if one.kind == "number" else sum(each.count for each in counted)
    quartiles = _quartiles(numbers) if len(numbers) else None
    return Spread(
        id=one.id,
        short=one.short,
        ask=one.ask,
        unit=one.unit,
        answered=answered,
        unanswered=counts.concluded - answered,
        counts=tuple(_bins(one, numbers)) if one.kind == "number" else counted,
        quartiles=quartiles,
        said=_said(one, quartiles, len(numbers)),
    )


def _quartiles(numbers: NDArray[np.float64]) -> Quartiles:
    return Quartiles(*(round(float(number), 2) for number in np.percentile(numbers, (0, 25, 50, 75, 100))))


def _said(one: Observable, quartiles: Quartiles | None, count: int) -> str:
    if quartiles is None:
        return ""
    each = (quartiles.least, quartiles.first, quartiles.median, quartiles.third, quartiles.most)
    return wording.numbers(quartiles, count, [_text(one, number) for number in each])


def _text(one: Observable, number: float) -> str:
    return with_unit(number_text(round(number, 2)), one.unit)


# Numbers in stretches


def _bins(one: Observable, numbers: NDArray[np.float64]) -> list[AnswerCount]:
    """The numbers counted in stretches of one round width; each number on its own where there are few different ones."""
    if not len(numbers):
        return []
    values, counts = np.unique(numbers, return_counts=True)
    if len(values) <= MOST_BINS // 2:
        return [AnswerCount(_text(one, float(value)), int(count)) for value, count in zip(values, counts, strict=True)]
    step = _step(float(values[-1] - values[0]))
    first = math.floor(round(float(values[0]) / step, 6))
    counted = np.bincount(np.floor(np.round((numbers - first * step) / step, 6)).astype(np.int64))
    return [AnswerCount(_stretch(one, (first + place) * step, step), int(count)) for place, count in enumerate(counted)]


def _step(width: float) -> float:
    """The smallest width of 1, 2 or 5 times a power of ten that needs at most so many stretches."""
    power = 10.0 ** math.floor(math.log10(width / MOST_BINS))
    steps = (step * power * tens for tens in (1, 10) for step in _STEPS)
    return next(step for step in steps if width / step <= MOST_BINS - 1)


def _stretch(one: Observable, low: float, step: float) -> str:
    if one.whole and step == 1:
        return _text(one, low)
    return with_unit(f"{number_text(round(low, 6))} to under {number_text(round(low + step, 6))}", one.unit)
