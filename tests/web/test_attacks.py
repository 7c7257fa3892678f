"""What an attacker or a slip of the hand sends: every answer forbids what it has no need of, and none says what is not so."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import TOKEN, WELL, Keep, Open

from soleus.review.store import CaseStore

HTMX = {"HX-Request": "true", "HX-Target": "found"}
VERDICT = {"kind": "triage", "subject": "self_care", "says": "note", "reason": "x"}


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/other/", {}),
        (f"/{TOKEN}", {}),
        (f"/{TOKEN}/", {"Host": "evil.example"}),
        (f"/{TOKEN}/", HTMX),
        (f"/{TOKEN}/nothing", {}),
        (f"/{TOKEN}/nothing", HTMX),
        (f"/{TOKEN}/stats.csv", {}),
        (f"/{TOKEN}/static/page.css", {}),
        (f"/{TOKEN}/static/review.js", {}),
    ],
)
def test_every_kind_of_answer_has_a_policy(client: TestClient, address: str, headers: dict[str, str]) -> None:
    policy = client.get(f"http://127.0.0.1:8000{address}", headers=headers).headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy


def test_what_answers_a_verdict_has_a_policy(client: TestClient, keep: Keep, store: CaseStore) -> None:
    keep("anna", WELL)
    verdict = {**VERDICT, "subject": store.read("anna").last.result["triage"]["level"]}
    for headers, status in (({}, 303), (HTMX, 200), ({"Origin": "http://evil.example"}, 403)):
        answer = client.post("cases/anna/1/verdicts", data=verdict, headers=headers)
        assert answer.status_code == status
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("first", ["2", "51", "999999999"])
def test_a_page_behind_the_last_one_is_the_last_one(keep: Keep, opened: Open, first: str) -> None:
    keep("anna", WELL)
    page = opened(f"?first={first}")
    assert "anna" in page.text
    assert "There are no cases yet" not in page.text


@pytest.mark.parametrize("text", ["a" * 60_000, "%25" * 15_000, "_" * 81])
def test_a_filter_that_is_longer_than_any_name_finds_none(keep: Keep, opened: Open, text: str) -> None:
    keep("anna", WELL)
    assert "No case fits." in opened(f"?name={text}").text
