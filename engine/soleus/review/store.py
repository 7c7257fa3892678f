"""The case store: concluded consultations as versions of cases, and verdicts on them.

What is kept is never edited. A method that writes returns when what it wrote is safe on disk; whatever ends the program before, the store
holds all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, delete, insert, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from soleus.consultation.journal import Journal, now
from soleus.knowledge.problems import nearest, printable, shown
from soleus.review import listing, scrubbing, tables
from soleus.review.forms import bring_to_form, is_of_today
from soleus.review.names import free_name
from soleus.review.place import STORE_MARK, WRITES, engine_of, name_of, url_of
from soleus.review.reading import case_called, case_with, id_called, names
from soleus.review.records import EVERY_CASE, CaseFilter, CaseLine, Kept, KeptCase, StoreError, Tally, Verdict, Version
from soleus.review.tallies import tallies
from soleus.review.verdicts import said_again, verdict_on

_LOCK = 7_685_317
"""The number of the lock in PostgreSQL that one writer holds at a time: any number will do that nobody else uses."""


class CaseStore:
    """A store at a place: a file, a URL, or None for the user's own. Every method raises `StoreError` for what is wrong with the store."""

    def __init__(self, where: str | None = None) -> None:
        url = url_of(where)
        self.where = name_of(url)
        self._is_file = url.drivername == "sqlite"
        with self._told():
            self._engine = engine_of(url)
            self._make_tables()
        self._make_up()

    # Reading

    def lines(self, wanted: CaseFilter = EVERY_CASE, *, most: int | None = None, skip: int = 0) -> tuple[CaseLine, ...]:
        """The wanted cases in short, the one that was kept last first: at most so many, after so many that are skipped."""
        with self._reading() as connection:
            return listing.lines(connection, wanted, most, skip)

    def count(self, wanted: CaseFilter = EVERY_CASE) -> int:
        """How many cases are wanted."""
        with self._reading() as connection:
            return listing.count(connection, wanted)

    def causes(self) -> tuple[str, ...]:
        """The ids of all causes that the newest version of some case counts as likely, sorted."""
        with self._reading() as connection:
            return listing.likely_causes(connection)

    def tallies(self) -> tuple[Tally, ...]:
        """What reviewers say of each rule that fired in a kept version, and of each conclusion that was judged.

        Most disagreed first, then what was said in most versions, then by id.
        """
        with self._reading() as connection:
            return tallies(connection)

    def names(self) -> tuple[str, ...]:
        """The name of every case, in order."""
        with self._reading() as connection:
            return tuple(names(connection))

    def id_of(self, name: str) -> str | None:
        """The id of the case of this name, if there is one."""
        with self._reading() as connection:
            return id_called(connection, name)

    def find(self, name: str) -> KeptCase | None:
        """The whole of a case, if there is one of this name."""
        with self._reading() as connection:
            return case_called(connection, name)

    def read(self, name: str) -> KeptCase:
        """The whole of a case. Raises `StoreError` when there is none of this name."""
        with self._reading() as connection:
            return self._case(connection, name)

    def read_all(self) -> Iterator[KeptCase]:
        """Every case whole, in order of name, one at a time. One that is forgotten meanwhile is left out."""
        with self._reading() as connection:
            every = names(connection)
        for name in every:
            with self._reading() as connection:
                case = case_called(connection, name)
            if case is not None:
                yield case

    # Writing

    def keep(self, journal: Journal, name: str, asked: Iterable[str], result: Mapping[str, Any]) -> Kept:
        """Keep a concluded consultation as a new version of the case of this journal; what the newest version says already is not kept twice.

        `result` is that of `Result.to_dict()`. A new case gets the name, or that name with a number where another case has it.
        """
        saved = now()
        times = {one: journal.times.get(one, saved) for one in result["answers"]}
        with self._writing() as connection:
            case = case_with(connection, journal.id)
            version = Version(case.last.number + 1 if case else 1, saved, tuple(asked), times, result)
            if case and case.last.same_as(version):
                return Kept(case.name, case.last.number, new=False)
            called = case.name if case else _new_case(connection, journal.id, name)
            _write(connection, journal.id, [version])
            return Kept(called, version.number, new=True)

    def add(self, cases: Iterable[KeptCase]) -> tuple[Kept, ...]:
        """Take in cases of another store, all or none: new cases, and new versions and verdicts of those that are here.

        Raises `StoreError` where a version differs from the one that is here.
        """
        with self._writing() as connection:
            return tuple(_merge(connection, case) for case in cases)

    def judge(
        self, name: str, kind: str, subject: str, author: str, says: str, reason: str = "", version: int | None = None, *, read: str | None = None
    ) -> Verdict:
        """Keep a verdict on a version of a case, the newest where it is None. Raises `StoreError` for one about nothing that the version says.

        `kind` is a `Kind`, and `says` one of `Says`: anything else is refused. `read` is the id of the case that the reviewer read: where another
        case has its name by now, nothing is kept. What an author says of a thing twice in a row, in the same words, is one verdict: the first.
        """
        with self._writing() as connection:
            case = self._case(connection, name)
            if read not in (None, case.id):
                raise StoreError(f"{shown(name)} is another case by now than the one that was read, so nothing is kept. Read it anew.")
            verdict = verdict_on(case, version, kind, subject, author, says, reason)
            if again := said_again(case.verdicts, verdict):
                return again
            connection.execute(insert(tables.verdicts), [_verdict_row(case.id, verdict)])
        return verdict

    def forget(self, name: str) -> int:
        """Remove a case, every version and every verdict, and overwrite its place in the file. Returns how many versions there were.

        It reads nothing of the case, so that one which is damaged can be removed as well.
        """
        with self._writing() as connection:
            case_id = id_called(connection, name)
            if case_id is None:
                raise self._no_case(connection, name)
            for table in (tables.verdicts, tables.said, tables.bodies):
                connection.execute(delete(table).where(table.c.case_id == case_id))
            count = connection.execute(delete(tables.versions).where(tables.versions.c.case_id == case_id)).rowcount
            connection.execute(delete(tables.cases).where(tables.cases.c.id == case_id))
            note = scrubbing.note_due(connection)
        self._scrub([note])
        return count

    # Inside

    def _case(self, connection: Connection, name: str) -> KeptCase:
        case = case_called(connection, name)
        if case is None:
            raise self._no_case(connection, name)
        return case

    def _no_case(self, connection: Connection, name: str) -> StoreError:
        known = names(connection)
        hint = nearest(name, known) if known else "It holds no case yet."
        return StoreError(f"There is no case {shown(name)} in the case store {self.where}. {hint}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what is wrong with the store in one message, without the answers that were being written."""
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            cause = getattr(error, "orig", None) or error
            name = getattr(cause, "sqlite_errorname", "")
            if name.startswith("SQLITE_BUSY"):
                raise StoreError(f"Another program writes to the case store {self.where} for long, so nothing was done. Try again.") from error
            hint = "Make room on the disk, and try again." if name == "SQLITE_FULL" else "Check that it is one, and your rights to it."
            raise StoreError(f"The case store {self.where} cannot be used: {_why(cause)}. {hint}") from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store, whatever others write meanwhile. SQLite knows no other kind."""
        kind = {} if self._is_file else {"isolation_level": "REPEATABLE READ"}
        with self._told(), self._engine.connect().execution_options(**kind) as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside."""
        with self._told(), self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            if not self._is_file:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection

    def _make_tables(self) -> None:
        """Make what is missing in a new store or in one of an older form; no other store needs the right to write to be opened.

        Raises `StoreError` for a store of a later form.
        """
        with self._reading() as connection:
            if is_of_today(connection):
                return
        with self._writing() as connection:
            new = bring_to_form(connection, self.where)
            if new and self._is_file:
                connection.execute(text(f"PRAGMA application_id={STORE_MARK}"))

    def _make_up(self) -> None:
        """Clear what a crash in the middle of `forget` has left. Where that cannot be done now, it stays due."""
        with self._reading() as connection:
            notes = scrubbing.due(connection)
        if notes:
            with suppress(StoreError):
                self._scrub(notes)

    def _scrub(self, notes: Iterable[str]) -> None:
        """Let nothing that was deleted stay readable, and take back the notes that this is due."""
        try:
            scrubbing.make_anew(self._engine, notes)
            emptied = scrubbing.empty_log(self._engine)
        except (SQLAlchemyError, OSError) as error:
            why = _why(getattr(error, "orig", None) or error)
            raise StoreError(f"The case is removed, but bytes of it may still be in {self.where}: {why}. They go when it is opened next.") from error
        if not emptied:
            raise StoreError("The case is removed, but another program reads the store. Its bytes leave the file when the last of them closes it.")


def _why(cause: BaseException) -> str:
    """What an error of a database or of a file says, in its first line."""
    return printable(getattr(cause, "strerror", None) or next(iter(str(cause).splitlines()), type(cause).__name__))


def _new_case(connection: Connection, case_id: str, name: str) -> str:
    """Make a case without versions; returns its name."""
    called = free_name(name, lambda one: id_called(connection, one) is not None)
    connection.execute(insert(tables.cases), [{"id": case_id, "name": called}])
    return called


def _write(connection: Connection, case_id: str, versions: Iterable[Version]) -> None:
    for version in versions:
        connection.execute(insert(tables.versions), [tables.line_row(case_id, version)])
        connection.execute(insert(tables.bodies), [tables.body_row(case_id, version)])
        connection.execute(insert(tables.said), [tables.said_row(case_id, version)])


def _merge(connection: Connection, case: KeptCase) -> Kept:
    """Write what is not here yet of a case of another store."""
    here = case_with(connection, case.id)
    known = here.versions if here else ()
    judged = {one.id: one for one in here.verdicts} if here else {}
    if any(mine != theirs for mine, theirs in zip(known, case.versions, strict=False)) or any(
        judged.get(one.id, one) != one for one in case.verdicts
    ):
        name = shown(here.name if here else "")
        raise StoreError(f"{shown(case.name)} is here already as {name}, and differs. Versions and verdicts are never edited: forget one of them.")
    called = here.name if here else _new_case(connection, case.id, case.name)
    _write(connection, case.id, case.versions[len(known) :])
    rows = [_verdict_row(case.id, one) for one in case.verdicts if one.id not in judged]
    if rows:
        _write_verdicts(connection, case.name, rows)
    return Kept(called, max(len(known), len(case.versions)), new=len(case.versions) > len(known) or bool(rows))


def _write_verdicts(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    try:
        connection.execute(insert(tables.verdicts), rows)
    except IntegrityError as error:
        raise StoreError(
            f"A verdict on {shown(name)} has the id of one on another case here. It was not written by Soleus, or changed since."
        ) from error


def _verdict_row(case_id: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "case_id": case_id,
        "number": verdict.version,
        "kind": verdict.kind,
        "subject": verdict.subject,
        "author": verdict.author,
        "time": verdict.time,
        "says": verdict.says,
        "reason": verdict.reason,
    }
