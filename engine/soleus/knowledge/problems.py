"""What is wrong with a knowledge base or an answer file, said so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where (file, and line from 1; 0 when no line applies), what, and the way out."""

    file: str
    line: int
    what: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}" + (f" {self.hint}" if self.hint else "")


class SoleusError(Exception):
    """Any error that a user can mend. `str()` is one message: what is wrong, where, and the way out."""


class KnowledgeError(SoleusError):
    """A knowledge base that cannot be used. `problems` holds everything that is wrong with it, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class AnswerError(SoleusError):
    """Answers that cannot be used. `problems` holds everything that is wrong with them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown(value: object) -> str:
    """A value from outside, made harmless and short for a message: no control characters, at most 60 characters."""
    text = repr(value) if isinstance(value, str) else str(value)
    text = "".join(char if char.isprintable() else "?" for char in text)
    return text if len(text) <= 60 else text[:57] + "..."


def nearest(name: object, names: Iterable[str]) -> str:
    """The way out of an unknown name: the nearest right one, or the first few that exist."""
    names = sorted(names)
    close = difflib.get_close_matches(str(name), names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    if not names:
        return "There are none to choose from."
    return "It can be " + ", ".join(names[:8]) + (", ..." if len(names) > 8 else "") + "."
