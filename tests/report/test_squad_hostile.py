"""Whatever a table or a knowledge base holds, the overview of a squad shows it as text."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Invoke
from tests.report.conftest import Page
from tests.report.test_hostile import NASTY, poisoned

import soleus
from soleus import KnowledgeBase
from soleus.report.html.squad import squad_html
from soleus.report.render import plain
from soleus.report.squad import squad
from soleus.report.squad_blocks import squad_blocks
from soleus.report.squad_records import Squad
from soleus.screening.reading_back import ScreenedTable

FORMULAS = ("=1+1", '=HYPERLINK("http://evil.example","x")', "@SUM(A1)", "-2+3", "\u202egnp.exe", "'=cmd|' /C calc'!A0")
WORDS = (*NASTY, *FORMULAS)

Seen = Callable[[str], Squad]


def without_controls(text: str) -> bool:
    return not {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"}


@pytest.fixture
def seen(base: KnowledgeBase, tmp_path: Path) -> Seen:
    """The overview of a table in which names, groups, reasons, rules and fingerprints are this text."""

    def made(nasty: str, spread: KnowledgeBase = base) -> Squad:
        table = soleus.screen(pa.table({"name": [nasty] * 3, "team": [nasty] * 3, "breathless": ["yes", "no", "perhaps"]}), base=base)
        for column, values in {
            "problem": [None, None, nasty],
            "fired": [[nasty], [nasty], None],
            "condition_1": [nasty, nasty, None],
            "condition_1_words": ["likely", "likely", None],
            "advised": [[nasty], [nasty], None],
            "knowledge": [nasty, nasty, None],
        }.items():
            table = table.set_column(table.schema.get_field_index(column), column, pa.array(values))
        pq.write_table(table, tmp_path / "squad.parquet")
        return squad(ScreenedTable(spread, tmp_path / "squad.parquet"), by="team")

    return made


@pytest.mark.parametrize("nasty", WORDS)
def test_hostile_cells_are_shown_as_text(seen: Seen, nasty: str) -> None:
    record = seen(nasty)
    text = squad_html(record)
    page, tame = Page(text), Page(squad_html(seen("tame")))
    assert not page.open
    assert page.shape() == tame.shape()
    assert page.values("href") == tame.values("href")
    assert without_controls(text)
    assert without_controls(plain(squad_blocks(record)))
    if nasty.isprintable():
        assert page.text.count(nasty) >= 8


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_any_cell_is_shown_as_text(seen: Seen, nasty: str) -> None:
    text = squad_html(seen("x" + nasty.encode("utf-8", "replace").decode()))
    assert not Page(text).open
    assert {tag for tag, _ in Page(text).tags}.isdisjoint({"script", "img", "b"})
    assert without_controls(text)


@pytest.mark.parametrize("nasty", NASTY)
def test_a_hostile_knowledge_base_is_shown_as_text(shoulder: KnowledgeBase, tmp_path: Path, nasty: str) -> None:
    asked = ("reach", "clicks", "odd_shape")
    pages = []
    for bad in (nasty, "tame"):
        base = poisoned(shoulder, bad)
        base = KnowledgeBase(**{**_fields(base), "about": dataclasses.replace(base.about, spread=asked)})
        answers = pa.table({"name": ["Ana", "Ben"], "clicks": [True, None], "odd_shape": [True, False], "chest_pain": [True, False]})
        pq.write_table(soleus.screen(answers, base=base, with_answers=True), tmp_path / "squad.parquet")
        pages.append(squad_html(squad(ScreenedTable(base, tmp_path / "squad.parquet"))))
    hostile, tame = (Page(text) for text in pages)
    assert not hostile.open
    assert hostile.shape() == tame.shape()
    assert without_controls(pages[0])
    if nasty.isprintable():
        assert hostile.text.count(nasty) > 8


def _fields(base: KnowledgeBase) -> dict[str, object]:
    return {one.name: getattr(base, one.name) for one in dataclasses.fields(base)}


def test_hostile_names_of_files_and_columns_are_shown_as_text(invoke: Invoke, tmp_path: Path) -> None:
    nasty = "<img src=x onerror=alert(1)>\u202e"
    (tmp_path / "in.csv").write_text(f"{nasty};breathless\n=1+1;yes\n<script>alert(1)</script>;perhaps\n", "utf-8")
    out = tmp_path / f"{nasty}.csv"
    assert invoke("screen", str(tmp_path / "in.csv"), "-o", str(out)).exit_code == 1
    done = invoke("squad", str(out), "-o", "-", "--by", nasty, "--name", nasty)
    assert done.exit_code == 0, done.output
    page = Page(done.stdout)
    assert "<img src=x onerror=alert(1)>" in page.text
    assert "<script>alert(1)</script>" in page.text
    assert "'=1+1" in page.text
    assert not [tag for tag, _ in page.tags if tag in ("img", "script")]
    assert "\u202e" not in done.stdout
    assert "\u202e" not in invoke("squad", str(out)).stdout
    assert "\u202e" not in invoke("squad", str(out), "--name", "x\u202e").stderr
