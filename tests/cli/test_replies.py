"""What a line means at a prompt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from soleus import Consultation, KnowledgeBase, Question
from soleus.cli.replies import Given, Menu, Word, Wrong, answer_text, read_reply, words_at

Ask = Callable[[str], Question]
MENU = Menu("Stop?", "Because.", (("stop", "Stop"), ("go_on", "Go on")), "stop")


@pytest.fixture(scope="module")
def ask(shoulder: KnowledgeBase) -> Ask:
    return Consultation(shoulder).question


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("clicks", "1", True),
        ("clicks", "2", False),
        ("clicks", "3", None),
        ("clicks", "y", True),
        ("clicks", "YES", True),
        ("clicks", "n", False),
        ("clicks", "no", False),
        ("clicks", "?", None),
        ("clicks", "Not  sure", None),
        ("clicks", "don't know", None),
        ("began", "1", "at_once"),
        ("began", "at_once", "at_once"),
        ("began", "At once", "at_once"),
        ("began", "bit by bit", "slowly"),
        ("began", "3", "back"),
        ("began", "with back pain", "back"),
        ("began", "4", None),
        ("began", "unknown", None),
        ("worst", "2,5", 2.5),
        ("worst", "2.5", 2.5),
        ("worst", "7/10", 7),
        ("worst", "7 /10", 7),
        ("worst", "not_sure", None),
        ("fall_height", "3 m", 3),
        ("fall_height", "0,5m", 0.5),
        ("spells", "0,125", 0.125),
        ("spells", "1000", 1000),
    ],
)
def test_an_answer_to_a_single_question(ask: Ask, name: str, typed: str, value: object) -> None:
    assert read_reply(ask(name), typed) == Given(value)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1", (True, False, False)),
        ("1 3", (True, False, True)),
        ("3,1", (True, False, True)),
        ("1, 2 and 3", (True, True, True)),
        ("1 1", (True, False, False)),
        ("2?", (False, None, False)),
        ("1 2? 3", (True, None, True)),
        ("4", (False, False, False)),
        ("none", (False, False, False)),
        ("no", (False, False, False)),
        ("0", (False, False, False)),
        ("5", (None, None, None)),
        ("not sure", (None, None, None)),
        ("?", (None, None, None)),
    ],
)
def test_the_numbers_of_a_checklist_are_true_and_the_others_are_not(ask: Ask, typed: str, values: tuple[bool | None, ...]) -> None:
    assert read_reply(ask("danger_signs"), typed) == Given(dict(zip(("chest_pain", "numb_arm", "odd_shape"), values, strict=True)))


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("clicks", "", "There is no answer yet. Type a number from 1 to 3, y, n, or why"),
        ("clicks", "4", "'4' is no answer here. Type a number from 1 to 3"),
        ("clicks", "maybe", "'maybe' is no answer here"),
        ("clicks", "y n", "'y n' is no answer here"),
        ("clicks", "back 3", "'back 3' is no answer here"),
        ("began", "n", "'n' is no answer here. Type a number from 1 to 4"),
        ("began", "-1", "is no answer here"),
        ("worst", "ten", "'ten' is no answer here. Type a number from 0 to 10, or ? if you are not sure"),
        ("worst", "1e1", "is no answer here"),
        ("worst", "9" * 400, "is no answer here"),
        ("worst", "٣", "is no answer here"),
        ("worst", "nan", "is no answer here"),
        ("spells", "1,000", "can be read in two ways: write 1000, or 1.000 with a point"),
        ("danger_signs", "6", "'6' is no answer here. Type the numbers that are true (1 to 3), 4 or 'none' for none, 5 or 'not sure'"),
        ("danger_signs", "1 9", "'1 9' is no answer here"),
        ("danger_signs", "1 4", "4 and 5 go with no other number"),
        ("danger_signs", "2 2?", "2 stands here as true and as not sure"),
        ("danger_signs", "1-3", "is no answer here"),
        ("danger_signs", "y", "is no answer here"),
        ("danger_signs", "s", "'s' can be skip or save"),
        ("danger_signs", "h", "'h' can be how or help"),
        ("clicks", "\x1b[31mred", "is no answer here"),
    ],
)
def test_anything_else_gets_one_line_that_says_what_is_possible(ask: Ask, name: str, typed: str, says: str) -> None:
    reply = read_reply(ask(name), typed)
    assert isinstance(reply, Wrong)
    assert says in reply.message
    assert reply.message.isprintable()


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("why", Word("why")),
        ("WHY 2", Word("why", "2")),
        ("how 3", Word("how", "3")),
        ("save my-name", Word("save", "my-name")),
        ("w", Word("why")),
        ("b", Word("back")),
        ("r", Word("review")),
        ("q", Word("quit")),
        ("sk", Word("skip")),
        ("sa", Word("save")),
        ("he", Word("help")),
    ],
)
def test_words_and_their_first_letters(ask: Ask, typed: str, word: Word) -> None:
    assert read_reply(ask("danger_signs"), typed) == word


def test_a_word_comes_before_a_value_that_reads_the_same(ask: Ask) -> None:
    assert read_reply(ask("began"), "back") == Word("back")
    assert read_reply(ask("began"), "3") == Given("back")


def test_h_is_help_where_there_is_no_test_to_show(ask: Ask) -> None:
    assert read_reply(ask("clicks"), "h") == Word("help")
    assert "how" not in words_at(ask("reach"))


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("", Given("stop")), ("1", Given("stop")), ("2", Given("go_on")), ("q", Word("quit")), ("b", Word("back"))],
)
def test_a_menu(typed: str, reply: object) -> None:
    assert read_reply(MENU, typed) == reply


@pytest.mark.parametrize("typed", ["3", "0", "y", "skip", "²"])
def test_a_menu_takes_only_its_numbers(typed: str) -> None:
    reply = read_reply(MENU, typed)
    assert isinstance(reply, Wrong)
    assert "Type a number from 1 to 2, or Enter" in reply.message


@pytest.mark.parametrize(
    ("name", "answers", "text"),
    [
        ("clicks", {"clicks": True}, "Yes"),
        ("clicks", {}, "no answer"),
        ("began", {"began": "slowly"}, "Bit by bit"),
        ("worst", {"worst": 3}, "3/10"),
        ("fall_height", {"fall_height": 2.5}, "2.5 m"),
        ("danger_signs", {}, "no answer"),
        ("danger_signs", {"chest_pain": False, "numb_arm": False, "odd_shape": False}, "no to all"),
        ("danger_signs", {"chest_pain": True, "odd_shape": False}, "yes to chest pain; not sure about numb arm; no to the other 1"),
    ],
)
def test_answers_in_words(ask: Ask, name: str, answers: dict[str, object], text: str) -> None:
    assert answer_text(ask(name), answers) == text


def test_every_question_of_the_bundled_knowledge_can_be_answered_by_its_numbers(base: KnowledgeBase) -> None:
    consultation = Consultation(base)
    for question in consultation.questions:
        reply = read_reply(question, _last(question))
        assert isinstance(reply, Given), question.id
        consultation.answer(question.id, reply.value)


def _last(question: Question) -> str:
    if question.kind == "number":
        assert question.range
        return str(question.range.at_most)
    return str(len(question.items) or len(question.choices))
