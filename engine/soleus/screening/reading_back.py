"""What `soleus screen` wrote, read back piece by piece: who, which level of care, what it may be, why, and the answers where they were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS, SAID_WORDS
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import nearest, shown
from soleus.screening.columns import Answers, check_types, is_text, read_answers
from soleus.screening.files import open_source
from soleus.screening.headers import doubled
from soleus.screening.pieces import Piece
from soleus.screening.problems import ScreenError, refuse
from soleus.screening.results import TOP, result_fields
from soleus.screening.run import TRACE
from soleus.screening.screen import PROBLEM

RESULTS = tuple(one.name for one in result_fields())
"""The columns that make a table the output of `soleus screen`."""

_UNREAD = ("withheld", TRACE, *(one for one in RESULTS if one.endswith("_support")))
"""What nothing here looks at. Lists and traces take the most room of all columns."""

_RANKED = tuple(f"{kind}_{place}" for kind in ("condition", "cause") for place in range(1, TOP + 1))
_TOGETHER = (("triage", "provisional"), *((name, f"{name}_words") for name in _RANKED))
"""Columns of which the second says something wherever the first does."""

_SCREEN_AGAIN = "Screen the answers again."


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of names: for each row the place of its name, -1 where it has none."""

    places: NDArray[np.int64]
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Listed(Coded):
    """The names in a column of lists, one behind the other. `rows` holds for each of them the row that it stands in."""

    rows: NDArray[np.int64]


class ScreenedTable:
    """A file that `soleus screen` wrote. Raises `ScreenError` where it is none, or where it holds what was never written.

    `carried` are the columns that say nothing of answers or conclusions, `texts` those of them that hold text; `answered` are the observables whose
    answers are in the table, in the order of the interview; `unit` is what a row is counted by, a line of CSV or a row of Parquet.
    """

    def __init__(self, base: KnowledgeBase, path: Path, encoding: str | None = None) -> None:
        self.base, self.path = base, path
        self._source = open_source(path, encoding, without=_UNREAD)
        schema = self._source.schema
        self._refuse_other_tables(schema.names)
        self.unit = self._source.unit
        self.answered = tuple(name for name in base.observables if name in schema.names)
        self.carried = tuple(name for name in schema.names if name not in {*RESULTS, PROBLEM, TRACE, *self.answered})
        self.texts = tuple(name for name in self.carried if is_text(schema.field(name).type))
        check_types(base, {name: (name, schema.field(name).type) for name in self.answered})

    def pieces(self) -> Iterator[ScreenedPiece]:
        """The rows, in order."""
        for piece in self._source.pieces():
            yield ScreenedPiece(self, piece)

    def _refuse_other_tables(self, names: Sequence[str]) -> None:
        if problems := [*doubled(names)]:
            raise ScreenError(problems)
        missing = [name for name in RESULTS if name not in names]
        if missing:
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            what = f"This is no output of 'soleus screen': it has no column '{missing[0]}'{more}."
            raise refuse(what, f"Screen the answers first: soleus screen {self.path.name} -o screened{self.path.suffix}", file=str(self.path))


