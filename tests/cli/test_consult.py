"""`soleus consult --answers`: a result without questions. And what every command has in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke, Run

from soleus import Consultation, KnowledgeBase, __version__

KB = ("--kb", str(SHOULDER))


def test_version(run: Run) -> None:
    done = run("--version")
    assert done.stdout.decode().split()[-1] == __version__
    assert done.returncode == 0


@pytest.mark.parametrize("args", [(), ("consult",), ("explain",), ("explain", "x", "how"), ("trace",), ("kb",)])
def test_help(invoke: Invoke, args: tuple[str, ...]) -> None:
    done = invoke(*args, "--help")
    assert done.exit_code == 0
    assert done.stdout == invoke(*args, "-h").stdout


def test_answers_from_a_file(invoke: Invoke, tmp_path: Path, shoulder: KnowledgeBase) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("worst: 3\nbegan: slowly\nspells: 1\n")
    done = invoke("consult", "--answers", str(path), "--json", *KB)
    assert done.exit_code == 0
    assert done.stdout == Consultation.of(shoulder, {"worst": 3, "began": "slowly", "spells": 1}).conclude().to_json()
    assert done.stderr == ""


def test_answers_from_standard_input(invoke: Invoke) -> None:
    done = invoke("consult", "--answers", "-", "--json", *KB, text='{"worst": 3}')
    assert json.loads(done.stdout)["answers"] == {"worst": 3}


def test_the_keys_of_the_result(invoke: Invoke) -> None:
    data = json.loads(invoke("consult", "--answers", "-", "--json", *KB, text="{}").stdout)
    keys = {"triage", "conditions", "causes", "findings", "plan", "withheld", "unanswered_safety_questions", "trace", "knowledge"}
    assert keys <= set(data)
    assert [one["id"] for one in data["unanswered_safety_questions"]] == ["chest_pain", "numb_arm", "odd_shape", "fall_height"]


def test_text_is_the_closing_screen(invoke: Invoke) -> None:
    done = invoke("consult", "--answers", "-", *KB, text="{chest_pain: yes}")
    assert done.stdout.index("For tests of the commands only.") < done.stdout.index("** EMERGENCY **") < done.stdout.index("WHAT IT MAY BE")
    assert done.stderr == ""


def test_no_question_is_asked(invoke: Invoke) -> None:
    assert "Question" not in invoke("consult", "--answers", "-", *KB, text="{}").output


def test_answers_can_be_a_saved_case_by_name_or_file(invoke: Invoke, case_folder: Path) -> None:
    invoke("consult", *KB, "--save", "mine", lines=ALL_WELL)
    by_name = invoke("consult", "--answers", "mine", "--json", *KB)
    by_file = invoke("consult", "--answers", str(case_folder / "mine.json"), "--json", *KB)
    assert by_name.exit_code == 0
    assert by_name.stdout == by_file.stdout
    assert by_name.stderr == ""


def test_a_file_without_ending_can_be_answers(invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "answers").write_text("{worst: 3}")
    monkeypatch.chdir(tmp_path)
    assert invoke("consult", "--answers", "answers", "--json", *KB).exit_code == 0


def test_answers_can_be_saved_as_a_case_and_gone_on_with(invoke: Invoke, case_folder: Path) -> None:
    done = invoke("consult", "--answers", "-", "--save", "mine", "--json", *KB, text="{worst: 3, chest_pain: no}")
    assert done.exit_code == 0
    saved = json.loads((case_folder / "mine.json").read_text())
    assert (saved["answers"], saved["asked"]) == ({"chest_pain": False, "worst": 3}, [])
    on = invoke("consult", "--resume", "mine", "--json", *KB, lines=("3", "0", "2", "y", "1", "1", ""))
    assert on.exit_code == 0
    assert "Your chest hurts as well" not in on.stderr
    assert "Noted: yes to numb arm" not in on.stderr
    assert json.loads(on.stdout)["answers"]["chest_pain"] is False


def test_a_conversation_with_the_bundled_knowledge(invoke: Invoke, base: KnowledgeBase) -> None:
    done = invoke("consult", "--json", lines=(*("skip",) * len(Consultation(base).questions), ""))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["answers"] == {}
    assert json.loads(done.stdout)["triage"]["provisional"] is True


def test_the_same_answers_give_the_same_bytes_in_every_process(run: Run) -> None:
    outputs = {run("consult", "--answers", "-", "--json", *KB, stdin=b"{worst: 3}", env={"PYTHONHASHSEED": str(seed)}).stdout for seed in (1, 2, 3)}
    assert len(outputs) == 1


def test_the_engine_has_no_word_of_the_subject_in_the_commands() -> None:
    words = ("calf", "calves", "hip", "shoe", "runner", "running")
    for path in (Path(__file__).parents[2] / "engine" / "soleus" / "cli").glob("*.py"):
        text = path.read_text("utf-8").lower()
        assert not [word for word in words if f" {word}" in text or f'"{word}' in text], path.name
