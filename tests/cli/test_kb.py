"""`soleus kb`: the lists, and one item of every kind."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import jsonschema
import pytest
from tests.cli.conftest import SHOULDER, Invoke

from soleus import KnowledgeBase
from soleus.cli import cli
from soleus.cli.items import find_item, item_blocks, item_data, kinds
from soleus.knowledge.conditions import All, Condition
from soleus.knowledge.parsing import Reader
from soleus.knowledge.writing import written_conclusion, written_condition
from soleus.report import render
from soleus.report.blocks import Heading

KB = ("--kb", str(SHOULDER))
RULE_HEADINGS = ["Looks for", "Concludes", "Why", "Sources, and how strong they are", "Review", "Where it stands"]


def test_help_lists_every_command(invoke: Invoke) -> None:
    said = invoke("kb", "--help").stdout
    for name in ("check", "questions", "claims", "rules", "show", "schema"):
        assert f"\n  {name} " in said
    assert "..." not in said[said.index("Commands:") : said.index("Examples:")]


def commands(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    """Every command and group below one, as it is typed."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, *path, *(("CASE",) if path == ("explain",) else ()), name)


@pytest.mark.parametrize("path", list(commands(cli)), ids=" ".join)
def test_every_help_fits_a_terminal(invoke: Invoke, path: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = invoke(*path, "--help")
    assert done.exit_code == 0
    assert [line for line in done.stdout.splitlines() if len(line) > 80] == []
    assert "..." not in done.stdout.partition("Commands:")[2].partition("\n\n")[0], "the list of commands is cut"


@pytest.mark.parametrize("args", [(), ("check",), ("questions",), ("claims",), ("rules",), ("show",), ("schema",)])
def test_every_help_stands_alone(invoke: Invoke, args: tuple[str, ...]) -> None:
    done = invoke("kb", *args, "--help")
    assert done.exit_code == 0
    assert "Usage: " in done.stdout


# Lists


def test_questions(invoke: Invoke) -> None:
    said = invoke("kb", "questions", *KB).stdout
    assert "DANGER SIGNS" in said
    assert "- chest_pain: Your chest hurts as well" in said
    assert "at_once: At one moment | slowly: Bit by bit | back: With back pain" in said
    assert "a whole number from 0 to 5000 (times)" in said


def test_questions_as_json_are_the_dictionary_of_answer_files(invoke: Invoke, shoulder: KnowledgeBase) -> None:
    data = json.loads(invoke("kb", "questions", "--json", *KB).stdout)
    assert [one["id"] for one in data] == list(shoulder.observables)
    by_id = {one["id"]: one for one in data}
    assert by_id["began"]["choices"] == {"at_once": "At one moment", "slowly": "Bit by bit", "back": "With back pain"}
    assert by_id["spells"]["range"] == {"at_least": 0, "at_most": 5000}
    assert by_id["spells"]["whole"] is True
    assert (by_id["chest_pain"]["checklist"], by_id["chest_pain"]["safety"], by_id["chest_pain"]["section"]) == ("danger_signs", True, "Danger signs")
    assert by_id["worst"]["checklist"] is None
    assert by_id["reach"]["self_test"]["stop"] == "Stop at the first pain."


def test_claims_stand_in_the_order_in_which_people_count(invoke: Invoke) -> None:
    done = invoke("kb", "claims", *KB)
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("- ")] == ["C1", "C2", "C10"]
    assert "not carried: It is not true." in done.stdout
    data = json.loads(invoke("kb", "claims", "--json", *KB).stdout)
    assert [one["id"] for one in data] == ["C1", "C2", "C10"]
    assert data[0]["carried_by"] == ["slow-pain-is-soreness"]


def test_rules(invoke: Invoke, shoulder: KnowledgeBase) -> None:
    said = invoke("kb", "rules", *KB).stdout
    assert all(f"- {rule.id}: {rule.title}" in said for rule in shoulder.rules.values())
    assert [line.split(":")[0] for line in said.splitlines() if line.isupper()] == ["FINDING", "ARGUMENT", "TRIAGE", "PRECAUTION", "ADVICE"]
    data = json.loads(invoke("kb", "rules", "--json", *KB).stdout)
    assert {one["id"] for one in data} == set(shoulder.rules)


