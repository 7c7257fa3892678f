"""A folder of YAML files to a knowledge base, with everything that is wrong with it in one error."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache as remember
from pathlib import Path
from typing import Any

from soleus.knowledge import cache
from soleus.knowledge.model import KnowledgeBase, Place
from soleus.knowledge.problems import KnowledgeError, Problem

MOST_FILES = 500
MOST_BYTES = 20_000_000

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
}
_ASKED = ("observable", "checklist")
_APART = ("claim", "source", "knowledge", "interview")


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a folder found: the base if it can be used, faults that keep it from use, gaps that do not."""

    base: KnowledgeBase | None
    faults: tuple[Problem, ...]
    gaps: tuple[Problem, ...] = ()


@remember
def load_bundled() -> KnowledgeBase:
    """The knowledge that comes with Soleus; read once in a process."""
    import soleus.kb

    return _load(Path(next(iter(soleus.kb.__path__))), trusted=True)


def load(folder: str | os.PathLike[str]) -> KnowledgeBase:
    """The knowledge in a folder. Raises `KnowledgeError` with every fault."""
    return _load(Path(folder), trusted=False)


def _load(folder: Path, *, trusted: bool) -> KnowledgeBase:
    files = read_files(folder)
    key = fingerprint(files)
    known = cache.find(key, folder if trusted else None)
    if known is None:
        checked = check_files(files)
        if checked.base is None:
            raise KnowledgeError(checked.faults)
        known = checked.base
        cache.keep(known)
    return known


def check(folder: str | os.PathLike[str]) -> Checked:
    """Read a folder afresh and say everything that is wrong with it. Raises nothing for what its files hold."""
    try:
        return check_files(read_files(Path(folder)))
    except KnowledgeError as error:
        return Checked(None, error.problems)


def read_files(folder: Path) -> dict[str, bytes]:
    """The YAML files below a folder, by name relative to it, in order of name. Raises `KnowledgeError`."""
    try:
        if not folder.is_dir():
            raise _unreadable(folder, "There is no such folder.", "Name a folder of YAML files.")
        names = sorted(path for path in folder.rglob("*.yaml") if path.is_file())
        if not names:
            raise _unreadable(folder, "This folder holds no .yaml files.", "Name a folder with a knowledge.yaml.")
        if len(names) > MOST_FILES or sum(path.stat().st_size for path in names) > MOST_BYTES:
            raise _unreadable(folder, f"This folder holds more than {MOST_FILES} files or {MOST_BYTES:,} bytes.", "Name the folder of one knowledge base.")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in names}
    except OSError as error:
        raise _unreadable(folder, f"It cannot be read: {error.strerror}.", "Check the name and your rights to it.") from error


def _unreadable(folder: Path, what: str, hint: str) -> KnowledgeError:
    return KnowledgeError([Problem(str(folder), 0, what, hint)])


def fingerprint(files: dict[str, bytes]) -> str:
    """SHA-256, in hex, over the names and bytes of the files."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def check_files(files: dict[str, bytes]) -> Checked:
    """Check files that were read: their shape, then their names, order and use."""
    from soleus.knowledge import checking

    found = _read_items(files)
    if found.problems:
        return Checked(None, tuple(sorted(found.problems)))
    base = found.base(fingerprint(files))
    faults = checking.faults(base, found.places)
    if faults:
        return Checked(None, tuple(sorted(faults)))
    return Checked(base, (), tuple(sorted(checking.gaps(base, found.places))))


@dataclass(slots=True)
class _Items:
    """The items read so far, by kind and id, with their places and with what is wrong."""

    by_kind: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: str, item: Any, place: Place) -> None:
        """Add an item, unless its id is taken: by a question, by a conclusion, by a claim, or by a source."""
        for other in self._sharing_ids_with(kind):
            if item.id in self.by_kind.get(other, {}):
                first = self.places[f"{other}:{item.id}"]
                what = f"The id '{item.id}' is taken by the {other} at {first.file}:{first.line}."
                self.problems.append(Problem(place.file, place.line, what, "Give one of the two another id."))
                return
        self.by_kind.setdefault(kind, {})[item.id] = item
        self.places[f"{kind}:{item.id}"] = place

    @staticmethod
    def _sharing_ids_with(kind: str) -> Iterable[str]:
        if kind in _APART:
            return (kind,)
        if kind in _ASKED:
            return _ASKED
        return [other for other in _PLURAL if other not in (*_ASKED, *_APART)]

    def only(self, kind: str) -> None:
        """Note a problem unless there is exactly one item of this kind."""
        items = self.by_kind.get(kind, {})
        if len(items) != 1:
            what = f"A knowledge base needs exactly one item '{kind}', and this one has {len(items)}."
            self.problems.append(Problem(f"{kind}.yaml", 0, what, f"Keep one '- {kind}: name' in all files."))

    def base(self, key: str) -> KnowledgeBase:
        (about,) = self.by_kind["knowledge"].values()
        (interview,) = self.by_kind["interview"].values()
        kinds = {plural: dict(sorted(self.by_kind.get(kind, {}).items())) for kind, plural in _PLURAL.items()}
        checklists = kinds["checklists"]
        order = [one for section in interview.sections for name in section.ask for one in (checklists[name].items if name in checklists else (name,))]
        rank = {name: number for number, name in enumerate(order)}
        kinds["observables"] = dict(sorted(kinds["observables"].items(), key=lambda item: rank.get(item[0], len(rank))))
        return KnowledgeBase(about=about, fingerprint=key, interview=interview, **kinds)


def _read_items(files: dict[str, bytes]) -> _Items:
    """Every item of every file, and what is wrong with the shape of any."""
    from soleus.knowledge.reading import Document, read_document

    found = _Items()
    for name, content in files.items():
        document = read_document(content, name)
        if not isinstance(document, Document):
            found.problems.append(document)
        elif not isinstance(document.data, tuple):
            found.problems.append(Problem(name, 1, "A knowledge file is a list of items.", "Start each item with '- '."))
        else:
            _read_document_items(document, found)
    for kind in ("knowledge", "interview"):
        if not found.problems or not found.by_kind:
            found.only(kind)
    return found


def _read_document_items(document: Any, found: _Items) -> None:
    from soleus.knowledge.parsing import Reader, UnreadableError
    from soleus.knowledge.shape import read_item

    for number, data in enumerate(document.data):
        place = Place(file=document.file, line=document.line((number,)))
        reader = Reader()
        try:
            kind, item = read_item(data, (number,), place, reader)
            found.add(kind, item, place)
        except UnreadableError:
            found.problems += [Problem(document.file, document.line(path), what, hint) for path, what, hint in reader.problems]
