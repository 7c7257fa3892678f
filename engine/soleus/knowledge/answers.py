"""Answers from outside, checked against the questions of a knowledge base.

Answers are a mapping of observable to value. A `yes_no` takes yes or no (a bool, or the word), a `one_of` one of its choices, a
`number` a number within its range. Nothing (null), "not sure" and "unknown" say that the answer is not known; such an answer is left
out, as is every observable that is not named. Nothing is guessed: a number in quotes is no number, 1 is not yes, and a number out of range
is refused rather than moved to its end.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import MOST_PROBLEMS, AnswerError, Problem, nearest, number_text, shown

MOST_BYTES = 1_000_000
UNKNOWN = frozenset({"unknown", "not sure", "not_sure"})
"""The words, besides null, that say that an answer is not known."""

_YES_NO = {"yes": True, "no": False}

Line = Callable[[tuple[str | int, ...]], int]
"""The line, from 1, of the answer at a path."""


def _no_line(_: tuple[str | int, ...]) -> int:
    """The line of answers that stand in no file."""
    return 0


class _WrongError(Exception):
    """What is wrong with one answer, and the way out."""


def load_answers(base: KnowledgeBase, source: str | os.PathLike[str], stdin: BinaryIO | None = None) -> dict[str, Scalar]:
    """The answers in a YAML or JSON file, or those on `stdin` when the source is `-`. Raises `AnswerError` with every problem."""
    name = "standard input" if source == "-" else os.fspath(source)
    try:
        with contextlib.nullcontext(stdin or sys.stdin.buffer) if source == "-" else open(source, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have this name"
        raise AnswerError([Problem(name, 0, f"The answers cannot be read: {why}.", "Check the name and your rights to it.")]) from error
    return parse_answers(base, content, name)


def parse_answers(base: KnowledgeBase, content: bytes, file: str) -> dict[str, Scalar]:
    """The answers in a YAML or JSON text, which messages call `file`. Raises `AnswerError` with every problem and its line."""
    from soleus.knowledge.reading import read_all

    if len(content) > MOST_BYTES:
        raise AnswerError([Problem(file, 0, f"The answers have more than {MOST_BYTES:,} bytes.", "One person's answers need far less.")])
    document = read_all(content, file)
    if not document.problems:
        return read_answers(base, document.data, file, document.line)
    given = document.data if isinstance(document.data, Mapping) else {}
    raise AnswerError([*document.problems, *_checked_all(base, given, file, document.line)[1]])


def read_answers(base: KnowledgeBase, data: object, file: str, line: Line = _no_line) -> dict[str, Scalar]:
    """The known answers in a mapping of observable to value, in the order of the interview, whatever the order of `data`.

    `line` gives the line in `file` of the answer at a path. Raises `AnswerError` with everything that is wrong. No answers at all must be
    written as an empty mapping: an empty file is refused, since it may be the rest of something that failed.
    """
    if not isinstance(data, Mapping):
        raise AnswerError([_no_mapping(data, file, line)])
    given, problems = _checked_all(base, data, file, line)
    if problems:
        raise AnswerError(problems)
    return {name: given[name] for name in base.observables if name in given}


def _no_mapping(data: object, file: str, line: Line) -> Problem:
    hint = "Write for example 'age: 42', one a line, or {} when nothing is known."
    if data is None:
        return Problem(file, 0, "There are no answers here.", hint)
    return Problem(file, line(()), f"Answers are a mapping of observable to value, not {shown(data)}.", hint)


def _checked_all(base: KnowledgeBase, data: Mapping[Any, object], file: str, line: Line) -> tuple[dict[str, Scalar], list[Problem]]:
    """The known answers, and what is wrong with the others. It stops where there is more to mend than anyone would read."""
    given: dict[str, Scalar] = {}
    problems: list[Problem] = []
    for name, value in data.items():
        try:
            known = _checked(base, name, value)
        except _WrongError as wrong:
            problems.append(Problem(file, line((name,)), *wrong.args))
            if len(problems) > MOST_PROBLEMS:
                break
        else:
            if known is not None:
                given[name] = known
    return given, problems


def check_answer(base: KnowledgeBase, observable_id: str, value: object) -> Scalar | None:
    """One answer in its plain form, or None when it says that the answer is not known. Raises `AnswerError`."""
    try:
        return _checked(base, observable_id, value)
    except _WrongError as wrong:
        raise AnswerError([Problem("", 0, *wrong.args)]) from None


def _checked(base: KnowledgeBase, name: object, value: object) -> Scalar | None:
    """One answer in its plain form. Raises `_WrongError`."""
    one = base.observables.get(name) if isinstance(name, str) else None
    if one is None:
        raise _WrongError(f"Unknown observable {shown(name)}.", _right_name(base, name))
    if value is None or (isinstance(value, str) and _plain(value) in UNKNOWN):
        return None
    return _CHECKS[one.kind](one, value)


def _right_name(base: KnowledgeBase, name: object) -> str:
    """The way out of a name that is no observable."""
    if not isinstance(name, str):
        return "The name of an observable is a text."
    if checklist := base.checklists.get(name):
        return f"It is a checklist: answer its items, such as '{checklist.items[0]}', each with yes or no."
    if name in base.findings:
        return "It is a finding, which rules derive: answer the questions that it stands on."
    return nearest(name, base.observables)


def _yes_no(one: Observable, value: object) -> Scalar:
    known = _YES_NO.get(_plain(value)) if isinstance(value, str) else value
    if not isinstance(known, bool):
        raise _WrongError(f"'{one.id}' is a yes-or-no question: it cannot be {shown(value)}.", "Answer yes, no or not sure.")
    return known


def _one_of(one: Observable, value: object) -> Scalar:
    for choice in one.choices:
        if isinstance(value, str) and value == choice:
            return choice
    raise _WrongError(f"'{one.id}' cannot be {shown(value)}.", nearest(value, one.choices))


def _number(one: Observable, value: object) -> Scalar:
    """A number within the range; 3.0 becomes 3, so that one answer has one form."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not _is_finite(value):
        raise _WrongError(f"'{one.id}' is a number: it cannot be {shown(value)}.", f"Give a number{_unquoted(value)}, {_limits(one)}.")
    if one.range and not one.range.at_least <= value <= one.range.at_most:
        raise _WrongError(f"'{one.id}' must be {_limits(one)}: {shown(value)} lies outside.", "Check it and its unit, or leave it out if not sure.")
    if value == int(value):
        return int(value)
    if one.whole:
        raise _WrongError(f"'{one.id}' takes whole numbers only: {shown(value)} is not one.", "Round it.")
    return float(value)


def _is_finite(value: float) -> bool:
    return isinstance(value, int) or math.isfinite(value)


def _limits(one: Observable) -> str:
    """The range of a number, with its unit."""
    limits = f"from {number_text(one.range.at_least)} to {number_text(one.range.at_most)}" if one.range else "of any size"
    return f"{limits} ({one.unit})" if one.unit else limits


def _unquoted(value: object) -> str:
    return " without quotes" if isinstance(value, str) and value.strip().replace(".", "", 1).isdecimal() else ""


def _plain(word: str) -> str:
    """A word as the checks compare it: small letters, no space around it."""
    return word.strip().lower() if len(word) <= 80 else word


_CHECKS: dict[str, Callable[[Observable, object], Scalar]] = {"yes_no": _yes_no, "one_of": _one_of, "number": _number}
