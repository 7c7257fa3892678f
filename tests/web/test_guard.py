"""Who may ask: nobody without the token, from another name, or from a page of somebody else."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import TOKEN, WELL, Keep

from soleus.review.store import CaseStore
from soleus.web import wording

VERDICT = {"kind": "triage", "subject": "clinician", "says": "agree", "reason": ""}


@pytest.mark.parametrize(
    "path", ["/", "/wrong/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", "//", f"/x/{TOKEN}/", "/cases/anna", "/static/page.css", "/favicon.ico"]
)
def test_without_the_token_nothing_is_answered(client: TestClient, path: str) -> None:
    answer = client.get(f"http://127.0.0.1:8000{path}")
    assert (answer.status_code, answer.text) == (403, wording.WRONG_TOKEN)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "[::1]", "", "user@evil.example", "évil"])
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("", headers={"Host": host.encode()})
    assert (answer.status_code, answer.text) == (403, wording.WRONG_HOST)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST"])
def test_its_own_names_are_taken(client: TestClient, host: str) -> None:
    assert client.get("", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8000"},
    ],
)
def test_a_verdict_from_a_page_of_somebody_else_is_not_taken(client: TestClient, keep: Keep, store: CaseStore, headers: dict[str, str]) -> None:
    keep("anna", WELL)
    answer = client.post("cases/anna/1/verdicts", data=VERDICT, headers=headers)
    assert (answer.status_code, answer.text) == (403, wording.WRONG_ORIGIN)
    assert not store.read("anna").verdicts


@pytest.mark.parametrize("address", ["", "stats", "cases/anna", "cases/nobody", "static/page.css"])
def test_every_answer_forbids_what_a_page_has_no_need_of(client: TestClient, keep: Keep, address: str) -> None:
    keep("anna", WELL)
    headers = client.get(address).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    if headers["content-type"].startswith("text/html"):
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert "unsafe" not in policy


def test_no_two_pages_have_the_same_nonce(client: TestClient) -> None:
    first, second = (client.get("").headers["content-security-policy"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_only_a_verdict_can_be_sent(client: TestClient, keep: Keep, method: str) -> None:
    keep("anna", WELL)
    assert client.request(method, "cases/anna").status_code == 405


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "review.CSS", "page.html.j2", "%00"])
def test_no_other_file_is_given_out(client: TestClient, name: str) -> None:
    assert client.get(f"static/{name}").status_code == 404
