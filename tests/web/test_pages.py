"""The pages of the review: the list and its filters, a version with what was said of it, what was kept with other knowledge, the rules."""

from __future__ import annotations

import csv

import pytest
from starlette.testclient import TestClient
from tests.report.conftest import EXAMPLES
from tests.web.conftest import NASTY, WELL, Keep, Open, with_rule_texts

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.knowledge.answers import load_answers
from soleus.report.html import wording as page_words
from soleus.review.store import CaseStore
from soleus.web import pages, wording
from soleus.web.app import application
from soleus.web.desk import MOST_PAGES, Desk


def fired(store: CaseStore, name: str) -> list[str]:
    """The rules that fired in the newest version of a case."""
    return [step["rule"] for step in store.read(name).last.result["trace"]["steps"] if step["kind"] == "rule"]


# The list


def test_an_empty_store_says_how_a_case_comes_into_it(opened: Open) -> None:
    assert "soleus consult --save NAME" in opened("").text


def test_each_case_stands_in_the_list_with_its_level_and_leads_to_its_page(keep: Keep, store: CaseStore, opened: Open) -> None:
    keep("anna", WELL)
    keep("ben", {}, WELL)
    page = opened("")
    assert "2 cases" in page.text
    assert "2 versions" in page.text
    assert all(store.read(name).last.result["triage"]["title"] in page.text for name in ("anna", "ben"))
    for name in ("anna", "ben"):
        link = next(one for one in page.values("href") if one.endswith(f"/cases/{name}"))
        assert name in opened(f"http://127.0.0.1:8000{link}").text


def test_the_list_names_the_other_conditions_that_must_not_be_missed(store: CaseStore, opened: Open) -> None:
    base = KnowledgeBase.bundled()
    answers = {**load_answers(base, EXAMPLES / "new_shoes.yaml"), "leg_swollen": True}
    store.keep(Journal(), "anna", (), Consultation.of(base, answers).conclude().to_dict())
    (line,) = store.lines()
    assert line.condition != "deep_vein_thrombosis"
    assert f"{wording.NOT_TO_BE_MISSED} Blood clot in a deep leg vein (DVT)" in " ".join(opened("").text.split())


@pytest.mark.parametrize(
    ("query", "there"), [("triage=self_care", False), ("name=nn", True), ("name=NN", True), ("name=x", False), ("unreviewed=yes", False)]
)
def test_the_filters_leave_out_what_does_not_fit(keep: Keep, store: CaseStore, opened: Open, query: str, there: bool) -> None:
    keep("anna", WELL)
    level = store.read("anna").last.result["triage"]["level"]
    store.judge("anna", "triage", level, "Kim", "agree")
    assert level != "self_care"
    assert ("/cases/anna" in str(opened(f"?{query}").values("href"))) is there


def test_the_causes_to_choose_from_are_those_of_the_cases(keep: Keep, store: CaseStore, shoulder: KnowledgeBase, opened: Open) -> None:
    keep("anna", WELL)
    page = opened("")
    options = [attributes["value"] for tag, attributes in page.tags if tag == "option"]
    assert set(store.causes()) <= set(options)
    for cause in store.causes():
        assert shoulder.causes[cause].name in page.text
        assert "/cases/anna" in str(opened(f"?cause={cause}").values("href"))


