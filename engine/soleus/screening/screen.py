"""`screen`: a table of answers in, a table of conclusions out, row by row the same as a consultation would conclude.

import polars, soleus
results = soleus.screen(polars.read_parquet("club.parquet"))     # or pandas, pyarrow, DuckDB: whatever streams Arrow
polars.DataFrame(results).filter(polars.col("triage") == "emergency")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from soleus.inference.columnar import BLOCK, engine_for
from soleus.inference.columnar_answers import AnswerBlock
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.program import compile_program
from soleus.knowledge.model import KnowledgeBase
from soleus.screening.answered import answer_columns, answer_fields
from soleus.screening.columns import check_types, read_answers
from soleus.screening.headers import Headers, match_headers
from soleus.screening.problems import refuse
from soleus.screening.results import result_columns, result_fields

_FIELDS = tuple(result_fields())

PROBLEM = "problem"
"""The column that says why a row could not be read; null where it was."""


def screen(table: Any, *, base: KnowledgeBase | None = None, columns: Mapping[str, str] | None = None, with_answers: bool = False) -> pa.Table:
    """A row of conclusions for each row of a table, in the same order, as a `pyarrow.Table`.

    `table` is anything with the Arrow C stream interface. `columns` maps observables to the columns that are called otherwise. Columns that answer no
    question are carried along in front; `with_answers` puts the answers behind them, one column for each observable that the table answers. A row
    with a cell that is no answer is not concluded: its `problem` says what is wrong, and the rest of it is null. Raises `ScreenError` where the
    table as a whole does not fit.
    """
    if not hasattr(table, "__arrow_c_stream__"):
        raise refuse("This is no table.", "It can be whatever has the Arrow C stream interface: from Polars, pandas, pyarrow or DuckDB.")
    reader = pa.RecordBatchReader.from_stream(table)
    one = Screen(base or KnowledgeBase.bundled(), dict(columns or {}), with_answers)
    batches = [out.record() for batch in reader for out in one.batches(batch)]
    return pa.Table.from_batches(batches, one.schema(reader.schema))


@dataclass(frozen=True)
class Screen:
    """A knowledge base and a choice of columns, ready for any number of batches. It can be pickled and sent to another machine.

    `with_answers`: the answers are columns of the result as well, behind those that are carried along.
    """

    base: KnowledgeBase
    columns: Mapping[str, str] = field(default_factory=dict)
    with_answers: bool = False

    def headers(self, schema: pa.Schema) -> Headers:
        """Which columns of a table are read. Raises `ScreenError`."""
        answers = self.base.observables if self.with_answers else ()
        headers = match_headers(self.base, schema.names, self.columns, (PROBLEM, "trace", *(one.name for one in _FIELDS), *answers))
        check_types(self.base, {name: (column, schema.field(column).type) for name, column in headers.answers.items()})
        return headers

    def schema(self, schema: pa.Schema) -> pa.Schema:
        """The schema of the result for a table of this schema."""
        headers = self.headers(schema)
        carried = [schema.field(name) for name in headers.carried]
        return pa.schema([*carried, *answer_fields(self.base, self._written(headers)), pa.field(PROBLEM, pa.string()), *_FIELDS])

    def _written(self, headers: Headers) -> tuple[str, ...]:
        """The observables whose answers are columns of the result."""
        return tuple(headers.answers) if self.with_answers else ()

    def batches(self, batch: pa.RecordBatch) -> Iterator[Screened]:
        """The rows of a batch, block by block; at least one block, so that the columns are known even where no row is."""
        headers = self.headers(batch.schema)
        for start in range(0, max(1, batch.num_rows), BLOCK):
            yield self._screened(batch.slice(start, BLOCK), headers)

    def _screened(self, batch: pa.RecordBatch, headers: Headers) -> Screened:
        columns = {name: batch.column(column) for name, column in headers.answers.items()}
        answers = read_answers(self.base, columns, batch.num_rows)
        outcome = engine_for(compile_program(self.base)).infer(answers.block)
        problems = {row: " ".join(dict.fromkeys(said)) for row, said in sorted(answers.rejected.items())}
        return Screened(batch.select(list(headers.carried)), answers.block, outcome, problems, self._written(headers))


@dataclass(frozen=True, eq=False)
class Screened:
    """A block of rows: the columns carried along, the answers, what follows, and what is wrong with the rows that could not be read.

    `written` are the observables whose answers the result shows.
    """

    carried: pa.RecordBatch
    block: AnswerBlock
    outcome: Outcome
    problems: Mapping[int, str]
    written: tuple[str, ...] = ()

    @property
    def missing(self) -> Any:
        """For each row, whether it could not be read."""
        missing = np.zeros(self.block.rows, np.bool_)
        missing[list(self.problems)] = True
        return missing

    def record(self) -> pa.RecordBatch:
        """The rows as the result has them."""
        rows = self.block.rows
        said = pa.array([self.problems.get(row) for row in range(rows)] if self.problems else pa.nulls(rows), pa.string())
        base, missing = self.outcome.program.base, self.missing
        fields = [*self.carried.schema, *answer_fields(base, self.written), pa.field(PROBLEM, pa.string()), *_FIELDS]
        answers = answer_columns(base, self.block, self.written, missing)
        columns = [*self.carried.columns, *answers, said, *result_columns(self.block, self.outcome, missing)]
        return pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields))
