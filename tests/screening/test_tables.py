"""Tables from every library that streams Arrow, and the same result as a consultation for every row."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import soleus
from soleus import Consultation, KnowledgeBase
from soleus.screening.problems import ScreenError

from .conftest import Table


def test_rows_say_what_a_consultation_says(base: KnowledgeBase, table_of: Table, drawn: list[dict[str, Any]]) -> None:
    sheets = drawn[:40]
    for sheet, row in zip(sheets, soleus.screen(table_of(sheets)).to_pylist(), strict=True):
        result = Consultation.of(base, sheet).conclude()
        assert (row["triage"], row["provisional"]) == (result.triage.level, result.triage.provisional), sheet
        for kind, ranked in (("condition", result.conditions), ("cause", result.causes)):
            said = [(row[f"{kind}_{n}"], row[f"{kind}_{n}_words"], row[f"{kind}_{n}_support"]) for n in (1, 2, 3)]
            assert [one for one in said if one[0]] == [(one.id, one.words, one.support) for one in ranked[:3]], sheet
        assert set(row["findings"]) == {one.id for one in result.findings}
        assert set(row["withheld"]) == {one.measure for one in result.withheld}
        assert set(row["advised"]) == {one.measure for one in result.plan}
        assert set(row["fired"]) == {step.rule for step in result.trace.steps if step.kind == "rule"}
        assert row["knowledge"] == base.fingerprint


def test_every_library_gives_the_same(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = table_of(drawn)
    wanted = soleus.screen(table).to_pylist()
    connection = duckdb.connect()
    connection.register("sheets", table)
    others = (pl.DataFrame(table), connection.sql("select * from sheets"), table.to_reader(max_chunksize=77), table.to_pandas())
    for other in others:
        assert soleus.screen(other).to_pylist() == wanted, type(other)


def test_results_go_back_to_every_library(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    result = soleus.screen(table_of(drawn))
    rows = [row["triage"] for row in result.to_pylist()]
    assert pl.DataFrame(result)["triage"].cast(pl.String).to_list() == rows
    assert list(result.to_pandas()["triage"]) == rows
    assert duckdb.sql("select triage from result").fetchall() == [(level,) for level in rows]


def test_slices_that_begin_within_a_byte_are_read_right(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    """Arrow packs truth values into bits, and a slice may begin at any of them."""
    table = table_of(drawn)
    whole = soleus.screen(table).to_pylist()
    for start in (1, 8, 13, 64):
        assert soleus.screen(table.slice(start, 70)).to_pylist() == whole[start : start + 70]


def test_text_says_the_same_as_types(base: KnowledgeBase, table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = table_of(drawn)
    texts = {name: pa.array([_written(value) for value in table[name].to_pylist()]) for name in base.observables}
    texted = soleus.screen(pa.table({"key": table["key"], **texts}))
    assert texted.to_pylist() == soleus.screen(table).to_pylist()


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return "" if value is None else str(value).replace(".", ",")


def test_table_without_rows_keeps_its_columns(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    assert soleus.screen(table_of([])).schema == soleus.screen(table_of(drawn)).schema


def test_more_rows_than_a_block(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = pa.concat_tables([table_of(drawn)] * 150).combine_chunks()
    result = soleus.screen(table)
    assert result["key"].to_pylist() == table["key"].to_pylist()
    assert result.slice(40_200, 300).to_pylist() == result.slice(0, 300).to_pylist()


def test_bad_rows_say_why_and_keep_their_place() -> None:
    result = soleus.screen(pa.table({"episodes": [1, 400, None, 1.5], "leg_swollen": ["yes", "no", "perhaps", ""]})).to_pylist()
    assert [bool(row["problem"]) for row in result] == [False, True, True, True]
    assert [row["triage"] is None for row in result] == [False, True, True, True]
    assert "400 lies outside" in result[1]["problem"]
    assert "'perhaps'" in result[2]["problem"]


def test_nan_is_unknown() -> None:
    result = soleus.screen(pl.DataFrame({"age": [float("nan"), None], "leg_swollen": [True, True]})).to_pylist()
    assert result[0] == result[1]
    assert result[0]["problem"] is None


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pd.DataFrame({"leg_swollen": [1, 0]}), "'leg_swollen' takes truth values"),
        (pd.DataFrame({"age": [True]}), "'age' takes numbers"),
        (pd.DataFrame({"name": ["Ana"]}), "No column answers a question"),
        (pd.DataFrame({"age": [40], "triage": ["?"]}), "name of a column of the result"),
        ({"age": [40]}, "Arrow C stream"),
    ],
)
def test_table_that_does_not_fit_says_what_to_change(table: Any, words: str) -> None:
    with pytest.raises(ScreenError, match=words):
        soleus.screen(table)


def test_a_row_that_cannot_be_read_changes_no_other_row(table_of: Table, drawn: list[dict[str, Any]]) -> None:
    """Its lists are null, and Arrow must not give what they would have held to the row before."""
    alone = soleus.screen(table_of(drawn[:80])).to_pylist()
    for bad in (1, 40, 64, 79):
        sheets = [{**sheet, "age": 900} if row == bad else sheet for row, sheet in enumerate(drawn[:80])]
        result = soleus.screen(table_of(sheets)).to_pylist()
        assert [row for place, row in enumerate(result) if place != bad] == [row for place, row in enumerate(alone) if place != bad]
        assert result[bad]["fired"] is None
