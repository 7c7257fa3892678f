"""Scores of a knowledge base on case sheets: how often an accepted condition comes first, and whether the triage is safe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from soleus.consultation.result import conclude
from soleus.evaluation.cases import CaseSheet
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import KnowledgeBase, Level


@dataclass(frozen=True, slots=True)
class Scored:
    """One case: the rank of the first accepted condition, from 1 (0 when it is not ranked at all), what came first, and the triage.

    `triage_error` is how many levels the triage given is above (positive) or below (negative) the right one. `causes_found` are
    those of the source's causes that are at least possible.
    """

    case: CaseSheet
    rank: int
    first: str
    triage: Level
    triage_error: int
    causes_found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All cases of a folder. The ranks are of cases for which the knowledge base has an accepted condition; shares run from 0 to 1."""

    cases: tuple[Scored, ...]

    @property
    def ranked(self) -> tuple[Scored, ...]:
        """The cases whose condition the knowledge base knows."""
        return tuple(one for one in self.cases if one.case.accepted)

    def top(self, most: int) -> float:
        """The share of cases with an accepted condition among the first `most`; a case with none that is known counts as missed."""
        return _share(0 < one.rank <= most for one in self.cases)

    @property
    def mean_reciprocal_rank(self) -> float:
        """The mean of 1 divided by the rank, with 0 for a condition that is not ranked."""
        return sum(1 / one.rank for one in self.cases if one.rank) / max(1, len(self.cases))

    @property
    def triage_exact(self) -> float:
        return _share(one.triage_error == 0 for one in self.cases)

    @property
    def under_triage(self) -> float:
        return _share(one.triage_error < 0 for one in self.cases)

    @property
    def over_triage(self) -> float:
        return _share(one.triage_error > 0 for one in self.cases)

    @property
    def dangerous(self) -> tuple[Scored, ...]:
        """Cases that need an emergency or same-day level and got a lower one."""
        return tuple(one for one in self.cases if one.triage_error < 0 and LEVELS.index(one.case.triage) >= LEVELS.index("same_day"))

    @property
    def confusion(self) -> tuple[tuple[str, str, int], ...]:
        """For the misses: the condition that would have been right, the one that came first, how often; the most frequent first."""
        pairs = Counter((one.case.accepted[0], one.first) for one in self.ranked if one.rank != 1)
        return tuple((right, first, count) for (right, first), count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def misses(self) -> tuple[Scored, ...]:
        """Cases where the first condition or the triage is not right."""
        return tuple(one for one in self.cases if one.rank != 1 or one.triage_error)


def _share(values: Iterable[bool]) -> float:
    values = list(values)
    return sum(values) / max(1, len(values))


def evaluate(base: KnowledgeBase, cases: Iterable[CaseSheet]) -> Evaluation:
    """Conclude every case from its answers alone and compare."""
    return Evaluation(tuple(score(base, case) for case in cases))


def score(base: KnowledgeBase, case: CaseSheet) -> Scored:
    """One case, concluded and compared."""
    result = conclude(base, case.answers)
    order = [condition.id for condition in result.conditions]
    causes = {cause.id for cause in result.causes if cause.words != "unlikely"}
    return Scored(
        case=case,
        rank=next((place for place, name in enumerate(order, 1) if name in case.accepted), 0),
        first=order[0] if order else "",
        triage=result.triage.level,
        triage_error=LEVELS.index(result.triage.level) - LEVELS.index(case.triage),
        causes_found=tuple(cause for cause in case.causes if cause in causes),
    )
