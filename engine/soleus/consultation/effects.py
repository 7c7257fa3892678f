"""What the answer to an open question could change: the outcome with each possible answer against the outcome without it.

The other open questions are looked at in several ways: once all unknown, as they are if nothing more is asked, and in some *pictures*, each with
one answer drawn for every open question as often as it is common. So a question counts that matters only together with another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from soleus.consultation.commonness import Likely, common_answers
from soleus.consultation.questions import Question
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import AnswerBlock, code_of, coded_block, unpacked
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.columnar_ranking import in_order, ranked
from soleus.inference.program import Program
from soleus.inference.weighing import BANDS
from soleus.knowledge.conditions import Scalar

PICTURES = 16
"""How many pictures are drawn."""

PEOPLE = 512
"""How many people are drawn who answer everything that is open."""

FIRST = 3
"""How many conditions count as the first ones."""

_LEAST = {word: least for least, word in BANDS}

Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Effect:
    """How much the answer to a question can be expected to change, on average over its answers, by how common they are, and over the pictures.

    `triage` is in levels. The others are shares from 0 to 1: how often another condition would come `first`, how often the first three or the
    word for the first would be others (`ranking`), how often other `causes` would be likely, how often others would be at least possible
    (`hints`), and which share of the measures would come into the `plan` or leave it.
    """

    question: str
    triage: float
    first: float
    ranking: float
    causes: float
    hints: float
    plan: float


@dataclass(frozen=True, slots=True)
class Unsettled:
    """In what share of the people who would answer everything that is open the outcome would be another than it is now.

    Another condition `first`, other likely `causes`; each from 0 to 1, and drawn by how common answers are.
    """

    first: float
    causes: float


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of one picture: for each question one row without its answer, then one for each answer it can get, with their `shares`.

    The other three say what the answers are: an observable, the row, and the code; NaN where it is left without an answer.
    """

    starts: NDArray[np.intp]
    shares: Shares
    observable: NDArray[np.intp]
    row: NDArray[np.intp]
    code: Shares

    def before(self) -> NDArray[np.intp]:
        """For each row of all pictures the row of its question without an answer."""
        count = len(self.shares)
        own = np.repeat(self.starts, np.diff([*self.starts, count]))
        return (np.arange(PICTURES + 1)[:, None] * count + own).reshape(-1)


