"""A folder of YAML files to a knowledge base, with everything that is wrong with it in one error."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache as remember
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from soleus.knowledge import cache
from soleus.knowledge.files import read_files
from soleus.knowledge.items import Lost, Places
from soleus.knowledge.model import KnowledgeBase, Place
from soleus.knowledge.problems import MOST_PROBLEMS, KnowledgeError, Problem, bounded, shown

if TYPE_CHECKING:
    from soleus.knowledge.checks import Check
    from soleus.knowledge.reading import Document

_PLURAL = {
    "observable": "observables",
    "checklist": "checklists",
    "finding": "findings",
    "score": "scores",
    "condition": "conditions",
    "cause": "causes",
    "measure": "measures",
    "rule": "rules",
    "claim": "claims",
    "source": "sources",
    "property": "properties",
}
_ASKED = ("observable", "checklist")
_CARRIES = ("finding", "score", "condition", "cause", "measure", "rule")
_ONLY = ("knowledge", "interview")


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a folder found: the base if it can be used, faults that keep it from use, gaps that do not."""

    base: KnowledgeBase | None
    faults: tuple[Problem, ...]
    gaps: tuple[Problem, ...] = ()


@remember
def load_bundled() -> KnowledgeBase:
    """The knowledge that comes with Soleus; read once in a process."""
    return _load(Path(next(iter(import_module("soleus.kb").__path__))), trusted=True)


def load(folder: str | os.PathLike[str]) -> KnowledgeBase:
    """The knowledge in a folder. Raises `KnowledgeError` with every fault."""
    return _load(Path(folder), trusted=False)


def _load(folder: Path, *, trusted: bool) -> KnowledgeBase:
    files = read_files(folder)
    key = fingerprint(files)
    known = cache.find(key, folder if trusted else None)
    if known is None:
        checked = check_files(files, gaps=())
        if checked.base is None:
            raise KnowledgeError(checked.faults)
        known = checked.base
        cache.keep(known)
    return known


def check(folder: str | os.PathLike[str], *, gaps: Iterable[Check] | None = None, today: date | None = None) -> Checked:
    """Read a folder afresh and say everything that is wrong with it. Raises nothing for what its files hold.

    `gaps` are the checks for gaps that are run, all of them without it. Without `today` no review is overdue.
    """
    try:
        return check_files(read_files(Path(folder)), gaps=gaps, today=today, folder=folder)
    except KnowledgeError as error:
        return Checked(None, error.problems)


