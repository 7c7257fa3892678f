"""Conditions, answers and conclusions in words."""

from __future__ import annotations

import pytest

from soleus import KnowledgeBase
from soleus.explanation.words import Saying, answers_text, conclusion_text, in_words, value_text, with_unit
from soleus.knowledge.conditions import GROUPS, All, AnyOf, AtLeast, Derived, InBand, NoneOf, OneOf, Unless, walk
from soleus.knowledge.parsing import Reader


def _said(base: KnowledgeBase, written: dict[str, object]) -> list[str]:
    saying = in_words(base, Reader().condition(_frozen(written), ()))
    return ["  " * depth + one.text for depth, one in saying.lines()]


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"locked": True}, "knee locked: yes"),
        ({"twisted": False}, "twisted: no"),
        ({"swelling": "within_hours"}, "swelling: “Within hours”"),
        ({"swelling": ["within_hours", "next_day"]}, "swelling: “Within hours” or “The next day”"),
        ({"age": {"at_least": 40}}, "age: at least 40 years"),
        ({"age": {"over": 40, "at_most": 60}}, "age: over 40 and at most 60 years"),
        ({"age": "known"}, "age: any answer"),
        ({"stairs": "unknown"}, "pain on stairs: no answer"),
        ({"finding": "bleeding"}, "Finding: Blood in the joint"),
        ({"score": {"wear": {"at_least": 2}}}, "Score Signs of wear: at least 2"),
        ({"very_likely": "torn_ligament"}, "Torn ligament: at least very likely"),
        ({"cause": "weak_thigh"}, "A weak thigh: at least possible"),
        ({"triage": {"at_least": "same_day"}}, "Triage: at least Today"),
    ],
)
def test_a_test(knee: KnowledgeBase, written: dict[str, object], said: str) -> None:
    assert _said(knee, written) == [said]


def test_groups(knee: KnowledgeBase) -> None:
    written = {
        "stairs": True,
        "any": [{"locked": True}, {"fever": True}],
        "none": [{"finding": "bleeding"}],
        "unless": [{"age": {"under": 16}}, {"spells": {"at_least": 3}}],
        "at_least": {"count": 2, "of": [{"twisted": True}, {"locked": True}, {"fever": False}]},
    }
    assert _said(knee, written) == [
        "All of these:",
        "  pain on stairs: yes",
        "  Any of these:",
        "    knee locked: yes",
        "    fever: yes",
        "  This is known not to hold:",
        "    Finding: Blood in the joint",
        "  Unless one of these is known to hold:",
        "    age: under 16 years",
        "    spells: at least 3 times",
        "  At least 2 of these:",
        "    twisted: yes",
        "    knee locked: yes",
        "    fever: no",
    ]


def test_a_group_of_one_is_its_part(knee: KnowledgeBase) -> None:
    one = OneOf("locked", (True,))
    assert in_words(knee, All((AnyOf((one,)),))) == Saying(one, "knee locked: yes")


def test_groups_that_say_something_of_one_part_stay(knee: KnowledgeBase) -> None:
    one = Derived(("bleeding",))
    assert in_words(knee, NoneOf((one,))).text == "This is known not to hold:"
    assert in_words(knee, Unless((one,))).text == "Unless this is known to hold:"
    assert in_words(knee, AtLeast(1, (one, InBand("age", Reader().condition({"age": {"over": 3}}, ()).band)))).text == "At least 1 of these:"


def test_every_test_of_a_condition_is_said_once(base: KnowledgeBase) -> None:
    for rule in base.rules.values():
        tests = [part for part in walk(rule.when) if not isinstance(part, GROUPS)]
        said = [saying.part for _, saying in in_words(base, rule.when).lines() if not saying.parts]
        assert said == tests, rule.id


def test_no_id_stands_in_the_words(base: KnowledgeBase) -> None:
    ids = {name for name in (*base.observables, *base.findings, *base.hypotheses, *base.measures) if "_" in name}
    for rule in base.rules.values():
        texts = [saying.text for _, saying in in_words(base, rule.when).lines()] + [conclusion_text(base, one) for one in rule.then]
        assert [
            word for text in texts for word in text.replace("“", " ").replace("”", " ").split() if word.strip(":;,.") in ids - {"at_most"}
        ] == [], rule.id


def test_answers_in_the_order_of_the_interview(knee: KnowledgeBase) -> None:
    assert answers_text(knee, {"age": 41, "swelling": "next_day", "locked": True}) == [
        "knee locked: yes",
        "swelling: “The next day”",
        "age: 41 years",
    ]


def test_a_checklist_answered_with_no_is_one_line(knee: KnowledgeBase) -> None:
    assert answers_text(knee, {"locked": False, "fever": False, "stairs": True}) == [
        "no to each of “Which of these are true?”",
        "pain on stairs: yes",
    ]
    assert answers_text(knee, {"locked": False}) == ["knee locked: no"]


def test_no_answers(knee: KnowledgeBase) -> None:
    assert answers_text(knee, {}) == ["no answer to any question"]


def test_values(knee: KnowledgeBase) -> None:
    assert value_text(knee, "age", 41.5) == "41.5 years"
    assert value_text(knee, "age", 1) == "1 year"
    assert value_text(knee, "swelling", "gone") == "“gone”"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("days", "1 day"),
        ("heel raises", "1 heel raise"),
        ("inches", "1 inch"),
        ("glasses", "1 glass"),
        ("s", "1 s"),
        ("ms", "1 ms"),
        ("m/s", "1 m/s"),
        ("degrees Celsius", "1 degrees Celsius"),
        ("/10", "1/10"),
        ("", "1"),
    ],
)
def test_only_a_word_for_many_is_said_as_one(unit: str, said: str) -> None:
    assert with_unit("1", unit) == said
