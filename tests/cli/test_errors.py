"""Every error is a message and an exit code, never a traceback: 1 for what a person can mend, 2 for wrong usage."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import SHOULDER, Invoke, Run, command

from soleus import KnowledgeBase
from soleus.consultation import cases
from soleus.consultation.consultation import Consultation

KB = ("--kb", str(SHOULDER))


def test_no_command_shows_what_there_is(run: Run) -> None:
    done = run()
    assert b"consult" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


WRONG = ("nonsense", "consult --nonsense", "consult extra", "kb show", "explain x", "explain x how", "kb check a b", "kb check a --kb b")


@pytest.mark.parametrize("args", [tuple(line.split()) for line in WRONG] + [("consult", "--kb", ""), ("kb", "check", "")])
def test_wrong_usage_is_exit_code_2(invoke: Invoke, args: tuple[str, ...]) -> None:
    done = invoke(*args)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert done.stdout == ""


def test_answers_and_resume_exclude_each_other(invoke: Invoke) -> None:
    done = invoke("consult", "--answers", "a", "--resume", "b")
    assert done.exit_code == 2
    assert "give one of the two" in done.stderr


# Files that cannot be used


def missing(_: Path) -> str:
    return "no-such-case"


def missing_file(folder: Path) -> str:
    return str(folder / "missing.yaml")


def a_folder(folder: Path) -> str:
    return str(folder)


def not_text(folder: Path) -> str:
    return _file(folder, b"\x89PNG\r\n\x1a\n\x00\xff\xfe")


def nul_bytes(folder: Path) -> str:
    return _file(folder, b"worst: 3\x00")


def huge(folder: Path) -> str:
    return _file(folder, b"worst: 3 # " + b"x" * 2_000_000)


def endless(_: Path) -> str:
    return "/dev/zero"


def empty(folder: Path) -> str:
    return _file(folder, b"")


def deep(folder: Path) -> str:
    return _file(folder, b"[" * 100_000)


def a_list(folder: Path) -> str:
    return _file(folder, b"[1, 2]")


def bad_yaml(folder: Path) -> str:
    return _file(folder, b"worst: [3")


def hostile_name(folder: Path) -> str:
    return str(folder / "\x1b[31mred.yaml")


def odd_bytes_in_name(folder: Path) -> str:
    return os.fsdecode(os.fsencode(folder) + b"/\xff.yaml")


def _file(folder: Path, content: bytes) -> str:
    path = folder / "file.yaml"
    path.write_bytes(content)
    return str(path)


BAD = (missing, missing_file, a_folder, not_text, nul_bytes, huge, endless, empty, deep, a_list, bad_yaml, hostile_name, odd_bytes_in_name)


@pytest.mark.parametrize("option", ["--answers", "--resume"])
@pytest.mark.parametrize("make", BAD)
def test_a_file_that_cannot_be_used_is_said_in_a_line(invoke: Invoke, tmp_path: Path, make: Callable[[Path], str], option: str) -> None:
    done = invoke("consult", option, make(tmp_path), *KB)
    _is_one_clear_message(done.exit_code, done.stdout, done.stderr)


@pytest.mark.parametrize("make", BAD)
def test_explain_and_trace_say_it_as_well(invoke: Invoke, tmp_path: Path, make: Callable[[Path], str]) -> None:
    for args in (("explain", make(tmp_path), "how", "triage"), ("trace", make(tmp_path))):
        done = invoke(*args, *KB)
        _is_one_clear_message(done.exit_code, done.stdout, done.stderr)


def _is_one_clear_message(exit_code: int, stdout: str, stderr: str) -> None:
    assert exit_code == 1
    assert stdout == ""
    assert len(stderr.splitlines()) == 1
    assert stderr.strip().isprintable()
    assert "bug" not in stderr
    assert len(stderr) < 600


def test_an_unreadable_file_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("worst: 3")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    done = run("consult", "--answers", str(path), *KB)
    assert done.returncode == 1
    assert b"Permission denied" in done.stderr


def test_every_wrong_answer_in_a_file_is_said_with_its_line(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("worst: 99\nbegan: slowley\nnothing: 1\n")
    done = invoke("consult", "--answers", str(path), *KB)
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert [line.startswith(f"{path}:{number}: ") for number, line in enumerate(lines, 1)] == [True] * 3
    assert "Did you mean 'slowly'?" in lines[1]


def test_wrong_answers_on_standard_input_are_said(invoke: Invoke) -> None:
    done = invoke("consult", "--answers", "-", *KB, text="worst: 99")
    assert done.exit_code == 1
    assert "standard input:1:" in done.stderr


def test_bytes_that_are_no_text_at_a_prompt_are_no_answer(run: Run) -> None:
    done = run("consult", *KB, stdin=b"\xff\xfe\x00\nnone\n")
    assert done.returncode == 1
    assert b"is no answer here" in done.stderr
    assert b"Question 2" in done.stderr


def test_a_line_without_end_is_no_answer(run: Run) -> None:
    done = run("consult", *KB, stdin=b"1" * 3_000_000 + b"\nnone\n")
    assert b"Question 2" in done.stderr
    assert done.stderr.count(b"is no answer here") == 1
    assert len(done.stderr) < 5_000


@pytest.mark.parametrize("folder", ["no-such-folder", "\x1b[31m", "/dev/null"])
@pytest.mark.parametrize("args", [("consult",), ("kb", "rules"), ("trace", "x")])
def test_a_knowledge_folder_that_is_none_is_said(invoke: Invoke, folder: str, args: tuple[str, ...]) -> None:
    done = invoke(*args, "--kb", folder)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert "There is no such folder" in done.stderr or "no .yaml files" in done.stderr


def test_every_fault_of_a_knowledge_folder_is_said(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- rule: x\n- finding: y\n")
    done = invoke("consult", "--kb", str(tmp_path))
    assert done.exit_code == 1
    assert "a.yaml:1: The rule 'x' lacks 'when'." in done.stderr
    assert "a.yaml:2: The finding 'y' lacks 'name'." in done.stderr


# Where a case may be saved


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("{folder}", "There is already a case"),
        ("/dev/full", "There is already a case"),
        ("{folder}/no/where.json", "there is no folder"),
        ("a b", "neither a name nor a file"),
        ("", "neither a name nor a file"),
    ],
)
def test_a_place_that_takes_no_case_is_said_before_the_first_question(invoke: Invoke, tmp_path: Path, target: str, says: str) -> None:
    done = invoke("consult", "--save", target.format(folder=tmp_path), *KB, lines=("none",))
    _is_one_clear_message(done.exit_code, done.stdout, done.stderr)
    assert says in done.stderr


# Cases that are not what they should be


@pytest.fixture
def case(shoulder: KnowledgeBase) -> dict[str, object]:
    whole: dict[str, object] = json.loads(cases.as_text(Consultation(shoulder).answer("worst", 3)))
    return whole


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"soleus_case": 2}, "of the form 2, and only 1 is known"),
        ({"soleus_case": True}, "of the form yes"),
        ({"soleus_case": None}, "of the form nothing"),
        ({"extra": 1}, "has no key 'extra'"),
        ({"knowledge": None}, "'knowledge' takes name, version, fingerprint"),
        ({"knowledge": {"name": "shoulder", "version": 1, "fingerprint": "x"}}, "'knowledge' takes"),
        ({"knowledge": {"name": "shoulder", "version": "", "fingerprint": "x"}}, "'knowledge' takes"),
        ({"answers": [1]}, "'answers' is a mapping"),
        ({"answers": {"worst": 99}}, "'worst' must be from 0 to 10"),
        ({"answers": {"worst": "\x1b[31m"}}, "control character"),
        ({"answers": {"worst": "[31m"}}, "'worst' is a number"),
        ({"answers": {"nothing": 1}}, "Unknown observable 'nothing'"),
        ({"asked": "worst"}, "'asked' is a list of questions"),
        ({"asked": [1]}, "'asked' is a list of questions"),
        ({"everything": 1}, "'everything' is yes or no, not 1"),
        ({"asked": ["worst", "worst"]}, "'asked' is a list of questions, each once"),
        ({"asked": ["wurst"]}, "'asked' names 'wurst', which is no question. Did you mean 'worst'?"),
    ],
)
def test_a_case_that_was_changed_is_refused(invoke: Invoke, tmp_path: Path, case: dict[str, object], change: dict[str, object], says: str) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case | change))
    done = invoke("consult", "--resume", str(path), *KB)
    assert done.exit_code == 1
    assert says in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("key", ["knowledge", "answers", "asked"])
def test_a_case_that_lacks_a_part_is_refused(invoke: Invoke, tmp_path: Path, case: dict[str, object], key: str) -> None:
    del case[key]
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case))
    assert f"The case lacks '{key}'." in invoke("consult", "--resume", str(path), *KB).stderr


def test_an_answer_file_is_no_case_and_says_what_to_do(invoke: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("worst: 3")
    done = invoke("consult", "--resume", str(path), *KB)
    assert done.exit_code == 1
    assert f"is not a saved case. For a file of answers use: soleus consult --answers {path}" in done.stderr


def test_a_case_of_other_knowledge_says_which_and_the_ways_out(invoke: Invoke, tmp_path: Path, case: dict[str, object]) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case | {"knowledge": {"name": "shoulder", "version": "0.9.0", "fingerprint": "ab" * 32}}))
    done = invoke("consult", "--resume", str(path), *KB)
    _is_one_clear_message(done.exit_code, done.stdout, done.stderr)
    assert "was begun with the knowledge shoulder 0.9.0 (abababababab), and this is shoulder 1.0.0" in done.stderr
    assert "--kb" in done.stderr
    assert f"soleus consult --answers {path}" in done.stderr


def test_a_case_of_other_knowledge_can_be_concluded_anew(invoke: Invoke, tmp_path: Path, case: dict[str, object]) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case | {"knowledge": {"name": "shoulder", "version": "0.9.0", "fingerprint": "ab" * 32}}))
    done = invoke("consult", "--answers", str(path), "--json", *KB)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["answers"] == {"worst": 3}
    assert "Note: the case was begun with shoulder 0.9.0" in done.stderr
    assert "Note: the case was begun with shoulder 0.9.0" in invoke("trace", str(path), *KB).stderr


# Output that takes no more


@pytest.mark.parametrize("args", [("kb", "rules", *KB), ("kb", "questions", "--json", *KB), ("consult", "--answers", "-", *KB), ("--help",)])
def test_a_closed_pipe_is_quiet(args: tuple[str, ...]) -> None:
    process = subprocess.Popen(command(*args), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, stderr = process.communicate(b"{worst: 3}", timeout=60)
    assert process.returncode == 1
    assert stderr == b""


@pytest.mark.parametrize(
    "args",
    [
        ("kb", "rules", *KB),
        ("kb", "schema"),
        ("kb", "check", str(SHOULDER), "--json"),
        ("consult", "--answers", "-", *KB),
        ("kb", "check", str(SHOULDER)),
    ],
)
def test_a_full_disk_behind_standard_output_is_said(args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(*args), input=b"{worst: 3}", stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr == b"Reading or writing failed: No space left on device.\n"


def test_a_closed_standard_output_is_no_error_of_its_own() -> None:
    done = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *command("kb", "rules", *KB)], capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


def test_a_broken_pipe_signal_from_head_is_quiet() -> None:
    line = " ".join(f"'{part}'" for part in command("kb", "rules"))
    done = subprocess.run(["bash", "-c", f"{line} | head -1"], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


def test_an_interrupted_command_says_so_without_a_traceback() -> None:
    process = subprocess.Popen(command("consult", "--answers", "-", *KB), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=3)  # it waits for its standard input
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"Traceback" not in stderr


# Bugs


def _break(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("something \x1b[31mnobody thought of")

    monkeypatch.setattr("soleus.cli.items.find_item", broken)


def test_a_bug_is_one_line_that_says_how_to_see_more(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch)
    done = invoke("kb", "show", "book", *KB)
    assert done.exit_code == 1
    assert done.stderr.startswith("This is a bug in Soleus, not in what you did: RuntimeError: something ?[31mnobody")
    assert "SOLEUS_DEBUG=1" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_bug_shows_its_traceback_on_request(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch)
    monkeypatch.setenv("SOLEUS_DEBUG", "1")
    assert isinstance(invoke("kb", "show", "book", *KB).exception, RuntimeError)
