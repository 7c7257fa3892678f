"""What the tests of screening share: sheets as tables, and the command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from sheets import Sheets
from soleus.cli import cli
from soleus.knowledge.model import KnowledgeBase

Table = Callable[[Sequence[dict[str, Any]]], pa.Table]


@pytest.fixture(scope="session")
def drawn(base: KnowledgeBase) -> list[dict[str, Any]]:
    """Some hundred random sheets."""
    seeded = Sheets(base)
    return [seeded.sheet(seed) for seed in range(300)]


@pytest.fixture(scope="session")
def table_of(base: KnowledgeBase) -> Table:
    """Makes an Arrow table of sheets, with a key in front."""
    types = {"yes_no": pa.bool_(), "one_of": pa.string(), "number": pa.float64()}

    def made(sheets: Sequence[dict[str, Any]]) -> pa.Table:
        columns = {one.id: pa.array([sheet.get(one.id) for sheet in sheets], types[one.kind]) for one in base.observables.values()}
        return pa.table({"key": pa.array(range(len(sheets)), pa.int64()), **columns})

    return made


@pytest.fixture
def soleus() -> Callable[..., Result]:
    """Runs the command line."""

    def run(*words: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], catch_exceptions=False)

    return run


@pytest.fixture
def screened(tmp_path: Path, soleus: Callable[..., Result]) -> Callable[..., Screened]:
    """Runs `soleus screen` on the text of a CSV file."""

    def run(text: str | bytes, *words: str) -> Screened:
        source = tmp_path / "in.csv"
        source.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Screened(soleus("screen", source, "-o", tmp_path / "out.csv", *words), tmp_path)

    return run


class Screened:
    """What a run left: exit code, messages, the lines of the output and of the reject file."""

    def __init__(self, result: Result, folder: Path) -> None:
        self.exit_code, self.messages = result.exit_code, result.output
        self.files = sorted(path.name for path in folder.iterdir())
        self.out = _lines(folder / "out.csv")
        self.rejected = _lines(folder / "out.rejected.csv")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8-sig").splitlines() if path.exists() else []
