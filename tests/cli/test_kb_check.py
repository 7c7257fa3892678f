"""`soleus kb check`: what is wrong with a folder, by check; which checks there are, and which are run."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import SHOULDER, Invoke

from soleus.knowledge.checks import CHECKS, FAULTS

TODAY = ("--today", "2025-01-31")
"""The shoulder was reviewed in May 2024."""


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    """The shoulder, with a source that nothing cites and a rule whose text is hard to read."""
    folder = tmp_path / "unfinished"
    shutil.copytree(SHOULDER, folder)
    (folder / "more.yaml").write_text("- source: never-cited\n  cite: Nobody. 1999.\n  read: recalled\n")
    rules = folder / "rules.yaml"
    hard = "because: Considerable glenohumeral deterioration necessitates immediate multidisciplinary examination today."
    rules.write_text(re.sub(r"because: .*", hard, rules.read_text("utf-8"), count=1), "utf-8")
    return folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with two mistakes of form and no knowledge."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.yaml").write_text("- rule: x\n- finding: y\n")
    (tmp_path / "b.yaml").write_text("- [\n")
    return tmp_path


def test_check_of_a_whole_base(invoke: Invoke) -> None:
    done = invoke("kb", "check", str(SHOULDER), *TODAY)
    assert done.exit_code == 0
    assert done.stdout == "9 rules, 9 questions, 2 measures, 1 source: nothing wrong.\n"
    assert invoke("kb", "check", "--kb", str(SHOULDER), *TODAY).stdout == done.stdout


def test_the_bundled_knowledge_has_no_faults_and_no_gaps(invoke: Invoke) -> None:
    done = invoke("kb", "check", "--json", "--today", "2026-11-22")
    data = json.loads(done.stdout)
    assert (data["faults"], data["gaps"]) == ([], [])
    assert data["checks"] == [*CHECKS]
    assert data["rules"] > 100
    assert done.exit_code == 0


def test_every_fault_is_said_with_its_place(invoke: Invoke, broken: Path) -> None:
    done = invoke("kb", "check", str(broken))
    assert done.exit_code == 1
    said = done.stdout.splitlines()
    assert said[:3] == ["Faults: this knowledge cannot be used.", "", f"unreadable: {CHECKS['unreadable'].title}"]
    assert f"{broken}/sub/a.yaml:1: The rule 'x' lacks 'because'." in said
    assert f"{broken}/sub/a.yaml:2: The finding 'y' lacks 'means'." in said
    assert f"{broken}/b.yaml:" in done.stdout
    assert said[-1].endswith(" faults.")


def test_gaps_stand_under_their_check_in_the_order_of_the_list(invoke: Invoke, unfinished: Path) -> None:
    done = invoke("kb", "check", str(unfinished), *TODAY)
    assert done.exit_code == 1
    said = done.stdout.splitlines()
    assert said[:4] == [
        "Gaps: this knowledge works, but should be mended.",
        "",
        "uncited: Every source is cited",
        f"{unfinished}/more.yaml:1: Nothing cites the source 'never-cited'. Cite it where it is used, or remove it.",
    ]
    assert said[4:6] == ["", "hard-wording: No text is hard to read"]
    assert said[-1] == "9 rules, 9 questions, 2 measures, 2 sources: 2 gaps."


def test_json_names_the_check(invoke: Invoke, unfinished: Path) -> None:
    data = json.loads(invoke("kb", "check", str(unfinished), *TODAY, "--json").stdout)
    assert data["faults"] == []
    assert data["usable"] is True
    assert [(gap["check"], gap["file"]) for gap in data["gaps"]] == [("uncited", "more.yaml"), ("hard-wording", "rules.yaml")]
    assert {"line", "what", "hint"} <= {*data["gaps"][0]}
    assert (data["rules"], data["questions"]) == (9, 9)
    assert len(data["fingerprint"]) == 64


def test_json_of_faults(invoke: Invoke, broken: Path) -> None:
    data = json.loads(invoke("kb", "check", str(broken), "--json").stdout)
    assert {fault["check"] for fault in data["faults"]} == {"unreadable"}
    assert data["usable"] is False
    assert "fingerprint" not in data


def test_no_folder(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("kb", "check", str(tmp_path / "missing"))
    assert done.exit_code == 1
    assert f"{tmp_path}/missing: There is no such folder." in done.stdout


# Which checks


def test_only_one_check(invoke: Invoke, unfinished: Path) -> None:
    done = invoke("kb", "check", str(unfinished), "--only", "uncited")
    assert "hard-wording" not in done.stdout
    assert done.stdout.endswith(f": 1 gap (1 check of {len(CHECKS)}).\n")
    assert done.exit_code == 1


def test_without_some_checks(invoke: Invoke, unfinished: Path) -> None:
    done = invoke("kb", "check", str(unfinished), *TODAY, "--skip", "uncited", "--skip", "hard-wording")
    assert done.stdout == f"9 rules, 9 questions, 2 measures, 2 sources: nothing wrong ({len(CHECKS) - 2} checks of {len(CHECKS)}).\n"
    assert done.exit_code == 0


def test_faults_of_other_checks_are_never_hidden(invoke: Invoke, broken: Path) -> None:
    done = invoke("kb", "check", str(broken), "--only", "uncited")
    assert done.exit_code == 1
    assert re.fullmatch(r"\d faults of other checks keep this knowledge from being used\. Mend what they find first\.\n", done.stdout)


def test_a_review_is_overdue_by_a_day(invoke: Invoke) -> None:
    late = invoke("kb", "check", str(SHOULDER), "--today", "2026-05-01")
    assert "overdue-review: " in late.stdout
    assert f"{SHOULDER}/rules.yaml:56: The last review" in late.stdout
    assert invoke("kb", "check", str(SHOULDER), "--today", "2026-04-30").exit_code == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--only", "uncitd"), "There is no check 'uncitd'. Did you mean 'uncited'?"),
        (("--skip", "unknown-name"), "The check 'unknown-name' cannot be left out"),
        (("--only", "uncited", "--skip", "uncited"), "--skip leaves out every check that --only names."),
        (("--today", "tomorrow"), "--today"),
        ((str(SHOULDER), "--kb", str(SHOULDER)), "DIR and --kb mean the same"),
        (("--kb", ""), "DIR needs the name of a folder."),
    ],
)
def test_wrong_use(invoke: Invoke, args: tuple[str, ...], message: str) -> None:
    done = invoke("kb", "check", *args)
    assert done.exit_code == 2
    assert message in done.stderr


def test_the_list(invoke: Invoke) -> None:
    said = invoke("kb", "check", "--list").stdout
    listed = re.findall(r"(?m)^  ([a-z-]+) +(.+)$", said)
    assert listed == [(one.id, one.title) for one in CHECKS.values()]
    assert said.index("  unsourced ") < said.index("Gaps: ") < said.index("  uncited ")


def test_the_list_as_json(invoke: Invoke) -> None:
    data = json.loads(invoke("kb", "check", "--list", "--json").stdout)
    assert [one["id"] for one in data] == [*CHECKS]
    assert {one["id"] for one in data if one["kind"] == "fault"} == {one.id for one in FAULTS}
    assert {*data[0]} == {"id", "kind", "category", "title"}
    assert len(json.loads(invoke("kb", "check", "--list", "--only", "uncited", "--json").stdout)) == 1


def test_plain_is_the_same(invoke: Invoke, unfinished: Path) -> None:
    args = ("kb", "check", str(unfinished), *TODAY)
    assert invoke(*args, "--plain").stdout == invoke(*args).stdout
