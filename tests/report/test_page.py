"""The page: well-formed, whole, without script, and every link leads somewhere."""

from __future__ import annotations

import dataclasses

import pytest
from tests.report.conftest import EXAMPLES, Example, Page

from soleus import Consultation, KnowledgeBase
from soleus.report import wording as shared
from soleus.report.html.page import report_page
from soleus.report.html.records import ReportPage
from soleus.report.html.rendering import html

NAMES = ("weak_hips_gradual_ache", "clot_like", "emergency", "all_unknown", "pop_and_gap", "after_race_cramp")


def page_of(consultation: Consultation) -> tuple[ReportPage, Page]:
    record = report_page(consultation, "case", quick=True)
    return record, Page(html(record))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_one_place_of_the_page(example: Example, name: str) -> None:
    _, page = page_of(example(name))
    ids = page.values("id")
    assert not page.open
    assert len(ids) == len(set(ids))
    assert page.values("href")
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    assert {one for several in page.values("aria-labelledby") for one in several.split()} <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_and_nothing_is_fetched(example: Example, name: str) -> None:
    text = html(report_page(example(name), "case", quick=True))
    page = Page(text)
    tags = {tag for tag, _ in page.tags}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image"})
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values("content")
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("name", NAMES)
def test_every_firing_is_there_with_its_rule_text_and_evidence(base: KnowledgeBase, example: Example, name: str) -> None:
    record, page = page_of(example(name))
    fired = [step for step in record.result.trace.steps if step.kind == "rule"]
    assert [(one.step, one.rule) for one in record.firings] == [(step.n, step.rule) for step in fired]
    for one in record.firings:
        assert f"rule-{one.step}" in page.values("id")
        assert one.because in page.text
        assert all(source.cite in page.text for source in one.sources)
        assert all(source.cite == base.sources[source.id].cite for source in one.sources if source.id in base.sources)


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_reaches_each_firing_that_it_draws_and_counts_the_rest(example: Example, name: str) -> None:
    record, page = page_of(example(name))
    drawn = {one.step for one in record.picture.firings}
    assert {one.step for one in record.firings if one.drawn} == drawn
    assert len(drawn) + record.picture.left_out == len(record.firings)
    assert all(f"chip-{step}" in page.values("id") for step in drawn)


@pytest.mark.parametrize("name", NAMES)
def test_no_box_of_the_picture_lies_on_another_or_outside(example: Example, name: str) -> None:
    picture = report_page(example(name), "case", quick=True).picture
    for place, one in enumerate(picture.nodes):
        assert one.y + one.height <= picture.height
        assert one.x + one.width <= picture.width
        for other in picture.nodes[place + 1 :]:
            assert one.x != other.x or one.y + one.height <= other.y or other.y + other.height <= one.y
    boxes = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in picture.nodes]
    for chip in (chip for firing in picture.firings for chip in firing.chips):
        assert any(left <= chip.x and top <= chip.y and chip.x + 27 <= right and chip.y + 18 <= bottom for left, top, right, bottom in boxes)


@pytest.mark.parametrize("name", NAMES)
def test_the_bars_show_each_counted_argument_once_within_the_bar(example: Example, name: str) -> None:
    record = report_page(example(name), "case", quick=True)
    for bars, ranked in ((record.conditions, record.result.conditions), (record.causes, record.result.causes)):
        assert [one.id for one in bars] == [one.id for one in ranked]
        for bar, said in zip(bars, ranked, strict=True):
            assert sorted((one.step, one.side) for one in bar.segments) == sorted((one.step, one.side) for one in said.arguments if one.counted)
            assert all(one.start >= -0.1 and one.start + one.length <= 100.1 for one in bar.segments)
            assert all(one.start >= 50 for one in bar.side("for"))
            assert all(one.start + one.length <= 50.01 for one in bar.side("against"))


def test_the_plan_has_every_measure_once_with_its_dose(example: Example) -> None:
    record, page = page_of(example("weak_hips_gradual_ache"))
    assert sorted(place for phase in record.phases for place in phase.measures) == list(range(len(record.result.plan)))
    for item in record.result.plan:
        assert item.name in page.text
        assert record.doses[item.measure] in page.text


