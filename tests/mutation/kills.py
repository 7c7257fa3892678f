"""Which mutants the expectations kill: the checks of all sheets, on the columns of an outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from evaluation.test_cases import OVER_TRIAGE, TOP_1, TOP_3, TRIAGE_EXACT
from soleus.evaluation.cases import CaseSheet
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.weighing import BANDS
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import ConditionItem, KnowledgeBase, Refer, Rule, Withhold

from .expectations import Expectations
from .mutants import Mutant
from .trial import Crowd, Trial, outcomes, planes, trials

Killed = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Judge:
    """Expectations in the form in which they are compared with an outcome."""

    base: KnowledgeBase
    expected: Expectations

    @cached_property
    def crowd(self) -> Crowd:
        return Crowd(self.base, self.expected.sheets)

    def killed(self, trial: Trial) -> dict[str, Killed]:
        """For each sort of check, which mutants of the trial it kills."""
        found: dict[str, list[Killed]] = defaultdict(list)
        for some, outcome in outcomes(trial, self.crowd):
            for sort, dead in self._failing(trial, some, outcome).items():
                found[sort].append(dead)
        return {sort: np.concatenate(parts) for sort, parts in found.items()}

    def _failing(self, trial: Trial, some: range, outcome: Outcome) -> dict[str, Killed]:
        support = _Support(self.base, outcome, len(some), self.crowd.rows)
        levels = outcome.levels.reshape(len(some), self.crowd.rows)
        return {
            "rules": self._bits("fired", self._said("fired", trial, some, outcome)),
            "reasons": self._bits("reason", self._said("reason", trial, some, outcome)),
            "findings": self._bits("finding", planes(outcome, "findings", self.expected.bits["finding"], len(some))),
            "measures": self._bits("plan", self._plan(outcome, len(some)))
            | self._bits("withheld", planes(outcome, "withheld", self.expected.bits["withheld"], len(some))),
            "words": self._words(support),
            "first": self._first(support),
            "triage": self._triage(levels),
            "pictures": self._pictures(support, levels),
            "cases": self._cases(support, levels),
        }

    # Checks of bits

    def _bits(self, kind: str, held: NDArray[np.uint64]) -> Killed:
        must, must_not = self._masks[kind]
        wrong: Killed = ((must & ~held) | (must_not & held)).any(axis=(1, 2))
        return wrong

    @cached_property
    def _masks(self) -> dict[str, tuple[NDArray[np.uint64], NDArray[np.uint64]]]:
        return {
            kind: (self._mask(rows for rows, _ in names.values()), self._mask(rows for _, rows in names.values()))
            for kind, names in self.expected.bits.items()
        }

    def _mask(self, some: Iterable[set[int]]) -> NDArray[np.uint64]:
        """A plane for each set of rows."""
        sets = list(some)
        truths = np.zeros((len(sets), self.crowd.rows), np.uint8)
        for line, rows in zip(truths, sets, strict=True):
            line[list(rows)] = 1
        return np.packbits(truths, axis=1, bitorder="little").view(np.uint64)

    def _said(self, kind: str, trial: Trial, some: range, outcome: Outcome) -> NDArray[np.uint64]:
        """As `planes`, of rules: a rule also fires where the copy of it that is made with the mistake does, and says then what the copy says."""
        names = list(self.expected.bits[kind])
        rules = [name.partition(" says ")[0] for name in names]
        held = planes(outcome, "fired", rules, len(some))
        held[:, [rule in trial.program.rules and not _says(trial.program.rules[rule], name) for rule, name in zip(rules, names, strict=True)]] = 0
        for place, mutant, copy in trial.copies(some):
            own = planes(outcome, "fired", [copy.id], len(some))[place - some.start, 0]
            for line in (line for line, rule in enumerate(rules) if rule == mutant.rule.id and _says(copy, names[line])):
                held[place - some.start, line] |= own
        return held

    def _plan(self, outcome: Outcome, mutants: int) -> NDArray[np.uint64]:
        names = self.expected.bits["plan"]
        return planes(outcome, "advised", names, mutants) & ~planes(outcome, "withheld", names, mutants)

    # Checks of support and triage

    def _words(self, support: _Support) -> Killed:
        rows, least, most = (np.array([check[place] for check in self.expected.words], np.intp) for place in (1, 2, 3))
        words = support.words([name for name, _, _, _ in self.expected.words], rows)
        wrong: Killed = ((words < least) | (words > most)).any(axis=1)
        return wrong

    def _first(self, support: _Support) -> Killed:
        dead = np.zeros(support.mutants, np.bool_)
        for kind in ("condition", "cause"):
            checks = [(row, name) for one, row, name in self.expected.first if one == kind]
            ranks = support.ranks(kind, np.array([row for row, _ in checks], np.intp), [(name,) for _, name in checks])
            dead |= (ranks != 1).any(axis=1)
        return dead

    def _triage(self, levels: NDArray[np.uint8]) -> Killed:
        rows, least, most = (np.array([check[place] for check in self.expected.triage], np.intp) for place in range(3))
        reached = levels[:, rows]
        wrong: Killed = ((reached < least) | (reached > most)).any(axis=1)
        return wrong

    # Cases

    def _pictures(self, support: _Support, levels: NDArray[np.uint8]) -> Killed:
        ranks, errors = self._scores(self.expected.pictures, support, levels)
        wrong: Killed = ((ranks != 1) | (errors != 0)).any(axis=1)
        return wrong

    def _cases(self, support: _Support, levels: NDArray[np.uint8]) -> Killed:
        if not self.expected.cases:
            return np.zeros(support.mutants, np.bool_)
        ranks, errors = self._scores(self.expected.cases, support, levels)
        danger = np.array([LEVELS.index(case.triage) >= LEVELS.index("same_day") for case in self.expected.cases.values()], np.bool_)
        wrong: Killed = (
            ((errors < 0) & danger).any(axis=1)
            | ((ranks == 1).mean(axis=1) < TOP_1)
            | (((ranks > 0) & (ranks <= 3)).mean(axis=1) < TOP_3)
            | ((errors == 0).mean(axis=1) < TRIAGE_EXACT)
            | ((errors > 0).mean(axis=1) > OVER_TRIAGE)
        )
        return wrong

    def _scores(self, cases: dict[int, CaseSheet], support: _Support, levels: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each mutant and case the rank of the first accepted condition, and the error of the triage in levels."""
        rows = np.array(list(cases), np.intp)
        right = np.array([LEVELS.index(case.triage) for case in cases.values()], np.int64)
        return support.ranks("condition", rows, [case.accepted for case in cases.values()]), levels[:, rows].astype(np.int64) - right


