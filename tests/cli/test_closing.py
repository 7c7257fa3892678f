"""The menu after the result, on a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.cli.conftest import SHOULDER, Invoke, Terminal

from soleus import Consultation, KnowledgeBase
from soleus.cli.choosing import concluded, matching, not_concluded, questions
from soleus.cli.closing import Closing, _word
from soleus.cli.conclusions import Conclusions
from soleus.cli.terminal import Terminal as Speaker

KB = ("--kb", str(SHOULDER))
ANSWERS = {"began": "slowly", "worst": 2, "clicks": True, "spells": 1, "reach": True, "numb_arm": False, "chest_pain": False, "fall_height": 0}

Talk = Callable[..., str]


@pytest.fixture
def closing(shoulder: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """The menu after a sore shoulder with a no to every danger: the lines are typed, and what was said comes back."""

    def talk(*lines: str, **answers: object) -> str:
        consultation = Consultation.of(shoulder, {**ANSWERS, **answers})
        replies = iter(lines)
        terminal = Speaker(plain=True)
        monkeypatch.setattr(terminal, "read", lambda: next(replies))
        Closing(consultation, consultation.conclude(), terminal, Conclusions()).run()
        assert next(replies, None) is None, "not everything that was typed was read"
        return " ".join(capsys.readouterr().err.split())

    return talk


def test_enter_is_done(closing: Talk) -> None:
    said = closing("")
    assert "What next?" in said
    assert "6. Done (done)" in said


@pytest.mark.parametrize("word", ["6", "done", "q", "quit"])
def test_other_words_for_done(closing: Talk, word: str) -> None:
    assert "What next?" in closing(word)


def test_how_lists_what_was_concluded(closing: Talk) -> None:
    said = closing("how", "2", "")
    assert "1. The level of care: Self-care 2. Sore shoulder: possible 3. Too much too soon: possible 4. Advised: Ice pack" in said
    assert "For it, strong: Slow pain is soreness" in said


def test_an_explanation_says_which_safety_questions_are_open(closing: Talk) -> None:
    assert "1 safety question has no answer. This result can only be too mild" in closing("how triage", "")
    assert "safety question" not in closing("how triage", "", odd_shape=False)


def test_a_name_or_a_part_of_it_at_once(closing: Talk) -> None:
    assert "Sore shoulder: possible" in closing("how sore_shoulder", "")
    assert "Sore shoulder: possible" in closing("how sore", "")
    assert "Triage: Self-care" in closing("how triage", "")


def test_deep_shows_the_last_one_in_full(closing: Talk) -> None:
    assert "Rule slow-pain-is-soreness" in closing("how sore", "deep", "")
    assert "There is nothing to show in full yet." in closing("deep", "")


def test_why_not(closing: Talk) -> None:
    said = closing("why not", "1", "why-not torn", "deep", "")
    assert "1. Emergency 2. Today 3. Soon" in said
    assert "Emergency: not reached" in said
    assert "two-signs-are-a-tear" in said
    assert "To see how: how sore_shoulder" in closing("why-not sore_shoulder", "")


def test_what_if_asks_the_question_and_saves_nothing(closing: Talk) -> None:
    said = closing("what if", "odd", "1", "")
    assert "The shoulder has an odd shape" in said
    assert "Your answer: no answer." in said
    assert "Self-care → Today" in said


def test_what_if_with_names_and_values(closing: Talk) -> None:
    assert "Self-care → Emergency" in closing("what-if fall_height=20 worst=?", "")
    assert "99 lies outside" in closing("what-if worst=99", "")
    assert "is not NAME=VALUE" in closing("what-if worst=1 much", "")


def test_a_whole_command_at_a_list(closing: Talk) -> None:
    assert "Too much too soon: what would undo it" in closing("how", "change too much", "")


def test_a_supposed_answer_asks_for_no_test(closing: Talk) -> None:
    said = closing("what if shape", "2", "")
    assert "Compare both shoulders" not in said
    assert "Not sure" in said


def test_change(closing: Talk) -> None:
    said = closing("change", "2", "change too much", "")
    assert "Sore shoulder: what would undo it" in said
    assert "Too much too soon: what would undo it" in said


def test_several_names_can_be_meant(closing: Talk) -> None:
    said = closing("why-not so", "1", "")
    assert "Which of these?" in said


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("how zebra", ""), "No name holds 'zebra'."),
        (("how", "99", ""), "99 is none of these."),
        (("what if", "", ""), "Which answer?"),
        (("what if", "zebra", ""), "No name holds 'zebra'."),
        (("what if worst", "x", ""), "Nothing is changed."),
        (("dance", ""), "With a name at once"),
        (("9", ""), "With a name at once"),
        (("how signs", ""), "was not concluded"),
    ],
)
def test_what_does_not_fit_is_said_and_the_menu_comes_again(closing: Talk, lines: tuple[str, ...], says: str) -> None:
    assert says in closing(*lines)


def test_the_result_again(closing: Talk) -> None:
    assert "WHAT IT MAY BE" in closing("show", "")


def test_it_stands_on_a_terminal_and_ends_with_it(terminal: Callable[..., Terminal]) -> None:
    one = terminal("consult", *KB)
    one.read_until("Not sure about any of these")
    one.type("1\n")
    one.read_until("Go on with")
    one.type("\n")
    one.read_until("What next?")
    one.read_until("> ")
    one.type("how triage\n")
    assert "Chest pain with a sore shoulder" in one.read_until("What next?")
    one.type("\x04")
    said = one.read_all()
    assert one.process.wait(10) == 0
    assert "Traceback" not in said


@pytest.mark.parametrize("args", [(), ("--json",)])
def test_without_a_terminal_there_is_no_menu(invoke: Invoke, args: tuple[str, ...]) -> None:
    done = invoke("consult", *KB, *args, lines=("1", ""))
    assert done.exit_code == 0
    assert "What next?" not in done.stderr


def test_with_json_there_is_no_menu_on_a_terminal(terminal: Callable[..., Terminal]) -> None:
    one = terminal("consult", *KB, "--json", streams=("stdin", "stderr"))
    one.read_until("Question 1")
    one.type("1\n")
    one.read_until("Go on with")
    one.type("\n")
    assert "What next?" not in one.read_all()
    assert one.process.wait(10) == 0


@pytest.mark.parametrize(
    ("typed", "word"),
    [("how x", ("how", "x")), ("WHY NOT x y", ("why-not", "x y")), ("what_if a=1", ("what-if", "a=1")), ("wh", ("help", "")), ("c", ("change", ""))],
)
def test_words(typed: str, word: tuple[str, str]) -> None:
    assert _word(typed) == word


def test_every_choice_can_be_explained(base: KnowledgeBase) -> None:
    for answers in ({}, {"leg_swollen": True, "pain_onset": "gradual", "hip_strength": "weak"}):
        result = Consultation.of(base, answers).conclude()
        named = {**concluded(result, advice=True), **not_concluded(base, result)}
        for name in named:
            assert name in matching(base, name)
        assert not set(concluded(result, advice=False)) & set(not_concluded(base, result))
    assert list(questions(base, "hip_strength")) == ["hip_strength"]
    assert all(not re.search(r"_", text) for text in concluded(result, advice=True).values())


def test_a_number_after_a_word_is_the_number_in_its_list(closing: Talk) -> None:
    assert "Sore shoulder: possible" in closing("how 2", "")
    assert "Emergency: not reached" in closing("why-not 1", "")
    assert "99 is none of these." in closing("change 99", "")


def test_another_word_at_a_choice_between_names_is_not_lost_in_silence(closing: Talk) -> None:
    said = closing("why-not so", "zebra", "")
    assert "Which of these?" in said
    assert "'zebra' is none of these." in said