def test_what_is_withheld_stands_with_its_reason(example: Example) -> None:
    record, page = page_of(example("clot_like"))
    assert record.result.precautions
    assert all(one.because in page.text for one in record.result.precautions)
    assert not record.result.withheld or all(one.name in page.text for one in record.result.withheld if one.wanted)


def test_every_answer_stands_once_with_its_source(example: Example, base: KnowledgeBase) -> None:
    begun = example("clot_like")
    asked = next(question for question in begun.questions if question.kind != "checklist" and question.id in begun.answers)
    unsure = next(question for question in begun.questions if question.kind != "checklist" and question.id not in begun.answers)
    consultation = Consultation(base, begun.answers, (asked.id, unsure.id))
    said = [one for section in report_page(consultation, "case", quick=True).sections for one in (*section.answers, *section.open)]
    assert sorted(one.id for one in said) == sorted(base.observables)
    by_id = {one.id: one for one in said}
    assert by_id[asked.id].source == "asked"
    assert by_id[unsure.id].source == "not sure"
    assert {one.id for one in said if one.said} == set(begun.answers)
    assert {one.source for one in said if one.said and one.id != asked.id} == {"given"}


def test_the_time_of_an_answer_is_shown_where_it_is_kept(example: Example) -> None:
    record = report_page(example("clot_like"), "case", times={"leg_swollen": "2026-01-31T18:30:00Z"}, quick=True)
    said = {one.id: one.time for section in record.sections for one in section.answers}
    assert said.pop("leg_swollen") == "2026-01-31T18:30:00Z"
    assert set(said.values()) == {""}
    assert Page(html(record)).text.count("2026-01-31T18:30:00Z") == 1


def test_what_would_turn_it_is_shown_or_said_not_to_have_been_looked_for(example: Example) -> None:
    consultation = example("emergency")
    full = report_page(consultation, "case")
    assert full.turns is not None
    assert all(item in Page(html(full)).text for one in full.turns for item in one.items)
    assert "This was not looked for" in page_of(consultation)[1].text
    assert "This was not looked for" not in Page(html(full)).text


def test_the_footer_names_version_and_fingerprint(base: KnowledgeBase, example: Example) -> None:
    record, page = page_of(example("all_unknown"))
    assert base.fingerprint in page.text
    assert f"soleus {record.version}" in page.text
    assert page.text.count(base.about.intended_use) == 2


def test_the_examples_are_those_of_the_project() -> None:
    assert all((EXAMPLES / f"{name}.yaml").is_file() for name in NAMES)


# In short


def in_short(consultation: Consultation, dangers: tuple[str, ...] = ()) -> str:
    """What stands in short; the conditions with these ids must not be missed."""
    record = report_page(consultation, "case", quick=True)
    conditions = tuple(dataclasses.replace(one, must_not_miss=one.id in dangers) for one in record.result.conditions)
    record = dataclasses.replace(record, result=dataclasses.replace(record.result, conditions=conditions))
    text = html(record)
    return " ".join(Page(text[text.index('<section class="card short"') : text.index('<nav class="ways"')]).text.split())


def test_in_short_names_every_condition_that_must_not_be_missed(example: Example) -> None:
    consultation = example("after_race_cramp")
    *_, last = (one for one in consultation.conclude().conditions if one.words != "unlikely")
    assert "and 1 more" in in_short(consultation)
    assert last.name not in in_short(consultation)
    assert last.name in in_short(consultation, (last.id,))
    assert "and 1 more" not in in_short(consultation, (last.id,))


def test_in_short_names_everything_that_is_to_be_left_alone(example: Example) -> None:
    consultation = example("clot_like")
    kinds = {kind for one in consultation.conclude().precautions for kind in one.leaves_alone}
    assert len(kinds) > 10
    assert all(kind in in_short(consultation) for kind in kinds)


def test_in_short_nothing_found_is_no_all_clear(base: KnowledgeBase) -> None:
    said = in_short(Consultation(base))
    assert shared.NO_CONDITION in said
    assert shared.NO_CAUSE in said
