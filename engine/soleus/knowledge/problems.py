"""What is wrong with a knowledge base or an answer file, said so that its author can mend it."""

from __future__ import annotations

import difflib
import functools
import heapq
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_SHOWN = 60
"""The characters of a foreign value that a message repeats."""

MOST_PROBLEMS = 200
"""The problems that one error lists: more help nobody, and a hostile file could ask for millions."""

_MOST_TO_CHOOSE = 8
_MOST_SEARCHED = 5_000
_MOST_COMPARED = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where (file, and line from 1; 0 when no line applies), what, and the way out.

    `check` is the id of the check of the knowledge that found it; what could not be read at all has none. The texts are fit for a
    terminal: what cannot be printed, in them or in the name of the file, is shown as '?'.
    """

    file: str
    line: int
    what: str
    hint: str = ""
    check: str = ""

    def __post_init__(self) -> None:
        for name in ("file", "what", "hint"):
            object.__setattr__(self, name, printable(getattr(self, name)))

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join(part for part in (where and f"{where}:", self.what, self.hint) if part)


class SoleusError(Exception):
    """Any error that a user can mend. `str()` is one message: what is wrong, where, and the way out."""


class _ProblemsError(SoleusError):
    """An error that lists problems, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = bounded(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class KnowledgeError(_ProblemsError):
    """A knowledge base that cannot be used. `problems` holds everything that is wrong with it, in order of file and line."""


class AnswerError(_ProblemsError):
    """Answers that cannot be used. `problems` holds everything that is wrong with them, in order of file and line."""


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order of file and line, each once; of very many only the first, and a last one that says so."""
    found = sorted(set(problems))
    if len(found) <= MOST_PROBLEMS:
        return tuple(found)
    last = found[MOST_PROBLEMS - 1]
    rest = Problem(last.file, last.line, f"There are {len(found) - MOST_PROBLEMS:,} more problems.", "Mend these first.", last.check)
    return (*found[:MOST_PROBLEMS], rest)


def printable(text: str) -> str:
    """A text with '?' for every character that a terminal would obey rather than show."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "?" for char in text)


def shown(value: object) -> str:
    """A value from outside, made harmless and short for a message, as its author would write it: `yes`, not `True`."""
    text = printable(_written(value, 2))
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "..."


def _written(value: object, depth: int) -> str:
    """A value as it reads in YAML, cut off below `depth` and beyond what a message can hold: data from outside has no bounds."""
    if isinstance(value, str):
        return repr(value[: MOST_SHOWN + 1])
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "yes", False: "no"}[value]
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, Mapping):
        return "{" + _parts((f"{str(key)[:MOST_SHOWN]}: {_written(one, depth - 1)}" for key, one in value.items()), depth) + "}"
    if isinstance(value, list | tuple):
        return "[" + _parts((_written(one, depth - 1) for one in value), depth) + "]"
    return f"something of type {type(value).__name__}"


def _parts(parts: Iterable[str], depth: int) -> str:
    """The first parts of a list or mapping; three dots stand for what is too deep or too much."""
    if depth == 0:
        return "..."
    text = ""
    for part in parts:
        text += f", {part}" if text else part
        if len(text) > MOST_SHOWN:
            break
    return text


def number_text(number: float) -> str:
    """A number as a person writes it: 3, not 3.0, and no exponent while it is of a usual size."""
    try:
        return str(int(number)) if number == int(number) and abs(number) < 1e15 else f"{number:.12g}"
    except OverflowError:
        return "a number without end" if isinstance(number, float) else "a very large number"
    except ValueError:
        return "not a number"


def closest(name: object, names: Iterable[str]) -> str | None:
    """The one of the names that somebody who wrote `name` most likely meant, if one is near."""
    wrong, right = name[:MOST_SHOWN] if isinstance(name, str) else shown(name), sorted(names)
    pairs = _pairs(wrong)
    likely = heapq.nlargest(_MOST_COMPARED, right[:_MOST_SEARCHED], key=lambda one: len(pairs & _pairs(one)) / (1 + len(pairs | _pairs(one))))
    return next(iter(difflib.get_close_matches(wrong, likely, n=1, cutoff=0.6)), None)


@functools.lru_cache(maxsize=_MOST_SEARCHED)
def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbours in a name: a quick measure of likeness, before the exact one that takes its time."""
    return frozenset(map("".join, itertools.pairwise(name[:MOST_SHOWN])))


def nearest(name: object, names: Iterable[str]) -> str:
    """The way out of an unknown name: the closest right one, or a few that exist, those that share a word with it first."""
    right = sorted(names)
    if close := closest(name, right):
        return f"Did you mean '{close}'?"
    if not right:
        return "There are none to choose from."
    words = _words(name) if isinstance(name, str) else set()
    few = sorted(right, key=lambda one: not _words(one) & words)[:_MOST_TO_CHOOSE]
    return "It can be " + ", ".join(few) + (", ..." if len(right) > len(few) else "") + "."


def _words(name: str) -> set[str]:
    """The words of an id, but for the short ones: 'a' and 'of' tell nothing."""
    return {word for word in name[:MOST_SHOWN].lower().replace("-", "_").split("_") if len(word) > 2}
