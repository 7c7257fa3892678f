"""A whole run: a file of answers in, a file of conclusions out, a reject file beside it, in little memory."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, sheet_of
from soleus.inference.forward import infer
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import KnowledgeBase
from soleus.screening.files import CsvSink, ParquetSink, Sink, kind_of, open_source, written_whole
from soleus.screening.pieces import Piece, ahead
from soleus.screening.problems import refuse
from soleus.screening.screen import PROBLEM, Screen, Screened
from soleus.screening.ticks import Ticks
from soleus.screening.wanted import Wanted, holding

Progress = Callable[[int, int, int], None]
"""Told after each block: how much of the source is done, how much there is (bytes of CSV, rows of Parquet), and the rows so far."""

TRACE = "trace"


@dataclass(frozen=True, kw_only=True)
class Job:
    """What to screen: `columns` maps observables to headers; every test of `where` must hold for a row to be written; of rows for which all of
    `trace_where` hold, the first `most_traces` get a full trace. `rejects` is where the rows that cannot be read are listed. `with_answers`
    writes the answers as well."""

    source: Path
    target: Path
    rejects: Path
    base: KnowledgeBase
    columns: dict[str, str] = field(default_factory=dict)
    where: tuple[Wanted, ...] = ()
    trace_where: tuple[Wanted, ...] = ()
    most_traces: int = 1_000
    encoding: str | None = None
    with_answers: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the rows: `concluded` were read, of which `written` were wanted, `levels` counts those by triage. `rejected` could not be
    read; `blank` lines held nothing. `untraced` rows should have had a trace but came after the last that was allowed. `notes` say what may
    be a mistake."""

    concluded: int
    written: int
    levels: dict[str, int]
    rejected: int
    blank: int
    traced: int
    untraced: int
    notes: tuple[str, ...]


def run(job: Job, progress: Progress = lambda *_: None) -> Report:
    """Screen a file. Both files appear when the run is complete; the reject file only if there is a reject, and an old one is removed. Raises
    `ScreenError`, `OSError`."""
    paths = [one.resolve() for one in (job.source, job.target, job.rejects)]
    if len(set(paths)) < len(paths):
        raise refuse("Source, target and reject file must be three files.", "Give another name.")
    kind_of(job.target)
    return _Run(job, progress).report()


class _Run:
    """One run, with its counts so far."""

    def __init__(self, job: Job, progress: Progress) -> None:
        self.job, self.progress = job, progress
        self.source = open_source(job.source, job.encoding)
        self.screen = Screen(job.base, job.columns, job.with_answers)
        self.headers = self.screen.headers(self.source.schema)
        self.counts: dict[str, int] = defaultdict(int)
        self.levels = np.zeros(len(LEVELS), np.int64)
        self.ticks = Ticks(self.headers.answers)

    def report(self) -> Report:
        with ExitStack() as stack:
            target = stack.enter_context(written_whole(self.job.target))
            rejects = stack.enter_context(written_whole(self.job.rejects))
            self._write(target, rejects)
        if not self.counts["rejected"]:
            self.job.rejects.unlink(missing_ok=True)
        return self._counted()

    def _counted(self) -> Report:
        return Report(
            concluded=self.counts["concluded"],
            written=self.counts["written"],
            levels={level: int(count) for level, count in zip(LEVELS, self.levels, strict=True)},
            rejected=self.counts["rejected"],
            blank=self.counts["blank"],
            traced=self.counts["traced"],
            untraced=self.counts["untraced"],
            notes=(*self.headers.notes, *self.ticks.notes()),
        )

    def _write(self, target: Path, rejects: Path) -> None:
        with ExitStack() as stack:
            sink = stack.enter_context(closing(self._sink(target)))
            rejected: Sink | None = None
            for kept, refused in stack.enter_context(closing(ahead(self._judged(ahead(self.source.pieces()))))):
                sink.write(kept)
                if refused.num_rows:
                    rejected = rejected or stack.enter_context(closing(CsvSink(rejects, refused.schema, self.source.dialect)))
                    rejected.write(refused)

    def _sink(self, path: Path) -> Sink:
        fields = [one for one in self.screen.schema(self.source.schema) if one.name != PROBLEM]
        schema = pa.schema([*fields, *([pa.field(TRACE, pa.string())] if self.job.trace_where else [])])
        return ParquetSink(path, schema) if kind_of(self.job.target) == "parquet" else CsvSink(path, schema, self.source.dialect)

    # The work

    def _judged(self, pieces: Iterable[Piece]) -> Iterator[tuple[pa.RecordBatch, pa.RecordBatch]]:
        """For each block the rows to write, and those that are rejected."""
        for piece in pieces:
            refused = piece.refused
            self.counts["blank"] += piece.blank
            start = 0
            for block in self.screen.batches(piece.batch):
                numbers = piece.numbers[start : start + block.block.rows]
                start += block.block.rows
                yield self._kept(block), self._refused(block, numbers, refused)
                refused = []
            self.progress(piece.done, self.source.size, self.counts["concluded"] + self.counts["rejected"])

    def _kept(self, block: Screened) -> pa.RecordBatch:
        self.ticks.see(block.block)
        read = ~block.missing
        kept = read & holding(self.job.where, block.block, block.outcome)
        self.counts["concluded"] += int(read.sum())
        self.counts["written"] += int(kept.sum())
        self.levels += np.bincount(block.outcome.levels[kept], minlength=len(LEVELS))
        record = block.record()
        record = record.select([name for name in record.schema.names if name != PROBLEM])
        if self.job.trace_where:
            record = record.append_column(pa.field(TRACE, pa.string()), self._traces(block, kept))
        return record if kept.all() else record.filter(pa.array(kept))

    def _traces(self, block: Screened, kept: NDArray[np.bool_]) -> Any:
        """For each row its trace as JSON, or nothing where none was asked for."""
        rows = np.flatnonzero(kept & holding(self.job.trace_where, block.block, block.outcome))
        allowed = rows[: max(0, self.job.most_traces - self.counts["traced"])]
        self.counts["traced"] += len(allowed)
        self.counts["untraced"] += len(rows) - len(allowed)
        traces = {int(row): _trace(self.job.base, block.block, int(row)) for row in allowed}
        return pa.array([traces.get(row) for row in range(block.block.rows)], pa.string())

    def _refused(self, block: Screened, numbers: NDArray[np.int64], refused: list[tuple[int, str]]) -> pa.RecordBatch:
        """The rows of a block that could not be read and the lines that hold no row, in order, with what was carried along."""
        rows = {int(numbers[row]): (problem, row) for row, problem in block.problems.items()}
        found = sorted([*rows, *(number for number, _ in refused)])
        said = {**dict(refused), **{number: problem for number, (problem, _) in rows.items()}}
        self.counts["rejected"] += len(found)
        places = pa.array([rows[number][1] if number in rows else None for number in found], pa.int64())
        carried = [column.take(places) for column in block.carried.columns]
        names = [self.source.unit, PROBLEM, *block.carried.schema.names]
        return pa.RecordBatch.from_arrays([pa.array(found, pa.int64()), pa.array([said[number] for number in found], pa.string()), *carried], names)


def _trace(base: KnowledgeBase, block: AnswerBlock, row: int) -> str:
    """The steps of the forward engine for one row, as the result of a consultation has them in its JSON."""
    steps = infer(compile_program(base), sheet_of(base, block, row)).steps
    return json.dumps({"steps": [dataclasses.asdict(step) for step in steps]}, ensure_ascii=False)
