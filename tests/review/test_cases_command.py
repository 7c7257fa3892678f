"""`soleus cases`, and how a consultation gets into the case store and out of it again."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import ALL_WELL, SHOULDER, Invoke
from tests.review.conftest import Results

from soleus.consultation import journal as journals
from soleus.consultation.journal import Journal
from soleus.knowledge.conditions import Scalar
from soleus.review.store import CaseStore

KB = ("--kb", str(SHOULDER))


@pytest.fixture(autouse=True)
def _no_store_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOLEUS_STORE", raising=False)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The time: the last of the list."""
    times = ["2026-01-31T18:30:00Z"]
    monkeypatch.setattr(journals, "now", lambda: times[-1])
    return times


def listed(invoke: Invoke, *args: str) -> Any:
    done = invoke("cases", "list", "--json", *args)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def shown(invoke: Invoke, name: str, *args: str) -> Any:
    done = invoke("cases", "show", name, "--json", *args)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_is_there_at_first(invoke: Invoke, data_home: Path) -> None:
    done = invoke("cases", "list", "--plain")
    assert (done.exit_code, done.stdout.split(".")[0]) == (0, "There are no cases yet")
    assert listed(invoke) == {"cases": [], "only_files": []}
    assert stat.S_IMODE((data_home / "soleus" / "cases.db").stat().st_mode) == 0o600


def test_a_finished_consultation_is_kept_and_an_unfinished_one_is_not(talk: Invoke, invoke: Invoke) -> None:
    assert talk(*ALL_WELL, args=("--save", "done")).exit_code == 0
    talk("none", args=("--save", "begun"))
    found = listed(invoke)
    assert [(one["name"], one["triage"], one["versions"]) for one in found["cases"]] == [("done", "self_care", 1)]
    assert found["only_files"] == ["begun"]
    text = invoke("cases", "list", "--plain").stdout
    assert "What a case says is not a diagnosis and no substitute for a clinician." in text
    assert "done: " in text
    assert "- begun" in text


def test_a_case_has_the_time_of_each_answer(talk: Invoke, invoke: Invoke, clock: list[str]) -> None:
    talk("none", args=("--save", "mine"))
    clock.append("2026-02-01T09:00:00Z")
    talk(*ALL_WELL[1:], args=("--resume", "mine"))
    (version,) = shown(invoke, "mine")["versions"]
    assert version["times"]["chest_pain"] == "2026-01-31T18:30:00Z"
    assert version["times"]["fall_height"] == "2026-02-01T09:00:00Z"
    assert set(version["times"]) == set(version["result"]["answers"])


def test_a_changed_answer_is_a_new_version_with_a_new_time(talk: Invoke, invoke: Invoke, clock: list[str]) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    clock.append("2026-02-01T09:00:00Z")
    assert talk("review", "2", "9", "", "", args=("--resume", "mine")).exit_code == 0
    before, after = shown(invoke, "mine")["versions"]
    changed = {name for name, value in after["result"]["answers"].items() if before["result"]["answers"].get(name) != value}
    assert changed
    assert {name for name in after["times"] if after["times"][name] == "2026-02-01T09:00:00Z"} == changed


def test_going_on_and_changing_nothing_adds_no_version(talk: Invoke, invoke: Invoke) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    talk("", args=("--resume", "mine"))
    assert [one["versions"] for one in listed(invoke)["cases"]] == [1]


def test_answers_from_a_file_are_kept_when_they_are_saved(invoke: Invoke) -> None:
    assert invoke("consult", "--answers", "-", *KB, "--json", text="{worst: 3}").exit_code == 0
    assert listed(invoke)["cases"] == []
    done = invoke("consult", "--answers", "-", "--save", "mine", *KB, "--json", text="{worst: 3}")
    assert shown(invoke, "mine")["versions"][0]["result"] == json.loads(done.stdout)


def test_a_case_in_a_file_of_ones_own_stays_there_alone(talk: Invoke, invoke: Invoke, tmp_path: Path) -> None:
    assert talk(*ALL_WELL, args=("--save", str(tmp_path / "mine.json"))).exit_code == 0
    assert listed(invoke) == {"cases": [], "only_files": []}


def test_a_copy_is_another_case(talk: Invoke, invoke: Invoke) -> None:
    talk(*ALL_WELL, args=("--save", "one"))
    assert talk("", args=("--resume", "one", "--save", "two")).exit_code == 0
    one, two = shown(invoke, "one"), shown(invoke, "two")
    assert one["id"] != two["id"]
    assert one["versions"][0]["times"] == two["versions"][0]["times"]


