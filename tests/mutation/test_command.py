"""The command: what it prints, as text and as JSON, and its exit codes."""

from __future__ import annotations

import json
import re

import pytest

from mutation import __main__ as command
from mutation.mutants import Mutant, mutants
from mutation.score import Score
from soleus.knowledge.model import KnowledgeBase

GOOD, WORSE = "no-training-until-seen-today", "clot-risk-with-unexplained-pain-needs-help-today"


@pytest.fixture
def survivors(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> tuple[Mutant, ...]:
    """Two mistakes of a red flag, in a score that says they survived."""
    one, two, *rest = (mutant for mutant in mutants(base) if mutant.rule.id == WORSE)
    monkeypatch.setattr(command, "score", lambda *_: Score(tuple(rest), (one, two), (), ("no such mutant",)))
    return one, two


def test_a_rule_without_survivors(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--rule", GOOD]) == 0
    said = capsys.readouterr().out
    assert re.search(r"^all: (\d+) of \1 killed, 100.0% \(needed 95%\)$", said, re.MULTILINE)
    assert "precautions and red flags: " in said
    assert "kb/" not in said


def test_survivors_are_told_with_file_line_and_the_answers_that_show_them(survivors: tuple[Mutant, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--suggest"]) == 1
    said = capsys.readouterr().out
    for mutant in survivors:
        place = f"kb/{mutant.rule.place.file}:{mutant.rule.place.line}: {mutant.id} (precaution or red flag, {mutant.kind})"
        assert re.search(rf"^{re.escape(place)}\n    \w+", said, re.MULTILINE)
    assert "not an equivalent mutant, or none at all: no such mutant" in said


def test_json_holds_the_same(survivors: tuple[Mutant, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert 0 < data["score"] < 1
    assert data["wrongly_excluded"] == ["no such mutant"]
    assert [one["what"] for one in data["survivors"]] == [mutant.what for mutant in survivors]
    assert "answers" not in data["survivors"][0]


def test_an_unknown_rule_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--rule", "no-such-rule"]) == 2
    assert "There is no rule 'no-such-rule'" in capsys.readouterr().err
