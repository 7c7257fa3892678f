"""The time from the start of a command to its first prompt, on a terminal of its own where the system has such, or on pipes."""

from __future__ import annotations

import os
import subprocess
import time

PROMPT = b"> "
PATIENCE = 30.0
"""Seconds after which a prompt is given up."""


def until_first_prompt(command: list[str], environment: dict[str, str]) -> float:
    """Milliseconds until the first prompt stands at the end of what the command said. The command is then ended."""
    try:
        import pty
    except ImportError:
        return _on_pipes(command, environment)
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True) as process:
        os.close(theirs)
        try:
            return _wait_for_prompt(ours, start)
        finally:
            process.kill()
            os.close(ours)


def _on_pipes(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment) as process:
        try:
            assert process.stderr is not None
            return _wait_for_prompt(process.stderr.fileno(), start)
        finally:
            process.kill()


def _wait_for_prompt(descriptor: int, start: float) -> float:
    said = b""
    while not said.endswith(PROMPT):
        try:
            part = os.read(descriptor, 65536)
        except OSError:
            part = b""
        if not part or time.perf_counter() - start > PATIENCE:
            raise RuntimeError(f"No prompt came: {said.decode(errors='replace')}")
        said += part
    return (time.perf_counter() - start) * 1000
