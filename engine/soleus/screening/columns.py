"""Columns of an Arrow table, read as the answers of a block. Each cell that is no answer is noted with its row, and counts as unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, Numbers, Places, Plane, packed, place_type, words_for
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import Problem, shown
from soleus.screening.cells import CellError, checked, read_cell
from soleus.screening.problems import ScreenError

Rejected = dict[int, list[str]]
"""For each row of a batch that cannot be read, from 0, everything that is wrong with it."""


@dataclass(slots=True)
class Answers:
    """The block of a batch while it is being read, and the rows that could not be."""

    rows: int
    yes: dict[str, Plane] = field(default_factory=dict)
    no: dict[str, Plane] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=dict)
    rejected: Rejected = field(default_factory=lambda: defaultdict(list))

    @property
    def block(self) -> AnswerBlock:
        return AnswerBlock(self.rows, self.yes, self.no, self.places, self.numbers)


def read_answers(base: KnowledgeBase, columns: Mapping[str, Any], rows: int) -> Answers:
    """The answers in Arrow arrays, by observable. Their types must have passed `check_types`."""
    answers = Answers(rows)
    for name, column in columns.items():
        one = base.observables[name]
        if pa.types.is_null(column.type):
            continue
        if is_text(column.type):
            _read_texts(base, one, column, answers)
        elif one.kind == "yes_no":
            _take_truths(one, column, answers)
        else:
            _take_numbers(base, one, column, answers)
    return answers


# Types


def is_text(kind: Any) -> bool:
    """Whether an Arrow type is text, dictionaries of text included."""
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(inner) or pa.types.is_large_string(inner) or pa.types.is_string_view(inner))


def check_types(base: KnowledgeBase, types: Mapping[str, tuple[str, Any]]) -> None:
    """Raise `ScreenError` for every observable whose column, given as its name and Arrow type, cannot hold its answers. 1 is not yes."""
    problems = [
        Problem("", 0, f"The column {shown(column)} holds {kind}, and '{name}' takes {_TAKES[base.observables[name].kind]}.", _CAST)
        for name, (column, kind) in types.items()
        if not (is_text(kind) or pa.types.is_null(kind) or _FITS[base.observables[name].kind](kind))
    ]
    if problems:
        raise ScreenError(problems)


_CAST = "Cast it, or write it as text."
_TAKES = {"yes_no": "truth values, or text such as yes and no", "one_of": "text", "number": "numbers"}
_FITS: dict[str, Callable[[Any], bool]] = {
    "yes_no": pa.types.is_boolean,
    "one_of": lambda _: False,
    "number": lambda kind: pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind),
}


# Truth values and numbers


def _take_truths(one: Observable, column: Any, answers: Answers) -> None:
    """Arrow's bits are planes already."""
    values = _plane(column.buffers()[1], column)
    known = ~np.zeros_like(values) if column.null_count == 0 else _plane(column.buffers()[0], column)
    answers.yes[one.id], answers.no[one.id] = values & known, ~values & known


def _plane(buffer: Any, column: Any) -> Plane:
    """The bits of a buffer that belong to a column, as a plane."""
    bits = np.frombuffer(buffer, np.uint8)
    start, odd = divmod(column.offset, 8)
    if odd:
        truths = np.unpackbits(bits[start:], count=odd + len(column), bitorder="little")
        return packed(truths[odd:].view(np.bool_))
    plane = np.zeros(words_for(len(column)) * 8, np.uint8)
    used = bits[start : start + -(-len(column) // 8)]
    plane[: len(used)] = used
    return plane.view(np.uint64)


def _take_numbers(base: KnowledgeBase, one: Observable, column: Any, answers: Answers) -> None:
    given = column.cast(pa.float64()) if column.type != pa.float64() else column
    numbers: Numbers = given.to_numpy(zero_copy_only=False)
    assert one.range is not None
    with np.errstate(invalid="ignore"):
        wrong = (numbers < one.range.at_least) | (numbers > one.range.at_most)
        if one.whole:
            wrong |= numbers % 1 > 0
    if wrong.any():
        numbers = np.where(wrong, np.nan, numbers)
        _reject(np.flatnonzero(wrong), (_fault(base, one, given[int(row)].as_py()) for row in np.flatnonzero(wrong)), answers)
    answers.numbers[one.id] = numbers


def _fault(base: KnowledgeBase, one: Observable, value: object) -> str:
    """What is wrong with a value, or nothing."""
    try:
        checked(base, one.id, value)
    except CellError as error:
        return str(error)
    return ""


def _reject(rows: Iterable[Any], faults: Iterable[str], answers: Answers) -> None:
    for row, fault in zip(rows, faults, strict=True):
        answers.rejected[int(row)].append(fault)


# Text


def _read_texts(base: KnowledgeBase, one: Observable, column: Any, answers: Answers) -> None:
    """Read each distinct text once, then spread what it means over the rows."""
    coded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    texts = coded.dictionary.to_pylist()
    places = pc.fill_null(coded.indices.cast(pa.int64()), len(texts)).to_numpy(zero_copy_only=False)
    values, faults = _meanings(base, one, texts)
    _spread(one, values, places, answers)
    wrong = np.array([*(bool(fault) for fault in faults), False])[places]
    _reject(np.flatnonzero(wrong), (faults[places[row]] for row in np.flatnonzero(wrong)), answers)


def _meanings(base: KnowledgeBase, one: Observable, texts: Iterable[str | None]) -> tuple[list[Any], list[str]]:
    """For each text its value, None where it has none, and what is wrong with it, empty where nothing is."""
    values: list[Any] = []
    faults: list[str] = []
    for text in texts:
        value, fault = None, ""
        try:
            value = None if text is None else read_cell(base, one.id, text)
        except CellError as error:
            fault = str(error)
        values.append(value)
        faults.append(fault)
    return values, faults


def _spread(one: Observable, values: list[Any], places: NDArray[np.int64], answers: Answers) -> None:
    """Write the values, of which each row has the one at its place; the place behind the last is unknown."""
    if one.kind == "yes_no":
        answers.yes[one.id] = packed(np.array([*(value is True for value in values), False])[places])
        answers.no[one.id] = packed(np.array([*(value is False for value in values), False])[places])
    elif one.kind == "one_of":
        order = {choice: number for number, choice in enumerate(one.choices, 1)}
        codes = np.array([*(order.get(value, 0) for value in values), 0], place_type(one))
        answers.places[one.id] = codes[places]
    else:
        answers.numbers[one.id] = np.array([*(np.nan if value is None else value for value in values), np.nan], np.float64)[places]
