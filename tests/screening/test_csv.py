"""CSV as people make it: it is read, or the message says what to change and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Screened

ROOT = Path(__file__).parents[2]
Screens = Callable[..., Screened]


def _column(run: Screened, name: str) -> list[str]:
    """A column of the output, whose cells here hold no quotes."""
    separator = next(sign for sign in ";\t|," if sign in run.out[0])
    place = run.out[0].split(separator).index(name)
    return [line.split(separator)[place] for line in run.out[1:]]


def test_sheet_of_a_coach(screened: Screens) -> None:
    """A spreadsheet export: semicolons, commas in numbers, ja and x, empty cells, blank lines, a total row."""
    text = (ROOT / "examples" / "club.csv").read_text("utf-8")
    run = screened("\ufeff" + text.replace("\n", "\r\n"))
    assert run.exit_code == 1
    assert _column(run, "Name") == ["Ana", "Ben", "Cem", "Dora"]
    assert _column(run, "triage")[1] == "same_day"
    assert [line.split(";")[0] for line in run.rejected] == ["line", "6", "8"]
    assert "'maybe'" in run.rejected[1]
    assert "total row" in run.rejected[2]
    assert "1 empty line left out" in run.messages
    assert "2 rows could not be read" in run.messages


@pytest.mark.parametrize(
    "text",
    [
        "age,leg_swollen,pain_now\n41,yes,2.5\n",
        "age;leg_swollen;pain_now\n41;yes;2,5\n",
        "age\tleg_swollen\tpain_now\r\n41\tyes\t2,5\r\n",
        "sep=;\nage;leg_swollen;pain_now\n41;yes;2.5\n",
        "\n\nage|leg_swollen|pain_now\n41|yes|2.5",
        '"age","leg_swollen","pain_now"\n"41","yes","2,5"\n',
        "age,leg_swollen,pain_now\r41,yes,2.5\r",
        "age;leg_swollen;pain_now\n41;ja;2,5\n".encode("utf-16"),
        "\ufeffage;leg_swollen;pain_now\n41;ja;2,5\n",
    ],
    ids=["commas", "semicolons", "tabs", "sep line", "bars", "quotes", "old line ends", "utf-16", "mark"],
)
def test_dialects_say_the_same(screened: Screens, text: str | bytes) -> None:
    run = screened(text)
    assert (run.exit_code, _column(run, "triage"), run.rejected) == (0, ["same_day"], [])


def test_quotes_may_hold_separators_and_line_breaks(screened: Screens) -> None:
    run = screened('Note,age,leg_swollen\n"a, b\nand ""c""",41,perhaps\nd,42,yes\n,43,never\n')
    assert [line.split(",")[0] for line in run.rejected if line[:1].isdigit()] == ["2", "5"]


@pytest.mark.parametrize("quote", ["", '"'], ids=["split", "parsed"])
def test_lines_of_another_width_are_rejected_with_their_number(screened: Screens, quote: str) -> None:
    run = screened(f"Name,age,pain_now\n{quote}Ana{quote},41,2,5\nBen,42\nCem,43,3\n\nDora,44,4\n")
    assert _column(run, "Name") == ["Cem", "Dora"]
    assert run.rejected[1].startswith('2,"This line has 4 cells, the header has 3. In a file with commas between the cells, decimals need a point')
    assert run.rejected[2].startswith('3,"This line has 2 cells')


@pytest.mark.parametrize("row", ["Dora,yes\rBen,no", "Do\rra,yes"], ids=["between rows", "in a cell"])
@pytest.mark.parametrize("before", [0, 600], ids=["first chunk", "second chunk"])
def test_one_old_line_end_moves_no_row(screened: Screens, monkeypatch: pytest.MonkeyPatch, row: str, before: int) -> None:
    """Emil stands behind it: he was lost, and his line was given to somebody else."""
    monkeypatch.setattr("soleus.screening.csv_reading._CHUNK", 1_024)
    run = screened("".join(("Name,breathless\n", "Ann,no\n" * before, row, "\nCem,no\nEmil,yes\n")))
    triage = dict(zip(_column(run, "Name"), _column(run, "triage"), strict=True))
    assert triage["Emil"] == "emergency"
    assert len(run.out) + len(run.rejected) - (2 if run.rejected else 1) == before + 4


def test_many_rows_keep_their_lines(screened: Screens) -> None:
    """More than one chunk: each reject still knows its line."""
    lines = [f"{name:>1000},{'perhaps' if name % 4_000 == 0 else 'yes'}" for name in range(1, 10_001)]
    run = screened("\n".join(["Name,leg_swollen", *lines]) + "\n")
    assert [line.split(",")[0] for line in run.rejected[1:]] == ["4001", "8001"]
    assert len(run.out) == 1 + 10_000 - 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file holds no table"),
        ("Name,Alter\nAna,41\n", "No column answers a question"),
        ("age,Age\n41,42\n", "all answer 'age'"),
        ("Größe,age\nAna,41\n".encode("cp1252"), "--encoding cp1252"),
        ("Name,age\nAna,41\nJürgen,42\n".encode("cp1252"), "in.csv:3"),
        ('Name,age\nAna,41\n"' + "x" * 200_000, "never closed"),
    ],
)
def test_file_that_cannot_be_read_says_what_to_change(screened: Screens, text: str | bytes, words: str) -> None:
    run = screened(text)
    assert run.exit_code == 1
    assert words in run.messages
    assert run.files == ["in.csv"]


def test_encoding_can_be_named(screened: Screens) -> None:
    run = screened("Name,age\nJürgen,42\n".encode("cp1252"), "--encoding", "cp1252")
    assert (run.exit_code, _column(run, "Name")) == (0, ["Jürgen"])


def test_encoding_that_does_not_exist(screened: Screens) -> None:
    assert "no encoding 'utf-88'" in screened("Name,age\nAna,42\n", "--encoding", "utf-88").messages


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", " =1+1", "\t=1+1", "＝1+1"])
def test_formulas_are_defused(screened: Screens, cell: str) -> None:
    run = screened(f"{cell};age;leg_swollen\n{cell};41;no\n{cell};41;perhaps\n")
    assert run.out[0].startswith(f"'{cell};") or run.out[0].startswith("'" + cell.strip())
    assert run.out[1].startswith(f"'{cell};")
    assert f"'{cell}" in run.rejected[1]


@pytest.mark.parametrize("cell", ["-5", "+3,5", "plain", "a=b"])
def test_harmless_cells_stay_as_they_are(screened: Screens, cell: str) -> None:
    assert screened(f"Note;age\n{cell};41\n").out[1].startswith(f"{cell};")


def test_boxes_that_are_never_no_are_noted(screened: Screens) -> None:
    run = screened("age,leg_swollen\n41,x\n42,\n")
    assert "write no where it is no" in run.messages


def test_column_that_looks_like_a_slip_is_noted(screened: Screens) -> None:
    run = screened("age,leg_swolen\n41,yes\n")
    assert "leg_swollen=leg_swolen" in run.messages
