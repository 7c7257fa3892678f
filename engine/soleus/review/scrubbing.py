"""Forgetting for good: what a file still holds when rows are deleted, and how it is cleared.

SQLite overwrites a row where it stands when it is deleted (`secure_delete`). But a row that was moved to another page before, while the tables grew,
has left a copy behind that no longer belongs to anything. Only making the file anew (`VACUUM`) is sure to leave none. Since a crash can come
between the two, a store notes in the transaction that deletes that it is due, and whoever opens it next makes up for it.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable

from sqlalchemy import Connection, Engine, Executable, delete, insert, select, text

from soleus.review.tables import about

_DUE = "scrub "
"""How the keys begin under which a store notes that it is to be made anew. Each forgetting has one of its own."""
_PATIENCE = 5
"""The seconds in which a write-ahead log is tried to be emptied again."""
_SERVER = "VACUUM soleus_verdicts, soleus_said, soleus_bodies, soleus_versions, soleus_cases"


def note_due(connection: Connection) -> str:
    """Note, in the transaction that deletes, that the store is to be made anew. Returns the key of the note."""
    key = _DUE + secrets.token_hex(8)
    connection.execute(insert(about), [{"key": key, "value": ""}])
    return key


def due(connection: Connection) -> tuple[str, ...]:
    """The keys of the notes of those who deleted something and did not come to the end."""
    return tuple(connection.execute(select(about.c.key).where(about.c.key.startswith(_DUE))).scalars())


def make_anew(engine: Engine, notes: Iterable[str]) -> None:
    """Make a file anew from what it holds, and take back the notes that this was due. A server only clears the rows that were deleted."""
    _alone(engine, text("VACUUM" if engine.dialect.name == "sqlite" else _SERVER))
    _alone(engine, delete(about).where(about.c.key.in_(notes)))


def empty_log(engine: Engine) -> bool:
    """Empty the write-ahead log of a file, which holds earlier pages; whether that was possible, with nobody who still reads them.

    SQLite waits for readers and writers, but not for another connection that just does the same: so it is tried again for a while.
    """
    if engine.dialect.name != "sqlite":
        return True
    end = time.monotonic() + _PATIENCE
    while not (emptied := _emptied(engine)) and time.monotonic() < end:
        time.sleep(0.02)
    return emptied


def _emptied(engine: Engine) -> bool:
    return not any(row[0] for row in _alone(engine, text("PRAGMA wal_checkpoint(TRUNCATE)")))


def _alone(engine: Engine, statement: Executable) -> list[tuple[int, ...]]:
    """Run a statement that takes no transaction around it, and return its rows."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        found = connection.execute(statement)
        return [tuple(row) for row in found] if found.returns_rows else []