def test_a_long_list_comes_page_by_page(keep: Keep, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE", 2)
    for name in ("a", "b", "c", "d", "e"):
        keep(name, {})
    seen, address = [], ""
    while True:
        page = opened(address)
        seen += [one.rsplit("/", 1)[1] for one in page.values("href") if "/cases/" in one]
        following = next((one["href"] for tag, one in page.tags if tag == "a" and one.get("rel") == "next"), None)
        if following is None:
            break
        address = f"http://127.0.0.1:8000{following}"
    assert sorted(seen) == ["a", "b", "c", "d", "e"]
    assert "5 to 5 of 5 cases" in page.text


@pytest.mark.parametrize(
    "query", ["first=0", "first=-1", "first=x", "first=99999999999999999999", "first=٣", "triage=%00", "cause='--", "name=%25", "nonsense=1"]
)
def test_an_odd_address_of_the_list_is_no_error(keep: Keep, opened: Open, query: str) -> None:
    keep("anna", {})
    assert wording.CASES in opened(f"?{query}").text


def test_htmx_gets_only_the_list(keep: Keep, client: TestClient) -> None:
    keep("anna", {})
    text = client.get("", headers={"HX-Request": "true", "HX-Target": "found"}).text
    assert "<html" not in text
    assert "/cases/anna" in text


# A case


def test_a_case_shows_its_newest_version_and_the_way_to_the_others(keep: Keep, opened: Open) -> None:
    keep("anna", {}, WELL)
    page = opened("cases/anna")
    assert "Version 2 of 2" in page.text
    assert {link.rsplit("/", 1)[1] for link in page.values("href") if "/cases/anna/" in link} >= {"1", "2"}
    assert "Version 1 of 2" in opened("cases/anna/1").text


def test_everything_that_a_version_says_can_be_judged(keep: Keep, store: CaseStore, opened: Open) -> None:
    keep("anna", WELL)
    result, ids = store.read("anna").last.result, set(opened("cases/anna").values("id"))
    assert f"judge-triage-{result['triage']['level']}" in ids
    assert {f"judge-rule-{rule}" for rule in fired(store, "anna")} <= ids
    assert {f"judge-finding-{one['id']}" for one in result["findings"]} <= ids
    assert {f"judge-measure-{one['measure']}" for one in result["plan"]} <= ids
    possible = [one for one in (*result["conditions"], *result["causes"]) if one["words"] != "unlikely"]
    assert possible
    assert all(f"judge-condition-{one['id']}" in ids or f"judge-cause-{one['id']}" in ids for one in possible)


def test_every_link_within_the_page_leads_somewhere(keep: Keep, opened: Open) -> None:
    keep("anna", WELL)
    page = opened("cases/anna")
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(page.values("id"))


def test_every_page_says_what_it_is_for_and_what_knowledge_it_has(keep: Keep, opened: Open, shoulder: KnowledgeBase) -> None:
    keep("anna", WELL)
    for address in ("", "stats", "cases/anna"):
        text = opened(address).text
        assert shoulder.about.intended_use in text
        assert shoulder.fingerprint in text


def test_a_version_of_other_knowledge_is_shown_as_it_was_kept(keep: Keep, store: CaseStore, opened: Open) -> None:
    keep("anna", WELL, fingerprint="f" * 64)
    page, result = opened("cases/anna"), store.read("anna").last.result
    assert page_words.AS_KEPT in page.text
    assert "f" * 64 in page.text
    assert result["triage"]["title"] in page.text
    assert all(rule in page.text for rule in fired(store, "anna"))
    assert {f"judge-rule-{rule}" for rule in fired(store, "anna")} <= set(page.values("id"))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(page.values("id"))
    assert "near" not in page.values("id")


def test_the_same_fingerprint_with_another_result_is_shown_as_it_was_kept(store: CaseStore, keep: Keep, desk: Desk) -> None:
    keep("anna", WELL)
    kept = store.read("anna")
    said_otherwise = type(kept.last)(1, kept.last.saved, (), kept.last.times, {**kept.last.result, "see_someone": ["Something else."]})
    page = desk.page(kept, said_otherwise)
    assert not page.whole
    assert page.result.see_someone == ("Something else.",)


def test_what_would_change_it_is_looked_for_when_asked(keep: Keep, client: TestClient, opened: Open) -> None:
    keep("anna", WELL)
    link = next(one for one in opened("cases/anna").values("hx-get") if one.endswith("/turns"))
    whole, part = (client.get(f"http://127.0.0.1:8000{link}", headers=headers).text for headers in ({}, {"HX-Request": "true"}))
    assert "more urgent" in part
    assert "<html" not in part
    assert "<html" in whole


def test_the_pages_that_are_held_are_few(keep: Keep, desk: Desk, store: CaseStore) -> None:
    keep("anna", {})
    kept = store.read("anna")
    for number in range(1, MOST_PAGES + 5):
        desk.page(kept, type(kept.last)(number, kept.last.saved, (), {}, kept.last.result))
    assert len(desk._pages) == MOST_PAGES


@pytest.mark.parametrize(
    "address", ["cases/nobody", "cases/anna/0", "cases/anna/3", "cases/anna/x", "cases/anna/99999999999999999999", "rules/none", "nonsense"]
)
def test_what_is_not_there_is_told_on_a_page(keep: Keep, client: TestClient, address: str) -> None:
    keep("anna", {})
    answer = client.get(address)
    assert answer.status_code == 404
    assert wording.CASES in answer.text


# Two versions side by side


def test_a_version_stands_beside_the_one_before_or_another(keep: Keep, opened: Open) -> None:
    keep("anna", {"began": "at_once"}, {"began": "at_once", "chest_pain": True})
    keep("ben", WELL)
    text = opened("cases/anna/2/beside").text
    assert all(f"anna, version {number}" in text or f"version {number}" in text for number in (1, 2))
    assert "ben" in opened("cases/anna/1/beside?case=ben").text
    assert opened("cases/anna/1/beside?version=2").text != text


@pytest.mark.parametrize(
    "address", ["cases/anna/1/beside", "cases/anna/2/beside?case=nobody", "cases/anna/2/beside?version=7", "cases/nobody/1/beside"]
)
def test_what_cannot_stand_beside_it_is_told(keep: Keep, client: TestClient, address: str) -> None:
    keep("anna", {}, WELL)
    assert client.get(address).status_code == 404


# Rules


def test_a_rule_has_its_text_its_evidence_and_what_was_said_of_it(keep: Keep, store: CaseStore, shoulder: KnowledgeBase, opened: Open) -> None:
    keep("anna", WELL)
    name = next(rule for rule in fired(store, "anna") if rule in shoulder.rules)
    store.judge("anna", "rule", name, "Kim", "disagree", "Not after a fall.")
    text, rule = opened(f"rules/{name}").text, shoulder.rules[name]
    assert rule.because in text
    assert all(shoulder.sources[source].cite in text for source in rule.sources)
    assert "Not after a fall." in text
    assert "disagreed 1" in text


def test_the_rules_that_were_judged_come_with_their_reasons(keep: Keep, store: CaseStore, opened: Open) -> None:
    keep("anna", WELL)
    assert wording.NO_VERDICTS in opened("stats").text
    first, second, *_ = fired(store, "anna")
    store.judge("anna", "rule", first, "Kim", "agree")
    store.judge("anna", "rule", second, "Kim", "disagree", "Not so.")
    text = opened("stats").text
    assert text.index(second) < text.index(first)
    assert "Not so." in text
    assert all(rule in opened("stats?every=yes").text for rule in fired(store, "anna"))


def test_the_verdicts_come_as_a_table_too(keep: Keep, store: CaseStore, client: TestClient) -> None:
    keep("anna", WELL)
    store.judge("anna", "rule", fired(store, "anna")[0], "=1+1", "disagree", "=2+2")
    answer = client.get("stats.csv")
    rows = list(csv.reader(answer.text.splitlines()))
    assert answer.headers["content-type"].startswith("text/csv")
    assert rows[1][:2] == ["rule", fired(store, "anna")[0]]
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_a_conclusion_stands_in_the_table_with_its_own_name(keep: Keep, store: CaseStore, client: TestClient, shoulder: KnowledgeBase) -> None:
    keep("anna", WELL)
    level = store.read("anna").last.result["triage"]["level"]
    store.judge("anna", "triage", level, "Kim", "agree")
    titles = {(kind, name): title for kind, name, title, *_ in csv.reader(client.get("stats.csv").text.splitlines())}
    assert titles["triage", level] == shoulder.about.triage[level].title
    assert "" not in titles.values()


def test_hostile_texts_of_rules_are_only_text(store: CaseStore, keep: Keep, shoulder: KnowledgeBase) -> None:
    keep("anna", WELL)
    hostile = with_rule_texts(shoulder, NASTY)
    with TestClient(application(Desk(hostile, store, NASTY), "t"), base_url="http://127.0.0.1/t/") as client:
        for address in (f"rules/{next(iter(shoulder.rules))}", "", "stats"):
            assert "<script>alert" not in client.get(address).text
