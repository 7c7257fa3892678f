"""What the columnar engine concludes about a block of rows, and one row of it in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import WORD, Plane, unpacked
from soleus.inference.columnar_sums import Points, Support
from soleus.inference.program import Program
from soleus.inference.weighing import word_for
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import Advise, Argue, Refer, Strength, Withhold


@dataclass(frozen=True, slots=True, eq=False)
class Planes:
    """A plane for each of some ids: `bits` has a row of words for each name, in their order."""

    names: tuple[str, ...]
    bits: Plane

    def at(self, row: int) -> tuple[str, ...]:
        """The names that hold in a row."""
        held = self.bits[:, row // WORD] >> np.uint64(row % WORD) & np.uint64(1)
        return tuple(self.names[place] for place in np.flatnonzero(held))


@dataclass(frozen=True, slots=True)
class Said:
    """One argument of a row: what a rule says for (`favours`) or against a hypothesis."""

    rule: str
    hypothesis: str
    favours: bool
    strength: Strength
    evidence: str


@dataclass(frozen=True, slots=True)
class Row:
    """What follows from one person's answers: as `forward.Inference`, without the trace. Rules stand in the order of the program."""

    fired: tuple[str, ...]
    findings: tuple[str, ...]
    denied: tuple[str, ...]
    scores: Mapping[str, int]
    arguments: tuple[Said, ...]
    support: Mapping[str, int]
    words: Mapping[str, str]
    triage: str
    referred: Mapping[str, tuple[str, ...]]
    withheld: Mapping[str, tuple[str, ...]]
    advised: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What follows for each of `rows` people.

    `denied` are findings known not to hold. `triage` has a plane for each level above the lowest: at least that. `argued` tells which hypotheses
    some rule argues about; `support` has a line of decibans for each name of `argued`, which mean nothing where nobody argues. `scores`
    has a line of points for each name of `score_names`. A measure may be withheld and advised: then it is withheld.
    """

    program: Program
    rows: int
    fired: Planes
    findings: Planes
    denied: Planes
    triage: Planes
    argued: Planes
    support: Support
    score_names: tuple[str, ...]
    scores: Points
    withheld: Planes
    advised: Planes

    @cached_property
    def levels(self) -> NDArray[np.uint8]:
        """The triage of each row, as its place in `LEVELS`."""
        places: NDArray[np.uint8] = unpacked(self.triage.bits, self.rows).sum(axis=0, dtype=np.uint8)
        return places

    def row(self, row: int) -> Row:
        """One row, from 0, with everything by name."""
        fired = self.fired.at(row)
        support = {name: int(self.support[self.argued.names.index(name), row]) for name in self.argued.at(row)}
        points = zip(self.score_names, self.scores[:, row], strict=True)
        return Row(
            fired=fired,
            findings=self.findings.at(row),
            denied=self.denied.at(row),
            scores={name: int(number) for name, number in points if number},
            arguments=self._arguments(fired),
            support=support,
            words={name: word_for(decibans) for name, decibans in support.items()},
            triage=LEVELS[len(self.triage.at(row))],
            referred=self._referred(fired),
            withheld={measure: self._withholding(measure, fired) for measure in self.withheld.at(row)},
            advised={measure: self._advising(measure, fired) for measure in self.advised.at(row)},
        )

    def _arguments(self, fired: tuple[str, ...]) -> tuple[Said, ...]:
        said = ((rule, one) for rule in fired for one in self.program.rules[rule].then if isinstance(one, Argue))
        return tuple(Said(rule, one.hypothesis, one.favours, one.strength, one.evidence) for rule, one in said)

    def _referred(self, fired: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        said = [(one.level, rule) for rule in fired for one in self.program.rules[rule].then if isinstance(one, Refer)]
        by_level = {level: tuple(rule for other, rule in said if other == level) for level in reversed(LEVELS)}
        return {level: rules for level, rules in by_level.items() if rules}

    def _withholding(self, measure: str, fired: tuple[str, ...]) -> tuple[str, ...]:
        groups = set(self.program.base.measures[measure].groups)
        said = ((rule, one) for rule in fired for one in self.program.rules[rule].then if isinstance(one, Withhold))
        return tuple(dict.fromkeys(rule for rule, one in said if measure in one.measures or groups & set(one.groups)))

    def _advising(self, measure: str, fired: tuple[str, ...]) -> tuple[str, ...]:
        said = ((rule, one) for rule in fired for one in self.program.rules[rule].then if isinstance(one, Advise))
        return tuple(dict.fromkeys(rule for rule, one in said if measure in one.measures))
