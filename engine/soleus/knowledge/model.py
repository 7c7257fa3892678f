"""What a knowledge base holds: one immutable record for each kind of item.

The fields are those of docs/knowledge_language.md. The records are plain dataclasses: pydantic checks the written form
against them (`shape.py`), and a start from the cache needs no pydantic at all (`cache.py`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from soleus.knowledge.conditions import LEVELS, Condition

if TYPE_CHECKING:
    from soleus.knowledge.properties import Property

Kind = Literal["yes_no", "one_of", "number"]
Level = Literal["self_care", "clinician", "same_day", "emergency"]
Prior = Literal["common", "uncommon", "rare", "very_rare"]
Strength = Literal["weak", "moderate", "strong", "confirms", "excludes"]
Verdict = Literal["agrees", "qualified", "contradicted", "untested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an item was written: file, relative to the knowledge folder, and line, from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """How a person tests this alone: the steps, what counts as which answer, and when to stop."""

    how: tuple[str, ...]
    counts: str
    stop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The numbers that an answer may take, both ends included, in the observable's unit."""

    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Observable:
    """Something that can be asked or read. What is `fixed` can be found out, but once known it stays as it is, such as an age.

    `how_common` is how common a yes is, or each choice, among people with such pain; `typical` is where most numbers lie. The two only decide
    what is asked first and for how long, never a conclusion.
    """

    id: str
    kind: Kind
    short: str
    ask: str
    why: str
    choices: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    range: Range | None = None
    whole: bool = False
    self_test: SelfTest | None = None
    safety: bool = False
    fixed: bool = False
    skip_if: Condition | None = None
    how_common: Prior | dict[str, Prior] | None = None
    typical: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Several yes_no observables asked on one screen; each keeps its own answer."""

    id: str
    ask: str
    why: str
    items: tuple[str, ...]
    skip_if: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the interview: observables and checklists, in the order in which they are asked."""

    title: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The fixed clinical order of the questions."""

    id: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A yes that rules derive."""

    id: str
    name: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Points that rules add up."""

    id: str
    name: str
    means: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """When to look again: by when (in words), what should be better then, and what to do if it is not."""

    by: str
    expect: str
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionItem:
    """A hypothesis on what it is. `codes` are those of classifications: `icd10cm` (US) and `icd10` (WHO)."""

    id: str
    name: str
    summary: str
    prior: Prior
    triage: Level
    sources: tuple[str, ...]
    course: str = ""
    must_not_miss: bool = False
    codes: dict[Literal["icd10cm", "icd10"], str] = field(default_factory=dict)
    follow_up: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A hypothesis on why it came. `no_measure` says why no measure is aimed at it, where none should be."""

    id: str
    name: str
    summary: str
    evidence: str
    prior: Prior
    sources: tuple[str, ...]
    no_measure: str = ""


Hypothesis = ConditionItem | Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of a measure. Numbers are counts, `hold_seconds` seconds, `minutes` minutes for one session."""

    sets: int | str | None = None
    reps: int | str | None = None
    hold_seconds: int | str | None = None
    minutes: int | str | None = None
    times_a_day: int | str | None = None
    days_a_week: int | str | None = None
    weeks: int | str | None = None
    tempo: str | None = None
    load: str | None = None
    rest: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something to do: an exercise or a treatment."""

    id: str
    name: str
    groups: tuple[str, ...]
    phase: tuple[str, ...]
    purpose: str
    dose: Dose
    how: tuple[str, ...]
    avoid: tuple[str, ...]
    sources: tuple[str, ...]
    pain_limit: str = ""
    progress: str = ""
    regress: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """Derives a finding."""

    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPoints:
    """Adds points, a positive whole number, to a score."""

    score: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Argue:
    """Argues for (`favours`) or against a hypothesis. Arguments with one `evidence` label count once."""

    hypothesis: str
    favours: bool
    strength: Strength
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer:
    """The triage is at least this level."""

    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Withhold:
    """These groups of measures and these measures are not advised."""

    groups: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advise:
    """These measures are advised."""

    measures: tuple[str, ...]


Conclusion = Find | AddPoints | Argue | Refer | Withhold | Advise


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who reviewed a rule, in which role, on which day, and the outcome."""

    status: str
    who: str = ""
    role: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When this condition is true, these conclusions hold."""

    id: str
    title: str
    when: Condition
    then: tuple[Conclusion, ...]
    because: str
    sources: tuple[str, ...]
    review: Review
    place: Place

    @property
    def level(self) -> Level | None:
        """The most urgent level of care that it asks for, if it asks for one."""
        return max((one.level for one in self.then if isinstance(one, Refer)), key=LEVELS.index, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement of the seed article, with what the evidence says of it and what carries it."""

    id: str
    says: str
    verdict: Verdict
    evidence: str
    sources: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    not_carried: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published source. `read` says whether the cited content was seen or is recalled, `where` how far it was read."""

    id: str
    cite: str
    read: Literal["seen", "recalled"]
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWords:
    """How a triage level reads: its title and what to do."""

    title: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of recovery, with its guide time."""

    id: str
    title: str
    guide: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a knowledge base says of itself: name, version, intended use, the words for triage, phases and groups.

    `person` is the word for who answers; `see_someone` are the sentences on when to get help whatever the result says;
    `day_minutes` is how many minutes of exercise a day a plan may ask for. `terms` are proper words without a shorter one, in lower case, each
    with the plain words that explain it where it is used. `spread` are the observables whose answers are worth seeing over many people at once,
    in the order in which they are shown.
    """

    id: str
    title: str
    version: str
    language: Literal[1]
    person: str
    intended_use: str
    not_for: str
    triage: dict[Level, LevelWords]
    see_someone: tuple[str, ...]
    day_minutes: int
    phases: tuple[Phase, ...]
    groups: dict[str, str]
    terms: dict[str, str] = field(default_factory=dict)
    spread: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class KnowledgeBase:
    """A whole knowledge base, each kind of item by id. Built by `bundled` and `load`, never by hand.

    `fingerprint` is the SHA-256, in hex, of the names and bytes of its files: two bases with one fingerprint are equal.
    The items of each kind stand in order of id, observables in the order of the interview, so that the order of files and
    items changes nothing.
    """

    about: About
    fingerprint: str
    observables: dict[str, Observable]
    checklists: dict[str, Checklist]
    interview: Interview
    findings: dict[str, Finding]
    scores: dict[str, Score]
    conditions: dict[str, ConditionItem]
    causes: dict[str, Cause]
    measures: dict[str, Measure]
    rules: dict[str, Rule]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    properties: dict[str, Property] = field(default_factory=dict)

    @staticmethod
    def bundled() -> KnowledgeBase:
        """The knowledge that comes with Soleus."""
        from soleus.knowledge.loading import load_bundled

        return load_bundled()

    @staticmethod
    def load(folder: str | os.PathLike[str]) -> KnowledgeBase:
        """The knowledge in a folder of YAML files. Raises `KnowledgeError` with everything that is wrong with it."""
        from soleus.knowledge.loading import load

        return load(folder)

    @cached_property
    def hypotheses(self) -> dict[str, Hypothesis]:
        """Conditions and causes by id, conditions first."""
        return {**self.conditions, **self.causes}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnowledgeBase) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)
