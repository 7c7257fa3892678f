"""The steps that features/cases.feature and features/review.feature share: a store of one's own, and cases in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, then

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.knowledge.answers import load_answers
from soleus.review.records import CaseFilter, KeptCase
from soleus.review.store import CaseStore

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass
class Shelf:
    """A store, the journal of each case that was put into it, the cases as they were then, and the last refusal."""

    store: CaseStore
    journals: dict[str, Journal] = field(default_factory=dict)
    before: dict[str, KeptCase] = field(default_factory=dict)
    refusal: str = ""

    def keep(self, base: KnowledgeBase, name: str, answers: dict[str, Any]) -> None:
        """Conclude with these answers, and keep it."""
        consultation = Consultation.of(base, answers)
        journal = self.journals.get(name, Journal()).noted(consultation.answers)
        self.journals[name] = journal
        self.store.keep(journal, name, tuple(consultation.answers), consultation.conclude().to_dict())
        self.before[name] = self.store.read(name)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(CaseStore(str(tmp_path / "cases.db")))


@given(parsers.parse('the consultation of "{example}" is kept as "{name}"'))
def _kept(base: KnowledgeBase, shelf: Shelf, example: str, name: str) -> None:
    shelf.keep(base, name, dict(load_answers(base, EXAMPLES / f"{example}.yaml")))


@then(parsers.parse('the list of cases without a verdict is "{names}"'))
def _unreviewed(shelf: Shelf, names: str) -> None:
    assert sorted(one.name for one in shelf.store.lines(CaseFilter(unreviewed=True))) == names.split(", ")
