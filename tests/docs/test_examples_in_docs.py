"""The Python in the docs runs, and prints what it says it prints (`# prints ...`). The `soleus` commands in the docs end well."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from soleus.cli import cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:echo '(.*)' \| )?soleus (.*)$", re.MULTILINE)
SAID = re.compile(r"# prints (.*)$", re.MULTILINE)


def _blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text("utf-8"))


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page)], ids=lambda page: page.name)
def test_python_runs_and_prints_what_it_says(page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in _blocks(page):
        exec(compile(block, str(page), "exec"), names)
        printed = capsys.readouterr().out.splitlines()
        if said := SAID.findall(block):
            assert printed == said


COMMANDS = sorted({found for page in PAGES for block in SHELL.findall(page.read_text("utf-8")) for found in COMMAND.findall(block)})


@pytest.mark.parametrize(("piped", "command"), COMMANDS, ids=[command for _, command in COMMANDS])
def test_commands_end_well(piped: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that looks like this one, since some of them write a file."""
    for one in ("examples", "kb", "tests"):
        (tmp_path / one).symlink_to(ROOT / one)
    monkeypatch.chdir(tmp_path)
    ended = CliRunner().invoke(cli, shlex.split(command), input=piped)
    assert ended.exit_code == 0, ended.output
    assert ended.output


def test_there_is_something_to_run() -> None:
    assert _blocks(ROOT / "docs" / "embedding.md")
    assert len(COMMANDS) > 8