class ScreenedPiece:
    """Some rows of a screened table. `numbers` are their lines or rows; `refused` are lines that hold no row, `blank` is how many were empty.

    `levels` holds for each row the place of its level of care in `LEVELS`, -1 for a row that could not be concluded.
    """

    def __init__(self, table: ScreenedTable, piece: Piece) -> None:
        self._table, self._batch = table, piece.batch
        self.numbers, self.refused, self.blank = piece.numbers, piece.refused, piece.blank
        self.rows = piece.batch.num_rows
        self.levels = self._of_scale("triage", LEVELS)
        self.provisional = self._of_scale("provisional", ("no", "yes")) == 1
        self.fired = self.listed("fired")
        self._refuse_halves()
        self._refuse_milder_levels()

    def named(self, column: str) -> Coded:
        """A column of one name a row."""
        return coded(self._batch.column(column))

    def words(self, column: str) -> NDArray[np.int64]:
        """For each row the place in `WORDS` of the word for a hypothesis, -1 where there is none."""
        return self._of_scale(column, SAID_WORDS)

    def listed(self, column: str) -> Listed:
        """The names in a column of lists, over all rows."""
        found = self._batch.column(column)
        lists = found if pa.types.is_list(found.type) or pa.types.is_large_list(found.type) else pc.split_pattern(_plain(found), " ")
        names = coded(pc.list_flatten(lists))
        return Listed(names.places, names.names, pc.list_parent_indices(lists).to_numpy(zero_copy_only=False))

    def names(self, column: str, row: int) -> tuple[str, ...]:
        """The names in one list."""
        found = self._batch.column(column)[row].as_py()
        return tuple(found.split() if isinstance(found, str) else found or ())

    def text(self, column: str, row: int) -> str:
        """What a cell holds, as text; nothing where the table has no such column."""
        if column not in self._batch.schema.names:
            return ""
        found = self._batch.column(column)[row].as_py()
        return "" if found is None else str(found).strip()

    def ranked(self, kind: str, row: int) -> tuple[tuple[str, str], ...]:
        """The best supported `condition` or `cause` of a row with their words, best first."""
        found = ((self.text(f"{kind}_{place}", row), self.text(f"{kind}_{place}_words", row)) for place in range(1, TOP + 1))
        return tuple(one for one in found if one[0])

    def answers(self, observables: Sequence[str]) -> Answers:
        """The answers to some of the observables that the table has."""
        return read_answers(self._table.base, {name: self._batch.column(name) for name in observables}, self.rows)

    def _refuse_halves(self) -> None:
        for name, other in _TOGETHER:
            found = self.named(name)
            for row in np.flatnonzero((found.places >= 0) & (self.named(other).places < 0))[:1]:
                holds = shown(found.names[found.places[row]])
                raise self._never_written(f"The column '{other}' says nothing in {self._where(row)}, though '{name}' holds {holds}.")

    def _refuse_milder_levels(self) -> None:
        """A row has at least the level that each of its rules asks for. Rows of other knowledge are not judged: its rules are not those of here."""
        rules, rows = compile_program(self._table.base).rules, self.fired.rows
        asked = [rules[name].level if name in rules else None for name in self.fired.names]
        levels = np.array([*(LEVELS.index(level or LEVELS[0]) for level in asked), 0])[self.fired.places]
        milder = (self.levels[rows] >= 0) & (self.levels[rows] < levels) & self._of_this_knowledge()[rows]
        for place in np.flatnonzero(milder)[:1]:
            row, rule = rows[place], self.fired.places[place]
            what = f"The column 'triage' holds {shown(LEVELS[self.levels[row]])} in {self._where(row)}"
            raise self._never_written(f"{what}, but the rule {shown(self.fired.names[rule])} fired there, which asks for {shown(asked[rule])}.")

    def _of_this_knowledge(self) -> NDArray[np.bool_]:
        """For each row whether it names no other knowledge than that at hand."""
        found = self.named("knowledge")
        return np.array([*(name == self._table.base.fingerprint for name in found.names), True])[found.places]

    def _where(self, row: int) -> str:
        return f"{self._table.unit} {self.numbers[row]}"

    def _never_written(self, what: str) -> ScreenError:
        return refuse(what, _SCREEN_AGAIN, file=str(self._table.path))

    def _of_scale(self, column: str, scale: Sequence[str]) -> NDArray[np.int64]:
        """For each row the place of its word in a scale, -1 where it has none. Raises `ScreenError` for any other word."""
        words = self._batch.column(column)
        if pa.types.is_boolean(words.type):
            words = pc.if_else(words, scale[1], scale[0])
        found = coded(words)
        self._refuse_other_words(column, found, scale)
        places = np.array([*(scale.index(name) if name in scale else -1 for name in found.names), -1], np.int64)
        return places[found.places]

    def _refuse_other_words(self, column: str, found: Coded, scale: Sequence[str]) -> None:
        for name in (found.names[place] for place in np.unique(found.places) if place >= 0):
            if name not in scale:
                row = int(np.flatnonzero(found.places == found.names.index(name))[0])
                what = f"The column '{column}' holds {shown(name)} in {self._where(row)}, which 'soleus screen' never writes."
                raise refuse(what, nearest(name, scale), file=str(self._table.path))


def coded(column: Any) -> Coded:
    """A column of names as places. Nothing, and text that is empty, is no name. Raises `ScreenError` for a column of anything else."""
    if pa.types.is_null(column.type):
        return Coded(np.full(len(column), -1, np.int64), ())
    found = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(_plain(column))
    names = [name or "" for name in found.dictionary.cast(pa.string()).to_pylist()]
    places = pc.fill_null(found.indices.cast(pa.int64()), -1).to_numpy(zero_copy_only=False)
    empty = [place for place, name in enumerate(names) if not name]
    return Coded(np.where(np.isin(places, empty), -1, places) if empty else places, names)


def _plain(column: Any) -> Any:
    """A column as text. Raises `ScreenError`."""
    try:
        return column.cast(pa.string())
    except pa.ArrowException:
        raise refuse(f"A column of names holds {column.type}.", "Read the table as 'soleus screen' wrote it.") from None


# What was left out


@dataclass(frozen=True, slots=True)
class Rejects:
    """The reject file of a screening: its name, how many rows it lists, the first of them with where, who and why, and its own lines that cannot be
    read, each of which stands for a row."""

    name: str
    count: int
    first: tuple[tuple[str, str, str], ...]
    unread: tuple[tuple[int, str], ...]


def rejects_beside(path: Path, name_column: str, most: int) -> Rejects | None:
    """The reject file that `soleus screen` left beside its output, if it is there. Raises `ScreenError` where a file of that name is none."""
    beside = path.with_suffix(".rejected.csv")
    if not beside.is_file():
        return None
    source = open_source(beside)
    unit, *others = source.schema.names
    if unit not in ("line", "row") or others[:1] != [PROBLEM]:
        raise _no_rejects(beside)
    carried_names = others[1:]
    count, first, unread = 0, list[tuple[str, str, str]](), list[tuple[int, str]]()
    for piece in source.pieces():
        count += piece.batch.num_rows
        unread += piece.refused
        for number, why, *carried in zip(*(column.to_pylist() for column in piece.batch.slice(0, most - len(first)).columns), strict=True):
            first.append((f"{unit} {number}", dict(zip(carried_names, carried, strict=True)).get(name_column, ""), why))
    return Rejects(beside.name, count + len(unread), tuple(first), tuple(unread))


def _no_rejects(path: Path) -> ScreenError:
    return refuse("This should be the reject file of the table beside it, and it is none.", "Move it away.", file=str(path))
