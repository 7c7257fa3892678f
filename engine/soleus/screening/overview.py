"""A screened table counted: levels of care, hypotheses, advice, groups, answers, and the people who come first. In little memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, unpacked
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.screening.reading_back import Coded, ScreenedPiece, ScreenedTable
from soleus.screening.results import TOP
from soleus.screening.screen import PROBLEM


@dataclass(frozen=True, slots=True)
class Found:
    """One person of a screened table: the line or row, name and group as they stand there, and what was concluded.

    `conditions` and `causes` are the best supported ones, each with its word. Where nothing was concluded `problem` may say why.
    """

    number: int
    name: str
    group: str
    provisional: bool
    fired: tuple[str, ...]
    conditions: tuple[tuple[str, str], ...]
    causes: tuple[tuple[str, str], ...]
    problem: str = ""


@dataclass(slots=True)
class Overview:
    """What was counted. `levels` counts people by level of care, `provisional` those of them whose level can only be too low.

    `possible` and `likely` count by hypothesis for how many people it is at least that, among the three best supported of its kind; `fired`,
    `findings` and `advised` count by id; `groups` by group and level. `choices` counts the answers by observable and value, `numbers` keeps them,
    and `unread` is
    how many cells hold no answer. `people` are the first of each level, `missing` the first that could not be concluded, of `unconcluded` in all.
    `refused` lines hold no row.
    """

    levels: Counter[str] = field(default_factory=Counter)
    provisional: Counter[str] = field(default_factory=Counter)
    possible: Counter[str] = field(default_factory=Counter)
    likely: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    advised: Counter[str] = field(default_factory=Counter)
    groups: Counter[tuple[str, str]] = field(default_factory=Counter)
    knowledge: Counter[str] = field(default_factory=Counter)
    choices: dict[str, Counter[bool | str]] = field(default_factory=lambda: defaultdict(Counter))
    numbers: dict[str, list[NDArray[np.float64]]] = field(default_factory=lambda: defaultdict(list))
    unread: int = 0
    people: dict[str, list[Found]] = field(default_factory=lambda: defaultdict(list))
    missing: list[Found] = field(default_factory=list)
    unconcluded: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def concluded(self) -> int:
        """How many people have a level of care."""
        return self.levels.total()

    @property
    def unsigned(self) -> int:
        """How many of them do not say which knowledge concluded them."""
        return self.concluded - self.knowledge.total()


def overview(table: ScreenedTable, *, name: str, by: str, spread: Sequence[str], most: int) -> Overview:
    """Count a table. `name` and `by` are the columns of names and of groups, empty for none; `spread` the observables of the table whose answers
    are counted; `most` how many people of each level are kept. Raises `ScreenError`.
    """
    counts = Overview()
    for piece in table.pieces():
        _count(counts, piece)
        _count_answers(counts, table, piece, spread)
        if by:
            _count_groups(counts, piece, by)
        for place, level in enumerate(LEVELS):
            _keep(counts.people[level], piece, np.flatnonzero(piece.levels == place), name, by, most)
        _keep(counts.missing, piece, np.flatnonzero(piece.levels < 0), name, by, most)
        counts.refused += piece.refused
    return counts


def _count(counts: Overview, piece: ScreenedPiece) -> None:
    concluded = piece.levels >= 0
    counts.levels.update(_by_level(piece.levels))
    counts.provisional.update(_by_level(piece.levels[piece.provisional]))
    counts.unconcluded += int((~concluded).sum())
    counts.knowledge.update(_tally(piece.named("knowledge"), concluded))
    for listed, counter in ((piece.fired, counts.fired), (piece.listed("findings"), counts.findings), (piece.listed("advised"), counts.advised)):
        counter.update(_tally(listed, concluded[listed.rows]))
    for column in (f"{kind}_{place}" for kind in ("condition", "cause") for place in range(1, TOP + 1)):
        ids, words = piece.named(column), piece.words(f"{column}_words")
        for counter, word in ((counts.possible, "possible"), (counts.likely, "likely")):
            counter.update(_tally(ids, concluded & (words >= WORDS.index(word))))


def _by_level(levels: NDArray[np.int64]) -> dict[str, int]:
    counted = np.bincount(levels[levels >= 0], minlength=len(LEVELS))
    return {level: int(count) for level, count in zip(LEVELS, counted, strict=True) if count}


def _tally(column: Coded, where: NDArray[np.bool_]) -> dict[str, int]:
    """How often each name stands at these places of a column."""
    places = column.places[where]
    counted = np.bincount(places[places >= 0], minlength=len(column.names))
    return {name: int(count) for name, count in zip(column.names, counted, strict=True) if count}


def _count_groups(counts: Overview, piece: ScreenedPiece, by: str) -> None:
    groups = piece.named(by)
    for place, level in enumerate(LEVELS):
        here = piece.levels == place
        named = _tally(groups, here)
        for group, count in named.items():
            counts.groups[group.strip(), level] += count
        counts.groups["", level] += int(here.sum()) - sum(named.values())


def _count_answers(counts: Overview, table: ScreenedTable, piece: ScreenedPiece, spread: Sequence[str]) -> None:
    answers = piece.answers(spread)
    counts.unread += sum(len(faults) for faults in answers.rejected.values())
    for name in spread:
        choices = list(table.base.observables[name].choices)
        counts.choices[name].update(_given(answers.block, name, choices))
        if name in answers.block.numbers:
            given = answers.block.numbers[name]
            counts.numbers[name].append(given[~np.isnan(given)])


def _given(block: AnswerBlock, name: str, choices: Sequence[str]) -> Mapping[bool | str, int]:
    """How often each answer was given, of those that can be counted."""
    if name in block.yes:
        yes, no = (int(unpacked(planes[name], block.rows).sum()) for planes in (block.yes, block.no))
        return {True: yes, False: no}
    if name in block.places:
        counted = np.bincount(block.places[name], minlength=len(choices) + 1)[1:]
        return {choice: int(count) for choice, count in zip(choices, counted, strict=True)}
    return {}


def _keep(kept: list[Found], piece: ScreenedPiece, rows: NDArray[np.int64], name: str, by: str, most: int) -> None:
    kept += [_found(piece, int(row), name, by) for row in rows[: most - len(kept)]]


def _found(piece: ScreenedPiece, row: int, name: str, by: str) -> Found:
    return Found(
        number=int(piece.numbers[row]),
        name=piece.text(name, row),
        group=piece.text(by, row),
        provisional=bool(piece.provisional[row]),
        fired=piece.names("fired", row),
        conditions=piece.ranked("condition", row),
        causes=piece.ranked("cause", row),
        problem=piece.text(PROBLEM, row),
    )


def counted_first(counts: Counter[str], order: Iterable[str], most: int) -> list[tuple[str, int]]:
    """The names that were counted most often; of equals the first in `order`, then by name."""
    places = {name: place for place, name in enumerate(order)}
    ranked = sorted(counts.items(), key=lambda one: (-one[1], places.get(one[0], len(places)), one[0]))
    return ranked[:most]
