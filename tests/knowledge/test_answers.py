"""Answers from outside: what is taken, in which form, and what every refusal says."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus.knowledge.answers import MOST_BYTES, check_answer, load_answers, parse_answers, read_answers
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import MOST_PROBLEMS, AnswerError, Problem

from .strategies import FUZZ, documents, plain_data

# What is taken

TAKEN = [
    ("locked", True, True),
    ("locked", False, False),
    ("locked", "yes", True),
    ("locked", "No ", False),
    ("swelling", "next_day", "next_day"),
    ("age", 42, 42),
    ("age", 42.5, 42.5),
    ("age", 10, 10),
    ("age", 100.0, 100),
    ("spells", 3.0, 3),
    ("spells", -0.0, 0),
]


@pytest.mark.parametrize(("name", "value", "plain"), TAKEN)
def test_an_answer_is_taken_in_one_plain_form(knee: KnowledgeBase, name: str, value: object, plain: object) -> None:
    taken = check_answer(knee, name, value)
    assert taken == plain
    assert type(taken) is type(plain)


@pytest.mark.parametrize("name", ["locked", "swelling", "age"])
@pytest.mark.parametrize("value", [None, "unknown", "not sure", "not_sure", " Not Sure "])
def test_not_known_is_left_out_and_never_no(knee: KnowledgeBase, name: str, value: object) -> None:
    assert check_answer(knee, name, value) is None
    assert read_answers(knee, {name: value}, "answers") == {}


def test_answers_stand_in_the_order_of_the_interview(knee: KnowledgeBase) -> None:
    answers = read_answers(knee, {"stairs": True, "age": 50, "fever": False, "locked": True}, "answers")
    assert list(answers) == ["locked", "fever", "age", "stairs"]


def test_any_mapping_is_taken(knee: KnowledgeBase) -> None:
    assert read_answers(knee, MappingProxyType({"age": 50}), "answers") == {"age": 50}


YAML_AND_JSON = [
    b"locked: no\nage: 42\nswelling: next_day\nfever: not sure\nstairs:\n",
    b'{"locked": false, "age": 42, "swelling": "next_day", "fever": null, "stairs": "unknown"}',
    b'{\n\t"locked":"no",\n\t"age":42.0,\n\t"swelling":"next_day"\n}\n',
    b'\xef\xbb\xbf{"locked": false, "age": 4.2e1, "swelling": "next_day"}',
]


@pytest.mark.parametrize("content", YAML_AND_JSON)
def test_yaml_and_json_say_the_same(knee: KnowledgeBase, content: bytes) -> None:
    assert parse_answers(knee, content, "a") == {"locked": False, "swelling": "next_day", "age": 42}


@FUZZ
@given(age=st.floats(10, 100, allow_subnormal=False))
def test_json_numbers_survive_to_the_last_digit(knee: KnowledgeBase, age: float) -> None:
    assert parse_answers(knee, json.dumps({"age": age}).encode(), "a") == {"age": age}


def test_no_answers_must_be_said(knee: KnowledgeBase) -> None:
    assert parse_answers(knee, b"{}", "a") == {}
    for nothing in (b"", b"# nothing yet\n", b"null"):
        with pytest.raises(AnswerError, match="There are no answers here"):
            parse_answers(knee, nothing, "a")


# What is refused, and what is said

REFUSED = [
    ("lokced", True, ["Unknown observable 'lokced'", "Did you mean 'locked'?"]),
    ("danger_signs", True, ["Unknown observable 'danger_signs'", "checklist", "'locked'"]),
    ("bleeding", True, ["Unknown observable 'bleeding'", "finding"]),
    ("locked", 1, ["'locked'", "yes-or-no", "1", "yes, no or not sure"]),
    ("locked", "maybe", ["'locked'", "'maybe'", "yes, no or not sure"]),
    ("locked", {"a": 1}, ["'locked'", "{a: 1}"]),
    ("swelling", "nextday", ["'swelling' cannot be 'nextday'", "Did you mean 'next_day'?"]),
    ("swelling", True, ["'swelling' cannot be yes", "It can be next_day, none_seen, within_hours."]),
    ("swelling", ["next_day"], ["'swelling' cannot be ['next_day']"]),
    ("age", "42", ["'age' is a number", "'42'", "without quotes"]),
    ("age", True, ["'age' is a number", "cannot be yes", "from 10 to 100 (years)"]),
    ("age", math.nan, ["'age' is a number", "not a number"]),
    ("age", math.inf, ["'age' is a number"]),
    ("age", 9.99, ["'age' must be from 10 to 100 (years)", "9.99 lies outside"]),
    ("age", 100.0000001, ["'age'", "100.0000001 lies outside"]),
    pytest.param("age", 10**6000, ["'age'", "a very large number lies outside"], id="huge"),
    ("spells", 2.5, ["'spells' takes whole numbers only", "2.5"]),
    ("age", b"42", ["'age' is a number", "bytes"]),
    ("x" * 10_000, 1, ["Unknown observable 'xxx"]),
    ("\x1b[2Jage", 1, ["Did you mean 'age'?"]),
]


@pytest.mark.parametrize(("name", "value", "words"), REFUSED)
def test_a_refusal_says_what_and_the_way_out(knee: KnowledgeBase, name: str, value: object, words: list[str]) -> None:
    with pytest.raises(AnswerError) as refused:
        check_answer(knee, name, value)
    message = str(refused.value)
    assert [word for word in words if word not in message] == []
    assert message.isprintable()
    assert len(message) < 400


@pytest.mark.parametrize("name", [None, 3, ("a",), [], {}])
def test_a_name_that_is_no_text_is_refused(knee: KnowledgeBase, name: Any) -> None:
    with pytest.raises(AnswerError, match="Unknown observable"):
        check_answer(knee, name, True)


def test_all_problems_come_at_once_with_their_lines(knee: KnowledgeBase) -> None:
    content = b"locked: yes\nage: 200\nswelling: nxt_day\nfevr: no\nspells: 1.5\n"
    with pytest.raises(AnswerError) as refused:
        parse_answers(knee, content, "mine.yaml")
    assert [(problem.file, problem.line) for problem in refused.value.problems] == [("mine.yaml", line) for line in (2, 3, 4, 5)]


def test_very_many_problems_are_cut_short(knee: KnowledgeBase) -> None:
    with pytest.raises(AnswerError) as refused:
        read_answers(knee, {f"name{number}": True for number in range(100_000)}, "a")
    assert len(refused.value.problems) == MOST_PROBLEMS + 1
    assert "more problems" in str(refused.value.problems[-1])


@pytest.mark.parametrize("data", [[1], "age: 3", 3, True, (("age", 3),)])
def test_only_a_mapping_is_a_set_of_answers(knee: KnowledgeBase, data: object) -> None:
    with pytest.raises(AnswerError, match="mapping of observable to value"):
        read_answers(knee, data, "a")


BROKEN = [
    (b"age: 3\nage: 4\n", "a:2: The key 'age' stands here twice"),
    (b"age: &x 3\n", "a:1: Anchors and aliases"),
    (b"locked: yes\nage: !!int 3\n", "a:2: The tag"),
    (b"{\n", "a:2: This is not valid YAML"),
    (b"age: 3\n---\nage: 4\n", "a:2: A second document"),
    (b"age: \xff\n", "a:1: This is not UTF-8"),
    (b"[" * 100_000, "a:1: Values are nested more than"),
    (b'{"age":' * 100_000, "a:1: Values are nested more than"),
    (b'swelling: "\\e[2J"\n', "a:1: This text holds a control character"),
    (b" " * (MOST_BYTES + 1), "a: The answers have more than"),
]


@pytest.mark.parametrize(("content", "start"), BROKEN)
def test_broken_text_is_refused_with_its_line(knee: KnowledgeBase, content: bytes, start: str) -> None:
    with pytest.raises(AnswerError) as refused:
        parse_answers(knee, content, "a")
    assert [problem for problem in refused.value.problems if str(problem).startswith(start)]


def test_broken_text_does_not_hide_wrong_answers(knee: KnowledgeBase) -> None:
    with pytest.raises(AnswerError) as refused:
        parse_answers(knee, b"locked: yes\nage: &x 300\nlocked: no\nfevr: yes\n", "a")
    assert [problem.line for problem in refused.value.problems] == [2, 2, 3, 4]


# Files and standard input


def test_a_file_and_standard_input_are_read(knee: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("age: 42\n")
    assert load_answers(knee, tmp_path / "a.yaml") == {"age": 42}
    assert load_answers(knee, str(tmp_path / "a.yaml")) == {"age": 42}
    assert load_answers(knee, "-", io.BytesIO(b'{"age": 42}')) == {"age": 42}


def test_standard_input_has_a_name_in_messages(knee: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match=r"^standard input:1: 'age'"):
        load_answers(knee, "-", io.BytesIO(b"age: 1"))


@pytest.mark.parametrize("name", ["nowhere.yaml", "", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_read_is_no_crash(knee: KnowledgeBase, tmp_path: Path, name: str) -> None:
    with pytest.raises(AnswerError, match="The answers cannot be read"):
        load_answers(knee, f"{tmp_path}/{name}")


def test_a_file_without_end_is_refused(knee: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="more than"):
        load_answers(knee, "/dev/zero")


# Whatever comes


def _outcome(read: Callable[[], dict[str, Scalar]]) -> tuple[dict[str, Scalar], tuple[Problem, ...]]:
    """The answers that were read, or else at least one problem."""
    try:
        return read(), ()
    except AnswerError as error:
        assert error.problems  # noqa: PT017
        return {}, error.problems


@FUZZ
@given(data=plain_data())
def test_no_data_crashes(knee: KnowledgeBase, data: object) -> None:
    answers, problems = _outcome(lambda: read_answers(knee, data, "a"))
    assert all(str(problem).isprintable() for problem in problems)
    assert problems or answers == read_answers(knee, answers, "a")


@FUZZ
@given(answers=st.dictionaries(st.sampled_from(["locked", "fever", "swelling", "age", "spells", "stairs"]), plain_data(leaves_only=True)))
def test_what_is_taken_is_valid_and_stays_as_it_is(knee: KnowledgeBase, answers: dict[str, Any]) -> None:
    for name, value in answers.items():
        try:
            taken = check_answer(knee, name, value)
        except AnswerError:
            continue
        assert taken is None or check_answer(knee, name, taken) == taken
        assert taken is None or _is_valid(knee, name, taken)


def _is_valid(knee: KnowledgeBase, name: str, value: object) -> bool:
    one = knee.observables[name]
    if one.kind == "yes_no":
        return isinstance(value, bool)
    if one.kind == "one_of":
        return value in one.choices
    assert one.range is not None
    whole = not one.whole or isinstance(value, int)
    return type(value) in (int, float) and one.range.at_least <= value <= one.range.at_most and whole  # type: ignore[operator]


@FUZZ
@given(content=st.binary(max_size=200) | documents())
def test_no_bytes_crash(knee: KnowledgeBase, content: bytes) -> None:
    answers, problems = _outcome(lambda: parse_answers(knee, content, "a"))
    assert all(str(problem).isprintable() for problem in problems)
    assert set(answers) <= set(knee.observables)