def test_a_case_file_of_an_older_version_goes_on(talk: Invoke, invoke: Invoke, case_folder: Path) -> None:
    talk("none", args=("--save", "old"))
    data = json.loads((case_folder / "old.json").read_text())
    del data["id"], data["times"]
    (case_folder / "old.json").write_text(json.dumps(data))
    assert talk(*ALL_WELL[1:], args=("--resume", "old")).exit_code == 0
    assert [one["name"] for one in listed(invoke)["cases"]] == ["old"]


def test_a_store_that_takes_nothing_is_told_and_the_result_stands(talk: Invoke, data_home: Path) -> None:
    (data_home / "soleus").mkdir(parents=True)
    (data_home / "soleus" / "cases.db").write_text("something else")
    done = talk(*ALL_WELL, args=("--save", "mine"))
    assert done.exit_code == 0
    assert "SELF-CARE" in done.stdout
    assert "The case is saved, but not in the case store." in done.stderr
    assert "is no case store" in done.stderr
    assert (data_home / "soleus" / "cases.db").read_text() == "something else"


def test_a_case_is_kept_also_where_nobody_reads_its_result_to_the_end(talk: Invoke, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("soleus.cli.output.emit", _closed)
        talk(*ALL_WELL, args=("--save", "told"))
        invoke("consult", "--answers", "-", "--save", "read", *KB, text="{worst: 3}")
    assert sorted(one["name"] for one in listed(invoke)["cases"]) == ["read", "told"]


def _closed(*_: object, **__: object) -> None:
    raise BrokenPipeError


# Show


def test_show_says_what_the_case_says(invoke: Invoke) -> None:
    invoke("consult", "--answers", "-", "--save", "mine", *KB, text="{chest_pain: yes, worst: 3}")
    CaseStore().judge("mine", "triage", "emergency", "Anna", "disagree", "It was a bruise.")
    done = invoke("cases", "show", "mine", "--plain")
    assert done.exit_code == 0
    for text in ("MINE: VERSION 1 OF 1", "chest_pain: yes, ", "worst: 3, ", "Anna on triage emergency of version 1: disagree", "It was a bruise."):
        assert text in done.stdout


def test_show_gathers_every_no_by_its_day_and_lists_what_is_open(invoke: Invoke, clock: list[str], result_of: Results) -> None:
    first: dict[str, Scalar] = {"chest_pain": False, "numb_arm": False, "odd_shape": False}
    journal = Journal().noted(first)
    clock.append("2026-02-01T09:00:00Z")
    journal = journal.noted({**first, "clicks": False, "reach": True})
    CaseStore().keep(journal, "mine", (), result_of(**journal.answers))
    said = invoke("cases", "show", "mine").stdout
    assert "- reach: yes, 2026-02-01 09:00 UTC\n" in said
    assert "- No, 2026-01-31: chest_pain; numb_arm; odd_shape\n  - No, 2026-02-01: clicks\n" in said
    assert "1 SAFETY QUESTION WITHOUT AN ANSWER, WHICH NEVER COUNTS AS A NO\n  - From what height did you fall?\n" in said


def test_show_says_the_answers_in_words_where_their_knowledge_is_at_hand(invoke: Invoke) -> None:
    invoke("consult", "--answers", "-", "--save", "mine", text="{walking: limp, pop_felt: no, bone_spot: no}")
    said = invoke("cases", "show", "mine").stdout
    assert "- walking: “With a limp”, " in said
    assert ": pop or kick; sore spot on bone\n" in said
    assert "- and 39 more\n" in said


def test_show_says_first_that_a_mild_level_is_provisional(invoke: Invoke, result_of: Results) -> None:
    CaseStore().keep(Journal(), "mild", (), result_of(began="slowly", reach=True, clicks=True))
    said = invoke("cases", "show", "mild").stdout
    assert "** SELF-CARE **\n4 safety questions have no answer. This result can only be too mild" in said


@pytest.mark.parametrize("command", [("trace",), ("explain", "how", "triage"), ("report", "--anew", "--json", "--quick")])
def test_a_version_can_be_named_where_a_case_is_concluded_anew(invoke: Invoke, result_of: Results, command: tuple[str, ...]) -> None:
    journal = Journal()
    for answers in ({"began": "at_once"}, {"chest_pain": True}):
        CaseStore().keep(journal, "mine", (), result_of(**answers))
    first, second, third = (invoke(command[0], f"mine@{number}", *command[1:], *KB) for number in (1, 2, 3))
    assert (first.exit_code, second.exit_code) == (0, 0), first.stderr
    assert first.stdout != second.stdout
    assert "may be the heart" in second.stdout
    assert (third.exit_code, third.stderr) == (1, "The case mine has no version 3. Its newest is 2.\n")


def test_show_of_an_older_version(invoke: Invoke, result_of: Results) -> None:
    journal = Journal()
    for worst in (3, 8):
        CaseStore().keep(journal, "mine", (), result_of(worst=worst))
    assert "worst: 3" in invoke("cases", "show", "mine", "--version", "1").stdout
    assert "worst: 8" in invoke("cases", "show", "mine").stdout
    assert [one["number"] for one in shown(invoke, "mine", "--version", "1")["versions"]] == [1]
    assert "has no version 3. Its newest is 2." in invoke("cases", "show", "mine", "--version", "3").stderr


def test_a_long_list_is_cut_and_says_so(invoke: Invoke, result_of: Results) -> None:
    store, result = CaseStore(), result_of()
    for number in range(52):
        store.keep(Journal(), f"case-{number:02}", (), result)
    cut, whole = invoke("cases", "list").stdout, invoke("cases", "list", "--all").stdout
    assert cut.count("- case-") == 50
    assert "And 2 more: --all lists them." in cut
    assert whole.count("- case-") == 52


# Export and import


def test_export_and_import_carry_a_case_to_where_it_can_be_explained(
    talk: Invoke, invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    before = shown(invoke, "mine")
    assert invoke("cases", "export", "mine", "-o", str(tmp_path / "out.json")).stdout == f"1 case in {tmp_path / 'out.json'}.\n"
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    done = invoke("cases", "import", str(tmp_path / "out.json"), "--json")
    assert json.loads(done.stdout) == {"read": 1, "new": 1, "cases": [{"name": "mine", "version": 1, "new": True}]}
    assert shown(invoke, "mine") == before
    assert invoke("explain", "mine", "how", "triage", *KB).exit_code == 0
    assert invoke("trace", "mine", *KB).exit_code == 0
    assert invoke("consult", "--answers", "mine", *KB, "--json").exit_code == 0
    again = talk("review", "2", "9", "", "", args=("--resume", "mine"))
    assert again.exit_code == 0, again.stderr
    assert [one["number"] for one in shown(invoke, "mine")["versions"]] == [1, 2]
    assert shown(invoke, "mine")["id"] == before["id"]


def test_export_to_standard_output_and_import_from_standard_input(invoke: Invoke, result_of: Results, tmp_path: Path) -> None:
    for name in ("a", "b"):
        CaseStore().keep(Journal(), name, (), result_of())
    out = invoke("cases", "export", "--all").stdout
    assert [json.loads(line)["name"] for line in out.splitlines()] == ["a", "b"]
    done = invoke("cases", "import", "-", "--store", str(tmp_path / "other.db"), text=out)
    assert done.stdout == "2 cases read, 2 with something new: a, b.\n"
    assert invoke("cases", "export", "b", "a", "--store", str(tmp_path / "other.db")).stdout.splitlines() == out.splitlines()[::-1]


def test_an_export_to_a_file_holds_one_case_at_a_time(invoke: Invoke, result_of: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        CaseStore().keep(Journal(), name, (), result_of())
    sizes: list[int] = []

    def one(_: object) -> str:
        sizes.append(sum(path.stat().st_size for path in tmp_path.glob(".out.json.*")))
        return "x" * 100_000

    monkeypatch.setattr("soleus.review.exchange.as_line", one)
    assert invoke("cases", "export", "--all", "-o", str(tmp_path / "out.json")).stdout == f"3 cases in {tmp_path / 'out.json'}.\n"
    assert sizes == [0, 100_000, 200_000]
    assert (tmp_path / "out.json").stat().st_size == 300_000


@pytest.mark.parametrize("args", [(), ("--all", "mine")])
def test_export_needs_to_know_what(invoke: Invoke, args: tuple[str, ...]) -> None:
    done = invoke("cases", "export", *args)
    assert done.exit_code == 2
    assert "Name the cases to export, or give --all." in done.stderr


@pytest.mark.parametrize("name", ["missing.json", "a\x1b[31mb", "x\0y", "."])
def test_a_file_that_cannot_be_read_is_told(invoke: Invoke, name: str) -> None:
    done = invoke("cases", "import", name)
    assert done.exit_code == 1
    assert "cannot be read" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_file_that_is_no_export_is_told_with_its_line(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("worst: 3\n")
    done = invoke("cases", "import", str(tmp_path / "x.json"))
    assert done.exit_code == 1
    assert f"{tmp_path / 'x.json'}:1: This is not a line of JSON" in done.stderr


# Forget


def test_forget_removes_the_case_and_the_file_it_goes_on_from(talk: Invoke, invoke: Invoke, case_folder: Path) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    talk("none", args=("--save", "begun"))
    done = invoke("cases", "forget", "mine", "--yes", "--json")
    assert json.loads(done.stdout) == {"forgotten": "mine", "versions": 1, "file": True}
    assert invoke("cases", "forget", "begun", "--yes").exit_code == 0
    assert list(case_folder.iterdir()) == []
    assert listed(invoke) == {"cases": [], "only_files": []}


def test_forget_asks_first(talk: Invoke, invoke: Invoke) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    for answer in ("n\n", ""):
        done = invoke("cases", "forget", "mine", text=answer)
        assert done.exit_code == 1
        assert "Remove mine for good: every version and every verdict, and its file? Nothing brings it back." in done.stderr
    assert invoke("cases", "forget", "mine", text="n\n").stderr.endswith("Nothing is removed.\n")
    talk("none", args=("--save", "begun"))
    assert "Remove begun for good: its file? Nothing brings it back." in invoke("cases", "forget", "begun", text="n\n").stderr
    assert [one["name"] for one in listed(invoke)["cases"]] == ["mine"]
    assert invoke("cases", "forget", "mine", text="y\n").exit_code == 0
    assert listed(invoke)["cases"] == []


def test_forget_leaves_the_file_of_another_case_of_that_name(talk: Invoke, invoke: Invoke, case_folder: Path, result_of: Results) -> None:
    CaseStore().keep(Journal(), "mine", (), result_of())
    talk("none", args=("--save", "mine"))
    assert invoke("cases", "forget", "mine", "--yes").exit_code == 0
    assert (case_folder / "mine.json").exists()
    assert listed(invoke) == {"cases": [], "only_files": ["mine"]}


def test_forget_finds_the_file_of_a_case_that_has_another_name_in_the_store(
    talk: Invoke, invoke: Invoke, case_folder: Path, result_of: Results
) -> None:
    CaseStore().keep(Journal(), "mine", (), result_of())
    assert "mine-2" in talk(*ALL_WELL, args=("--save", "mine")).stderr
    talk("none", args=("--save", "begun"))
    assert json.loads(invoke("cases", "forget", "mine-2", "--yes", "--json").stdout) == {"forgotten": "mine-2", "versions": 1, "file": True}
    assert [path.name for path in case_folder.iterdir()] == ["begun.json"]
    assert [one["name"] for one in listed(invoke)["cases"]] == ["mine"]


def test_forget_removes_what_a_kill_left_of_writing_the_file(talk: Invoke, invoke: Invoke, case_folder: Path) -> None:
    talk(*ALL_WELL, args=("--save", "mine"))
    talk("none", args=("--save", "mine-2"))
    for name in ("mine", "mine-2", "only"):
        (case_folder / f".{name}.json.x1.part").write_text("{")
    for name in ("mine", "only"):
        assert invoke("cases", "forget", name, "--yes").exit_code == 0
    assert sorted(path.name for path in case_folder.iterdir()) == [".mine-2.json.x1.part", "mine-2.json"]


@pytest.mark.parametrize("name", ["nobody", "../../etc/passwd", "a\x1b[31m", "x" * 5000])
def test_an_unknown_case_is_told(invoke: Invoke, name: str) -> None:
    for command in (("show",), ("export",), ("forget", "--yes")):
        done = invoke("cases", *command, name)
        assert done.exit_code == 1
        assert "There is no case " in done.stderr
        assert "\x1b" not in done.stderr


# The place


def test_the_store_can_be_named_by_option_and_from_outside(talk: Invoke, invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOLEUS_STORE", str(tmp_path / "team.db"))
    talk(*ALL_WELL, args=("--save", "mine"))
    assert [one["name"] for one in listed(invoke)["cases"]] == ["mine"]
    assert listed(invoke, "--store", str(tmp_path / "other.db"))["cases"] == []
    assert os.listdir(tmp_path / "data-home" / "soleus") == ["cases"]


def test_a_wrong_store_is_told(invoke: Invoke) -> None:
    done = invoke("cases", "list", "--store", "mysql://me:secret@host/x")
    assert done.exit_code == 1
    assert "cannot be a case store" in done.stderr
    assert "secret" not in done.stderr
