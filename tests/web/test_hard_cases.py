"""What goes wrong around the review: requests that are none, cases that change under an open page, a store that somebody else holds."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient
from tests.report.conftest import Page
from tests.web.conftest import TOKEN, WELL, Keep, Open

from soleus.consultation.journal import Journal
from soleus.review.records import StoreError
from soleus.review.store import CaseStore
from soleus.web import wording
from soleus.web.app import application
from soleus.web.desk import Desk

HTMX = {"HX-Request": "true"}


def asked(desk: Desk, path: str, host: bytes) -> tuple[int, bytes]:
    """What the server answers to a request that no browser sends."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": [(b"host", host)]}
    with start_blocking_portal() as portal:  # in a thread of its own: a browser that is still open has an event loop in this one
        portal.call(application(desk, TOKEN), {**scope, "http_version": "1.1", "scheme": "http", "root_path": "", "server": None}, receive, send)
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent)


@pytest.mark.parametrize(
    ("path", "host"),
    [
        ("/", b"["),
        ("/", b"127.0.0.1]"),
        ("/", b"\xff"),
        ("*", b"127.0.0.1"),
        ("", b"127.0.0.1"),
        ("127.0.0.1:80", b"127.0.0.1"),
        ("?x", b"127.0.0.1"),
    ],
)
def test_a_request_that_is_none_is_refused_and_not_told_the_token(desk: Desk, path: str, host: bytes) -> None:
    status, text = asked(desk, path, host)
    assert status == 403
    assert TOKEN.encode() not in text
    assert desk.author.encode() not in text


def test_a_bug_tells_nothing_to_who_has_no_token(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CaseStore, "count", lambda *_: 1 // 0)
    with TestClient(application(desk, TOKEN), base_url="http://127.0.0.1/", raise_server_exceptions=False) as client:
        assert wording.BUG in client.get(f"{TOKEN}/").text
        assert TOKEN not in client.get("/other/").text


@pytest.mark.parametrize("address", ["cases/anna/" + "9" * 5_000, "cases/%00", "cases/%ED%A0%80", "cases/anna%0A", "cases/" + "x" * 5_000])
def test_an_address_that_names_nothing_is_not_found(keep: Keep, client: TestClient, address: str) -> None:
    keep("anna", WELL)
    assert client.get(address).status_code == 404


# A case that changes under an open page


def verdict_form(page: Page, **other: str) -> dict[str, str]:
    """The form on the level of care, as the page that is open holds it."""
    hidden = [(one["name"], one["value"]) for tag, one in page.tags if tag == "input" and one.get("type") == "hidden"]
    place = hidden.index(("kind", "triage"))
    return {**dict(hidden[:1]), **dict(hidden[place : place + 2]), "says": "disagree", "reason": "Not for her.", **other}


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
def test_a_verdict_does_not_land_on_another_case_that_took_the_name(
    keep: Keep, store: CaseStore, client: TestClient, opened: Open, headers: dict[str, str]
) -> None:
    keep("anna", WELL)
    form = verdict_form(opened("cases/anna"))
    store.forget("anna")
    keep("anna", WELL)
    answer = client.post("cases/anna/1/verdicts", data=form, headers=headers)
    assert answer.status_code == 422
    assert "another case" in Page(answer.text).text
    assert "Not for her." in answer.text
    assert not store.read("anna").verdicts


def test_a_page_that_was_made_is_not_shown_for_another_version_of_the_same_number(keep: Keep, store: CaseStore, opened: Open) -> None:
    keep("anna", {"began": "at_once"})
    kept = store.read("anna")
    old = opened("cases/anna").text
    keep("ben", {"began": "at_once", "chest_pain": True})
    other = dataclasses.replace(kept, versions=(store.read("ben").last,))
    store.forget("anna")
    store.add([other])
    text = opened("cases/anna").text
    assert other.last.result["triage"]["title"] in text
    assert text != old


def test_the_same_form_sent_twice_is_one_verdict(keep: Keep, store: CaseStore, client: TestClient, opened: Open) -> None:
    keep("anna", WELL)
    form = verdict_form(opened("cases/anna"), says="note", reason="Ask again.")
    for _ in range(2):
        assert client.post("cases/anna/1/verdicts", data=form, headers=HTMX).status_code == 200
    assert len(store.read("anna").verdicts) == 1


def test_without_script_what_was_typed_is_not_lost_when_it_is_refused(keep: Keep, client: TestClient, opened: Open) -> None:
    keep("anna", WELL)
    answer = client.post("cases/anna/1/verdicts", data=verdict_form(opened("cases/anna"), says="perhaps"))
    assert answer.status_code == 422
    assert ">Not for her.</textarea>" in answer.text


# What script shows of an answer that is none


@pytest.mark.parametrize("address", ["cases/nobody/1/verdicts", "cases/anna/7/verdicts"])
def test_htmx_is_told_in_plain_text_what_is_wrong(keep: Keep, client: TestClient, address: str) -> None:
    keep("anna", WELL)
    answer = client.post(address, data={"kind": "triage", "subject": "x", "says": "agree", "reason": ""}, headers=HTMX)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert "There is no case nobody" in answer.text or "has no version 7" in answer.text


def test_htmx_is_told_when_the_store_cannot_be_written(
    keep: Keep, store: CaseStore, client: TestClient, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("anna", WELL)
    form = verdict_form(opened("cases/anna"))

    def locked(*_: object, **__: object) -> None:
        raise StoreError("The case store is in use.")

    monkeypatch.setattr(CaseStore, "find", locked)
    answer = client.post("cases/anna/1/verdicts", data=form, headers=HTMX)
    assert (answer.status_code, answer.text) == (500, "The case store is in use.")


def test_every_page_holds_what_script_says_where_no_answer_comes(client: TestClient) -> None:
    (words,) = [one["content"] for tag, one in Page(client.get("").text).tags if tag == "meta" and one.get("name") == "review-words"]
    assert wording.SCRIPT["lost"] in words
    assert "review.js" in client.get("").text
    assert client.get("static/review.js").headers["content-type"].startswith("text/javascript")


# A case of another store, whose ids are nothing that an address can hold


@pytest.mark.parametrize("rule", ["a/b", "", ".", "..", "?x#y", 'x" onload="y'])
def test_a_rule_of_an_imported_case_may_be_called_anything(store: CaseStore, keep: Keep, opened: Open, rule: str) -> None:
    keep("anna", WELL)
    kept = store.read("anna")
    steps = [dict(one) for one in kept.last.result["trace"]["steps"]]
    next(one for one in steps if one["kind"] == "rule")["rule"] = rule
    store.keep(Journal(), "odd", (), {**kept.last.result, "trace": {"steps": steps}})
    store.judge("odd", "rule", rule, "Kim", "disagree", "No.")
    page = opened("stats?every=yes")
    assert "No." in page.text
    assert not [one for one in page.values("href") if re.search(r"/rules/(\.|\?|$)", one)]
    assert "No." in opened("cases/odd").text
