"""Verdicts from the browser: with htmx and without, refused beside what they are about, and harmless whatever they hold."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.report.conftest import Page
from tests.web.conftest import NASTY, WELL, Keep, Open

from soleus.review.store import CaseStore
from soleus.web import forms, wording

HTMX = {"HX-Request": "true"}


@pytest.fixture
def level(keep: Keep, store: CaseStore) -> str:
    """The level of care of a case that is kept."""
    keep("anna", {}, WELL)
    text: str = store.read("anna").last.result["triage"]["level"]
    return text


def form(level: str, **other: str) -> dict[str, str]:
    return {"kind": "triage", "subject": level, "says": "disagree", "reason": "Nobody asked about the fall.", **other}


def test_a_verdict_is_kept_and_stands_beside_what_it_is_about(client: TestClient, store: CaseStore, level: str) -> None:
    answer = client.post("cases/anna/2/verdicts", data=form(level), headers=HTMX)
    (kept,) = store.read("anna").verdicts
    assert (kept.version, kept.kind, kept.subject, kept.says, kept.author) == (2, "triage", level, "disagree", "Coach Kim")
    assert answer.status_code == 200
    assert "Nobody asked about the fall." in answer.text
    assert f'id="judge-triage-{level}"' in answer.text
    assert "<html" not in answer.text


def test_without_htmx_the_page_comes_again_at_the_same_place(client: TestClient, store: CaseStore, level: str) -> None:
    answer = client.post("cases/anna/2/verdicts", data=form(level))
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"/cases/anna/2#judge-triage-{level}")
    assert len(store.read("anna").verdicts) == 1


def test_an_older_version_can_be_judged(client: TestClient, opened: Open, store: CaseStore, level: str) -> None:
    first = store.read("anna").versions[0].result["triage"]["level"]
    client.post("cases/anna/1/verdicts", data=form(first))
    assert "Nobody asked about the fall." in opened("cases/anna/1").text
    assert "Nobody asked about the fall." not in opened("cases/anna/2").text


def test_a_later_verdict_takes_the_place_of_the_earlier(client: TestClient, level: str, opened: Open) -> None:
    client.post("cases/anna/2/verdicts", data=form(level))
    client.post("cases/anna/2/verdicts", data=form(level, says="agree", reason=""))
    text = opened("cases/anna").text
    assert "Coach Kim agrees" in text
    assert "Nobody asked about the fall." not in text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"reason": ""}, "needs a reason"),
        ({"reason": "   "}, "needs a reason"),
        ({"reason": "x" * 4_001}, "more than 4,000"),
        ({"reason": "bell \x07"}, "control character"),
        ({"reason": "turned \u202e"}, "control character"),
        ({"says": "perhaps"}, "cannot say"),
        ({"subject": "nothing_of_the_kind"}, "has no triage"),
        ({"kind": "weather"}, "nothing to judge"),
        ({"kind": ""}, "nothing to judge"),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
def test_what_is_no_verdict_is_told_and_not_kept(
    client: TestClient, store: CaseStore, level: str, wrong: dict[str, str], told: str, headers: dict[str, str]
) -> None:
    answer = client.post("cases/anna/2/verdicts", data=form(level, **wrong), headers=headers)
    assert answer.status_code == 422
    assert told in Page(answer.text).text
    assert not store.read("anna").verdicts


def test_what_was_typed_is_not_lost_when_it_is_refused(client: TestClient, level: str) -> None:
    text = client.post("cases/anna/2/verdicts", data=form(level, says="perhaps", reason="A long thought."), headers=HTMX).text
    assert ">A long thought.</textarea>" in text
    assert "<details open>" in text


@pytest.mark.parametrize("content", [b"", b"kind", b"kind=%ff", b"=" * 10, b"a=1&" * 50, "kind=ü".encode("latin-1")])
def test_a_form_that_is_none_is_no_error_of_ours(client: TestClient, store: CaseStore, level: str, content: bytes) -> None:
    assert client.post("cases/anna/2/verdicts", content=content).status_code in (400, 422)
    assert not store.read("anna").verdicts


def test_a_form_without_end_is_not_read(client: TestClient, store: CaseStore, level: str) -> None:
    answer = client.post("cases/anna/2/verdicts", content=b"reason=" + b"x" * forms.MOST_BYTES)
    assert answer.status_code == 413
    assert wording.TOO_LONG in answer.text


def test_a_verdict_on_a_case_that_was_forgotten_meanwhile(client: TestClient, store: CaseStore, level: str) -> None:
    store.forget("anna")
    assert client.post("cases/anna/2/verdicts", data=form(level), headers=HTMX).status_code == 404


def test_a_hostile_reason_is_only_text(client: TestClient, level: str, opened: Open) -> None:
    part = client.post("cases/anna/2/verdicts", data=form(level, reason=NASTY), headers=HTMX).text
    for text, page in ((part, Page(part)), (client.get("cases/anna").text, opened("cases/anna")), (client.get("stats").text, opened("stats"))):
        assert NASTY in page.text
        assert "<script>alert" not in text
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]


def test_lines_of_a_reason_come_as_lines(client: TestClient, store: CaseStore, level: str) -> None:
    client.post("cases/anna/2/verdicts", data=form(level, reason="One.\r\nTwo."), headers=HTMX)
    assert [one.reason for one in store.read("anna").verdicts] == ["One.\nTwo."]


def test_a_disagreement_becomes_a_scenario(client: TestClient, store: CaseStore, level: str) -> None:
    client.post("cases/anna/2/verdicts", data=form(level))
    (kept,) = store.read("anna").verdicts
    answer = client.get(f"cases/anna/scenarios/{kept.id}")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Scenario:" in answer.text
    assert "When the consultation is concluded" in answer.text
    assert client.get(f"cases/anna/scenarios/{'0' * 32}").status_code == 404
