"""Runs features/report.feature: the page of a case, through its record and through its HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytest_bdd import parsers, scenarios, then, when
from tests.report.conftest import Page, line_of, on_edge

from soleus import Consultation, KnowledgeBase
from soleus.report.html.page import report_page
from soleus.report.html.records import ReportPage
from soleus.report.html.rendering import html

scenarios(str(Path(__file__).parents[2] / "features" / "report.feature"))


@when("the page of the case is made", target_fixture="page")
def _made(base: KnowledgeBase, answers: dict[str, Any]) -> ReportPage:
    return report_page(Consultation.of(base, answers), "case", quick=True)


@when("the page of the case is made with what would change it", target_fixture="page")
def _made_in_full(base: KnowledgeBase, answers: dict[str, Any]) -> ReportPage:
    return report_page(Consultation.of(base, answers), "case")


@then(parsers.parse('the sign "{rule}" is "{state}" by "{answer}"'))
def _sign(page: ReportPage, rule: str, state: str, answer: str) -> None:
    (flag,) = (one for one in page.flags if one.rule == rule)
    assert flag.state == state
    assert answer in flag.by
    assert answer in Page(html(page)).text


@then(parsers.parse('the banner says "{title}"'))
def _banner(page: ReportPage, title: str) -> None:
    assert title in Page(html(page)).text.split("What it may be")[0]


@then(parsers.parse('no sign is "{state}"'))
def _no_sign(page: ReportPage, state: str) -> None:
    assert page.flags
    assert not [one for one in page.flags if one.state == state]


@then("the page lists every safety question without an answer")
def _open_questions(base: KnowledgeBase, page: ReportPage) -> None:
    text = Page(html(page)).text
    missing = [one for one in base.observables.values() if one.safety and one.id not in page.result.answers]
    assert missing
    assert all(one.ask in text for one in missing)


@then(parsers.parse('"{name}" has {speak_for:d} arguments for it and {against:d} against it'))
def _arguments(page: ReportPage, name: str, speak_for: int, against: int) -> None:
    (bar,) = (one for one in page.conditions if one.id == name)
    assert (len(bar.side("for")), len(bar.side("against"))) == (speak_for, against)


@then(parsers.parse('the rule "{rule}" is drawn from "{source}" to "{target}"'), target_fixture="step")
def _drawn(page: ReportPage, rule: str, source: str, target: str) -> int:
    (step,) = (one.step for one in page.firings if one.rule == rule)
    (drawn,) = (one for one in page.picture.firings if one.step == step)
    boxes = {one.title: one for one in page.picture.nodes}
    begins, ends = boxes[source], boxes[target]
    lines = [line_of(one.line) for one in drawn.paths]
    assert [one for one in lines if on_edge(one[0], begins, begins.x + begins.width) and on_edge(one[-1], ends, ends.x)]
    return step


@then(parsers.parse('its number leads to its text and to the source "{source}"'))
def _leads(base: KnowledgeBase, page: ReportPage, step: int, source: str) -> None:
    text = html(page)
    assert f'href="#rule-{step}"' in text
    card = Page(text[text.index(f'id="rule-{step}"') - 20 :].partition("</article>")[0].partition(">")[2])
    assert base.sources[source].cite in card.text


@then(parsers.parse('"{rule}" is a near miss for want of "{test}"'))
def _near(page: ReportPage, rule: str, test: str) -> None:
    (near,) = (one for one in page.near_misses if one.rule == rule)
    assert any(test in one for one in near.missing)


@then("the page says that one other answer would make it more urgent")
def _turns(page: ReportPage) -> None:
    assert page.turns
    text = Page(html(page)).text
    assert "what would make it more urgent" in text
    assert "One other answer is enough." in text
