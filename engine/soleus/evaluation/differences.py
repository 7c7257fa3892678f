"""What changed between two versions of a knowledge base, item by item and part by part. Where an item stands in its files does not count."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from soleus.evaluation.condition_differences import CONDITIONS, Detail, condition_details, one_line
from soleus.explanation.words import conclusion_text, name_of
from soleus.knowledge.items import kinds
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Withhold
from soleus.knowledge.problems import number_text

How: TypeAlias = Literal["removed", "added", "renamed", "changed"]

_UNTOLD = ("id", "place")
"""Fields that are no part of what an item says."""


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """An item that one of the bases has and the other has not, or has otherwise: `details` say what is other about one that was changed.

    `kind` is the word that a knowledge file begins the item with, `name` how it reads where it has a name or a title.
    """

    kind: str
    id: str
    name: str
    how: How
    details: tuple[Detail, ...] = ()


def differences(old: KnowledgeBase, new: KnowledgeBase) -> tuple[Change, ...]:
    """Every item that differs, by kind in the order of `knowledge.items.kinds`, then removed, added, renamed and changed ones, each by id."""
    return tuple(
        change for (kind, before), (_, after) in zip(kinds(old), kinds(new), strict=True) for change in _of_kind(old, new, kind, before, after)
    )


def _of_kind(old: KnowledgeBase, new: KnowledgeBase, kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    renamed = _renamed(before, after)
    gone = [name for name in before if name not in after and name not in renamed]
    added = [name for name in after if name not in before and name not in renamed.values()]
    yield from (Change(kind, name, _name(before[name]), "removed") for name in sorted(gone))
    yield from (Change(kind, name, _name(after[name]), "added") for name in sorted(added))
    for name, other in sorted(renamed.items()):
        yield Change(kind, other, _name(after[other]), "renamed", (Detail("id", (), name, other),))
    for name in sorted(before.keys() & after.keys()):
        details = tuple(_Comparison(old, new).items(before[name], after[name]))
        if details:
            yield Change(kind, name, _name(after[name]), "changed", details)


def _renamed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    """Items that have only another id now, by their old ids."""
    added = {name: _said(item) for name, item in sorted(after.items()) if name not in before}
    found: dict[str, str] = {}
    for name, item in sorted(before.items()):
        same = [other for other, said in added.items() if name not in after and other not in found.values() and said == _said(item)]
        found |= {name: same[0]} if same else {}
    return found


def _said(item: Any) -> list[Any]:
    """What an item says: its fields without its id and place."""
    return [type(item), *(getattr(item, one.name) for one in dataclasses.fields(item) if one.name not in _UNTOLD)]


def _name(item: Any) -> str:
    return next((text for key in ("title", "name", "short", "says", "ask", "cite") if isinstance(text := getattr(item, key, ""), str) and text), "")


@dataclasses.dataclass(frozen=True, slots=True)
class _Comparison:
    """Compares values of the two bases; what is gone is said in the words of the old one, what is there now in those of the new one."""

    old: KnowledgeBase
    new: KnowledgeBase

    def items(self, before: Any, after: Any, part: str = "") -> Iterator[Detail]:
        """The fields of two records of one class that differ."""
        for one in dataclasses.fields(before):
            first, second = getattr(before, one.name), getattr(after, one.name)
            if one.name not in _UNTOLD and first != second:
                yield from self._values(f"{part}.{one.name}" if part else one.name, first, second)

    def _values(self, part: str, first: Any, second: Any) -> Iterator[Detail]:
        if isinstance(first, CONDITIONS) and isinstance(second, CONDITIONS):
            yield from condition_details(self.old, self.new, part, first, second)
        elif dataclasses.is_dataclass(first) and type(first) is type(second):
            yield from self.items(first, second, part)
        elif isinstance(first, Mapping) and isinstance(second, Mapping):
            yield from self._mappings(part, first, second)
        elif isinstance(first, tuple) and isinstance(second, tuple):
            yield from self._lists(part, first, second)
        else:
            yield Detail(part, (), _text(self.old, first), _text(self.new, second))

    def _mappings(self, part: str, first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[Detail]:
        for key in dict.fromkeys((*first, *second)):
            if first.get(key) != second.get(key):
                yield from self._values(f"{part}.{key}", first.get(key), second.get(key))
        if list(first) != list(second) and set(first) == set(second):
            yield Detail(part, (), ", ".join(first), ", ".join(second))

    def _lists(self, part: str, first: tuple[Any, ...], second: tuple[Any, ...]) -> Iterator[Detail]:
        """Of lists with the same entries in another order the two orders, of others what is gone and what is new, paired where they speak of one."""
        gone, added = _without(first, second), _without(second, first)
        if not gone and not added:
            yield Detail(part, (), _text(self.old, first), _text(self.new, second))
        for one in gone:
            other = next((two for two in added if _speaks_of(one) == _speaks_of(two)), None) if isinstance(one, Conclusion) else None
            added = [two for two in added if two is not other]
            if isinstance(one, Withhold | Advise) and isinstance(other, Withhold | Advise):
                yield from self._measures(part, one, other)
            else:
                yield Detail(part, (), _text(self.old, one), "" if other is None else _text(self.new, other))
        yield from (Detail(part, (), "", _text(self.new, one)) for one in added)

    def _measures(self, part: str, first: Withhold | Advise, second: Withhold | Advise) -> Iterator[Detail]:
        """The groups and measures that are no longer named, and those that are named now."""
        verb = conclusion_text(self.new, second).partition(":")[0]
        for one in dataclasses.fields(first):
            before, after = getattr(first, one.name), getattr(second, one.name)
            for base, names, gone in ((self.old, _without(before, after), True), (self.new, _without(after, before), False)):
                texts = [base.about.groups.get(name, name) if one.name == "groups" else name_of(base, name) for name in names]
                yield from (Detail(part, (verb,), text if gone else "", "" if gone else text) for text in texts)


def _without(some: tuple[Any, ...], others: tuple[Any, ...]) -> list[Any]:
    """The entries that the others do not have, or have fewer times."""
    left = list(others)
    rest = []
    for one in some:
        if one in left:
            left.remove(one)
        else:
            rest.append(one)
    return rest


def _speaks_of(conclusion: Conclusion) -> tuple[type[Conclusion], str]:
    """What a conclusion is about: two of one kind about one thing are one that changed."""
    match conclusion:
        case Find(finding=name) | AddPoints(score=name) | Argue(hypothesis=name):
            return type(conclusion), name
        case _:
            return type(conclusion), ""


def _text(base: KnowledgeBase, value: Any) -> str:
    """A value in words."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, Conclusion):
        return conclusion_text(base, value)
    if isinstance(value, CONDITIONS):
        return one_line(base, value)
    if dataclasses.is_dataclass(value):
        fields = ((one.name.replace("_", " "), getattr(value, one.name)) for one in dataclasses.fields(value))
        return "; ".join(f"{name}: {_text(base, part)}" for name, part in fields if part not in (None, "", ()))
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_text(base, part)}" for key, part in value.items())
    return ", ".join(_text(base, one) for one in value) if isinstance(value, tuple) else str(value)
