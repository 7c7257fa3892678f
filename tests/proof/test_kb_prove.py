"""`soleus kb prove`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proof.conftest import Bundled, Edit
from soleus.cli import cli

UNFELT: Edit = ("advice/tendon_and_bone.yaml", "\n        unless:\n          - bone_spot: unknown\n", "\n")
NO_RISK: Edit = ("red_flags/see_someone.yaml", "      - anticoagulant: yes\n      - recent_surgery: yes\n", "      - recent_surgery: yes\n")
DEAD: Edit = (
    "conditions/bone.yaml",
    "    run_pattern: eases_when_warm\n  then:",
    "    run_pattern: eases_when_warm\n    finding: outer_leg_site\n  then:",
)
RISK, NOT_SURE = "who-is-at-higher-risk-is-always-referred", "not-sure-is-never-milder-than-no"


def _prove(*words: str) -> Result:
    return CliRunner().invoke(cli, ["kb", "prove", *words])


def _folder(bundled: Bundled, to: Path, *edits: Edit) -> str:
    """A folder with the bundled knowledge and these faults in it."""
    for name, content in bundled.edited(edits).items():
        (to / "faulty" / name).parent.mkdir(parents=True, exist_ok=True)
        (to / "faulty" / name).write_bytes(content)
    return str(to / "faulty")


def _consult(folder: str, answers: Path) -> dict[str, object]:
    done = CliRunner().invoke(cli, ["consult", "--kb", folder, "--answers", str(answers), "--json"])
    assert done.exit_code == 0, done.output
    data: dict[str, object] = json.loads(done.stdout)
    return data


def test_what_is_proved_is_listed_and_ends_well() -> None:
    done = _prove("--only", "tear-signs-need-help-today")
    assert done.exit_code == 0, done.output
    assert "SAFETY PROPERTIES, FOR EVERY SET OF ANSWERS: 1 OF 1" in done.stdout
    assert "proved: A gap, a foot that hangs less" in done.stdout
    assert done.stderr == "[1/1] tear-signs-need-help-today: proved\n"


def test_json_counts_what_was_asked() -> None:
    done = _prove("--only", "tear-signs-need-help-today", "--only", "advises", "--processes", "1", "--json")
    data = json.loads(done.stdout)
    assert data["proved"] is True
    assert data["counts"]["property"] == {"asked": 1, "proved": 1, "searches": 2}
    assert data["counts"]["advises"]["asked"] == data["counts"]["advises"]["proved"] > 40
    (one,) = data["verdicts"]
    assert (one["item"], one["proved"], one["counterexample"]) == ("tear-signs-need-help-today", True, None)


def test_a_counterexample_reads_as_a_runner(bundled: Bundled, tmp_path: Path) -> None:
    done = _prove("--kb", _folder(bundled, tmp_path, NO_RISK), "--only", RISK, "--plain")
    assert done.exit_code == 1
    words = " ".join(done.stdout.split())
    assert "NOT PROVED: Under 16, pregnant, on a blood thinner" in words
    assert "It should be that this is so: Triage: at least Book a clinician within days." in words
    assert "A runner for whom it is not so:" in words
    assert "- blood thinner: yes" in words
    assert "Then: Self-care, with a date to look again. Plan: " in words


def test_a_counterexample_is_written_and_consult_shows_it(bundled: Bundled, tmp_path: Path) -> None:
    folder, file = _folder(bundled, tmp_path, NO_RISK), tmp_path / "found.yaml"
    done = _prove("--kb", folder, "--only", RISK, "--write", str(file), "--json")
    assert done.exit_code == 1
    assert f"soleus consult --kb {folder} --answers {file}" in done.stderr
    found = json.loads(done.stdout)["verdicts"][0]["counterexample"]["person"]
    shown = _consult(folder, file)
    assert shown["answers"] == found["answers"]
    assert shown["triage"]["level"] == found["triage"] == "self_care"  # type: ignore[index]
    assert found["answers"]["anticoagulant"] is True


def test_a_change_is_written_with_what_to_compare_it_to(bundled: Bundled, tmp_path: Path) -> None:
    folder, file = _folder(bundled, tmp_path, UNFELT), tmp_path / "found.yaml"
    done = _prove("--kb", folder, "--only", NOT_SURE, "--write", str(file), "--plain")
    assert done.exit_code == 1
    assert "sore spot on bone: no answer: " in done.stdout
    text = file.read_text("utf-8")
    assert "# To compare: the same with bone_spot: no.\n" in text
    assert "\nbone_spot: unknown\n" in text
    unsure = _consult(folder, file)
    file.write_text(text.replace("bone_spot: unknown", "bone_spot: no"), "utf-8")
    told = _consult(folder, file)
    plans = [{one["measure"] for one in shown["plan"]} for shown in (unsure, told)]  # type: ignore[attr-defined]
    assert plans[0] - plans[1] == {"cross_training"}


def test_a_file_that_is_there_is_kept(bundled: Bundled, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("age: 40\n", "utf-8")
    done = _prove("--kb", _folder(bundled, tmp_path, NO_RISK), "--only", RISK, "--write", str(file))
    assert done.exit_code == 1
    assert "File exists" in done.stderr
    assert file.read_text("utf-8") == "age: 40\n"


def test_nothing_to_write_is_told(tmp_path: Path) -> None:
    done = _prove("--only", "tear-signs-need-help-today", "--write", str(tmp_path / "found.yaml"))
    assert done.exit_code == 0
    assert "There is no counterexample to write." in done.stderr
    assert not (tmp_path / "found.yaml").exists()


def test_a_dead_rule_is_told_with_what_excludes_what(bundled: Bundled, tmp_path: Path) -> None:
    done = _prove("--kb", _folder(bundled, tmp_path, DEAD), "--only", "fires", "--plain")
    assert done.exit_code == 1
    words = " ".join(done.stdout.split())
    assert "conditions/bone.yaml:" in "".join(done.stdout.split())  # a long folder is broken over lines
    assert "These are never true together: - where it hurts: “Inner edge of the shin bone” - Finding: Pain on the outer lower leg" in words


def test_an_unknown_name_is_a_usage_error() -> None:
    done = _prove("--only", "tear-sign-need-help-today")
    assert done.exit_code == 2
    assert "Did you mean 'tear-signs-need-help-today'?" in done.stderr


def test_a_base_without_properties_is_proved_too() -> None:
    done = _prove("--kb", str(Path(__file__).parents[1] / "cli" / "shoulder"), "--json")
    data = json.loads(done.stdout)
    assert "property" not in data["counts"]
    assert data["counts"]["fires"]["asked"] > 0


WITHOUT = "import sys; sys.modules['z3'] = None; from importlib import util; find = util.find_spec; "
HIDDEN = WITHOUT + "util.find_spec = lambda name, *rest: None if name == 'z3' else find(name, *rest); "


def test_without_the_solver_it_says_what_to_install() -> None:
    done = subprocess.run([sys.executable, "-c", HIDDEN + "from soleus.cli import cli; cli(['kb', 'prove'])"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "pip install 'soleus[proof]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_solver_is_not_imported_before_it_is_needed() -> None:
    call = "import sys, soleus.cli.kb, soleus.cli.kb_prove; print('z3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


COMMAND = (sys.executable, "-c", "from soleus.cli import main; main()")


def test_the_same_bytes_for_every_hash_seed_and_number_of_processes(bundled: Bundled, tmp_path: Path) -> None:
    folder = _folder(bundled, tmp_path, NO_RISK, DEAD)
    printed = [
        subprocess.run(
            [*COMMAND, "kb", "prove", "--kb", folder, "--only", RISK, "--only", "fires", "--json", "--processes", processes],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
        ).stdout
        for seed, processes in (("1", "1"), ("2", "2"))
    ]
    assert printed[0] == printed[1]
    assert json.loads(printed[0])["proved"] is False


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_says_what_is_proved_and_what_it_needs(word: str) -> None:
    done = _prove(word)
    assert done.exit_code == 0
    assert "pip install 'soleus[proof]'" in done.stdout
