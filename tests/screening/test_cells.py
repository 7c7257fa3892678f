"""Cells and headers as people write them."""

from __future__ import annotations

import pytest

from soleus import KnowledgeBase
from soleus.knowledge.conditions import Scalar
from soleus.screening.cells import CellError, is_total, read_cell
from soleus.screening.headers import match_headers
from soleus.screening.problems import ScreenError


@pytest.mark.parametrize(
    ("observable", "text", "value"),
    [
        ("leg_swollen", "yes", True),
        ("leg_swollen", " Ja ", True),
        ("leg_swollen", "X", True),
        ("leg_swollen", "nein", False),
        ("leg_swollen", "", None),
        ("leg_swollen", "not sure", None),
        ("leg_swollen", "?", None),
        ("pain_onset", "gradual", "gradual"),
        ("pain_onset", "Hours to days", "hours_to_days"),
        ("pain_onset", "bit by bit, over several runs or weeks", "gradual"),
        ("bruise", "none", "none"),
        ("age", "41", 41),
        ("age", "41.0", 41),
        ("body_mass", "62,5", 62.5),
        ("body_mass", "62.5", 62.5),
        ("body_mass", "-", None),
    ],
)
def test_cell_is_read(base: KnowledgeBase, observable: str, text: str, value: Scalar | None) -> None:
    assert read_cell(base, observable, text) == value


@pytest.mark.parametrize(
    ("observable", "text", "words"),
    [
        ("leg_swollen", "1", "Answer yes, no or not sure"),
        ("leg_swollen", "perhaps", "cannot be 'perhaps'"),
        ("pain_onset", "gradul", "Did you mean 'gradual'"),
        ("age", "forty", "is a number"),
        ("age", "41 years", "is a number"),
        ("age", "400", "lies outside"),
        ("episodes", "1,5", "whole numbers"),
        ("body_mass", "1.200", "can mean 1.2 or 1200"),
        ("body_mass", "1.200,5", "is a number"),
    ],
)
def test_cell_that_is_no_answer_says_what_to_change(base: KnowledgeBase, observable: str, text: str, words: str) -> None:
    with pytest.raises(CellError, match=words):
        read_cell(base, observable, text)


@pytest.mark.parametrize(("text", "total"), [("Total", True), ("Summe:", True), (" grand total ", True), ("Tota Miller", False), ("", False)])
def test_total_rows_are_known_by_their_first_word(text: str, total: bool) -> None:
    assert is_total(text) is total


def test_headers_may_be_ids_short_names_or_questions(base: KnowledgeBase) -> None:
    onset = base.observables["pain_onset"]
    headers = match_headers(base, ["Name", "Leg swollen", onset.ask, base.observables["pain_site"].short, "Alter"], {"age": "Alter"}, ())
    assert headers.answers == {
        "leg_swollen": "Leg swollen",
        "pain_onset": onset.ask,
        "pain_site": base.observables["pain_site"].short,
        "age": "Alter",
    }
    assert headers.carried == ("Name",)


def test_column_that_looks_like_a_slip_is_noted(base: KnowledgeBase) -> None:
    (note,) = match_headers(base, ["age", "leg_swolen", "Name"], {}, ()).notes
    assert "leg_swollen=leg_swolen" in note


@pytest.mark.parametrize(
    ("names", "chosen", "words"),
    [
        (["age", "Age"], {}, "all answer 'age'"),
        (["age", "age"], {}, "Two columns are called 'age'"),
        (["age"], {"leg_swolen": "age"}, "Did you mean 'leg_swollen'"),
        (["age", "Bein"], {"leg_swollen": "Bien"}, "Did you mean 'Bein'"),
    ],
)
def test_headers_that_do_not_fit_say_what_to_change(base: KnowledgeBase, names: list[str], chosen: dict[str, str], words: str) -> None:
    with pytest.raises(ScreenError, match=words):
        match_headers(base, names, chosen, ())
