"""Runs features/cases.feature."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytest_bdd import parsers, scenarios, then, when

from soleus import KnowledgeBase
from soleus.knowledge.reading import Document, read_document
from soleus.review.exchange import as_line, read_export
from soleus.review.records import CaseFilter, StoreError
from soleus.review.store import CaseStore

if TYPE_CHECKING:
    from tests.features.case_steps import Shelf

pytest_plugins = ["tests.features.case_steps"]

scenarios(str(Path(__file__).parents[2] / "features" / "cases.feature"))


def _flow(text: str) -> dict[str, Any]:
    document = read_document(f"{{{text}}}".encode(), "feature")
    assert isinstance(document, Document), document
    return dict(document.data)


@when(parsers.parse('"{name}" is kept again with "{change}"'))
def _changed(base: KnowledgeBase, shelf: Shelf, name: str, change: str) -> None:
    shelf.keep(base, name, {**shelf.store.read(name).last.answers, **_flow(change)})


@when(parsers.parse('"{name}" is kept again with the same answers'))
def _unchanged(base: KnowledgeBase, shelf: Shelf, name: str) -> None:
    shelf.keep(base, name, dict(shelf.store.read(name).last.answers))


@when(parsers.parse('"{name}" is forgotten'))
def _forgotten(shelf: Shelf, name: str) -> None:
    shelf.store.forget(name)


@then(parsers.re(r'the case "(?P<name>[^"]+)" has (?P<count>\d+) versions?'))
def _versions(shelf: Shelf, name: str, count: str) -> None:
    assert len(shelf.store.read(name).versions) == int(count)


@then(parsers.parse('version {number:d} of "{name}" keeps the answer "{answer}" with its time'))
def _answer(shelf: Shelf, number: int, name: str, answer: str) -> None:
    version = shelf.store.read(name).version(number)
    ((observable, value),) = _flow(answer).items()
    assert version.answers[observable] == value
    assert version.times[observable] == shelf.journals[name].times[observable]


@then(parsers.parse('the triage of version {number:d} of "{name}" is "{level}"'))
def _triage(shelf: Shelf, number: int, name: str, level: str) -> None:
    assert shelf.store.read(name).version(number).result["triage"]["level"] == level


@then(parsers.parse('the list of cases with the triage "{level}" is "{names}"'))
def _listed(shelf: Shelf, level: str, names: str) -> None:
    assert sorted(one.name for one in shelf.store.lines(CaseFilter(triage=level))) == names.split(", ")


@then(parsers.parse('the list of cases names the condition "{first}" first for "{name}", and "{grave}" as not to be missed'))
def _names_grave(shelf: Shelf, name: str, first: str, grave: str) -> None:
    (line,) = shelf.store.lines(CaseFilter(name=name))
    assert (line.condition, line.grave) == (first, (grave,))


@then(parsers.parse('there is no case "{name}"'))
def _gone(shelf: Shelf, name: str) -> None:
    with pytest.raises(StoreError, match=f"There is no case '{name}'"):
        shelf.store.read(name)


# Another store


@when("every case is exported and imported into another store", target_fixture="other")
def _carried(shelf: Shelf, tmp_path: Path) -> Shelf:
    other = dataclasses.replace(shelf, store=CaseStore(str(tmp_path / "other.db")))
    text = "".join(as_line(one) for one in shelf.store.read_all())
    other.store.add(read_export(io.BytesIO(text.encode()), "export"))
    return other


@when(parsers.parse('the other store imports "{name}" with the question "{question}" never asked'))
def _imported(shelf: Shelf, other: Shelf, name: str, question: str) -> None:
    case = shelf.store.read(name)
    version = dataclasses.replace(case.last, asked=tuple(one for one in case.last.asked if one != question))
    assert version != case.last
    try:
        other.store.add([dataclasses.replace(case, versions=(version,))])
    except StoreError as error:
        other.refusal = str(error)


@then(parsers.parse('the import is refused because it "{why}"'))
def _refused(other: Shelf, why: str) -> None:
    assert why in other.refusal


@then(parsers.parse('the other store has the case "{name}" as it was'))
def _as_it_was(other: Shelf, name: str) -> None:
    assert other.store.read(name) == other.before[name]
