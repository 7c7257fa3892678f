"""`soleus review stats` and `soleus review scenario`: what was said, for the person who edits the rules. Hostile texts are harmless in all of it."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import SHOULDER, Invoke
from tests.review.conftest import Results

from soleus import KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.report.tallying import titles_of
from soleus.review.store import CaseStore

KB = ("--kb", str(SHOULDER))
RULE, OTHER = "danger-is-an-emergency", "no-exercise-until-seen"
HOSTILE = ["<script>alert(1)</script>", "\u200fright\u200eleft", '"; DROP TABLE x --', "=HYPERLINK(1)", "'", "``", "{{ 7 * 7 }}"]


# Statistics


@pytest.fixture
def judged(kept: CaseStore, result_of: Results) -> CaseStore:
    """Two cases; of one rule Anna and Ben think otherwise, and nobody judged the other."""
    kept.keep(Journal(), "other", (), result_of(chest_pain=True))
    kept.judge("mine", "rule", RULE, "Anna", "agree")
    kept.judge("mine", "rule", RULE, "Anna", "disagree", "It was a bruise.")
    kept.judge("other", "rule", RULE, "Ben", "agree")
    kept.judge("mine", "triage", "emergency", "Ben", "note", "Hm.")
    return kept


def test_stats_say_what_was_said_of_every_rule(invoke: Invoke, judged: CaseStore) -> None:
    text = invoke("review", "stats", *KB).stdout
    assert f"rule {RULE}: 1 agrees, 1 disagrees. Chest pain with a sore shoulder may be the heart. Fired in 2 versions." in " ".join(text.split())
    assert "- mine, version 1. Anna disagrees, " in text
    assert "triage emergency: 1 note. Emergency. Said in 2 versions." in text
    assert "1 rule fired that nobody judged: --all lists it." in text
    assert OTHER not in text
    assert text.endswith("Shoulder pain. For tests of the commands only. Not for people.\n")
    assert f"rule {OTHER}: no verdict." in invoke("review", "stats", "--all", *KB).stdout


def test_stats_as_data(invoke: Invoke, judged: CaseStore) -> None:
    data = json.loads(invoke("review", "stats", "--json").stdout)["tallies"]
    assert [(one["kind"], one["subject"], one["said"], one["agreed"], one["disagreed"], one["noted"]) for one in data] == [
        ("rule", RULE, 2, 1, 1, 0),
        ("triage", "emergency", 2, 0, 0, 1),
        ("rule", OTHER, 2, 0, 0, 0),
    ]
    assert [(one["case"], one["author"], one["says"], one["reason"]) for one in data[0]["remarks"]] == [
        ("mine", "Anna", "disagree", "It was a bruise."),
        ("other", "Ben", "agree", ""),
    ]


def test_stats_can_be_narrowed(invoke: Invoke, judged: CaseStore) -> None:
    def listed(*args: str) -> list[str]:
        return [one["subject"] for one in json.loads(invoke("review", "stats", "--json", *args).stdout)["tallies"]]

    assert listed("--kind", "rule") == [RULE, OTHER]
    assert listed("--disagreed") == [RULE]
    assert listed("--kind", "triage", "--disagreed") == []
    assert invoke("review", "stats", "--kind", "rulle").exit_code == 2
    assert "Did you mean 'rule'?" in invoke("review", "stats", "--kind", "rulle").stderr
    assert invoke("review", "stats", "--csv", "--json").exit_code == 2


def test_stats_of_nothing(invoke: Invoke, data_home: Path, result_of: Results) -> None:
    assert "there are no cases in this store" in invoke("review", "stats").stdout
    CaseStore().keep(Journal(), "mine", (), result_of(chest_pain=True))
    assert "Nobody judged anything of this yet: soleus review CASE" in invoke("review", "stats").stdout


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("--kind", "measure", "--disagreed"), "Nobody disagrees with a measure."),
        (("--kind", "score"), "Nobody judged a score yet."),
    ],
)
def test_where_nothing_fits_the_cases_are_not_denied(invoke: Invoke, judged: CaseStore, args: tuple[str, ...], text: str) -> None:
    assert invoke("review", "stats", *args).stdout == f"{text}\n"


def test_two_things_with_one_id_have_a_title_each(shoulder: KnowledgeBase) -> None:
    """The ids of a knowledge base are its own within a kind only."""
    rule = dataclasses.replace(shoulder.rules[RULE], id="sore_shoulder")
    titles = titles_of(dataclasses.replace(shoulder, fingerprint="0" * 64, rules={**shoulder.rules, rule.id: rule}))
    assert titles["condition", "sore_shoulder"] == "Sore shoulder"
    assert titles["rule", "sore_shoulder"] == rule.title


def test_disagreed_of_cases_that_nobody_disagrees_with(invoke: Invoke, kept: CaseStore) -> None:
    assert invoke("review", "stats", "--disagreed").stdout == "Nobody disagrees with anything.\n"


def test_csv_is_for_a_spreadsheet_and_runs_nothing(invoke: Invoke, kept: CaseStore, result_of: Results) -> None:
    kept.keep(Journal(), "x", (), result_of(chest_pain=True))
    for reason in HOSTILE:
        kept.judge("mine", "rule", RULE, reason, "note", reason)
    rows = list(csv.reader(io.StringIO(invoke("review", "stats", "--csv", *KB).stdout)))
    assert rows[0] == ["kind", "id", "title", "said", "agreed", "disagreed", "noted", "remarks"]
    assert {len(row) for row in rows} == {8}
    assert rows[1][:7] == ["rule", RULE, "Chest pain with a sore shoulder may be the heart", "2", "0", "0", str(len(HOSTILE))]
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert all(char.isprintable() for row in rows for cell in row for char in cell)
    assert "<script>alert(1)</script>" in rows[1][7], "a spreadsheet is no browser: the text stays as it was written"


def test_stats_need_no_server(kept: CaseStore) -> None:
    code = "import sys\nfrom soleus.cli import cli\ncli(['review', 'stats'], standalone_mode=False)\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert "'soleus.cli.review'" in loaded
    for heavy in ("'soleus.web", "'starlette", "'uvicorn", "'jinja2", "'numpy", "'soleus.cli.serve'"):
        assert heavy not in loaded


# Scenarios


def test_disagreements_become_scenarios(invoke: Invoke, judged: CaseStore) -> None:
    text = invoke("review", "scenario", "mine", *KB).stdout
    assert text.count("Scenario: ") == 1
    assert f'Then the rule "{RULE}" does not fire' in text
    assert "It was a bruise." in text
    assert "mine" not in text
    assert "Anna" not in text
    assert "by Anna" in invoke("review", "scenario", "mine", "--named", *KB).stdout


def test_one_verdict_becomes_a_scenario(invoke: Invoke, judged: CaseStore) -> None:
    note = next(one for one in judged.read("mine").verdicts if one.says == "note")
    data = json.loads(invoke("review", "scenario", "mine", "--verdict", note.id, "--json", *KB).stdout)
    assert data["verdicts"] == [note.id]
    assert 'Then the triage is "emergency"' in data["feature"]
    assert 'Then the triage is "emergency"' in invoke("review", "scenario", "mine", "--on", "triage:emergency", *KB).stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("other",), "Nobody disagrees with anything in the case other."),
        (("mine", "--on", "rule:x"), "Nobody said anything of 'rule:x' in the case mine. It can be"),
        (("mine", "--verdict", "x"), "The case mine has no verdict 'x'."),
        (("mine", "--version", "2"), "has no version 2"),
        (("nobody",), "There is no case 'nobody'"),
    ],
)
def test_what_makes_no_scenario_is_told(invoke: Invoke, judged: CaseStore, args: tuple[str, ...], message: str) -> None:
    done = invoke("review", "scenario", *args, *KB)
    assert done.exit_code == 1
    assert message in done.stderr


# Hostile texts


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_harmless_everywhere(invoke: Invoke, kept: CaseStore, text: str) -> None:
    kept.judge("mine", "rule", RULE, text, "disagree", text)
    outputs = [
        invoke("review", "mine", "--author", text, *KB, "--all", lines=("", "q")).stderr,
        invoke("review", "stats", *KB).stdout,
        invoke("review", "scenario", "mine", "--named", *KB).stdout,
        invoke("cases", "show", "mine").stdout,
    ]
    for output in outputs:
        assert all(char.isprintable() or char == "\n" for char in output)
    for command in (("review", "mine"), ("review", "stats"), ("review", "scenario", "mine", *KB)):
        json.loads(invoke(*command, "--json").stdout)
    said = json.loads(invoke("review", "mine", "--json").stdout)["things"][-2]["verdicts"][0]
    assert (said["author"], said["reason"]) == (text, text), "data stays as it was given"