def test_schema_is_a_schema(invoke: Invoke) -> None:
    schema = json.loads(invoke("kb", "schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(invoke("kb", "schema", "--json").stdout) == schema


# show


def test_a_rule_in_plain_words(invoke: Invoke) -> None:
    assert invoke("kb", "show", "slow-pain-is-soreness", *KB).stdout == (Path(__file__).parent / "rule.txt").read_text("utf-8")


def test_every_rule_of_the_bundled_knowledge_has_the_same_headings(base: KnowledgeBase) -> None:
    for rule in base.rules.values():
        assert [block.text for block in item_blocks(base, "rule", rule) if isinstance(block, Heading)] == RULE_HEADINGS, rule.id


def test_a_rule_with_an_example_shows_the_answers_that_fire_it_and_those_that_do_not(invoke: Invoke, tmp_path: Path) -> None:
    folder = tmp_path / "with-examples"
    shutil.copytree(SHOULDER, folder)
    example = {"fires": {"fall_height": 12, "began": "at_once"}, "does_not_fire": {"fall_height": 9, "began": "at_once"}}
    (folder / "examples.json").write_text(json.dumps({"a-high-fall-needs-help": example}))
    said = invoke("kb", "show", "a-high-fall-needs-help", "--kb", str(folder)).stdout
    fires, near = said.split("FIRES FOR\n")[1].split("DOES NOT FIRE FOR\n")
    assert ": 12 m" in fires
    assert near.splitlines()[0] == "  The same answers, but:"
    assert near.splitlines()[1].endswith(": 9 m")
    assert json.loads(invoke("kb", "show", "a-high-fall-needs-help", "--json", "--kb", str(folder)).stdout)["example"] == example


def test_every_item_can_be_shown(base: KnowledgeBase, shoulder: KnowledgeBase) -> None:
    for one in (base, shoulder):
        for kind, items in kinds(one).items():
            for item in items.values():
                assert render.plain(item_blocks(one, kind, item)).strip()
                json.dumps(item_data(one, kind, item))


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("arm_circles", ["measure arm_circles: Arm circles", "2 x 10, every day", "RULES THAT ADVISE IT", "RULES THAT WITHHOLD IT"]),
        ("torn_tendon", ["condition torn_tendon: Torn tendon", "It must not be missed", "Soon", "RULES THAT SPEAK FOR IT", "In six weeks: You lift"]),
        ("sore_shoulder", ["condition sore_shoulder", "common", "icd10 M75.8", "RULES THAT SPEAK FOR IT"]),
        ("too_much", ["cause too_much", "WHAT THE EVIDENCE SAYS", "RULES THAT READ IT"]),
        ("unsafe", ["finding unsafe", "RULES THAT DERIVE IT", "RULES THAT READ IT"]),
        ("signs", ["score signs", "RULES THAT ADD TO IT", "RULES THAT READ IT"]),
        ("reach", ["observable reach", "- yes", "WHEN TO STOP", "NOT ASKED WHEN", "- odd shape: yes"]),
        ("fall_height", ["a number from 0 to 20 (m)", "A safety question"]),
        ("danger_signs", ["checklist danger_signs", "- numb_arm: The arm is numb"]),
        ("C10", ["claim C10", "contradicted", "NOT CARRIED, BECAUSE"]),
        ("book", ["source book", "seen; whole text", "- rule danger-is-an-emergency"]),
    ],
)
def test_every_kind_of_item(invoke: Invoke, name: str, texts: list[str]) -> None:
    done = invoke("kb", "show", name, *KB)
    assert done.exit_code == 0
    for text in texts:
        assert text in done.stdout
    assert json.loads(invoke("kb", "show", name, "--json", *KB).stdout)["id"] == name


def test_an_unknown_item_names_the_nearest(invoke: Invoke) -> None:
    done = invoke("kb", "show", "arm_circle", *KB)
    assert done.exit_code == 1
    assert done.stderr == "There is no item 'arm_circle'. Did you mean 'arm_circles'?\n"


def test_an_id_of_two_items_asks_which(invoke: Invoke, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    shutil.copytree(SHOULDER, folder)
    (folder / "more.yaml").write_text("- source: clicks\n  cite: Click. 1999.\n  read: recalled\n")
    done = invoke("kb", "show", "clicks", "--kb", str(folder))
    assert done.exit_code == 1
    assert "Write observable:clicks or source:clicks." in done.stderr
    assert "CITE" in invoke("kb", "show", "source:clicks", "--kb", str(folder)).stdout


def test_kind_and_id(shoulder: KnowledgeBase) -> None:
    assert find_item(shoulder, "rule:one-moment-adds") == ("rule", shoulder.rules["one-moment-adds"])


def test_what_is_written_reads_back_the_same(base: KnowledgeBase, shoulder: KnowledgeBase) -> None:
    for rule in (*base.rules.values(), *shoulder.rules.values()):
        reader = Reader()
        assert reader.condition(_frozen(written_condition(rule.when)), ()) == _one(rule.when), rule.id
        assert reader.conclusions(tuple(_frozen(written_conclusion(one)) for one in rule.then), ()) == rule.then, rule.id


def _one(condition: Condition) -> Condition:
    """A group of one part that `all` wraps reads back as itself."""
    return condition


def _frozen(value: object) -> object:
    """Plain data as the reader gives it: lists are tuples."""
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(_frozen(one) for one in value) if isinstance(value, list | tuple) else value


def test_all_is_written_as_all() -> None:
    assert written_condition(All(())) == {"all": []}
