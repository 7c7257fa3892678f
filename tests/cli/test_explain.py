"""`soleus explain` and `soleus trace`: proofs down to the answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke

from soleus import Consultation, KnowledgeBase

KB = ("--kb", str(SHOULDER))
TORN = "{began: at_once, reach: no, clicks: yes, numb_arm: no, chest_pain: no, odd_shape: yes}"


@pytest.fixture
def torn(tmp_path: Path) -> str:
    path = tmp_path / "torn.yaml"
    path.write_text(TORN)
    return str(path)


def test_how_shows_the_proof_down_to_the_answers(invoke: Invoke, torn: str) -> None:
    assert invoke("explain", torn, "how", "torn_tendon", *KB).stdout == (Path(__file__).parent / "proof.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("triage", ["Triage: Today", "Rule an-odd-shape-needs-someone", "From: odd shape: yes"]),
        ("same_day", ["Triage: Today"]),
        ("signs", ["Score Signs of a tear: 2", "Concludes: 1 point for the score Signs of a tear"]),
        ("arm_circles", ["Rule no-exercise-until-seen", "Concludes: Leave alone: Anything that loads the arm; Ice pack"]),
        ("two-signs-are-a-tear", ["Concludes: Speaks for Torn tendon: strong", "Sources: book"]),
    ],
)
def test_every_kind_of_conclusion(invoke: Invoke, torn: str, name: str, texts: list[str]) -> None:
    done = invoke("explain", torn, "how", name, *KB)
    assert done.exit_code == 0
    for text in texts:
        assert text in done.stdout


def test_a_part_of_a_rule_gives_its_answers_to_the_rule(invoke: Invoke) -> None:
    done = invoke("explain", "-", "how", "unsafe", *KB, text="{numb_arm: yes, fall_height: 5}")
    assert "From: numb arm: yes; fall: 5 m" in done.stdout
    assert "part" not in done.stdout


def test_how_as_json(invoke: Invoke, torn: str) -> None:
    data = json.loads(invoke("explain", torn, "how", "torn_tendon", "--json", *KB).stdout)
    assert (data["id"], data["about"], data["name"]) == ("torn_tendon", "condition", "Torn tendon")
    assert data["ways"][0]["rests_on"][0]["rule"] == "two-signs-are-a-tear"


def test_a_conclusion_that_was_not_reached(invoke: Invoke, torn: str) -> None:
    done = invoke("explain", torn, "how", "sore_shoulder", *KB)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "'sore_shoulder' was not concluded for these answers." in done.stderr


def test_a_conclusion_that_does_not_exist(invoke: Invoke, torn: str) -> None:
    done = invoke("explain", torn, "how", "torn_tendons", *KB)
    assert done.exit_code == 1
    assert "Did you mean 'torn_tendon'?" in done.stderr


def test_trace_shows_every_step(invoke: Invoke, torn: str, shoulder: KnowledgeBase) -> None:
    done = invoke("trace", torn, *KB)
    steps = Consultation.of(shoulder, {"began": "at_once", "reach": False, "clicks": True, "numb_arm": False, "chest_pain": False, "odd_shape": True})
    assert f"Trace: {len(steps.conclude().trace.steps)} steps" in done.stdout
    assert "rule one-moment-adds: A tear has a moment" in done.stdout
    assert "from: began = at_once" in done.stdout
    assert "from: odd_shape = yes" in done.stdout
    assert "concluded: score:signs=2" in done.stdout


def test_trace_as_json(invoke: Invoke, torn: str, shoulder: KnowledgeBase) -> None:
    data = json.loads(invoke("trace", torn, "--json", *KB).stdout)
    assert [step["n"] for step in data["steps"]] == list(range(1, len(data["steps"]) + 1))
    assert data["knowledge"]["fingerprint"] == shoulder.fingerprint


def test_a_case_can_be_named_or_given_as_a_file(invoke: Invoke, case_folder: Path) -> None:
    invoke("consult", *KB, "--save", "mine", lines=ALL_WELL)
    by_name = invoke("trace", "mine", *KB)
    by_file = invoke("trace", str(case_folder / "mine.json"), *KB)
    assert by_name.exit_code == 0
    assert by_name.stdout == by_file.stdout


def test_no_case_of_that_name_says_which_there_are(invoke: Invoke) -> None:
    assert "No case has been saved yet." in invoke("trace", "mine", *KB).stderr
    invoke("consult", *KB, "--save", "knee-2025", lines=("none",))
    assert "Did you mean 'knee-2025'?" in invoke("trace", "knee-2024", *KB).stderr


def test_every_conclusion_of_a_bundled_result_can_be_proved(invoke: Invoke, base: KnowledgeBase, tmp_path: Path) -> None:
    answers = {name: True for name, one in base.observables.items() if one.kind == "yes_no"}
    path = tmp_path / "all.json"
    path.write_text(json.dumps(answers))
    result = Consultation.of(base, answers).conclude()
    for name in [result.triage.level, *(one.id for one in (*result.conditions[:3], *result.causes[:3], *result.findings[:3], *result.scores))]:
        done = invoke("explain", str(path), "how", name)
        assert done.exit_code == 0, name
        steps = re.findall(r"\(step\s+([0-9]+)\)", done.stdout)
        assert len(steps) == len(set(steps)), f"{name}: a step is shown twice"
