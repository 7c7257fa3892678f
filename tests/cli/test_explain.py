"""`soleus explain` and `soleus trace`: proofs down to the answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke

from soleus import Consultation, KnowledgeBase

KB = ("--kb", str(SHOULDER))
BELOW = """\
1 safety question has no answer. This result can only be too mild: answer it, or ask somebody who
can examine you.
Shoulder pain. For tests of the commands only. Not for people.
"""
"""What stands below every explanation: the height of the fall is not known."""
TORN = "{began: at_once, reach: no, clicks: yes, numb_arm: no, chest_pain: no, odd_shape: yes}"


@pytest.fixture
def torn(tmp_path: Path) -> str:
    path = tmp_path / "torn.yaml"
    path.write_text(TORN)
    return str(path)


def test_how_shows_the_proof_down_to_the_answers(invoke: Invoke, torn: str) -> None:
    assert invoke("explain", torn, "how", "torn_tendon", "--deep", *KB).stdout == (Path(__file__).parent / "proof.txt").read_text("utf-8") + BELOW


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
    done = invoke("explain", torn, "how", name, "--deep", *KB)
    assert done.exit_code == 0
    for text in texts:
        assert text in done.stdout


def test_a_part_of_a_rule_gives_its_answers_to_the_rule(invoke: Invoke) -> None:
    done = invoke("explain", "-", "how", "unsafe", "--deep", *KB, text="{numb_arm: yes, fall_height: 5}")
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


LOOKS = (["how", "torn_tendon"], ["why-not", "sore_shoulder"], ["what-if", "odd_shape=no"], ["change", "too_much"])


@pytest.mark.parametrize("words", [*(["explain", "CASE", *look] for look in LOOKS), ["trace", "CASE"]])
def test_data_says_for_whom_it_is_as_well(invoke: Invoke, torn: str, shoulder: KnowledgeBase, words: list[str]) -> None:
    data = json.loads(invoke(*(torn if word == "CASE" else word for word in words), "--json", *KB).stdout)
    assert (data["intended_use"], data["not_for"]) == (shoulder.about.intended_use, shoulder.about.not_for)


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
        done = invoke("explain", str(path), "how", name, "--deep")
        assert done.exit_code == 0, name
        steps = re.findall(r"\(step\s+([0-9]+)\)", done.stdout)
        assert len(steps) == len(set(steps)), f"{name}: a step is shown twice"


# In short, why not, what if, what would change it

SAID = {
    ("how", "torn_tendon"): """\
Torn tendon: possible
Uncommon to begin with (-10), 0 in all: possible from -3, likely from 7, very likely from 15.
- For it, strong: Two signs speak for a tear
  From: Signs of a tear: 2 points (clicks: yes; reach up: no; how it began: “At one moment”)
  Sources: book
Every step, with the ids of the rules: the same command with --deep.
""",
    ("how", "arm_circles"): """\
Arm circles: left alone
- Withholds it: No exercise until somebody has looked
  From: Today (odd shape: yes)
  Sources: book
Every step, with the ids of the rules: the same command with --deep.
""",
    ("why-not", "sore_shoulder"): """\
Sore shoulder: Nothing in the answers speaks for it or against it.
  What would speak for it, nearest first
  - Slow pain is soreness (strong, 3 parts are missing)
    Fails: how it began: “Bit by bit” (the answer is “At one moment”)
    None of these, each known not to hold:
      Not known: worst pain: at least 8/10
      Does not hold, as needed: Finding: Something unsafe
    At least 1 of these:
      Not known: spells: under 3 times
      Fails: clicks: no answer (the answer is yes)
    Sources: book
Every step, with the ids of the rules: the same command with --deep.
""",
    ("why-not", "arm_circles"): """\
Arm circles: It is left alone, and nothing advises it.
  Why it is left alone
  - You need to be seen first.
  What would advise it, nearest first
  - Circles for a sore shoulder (2 parts are missing)
    Not reached: Sore shoulder: at least possible (Sore shoulder is unlikely; more: why-not
    sore_shoulder)
    Not reached: Too much too soon: at least possible (Too much too soon is unlikely; more: why-not
    too_much)
    Sources: book