class Effects:
    """The effects of the questions of one program. It holds nothing of any person."""

    def __init__(self, program: Program, questions: Sequence[Question]) -> None:
        self.program, self.base = program, program.base
        self.questions = tuple(questions)
        self.engine = engine_for(program)
        self.names = tuple(self.base.observables)
        self._common = common_answers(program)
        self._pictures, self._people = self._drawn(PICTURES), self._drawn(PEOPLE)
        self.conditions, self.causes = in_order(self.base, tuple(self.base.conditions)), tuple(self.base.causes)
        self._rows_of = lru_cache(maxsize=64)(self._rows)

    def of(self, answers: Mapping[str, Scalar], open_questions: Collection[str]) -> tuple[Effect, ...]:
        """The effect of each of these questions, in clinical order. Only questions among them count as open; all others are dealt with."""
        ids = tuple(one.id for one in self.questions if one.id in open_questions)
        if not ids:
            return ()
        rows, outcome = self.look(answers, ids, ids)
        parts = [self._averaged(change, rows) for change in _changes(outcome, rows, self.conditions, self.causes)]
        return tuple(Effect(name, *(float(part[place]) for part in parts)) for place, name in enumerate(ids))

    def look(self, answers: Mapping[str, Scalar], asked: tuple[str, ...], open_questions: Collection[str]) -> tuple[Rows, Outcome]:
        """What follows from each answer to the questions `asked`, in each picture of those that are open."""
        rows = self._rows_of(asked)
        open_names = {name for one in self.questions if one.id in open_questions for name in one.observables}
        return rows, self.engine.infer(self._block(rows, answers, open_names))

    def commonest(self, name: str) -> Scalar:
        """The most common answer to an observable, the first of equals."""
        return max(self._common[name], key=lambda one: one.share).value

    def unsettled(self, answers: Mapping[str, Scalar], open_names: Collection[str]) -> Unsettled:
        """How far these answers leave the outcome open while these observables are: the drawn people against nothing more being answered."""
        given = np.array([[code_of(self.base, name, answers.get(name))] for name in self.names])
        settled = np.array([[name not in open_names or name in answers] for name in self.names])
        codes = np.where(settled, given, self._people)
        outcome = self.engine.infer(coded_block(self.base, dict(zip(self.names, codes, strict=True))))
        first = ranked(outcome, self.conditions, 1)[0][0]
        likely = supported(outcome, self.causes, "likely")
        others = ((first != first[0]), (likely != likely[:, :1]).any(axis=0))
        return Unsettled(*(float(other[1:].mean()) for other in others))

    def _averaged(self, change: NDArray[Any], rows: Rows) -> Shares:
        """The mean over pictures, and over the answers of each question by their shares."""
        return np.add.reduceat(change.reshape(PICTURES + 1, -1).mean(axis=0) * rows.shares, rows.starts)

    # Rows

    def _rows(self, ids: tuple[str, ...]) -> Rows:
        starts, shares, cells, row = [], [], [], 0
        for question in (one for one in self.questions if one.id in ids):
            starts.append(row)
            shares.append(0.0)
            cells += [(self.names.index(name), row, np.nan) for name in question.observables]
            for share, answer in self._answers(question):
                row += 1
                shares.append(share)
                cells += [(self.names.index(name), row, code_of(self.base, name, value)) for name, value in answer.items()]
            row += 1
        places, at, codes = zip(*cells, strict=True) if cells else ((), (), ())
        return Rows(np.array(starts, np.intp), np.array(shares), np.array(places, np.intp), np.array(at, np.intp), np.array(codes))

    def _answers(self, question: Question) -> list[tuple[float, dict[str, Scalar]]]:
        """What can be answered, with shares: of a checklist no to all, and a yes to each item alone."""
        if question.kind != "checklist":
            return [(one.share, {question.id: one.value}) for one in self._common[question.id]]
        yes = {name: _share_of_yes(self._common[name]) for name in question.observables}
        none = float(np.prod([1 - share for share in yes.values()]))
        alone: list[tuple[float, dict[str, Scalar]]] = [(share, {name: name == true for name in yes}) for true, share in yes.items()]
        return [(none, dict.fromkeys(yes, False)), *alone]

    def _drawn(self, count: int) -> Shares:
        """For each observable so many codes of answers, and the unknown one in front. RandomState gives the same draws everywhere."""
        random = np.random.RandomState(0)
        codes = np.zeros((len(self.names), count + 1))
        for place, name in enumerate(self.names):
            values = [code_of(self.base, name, one.value) for one in self._common[name]]
            ends = np.cumsum([one.share for one in self._common[name]])
            chosen = np.minimum(np.searchsorted(ends, random.random_sample(count), side="right"), len(values) - 1)
            codes[place] = [code_of(self.base, name, None), *np.array(values)[chosen]]
        return codes

    def _block(self, rows: Rows, answers: Mapping[str, Scalar], open_names: Collection[str]) -> AnswerBlock:
        count = len(rows.shares)
        given = np.array([[code_of(self.base, name, answers.get(name))] for name in self.names])
        settled = np.array([name not in open_names or name in answers for name in self.names])
        codes = np.repeat(np.where(settled[:, None], given, self._pictures)[:, :, None], count, axis=2)
        varied = ~settled[rows.observable]
        unknown = np.array([code_of(self.base, name, None) for name in self.names])
        at, row = rows.observable[varied], rows.row[varied]
        code = np.where(np.isnan(rows.code[varied]), unknown[at], rows.code[varied])
        codes[at, :, row] = code[:, None]
        return coded_block(self.base, dict(zip(self.names, codes.reshape(len(self.names), -1), strict=True)))


def _share_of_yes(answers: tuple[Likely, ...]) -> float:
    return next(one.share for one in answers if one.value is True)


def _changes(outcome: Outcome, rows: Rows, conditions: tuple[str, ...], causes: tuple[str, ...]) -> tuple[NDArray[Any], ...]:
    """For each row how far it differs from the row of its question without an answer: see `Effect`."""
    before = rows.before()
    places = np.array([place for place, _ in ranked(outcome, conditions, FIRST)])
    support = ranked(outcome, conditions, 1)[0][1]
    word = np.digitize(support, sorted(least for least, _ in BANDS))
    first = places[0] != places[0][before]
    sets = np.sort(places, axis=0)
    ranking = (sets != sets[:, before]).any(axis=0) | (word != word[before])
    likely, hinted = (supported(outcome, causes, word) for word in ("likely", "possible"))
    plan = planned(outcome)
    levels = outcome.levels.astype(np.int16)
    return (
        np.abs(levels - levels[before]),
        first,
        ranking,
        (likely != likely[:, before]).any(axis=0),
        (hinted != hinted[:, before]).any(axis=0),
        (plan != plan[:, before]).sum(axis=0) / max(len(plan), 1),
    )


def planned(outcome: Outcome) -> NDArray[np.uint8]:
    """The measures that are advised and not withheld: a line for each."""
    return unpacked(outcome.advised.bits & ~outcome.withheld.bits, outcome.rows)


def supported(outcome: Outcome, names: Collection[str], word: str) -> NDArray[np.bool_]:
    """The named hypotheses with at least this word: a line for each of those that rules argue about at all, in the order of the outcome."""
    lines = [line for line, name in enumerate(outcome.argued.names) if name in names]
    argued = unpacked(outcome.argued.bits[lines], outcome.rows).view(np.bool_)
    return argued & (outcome.support[lines] >= _LEAST[word])
