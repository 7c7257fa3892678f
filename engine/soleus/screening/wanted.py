"""Which rows are wanted: `triage >= same_day`, `CONDITION >= likely`, `finding ID`, `not provisional`, each as one small test."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, Plane, unpacked
from soleus.inference.columnar_outcome import Outcome, Planes
from soleus.inference.program import compile_program
from soleus.inference.weighing import BANDS
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import nearest, shown
from soleus.screening.problems import ScreenError, refuse
from soleus.screening.results import advised, provisional

Truths = NDArray[np.bool_]
Test = Callable[[AnswerBlock, Outcome], Truths]

_SIGNS: dict[str, Any] = {
    ">=": operator.ge,
    "<=": operator.le,
    "!=": operator.ne,
    "==": operator.eq,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}
_COMPARED = re.compile(r"([\w-]+)\s*(>=|<=|!=|==|=|>|<)\s*([\w-]+)")
_NAMED = re.compile(r"(finding|rule|advised|withheld)\s+([\w-]+)")
_FORMS = (
    "It can be 'triage >= LEVEL', 'ID >= WORD' for a condition or cause, 'finding ID', 'rule ID', 'advised ID', 'withheld ID' or 'provisional', "
    "or 'not' before one of these."
)
_LEAST = np.array([least for least, _ in reversed(BANDS)])


@dataclass(frozen=True, slots=True)
class Wanted:
    """A test of rows, as it was written and as it is done."""

    text: str
    test: Test


def wanted(base: KnowledgeBase, text: str) -> Wanted:
    """Read a test. Raises `ScreenError` with the forms and the nearest right name."""
    plain = text.strip()
    negative = plain.startswith("not ")
    test = _read(base, plain.removeprefix("not ").strip())
    return Wanted(text, (lambda block, outcome: ~test(block, outcome)) if negative else test)


def holding(tests: Iterable[Wanted], block: AnswerBlock, outcome: Outcome) -> Truths:
    """The rows for which every test holds."""
    rows = np.ones(outcome.rows, np.bool_)
    for one in tests:
        rows &= one.test(block, outcome)
    return rows


def _read(base: KnowledgeBase, text: str) -> Test:
    if text == "provisional":
        return lambda block, outcome: _truths(provisional(base, block), outcome.rows)
    if named := _NAMED.fullmatch(text):
        return _named(base, named[1], named[2])
    if compared := _COMPARED.fullmatch(text):
        return _compared(base, *compared.groups())
    raise refuse(f"{shown(text)} is no test of rows.", _FORMS)


def _named(base: KnowledgeBase, kind: str, name: str) -> Test:
    items: dict[str, Mapping[str, Any]] = {"finding": base.findings, "rule": compile_program(base).rules}
    known = items.get(kind, base.measures)
    if name not in known:
        raise _unknown(kind if kind in items else "measure", name, known)
    planes: dict[str, Callable[[Outcome], Planes]] = {
        "finding": lambda outcome: outcome.findings,
        "rule": lambda outcome: outcome.fired,
        "advised": advised,
        "withheld": lambda outcome: outcome.withheld,
    }
    return lambda _, outcome: _plane_of(planes[kind](outcome), name, outcome.rows)


def _compared(base: KnowledgeBase, name: str, sign: str, value: str) -> Test:
    scale = LEVELS if name == "triage" else WORDS
    if name != "triage" and name not in base.hypotheses:
        raise _unknown("condition or cause", name, ["triage", *base.hypotheses])
    if value not in scale:
        raise _unknown("level" if name == "triage" else "word", value, scale)
    places = _levels if name == "triage" else _words_of(name)
    compare, place = _SIGNS[sign], scale.index(value)
    return lambda _, outcome: compare(places(outcome), place)


def _levels(outcome: Outcome) -> NDArray[np.intp]:
    return outcome.levels.astype(np.intp)


def _words_of(name: str) -> Callable[[Outcome], NDArray[np.intp]]:
    """For each row the place of the word for a hypothesis; what nobody argues about is unlikely."""

    def places(outcome: Outcome) -> NDArray[np.intp]:
        if name not in outcome.argued.names:
            return np.zeros(outcome.rows, np.intp)
        line = outcome.argued.names.index(name)
        words: NDArray[np.intp] = np.searchsorted(_LEAST, outcome.support[line], side="right")
        return np.where(_plane_of(outcome.argued, name, outcome.rows), words, 0)

    return places


def _plane_of(planes: Planes, name: str, rows: int) -> Truths:
    return _truths(planes.bits[planes.names.index(name)], rows)


def _truths(plane: Plane, rows: int) -> Truths:
    return unpacked(plane, rows).view(np.bool_)


def _unknown(kind: str, name: str, known: Iterable[str]) -> ScreenError:
    return refuse(f"Unknown {kind} {shown(name)}.", nearest(name, known))
