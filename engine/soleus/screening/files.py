"""Files to read and to write. A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from soleus.inference.columnar import BLOCK
from soleus.knowledge.problems import shown
from soleus.screening import csv_writing
from soleus.screening.csv_reading import CsvSource
from soleus.screening.pieces import Dialect, Piece, Source
from soleus.screening.problems import refuse

CSV, PARQUET = (".csv", ".tsv", ".txt"), (".parquet", ".pq")
_GROUP = 4 * BLOCK
"""The rows of one row group of a Parquet file."""


def kind_of(path: Path) -> Literal["csv", "parquet"]:
    """What a file holds, by its name. Raises `ScreenError`."""
    ending = path.suffix.lower()
    if ending in PARQUET:
        return "parquet"
    if ending in CSV:
        return "csv"
    hint = "In the spreadsheet choose 'Save as', then CSV UTF-8." if ending in (".xlsx", ".xls", ".ods", ".numbers") else ""
    raise refuse(f"{shown(path.name)} is no kind of table that is known here: its name must end in .csv or .parquet.", hint)


def open_source(path: Path, encoding: str | None = None, *, without: Collection[str] = ()) -> Source:
    """A table file, ready to be read. The pieces of Parquet come `without` these columns; those of CSV have them all. Raises `ScreenError`."""
    return ParquetSource(path, without) if kind_of(path) == "parquet" else CsvSource(path, encoding)


class ParquetSource:
    """A Parquet file."""

    unit: Literal["line", "row"] = "row"
    dialect = Dialect()

    def __init__(self, path: Path, without: Collection[str] = ()) -> None:
        try:
            texts = [one.name for one in pq.read_schema(path) if pa.types.is_string(one.type) or pa.types.is_large_string(one.type)]
            self._file = pq.ParquetFile(path, read_dictionary=texts, pre_buffer=False)  # or it would keep all that it has read
        except pa.ArrowInvalid:
            raise refuse("The file is no Parquet file, or it was cut off.", file=str(path)) from None
        self.schema = self._file.schema_arrow
        self.size = self._file.metadata.num_rows
        self._columns = [name for name in self.schema.names if name not in without] if without else None

    def pieces(self) -> Iterator[Piece]:
        """The rows, in order."""
        first = 1
        for batch in self._file.iter_batches(BLOCK, columns=self._columns):
            after = first + batch.num_rows
            yield Piece(batch, np.arange(first, after), after - 1)
            first = after


class Sink(Protocol):
    """A table that is being written."""

    def write(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


class ParquetSink:
    """Writes Parquet, gathering batches to row groups."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._writer = pq.ParquetWriter(path, schema)
        self._schema = schema
        self._waiting: list[pa.RecordBatch] = []

    def write(self, batch: pa.RecordBatch) -> None:
        self._waiting.append(batch)
        if sum(one.num_rows for one in self._waiting) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting, self._schema), row_group_size=2 * _GROUP)
            self._waiting = []

    def close(self) -> None:
        self._flush()
        self._writer.close()


class CsvSink:
    """Writes CSV."""

    def __init__(self, path: Path, schema: pa.Schema, dialect: Dialect) -> None:
        self._file = path.open("wb")
        self._dialect = dialect
        self._file.write(csv_writing.header(schema.names, dialect))

    def write(self, batch: pa.RecordBatch) -> None:
        self._file.writelines(csv_writing.lines(batch, self._dialect))

    def close(self) -> None:
        self._file.close()


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to. At the end the file gets its name; after an error it is removed. What a crash left is written over."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        if part.exists():
            os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