Every step, with the ids of the rules: the same command with --deep.
""",
    ("why-not", "unsafe"): """\
Something unsafe: It is known not to hold.
  What would show it, nearest first
  - Chest pain with a sore shoulder may be the heart (1 part is missing)
    Any of these:
      Fails: chest pain: yes (the answer is no)
      All of these:
        Fails: numb arm: yes (the answer is no)
        Not known: fall: over 3 m
    Sources: book
Every step, with the ids of the rules: the same command with --deep.
""",
    ("what-if", "odd_shape=no", "clicks=?"): """\
What if odd shape: no (now yes); clicks: not known (now yes)
  Triage
  Today → Self-care
  What it may be
  - Torn tendon: possible → unlikely
  What to do
  - No longer to be left alone: Arm circles; Ice pack
""",
    ("what-if", "odd_shape=yes"): """\
These are the answers that were given.
""",
    ("change", "triage"): """\
Triage: what would make it more urgent
  One other answer is enough.
  Any one of these does it:
  - fall: at least 10 m (if you found out)
  - chest pain: yes (now no)
Triage: what would make it less urgent
  One other answer is enough.
  Any one of these does it:
  - odd shape: no (now yes)
These answers show what it hinges on. They are no goal: answer what is true.
""",
    ("change", "too_much"): """\
Too much too soon: what would bring it about
  It takes 3 other answers at once; fewer never do.
  In every case:
  - how it began: “Bit by bit” (now “At one moment”)
  - worst pain: under 8/10 (if you found out)
  - spells: at most 2 times (if you found out)
