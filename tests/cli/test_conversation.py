"""A conversation from its first question to its result: every kind of question, every word, the emergency."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke


def test_a_whole_conversation_ends_with_the_result_on_standard_output(talk: Invoke) -> None:
    done = talk(*ALL_WELL)
    assert done.exit_code == 0
    assert "SELF-CARE" in done.stdout
    assert "Sore shoulder" in done.stdout
    assert "Question" not in done.stdout
    assert "Question 1 · Danger signs" in done.stderr
    assert "Question 7 · The pain" in done.stderr
    assert "SELF-CARE" not in done.stderr


def test_with_json_standard_output_holds_only_the_result(talk: Invoke) -> None:
    done = talk(*ALL_WELL, args=("--json",))
    assert json.loads(done.stdout)["answers"] == {
        "chest_pain": False,
        "numb_arm": False,
        "odd_shape": False,
        "fall_height": 0,
        "began": "slowly",
        "worst": 1,
        "clicks": True,
        "spells": 1,
        "reach": True,
    }


def test_not_sure_and_skip_leave_an_answer_unknown(talk: Invoke) -> None:
    done = talk("5", "?", "not sure", "skip", "3", "skip", "sk", "", args=("--json",))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["answers"] == {}


def test_skipping_a_safety_question_says_what_that_means(talk: Invoke) -> None:
    done = talk("none", "skip", "skip")
    assert done.stderr.count("An open safety question never counts as a no") == 1


def test_a_checklist_says_how_it_was_understood(talk: Invoke) -> None:
    assert "Noted: yes to odd shape; not sure about numb arm; no to the other 1." in talk("3 2?").stderr
    assert "Noted: no to all." in talk("none").stderr
    assert "Noted" not in talk("not sure").stderr


def test_a_question_that_another_answer_makes_idle_is_not_asked(talk: Invoke) -> None:
    done = talk("3", "0", "2", "1", "y", "1", "")
    assert done.exit_code == 0
    assert "Can you reach up?" not in done.stderr
    assert "Question 2" in done.stderr


@pytest.mark.parametrize(("typed", "says"), [("99", "lies outside"), ("-1", "lies outside"), ("1,000", "two ways"), ("x", "no answer here")])
def test_a_number_that_does_not_fit_is_asked_again(talk: Invoke, typed: str, says: str) -> None:
    done = talk("none", typed, "4", args=("--json",))
    assert says in done.stderr
    assert "Type a number from 0 to 20 (m)" in done.stderr or typed == "1,000"
    assert "Question 3" in done.stderr


def test_a_whole_number_takes_no_half(talk: Invoke) -> None:
    assert "from 0 to 5000 (times), a whole one" in talk("none", "0", "2", "1", "y", "2.5").stderr


def test_a_single_self_test_is_shown_with_its_question(talk: Invoke) -> None:
    said = talk(*ALL_WELL[:-2]).stderr
    shown = said[said.index("Can you reach up?") :]
    assert "- Lift the arm slowly." in shown
    assert "What counts: Ear height counts as yes." in shown
    assert "When to stop: Stop at the first pain." in shown


# Words


def test_why_says_what_hangs_on_the_answer(talk: Invoke) -> None:
    said = talk("why").stderr
    assert "They need someone at once." in said
    assert "- Chest pain with a sore shoulder may be the heart" in said
    assert "- An odd shape needs someone today" in said


def test_why_with_a_number_is_about_one_item(talk: Invoke) -> None:
    said = talk("why 3").stderr
    assert "The joint may be out of place." in said
    assert "may be the heart" not in said.replace("The heart can be felt", "")


@pytest.mark.parametrize("typed", ["why 9", "why x"])
def test_why_with_a_wrong_number_says_which_there_are(talk: Invoke, typed: str) -> None:
    assert "why and a number from 1 to 3" in talk(typed).stderr


@pytest.mark.parametrize("typed", ["how", "how 3"])
def test_how_shows_the_test_of_an_item(talk: Invoke, typed: str) -> None:
    said = talk(typed).stderr
    assert "(test: how 3)" in said
    assert "- Stand in front of a mirror." in said
    assert "When to stop: Do not move it if it hurts." in said


def test_how_with_a_wrong_number_says_which_items_have_a_test(talk: Invoke) -> None:
    assert "an item that has a test: 3." in talk("how 1").stderr


def test_help_lists_what_can_be_typed(talk: Invoke) -> None:
    said = talk("help").stderr
    assert "Type the numbers that are true (1 to 3)" in said
    for word in ("why", "how", "back", "skip", "review", "save", "quit", "help"):
        assert f"\n  {word} " in said


def test_back_asks_the_question_before_again(talk: Invoke) -> None:
    done = talk("1?", "3", "back", "4", *ALL_WELL[2:], args=("--json",))
    assert json.loads(done.stdout)["answers"]["fall_height"] == 4
    assert "This is the first question." in talk("back").stderr


def test_back_goes_as_far_as_the_first_question(talk: Invoke) -> None:
    done = talk("3", "2", "1", "b", "b", "b", "b", *ALL_WELL, args=("--json",))
    assert "This is the first question." in done.stderr
    assert json.loads(done.stdout)["answers"]["odd_shape"] is False


def test_back_from_the_last_menu(talk: Invoke) -> None:
    done = talk(*ALL_WELL[:-1], "back", "n", "", args=("--json",))
    assert json.loads(done.stdout)["answers"]["reach"] is False


def test_review_shows_the_answers_and_changes_any(talk: Invoke) -> None:
    done = talk("none", "2", "review", "2", "7", "", *ALL_WELL[2:], args=("--json",))
    assert "1  Danger signs. Which of these are true? No to all" in done.stderr
    assert "2  fall: 2 m" in done.stderr
    assert "2  fall: 7 m" in done.stderr
    assert json.loads(done.stdout)["answers"]["fall_height"] == 7


def test_review_with_nothing_answered(talk: Invoke) -> None:
    assert "Nothing is answered yet." in talk("review").stderr


def test_review_can_leave_an_answer_as_it_is_or_open(talk: Invoke) -> None:
    done = talk("none", "2", "review", "2", "back", "2", "skip", "", *ALL_WELL[2:], args=("--json",))
    assert "Nothing is changed." in done.stderr
    assert "fall_height" not in json.loads(done.stdout)["answers"]


def test_back_undoes_a_change_that_review_made(talk: Invoke) -> None:
    done = talk("none", "2", "review", "1", "3", "", "back", *ALL_WELL[2:], args=("--json",))
    assert "Your last change is undone." in done.stderr
    assert json.loads(done.stdout)["answers"]["odd_shape"] is False


def test_review_with_a_wrong_number_says_what_is_possible(talk: Invoke) -> None:
    assert "Type a number from 1 to 1, or Enter" in talk("none", "review", "4").stderr


def test_the_last_menu_takes_every_word(talk: Invoke) -> None:
    done = talk(*ALL_WELL[:-1], "why", "help", "save", "review", "7", "2", "", "")
    assert done.exit_code == 0
    assert "Every question that applies to you was asked." in done.stderr


# Emergency


def test_an_emergency_is_said_at_once_and_stops_by_default(talk: Invoke) -> None:
    done = talk("1", "")
    assert done.exit_code == 0
    assert "** EMERGENCY **" in done.stderr
    assert "It may be the heart." in done.stderr
    assert "Question 2" not in done.stderr
    assert "EMERGENCY" in done.stdout


def test_an_emergency_banner_speaks_of_no_open_questions(talk: Invoke) -> None:
    assert "no answer. This result" not in talk("1", "").stderr


def test_one_can_go_on_after_an_emergency_and_is_told_of_a_new_reason(talk: Invoke) -> None:
    done = talk("1", "2", "15", "2", "2", "1", "y", "1", "y", "")
    assert done.stderr.count("** EMERGENCY **") == 2
    assert "You fell from high up." in done.stderr
    assert done.exit_code == 0


def test_an_emergency_that_stands_is_not_repeated(talk: Invoke) -> None:
    assert talk("1", "2", "1", "2", "1").stderr.count("** EMERGENCY **") == 1


def test_back_at_the_emergency_takes_the_answer_back(talk: Invoke) -> None:
    done = talk("1", "back", *ALL_WELL)
    assert done.exit_code == 0
    assert "SELF-CARE" in done.stdout


def test_after_a_look_at_the_answers_the_emergency_still_asks(talk: Invoke) -> None:
    done = talk("1", "review", "", "why", "1")
    assert done.stderr.count("** EMERGENCY **") == 2
    assert "No further answer can make it less urgent." in done.stderr
    assert done.exit_code == 0


def test_an_emergency_that_comes_back_is_said_again(talk: Invoke) -> None:
    done = talk("1", "2", "back", "1", "")
    assert done.stderr.count("** EMERGENCY **") == 2


def test_a_level_that_needs_haste_is_said_without_stopping(talk: Invoke) -> None:
    done = talk("3", "0", "1")
    assert done.stderr.count("From your answers so far: Today.") == 1
    assert "Question 3" in done.stderr


def test_a_resumed_emergency_is_said_before_anything_else(talk: Invoke) -> None:
    talk("1", "2", args=("--save", "case"))
    done = talk("", args=("--resume", "case"))
    assert done.exit_code == 0
    assert "** EMERGENCY **" in done.stderr
    assert "Question" not in done.stderr


def test_who_needs_help_today_is_not_kept_with_more_questions(invoke: Invoke) -> None:
    done = invoke("consult", lines=("none", "1 3 5", "6 8", "3.5", "none", "1", "1", "none", "none", "34", ""))
    assert done.exit_code == 0
    said = " ".join(done.stderr.split())
    assert "Help today comes before more questions." in said
    assert "could look for why it came" not in said


def test_who_went_on_in_an_emergency_that_was_a_mistake_is_asked_as_anybody(invoke: Invoke) -> None:
    done = invoke("consult", "--kb", str(SHOULDER), lines=("1", "2", "review", "1", "none", "", "0", "2", "1", "y", ""))
    assert done.exit_code == 0
    assert "Enough is known" in done.stderr


def test_who_wants_to_be_asked_everything_still_is_after_an_emergency(talk: Invoke) -> None:
    done = talk("1", "2", "review", "1", "none", "", "0", "2", "1", "y", "1", "1", "")
    assert done.exit_code == 0
    assert "That was the last question." in done.stderr