def fingerprint(files: dict[str, bytes]) -> str:
    """SHA-256, in hex, over the names and bytes of the files."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def check_files(
    files: dict[str, bytes],
    *,
    gaps: Iterable[Check] | None = None,
    today: date | None = None,
    folder: str | os.PathLike[str] | None = None,
    read: Callable[[str, bytes], ReadFile] | None = None,
) -> Checked:
    """Check files that were read: their shape, their names, order and safety, and if nothing is wrong with those, what is unfinished.

    `gaps` and `today` are those of `check`. The examples of rules are looked for in `folder`; without it, none is missing. `read` is
    `read_file`, or one that remembers, for who checks nearly the same files many times.
    """
    from soleus.knowledge import checking

    found = _read_items(files, read or read_file)
    base = found.base(fingerprint(files))
    faults = found.problems + (checking.find_faults(base, found.places, found.lost) if base else [])
    if faults or base is None:
        return Checked(None, bounded(faults))
    return Checked(base, (), bounded(checking.find_gaps(base, found.places, gaps, checking.beside(base, folder, today))))


@dataclass(slots=True)
class _Items:
    """The items read so far, by kind and id, with their places, what is wrong with them, and what could not be read."""

    by_kind: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    problems: list[Problem] = field(default_factory=list)
    lost: Lost = field(default_factory=Lost)

    def add(self, kind: str, item: Any, document: Document, number: int) -> None:
        """Add an item, unless its id is taken: by a question, by something that rules name or carry, by a claim, or by a source."""
        other = next((other for other in self._sharing_ids_with(kind) if item.id in self.by_kind.get(other, {})), None)
        if kind in _ONLY and self.by_kind.get(kind):
            (first,) = self.by_kind[kind]
            self._note(document, number, f"The item '{kind}' stands here again: the first is at {self._at(kind, first)}.", "Keep one of the two.")
        elif other:
            what = f"The id {shown(item.id)} is taken by the {other} at {self._at(other, item.id)}."
            self._note(document, number, what, "Give one of the two another id.")
        else:
            self.by_kind.setdefault(kind, {})[item.id] = item
            self.places.written[f"{kind}:{item.id}"] = (document, number)

    def _note(self, document: Document, number: int, what: str, hint: str) -> None:
        self.problems.append(Problem(document.file, document.line((number,)), what, hint))

    def _at(self, kind: str, item: str) -> str:
        place = self.places.of(f"{kind}:{item}")
        return f"{place.file}:{place.line}"

    @staticmethod
    def _sharing_ids_with(kind: str) -> tuple[str, ...]:
        return next((kinds for kinds in (_ASKED, _CARRIES) if kind in kinds), (kind,))

    def base(self, key: str) -> KnowledgeBase | None:
        """The knowledge base of these items; None when it has no `knowledge` or no `interview`, which is then noted as a problem."""
        for kind in _ONLY:
            if not self.by_kind.get(kind) and self.lost.is_all_read(kind):
                hint = f"Write one '- {kind}: name', for example in {kind}.yaml."
                self.problems.append(Problem(f"{kind}.yaml", 0, f"A knowledge base needs one item '{kind}', and this one has none.", hint))
        if not all(self.by_kind.get(kind) for kind in _ONLY):
            return None
        kinds = {plural: dict(sorted(self.by_kind.get(kind, {}).items())) for kind, plural in _PLURAL.items()}
        return self._assembled(key, kinds)

    def _assembled(self, key: str, kinds: dict[str, Any]) -> KnowledgeBase:
        (about,) = self.by_kind["knowledge"].values()
        (interview,) = self.by_kind["interview"].values()
        checklists = kinds["checklists"]
        order = [one for section in interview.sections for name in section.ask for one in (checklists[name].items if name in checklists else (name,))]
        rank = {name: number for number, name in enumerate(order)}
        kinds["observables"] = dict(sorted(kinds["observables"].items(), key=lambda item: rank.get(item[0], len(rank))))
        return KnowledgeBase(about=about, fingerprint=key, interview=interview, **kinds)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: each item as its number, its kind and its record, or the problems that keep it from being one.

    What could not be read has None for its kind. `whole` tells whether every item was looked at.
    """

    document: Document
    items: tuple[tuple[int, str | None, Any], ...]
    whole: bool


def read_file(name: str, content: bytes) -> ReadFile:
    """The items of a file. It stops where there is more to mend than anyone would read."""
    from soleus.knowledge.reading import read_all

    document = read_all(content, name)
    items: list[tuple[int, str | None, Any]] = []
    wrong = len(document.problems)
    for number, data in enumerate(document.data if isinstance(document.data, tuple) else ()):
        if wrong > MOST_PROBLEMS:
            return ReadFile(document, tuple(items), False)
        kind, item = _read_item(document, number, data)
        items.append((number, kind, item))
        wrong += len(item) if kind is None else 0
    return ReadFile(document, tuple(items), document.whole)


def _read_item(document: Document, number: int, data: Any) -> tuple[str | None, Any]:
    """An item as its kind and record, or as None and what is wrong with it."""
    from soleus.knowledge.parsing import Reader, UnreadableError
    from soleus.knowledge.shape import read_item

    reader = Reader()
    try:
        return read_item(data, (number,), Place(file=document.file, line=document.line((number,))), reader)
    except UnreadableError:
        return None, tuple(Problem(document.file, document.line(path), what, hint) for path, what, hint in reader.problems)


def _read_items(files: dict[str, bytes], read: Callable[[str, bytes], ReadFile]) -> _Items:
    """Every item of every file, and what is wrong with the shape of any."""
    found = _Items()
    for name, content in files.items():
        file = read(name, content)
        document = file.document
        found.problems += document.problems
        found.lost.files |= not file.whole
        if document.whole and not isinstance(document.data, tuple):
            found.problems.append(Problem(name, 1, "A knowledge file is a list of items.", "Start each item with '- '."))
        _add_items(file, found)
    return found


def _add_items(file: ReadFile, found: _Items) -> None:
    for number, kind, item in file.items:
        if len(found.problems) > MOST_PROBLEMS:
            found.lost.files = True
            return
        if kind is None:
            found.lost.note(file.document.data[number])
            found.problems += item
        else:
            found.add(kind, item, file.document, number)
