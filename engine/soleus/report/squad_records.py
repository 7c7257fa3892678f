"""What the overview of a squad says, as one immutable value. The page, the lines in the terminal and the JSON are renderings of it."""

from __future__ import annotations

from dataclasses import dataclass

from soleus.knowledge.model import Level

URGENT: tuple[Level, ...] = ("emergency", "same_day")
"""The levels of those who must be seen today."""


@dataclass(frozen=True, slots=True)
class Supported:
    """A hypothesis of one person, with the word for its support."""

    id: str
    name: str
    words: str
    must_not_miss: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `where` is the line or row of the table; `name` is empty where the table has none.

    `raised` are the titles of the rules that ask for this person's level, `unknown_rules` is how many that fired this knowledge does not have.
    `best` is the best supported condition, `grave` are those of the others that must not be missed and are at least possible; `cause` is the best
    supported cause that is at least possible. `provisional`: a safety question is open, so the level can only be too low.
    """

    where: str
    name: str
    group: str
    provisional: bool
    raised: tuple[str, ...]
    unknown_rules: int
    best: Supported | None
    grave: tuple[Supported, ...]
    cause: Supported | None


@dataclass(frozen=True, slots=True)
class LevelPeople:
    """Who needs one level of care: how many, how many of them provisionally, the first of them, and how many more there are.

    `action` is what they should do; empty at the mildest level.
    """

    level: Level
    title: str
    action: str
    count: int
    provisional: int
    people: tuple[Person, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HypothesisCount:
    """For how many people a hypothesis is at least possible, and for how many of them at least likely.

    `unworded` are those of the possible ones whom it is not among the three best supported of: the table does not say whether it is likely.
    """

    id: str
    name: str
    must_not_miss: bool
    possible: int
    likely: int
    unworded: int


@dataclass(frozen=True, slots=True)
class ItemCount:
    """For how many people a finding holds or a measure is advised."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its name, empty for people without one, and its people by level, the most urgent first."""

    name: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many gave an answer, or a number within a stretch."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Numbers in the observable's unit: the least, three quartiles (the second is the median), the most."""

    least: float
    first: float
    median: float
    third: float
    most: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How the answers to one question are spread. `said` says it in words; `quartiles` are there where it asks for a number and somebody answered."""

    id: str
    short: str
    ask: str
    unit: str
    answered: int
    unanswered: int
    counts: tuple[AnswerCount, ...]
    quartiles: Quartiles | None
    said: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row without a conclusion: where it is, whose it is, why; each empty where it is not known."""

    where: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What could not be concluded: how many rows of the table (lines that cannot be read included), how many of the reject file (`file`, empty where
    none lies beside the table), and the first of all of them."""

    in_table: int
    in_file: int
    file: str
    first: tuple[LeftOut, ...]

    @property
    def count(self) -> int:
        """All of them."""
        return self.in_table + self.in_file


@dataclass(frozen=True, slots=True)
class MadeWith:
    """The knowledge whose words the overview uses, and what is right to use it for."""

    name: str
    version: str
    fingerprint: str
    intended_use: str
    not_for: str


@dataclass(frozen=True, slots=True)
class Squad:
    """Everything that the overview says.

    `person` is the word for one of them. `notes` are doubts about the table, such as other knowledge. `levels` stand from the most urgent down, all
    of them. `more_conditions`, `more_causes`, `more_measures` and `more_groups` are how many the lists leave out. `spread` are the questions whose
    answers are in the table, `open_questions` the short names of those that are not; `answers_there` says whether the table has any answers.
    `resting_findings` and `resting_causes` are what rests on such questions.
    """

    name: str
    title: str
    version: str
    person: str
    knowledge: MadeWith
    name_column: str
    group_column: str
    notes: tuple[str, ...]
    concluded: int
    provisional: int
    levels: tuple[LevelPeople, ...]
    missing: Missing
    conditions: tuple[HypothesisCount, ...]
    more_conditions: int
    causes: tuple[HypothesisCount, ...]
    more_causes: int
    measures: tuple[ItemCount, ...]
    more_measures: int
    groups: tuple[GroupRow, ...]
    more_groups: int
    answers_there: bool
    spread: tuple[Spread, ...]
    open_questions: tuple[str, ...]
    resting_findings: tuple[ItemCount, ...]
    resting_causes: tuple[HypothesisCount, ...]

    @property
    def urgent(self) -> int:
        """How many must be seen today or sooner."""
        return sum(one.count for one in self.levels if one.level in URGENT)

    @property
    def worst(self) -> Level | None:
        """The most urgent level that somebody needs. None where it would be the mildest and could reassure wrongly: levels are provisional, rows
        could not be concluded, or there is nobody."""
        found = next((one.level for one in self.levels if one.count), self.levels[-1].level)
        unsure = self.provisional or self.missing.count or not self.concluded
        return None if found == self.levels[-1].level and unsure else found
