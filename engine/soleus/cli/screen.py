"""`soleus screen`: a table of many people's answers in, a table of conclusions out."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase
    from soleus.screening.run import Job, Progress, Report

_EPILOG = """\b
Examples:
  soleus screen club.csv -o club_screened.csv
  soleus screen study.parquet -o urgent.parquet --where "triage >= same_day"
  soleus screen club.csv -o out.csv --columns age=Alter

Tests of --where and --trace-where: 'triage >= LEVEL', 'ID >= WORD' for a condition or cause, 'finding ID', 'rule ID', 'advised ID',
'withheld ID', 'provisional', and 'not' before any of these. Given more than once, all must hold.
"""


_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(epilog=_EPILOG)
@click.argument("source", metavar="IN", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", required=True, type=_FILE, metavar="OUT", help="Where to write: .csv or .parquet.")
@click.option("--rejects", type=_FILE, metavar="FILE", help="Where to list rows that cannot be read. [OUT.rejected.csv]")
@click.option("--columns", "choices", multiple=True, metavar="ID=HEADER|FILE", help="Which column answers a question; or a file of such pairs.")
@click.option("--where", multiple=True, metavar="TEST", help="Write only rows for which this holds.")
@click.option("--trace-where", multiple=True, metavar="TEST", help="Add a full trace to rows for which this holds.")
@click.option("--most-traces", default=1_000, show_default=True, metavar="N", type=click.IntRange(0), help="The most rows that get a trace.")
@click.option("--with-answers", is_flag=True, help="Write the answers too, a column for each question. They are health data.")
@click.option("--encoding", metavar="NAME", help="How a CSV file is written, such as cp1252. [UTF-8]")
@json_option
@plain_option
@kb_option
@click.pass_context
def screen(
    ctx: click.Context,
    source: Path,
    output: Path,
    rejects: Path | None,
    choices: tuple[str, ...],
    where: tuple[str, ...],
    trace_where: tuple[str, ...],
    most_traces: int,
    with_answers: bool,
    encoding: str | None,
    as_json: bool,
    plain: bool,
    kb_folder: str | None,
) -> None:
    """Conclude for every row of a table, CSV or Parquet.

    Columns are found by the ids of the questions, by their short names or their words; others are carried along. An empty cell is not
    known, never a no. Rows that cannot be read are listed in the reject file, with line and reason, and the exit code is then 1.
    """
    from soleus.screening.run import Job
    from soleus.screening.wanted import wanted

    base = load_base(kb_folder)
    job = Job(
        source=source,
        target=output,
        rejects=rejects or output.with_suffix(".rejected.csv"),
        base=base,
        columns=_chosen(choices),
        where=tuple(wanted(base, text) for text in where),
        trace_where=tuple(wanted(base, text) for text in trace_where),
        most_traces=most_traces,
        encoding=encoding,
        with_answers=with_answers,
    )
    report = _run(job, plain=plain)
    _tell(base, job, report, as_json=as_json)
    if report.rejected:
        ctx.exit(1)


def _chosen(choices: tuple[str, ...]) -> dict[str, str]:
    """The observables whose columns were chosen, from pairs and from files."""
    chosen: dict[str, str] = {}
    for text in choices:
        name, sign, header = text.partition("=")
        chosen |= {name.strip(): header.strip()} if sign else _from_file(text)
    return chosen


def _from_file(name: str) -> Mapping[str, str]:
    from soleus.knowledge.reading import Document, read_document
    from soleus.screening.problems import ScreenError, refuse

    document = read_document(Path(name).read_bytes(), name)
    if not isinstance(document, Document):
        raise ScreenError([document])
    if not isinstance(document.data, dict) or not all(isinstance(header, str) for header in document.data.values()):
        raise refuse("A file of columns is a mapping of observable to header.", "Write for example 'age: Alter', one a line.", file=name)
    return document.data


# Progress


def _run(job: Job, *, plain: bool) -> Report:
    from soleus.cli.output import is_terminal
    from soleus.screening.run import run

    if plain or not is_terminal(sys.stderr):
        return run(job)
    with _bar() as progress:
        return run(job, progress)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on standard error: how far, how many rows a second, how long still."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.percentage:3.0f}%"), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def show(done: int, size: int, rows: int) -> None:
            seconds = bar.tasks[0].elapsed or 0
            bar.update(task, completed=done, total=max(size, 1), rate=f"{rows:,} rows, {rows / seconds:,.0f} a second" if seconds else "")

        yield show


# The report


def _tell(base: KnowledgeBase, job: Job, report: Report, *, as_json: bool) -> None:
    """The report as JSON on standard output, or as lines on standard error."""
    from soleus.cli.output import emit_json

    if as_json:
        files = {"output": str(job.target), "rejects": str(job.rejects) if report.rejected else None}
        emit_json({**dataclasses.asdict(report), **files, "knowledge": base.fingerprint})
        return
    from soleus.knowledge.problems import printable

    for line in _lines(base, job, report):
        click.echo(printable(line), err=True)


def _lines(base: KnowledgeBase, job: Job, report: Report) -> Iterator[str]:
    yield from (f"Note: {note}" for note in report.notes)
    kept = f", {report.written:,} of them wanted and written" if job.where else ""
    yield f"{_count(report.concluded, 'row')} concluded{kept}: {job.target}"
    yield ", ".join(f"{words.title}: {report.levels[level]:,}" for level, words in base.about.triage.items()) + "."
    if report.blank:
        yield f"{_count(report.blank, 'empty line')} left out."
    if report.traced or report.untraced:
        more = f"; {report.untraced:,} more should have one, see --most-traces" if report.untraced else ""
        yield f"{_count(report.traced, 'row')} with a trace{more}."
    if report.rejected:
        yield f"{_count(report.rejected, 'row')} could not be read. Which and why: {job.rejects}"
    yield base.about.intended_use


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
