"""A verdict as a scenario: it runs in the steps of `features/`, fails as long as the rule is wrong, and names nobody."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.review.conftest import Results

from feature_sheets import sheet_of
from soleus import Consultation, KnowledgeBase
from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge.answers import load_answers
from soleus.review.records import KeptCase, Kind, Verdict, Version, subjects
from soleus.review.scenarios import skeleton, skeletons

ROOT = Path(__file__).parents[2]
TIME = "2026-01-31T18:30:00Z"
RULE = "weak-hips-load-the-calf"


def case_of(result: Mapping[str, Any], name: str = "private-name") -> KeptCase:
    return KeptCase("c" * 32, name, (Version(1, TIME, (), dict.fromkeys(result["answers"], TIME), result),))


def example(base: KnowledgeBase, name: str) -> KeptCase:
    return case_of(Consultation.of(base, load_answers(base, ROOT / "examples" / f"{name}.yaml")).conclude().to_dict())


def verdict(kind: Kind, subject: str, says: Any = "disagree", number: int = 0, reason: str = "Not so.", author: str = "Private Author") -> Verdict:
    return Verdict(f"{number:032x}", 1, kind, subject, author, TIME, says, reason)


def scenarios_of(text: str) -> list[Any]:
    document: Any = Parser().parse(text)
    return Compiler().compile({**document, "uri": "x"})


def run(folder: Path, feature: str, kb: Path = ROOT / "kb") -> dict[str, str]:
    """Run a feature with the steps of the project, and knowledge in a folder: for each scenario `passed`, or why it did not."""
    (folder / "x.feature").write_text(feature)
    (folder / "test_x.py").write_text("from pytest_bdd import scenarios\n\nscenarios('x.feature')\n")
    steps = (ROOT / "tests" / "features" / "conftest.py").read_text()
    (folder / "conftest.py").write_text(
        f"{steps}\n\n@pytest.fixture(scope='session')\ndef base() -> KnowledgeBase:\n    return KnowledgeBase.load({str(kb)!r})\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rA", "--tb=no", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env={**os.environ, "COLUMNS": "400"}, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    lines = re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\S+)(?: - (.*))?$", done.stdout, re.MULTILINE)
    return {name: why if state != "PASSED" else "passed" for state, name, why in lines}


# With the steps of the project


def judged(base: KnowledgeBase, says: str) -> str:
    """Skeletons of verdicts on something of every kind, in cases that are unlike each other."""
    parts = []
    for name in ("weak_hips_gradual_ache", "clot_like"):
        case = example(base, name)
        result = case.last.result
        things = [(kind, one) for kind, known in subjects(result).items() for one in sorted(known)[:3]]
        wanted = [("measure", one["measure"]) for one in result["withheld"] if one["wanted"]][:1]
        standing = [("rule", one) for one in sorted(subjects(result)["rule"]) if one.startswith(TRIAGE_RULE)][:1]
        every = dict.fromkeys([*things, *wanted, *standing])
        text = skeletons(base, case, [verdict(kind, one, says) for kind, one in every])  # type: ignore[arg-type]
        parts.append(text if not parts else text.partition("\n\n")[2].replace("  Scenario: ", "  Scenario: Another one. "))
    return "\n".join(parts)


def test_what_was_agreed_with_holds_today(base: KnowledgeBase, tmp_path: Path) -> None:
    feature = judged(base, "agree")
    outcomes = run(tmp_path, feature)
    assert len(outcomes) == feature.count("Scenario: ") > 30
    assert set(outcomes.values()) == {"passed"}


def test_what_was_disagreed_with_fails_today(base: KnowledgeBase, tmp_path: Path) -> None:
    feature = judged(base, "disagree")
    outcomes = run(tmp_path, feature)
    assert len(outcomes) == feature.count("Scenario: ") > 30
    assert "passed" not in outcomes.values()
    whys = {re.split(r"[:\s]", why)[0] for why in outcomes.values()}
    assert whys <= {"assert", "AssertionError", "ValueError"}, outcomes
    assert sum(why.startswith("ValueError") for why in outcomes.values()) == feature.count('"LEVEL"') == 1, (
        "only a level that nobody named is no level"
    )


def test_every_kind_is_among_them(base: KnowledgeBase) -> None:
    feature = judged(base, "disagree")
    for words in (
        'the triage is at least "clinician"',
        'the triage is "LEVEL"',
        'the condition "deep_vein_thrombosis" does not ask for "same_day"',
        'is at most "',
        'is at least "possible"',
        "is not derived",
        "is not advised",
        '" is advised',
        "Which of these rules gives points that it should not?",
        "Which of these rules should not withhold it?",
        "does not fire",
    ):
        assert words in feature
    assert {one.split()[1] for one in re.findall(r"Scenario: (?:Another one\. )?(.*)", feature)} >= {
        "level",
        "condition",
        "cause",
        "finding",
        "score",
    }


def test_a_skeleton_fails_today_and_passes_when_the_rule_is_mended(base: KnowledgeBase, tmp_path: Path) -> None:
    case = example(base, "weak_hips_gradual_ache")
    feature = skeletons(base, case, [verdict("rule", RULE), verdict("cause", "hip_weakness")])
    today = run(_folder(tmp_path, "today"), feature)
    assert len(today) == 2
    assert all(why.startswith(("assert", "AssertionError: assert")) for why in today.values())
    kb = Path(shutil.copytree(ROOT / "kb", tmp_path / "kb"))
    path = kb / "causes" / "strength.yaml"
    mended = re.sub(rf"(- rule: {RULE}\n(?:  .*\n)*?      - pain_onset: )gradual", r"\1sudden", path.read_text())
    assert mended != path.read_text()
    path.write_text(mended)
    assert set(run(_folder(tmp_path, "mended"), feature, kb).values()) == {"passed"}


def _folder(path: Path, name: str) -> Path:
    (path / name).mkdir()
    return path / name


# What stands in it


def test_it_names_nobody_unless_that_is_asked_for(base: KnowledgeBase) -> None:
    case, said = example(base, "clot_like"), verdict("triage", "same_day", number=7)
    text = skeleton(base, case, said)
    assert "private" not in text.lower()
    assert all(part in text for part in ("2026-01-31", "Not so.", said.id, base.fingerprint[:12], "Version 1 of a case"))
    named = skeleton(base, case, said, named=True)
    assert "by Private Author" in named
    assert "Version 1 of private-name" in named


def test_the_answers_are_all_there(base: KnowledgeBase) -> None:
    for name in ("weak_hips_gradual_ache", "clot_like", "all_unknown", "pop_and_gap"):
        case = example(base, name)
        (pickle,) = scenarios_of(skeleton(base, case, verdict("triage", case.last.result["triage"]["level"])))
        assert sheet_of(base, pickle) == case.last.answers


def test_several_verdicts_on_one_thing_are_one_scenario(base: KnowledgeBase) -> None:
    case = example(base, "weak_hips_gradual_ache")
    said = [verdict("rule", RULE, number=1, reason="One."), verdict("rule", RULE, "agree", 2, "Two."), verdict("cause", "hip_weakness", number=3)]
    text = skeletons(base, case, said)
    assert len(scenarios_of(text)) == 2
    assert text.index("One.") < text.index("Two.") < text.index("Scenario:")
    assert f'the rule "{RULE}" does not fire' in text, "one who disagrees is enough"


def test_a_case_of_other_knowledge_says_what_is_no_longer_there(base: KnowledgeBase) -> None:
    result = dict(example(base, "weak_hips_gradual_ache").last.result)
    answers = {**result["answers"], "gone_question": True, "pain_site": "gone_place", "age": 1e9}
    trace = {"steps": [*result["trace"]["steps"], {"n": 999, "kind": "rule", "rule": "gone-rule", "matched": [], "concluded": []}]}
    case = case_of({**result, "answers": answers, "trace": trace, "knowledge": {**result["knowledge"], "fingerprint": "f" * 64}})
    text = skeleton(base, case, verdict("rule", "gone-rule"))
    assert f"the knowledge ffffffffffff. It is not that of today, {base.fingerprint[:12]}" in text
    for gone in ("gone_question: yes", "pain_site: gone_place", "age: 1000000000"):
        assert f"# The knowledge no longer takes this answer: {gone}\n" in text
    assert "DECIDE: The knowledge no longer has the rule gone-rule" in text
    (pickle,) = scenarios_of(text)
    assert [step["text"] for step in pickle["steps"]][-1] == 'the triage is "LEVEL"'


GHERKIN = ['"', "|", "# language: de", "language: de\n#language: xx", "@tag", "Scenario: x", '"""\nx', "  Examples:\n| a |", "Given x\nWhen y", "\\|"]
MARKS = ["<script>alert(1)</script>", "\u202etxt", "\x1b[31m", "\r\nThen x", "\x85Then x", "\u2028Then x", "```", "<a>", "Feature: y"]
HOSTILE = st.one_of(st.text(), st.sampled_from([*GHERKIN, *MARKS]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reason=HOSTILE, author=HOSTILE, name=HOSTILE, gone=HOSTILE, kind=st.sampled_from(get_args(Kind)), named=st.booleans())
def test_no_text_breaks_it(
    reason: str, author: str, name: str, gone: str, kind: Kind, named: bool, result_of: Results, shoulder: KnowledgeBase
) -> None:
    result = result_of(chest_pain=True)
    known = subjects(result)
    subject = min(known[kind], default="")
    if not subject:
        kind, subject = "rule", gone
        steps = [*result["trace"]["steps"], {"n": 999, "kind": "rule", "rule": gone, "matched": [], "concluded": []}]
        result = {**result, "trace": {"steps": steps}, "answers": {**result["answers"], gone: gone}}
    plain = skeleton(shoulder, case_of(result), verdict(kind, subject))
    text = skeleton(shoulder, case_of(result, name), verdict(kind, subject, reason=reason, author=author), named=named)
    (scenario,), (expected,) = scenarios_of(text), scenarios_of(plain)
    assert scenario["name"] == expected["name"]
    assert _texts(scenario) == _texts(expected)
    assert scenario["tags"] == []
    assert "\x1b" not in text
    assert all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize("person", [*GHERKIN, *MARKS])
def test_no_word_for_a_person_breaks_it(shoulder: KnowledgeBase, result_of: Results, person: str) -> None:
    base = dataclasses.replace(shoulder, about=dataclasses.replace(shoulder.about, person=f"swimmer\n{person}"))
    text = skeleton(base, case_of(result_of(chest_pain=True)), verdict("triage", "emergency"))
    (plain,) = scenarios_of(skeleton(shoulder, case_of(result_of(chest_pain=True)), verdict("triage", "emergency")))
    (pickle,) = scenarios_of(text)
    assert _texts(pickle)[1:] == _texts(plain)[1:]
    assert all(char.isprintable() or char == "\n" for char in text)


def _texts(pickle: Any) -> list[Any]:
    return [(one["text"], [row["cells"] for row in one.get("argument", {}).get("dataTable", {}).get("rows", ())]) for one in pickle["steps"]]
