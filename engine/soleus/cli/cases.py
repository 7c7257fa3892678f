"""`soleus cases`: the case store at the terminal. List, show, export, import and forget concluded consultations."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from soleus.cli import FailureError
from soleus.cli.keeping import store_option
from soleus.cli.options import json_option, load_base, plain_option

if TYPE_CHECKING:
    from soleus.review.records import CaseFilter, KeptCase
    from soleus.review.store import CaseStore

MOST_LISTED = 50
MOST_NAMED = 10


@click.group(short_help="Keep cases: list, show, export, import and forget them.")
def cases() -> None:
    """Keep concluded consultations: list, show, export, import and forget them.

    \b
      soleus cases list                 every case, the newest first
      soleus cases list --unreviewed    only those that nobody has judged
      soleus cases show CASE            what a case says, its answers and verdicts
      soleus cases export CASE -o FILE  carry cases to another store
      soleus cases import FILE
      soleus cases forget CASE          remove a case for good
    """


@cases.command("list", short_help="List every case, the newest first.")
@click.option("--triage", metavar="LEVEL", help="Only cases with this level of care: emergency, same_day, clinician or self_care.")
@click.option("--cause", metavar="ID", help="Only cases in which this cause is likely.")
@click.option("--name", metavar="TEXT", help="Only cases with this text in their name.")
@click.option("--unreviewed", is_flag=True, help="Only cases whose newest version has no verdict yet.")
@click.option("--all", "every", is_flag=True, help=f"List all of them, not only the last {MOST_LISTED}. --json always does.")
@store_option
@json_option
@plain_option
def list_(
    triage: str | None, cause: str | None, name: str | None, unreviewed: bool, every: bool, store: str | None, as_json: bool, plain: bool
) -> None:
    """List every case, the one that was kept last first, and the consultations in your own folder that are not in the store.

    With a filter: those cases whose newest version fits all that is given.
    """
    from soleus.cli.output import emit, emit_json
    from soleus.report.cases import list_blocks
    from soleus.review.records import EVERY_CASE

    kept = _open(store)
    wanted = _filter(kept, triage, cause, name, unreviewed)
    files = sorted(_journals().keys() - kept.names()) if wanted == EVERY_CASE else []
    if as_json:
        emit_json({"cases": [one._asdict() for one in kept.lines(wanted)], "only_files": files})
        return
    most = None if every else MOST_LISTED
    emit(list_blocks(kept.lines(wanted, most=most), kept.count(wanted), kept.count(), files, most), plain=plain)


def _filter(kept: CaseStore, triage: str | None, cause: str | None, name: str | None, unreviewed: bool) -> CaseFilter:
    """What was asked for. A level or a cause that is none is told with the nearest right name."""
    from soleus.knowledge.conditions import LEVELS
    from soleus.knowledge.problems import nearest, shown
    from soleus.review.records import CaseFilter, StoreError

    for option, given, what in (
        ("--triage", triage, "a level of care"),
        ("--cause", cause, "the id of a cause"),
        ("--name", name, "a part of a name"),
    ):
        if given is not None and not given.strip():
            raise click.UsageError(f"{option} needs {what}.")
    if triage is not None and triage not in LEVELS:
        raise click.UsageError(f"There is no level of care {shown(triage)}. {nearest(triage, LEVELS)}")
    if cause is not None and cause not in (likely := kept.causes()):
        raise StoreError(f"None of the cases has the likely cause {shown(cause)}. {nearest(cause, likely)}")
    return CaseFilter(triage or "", cause or "", name or "", unreviewed)


@cases.command()
@click.argument("case")
@click.option("--version", "number", type=click.IntRange(min=1), help="Which version of it. Without it, the newest.")
@store_option
@json_option
@plain_option
def show(case: str, number: int | None, store: str | None, as_json: bool, plain: bool) -> None:
    """Show what a case says. --json prints the whole of it, with every version, as `export` does."""
    from soleus.cli.output import emit, emit_json
    from soleus.report.cases import case_blocks
    from soleus.review.exchange import as_data

    kept = _open(store).read(case)
    version = kept.version(number) if number else kept.last
    if as_json:
        emit_json(as_data(dataclasses.replace(kept, versions=(version,)) if number else kept))
    else:
        emit(case_blocks(kept, version, load_base(None)), plain=plain)


@cases.command(short_help="Write cases to a file.")
@click.argument("case", metavar="[CASE]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Export every case.")
@click.option("-o", "--output", metavar="FILE", help="Write this file, for your eyes only. Without it: standard output.")
@store_option
@json_option
@plain_option
def export(case: tuple[str, ...], every: bool, output: str | None, store: str | None, as_json: bool, plain: bool) -> None:
    """Write cases as JSON, one a line, with every version and verdict. `import` reads them into another store."""
    from soleus.knowledge.files import write_private_parts
    from soleus.report.cases import counted
    from soleus.review.exchange import as_line, refuse_to_replace

    if every == bool(case):
        raise click.UsageError("Name the cases to export, or give --all.")
    kept = _open(store)
    chosen: Iterator[KeptCase] = kept.read_all() if every else (kept.read(one) for one in dict.fromkeys(case))
    if output is None:
        for one in chosen:
            sys.stdout.buffer.write(as_line(one).encode())
        return
    refuse_to_replace(Path(output))
    written = write_private_parts(Path(output), map(as_line, chosen))
    _say(f"{counted(written, 'case')} in {output}.", {"exported": written, "file": output}, as_json=as_json, plain=plain)


@cases.command("import", short_help="Take cases from a file that export wrote.")
@click.argument("file")
@store_option
@json_option
@plain_option
def import_(file: str, store: str | None, as_json: bool, plain: bool) -> None:
    """Take cases from a FILE that `export` wrote (- reads standard input): all of them, or none.

    A case that is here already gets the versions and verdicts that are new. A name that another case has gets a number.
    """
    from soleus.report.cases import counted
    from soleus.review.exchange import read_export

    kept = _open(store)
    with _opened(file) as content:
        done = kept.add(read_export(content, "standard input" if file == "-" else file))
    new = sum(one.new for one in done)
    data = {"read": len(done), "new": new, "cases": [dataclasses.asdict(one) for one in done]}
    names = ", ".join(one.name for one in done[:MOST_NAMED]) + (", ..." if len(done) > MOST_NAMED else "")
    _say(f"{counted(len(done), 'case')} read, {f'{new:,}' if new else 'none'} with something new: {names}.", data, as_json=as_json, plain=plain)


@cases.command(short_help="Remove a case for good.")
@click.argument("case")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@store_option
@json_option
@plain_option
def forget(case: str, yes: bool, store: str | None, as_json: bool, plain: bool) -> None:
    """Remove a case for good: every version, every verdict, and the file that `consult` goes on from."""
    kept = _open(store)
    found = kept.id_of(case)
    files = _files_of(case, found)
    if found is None and not files:
        kept.read(case)  # says which names there are
    if not yes and not click.confirm(_question(case, kept=found is not None, file=bool(files)), err=True):
        raise FailureError("Nothing is removed.")
    for path in files:
        path.unlink(missing_ok=True)
    versions = kept.forget(case) if found is not None else 0
    _say(f"{case} is removed.", {"forgotten": case, "versions": versions, "file": bool(files)}, as_json=as_json, plain=plain)


def _question(case: str, *, kept: bool, file: bool) -> str:
    """What `forget` asks: what there is of a case, and that it does not come back."""
    parts = [*(["every version and every verdict"] if kept else []), *(["its file"] if file else [])]
    return f"Remove {case} for good: {', and '.join(parts)}? Nothing brings it back."


def _files_of(name: str, kept: str | None) -> list[Path]:
    """The files that a case goes on from, and what is left of writing them. A case that is kept is known by its id, whatever its file is called."""
    from soleus.consultation.cases import NAME, folder
    from soleus.knowledge.files import unfinished

    own = folder() / f"{name}.json"
    known = [path for path in _journals().values() if path.is_file() and _holds(path, kept)] if kept else []
    if NAME.fullmatch(name) and (kept is None or not own.exists()):
        known.append(own)
    return [one for path in dict.fromkeys(known) for one in (path, *unfinished(path)) if os.path.lexists(one)]


def _holds(path: Path, case_id: str) -> bool:
    """Whether a file is of the case with this id. One that is no case any more is asked as well: it may still hold answers."""
    from soleus.knowledge.answers import MOST_BYTES

    with path.open("rb") as file:
        return case_id.encode() in file.read(MOST_BYTES)


def _open(store: str | None) -> CaseStore:
    from soleus.review.store import CaseStore

    return CaseStore(store or None)


def _journals() -> dict[str, Path]:
    """The files that `consult` goes on from, by name of the case."""
    from soleus.consultation.cases import NAME, folder

    return {path.stem: path for path in folder().glob("*.json") if NAME.fullmatch(path.stem)}


@contextlib.contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    """A file, or standard input for `-`. Raises `FailureError` for one that cannot be opened."""
    if file == "-":
        yield sys.stdin.buffer
        return
    with contextlib.ExitStack() as closing:
        try:
            content = closing.enter_context(open(file, "rb"))
        except (OSError, ValueError) as error:
            from soleus.knowledge.problems import printable

            raise FailureError(f"{printable(file)} cannot be read: {getattr(error, 'strerror', None) or 'no file can have this name'}.") from error
        yield content


def _say(text: str, data: object, *, as_json: bool, plain: bool) -> None:
    from soleus.cli.output import emit, emit_json
    from soleus.report.blocks import Line

    if as_json:
        emit_json(data)
    else:
        emit([Line(text)], plain=plain)
