"""What the tests of the case store share: results to keep, and the two places of a store, a file and a real PostgreSQL server."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import SHOULDER, case_folder, data_home, invoke, run, shoulder, talk, terminal  # noqa: F401 - fixtures

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.review.store import CaseStore

__all__ = ["SHOULDER"]

Results = Callable[..., Mapping[str, Any]]
_PLACES = [Path("/usr/lib/postgresql"), Path("/usr/local/lib/postgresql"), Path("/opt/homebrew/bin"), Path("/usr/local/bin"), Path("/usr/bin")]


@pytest.fixture
def result_of(shoulder: KnowledgeBase) -> Results:  # noqa: F811 - a fixture
    """The result of some answers about the shoulder, as plain data."""
    return lambda **answers: Consultation.of(shoulder, answers).conclude().to_dict()


@pytest.fixture
def journal() -> Journal:
    """A case without answers whose times are known."""
    return Journal()


@pytest.fixture(params=["file", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CaseStore:
    """An empty store: every test of it holds in a file and in PostgreSQL."""
    return CaseStore(str(tmp_path / "store.db") if request.param == "file" else request.getfixturevalue("database")())


@pytest.fixture
def file_store(tmp_path: Path) -> CaseStore:
    """An empty store in a file."""
    return CaseStore(str(tmp_path / "cases.db"))


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No store and no author from outside."""
    for name in ("SOLEUS_STORE", "SOLEUS_AUTHOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kept(data_home: Path, result_of: Results) -> CaseStore:  # noqa: F811 - a fixture
    """The user's own store with one case, an emergency: a level, two rules and two measures that nothing advised."""
    store = CaseStore()
    store.keep(Journal(), "mine", (), result_of(chest_pain=True))
    return store


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Make an empty database on a real PostgreSQL server on loopback; returns its URL."""
    pytest.importorskip("psycopg")
    initdb, server = _program("initdb"), _program("postgres")
    if initdb is None or server is None:
        pytest.skip("there is no PostgreSQL server here")
    folder = tmp_path_factory.mktemp("postgres")
    who = _another_user(folder)
    data, port = folder / "data", _free_port()
    made = subprocess.run([initdb, "-D", data, "-U", "coach", "--auth=trust", "-E", "UTF8", "--no-sync"], capture_output=True, check=False, **who)
    assert made.returncode == 0, made.stderr.decode()
    log = (folder / "log").open("wb")
    started = [server, "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", "", "-c", "fsync=off"]
    process = subprocess.Popen(started, stdout=log, stderr=log, **who)
    try:
        yield lambda: _new_database(port)
    finally:
        process.send_signal(signal.SIGINT)  # its way to end at once, whoever is connected
        process.wait(30)
        log.close()


def _program(name: str) -> str | None:
    """A program of PostgreSQL: Debian keeps those of the server in a folder for each version."""
    found = sorted(path for place in _PLACES for path in (*place.glob(f"*/bin/{name}"), place / name) if path.is_file())
    return str(found[-1]) if found else shutil.which(name)


def _another_user(folder: Path) -> dict[str, Any]:
    """The server refuses to run as root: then it runs as nobody, who owns its folder."""
    if os.getuid() != 0:
        return {}
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        pytest.skip("the server does not run as root, and there is no user 'nobody'")
    shutil.chown(folder, nobody.pw_uid)
    for above in [folder, *folder.parents][:4]:
        if above.stat().st_uid == 0 and above != Path("/tmp"):
            above.chmod(above.stat().st_mode | 0o011)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _new_database(port: int) -> str:
    import time

    import psycopg

    name, server = f"cases_{uuid.uuid4().hex}", f"postgresql://coach@127.0.0.1:{port}"
    for _ in range(300):
        try:
            connection = psycopg.connect(f"{server}/postgres", autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            break
    with connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
