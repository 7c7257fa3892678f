"""Answers of many people as they were saved, not yet checked against any knowledge: answer files, saved cases and case sheets."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from soleus.knowledge.answers import MOST_BYTES
from soleus.knowledge.problems import AnswerError, Problem, printable, shown
from soleus.knowledge.reading import Document, read_document

ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answers of one file, as they were written. `name` is the name of the file, without its ending."""

    name: str
    answers: Mapping[str, Any]


def read_sheets(path: str | os.PathLike[str]) -> tuple[AnswerSheet, ...]:
    """The sheets in a folder, by name, or the one in a file. Raises `AnswerError` with everything that cannot be read.

    A file is a mapping of observable to value, or one that holds such a mapping under `answers`, as saved cases and case sheets do.
    """
    files = _files(Path(path))
    sheets: list[AnswerSheet] = []
    problems: list[Problem] = []
    for file in files:
        found = _read(file)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sheets.append(found)
    if problems:
        raise AnswerError(problems)
    return tuple(sheets)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(one for one in path.iterdir() if one.suffix in ENDINGS and not one.name.startswith("."))
    if not files:
        raise AnswerError([Problem(str(path), 0, "This folder holds no answers.", f"Name one with files that end in {', '.join(ENDINGS)}.")])
    return files


def _read(path: Path) -> AnswerSheet | Problem:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have this name"
        return Problem(str(path), 0, f"It cannot be read: {why}.", "Check the name and your rights to it.")
    if len(content) > MOST_BYTES:
        return Problem(str(path), 0, f"It has more than {MOST_BYTES:,} bytes.", "One person's answers need far less.")
    document = read_document(content, str(path))
    if not isinstance(document, Document):
        return document
    answers = document.data.get("answers", document.data) if isinstance(document.data, Mapping) else document.data
    if not isinstance(answers, Mapping):
        return Problem(str(path), document.line(("answers",)), f"Answers are a mapping of observable to value, not {shown(answers)}.")
    return AnswerSheet(printable(path.stem), answers)