These answers show what it hinges on. They are no goal: answer what is true.
""",
}


@pytest.mark.parametrize("words", SAID, ids=" ".join)
def test_what_is_said(invoke: Invoke, torn: str, words: tuple[str, ...]) -> None:
    done = invoke("explain", torn, *words, "--plain", *KB)
    assert done.exit_code == 0
    assert done.stdout == SAID[words] + BELOW


def test_a_mild_level_is_no_all_clear_and_says_what_is_open(invoke: Invoke) -> None:
    said = " ".join(invoke("explain", "-", "how", "triage", *KB, text="{began: slowly, reach: yes, clicks: yes}").stdout.split())
    assert "Self-care No rule asks for anything more urgent. That is not an all-clear. 4 safety questions have no answer." in said


def test_an_emergency_asks_for_nothing_but_help(invoke: Invoke) -> None:
    said = invoke("explain", "-", "how", "triage", *KB, text="{chest_pain: yes}").stdout
    assert "safety question" not in said
    assert said.endswith("Shoulder pain. For tests of the commands only. Not for people.\n")


def test_the_trace_says_what_is_open_and_for_whom_it_is(invoke: Invoke, torn: str) -> None:
    assert invoke("trace", torn, *KB).stdout.endswith(BELOW)


def test_what_was_concluded_points_to_how(invoke: Invoke, torn: str) -> None:
    said = " ".join(invoke("explain", torn, "why-not", "torn_tendon", *KB).stdout.split())
    assert said == f"Torn tendon: this was concluded. To see how: soleus explain {torn} how torn_tendon --kb {SHOULDER} {' '.join(BELOW.split())}"


def test_why_not_in_full_names_the_rules(invoke: Invoke, torn: str) -> None:
    assert "slow-pain-is-soreness: Slow pain is soreness" in invoke("explain", torn, "why-not", "sore_shoulder", "--deep", *KB).stdout


def test_no_triage_is_not_a_level(invoke: Invoke, torn: str) -> None:
    done = invoke("explain", torn, "why-not", "triage", *KB)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "There always is a triage level" in done.stderr


def test_why_not_as_json(invoke: Invoke, torn: str) -> None:
    data = json.loads(invoke("explain", torn, "why-not", "sore_shoulder", "--json", *KB).stdout)
    (near,) = data["rules"]
    assert (data["concluded"], data["needed"], near["rule"], near["missing"]) == (False, -3, "slow-pain-is-soreness", 3)
    assert near["condition"]["parts"][0] == {
        "says": "how it began: “Bit by bit”",
        "state": "failed",
        "wanted": "true",
        "fits": False,
        "missing": 1,
        "test": {"began": "slowly"},
        "saw": {"answers": {"began": "at_once"}},
    }


def test_what_if_as_json(invoke: Invoke, torn: str) -> None:
    data = json.loads(invoke("explain", torn, "what-if", "odd_shape=no", "--json", *KB).stdout)
    assert data["triage"]["before"] == "same_day"
    assert data["answers"] == [{"observable": "odd_shape", "before": True, "after": False}]


def test_change_as_json(invoke: Invoke, torn: str) -> None:
    data = json.loads(invoke("explain", torn, "change", "too_much", "--json", *KB).stdout)
    (turn,) = data["turns"]
    assert (turn["way"], turn["size"], turn["complete"], turn["proved"]) == ("concluded", 3, True, 2)
    assert turn["sets"][0][1] == {"observable": "worst", "before": None, "after": 0, "band": {"at_least": 0.0, "under": 8.0}}


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ("odd_shape", 2, "is not NAME=VALUE"),
        ("=no", 2, "is not NAME=VALUE"),
        ("odd_shape=", 2, "is not NAME=VALUE"),
        ("odd_shap=no", 1, "odd_shape"),
        ("worst=11", 1, "11 lies outside"),
        ("began=never", 1, "'began' cannot be"),
    ],
)
def test_an_answer_that_does_not_fit(invoke: Invoke, torn: str, change: str, code: int, says: str) -> None:
    done = invoke("explain", torn, "what-if", change, *KB)
    assert (done.exit_code, done.stdout) == (code, "")
    assert says in done.stderr


@pytest.mark.parametrize("typed", [("odd_shape=no", "worst=1"), ("odd_shape = no", "worst =1"), ("odd_shape", "=", "no", "worst=", "1")])
def test_there_may_be_spaces_around_the_sign(invoke: Invoke, torn: str, typed: tuple[str, ...]) -> None:
    data = json.loads(invoke("explain", torn, "what-if", *typed, "--json", *KB).stdout)
    assert {one["observable"]: one["after"] for one in data["answers"]} == {"odd_shape": False, "worst": 1}


def test_two_signs_are_no_answer(invoke: Invoke, torn: str) -> None:
    done = invoke("explain", torn, "what-if", "odd_shape=", "worst=1", *KB)
    assert done.exit_code == 2
    assert "'odd_shape=worst=1' is not NAME=VALUE" in done.stderr


def test_why_not_the_mildest_level(invoke: Invoke, torn: str) -> None:
    """It is reached by no rule, only where no rule asks for more."""
    said = " ".join(invoke("explain", torn, "why-not", "self_care", *KB).stdout.split())
    assert "Self-care: not so, because it is more urgent. The level is: " in said
    assert said.endswith(f"No rule asks for this level. It is what is left when no rule asks for more. {' '.join(BELOW.split())}")


def test_what_if_says_what_it_looked_at(invoke: Invoke, torn: str) -> None:
    said = " ".join(invoke("explain", torn, "what-if", "worst=1", *KB).stdout.split())
    assert "Nothing changes. Compared were the level of care" in said


def test_an_answer_that_is_given_twice(invoke: Invoke, torn: str) -> None:
    done = invoke("explain", torn, "what-if", "worst=1", "worst=2", *KB)
    assert done.exit_code == 2
    assert "given twice" in done.stderr


def test_a_case_stays_as_it_is(invoke: Invoke, torn: str) -> None:
    before = Path(torn).read_bytes()
    invoke("explain", torn, "what-if", "odd_shape=no", *KB)
    assert Path(torn).read_bytes() == before


@pytest.mark.parametrize("word", ["how", "why-not", "change"])
def test_a_name_that_is_none(invoke: Invoke, torn: str, word: str) -> None:
    done = invoke("explain", torn, word, "torn_tendons", *KB)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Did you mean 'torn_tendon'?" in done.stderr
