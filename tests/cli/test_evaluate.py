"""`soleus kb evaluate`: scores on cases, as text and as JSON, and what it says of cases that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from soleus.cli import cli

CASES = Path(__file__).parents[1] / "cases"


def test_text_holds_every_figure_and_every_miss() -> None:
    done = CliRunner().invoke(cli, ["kb", "evaluate", str(CASES)])
    assert done.exit_code == 0, done.output
    for words in ("47 CASES", "top-1: ", "top-3: ", "mean reciprocal rank: ", "triage exact: ", "under-triage: ", "over-triage: ", "MISSES"):
        assert words in done.output


def test_json_agrees_with_its_own_cases() -> None:
    done = CliRunner().invoke(cli, ["kb", "evaluate", str(CASES), "--json"])
    data = json.loads(done.stdout)
    assert len(data["cases"]) == 47
    assert data["figures"]["top-1"] == sum(case["rank"] == 1 for case in data["cases"]) / 47
    assert data["figures"]["triage exact"] == sum(case["triage"] == case["right_triage"] for case in data["cases"]) / 47


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["kb", "evaluate", str(tmp_path)])
    assert done.exit_code == 1
    assert "holds no case sheets" in done.output


def test_a_wrong_case_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("source: a book\nanswers: {pain_onset: sudden}\naccepted: [soleus_strane]\ntriage: self_care\n")
    done = CliRunner().invoke(cli, ["kb", "evaluate", str(tmp_path)])
    assert done.exit_code == 1
    assert "one.yaml:3" in done.output
    assert "soleus_strain" in done.output
