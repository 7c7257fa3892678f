"""A saved consultation: which knowledge, which answers, which questions were dealt with. Enough to go on with it.

A case is a JSON file that only its owner can read. Reading one trusts nothing in it: its size, its shape, its answers and its questions are
all checked. A case goes on only with the knowledge that it was begun with; its answers alone can be concluded with any.
The file is the journal of a consultation that goes on; what was concluded is kept in the case store (`soleus.review`).
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from soleus.consultation.consultation import Consultation
from soleus.consultation.journal import ID, TIME, Journal
from soleus.knowledge.answers import MOST_BYTES, parse_answers, read_answers
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.files import write_private
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import Problem, SoleusError, nearest, printable, shown

FORMAT = 1
STDIN = "-"

NAME = re.compile(r"\w[\w-]{0,79}")
"""The name of a case, in the user's folder and in a case store."""
_KEYS = ("soleus_case", "knowledge", "answers", "asked")
_MORE_KEYS = ("id", "times", "everything")
"""Keys that a case may lack: those that were written before there was a case store do."""

_KNOWLEDGE_KEYS = ("name", "version", "fingerprint")
_MOST_ASKED = 10_000
_CHANGED = "It was not written by this version of Soleus, or changed since."


class CaseError(SoleusError):
    """A saved case that cannot be read, found or gone on with."""


@dataclass(frozen=True, slots=True)
class CaseKnowledge:
    """Which knowledge a case was begun with."""

    name: str
    version: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{printable(self.name)} {printable(self.version)} ({printable(self.fingerprint[:12])})"


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it was read: of the right shape, its answers and questions not yet checked against any knowledge.

    Its journal is None where the file does not say which case it is. With `everything`, the person wants every question.
    """

    source: str
    knowledge: CaseKnowledge
    answers: Mapping[str, Any]
    asked: tuple[str, ...]
    journal: Journal | None = None
    everything: bool = False

    def resume(self, base: KnowledgeBase) -> Consultation:
        """The consultation where it stood. Raises `CaseError` for another knowledge or unknown questions, `AnswerError` for wrong answers."""
        if self.knowledge.fingerprint != base.fingerprint:
            raise CaseError(_other_knowledge(self, base))
        consultation = Consultation.of(base, self.answers, self.asked)
        known = {name for question in consultation.questions for name in (question.id, *question.observables)}
        for name in self.asked:
            if name not in known:
                raise CaseError(f"{printable(self.source)}: 'asked' names {shown(name)}, which is no question. {nearest(name, known)}")
        return consultation.ask_everything() if self.everything else consultation


def knowledge_of(base: KnowledgeBase) -> CaseKnowledge:
    """Which knowledge this is, as a case names it."""
    return CaseKnowledge(base.about.id, base.about.version, base.fingerprint)


def _other_knowledge(case: Case, base: KnowledgeBase) -> str:
    return (
        f"The case {shown(case.source)} was begun with the knowledge {case.knowledge}, and this is {knowledge_of(base)}. "
        f"Go on with --kb and the folder of that version, or conclude it anew with this one: soleus consult --answers {printable(case.source)}"
    )


# Where cases are kept


def folder() -> Path:
    """The folder of the user's cases. It need not exist."""
    import platformdirs

    return Path(platformdirs.user_data_dir("soleus", appauthor=False)) / "cases"


def path_of(case: str) -> Path:
    """Where a case of this name is kept: a plain name in the user's folder, anything with a folder or an ending where it says.

    Raises `CaseError` for what is neither.
    """
    if os.sep in case or (os.altsep and os.altsep in case) or Path(case).suffix:
        return Path(case)
    if not NAME.fullmatch(case):
        raise CaseError(f"{shown(case)} is neither a name nor a file. A name has letters, digits, '-' and '_', at most 80; a file ends in .json.")
    return folder() / f"{case}.json"


def existing(case: str) -> Path:
    """Where an existing case or answer file is: as `path_of`, or a file of that very name. Raises `CaseError` when there is none."""
    for path in (path_of(case), Path(case)):
        if os.path.lexists(path):
            return path
    names = sorted(path.stem for path in folder().glob("*.json"))
    hint = nearest(case, names) if names else "No case has been saved yet."
    raise CaseError(f"There is no case or file {shown(case)}. {hint}")


def new_path(case: str) -> Path:
    """Where a new case of this name goes. Raises `CaseError` when something is there already, or its folder is not."""
    path = path_of(case)
    if os.path.lexists(path):
        raise CaseError(f"There is already a case {shown(case)}. Go on with it: soleus consult --resume {printable(case)}, or choose another name.")
    if path.parent != folder() and not path.parent.is_dir():
        raise CaseError(f"{shown(case)} cannot be saved: there is no folder {shown(str(path.parent))}.")
    return path


