"""`soleus kb diff`: sides as folders and as revisions, changes in words, cases that end differently, and every way to name a side wrongly."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]
SHOULDER = Path(__file__).parent / "shoulder"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The shoulder with a shifted threshold and a lower level."""
    folder = tmp_path / "edited"
    shutil.copytree(SHOULDER, folder)
    rules = folder / "rules.yaml"
    text = rules.read_text().replace("over: 3", "over: 4")
    rules.write_text(text.replace("{odd_shape: yes}\n  then:\n    - refer: same_day", "{odd_shape: yes}\n  then:\n    - refer: clinician"))
    return folder


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "odd.yaml").write_text("odd_shape: yes\n")
    (folder / "plain.yaml").write_text("odd_shape: no\nno_such_question: 3\n")
    return folder


@pytest.fixture
def repository(tmp_path: Path, edited: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the shoulder in its first commit, and the edited one in its second."""
    root = tmp_path / "repository"
    shutil.copytree(SHOULDER, root / "kb")
    shutil.copytree(SHOULDER, root / "tests" / "shoulder")
    monkeypatch.chdir(root)
    _git("init", "--quiet")
    _commit("first")
    shutil.copytree(edited, root / "kb", dirs_exist_ok=True)
    _commit("second")
    return root


def _git(*words: str) -> None:
    options = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *options, *words], check=True, capture_output=True)


def _commit(message: str) -> None:
    _git("add", ".")
    _git("commit", "--quiet", "-m", message)


def test_changes_are_told_in_words(invoke: Invoke, edited: Path) -> None:
    done = invoke("kb", "diff", str(SHOULDER), str(edited), "--plain")
    assert done.exit_code == 0, done.output
    for words in (
        "RULE: 2 CHANGED",
        "condition, now: Any of these: fall: over 4 m",
        "condition, before: Any of these: fall: over 3 m",
        "conclusion, now",
    ):
        assert words in done.output
    assert "CASES" not in done.output


def test_no_change_is_told(invoke: Invoke) -> None:
    done = invoke("kb", "diff", str(SHOULDER), str(SHOULDER))
    assert (done.exit_code, "Nothing changed." in done.output) == (0, True)


def test_cases_that_end_differently_are_told(invoke: Invoke, edited: Path, cases: Path) -> None:
    done = invoke("kb", "diff", str(SHOULDER), str(edited), str(cases))
    assert done.exit_code == 0, done.output
    assert "1 OF 2 CASES END DIFFERENTLY" in done.output
    assert "- odd\n" in done.output
    assert "triage, now:" in done.output
    assert "no_such_question" in done.output


def test_cases_with_the_same_changes_are_told_together_and_other_triage_first(invoke: Invoke, edited: Path, cases: Path) -> None:
    (cases / "another.yaml").write_text("odd_shape: yes\n")
    (cases / "first.yaml").write_text("no_such_question: 3\n")
    done = invoke("kb", "diff", str(SHOULDER), str(edited), str(cases))
    assert "2 OF 4 CASES END DIFFERENTLY" in done.output
    assert "- 2 cases: another, odd\n" in done.output
    assert done.output.index("another, odd") < done.output.index("first, plain")


def test_every_case_as_before(invoke: Invoke, cases: Path) -> None:
    done = invoke("kb", "diff", str(SHOULDER), str(SHOULDER), str(cases / "odd.yaml"))
    assert "0 OF 1 CASE ENDS DIFFERENTLY" in done.output
    assert "Every case ends as before." in done.output


def test_json_holds_the_same(invoke: Invoke, edited: Path, cases: Path) -> None:
    data = json.loads(invoke("kb", "diff", str(SHOULDER), str(edited), str(cases), "--json").stdout)
    assert [(one["kind"], one["how"]) for one in data["changes"]] == [("rule", "changed")] * 2
    assert data["old"]["fingerprint"] != data["new"]["fingerprint"]
    by_name = {one["name"]: one for one in data["cases"]["changed"]}
    assert data["cases"]["count"] == 2
    assert by_name["odd"]["before"]["triage"] == "same_day"
    assert by_name["odd"]["after"]["triage"] == "clinician"
    assert by_name["plain"]["ends_differently"] is False
    assert json.loads(invoke("kb", "diff", str(SHOULDER), str(edited), "--json").stdout)["cases"] is None


# Revisions


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(("old", "new"), [("HEAD~1", "HEAD"), ("HEAD~1:kb", "kb"), ("HEAD~1:kb/", "HEAD:kb"), ("HEAD~1:tests/shoulder", "kb")])
def test_a_side_may_be_a_revision(invoke: Invoke, old: str, new: str) -> None:
    done = invoke("kb", "diff", old, new)
    assert done.exit_code == 0, done.output
    assert "RULE: 2 CHANGED" in done.output


def test_a_revision_is_read_from_a_folder_below_the_top(invoke: Invoke, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "kb")
    assert "RULE: 2 CHANGED" in invoke("kb", "diff", "HEAD~1", ".").output


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("HEAD~7", "neither a folder nor a revision"),
        ("--output=x", "neither a folder nor a revision"),
        ("HEAD:nowhere", "no folder 'nowhere' at the revision 'HEAD'"),
        ("kb/rules.yaml", "is not a folder of knowledge"),
        ("", "is not a folder of knowledge"),
        ("HEAD:kb/rules.yaml", "no folder"),
    ],
)
def test_a_side_that_is_neither_is_refused(invoke: Invoke, side: str, words: str) -> None:
    done = invoke("kb", "diff", "--", side, "kb")
    assert done.exit_code == 1
    assert words in done.output
    assert "HEAD~1:kb" in done.output or "Name a folder" in done.output


def test_a_revision_needs_a_repository(invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    done = invoke("kb", "diff", "HEAD", str(SHOULDER))
    assert done.exit_code == 1
    assert "in no git repository" in done.output


def test_a_revision_needs_git(invoke: Invoke, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    done = invoke("kb", "diff", "HEAD", "kb")
    assert done.exit_code == 1
    assert "there is no command git here" in done.output


def test_a_revision_with_several_bases_asks_for_the_folder(invoke: Invoke, repository: Path) -> None:
    shutil.copytree(SHOULDER, repository / "second")
    _commit("third")
    done = invoke("kb", "diff", "HEAD", "kb")
    assert done.exit_code == 1
    assert "It holds 2: kb, second." in done.output
    assert "HEAD:FOLDER" in done.output


def test_a_revision_without_a_base_is_refused(invoke: Invoke, repository: Path) -> None:
    shutil.rmtree(repository / "kb")
    _commit("third")
    assert "It holds none." in invoke("kb", "diff", "HEAD", str(SHOULDER)).output


def test_knowledge_that_does_not_load_is_told_with_its_revision(invoke: Invoke, repository: Path) -> None:
    (repository / "kb" / "rules.yaml").write_text("- rule: x\n")
    _commit("third")
    done = invoke("kb", "diff", "HEAD", "HEAD~1")
    assert done.exit_code == 1
    assert "HEAD, rules.yaml:1:" in done.output


def test_cases_that_cannot_be_read_are_told(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("kb", "diff", str(SHOULDER), str(SHOULDER), str(tmp_path / "nowhere"))
    assert done.exit_code == 1
    assert "cannot be read" in done.output


def test_knowledge_that_does_not_load_is_told_with_its_folder(invoke: Invoke, edited: Path) -> None:
    (edited / "rules.yaml").write_text("nothing", "utf-8")
    done = invoke("kb", "diff", str(SHOULDER), str(edited))
    assert done.exit_code == 1
    assert f"{edited / 'rules.yaml'}:1:" in done.output
