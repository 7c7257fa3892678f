"""Many people's answers as columns: what the columnar engine reads.

A *plane* holds one bit a row in 64-bit words, the first row in the lowest bit. Bits behind the last row mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Observable

Plane: TypeAlias = NDArray[np.uint64]
Places: TypeAlias = NDArray[np.uint8] | NDArray[np.uint16]
Numbers: TypeAlias = NDArray[np.float64]

WORD = 64
"""The rows of one word of a plane."""


def words_for(rows: int) -> int:
    """The words of a plane of so many rows."""
    return -(-rows // WORD)


def packed(truths: NDArray[np.bool_]) -> Plane:
    """A plane of these truths, one for each row, along the last axis."""
    given = np.packbits(truths, axis=-1, bitorder="little")
    whole = np.zeros((*given.shape[:-1], words_for(truths.shape[-1]) * 8), np.uint8)
    whole[..., : given.shape[-1]] = given
    return whole.view(np.uint64)


def unpacked(planes: Plane, rows: int) -> NDArray[np.uint8]:
    """The bits of planes along the last axis, each 0 or 1, one for each of the rows."""
    return np.unpackbits(planes.view(np.uint8), axis=-1, count=rows, bitorder="little")


@dataclass(frozen=True, slots=True, eq=False)
class AnswerBlock:
    """The answers of `rows` people, by observable; an observable that is left out is unknown for all of them.

    `yes` and `no` are planes of a `yes_no`: known to be so. `places` tells for each row which choice of a `one_of` was given, from 1 in the
    order of its choices, or 0 where the answer is unknown. `numbers` are in the observable's own unit, NaN where unknown. All of them are valid
    answers in the sense of `knowledge.answers`: whoever makes a block has checked them.
    """

    rows: int
    yes: Mapping[str, Plane]
    no: Mapping[str, Plane]
    places: Mapping[str, Places]
    numbers: Mapping[str, Numbers]


def place_type(observable: Observable) -> Any:
    """The smallest type for the places of a `one_of`."""
    return np.uint8 if len(observable.choices) < 256 else np.uint16


def pack(base: KnowledgeBase, sheets: Sequence[Mapping[str, Scalar]]) -> AnswerBlock:
    """A block of valid answer sheets, one row each."""
    columns = _Columns(base, len(sheets))
    for row, sheet in enumerate(sheets):
        for name, value in sheet.items():
            columns.of(name)[row] = columns.codes[name][value]
    return columns.block()


def vary(base: KnowledgeBase, answers: Mapping[str, Scalar], changes: Sequence[Mapping[str, Scalar | None]]) -> AnswerBlock:
    """A block with one row for each change of one person's answers: as those, but with these new ones; None takes an answer away."""
    columns = _Columns(base, len(changes))
    for name, value in answers.items():
        columns.of(name)[:] = columns.codes[name][value]
    for row, change in enumerate(changes):
        for name, new in change.items():
            columns.of(name)[row] = columns.codes[name][new]
    return columns.block()


def code_of(base: KnowledgeBase, name: str, value: Scalar | None) -> float:
    """How a coded block (`coded_block`) stores an answer: 1 for no and 2 for yes, the place of a choice, a number itself; unknown 0, or NaN."""
    return _codes(base)[name][value]


def coded_block(base: KnowledgeBase, codes: Mapping[str, NDArray[np.float64]]) -> AnswerBlock:
    """A block of codes: for each observable one code a row."""
    columns = _Columns(base, len(next(iter(codes.values()))))
    for name, column in codes.items():
        columns.of(name)[:] = column
    return columns.block()


def sheet_of(base: KnowledgeBase, block: AnswerBlock, row: int) -> dict[str, Scalar]:
    """The known answers of one row, from 0, as an answer sheet."""
    found = ((one.id, _value(one, block, row)) for one in base.observables.values())
    return {name: value for name, value in found if value is not None}


def _value(one: Observable, block: AnswerBlock, row: int) -> Scalar | None:
    if one.id in block.yes:
        yes, no = (bool(plane[row // WORD] >> np.uint64(row % WORD) & np.uint64(1)) for plane in (block.yes[one.id], block.no[one.id]))
        return yes if yes or no else None
    if one.id in block.places:
        place = int(block.places[one.id][row])
        return list(one.choices)[place - 1] if place else None
    number = float(block.numbers[one.id][row]) if one.id in block.numbers else np.nan
    return None if np.isnan(number) else int(number) if number.is_integer() else number


class _Same(dict[Scalar | None, float]):
    """The codes of a number: itself."""

    def __missing__(self, value: Scalar | None) -> float:
        return np.nan if value is None else float(value)


@lru_cache(maxsize=8)
def _codes(base: KnowledgeBase) -> dict[str, dict[Scalar | None, float]]:
    """For each observable how a block stores its values: 1 for no and 2 for yes, the place of a choice, a number itself."""
    codes: dict[str, dict[Scalar | None, float]] = {}
    for one in base.observables.values():
        values: Sequence[Scalar] = (False, True) if one.kind == "yes_no" else tuple(one.choices)
        codes[one.id] = _Same() if one.kind == "number" else {None: 0, **{value: place for place, value in enumerate(values, 1)}}
    return codes


class _Columns:
    """The columns of a block that is being filled, all unknown at first, each made when it is first asked for."""

    def __init__(self, base: KnowledgeBase, rows: int) -> None:
        self.base, self.rows = base, rows
        self.codes = _codes(base)
        self.made: dict[str, NDArray[Any]] = {}

    def of(self, name: str) -> NDArray[Any]:
        if name not in self.made:
            one = self.base.observables[name]
            self.made[name] = np.full(self.rows, np.nan) if one.kind == "number" else np.zeros(self.rows, place_type(one))
        return self.made[name]

    def block(self) -> AnswerBlock:
        yes_no = [name for name in self.made if self.base.observables[name].kind == "yes_no"]
        codes = np.array([self.made[name] for name in yes_no], np.uint8).reshape(len(yes_no), self.rows)
        no, yes = (dict(zip(yes_no, packed(codes == code), strict=True)) for code in (1, 2))
        others = [(name, column, self.base.observables[name].kind) for name, column in self.made.items()]
        places = {name: column for name, column, kind in others if kind == "one_of"}
        return AnswerBlock(self.rows, yes, no, places, {name: column for name, column, kind in others if kind == "number"})
