"""How it looks: plain for screen readers and files, in colour on a terminal that wants it, harmless whatever a file holds, and fast."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke, Run, Terminal

from soleus import Consultation, KnowledgeBase
from soleus.cli.conversation import _in_short
from soleus.cli.terminal import Terminal as Speaker
from soleus.report.blocks import Banner, Line
from soleus.report.render import rich

START = Callable[..., Terminal]
KB = ("--kb", str(SHOULDER))
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7])m")
BOX = re.compile("[╭╮╰╯│─━┃┏┓]")


def end(one: Terminal) -> str:
    """Leave the menu after the result; everything that is shown until the command ends."""
    seen = one.read_until("Enter is done.") + one.read_until("6")
    one.type("\n")
    return seen + one.read_all()


def emergency(terminal: START, *args: str, env: dict[str, str] | None = None) -> str:
    """Everything that an emergency shows on a terminal, from the first question to the result."""
    one = terminal("consult", *KB, *args, env=env)
    seen = one.read_until("Not sure about any of these")
    one.type("1\n")
    seen += one.read_until("Go on with")
    one.type("\n")
    seen += end(one)
    assert one.process.wait(10) == 0
    return seen


def test_a_terminal_gets_colours_and_a_box(terminal: START) -> None:
    seen = emergency(terminal)
    assert COLOUR.search(seen)
    assert BOX.search(seen)
    assert "\x1b[1m" in seen


def test_no_color_means_no_colour(terminal: START) -> None:
    seen = emergency(terminal, env={"NO_COLOR": "1"})
    assert not COLOUR.search(seen)
    assert BOX.search(seen)
    assert "\x1b" not in seen[: seen.index("╭")]


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}])
def test_plain_is_lines_of_text_and_nothing_else(terminal: START, env: dict[str, str]) -> None:
    seen = emergency(terminal, "--plain", env=env)
    assert "\x1b" not in seen
    assert not BOX.search(seen)
    assert "Question 1. Danger signs." in seen
    assert "1. Your chest hurts as well" in seen
    assert "Answer: " in seen


def test_a_dumb_terminal_gets_plain_lines(terminal: START) -> None:
    assert "\x1b" not in emergency(terminal, env={"TERM": "dumb"})


def test_pipes_get_plain_lines_whatever_the_environment_says(run: Run) -> None:
    done = run("consult", *KB, stdin=b"1\n\n", env={"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"})
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_result_in_a_file_is_plain_while_the_conversation_is_on_a_terminal(terminal: START) -> None:
    one = terminal("consult", *KB, streams=("stdin", "stderr"))
    one.read_until("Question 1")
    one.type("1\n")
    seen = one.read_until("Go on with")
    one.type("\n")
    end(one)
    assert one.process.stdout
    result = one.process.stdout.read().decode()
    assert COLOUR.search(seen)
    assert "\x1b" not in result
    assert "** EMERGENCY **" in result


def test_the_result_on_a_terminal_is_said_again_in_short(terminal: START) -> None:
    one = terminal("consult", "--everything", *KB)
    for reply, question in zip(ALL_WELL[:-1], range(1, 8), strict=True):
        one.read_until(f"Question {question}")
        one.read_until("> ")
        one.type(f"{reply}\n")
    one.read_until("Show the result")
    one.type("\n\n")
    assert "In short: Self-care. It may be: Sore shoulder (possible)." in end(one)


@pytest.mark.parametrize("width", [20, 28, 29, 30, 80])
def test_the_title_of_a_banner_is_never_cut(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    out = io.StringIO()
    Console(file=out, width=width).print(rich([Banner("See someone this very day", ("Go.",), "same_day")]))
    assert " ".join(re.sub("[╭╮╰╯│─]", " ", out.getvalue()).split()) == "See someone this very day Go."


def test_an_error_ends_its_lines_between_words_on_a_terminal(terminal: START) -> None:
    said = terminal("compare", "nobody", env={"COLUMNS": "40"}).read_all().replace("\r", "")
    assert "There is no case 'nobody' in the case" in said.splitlines()
    assert max(len(line) for line in said.splitlines() if "/" not in line) <= 40


def test_in_short_leaves_no_danger_and_no_open_question_out(base: KnowledgeBase) -> None:
    answers = {"pop_felt": True, "pain_onset": "sudden", "pain_site": "upper_inner_calf", "walking": "limp", "leg_swollen": True, "leg_warm": True}
    said = _in_short(Consultation.of(base, answers).conclude())
    assert said.startswith("In short: See someone today, with safety questions open. It may be: Calf strain")
    assert "Not to be missed: " in said.partition("It may be")[2]
    assert "Blood clot in a deep leg vein (DVT) (possible)" in said.partition("Not to be missed")[2]


def test_text_is_wrapped_to_the_terminal(terminal: START) -> None:
    seen = emergency(terminal, env={"COLUMNS": "60"})
    lines = re.sub(r"\x1b\[[0-9;]*m", "", seen).splitlines()
    lines = [line.removeprefix("> ") for line in lines]  # a reply typed ahead is echoed early, and then a prompt has no line of its own
    assert max(len(line) for line in lines if "soleus consult" not in line and "soleus explain" not in line) <= 60


def test_a_question_too_long_for_the_terminal_is_said_again_below_its_choices(terminal: START) -> None:
    low, high, plain = (terminal("consult", *KB, *args, env={"LINES": lines}) for args, lines in (((), "8"), ((), "40"), (("--plain",), "8")))
    assert low.read_until("> ").count("Which of these are true?") == 2
    assert high.read_until("> ").count("Which of these are true?") == 1
    assert plain.read_until("Answer: ").count("Which of these are true?") == 1


# Hostile text


def test_whatever_a_text_holds_it_is_said_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    speaker = Speaker()
    speaker.say("a\x1b[31mb\u202ec\u200bd\r\ne\x9bf [bold]g[/bold] \x07")
    speaker.item(1, "\x1b]0;owned\x07")
    speaker.show([Line("\x1b[31m\u202e [red]x[/red]"), Banner("\x1b[2J", ("\x07",), "emergency")])
    said = capsys.readouterr().err
    assert all(char.isprintable() or char == "\n" for char in said)
    assert "[bold]g[/bold]" in said
    assert "[red]x[/red]" in said


def test_hostile_text_does_nothing_on_a_terminal(terminal: START, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    shutil.copytree(SHOULDER, folder)
    path = folder / "questions.yaml"
    path.write_text(path.read_text("utf-8").replace("Your chest hurts as well", '"[bold red]X[/bold red] [/nonsense]"'), "utf-8")
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("because: It may be the heart.", 'because: "[blink]B[/blink] [/nonsense]"'), "utf-8")
    one = terminal("consult", "--kb", str(folder))
    seen = one.read_until("> ")
    one.type("1\n")
    seen += one.read_until("> ")
    one.type("\n")
    seen += end(one)
    assert one.process.wait(10) == 0
    assert "[bold red]X[/bold red] [/nonsense]" in seen
    assert "[blink]B[/blink] [/nonsense]" in seen
    assert "\x1b[5m" not in seen


def test_what_was_typed_is_repeated_harmless(run: Run) -> None:
    done = run("consult", *KB, stdin="\x1b]0;owned\x07\x1b[2J\u202e\n".encode())
    assert b"\x1b" not in done.stderr
    assert b"\x07" not in done.stderr
    assert "\u202e".encode() not in done.stderr
    assert b"is no answer here" in done.stderr


def test_output_that_knows_no_such_character_is_no_error(run: Run) -> None:
    done = run("consult", *KB, stdin=b"none\n", env={"PYTHONIOENCODING": "ascii"})
    assert b"Question 2" in done.stderr
    assert b"Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_locale(run: Run) -> None:
    done = run("kb", "show", "worst", "--json", *KB, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "worst"


# Speed: what a start must not import


def imported(*args: str) -> set[str]:
    """The modules that are imported when a command waits for its first answer, or is done."""
    program = (
        "import sys, soleus.cli.terminal as t\n"
        "def stop(self):\n    print(*sys.modules, file=sys.__stdout__); sys.__stdout__.flush(); import os; os._exit(0)\n"
        "t.Terminal.read = stop\n"
        "from soleus.cli import cli\n"
        "cli(sys.argv[1:], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())


def test_the_version_needs_click_only() -> None:
    program = "import sys\nfrom soleus.cli import cli\ncli(['--version'], standalone_mode=False)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    modules = {name for name in done.stdout.split() if name.startswith("soleus.")}
    assert modules == {"soleus.cli"}
    assert not {"rich", "pydantic", "yaml", "experta"} & set(done.stdout.split())


def test_the_first_question_needs_no_rich_no_pydantic_and_no_yaml(invoke: Invoke) -> None:
    invoke("consult", *KB)  # now the compiled form of the base is in the cache
    modules = imported("consult", *KB)
    assert "soleus.cli.conversation" in modules
    assert not {"rich", "pydantic", "yaml"} & modules


def test_a_plain_result_needs_no_rich(run: Run) -> None:
    program = "import sys\nfrom soleus.cli import cli\ncli(sys.argv[1:], standalone_mode=False)\nprint('rich' in sys.modules, file=sys.stderr)"
    args = ["consult", "--answers", "-", *KB]
    done = subprocess.run([sys.executable, "-c", program, *args], input=b"{worst: 3}", capture_output=True, timeout=60, check=True)
    assert done.stderr.split()[-1] == b"False"
