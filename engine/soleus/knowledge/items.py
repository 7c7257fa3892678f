"""Walks through the items of a knowledge base that its checks share, and the form of what they find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from soleus.knowledge.conditions import Condition
from soleus.knowledge.model import KnowledgeBase, Place
from soleus.knowledge.problems import nearest, shown
from soleus.knowledge.properties import conditions_of

if TYPE_CHECKING:
    from soleus.knowledge.reading import Document

Path = tuple[str | int, ...]

WHOLE = "the whole base"

MOST_ID = 80
_ID = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")


class Fault(NamedTuple):
    """What a check found: the item as `kind:id`, what is wrong, the way out.

    `missing` is the name that does not exist, or `WHOLE` when the fault only stands if every item could be read. `word` is the key or
    value of the item where the fault shows; without it, the missing name, or the item's beginning.
    """

    item: str
    what: str
    hint: str = ""
    missing: str = ""
    word: str = ""


@dataclass(slots=True)
class Places:
    """Where the items of a base were written. `written` holds the document and the path in it of each item, by `kind:id`."""

    written: dict[str, tuple[Document, int]] = field(default_factory=dict)
    _words: dict[str, dict[object, Path]] = field(default_factory=dict)

    def of(self, item: str, word: str = "") -> Place:
        """The place of a key or value in an item: that of the item when it is not there, of the whole base when there is no such item."""
        if item not in self.written:
            return Place(file="knowledge.yaml", line=0)
        document, number = self.written[item]
        if word and item not in self._words:
            self._words[item] = dict(reversed([*_words(document.data[number], (number,))]))
        path = self._words[item].get(word, (number,)) if word else (number,)
        return Place(file=document.file, line=document.line(path))


def _words(data: object, path: Path) -> Iterator[tuple[object, Path]]:
    """Every key and value in a part of an item, with its path, in written order."""
    if not isinstance(data, dict | tuple):
        yield data, path
        return
    for step, part in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(step, str):
            yield step, (*path, step)
        yield from _words(part, (*path, step))


@dataclass(slots=True)
class Lost:
    """What could not be read: items, by kind and id, and whether files broke off before their end."""

    kinds: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    files: bool = False

    def note(self, item: object) -> None:
        """Note an item, in its written form, that could not be read."""
        if isinstance(item, dict) and item:
            kind, name = next(iter(item.items()))
            self.kinds.add(kind)
            self.ids.update([name] if isinstance(name, str) else [])

    def is_all_read(self, kind: str) -> bool:
        """Whether every item of a kind that was written could be read."""
        return not self.files and kind not in self.kinds

    def hides(self, fault: Fault) -> bool:
        """Whether a fault may only be there because something could not be read."""
        if fault.missing == WHOLE:
            return self.files or bool(self.kinds)
        return fault.missing in self.ids or (self.files and bool(fault.missing))


def unknown(item: str, kind: str, name: str, names: Iterable[str]) -> Fault:
    """The fault that an item names something that does not exist."""
    return Fault(item, f"Unknown {kind} {shown(name)} in the {titled(item)}.", nearest(name, names), name)


def unknowns(item: str, kind: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    """One fault for each of these names that does not exist."""
    return (unknown(item, kind, name, known) for name in names if name not in known)


def titled(item: str) -> str:
    """An item, given as `kind:id`, as a message names it."""
    kind, _, name = item.partition(":")
    return f"{kind} {shown(name)}"


def times(count: int) -> str:
    """How often something is there, as a message says it."""
    return {0: "nowhere", 2: "twice"}.get(count, f"{count} times")


def is_id(name: str) -> bool:
    """Whether a name can be an id."""
    return len(name) <= MOST_ID and _ID.fullmatch(name) is not None


def conditions(base: KnowledgeBase) -> Iterator[tuple[str, Condition]]:
    """Every condition, with the item that holds it."""
    for rule in base.rules.values():
        yield f"rule:{rule.id}", rule.when
    yield from ((f"property:{one.id}", condition) for one in base.properties.values() for condition in conditions_of(one))
    yield from skips(base)


def skips(base: KnowledgeBase) -> Iterator[tuple[str, Condition]]:
    """The `skip_if` of every question that has one, with its item."""
    for kind, asked in (("observable", base.observables), ("checklist", base.checklists)):
        for one in asked.values():
            if one.skip_if is not None:
                yield f"{kind}:{one.id}", one.skip_if


def kinds(base: KnowledgeBase) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Every kind of item, with its items by id."""
    return (
        ("knowledge", {base.about.id: base.about}),
        ("interview", {base.interview.id: base.interview}),
        ("observable", base.observables),
        ("checklist", base.checklists),
        ("finding", base.findings),
        ("score", base.scores),
        ("condition", base.conditions),
        ("cause", base.causes),
        ("measure", base.measures),
        ("rule", base.rules),
        ("claim", base.claims),
        ("source", base.sources),
        ("property", base.properties),
    )


def cited(base: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every item that can name sources, with the ids of those that it names."""
    for kind, items in kinds(base):
        for item in items.values():
            if hasattr(item, "sources"):
                yield f"{kind}:{item.id}", item.sources