def dated_path(now: datetime) -> Path:
    """A free place for a case that was given no name: it is called after the date and time."""
    name = now.strftime("%Y-%m-%d-%H%M%S")
    free = (folder() / f"{name}{ending}.json" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
    return next((path for path in free if not os.path.lexists(path)), folder() / f"{name}-{os.getpid()}.json")


def name_of(path: Path) -> str:
    """What to call a case so that `existing` finds it from anywhere: its name in the user's folder, or its whole path."""
    if path.parent == folder() and path.suffix == ".json" and NAME.fullmatch(path.stem):
        return path.stem
    return str(path.absolute())


# Writing and reading


def save(consultation: Consultation, path: Path, journal: Journal | None = None) -> None:
    """Write a case, whole or not at all, for its owner's eyes only. Raises `OSError`."""
    write_private(path, as_text(consultation, journal))


def as_text(consultation: Consultation, journal: Journal | None = None) -> str:
    """A consultation as the text of a case file; the same consultation and journal give the same bytes."""
    knowledge = dataclasses.asdict(knowledge_of(consultation.base))
    data = {"soleus_case": FORMAT, "knowledge": knowledge, "answers": dict(consultation.answers), "asked": list(consultation.asked)}
    if consultation.everything:
        data["everything"] = True
    if journal is not None:
        data |= {"id": journal.id, "times": dict(journal.times)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_case(case: str) -> Case:
    """A saved case by name or file. Raises `CaseError` when there is none, or when it is not one."""
    path = existing(case)
    document = _document(_content(path, str(path), None), str(path))
    if not _is_case(document.data):
        raise CaseError(f"{printable(str(path))} is not a saved case. For a file of answers use: soleus consult --answers {printable(case)}")
    return _case(document, case)


def answers_in(base: KnowledgeBase, source: str, stdin: BinaryIO | None = None) -> tuple[dict[str, Scalar], Case | None]:
    """The answers in an answer file, in a saved case, or on `stdin` when the source is `-`; and the case, if it is one.

    Raises `CaseError` when there is no such file, `AnswerError` with everything that is wrong with its answers.
    """
    path = None if source == STDIN else existing(source)
    name = str(path) if path else "standard input"
    content = _content(path, name, stdin)
    if b"soleus_case" not in content[:MOST_BYTES]:
        return parse_answers(base, content, name), None
    document = _document(content, name)
    if not _is_case(document.data):
        return read_answers(base, document.data, name, document.line), None
    case = _case(document, source)
    return read_answers(base, document.data["answers"], name, lambda path: document.line(("answers", *path))), case


def _content(path: Path | None, name: str, stdin: BinaryIO | None) -> bytes:
    """At most `MOST_BYTES` + 1 bytes of a file, or of `stdin` when there is no path."""
    try:
        if path is None:
            stdin = stdin or getattr(sys.stdin, "buffer", None)
            return stdin.read(MOST_BYTES + 1) if stdin else b""
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not one of a file"
        raise CaseError(str(Problem(name, 0, f"It cannot be read: {why}.", "Check the name and your rights to it."))) from error


def _document(content: bytes, name: str) -> Any:
    from soleus.knowledge.reading import Document, read_document

    if len(content) > MOST_BYTES:
        raise CaseError(str(Problem(name, 0, f"It has more than {MOST_BYTES:,} bytes.", "A case needs far less.")))
    document = read_document(content, name)
    if not isinstance(document, Document):
        raise CaseError(str(document))
    return document


def _is_case(data: object) -> bool:
    return isinstance(data, Mapping) and "soleus_case" in data


def _case(document: Any, source: str) -> Case:
    """The case in a document. Raises `CaseError` with the first thing that is wrong with its shape."""
    data = document.data
    wrong = next(((key, what) for key, what in _faults(data) if what), None)
    if wrong:
        raise CaseError(str(Problem(document.file, document.line((wrong[0],)), wrong[1], _CHANGED)))
    knowledge = CaseKnowledge(*(data["knowledge"][key] for key in _KNOWLEDGE_KEYS))
    journal = Journal(data["id"], data["answers"], data.get("times", {})) if "id" in data else None
    return Case(source, knowledge, data["answers"], data["asked"], journal, data.get("everything", False))


def _faults(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """For every key of a case: the key, and what is wrong with it, or nothing."""
    if data["soleus_case"] != FORMAT or isinstance(data["soleus_case"], bool):
        return [("soleus_case", f"This case is of the form {shown(data['soleus_case'])}, and only {FORMAT} is known here.")]
    missing = [(key, f"The case lacks '{key}'.") for key in _KEYS if key not in data]
    unknown = [(key, f"A case has no key {shown(key)}.") for key in data if key not in (*_KEYS, *_MORE_KEYS)]
    if missing or unknown:
        return [*missing, *unknown]
    return [
        ("knowledge", "" if _is_knowledge(data["knowledge"]) else f"'knowledge' takes {', '.join(_KNOWLEDGE_KEYS)}, each a text."),
        ("answers", "" if isinstance(data["answers"], Mapping) else f"'answers' is a mapping, not {shown(data['answers'])}."),
        ("asked", "" if _is_list_of_names(data["asked"]) else f"'asked' is a list of questions, each once, not {shown(data['asked'])}."),
        ("id", "" if "id" not in data or _fits(ID, data["id"]) else f"'id' has 32 hex digits: it cannot be {shown(data['id'])}."),
        ("everything", "" if isinstance(data.get("everything", False), bool) else f"'everything' is yes or no, not {shown(data['everything'])}."),
        ("times", "" if _is_times(data.get("times", {})) else f"'times' holds a time for each answer, not {shown(data['times'])}."),
    ]


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_times(value: object) -> bool:
    return isinstance(value, Mapping) and all(_fits(TIME, one) for one in value.values())


def _is_knowledge(value: object) -> bool:
    return isinstance(value, Mapping) and set(value) == set(_KNOWLEDGE_KEYS) and all(isinstance(one, str) and one for one in value.values())


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, tuple) and len(value) <= _MOST_ASKED and all(isinstance(one, str) for one in value) and len(set(value)) == len(value)
