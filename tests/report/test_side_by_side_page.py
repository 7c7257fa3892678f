"""The page of two consultations: it says what the record says, needs nothing else, and shows any text as text."""

from __future__ import annotations

import dataclasses
import itertools
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.conftest import Example, Page
from tests.report.test_hostile import NASTY, poisoned
from tests.report.test_side_by_side import SECOND, WELL, compared, version, without

from soleus import KnowledgeBase
from soleus.report import at_a_glance, comparing
from soleus.report.html.rendering import rendered
from soleus.report.render import plain
from soleus.report.side_by_side import side_by_side_blocks
from soleus.review.side_by_side import side_by_side
from soleus.review.sides import SideBySide

THEN = {**without(WELL, "numb_arm"), "chest_pain": True, "clicks": True, "reach": False, "began": "at_once", "worst": 9}
NOW = {**without(WELL, "fall_height", "chest_pain"), "odd_shape": False, "worst": 3}


def page_of(sides: SideBySide) -> str:
    return rendered("side_by_side.html.j2", sides=sides)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def sides(base: KnowledgeBase, example: Example) -> SideBySide:
    """A runner whose leg is swollen two weeks later, and who is no longer sure of two things."""
    answers = dict(example("weak_hips_gradual_ache").answers)
    return compared(base, without(answers, "lump"), {**without(answers, "hop", "family_clot"), "leg_swollen": True, "pain_now": 7})


def test_every_part_of_the_page_stands_in_its_contents(sides: SideBySide) -> None:
    page = Page(page_of(sides))
    assert not page.open
    anchors = [link[1:] for link in page.values("href")]
    assert set(anchors) == {"main", *comparing.parts(sides)}
    assert set(anchors) <= set(page.values("id"))
    assert len(page.values("id")) == len(set(page.values("id")))


def test_the_page_says_what_the_terminal_says(sides: SideBySide) -> None:
    text = words(Page(page_of(sides)).text)
    for one in (*at_a_glance.notices(sides), *at_a_glance.summary(sides), at_a_glance.closing(sides)):
        assert one in text
    assert all(one.because in text for one in (*sides.reasons.came, *sides.reasons.went))
    assert all(one.short in text and one.said_then in text and one.said_now in text for one in sides.answers)
    assert all(one.standing.name in text for one in (*sides.conditions, *sides.causes) if one.named and one.changed)
    assert all(one.name in text for one in (*sides.plan.came, *sides.plan.went, *sides.withheld.came, *sides.withheld.went))
    assert all(one.because in text for every in (sides.conditions, sides.causes) for each in every if each.named for one in each.arguments.came)
    assert sides.intended_use.split(".")[0] in text
    assert text.count(sides.now.knowledge.fingerprint) == 2


def test_what_to_know_first_comes_first_and_the_levels_have_their_colours(sides: SideBySide) -> None:
    text = page_of(sides)
    assert text.index(comparing.READ_FIRST) < text.index('class="banner same_day"') < text.index('id="triage"')
    assert '<body class="same_day">' in text
    assert re.findall(r'class="card side (\w+)"', text) == ["self_care", "same_day"]


def test_headings_stand_in_order_and_tables_have_their_scopes(sides: SideBySide) -> None:
    page = Page(page_of(sides))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert {attributes.get("scope") for tag, attributes in page.tags if tag == "th"} == {"col", "row"}


def test_the_page_fetches_and_runs_nothing(sides: SideBySide) -> None:
    text = page_of(sides)
    page = Page(text)
    assert "default-src 'none'" in text
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert not page.values("src")
    assert not page.values("style")
    assert page_of(sides) == text


def test_a_page_without_a_change_says_so(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, WELL, WELL)
    text = words(Page(page_of(sides)).text)
    assert comparing.NOTHING in text
    assert comparing.READ_FIRST not in text
    assert comparing.parts(sides) == ("triage", "expected")


# Hostile texts


def hostile(shoulder: KnowledgeBase, nasty: str) -> SideBySide:
    """Two versions of which every text for people begins with the text, and so do the names of the cases and an old answer."""
    base = poisoned(shoulder, nasty)
    then, now = version(base, THEN, 1), version(base, NOW, 2, SECOND)
    then, now = (dataclasses.replace(one, result={**one.result, "answers": {**one.answers, nasty: f"{nasty}{one.number}"}}) for one in (then, now))
    return side_by_side(base, nasty, then, f"{nasty}2", now)


@pytest.fixture(scope="session")
def plain_page(shoulder: KnowledgeBase) -> Page:
    return Page(page_of(hostile(shoulder, "plain ")))


def assert_harmless(text: str, plain_page: Page) -> Page:
    page = Page(text)
    assert not page.open
    assert page.shape() <= plain_page.shape()
    assert all(link.startswith("#") for link in page.values("href"))
    assert not {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"}
    return page


@pytest.mark.parametrize("nasty", NASTY)
def test_hostile_texts_are_shown_as_text(shoulder: KnowledgeBase, plain_page: Page, nasty: str) -> None:
    page = assert_harmless(page_of(hostile(shoulder, nasty)), plain_page)
    if nasty.isprintable():
        assert page.text.count(nasty) > 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_harmless_on_the_page_and_in_the_terminal(shoulder: KnowledgeBase, plain_page: Page, nasty: str) -> None:
    sides = hostile(shoulder, nasty)
    assert_harmless(page_of(sides), plain_page)
    text = plain(side_by_side_blocks(sides))
    assert not {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"}
