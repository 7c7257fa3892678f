"""Where a case store is: a private SQLite file, or the PostgreSQL database of a team."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from soleus.knowledge.files import make_private_folders
from soleus.knowledge.problems import printable
from soleus.review.paths import default_path
from soleus.review.records import StoreError

POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
WRITES = "soleus_writes"
"""The execution option of a transaction that writes: it takes the only right to write before it reads, so that it never has to give up."""

STORE_MARK = 0x536F6C75
"""The application id in the head of a SQLite file that is a case store."""

_HEAD, _PAGES, _MARK = 100, 28, 68
"""The bytes of the head of a SQLite file, and where in it stand its size in pages and its application id."""

_CONNECT_SECONDS = 10
_BESIDE = ("-wal", "-shm")
"""The endings of the files that SQLite keeps beside its own while it is open: the write-ahead log and the index of that."""

_PRAGMAS = ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "temp_store=MEMORY")


def url_of(where: str | None) -> URL:
    """The address of a store: a file, a URL, or None for the user's own. Raises `StoreError` for one that is none."""
    if where is None:
        return _sqlite(default_path())
    if "://" not in where:
        if not where or not where.isprintable():
            raise StoreError("A case store needs a file name or a URL: cases.db, or postgresql://user@host/database.")
        return _sqlite(Path(where))
    return _checked(where)


def _checked(where: str) -> URL:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise StoreError("This is not the URL of a case store. Write postgresql://user@host:5432/database, or name a file.") from error
    if url.drivername in POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return _sqlite(Path(url.database))
    raise StoreError(f"{printable(url.render_as_string())} cannot be a case store: it takes a file, sqlite:///FILE or postgresql://...")


def _sqlite(path: Path) -> URL:
    return URL.create("sqlite", database=str(path.absolute()))


def name_of(url: URL) -> str:
    """What to call a store in a message: its file, or its URL without the password."""
    return printable(url.database or "" if url.drivername == "sqlite" else url.render_as_string(hide_password=True))


def engine_of(url: URL) -> Engine:
    """The engine of a store. A SQLite file is made, for its owner alone, when it is missing. Raises `StoreError` and `OSError`."""
    if url.drivername == "sqlite":
        _make_private(Path(url.database or ""))
    try:
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=_connect_args(url))
    except ImportError as error:
        raise StoreError("A case store in PostgreSQL needs psycopg: pip install 'soleus[postgres]'") from error
    if url.drivername == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _connect_args(url: URL) -> dict[str, int]:
    """A server that does not answer is waited for a while only, where the URL says nothing else: a consultation that is concluded waits for it."""
    return {} if url.drivername == "sqlite" or "connect_timeout" in url.query else {"connect_timeout": _CONNECT_SECONDS}


def _make_private(path: Path) -> None:
    """Make the file of a store, or take from others the rights to it that they should never have had. A file of anything else stays as it is."""
    make_private_folders(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        path.chmod(0o600)  # an odd umask takes rights from the owner, too
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or not _is_store(path):
        raise StoreError(f"{printable(str(path))} is no case store. Name one, or a file that does not exist yet.")
    if _is_anothers(found):
        raise StoreError(f"{printable(str(path))} belongs to another user, who could read every case in it. Name one of your own.")
    for one in (path, *(path.with_name(path.name + ending) for ending in _BESIDE)):
        with contextlib.suppress(FileNotFoundError):
            _take_back(one)


def _take_back(path: Path) -> None:
    """Take from others the rights to a file of the user's own."""
    found = path.stat()
    if stat.S_IMODE(found.st_mode) & 0o077 and hasattr(os, "getuid") and found.st_uid == os.getuid():
        path.chmod(0o600)


def _is_anothers(found: os.stat_result) -> bool:
    """Whether a file is another user's. Root may use the store of anybody; Windows keeps owners elsewhere."""
    return hasattr(os, "getuid") and os.getuid() not in (0, found.st_uid)


def _is_store(path: Path) -> bool:
    """Whether a file is a case store by its mark, or is empty: one that was begun and not marked has at most the first page."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    pages, mark = (int.from_bytes(head[start : start + 4], "big") for start in (_PAGES, _MARK))
    return not head or (head.startswith(b"SQLite format 3\0") and (mark == STORE_MARK or pages <= 1))


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Leave transactions to `_begin` (the driver would begin them too late), and set what SQLite forgets with every connection."""
    connection.isolation_level = None
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: object) -> object:
    """The function of SQL for every letter: SQLite's own knows those from A to Z."""
    return text.lower() if isinstance(text, str) else text


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")
