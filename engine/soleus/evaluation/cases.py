"""Case sheets: the answers of a published case, and what a fair judge accepts as right."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from soleus.knowledge.answers import read_answers
from soleus.knowledge.conditions import LEVELS, Scalar
from soleus.knowledge.model import KnowledgeBase, Level
from soleus.knowledge.problems import AnswerError, Problem, nearest, shown
from soleus.knowledge.reading import Document, read_document

KEYS = ("source", "retold", "answers", "accepted", "triage", "confirmed", "causes")


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One case. `accepted` holds the ids of the conditions that count as right, empty where the knowledge base has none for it;
    `triage` the safest reasonable level, `causes` those that the source names, `confirmed` whether the diagnosis was."""

    name: str
    source: str
    answers: Mapping[str, Scalar]
    accepted: tuple[str, ...]
    triage: Level
    confirmed: bool
    causes: tuple[str, ...]


def load_cases(base: KnowledgeBase, folder: str | os.PathLike[str]) -> tuple[CaseSheet, ...]:
    """The case sheets in a folder of YAML files, one case each, by name. Raises `AnswerError` with everything that is wrong."""
    paths = sorted(Path(folder).glob("*.yaml"))
    if not paths:
        raise AnswerError([Problem(str(folder), 0, "This folder holds no case sheets.", "Name a folder of .yaml files, one case each.")])
    cases: list[CaseSheet] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            cases.append(_load(base, path))
        except AnswerError as error:
            problems += error.problems
    if problems:
        raise AnswerError(problems)
    return tuple(cases)


def _load(base: KnowledgeBase, path: Path) -> CaseSheet:
    try:
        document = read_document(path.read_bytes(), path.name)
    except OSError as error:
        raise AnswerError([Problem(path.name, 0, f"It cannot be read: {error.strerror}.")]) from error
    if not isinstance(document, Document):
        raise AnswerError([document])
    data = document.data
    problems = [Problem(path.name, document.line(at), what, hint) for at, what, hint in _misfits(base, data)]
    answers: dict[str, Scalar] = {}
    if isinstance(data, dict) and "answers" in data:
        try:
            answers = read_answers(base, data["answers"], path.name, lambda at: document.line(("answers", *at)))
        except AnswerError as error:
            problems += error.problems
    if problems:
        raise AnswerError(problems)
    return CaseSheet(
        name=path.stem,
        source=data["source"],
        answers=answers,
        accepted=data["accepted"],
        triage=data["triage"],
        confirmed=data.get("confirmed", True),
        causes=data.get("causes", ()),
    )


def _misfits(base: KnowledgeBase, data: Any) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What is wrong with a sheet, apart from its answers: where, what, the way out."""
    if not isinstance(data, dict):
        yield (), f"A case sheet is a mapping, not {shown(data)}.", f"Its keys are {', '.join(KEYS)}."
        return
    for key in data.keys() - set(KEYS):
        yield (key,), f"A case sheet has no key {shown(key)}.", nearest(key, KEYS)
    for key in ("source", "answers", "accepted", "triage"):
        if key not in data:
            yield (), f"The case sheet lacks '{key}'.", ""
    for key in ("source", "retold"):
        if key in data and not (isinstance(data[key], str) and data[key].strip()):
            yield (key,), f"'{key}' is a text, not {shown(data[key])}.", ""
    if "triage" in data and data["triage"] not in LEVELS:
        yield ("triage",), f"Unknown triage level {shown(data['triage'])}.", nearest(data["triage"], LEVELS)
    if not isinstance(data.get("confirmed", True), bool):
        yield ("confirmed",), "'confirmed' is yes or no.", ""
    for key, names in (("accepted", base.conditions), ("causes", base.causes)):
        given = data.get(key, ())
        if not isinstance(given, tuple):
            yield (key,), f"'{key}' is a list of ids, not {shown(given)}.", ""
        else:
            unknown = [one for one in given if not (isinstance(one, str) and one in names)]
            yield from (((key,), f"Unknown id {shown(one)} in '{key}'.", nearest(one, names)) for one in unknown)
