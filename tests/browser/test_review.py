"""The review as a coach uses it, in a real browser."""

from __future__ import annotations

import itertools
import re

import pytest
from tests.browser.conftest import Watch, Watched, only_from

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

RULE = "weak-hips-load-the-calf"
REASON = 'Tested "tired", after a race <b>& more</b>.'


def verdict(watched: Watched, kind: str, subject: str) -> str:
    return f"#judge-{kind}-{subject}"


def test_a_coach_finds_a_case_follows_a_firing_to_its_rule_disagrees_and_sees_it_in_the_stats(watch: Watch, address: str) -> None:
    watched = watch(address)
    page = watched.page
    page.get_by_label("Name").fill("weak_hips")
    page.get_by_text("1 case", exact=True).wait_for()
    page.get_by_role("link", name="weak_hips_gradual_ache").click()
    card = page.locator("article.rule", has=page.get_by_text(RULE))
    step = card.locator(".step").inner_text().split()[-1]
    page.locator(f"#chip-{step}").click()
    expect(page).to_have_url(re.compile(f"#rule-{step}$"))
    expect(card.get_by_text("Bramah"), "the evidence of the rule that was followed is open").to_be_visible()
    card.get_by_text("Disagree or note").click()
    card.get_by_label("Reason or note").fill(REASON)
    card.get_by_role("button", name="Disagree").click()
    card.get_by_text(f"disagrees: {REASON}").wait_for()
    page.get_by_role("link", name="Rules and verdicts").click()
    row = page.get_by_role("row", name=RULE)
    expect(row).to_contain_text(REASON)
    assert row.get_by_role("cell").all_inner_texts()[1:3] == ["0", "1"]
    row.get_by_role("link").first.click()
    page.wait_for_url(f"**/rules/{RULE}")
    expect(page.locator("main")).to_contain_text(REASON)
    assert only_from(address, watched)


def test_the_filters_change_the_list_and_the_address(watch: Watch, address: str) -> None:
    page = watch(address).page
    page.get_by_label("Level of care").select_option("emergency")
    page.get_by_role("link", name="emergency").wait_for()
    page.get_by_role("link", name="new_shoes").wait_for(state="detached")
    expect(page).to_have_url(re.compile("triage=emergency"))
    page.reload()
    expect(page.get_by_label("Level of care")).to_have_value("emergency")
    page.get_by_label("Only not reviewed").check()
    page.wait_for_url("**unreviewed=yes**")


def test_the_back_button_brings_the_list_back(watch: Watch, address: str) -> None:
    page = watch(address).page
    page.get_by_label("Level of care").select_option("emergency")
    page.get_by_role("link", name="new_shoes").wait_for(state="detached")
    page.get_by_role("link", name="emergency").click()
    page.wait_for_url("**/cases/emergency")
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_url("**triage=emergency**")
    page.get_by_role("link", name="emergency").wait_for()
    expect(page.get_by_role("link", name="new_shoes")).to_have_count(0)


def test_a_verdict_can_be_given_by_keyboard_alone_and_the_focus_stays(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/clot_like").page
    page.locator("#agree-triage-same_day").focus()
    page.keyboard.press("Enter")
    page.locator(".banner .said.agree").wait_for()
    expect(page.locator("#agree-triage-same_day")).to_be_focused()


def test_without_script_a_verdict_is_taken_as_well(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/pop_and_gap", java_script_enabled=False).page
    page.locator("#agree-triage-same_day").click()
    page.wait_for_url("**#judge-triage-same_day")
    expect(page.locator(".banner .said.agree")).to_have_count(1)


def test_what_is_refused_is_told_where_it_was_given(watch: Watch, address: str) -> None:
    watched = watch(f"{address}cases/new_shoes")
    page = watched.page
    box = page.locator("#judge-triage-same_day")
    box.get_by_text("Disagree or note").click()
    box.get_by_label("Reason or note").fill("turned \u202e round")
    box.get_by_role("button", name="Note").click()
    box.get_by_role("alert").wait_for()
    assert box.get_by_label("Reason or note").input_value().startswith("turned")
    watched.complaints[:] = [one for one in watched.complaints if "422" not in one]  # the browser notes the status; the coach reads the reason


def test_a_disagreement_without_a_reason_is_not_sent(watch: Watch, address: str) -> None:
    watched = watch(f"{address}cases/new_shoes")
    box = watched.page.locator("#judge-triage-same_day")
    box.get_by_text("Disagree or note").click()
    box.get_by_role("button", name="Disagree").click()
    assert not [one for one in watched.asked if one.endswith("/verdicts")]


def test_what_would_change_the_outcome_is_looked_for_when_a_coach_comes_there(watch: Watch, address: str) -> None:
    watched = watch(f"{address}cases/weak_hips_gradual_ache")
    assert not [one for one in watched.asked if one.endswith("/turns")]
    watched.page.get_by_role("link", name="Hinges on", exact=True).click()
    watched.page.get_by_text("what would make it more urgent").wait_for()


def test_without_script_what_would_change_the_outcome_has_a_page_of_its_own(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/weak_hips_gradual_ache", java_script_enabled=False).page
    page.get_by_role("link", name="Look for what would change the outcome").click()
    expect(page.get_by_text("what would make it more urgent")).to_be_visible()


def test_what_changed_since_the_version_before_is_one_click_away(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/new_shoes").page
    page.get_by_role("link", name="What changed since the version before").click()
    page.wait_for_url("**/beside")
    expect(page.locator("main")).to_contain_text("See someone today")
    expect(page.locator("main")).to_contain_text("leg swollen")


PLACES = ("", "stats", "cases/weak_hips_gradual_ache", "cases/emergency", "cases/older", "cases/new_shoes/2/beside", f"rules/{RULE}", "cases/nobody")


LOOKS = [
    *((where, "desktop", "light") for where in PLACES),
    *((where, "phone", "dark") for where in PLACES if where not in ("cases/emergency", "cases/older")),
]


@pytest.mark.parametrize(("where", "size", "scheme"), LOOKS)
def test_axe_finds_nothing_serious_and_no_page_is_too_wide(watch: Watch, address: str, where: str, size: str, scheme: str) -> None:
    watched = watch(address + where, size, scheme)
    assert not watched.serious()
    assert not watched.too_wide()
    assert only_from(address, watched)
    watched.complaints[:] = [one for one in watched.complaints if where != "cases/nobody" or "404" not in one]


def test_the_headings_of_a_case_go_down_step_by_step(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/weak_hips_gradual_ache").page
    levels = [int(one[1]) for one in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => one.tagName)")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_on_paper_verdicts_stand_without_what_only_a_screen_can_use(watch: Watch, address: str) -> None:
    page = watch(f"{address}cases/emergency").page
    banner = page.locator(".banner .verdict")
    banner.get_by_role("button", name="Agree").click()
    page.get_by_text("Coach Kim agrees").wait_for()
    page.emulate_media(media="print")
    expect(banner.locator(".said")).to_be_visible()
    assert not page.locator(".verdict form").first.is_visible()
    assert not page.locator("#rules ~ div .verdict").first.is_visible(), "a rule that nobody judged has no line for verdicts"
    assert not page.get_by_role("link", name="Look for what would change").is_visible()
