"""Other answers: one for all that rules cannot tell apart, none that cannot be, and in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus import KnowledgeBase
from soleus.explanation.alternatives import alternatives, answer_tests, can_be_given, conditions_to_skip, with_what_skips
from soleus.explanation.words import numbers_text
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import Band, Condition, InBand, OneOf
from soleus.knowledge.model import Observable, Range

LENGTH = Observable(id="x", kind="number", short="length", ask="?", why=".", unit="cm", range=Range(at_least=0, at_most=10))
COUNT = Observable(id="x", kind="number", short="count", ask="?", why=".", unit="times", range=Range(at_least=1, at_most=9), whole=True)
BAND = st.builds(
    Band, st.sampled_from([None, 0, 2, 3, 4.5, 10]), st.sampled_from([None, 0, 3, 4.5, 7, 10]), low_in=st.booleans(), high_in=st.booleans()
)
TESTS = st.lists(st.builds(InBand, st.just("x"), BAND) | st.builds(OneOf, st.just("x"), st.sampled_from([(3,), (0, 7)])), max_size=3).map(tuple)


def _signature(tests: tuple[Condition, ...], value: Any) -> list[bool | None]:
    return [evaluate(test, Known({"x": value})) for test in tests]


@given(tests=TESTS, answer=st.sampled_from([None, 1, 3, 4, 7]), whole=st.booleans())
def test_every_number_is_told_apart_or_stands_for_another(tests: tuple[Condition, ...], answer: int | None, whole: bool) -> None:
    one = COUNT if whole else LENGTH
    assert one.range is not None
    found = alternatives(one, tests, answer)
    numbers = range(1, 10) if whole else [number / 4 for number in range(41)]
    for number in numbers:
        same = [each for each in found if each.band is not None and each.band.holds(number)]
        like_now = answer is not None and _signature(tests, number) == _signature(tests, answer)
        assert len(same) == (0 if like_now else 1)
        assert all(_signature(tests, each.value) == _signature(tests, number) for each in same)
    for each in found:
        assert one.range.at_least <= float(each.value) <= one.range.at_most
        assert each.band is not None
        assert each.band.holds(float(each.value))
        assert not whole or isinstance(each.value, int)


def test_choices_and_yes_or_no(base: KnowledgeBase) -> None:
    sides = base.observables["pain_sides"]
    assert [one.value for one in alternatives(sides, (), "one")] == ["both"]
    assert [one.value for one in alternatives(sides, (), None)] == ["one", "both"]
    swollen = base.observables["leg_swollen"]
    assert [one.value for one in alternatives(swollen, (), None)] == [True, False]
    assert [one.value for one in alternatives(swollen, (), True)] == [False]


def test_what_is_fixed_and_known_has_none(base: KnowledgeBase) -> None:
    past = base.observables["past_clot"]
    assert past.fixed
    assert alternatives(past, (), True) == ()
    assert len(alternatives(past, (), None)) == 2


def test_what_skips_a_question_counts_for_it(base: KnowledgeBase) -> None:
    skips = conditions_to_skip(base)
    assert "pop_felt" in with_what_skips(["hop"], skips)
    assert not can_be_given(skips, {"pop_felt": True}, ["hop"])
    assert can_be_given(skips, {"pop_felt": False}, ["hop"])
    assert can_be_given(skips, {"pop_felt": True}, ["age"])


def test_tests_by_observable(base: KnowledgeBase) -> None:
    found = answer_tests(rule.when for rule in base.rules.values())
    assert set(found) <= set(base.observables)
    assert all(len(set(tests)) == len(tests) for tests in found.values())


@pytest.mark.parametrize(
    ("one", "band", "text"),
    [
        (LENGTH, Band(3, None, low_in=False), "over 3 cm"),
        (LENGTH, Band(3, 10, low_in=True), "at least 3 cm"),
        (LENGTH, Band(0, 3, high_in=False), "under 3 cm"),
        (LENGTH, Band(0, 3), "at most 3 cm"),
        (LENGTH, Band(2, 3), "from 2 to 3 cm"),
        (LENGTH, Band(2, 3, low_in=False, high_in=False), "over 2 and under 3 cm"),
        (LENGTH, Band(3, 3), "3 cm"),
        (LENGTH, Band(0, 0), "0 cm"),
        (LENGTH, Band(0, 10), "any number"),
        (COUNT, Band(3, 6, low_in=False, high_in=False), "from 4 to 5 times"),
        (COUNT, Band(1, 3, high_in=False), "at most 2 times"),
        (COUNT, Band(3, 9, low_in=False), "at least 4 times"),
        (COUNT, Band(4, 6, low_in=False, high_in=False), "5 times"),
    ],
)
def test_numbers_in_words(one: Observable, band: Band, text: str) -> None:
    assert numbers_text(one, band) == text
