"""A verdict that was not taken is told to the coach, and what was typed stays: the worst that a review can do is to lose one without a word."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Watch, Watched, serving, until

from soleus.review.store import CaseStore
from soleus.web import wording

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

BOX = "#judge-triage-same_day"


def disagree(page: Page, reason: str) -> None:
    """Type a reason and press Disagree, as a coach does."""
    box = page.locator(BOX)
    if not box.get_by_label("Reason or note").is_visible():
        box.get_by_text("Disagree or note").click()
    box.get_by_label("Reason or note").fill(reason)
    box.get_by_role("button", name="Disagree").click()


def forgive(watched: Watched) -> None:
    """The browser notes what the server did not answer; the coach reads it on the page."""
    known = ("/verdicts", "Failed to load", "htmx:afterRequest", "htmx:sendError")
    watched.complaints[:] = [one for one in watched.complaints if not any(part in one for part in known)]


def test_a_verdict_to_a_server_that_was_stopped_is_told_and_can_be_sent_again(watch: Watch, place: str) -> None:
    with serving(place) as (address, server):
        watched = watch(f"{address}cases/clot_like")
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0
        disagree(watched.page, "It is not urgent.")
        told = watched.page.locator(BOX).get_by_role("alert")
        told.wait_for()
        assert told.inner_text() == wording.SCRIPT["lost"]
        assert watched.page.locator(BOX).get_by_label("Reason or note").input_value() == "It is not urgent."
        watched.page.locator("#agree-triage-same_day").click()
        watched.page.wait_for_timeout(200)
        assert told.count() == 1
        forgive(watched)
    assert "It is not urgent." not in [one.reason for one in CaseStore(place).read("clot_like").verdicts]


def test_a_filter_that_gets_no_answer_says_so(watch: Watch, place: str) -> None:
    with serving(place) as (address, server):
        watched = watch(address)
        server.kill()
        server.wait(20)
        watched.page.get_by_label("Level of care").select_option("emergency")
        watched.page.get_by_role("alert").wait_for()
        assert watched.page.get_by_role("alert").inner_text() == wording.SCRIPT["unread"]
        watched.complaints.clear()


def test_a_case_that_was_forgotten_meanwhile_is_told_beside_the_verdict(watch: Watch, address: str, place: str) -> None:
    store = CaseStore(place)
    case = store.read("pop_and_gap")
    watched = watch(f"{address}cases/pop_and_gap")
    store.forget("pop_and_gap")
    try:
        disagree(watched.page, "Never seen.")
        told = watched.page.locator(BOX).get_by_role("alert")
        told.wait_for()
        assert "Not kept. There is no case pop_and_gap" in told.inner_text()
        assert watched.page.locator(BOX).get_by_label("Reason or note").input_value() == "Never seen."
    finally:
        store.add([case])
    watched.page.get_by_role("button", name="Disagree").and_(watched.page.locator("#disagree-triage-same_day")).click()
    watched.page.get_by_text("disagrees: Never seen.").wait_for()
    assert watched.page.locator(BOX).get_by_role("alert").count() == 0
    forgive(watched)


@pytest.mark.parametrize("button", ["Note", "Disagree"])
def test_two_clicks_are_one_verdict(watch: Watch, address: str, place: str, button: str) -> None:
    page = watch(f"{address}cases/new_shoes").page
    page.locator(BOX).get_by_text("Disagree or note").click()
    page.locator(BOX).get_by_label("Reason or note").fill(f"Twice: {button}")
    page.locator(BOX).get_by_role("button", name=button).dblclick()
    page.locator(BOX).get_by_text(f"Twice: {button}").wait_for()
    page.wait_for_timeout(300)
    assert [one.reason for one in CaseStore(place).read("new_shoes").verdicts].count(f"Twice: {button}") == 1


def test_while_a_verdict_is_on_its_way_its_box_waits_and_the_others_do_not(watch: Watch, address: str, place: str) -> None:
    held: list[Route] = []
    page = watch(f"{address}cases/clot_like").page
    page.route("**/verdicts", lambda route: held.append(route))
    page.locator("#agree-triage-same_day").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#judge-triage-same_day').inert")
    expect(page.locator("#told")).to_have_text(wording.SCRIPT["waiting"])
    other = page.locator(".rule .verdict").first
    other.get_by_text("Disagree or note").click()
    other.get_by_label("Reason or note").fill("Beside it.")
    until(page, lambda: len(held) == 1)
    held[0].continue_()
    page.locator(BOX).get_by_text("agrees").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA", "the focus is not taken from who went on"
    other.get_by_role("button", name="Note").click()
    until(page, lambda: len(held) == 2)
    held[1].continue_()
    other.get_by_text("notes: Beside it.").wait_for()
    page.wait_for_function("![...document.querySelectorAll('.verdict')].some(one => one.inert)")
    assert "Beside it." in [one.reason for one in CaseStore(place).read("clot_like").verdicts]


def test_the_focus_stays_in_the_box_and_a_reader_hears_that_it_is_kept(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/clot_like").page
    page.locator("#other-triage-same_day").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("By keyboard.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("disagrees: By keyboard.").wait_for()
    expect(page.locator("#other-triage-same_day")).to_be_focused()
    expect(page.locator("#told")).to_have_text(wording.SCRIPT["kept"])


def test_what_was_typed_and_not_sent_is_asked_for_before_the_page_is_left(watch: Watch, address: str) -> None:
    watched = watch(f"{address}cases/clot_like")
    page, asked = watched.page, []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.locator(BOX).get_by_text("Disagree or note").click()
    page.locator(BOX).get_by_label("Reason or note").type("Half a thought")
    page.get_by_role("link", name="Rules and verdicts").click()
    until(page, lambda: asked == ["beforeunload"])
    assert page.url.endswith("/cases/clot_like")
    page.locator(BOX).get_by_role("button", name="Note").click()
    page.get_by_text("notes: Half a thought").wait_for()
    expect(page.locator("#told")).to_have_text(wording.SCRIPT["kept"])
    page.get_by_role("link", name="Rules and verdicts").click()
    page.wait_for_url("**/stats")
    assert asked == ["beforeunload"]
    watched.complaints.clear()


def test_the_page_that_the_back_button_brings_shows_what_was_said(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/clot_like").page
    disagree(page, "Seen after going back.")
    page.get_by_text("disagrees: Seen after going back.").wait_for()
    page.get_by_role("link", name="Rules and verdicts").click()
    page.wait_for_url("**/stats")
    page.go_back()
    page.wait_for_url("**/clot_like")
    expect(page.get_by_text("disagrees: Seen after going back.")).to_be_visible()
