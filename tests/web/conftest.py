"""What the tests of the review in the browser share: a store with a few cases of another subject, and a client that knows the token."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.cli.conftest import data_home, invoke, run, shoulder  # noqa: F401 - fixtures
from tests.report.conftest import Page

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.review.store import CaseStore
from soleus.web.app import application
from soleus.web.desk import Desk

TOKEN = "the-token"
WELL = {"began": "at_once", "reach": False, "clicks": True, "numb_arm": False, "chest_pain": False, "odd_shape": True}
NASTY = "<script>alert(1)</script>\" onload='x' {{ 7 * 7 }} &amp;"

Open = Callable[[str], Page]
Keep = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(str(tmp_path / "cases.db"))


@pytest.fixture
def keep(store: CaseStore, shoulder: KnowledgeBase) -> Keep:  # noqa: F811 - a fixture
    """Keep a case with a version for each of some sets of answers; `fingerprint` is that of the knowledge that is said to have concluded it."""

    def keep(name: str, *versions: Mapping[str, Any], fingerprint: str = "") -> None:
        journal = Journal()
        for answers in versions:
            journal = journal.noted(answers)
            result = Consultation.of(shoulder, answers).conclude().to_dict()
            if fingerprint:
                result = {**result, "knowledge": {**result["knowledge"], "fingerprint": fingerprint}}
            store.keep(journal, name, tuple(answers), result)

    return keep


@pytest.fixture
def desk(store: CaseStore, shoulder: KnowledgeBase) -> Desk:  # noqa: F811 - a fixture
    return Desk(shoulder, store, "Coach Kim")


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """A client of the server, at its own address, that follows no redirect by itself."""
    with TestClient(application(desk, TOKEN), base_url=f"http://127.0.0.1:8000/{TOKEN}/", follow_redirects=False) as client:
        yield client


@pytest.fixture
def opened(client: TestClient) -> Open:
    """Open a page by its address behind the token; it must be there and be well-formed."""

    def opened(address: str) -> Page:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        page = Page(answer.text)
        assert not page.open
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        return page

    return opened


def with_rule_texts(base: KnowledgeBase, text: str) -> KnowledgeBase:
    """The knowledge with this text in front of each rule's title and sentence."""
    rules = {one.id: dataclasses.replace(one, title=text + one.title, because=text + one.because) for one in base.rules.values()}
    return dataclasses.replace(base, rules=rules)
