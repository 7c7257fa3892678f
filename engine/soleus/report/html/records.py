"""What the page of a case says, as one immutable value. The page is a rendering of it, and so is its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.consultation.result import Result
from soleus.report.html import wording

FlagState: TypeAlias = Literal["raised", "open", "cleared"]
AnswerSource: TypeAlias = Literal["asked", "given", "not sure", "not asked"]
Mark: TypeAlias = Literal["held", "failed", "unknown"]
Tone: TypeAlias = Literal["find", "for", "against", "refer", "withhold", "advise"]


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    """One question with its answer in words, empty where there is none, and the time since when it has that value, empty where that is not kept.

    `is_no` says whether it is a plain no.
    `source`: `asked` in a consultation, `given` in a file; without an answer `not sure` (asked, and not known or skipped) or `not asked`.
    """

    id: str
    short: str
    said: str
    source: AnswerSource
    safety: bool
    time: str
    is_no: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """A stretch of the interview with its answers, in the order of the questions; `open` are those without one."""

    title: str
    answers: tuple[AnswerSaid, ...]
    open: tuple[AnswerSaid, ...]

    @property
    def told(self) -> tuple[AnswerSaid, ...]:
        """The answers that say more than no."""
        return tuple(one for one in self.answers if not one.is_no)

    @property
    def denied(self) -> tuple[tuple[AnswerSaid, ...], ...]:
        """The plain noes, those of one source and time together."""
        found: dict[tuple[str, str], tuple[AnswerSaid, ...]] = {}
        for one in self.answers:
            if one.is_no:
                found[one.source, one.time] = (*found.get((one.source, one.time), ()), one)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Flag:
    """A rule that asks for a level of care, and how it stands.

    `raised`: it fired; `by` are the answers that it stands on. `cleared`: it is known not to hold; `by` is what rules it out. `open`: neither;
    `by` is what is not known. `step` is the number of its firing in the trace, 0 where there is none.
    """

    rule: str
    title: str
    level: str
    level_title: str
    state: FlagState
    because: str
    by: tuple[str, ...]
    step: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One counted argument in a bar: where it begins and how long it is, in hundredths of the bar, which has its zero in the middle."""

    step: int
    side: Literal["for", "against"]
    strength: str
    because: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The arguments about one hypothesis as a bar. `began` says how common it is to begin with; the segments stand in order of the trace."""

    id: str
    name: str
    words: str
    support: int
    began: str
    segments: tuple[Segment, ...]

    @property
    def possible(self) -> bool:
        """Whether it is at least possible."""
        return self.words != "unlikely"

    def side(self, side: str) -> tuple[Segment, ...]:
        """The arguments of one side, `for` or `against`."""
        return tuple(one for one in self.segments if one.side == side)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a rule's condition in words, how deep it stands in it, and how it stands."""

    depth: int
    text: str
    mark: Mark
    group: bool


@dataclass(frozen=True, slots=True)
class Cite:
    """A source: its id and citation, and whether its content was seen or is recalled."""

    id: str
    cite: str
    read: str


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fired, at this step of the trace: its sentence, its condition part by part, what it stood on and concluded, its evidence."""

    step: int
    rule: str
    title: str
    because: str
    parts: tuple[PartLine, ...]
    stood_on: tuple[str, ...]
    concluded: tuple[str, ...]
    sources: tuple[Cite, ...]
    review: str
    place: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that did not fire by one test only, though something spoke for it: what was missing, and what it would have concluded."""

    rule: str
    title: str
    would: tuple[str, ...]
    held: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: bool
    urgent: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, and the list that it leads."""

    text: str
    items: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """The number of a firing at the thing that it concluded."""

    tone: Tone
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Path:
    """A line from a thing that a firing stood on to one that it concluded, as SVG draws it.

    `threads` are the numbers of the boxes on whose way it lies: it leads to them, or comes from them, over however many steps.
    """

    tone: Tone
    line: str
    threads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box in the picture; places and sizes in the picture's units. `title` is the whole text, `lines` what fits.

    Boxes are numbered in their order. `threads` are the boxes that lead to this one or come from it, and itself.
    """

    kind: str
    title: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    threads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DrawnFiring:
    """A firing in the picture: the paths from what it stood on to what it concluded, and its numbers there; `threads` are those of its paths."""

    step: int
    title: str
    paths: tuple[Path, ...]
    chips: tuple[Chip, ...]
    threads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The trace as a picture, in columns. `left_out` is how many firings lead to nothing that the result names."""

    width: float
    height: float
    columns: tuple[tuple[str, float], ...]
    nodes: tuple[Node, ...]
    firings: tuple[DrawnFiring, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """The measures that begin in one phase, as indices into the plan of the result; the doses in words, by measure."""

    title: str
    guide: str
    measures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything that the page of a case says. `turns` is None where what would change the outcome was not looked for.

    `whole` says whether the knowledge that gave the result is at hand. Without it the page says what was kept: danger signs one by one, the
    picture, near misses and the texts of rules are missing.
    """

    case: str
    title: str
    version: str
    result: Result
    flags: tuple[Flag, ...]
    conditions: tuple[Bar, ...]
    causes: tuple[Bar, ...]
    phases: tuple[PhasePlan, ...]
    doses: Mapping[str, str]
    sections: tuple[AnswerSection, ...]
    picture: Picture
    firings: tuple[Firing, ...]
    near_misses: tuple[NearMiss, ...]
    more_near_misses: int
    turns: tuple[Passage, ...] | None
    whole: bool = True

    @property
    def grave(self) -> tuple[str, ...]:
        """The ids of the conditions that must not be missed: they are named also where others are only counted."""
        return tuple(one.id for one in self.result.conditions if one.must_not_miss)

    @property
    def left_alone(self) -> tuple[str, ...]:
        """What precautions withhold, each kind of measure once."""
        return tuple(dict.fromkeys(kind for one in self.result.precautions for kind in one.leaves_alone))

    @property
    def parts(self) -> tuple[str, ...]:
        """The anchors of the parts that there are, in order."""
        there = {
            "withheld": bool(self.result.precautions),
            "follow_up": bool(self.result.follow_up),
            "findings": bool(self.result.findings or self.result.scores),
            "signs": self.whole or bool(self.result.unanswered_safety_questions),
            **dict.fromkeys(("picture", "turns", "near"), self.whole),
        }
        return tuple(anchor for anchor in wording.PARTS if there.get(anchor, True))
