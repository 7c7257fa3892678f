"""kill -9 in the middle of 200 random writes: the store opens, and holds every case and verdict that was confirmed, and nothing by halves."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from soleus.review.store import CaseStore

WRITES = 200
Write = tuple[str, str, int, int]
State = dict[str, tuple[list[int], list[str]]]
"""Each case with the answers of its versions, and the reasons of its verdicts in order of text."""


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_writer_loses_nothing_that_it_confirmed(tmp_path: Path, seed: int) -> None:
    _kill_and_look(tmp_path / "cases.db", seed)


@pytest.mark.nightly
def test_a_writer_that_is_killed_again_and_again_loses_nothing(tmp_path: Path) -> None:
    for seed in range(60):
        _kill_and_look(tmp_path / "cases.db", seed)


def test_a_writer_that_is_not_killed_ends_with_what_it_wrote(tmp_path: Path) -> None:
    writes, pending = _written(tmp_path / "cases.db", 99, WRITES, 0.0)
    assert (len(writes), pending) == (WRITES, None)
    assert {do for do, *_ in writes} == {"keep", "judge", "forget"}
    assert _held(tmp_path / "cases.db", 99) == _after(writes)


def _kill_and_look(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    writes, pending = _written(path, seed, chance.randrange(1, WRITES), chance.uniform(0, 0.01))
    allowed = [_after(writes), *([_after([*writes, pending])] if pending else [])]
    assert _held(path, seed) in allowed
    with CaseStore(str(path))._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        whole = "SELECT case_id, number FROM soleus_versions EXCEPT SELECT case_id, number FROM "
        assert [connection.exec_driver_sql(whole + table).fetchall() for table in ("soleus_bodies", "soleus_said")] == [[], []]


def _written(path: Path, seed: int, most: int, wait: float) -> tuple[list[Write], Write | None]:
    """The writes that were confirmed until the writer was killed, some time after so many of them, and the one that it was at."""
    command = [sys.executable, "-m", "tests.review.writer", str(path), str(seed), str(WRITES)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    confirmed: list[Write] = []
    pending: Write | None = None
    killed = False
    for line in process.stdout:
        if line != b"done\n":
            pending = tuple(json.loads(line))
            continue
        assert pending is not None
        confirmed.append(pending)
        pending = None
        if len(confirmed) == most and most < WRITES and not killed:
            time.sleep(wait)
            os.kill(process.pid, signal.SIGKILL)
            killed = True
    process.stdout.close()
    assert process.wait(30) == (-signal.SIGKILL if killed else 0)
    return confirmed, pending


def _after(writes: list[Write]) -> State:
    state: State = {}
    for do, name, worst, number in writes:
        answers, reasons = state.setdefault(name, ([], []))
        if do == "keep" and answers[-1:] != [worst]:
            answers.append(worst)
        elif do == "judge":
            reasons.append(f"note {number}")
        elif do == "forget":
            del state[name]
    return state


def _held(path: Path, seed: int) -> State:
    cases = [one for one in CaseStore(str(path)).read_all() if one.name.startswith(f"case-{seed}-")]
    found = {one.name: ([int(version.answers["worst"]) for version in one.versions], [verdict.reason for verdict in one.verdicts]) for one in cases}
    return {name: (answers, sorted(reasons, key=lambda one: int(one.split()[1]))) for name, (answers, reasons) in found.items()}
