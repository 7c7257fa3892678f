"""Nothing is lost: every answer is saved at once, and whatever ends a conversation says how to go on."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke, Run, Terminal, command

from soleus import Consultation, KnowledgeBase
from soleus.consultation import cases

START = Callable[..., Terminal]
SHOULDER_ARGS = ("consult", "--kb", str(SHOULDER))


def the_case(folder: Path) -> Path:
    (path,) = folder.glob("*.json")
    return path


def data_of(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_a_consultation_is_saved_without_being_asked_to(talk: Invoke, case_folder: Path) -> None:
    done = talk("none", "2")
    case = the_case(case_folder)
    assert data_of(case)["answers"] == {"chest_pain": False, "numb_arm": False, "odd_shape": False, "fall_height": 2}
    assert data_of(case)["asked"] == ["danger_signs", "fall_height"]
    assert f"Go on with: soleus consult --resume {case.stem} --kb {SHOULDER}" in done.stderr


def test_a_case_is_for_its_owner_alone(talk: Invoke, case_folder: Path) -> None:
    old = os.umask(0)
    try:
        talk("none")
    finally:
        os.umask(old)
    assert stat.S_IMODE(the_case(case_folder).stat().st_mode) == 0o600
    assert stat.S_IMODE(case_folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(case_folder.parent.stat().st_mode) == 0o700


def test_nothing_answered_is_nothing_saved(talk: Invoke, case_folder: Path) -> None:
    done = talk("quit")
    assert done.exit_code == 1
    assert "nothing was saved" in done.stderr
    assert not case_folder.exists()


def test_quit_says_how_to_go_on_and_has_no_result(talk: Invoke) -> None:
    done = talk("none", "quit")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Your answers are saved. Go on with: soleus consult --resume" in done.stderr
    assert "For the result so far: soleus consult --answers" in done.stderr


def test_the_end_of_the_input_says_how_to_go_on(talk: Invoke) -> None:
    done = talk("none")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Go on with: soleus consult --resume" in done.stderr


def test_a_closed_standard_input_is_an_end_of_input() -> None:
    done = subprocess.run(["sh", "-c", 'exec "$@" <&-', "sh", *command(*SHOULDER_ARGS)], capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert b"nothing was saved" in done.stderr
    assert b"Traceback" not in done.stderr


def test_resume_goes_on_where_it_stood(talk: Invoke) -> None:
    talk("none", "2", args=("--save", "my-case"))
    done = talk("2", "1", "y", "1", "1", "", args=("--resume", "my-case", "--json"))
    assert done.exit_code == 0
    assert "2 questions are dealt with already." in done.stderr
    assert "Question 3" in done.stderr
    assert json.loads(done.stdout)["answers"]["fall_height"] == 2


def test_who_wanted_every_question_gets_every_question_after_a_resume(shoulder: KnowledgeBase, tmp_path: Path) -> None:
    for wanted in (Consultation(shoulder), Consultation(shoulder).ask_everything()):
        path = tmp_path / "case.json"
        cases.save(wanted.answer("fall_height", 2), path)
        assert cases.read_case(str(path)).resume(shoulder).everything is wanted.everything


def test_resume_of_a_finished_case_asks_nothing_but_lets_one_change(talk: Invoke) -> None:
    talk(*ALL_WELL, args=("--save", "done"))
    done = talk("", args=("--resume", "done"))
    assert done.exit_code == 0
    assert "That was the last question." in done.stderr
    assert "Question 1" not in done.stderr


def test_back_works_across_a_resume(talk: Invoke) -> None:
    talk("none", "2", args=("--save", "my-case"))
    done = talk("back", "3", *ALL_WELL[2:], args=("--resume", "my-case", "--json"))
    assert json.loads(done.stdout)["answers"]["fall_height"] == 3


def test_the_options_are_part_of_the_line_that_goes_on(talk: Invoke) -> None:
    done = talk("none", args=("--plain", "--json", "--save", "my-case"))
    assert f"soleus consult --resume my-case --kb {SHOULDER} --everything --plain --json" in done.stderr


def test_a_case_can_be_a_file_anywhere(talk: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "folder with spaces" / "case.json"
    path.parent.mkdir()
    done = talk("none", args=("--save", str(path)))
    assert f"--resume '{path}'" in done.stderr
    assert talk(*ALL_WELL[1:], args=("--resume", str(path))).exit_code == 0


def test_save_says_where_and_under_which_name(talk: Invoke, case_folder: Path) -> None:
    done = talk("save", "none", "save")
    assert "nothing was saved" in done.stderr
    assert f"Saved as {the_case(case_folder).stem}. Go on later with:" in done.stderr


def test_save_with_a_name_renames_the_case(talk: Invoke, case_folder: Path) -> None:
    done = talk("none", "save knee-1", "2")
    assert "Saved as knee-1." in done.stderr
    assert the_case(case_folder).name == "knee-1.json"
    assert data_of(the_case(case_folder))["answers"]["fall_height"] == 2


@pytest.mark.parametrize("name", ["no/such/folder", "a b", "x" * 81, "\x1b[31m"])
def test_save_with_a_bad_name_says_so_and_goes_on(talk: Invoke, name: str) -> None:
    done = talk("none", f"save {name}", "2", "quit")
    assert "Question 3" in done.stderr
    assert "\x1b" not in done.stderr
    assert "neither a name nor a file" in done.stderr or "cannot be saved" in done.stderr


def test_no_case_is_overwritten(talk: Invoke, case_folder: Path) -> None:
    talk("none", "2", args=("--save", "mine"))
    before = (case_folder / "mine.json").read_bytes()
    done = talk("1", args=("--save", "mine"))
    assert done.exit_code == 1
    assert "There is already a case 'mine'. Go on with it: soleus consult --resume mine" in done.stderr
    assert "There is already a case 'mine'" in talk("none", "save mine").stderr
    assert (case_folder / "mine.json").read_bytes() == before


def test_a_resumed_case_can_be_saved_under_the_same_and_under_another_name(talk: Invoke, case_folder: Path) -> None:
    talk("none", args=("--save", "one"))
    assert talk("2", "quit", args=("--resume", "one", "--save", "one")).exit_code == 1
    assert data_of(case_folder / "one.json")["answers"]["fall_height"] == 2
    talk(args=("--resume", "one", "--save", "two"))
    one, two = data_of(case_folder / "one.json"), data_of(case_folder / "two.json")
    assert one.pop("id") != two.pop("id"), "a copy is another case"
    assert two == one


def test_two_conversations_in_one_second_have_two_cases(talk: Invoke, case_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = SimpleNamespace(now=lambda: datetime(2026, 1, 31, 18, 30, tzinfo=UTC))
    monkeypatch.setattr("soleus.cli.saving.datetime", stopped)
    talk("none")
    talk("1", "2")
    name = datetime(2026, 1, 31, 18, 30, tzinfo=UTC).astimezone().strftime("%Y-%m-%d-%H%M%S")
    assert sorted(path.stem for path in case_folder.glob("*.json")) == [name, f"{name}-2"]


# A disk that takes no more


def test_a_full_disk_is_said_once_and_stops_nothing(talk: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "write_private", _full)
    done = talk(*ALL_WELL)
    assert done.exit_code == 0
    assert done.stderr.count(": No space left on device. The consultation goes on, unsaved.") == 1
    assert "Your answers cannot be saved in " in done.stderr
    assert "Saved as" not in done.stderr
    assert "SELF-CARE" in done.stdout


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_quit_with_unsaved_answers_asks_once_more(talk: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cases, "write_private", _full)
    done = talk("none", "quit", "quit")
    assert done.exit_code == 1
    assert "'save FILE' saves them elsewhere" in done.stderr
    assert done.stderr.rstrip().endswith("Your answers could not be saved, and are gone.")


def test_a_name_that_cannot_be_written_leaves_the_case_where_it_was(talk: Invoke, case_folder: Path, tmp_path: Path) -> None:
    done = talk("none", f"save {'x/' * 200}y.json", "save " + "é" * 80, "2", "quit")
    assert "there is no folder" in done.stderr
    assert "Your answers are saved." in done.stderr
    assert "Question 3" in done.stderr


def test_a_failed_save_under_a_name_is_said(talk: Invoke, monkeypatch: pytest.MonkeyPatch, case_folder: Path) -> None:
    real = cases.write_private
    monkeypatch.setattr(cases, "write_private", lambda path, text: _full() if path.stem == "other" else real(path, text))
    done = talk("none", "save other", "2", "quit")
    assert "Nothing could be saved as " in done.stderr
    assert "Your answers are saved. Go on with" in done.stderr
    assert data_of(the_case(case_folder))["answers"]["fall_height"] == 2


def test_a_disk_that_has_room_again_saves_all(talk: Invoke, monkeypatch: pytest.MonkeyPatch, case_folder: Path) -> None:
    real, fails = cases.write_private, iter([True, True, False, False, False])

    def sometimes(path: Path, text: str) -> None:
        if next(fails):
            _full()
        real(path, text)

    monkeypatch.setattr(cases, "write_private", sometimes)
    done = talk("none", "2", "1")
    assert done.stderr.count(f"Your answers are saved again: {the_case(case_folder).stem}") == 1
    assert "Your answers are saved. Go on with" in done.stderr
    assert data_of(the_case(case_folder))["asked"] == ["danger_signs", "fall_height", "began"]


def test_answers_that_were_saved_before_the_disk_filled_can_be_gone_on_with(talk: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = cases.write_private, iter(range(99))
    monkeypatch.setattr(cases, "write_private", lambda path, text: real(path, text) if next(calls) < 1 else _full())
    done = talk("none", "2")
    assert "Your last answers could not be saved, those before are. Go on with: soleus consult --resume" in done.stderr


def test_a_data_folder_that_cannot_be_made_is_said_and_stops_nothing(talk: Invoke, data_home: Path) -> None:
    data_home.write_text("a file where the folder should be")
    done = talk(*ALL_WELL)
    assert done.exit_code == 0
    assert f"Your answers cannot be saved in {data_home}" in done.stderr


def test_a_disk_that_takes_nothing_from_a_real_process(case_folder: Path) -> None:
    typed = "".join(f"{line}\n" for line in ALL_WELL).encode()
    limited = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *command(*SHOULDER_ARGS, "--json")]
    done = subprocess.run(limited, input=typed, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["triage"]["level"] == "self_care"
    assert b"cannot be saved" in done.stderr
    assert list(case_folder.glob("*")) == []


def test_a_result_from_answers_stands_though_it_cannot_be_saved(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "write_private", _full)
    done = invoke("consult", "--answers", "-", "--save", "x", "--kb", str(SHOULDER), text="{worst: 3}")
    assert done.exit_code == 0
    assert "cannot be saved" in done.stderr


# Interruptions


def test_a_killed_conversation_goes_on(terminal: START, talk: Invoke, case_folder: Path) -> None:
    one = terminal(*SHOULDER_ARGS)
    one.read_until("Question 1")
    one.type("none\n")
    one.read_until("Question 2")
    one.type("2\n")
    one.read_until("Question 3")
    os.kill(one.process.pid, signal.SIGKILL)
    one.process.wait(10)
    done = talk(*ALL_WELL[2:], args=("--resume", the_case(case_folder).stem, "--json"))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["answers"]["fall_height"] == 2


def test_ctrl_c_says_how_to_go_on(terminal: START, case_folder: Path) -> None:
    one = terminal(*SHOULDER_ARGS)
    one.read_until("> ")
    one.type("none\n")
    one.read_until("Question 2")
    os.kill(one.process.pid, signal.SIGINT)
    said = one.read_all()
    assert one.process.wait(10) == 1
    assert f"Go on with: soleus consult --resume {the_case(case_folder).stem}" in said.replace("\r\n", " ").replace("  ", " ")
    assert "Traceback" not in said


def test_ctrl_c_before_the_first_answer(terminal: START) -> None:
    one = terminal(*SHOULDER_ARGS)
    one.read_until("> ")
    os.kill(one.process.pid, signal.SIGINT)
    said = one.read_all()
    assert one.process.wait(10) == 1
    assert "nothing was saved" in said
    assert "Traceback" not in said


def test_ctrl_d_is_an_end_of_input(terminal: START) -> None:
    one = terminal(*SHOULDER_ARGS)
    one.read_until("> ")
    one.type("none\n")
    one.read_until("Question 2")
    one.read_until("> ")
    one.type("\x04")
    said = one.read_all()
    assert one.process.wait(10) == 1
    assert "Go on with: soleus consult --resume" in said


def test_an_unexpected_error_still_says_how_to_go_on(talk: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.cli.prompts.show_help", lambda *_: 1 / 0)
    done = talk("none", "help")
    assert done.exit_code == 1
    assert "Go on with: soleus consult --resume" in done.stderr
    assert "This is a bug in Soleus" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_case_of_a_finished_conversation_explains_itself(talk: Invoke, run: Run) -> None:
    done = talk(*ALL_WELL, args=("--save", "done"))
    assert "To see why it says this: soleus explain done how triage" in done.stderr
    assert run("explain", "done", "how", "triage", "--kb", str(SHOULDER)).returncode == 0
