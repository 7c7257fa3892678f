"""What the tests of the commands share: a small knowledge base of another subject, and three ways to run a command.

`invoke` runs it in this process, `run` in one of its own, `Terminal` in one of its own that sees a terminal.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from soleus import KnowledgeBase
from soleus.cli import cli
from soleus.knowledge.loading import check

SHOULDER = Path(__file__).parent / "shoulder"
ALL_WELL = ("none", "0", "2", "1", "y", "1", "1", "")
"""Replies to every question of the shoulder, and to the last menu."""

Invoke = Callable[..., Result]
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own, and no settings from outside."""
    home = tmp_path / "data-home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    for name in ("NO_COLOR", "FORCE_COLOR", "SOLEUS_DEBUG", "COLUMNS", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def case_folder(data_home: Path) -> Path:
    return data_home / "soleus" / "cases"


@pytest.fixture(scope="session")
def shoulder() -> KnowledgeBase:
    checked = check(SHOULDER)
    assert checked.base is not None, [str(problem) for problem in checked.faults]
    assert not checked.gaps
    return checked.base


@pytest.fixture
def invoke() -> Invoke:
    """Run a command in this process; `lines` are typed at its prompts."""

    def run(*args: str, lines: tuple[str, ...] = (), text: str | bytes | None = None) -> Result:
        typed = "".join(f"{line}\n" for line in lines) if text is None else text
        return CliRunner().invoke(cli, list(args), input=typed)

    return run


@pytest.fixture
def talk(invoke: Invoke) -> Invoke:
    """Hold a conversation on the shoulder that asks everything: the lines are the replies."""

    def hold(*lines: str, args: tuple[str, ...] = ()) -> Result:
        return invoke("consult", "--everything", "--kb", str(SHOULDER), *args, lines=lines)

    return hold


def command(*args: str) -> list[str]:
    """A command line in the Python that runs the tests."""
    return [sys.executable, "-c", "from soleus.cli import main; main()", *args]


@pytest.fixture
def run() -> Run:
    """Run a command in a process of its own."""

    def start(*args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command(*args), input=stdin, capture_output=True, timeout=60, env={**os.environ, **(env or {})}, check=False)

    return start


class Terminal:
    """A command in a process of its own, with a terminal for all three streams, or for those that `streams` names."""

    def __init__(self, *args: str, env: dict[str, str] | None = None, streams: tuple[str, ...] = ("stdin", "stdout", "stderr")) -> None:
        self.master, slave = pty.openpty()
        ends = {name: slave if name in streams else subprocess.PIPE for name in ("stdin", "stdout", "stderr")}
        whole = {**os.environ, "TERM": "xterm-256color", **(env or {})}
        self.process = subprocess.Popen(command(*args), **ends, env=whole, start_new_session=True)  # type: ignore[call-overload]
        os.close(slave)
        self._waiting = ""

    def read_until(self, text: str, seconds: float = 30) -> str:
        """What comes on the terminal, up to and with the text."""
        end = time.monotonic() + seconds
        while text not in self._waiting:
            assert time.monotonic() < end, f"{text!r} did not come: {self._waiting!r}"
            self._read()
        head, _, self._waiting = self._waiting.partition(text)
        return head + text

    def read_all(self, seconds: float = 30) -> str:
        """What still comes until the command ends."""
        end = time.monotonic() + seconds
        while self._read() or self.process.poll() is None:
            assert time.monotonic() < end, f"It did not end: {self._waiting!r}"
        rest, self._waiting = self._waiting, ""
        return rest

    def _read(self) -> bool:
        """Take what has come; false when that is nothing."""
        chunk = self._chunk() if select.select([self.master], [], [], 0.1)[0] else ""
        self._waiting += chunk
        return bool(chunk)

    def _chunk(self) -> str:
        try:
            return os.read(self.master, 65536).decode("utf-8", "replace")
        except OSError:  # Linux says so when the other end is closed
            return ""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        os.close(self.master)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Start commands on terminals; they are ended with the test."""
    started: list[Terminal] = []

    def start(*args: str, **options: object) -> Terminal:
        started.append(Terminal(*args, **options))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for one in started:
        one.close()
