"""What two consultations side by side say, as one immutable value. `then` is the first of the two, `now` the second.

Texts come from what was kept. Only the words of answers come from the knowledge of today, where it has the question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from soleus.consultation.cases import CaseKnowledge
from soleus.consultation.result import LookAgain
from soleus.explanation.what_if import LeftAlone, OtherStanding
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import Level

Urgency: TypeAlias = Literal["more urgent", "less urgent", "the same"]
Turn: TypeAlias = Literal["changed", "new", "no longer known"]
Way: TypeAlias = Literal["came", "went", "up", "down", "same"]
Standing: TypeAlias = Literal["holds", "known not to hold", "not found"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Changes(Generic[_T]):
    """Things of one kind: those that are only there now, those that were only there then, and those that are on both sides."""

    came: tuple[_T, ...]
    went: tuple[_T, ...]
    stayed: tuple[_T, ...]

    def __bool__(self) -> bool:
        """Whether anything came or went."""
        return bool(self.came or self.went)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its case, version and the time when it was kept (UTC), its level of care, and the knowledge that concluded it.

    What comes from a file was never kept: its version is 0, and its time is empty. `open_questions` counts the safety questions without an
    answer, which make the level provisional.
    """

    case: str
    version: int
    saved: str
    level: Level
    title: str
    action: str
    open_questions: int
    knowledge: CaseKnowledge


@dataclass(frozen=True, slots=True)
class ReasonTurn:
    """A reason for a level of care: its rule and its sentence. `by` are the answers that it rests on, where it holds, and that are other now."""

    rule: str
    because: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyQuestion:
    """A safety question that has no answer on one side or both. `then` and `now` are the answers in words, empty where there is none."""

    id: str
    ask: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer that is other. `then` and `now` are None where it is not known, `said_then` and `said_now` the words for them.

    `since` is the time (UTC) since when it has its value of now, empty where that is not kept or there is none. `difference` is now minus then,
    for numbers. `safety` marks a safety question, `fixed` one whose answer stays as it is for good.
    """

    id: str
    short: str
    turn: Turn
    then: Scalar | None
    now: Scalar | None
    said_then: str
    said_now: str
    since: str
    difference: float | None
    safety: bool
    fixed: bool


@dataclass(frozen=True, slots=True)
class FindingTurn:
    """A finding that holds on one side or on both; `elsewhere` is how it stands on the other side, `by` as for a reason.

    `not found` says no more than that: the trace does not tell of every finding whether it is known not to hold.
    """

    id: str
    name: str
    elsewhere: Standing
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score with other points."""

    id: str
    name: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class ArgumentTurn:
    """An argument that counts: its rule, its side (`for` or `against`), how strong it is, and its sentence."""

    rule: str
    side: str
    strength: str
    because: str


@dataclass(frozen=True, slots=True)
class HypothesisChange:
    """A condition or cause on both sides: its word and rank, its support in decibans (None where nothing argued about it), its arguments.

    `way`: it `came` or `went` where it is at least possible on one side only; else `up` or `down` by its word, then by its support.
    """

    standing: OtherStanding
    way: Way
    then: int | None
    now: int | None
    must_not_miss: bool
    arguments: Changes[ArgumentTurn]

    @property
    def named(self) -> bool:
        """Whether it is at least possible on one side."""
        return (self.standing.rank_before, self.standing.rank_after) != (None, None)

    @property
    def changed(self) -> bool:
        """Whether its word, rank, support or arguments are other."""
        return self.then != self.now or self.standing.is_other or bool(self.arguments)


@dataclass(frozen=True, slots=True)
class Prescription:
    """How a measure stands in a plan: its dose, the phase in which it begins (id and title), and whether the day has time for it."""

    dose: Mapping[str, int | str]
    phase: str
    phase_title: str
    fits: bool


@dataclass(frozen=True, slots=True)
class MeasureTurn:
    """A measure of a plan on one side or both. `because` is why it began, or why it is left alone now; nothing where only its advice ended."""

    id: str
    name: str
    then: Prescription | None
    now: Prescription | None
    because: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether it begins, stops, or goes on otherwise."""
        return self.then != self.now


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What changed between two consultations. The second is meant to be the later one.

    `days` lie between the two (UTC dates), None where a time was not kept. `same_knowledge` is false where other rules concluded the two: then a
    change may come from them. `answers` stand in the order of the interview. `conditions` and `causes` hold every one that some rule argued about,
    the most changed first. `reasons` are those for every level of care that was asked for. `expected` is what should be better by when, as it was
    said then. `title`, `person`, `intended_use` and `not_for` are how the knowledge of today calls itself and its reader; `version` is that of
    Soleus.
    """

    then: Side
    now: Side
    days: int | None
    same_knowledge: bool
    urgency: Urgency
    reasons: Changes[ReasonTurn]
    questions: Changes[SafetyQuestion]
    answers: tuple[AnswerChange, ...]
    conditions: tuple[HypothesisChange, ...]
    causes: tuple[HypothesisChange, ...]
    findings: Changes[FindingTurn]
    scores: tuple[ScoreChange, ...]
    plan: Changes[MeasureTurn]
    withheld: Changes[LeftAlone]
    expected: tuple[LookAgain, ...]
    title: str
    person: str
    intended_use: str
    not_for: str
    version: str

    @property
    def one_case(self) -> bool:
        """Whether both are versions of one case."""
        return self.then.case == self.now.case and bool(self.then.version and self.now.version)

    @property
    def backwards(self) -> bool:
        """Whether the second was kept before the first."""
        return bool(self.then.saved and self.now.saved) and self.now.saved < self.then.saved

    @property
    def kept_up(self) -> tuple[MeasureTurn, ...]:
        """The measures that go on with another dose, phase or place."""
        return tuple(one for one in self.plan.stayed if one.changed)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that this record holds."""
        parted = (self.reasons, self.questions, self.findings, self.plan, self.withheld)
        moved = any(one.changed for one in (*self.conditions, *self.causes))
        return self.urgency == "the same" and not (moved or any(parted) or self.answers or self.scores or self.kept_up)
