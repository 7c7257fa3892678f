"""The page of a case as a file, in a real browser: nothing is fetched, nothing runs, and it can be read on a phone, in the dark and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import EXAMPLES, Watch

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers
from soleus.report.html.page import report_page
from soleus.report.html.rendering import html

if TYPE_CHECKING:
    from playwright.sync_api import Locator

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

NASTY = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def file(base: KnowledgeBase, tmp_path: Path) -> Path:
    """A case as a page in a file, under a hostile name."""
    consultation = Consultation.of(base, load_answers(base, EXAMPLES / "weak_hips_gradual_ache.yaml"))
    path = tmp_path / "case.html"
    path.write_text(html(report_page(consultation, NASTY, quick=True)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_it_is_read_everywhere_and_asks_for_nothing(watch: Watch, file: Path, size: str, scheme: str) -> None:
    watched = watch(file.as_uri(), size, scheme)
    assert watched.asked == [file.as_uri()]
    assert not watched.serious()
    assert not watched.too_wide()
    assert NASTY in watched.page.locator("h1").inner_text()


def test_a_number_in_the_picture_leads_to_its_rule_and_back(watch: Watch, file: Path) -> None:
    page = watch(file.as_uri()).page
    chip = page.locator("[id^=chip-]").first
    step = (chip.get_attribute("id") or "").removeprefix("chip-")
    chip.click()
    card = page.locator(f"#rule-{step}")
    expect(card.get_by_text("Evidence", exact=True)).to_be_visible()
    card.get_by_role("link", name="in the picture").click()
    expect(page).to_have_url(f"{file.as_uri()}#chip-{step}")


def test_pointing_at_a_number_shows_its_lines(watch: Watch, file: Path) -> None:
    page = watch(file.as_uri()).page
    chip = page.locator("[id^=chip-]").first
    line = page.locator(f".line-{(chip.get_attribute('id') or '').removeprefix('chip-')}").first
    before = line.evaluate("one => getComputedStyle(one).opacity")
    chip.hover()
    assert float(line.evaluate("one => getComputedStyle(one).opacity")) > float(before)


def test_on_paper_everything_is_open_and_the_way_around_is_gone(watch: Watch, file: Path) -> None:
    page = watch(file.as_uri()).page
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert page.locator(".rule dl").last.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


HIDES_SUMMARIES = """() => {
  const hiding = (rules, guarded) => [...rules].flatMap(one => one.style
    ? (one.selectorText.split(",").some(part => part.endsWith("summary")) && one.style.display === "none" ? [guarded] : [])
    : hiding(one.cssRules || [], guarded || one.conditionText === "selector(details::details-content)"));
  return [...document.styleSheets].flatMap(sheet => hiding(sheet.cssRules, false));
}"""


def test_a_browser_that_cannot_open_what_is_folded_on_paper_prints_that_there_is_more(watch: Watch, file: Path) -> None:
    hidden = watch(file.as_uri()).page.evaluate(HIDES_SUMMARIES)
    assert hidden
    assert all(hidden), "a line that opens something is hidden without asking whether it is open"


def test_pointing_at_a_box_shows_its_way_and_dims_the_rest(watch: Watch, file: Path) -> None:
    page = watch(file.as_uri()).page
    box = page.locator("g.node.answer").first
    own, other = (page.locator(f".picture path{one}").first for one in (".t0", ":not(.t0)"))
    assert box.get_attribute("id") == "box-0"
    before = opacity(other)
    box.focus()
    assert opacity(own) == 1
    assert opacity(other) < before


def opacity(one: Locator) -> float:
    return float(one.evaluate("one => getComputedStyle(one).opacity"))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_line_of_parts_stays_in_sight_and_hides_no_heading(watch: Watch, file: Path, size: str) -> None:
    page = watch(file.as_uri(), size).page
    page.get_by_role("link", name="Danger signs", exact=True).click()
    parts, heading = page.locator("nav.ways").bounding_box(), page.locator("#signs").bounding_box()
    assert parts
    assert heading
    assert abs(parts["y"]) < 1
    assert heading["y"] >= parts["height"]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_what_can_be_pressed_is_large_enough(watch: Watch, file: Path, size: str) -> None:
    page = watch(file.as_uri(), size).page
    heights = page.evaluate(
        "[...document.querySelectorAll('summary, nav a')].filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24
