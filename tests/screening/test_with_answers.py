"""`soleus screen --with-answers`: the answers come out as they went in, and only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import soleus
from sheets import Sheets
from soleus import KnowledgeBase
from soleus.inference.columnar_answers import sheet_of
from soleus.screening.problems import ScreenError
from soleus.screening.reading_back import RESULTS, ScreenedTable

from .conftest import Screened, Table

Runs = Callable[..., Result]
BASE = KnowledgeBase.bundled()
ENDINGS = ("csv", "parquet")


@pytest.fixture
def out(tmp_path: Path, soleus: Runs, table_of: Table) -> Callable[..., Path]:
    """Screens sheets with their answers into a file."""

    def made(sheets: list[dict[str, Any]], ending: str) -> Path:
        pq.write_table(table_of(sheets), tmp_path / "in.parquet")
        done = soleus("screen", tmp_path / "in.parquet", "-o", tmp_path / f"out.{ending}", "--with-answers")
        assert done.exit_code == 0, done.output
        return tmp_path / f"out.{ending}"

    return made


def answers_in(path: Path) -> list[dict[str, Any]]:
    """The answers of every row of a screened file."""
    table = ScreenedTable(BASE, path)
    found: list[dict[str, Any]] = []
    for piece in table.pieces():
        answers = piece.answers(table.answered)
        assert not answers.rejected
        found += [sheet_of(BASE, answers.block, row) for row in range(piece.rows)]
    return found


def test_answers_are_left_out_unless_they_are_asked_for(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    names = soleus.screen(table_of(drawn[:5])).schema.names
    assert not set(names) & set(BASE.observables)
    assert [name for name in soleus.screen(table_of(drawn[:5]), with_answers=True).schema.names if name in BASE.observables] == list(BASE.observables)


@pytest.mark.parametrize("ending", ENDINGS)
def test_answers_are_read_back_as_they_were_given(out: Callable[..., Path], drawn: list[dict[str, Any]], ending: str) -> None:
    assert answers_in(out(drawn, ending)) == drawn


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=3), st.decimals(0, 300, places=3), st.sampled_from(ENDINGS))
def test_any_sheet_with_any_decimals_is_read_back(out: Callable[..., Path], seeds: list[int], distance: Any, ending: str) -> None:
    """A number with three decimals could be thousands to a reader: it is written so that it cannot."""
    sheets = [{**Sheets(BASE).sheet(seed), "weekly_distance": float(distance)} for seed in seeds]
    assert answers_in(out(sheets, ending)) == sheets


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_comes_out_can_be_screened_again(out: Callable[..., Path], drawn: list[dict[str, Any]], ending: str) -> None:
    table = table_in(out([*drawn[:60], {"weekly_distance": 1.125}], ending))
    again = soleus.screen(table.select([name for name in table.schema.names if name not in RESULTS]))
    assert again["triage"].to_pylist() == table["triage"].to_pylist()
    assert again["problem"].null_count == again.num_rows


def table_in(path: Path) -> pa.Table:
    """A screened file as a table; all of CSV is text."""
    if path.suffix == ".parquet":
        return pq.read_table(path)
    header, *lines = (line.split(",") for line in path.read_text().splitlines())
    return pa.table({name: [line[place] for line in lines] for place, name in enumerate(header)})


def test_parquet_has_their_types(out: Callable[..., Path], drawn: list[dict[str, Any]]) -> None:
    schema = pq.read_schema(out(drawn[:5], "parquet"))
    types = {"leg_swollen": pa.bool_(), "pain_onset": pa.dictionary(pa.int16(), pa.string()), "weekly_distance": pa.float64(), "episodes": pa.int64()}
    assert {name: schema.field(name).type for name in types} == types
    assert schema.names[:2] == ["key", next(iter(BASE.observables))]
    assert schema.names[-len(RESULTS) :] == list(RESULTS)


def test_only_questions_that_the_table_answers_get_a_column(screened: Callable[..., Screened]) -> None:
    run = screened("Name,Alter,leg_swollen\nAna,41,ja\nBen,,\n", "--with-answers", "--columns", "age=Alter")
    assert run.out[0].startswith("Name,leg_swollen,age,triage,")
    assert run.out[1].startswith("Ana,yes,41,")
    assert run.out[2].startswith("Ben,,,")


def test_a_row_that_cannot_be_read_has_no_answers() -> None:
    result = soleus.screen(pa.table({"age": [900, 41], "leg_swollen": [True, None]}), with_answers=True).to_pylist()
    assert (result[0]["age"], result[0]["leg_swollen"]) == (None, None)
    assert (result[1]["age"], result[1]["leg_swollen"]) == (41, None)


def test_a_carried_column_with_the_name_of_a_question_is_refused() -> None:
    table = pa.table({"age": ["forty"], "Alter": [40]})
    with pytest.raises(ScreenError, match="name of a column of the result"):
        soleus.screen(table, columns={"age": "Alter"}, with_answers=True)
    assert soleus.screen(table, columns={"age": "Alter"})["age"].to_pylist() == ["forty"]
