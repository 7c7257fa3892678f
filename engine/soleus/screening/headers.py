"""Which column of a table answers which question, and which are carried along as they are."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import Problem, nearest, shown
from soleus.screening.problems import ScreenError

_ALIKE = 0.8
"""How much like a question's id a column must be called, from 0 to 1, to be worth a note when it is not read."""


@dataclass(frozen=True, slots=True)
class Headers:
    """`answers` maps each observable that the table has to its column. `carried` are the other columns. `notes` say what may be a mistake."""

    answers: Mapping[str, str]
    carried: tuple[str, ...]
    notes: tuple[str, ...]


def match_headers(base: KnowledgeBase, names: Sequence[str], chosen: Mapping[str, str], reserved: Iterable[str]) -> Headers:
    """Match the columns to the observables: as `chosen` says (observable to column), then by id, short name or question, however they are
    spaced and written. Raises `ScreenError` with everything that does not fit; `reserved` are names that no carried column may have.
    """
    problems = [*doubled(names), *_unfit(base, names, chosen)]
    found: dict[str, list[str]] = defaultdict(list, {name: [column] for name, column in chosen.items()})
    known = _known_names(base)
    for column in names:
        observable = known.get(_plain(column))
        if observable and observable not in chosen and column not in chosen.values():
            found[observable].append(column)
    answers = {name: found[name][0] for name in base.observables if name in found}
    carried = tuple(column for column in names if column not in answers.values())
    problems += [*_ambiguous(found), *_in_the_way(carried, reserved), *_nothing(answers, names)]
    if problems:
        raise ScreenError(problems)
    return Headers(answers, carried, tuple(_notes(base, carried, answers)))


def _plain(name: str) -> str:
    """A name as it is compared: small letters, and one low line for whatever stands between words."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def _known_names(base: KnowledgeBase) -> dict[str, str]:
    """The names by which a column may call an observable. A name that two share means neither; an id comes first."""
    said: dict[str, set[str]] = defaultdict(set)
    for one in base.observables.values():
        for name in (one.short, one.ask):
            said[_plain(name)].add(one.id)
    spoken = {name: next(iter(ids)) for name, ids in said.items() if len(ids) == 1}
    return {**spoken, **{_plain(name): name for name in base.observables}}


def doubled(names: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with a table in which columns share a name."""
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem("", 0, f"Two columns are called {shown(name)}.", "Rename one.")


def _unfit(base: KnowledgeBase, names: Sequence[str], chosen: Mapping[str, str]) -> Iterator[Problem]:
    for name, column in chosen.items():
        if name not in base.observables:
            yield Problem("", 0, f"Unknown observable {shown(name)}.", nearest(name, base.observables))
        if column not in names:
            yield Problem("", 0, f"The table has no column {shown(column)}.", nearest(column, names))


def _ambiguous(found: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for name, columns in found.items():
        if len(columns) > 1:
            both = " and ".join(shown(column) for column in columns)
            yield Problem("", 0, f"The columns {both} all answer '{name}'.", f"Rename one, or choose: {name}=HEADER.")


def _in_the_way(carried: Iterable[str], reserved: Iterable[str]) -> Iterator[Problem]:
    for name in sorted(set(carried) & set(reserved)):
        yield Problem("", 0, f"The column '{name}' has the name of a column of the result.", "Rename it.")


def _nothing(answers: Mapping[str, str], names: Sequence[str]) -> Iterator[Problem]:
    if not answers:
        there = ", ".join(shown(name) for name in names[:6]) or "none"
        hint = "'soleus kb questions' lists the ids; or say which column is which: ID=HEADER."
        yield Problem("", 0, f"No column answers a question. The columns are: {there}{', ...' if len(names) > 6 else ''}.", hint)


def _notes(base: KnowledgeBase, carried: Iterable[str], answers: Mapping[str, str]) -> Iterator[str]:
    open_names = [name for name in base.observables if name not in answers]
    for column in carried:
        close = difflib.get_close_matches(_plain(column), open_names, 1, _ALIKE)
        if close:
            yield f"The column {shown(column)} is not read, only carried along. If it is '{close[0]}', say so: {close[0]}={column}"