def _says(rule: Rule, name: str) -> bool:
    """Whether a rule concludes what the name of a reason tells: a level, or that a group is withheld. Any rule says that it fired."""
    said = name.partition(" says ")[2]
    concluded = [one.level if isinstance(one, Refer) else "" for one in rule.then]
    concluded += [group for one in rule.then if isinstance(one, Withhold) for group in one.groups]
    return not said or said in concluded


class _Support:
    """Words and ranks of hypotheses in the outcome of some mutants."""

    def __init__(self, base: KnowledgeBase, outcome: Outcome, mutants: int, rows: int) -> None:
        self.base, self.mutants = base, mutants
        self.at = {name: place for place, name in enumerate(outcome.argued.names)}
        self.decibans = outcome.support.reshape(len(self.at), mutants, rows)
        bits = np.unpackbits(outcome.argued.bits.view(np.uint8), axis=-1, bitorder="little")
        self.argued = bits.reshape(len(self.at), mutants, rows).view(np.bool_)

    def words(self, names: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """For each mutant, and each hypothesis and row, the place of the word in WORDS; that of the lowest where nobody argues."""
        lines = np.array([self.at[name] for name in names], np.intp)
        decibans, argued = self.decibans[lines, :, rows], self.argued[lines, :, rows]
        words = sum((decibans >= least).astype(np.int64) for least, _ in BANDS)
        return np.where(argued, words, 0).T

    def ranks(self, kind: str, rows: NDArray[np.intp], accepted: Sequence[Sequence[str]]) -> NDArray[np.int64]:
        """For each mutant and row the rank of the first accepted hypothesis, from 1; 0 where none of them is ranked."""
        names = sorted(name for name in (self.base.conditions if kind == "condition" else self.base.causes) if name in self.at)
        lines = [self.at[name] for name in names]
        missed = np.array([_must_not_be_missed(self.base, name) for name in names])
        order = np.arange(len(names))
        keys = (self.decibans[lines][:, :, rows].astype(np.int64) * 2 + missed[:, None, None]) * 4096 - order[:, None, None]
        keys = np.where(self.argued[lines][:, :, rows], keys, np.iinfo(np.int64).min)
        right = np.array([[name in some for some in accepted] for name in names], np.bool_).reshape(len(names), 1, len(rows))
        best = np.where(right, keys, np.iinfo(np.int64).min).max(axis=0)
        return np.where(best > np.iinfo(np.int64).min, (keys > best).sum(axis=0) + 1, 0)


def _must_not_be_missed(base: KnowledgeBase, name: str) -> bool:
    item = base.hypotheses[name]
    return isinstance(item, ConditionItem) and item.must_not_miss


def killed_by_columns(base: KnowledgeBase, expected: Expectations, mutants: Sequence[Mutant]) -> dict[str, tuple[str, ...]]:
    """For each mutant, by id, the sorts of checks that kill it; none for one that survives. A killer in the sense of `score.py`."""
    judge, found = Judge(base, expected), {}
    for trial in trials(base, mutants):
        killed = judge.killed(trial)
        for place, mutant in enumerate(trial.mutants):
            found[mutant.id] = tuple(sort for sort, dead in killed.items() if dead[place])
    return found


def failing(base: KnowledgeBase, expected: Expectations) -> tuple[str, ...]:
    """The sorts of checks that fail on the knowledge as it stands: with any, nothing can be said of mutants."""
    rule = next(iter(base.rules.values()))
    return killed_by_columns(base, expected, [Mutant(rule, "", "nothing", rule, False)])[f"{rule.id}: nothing"]
