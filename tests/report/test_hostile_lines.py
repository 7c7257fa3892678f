"""Whatever a text holds, no line on a terminal obeys it: not in what is said, not in a label, not in JSON, not in the name of a file."""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.conftest import Invoke

from soleus.report.blocks import Banner, Heading, Line
from soleus.report.render import harmless, plain, rich
from soleus.report.tallying import tally_csv
from soleus.review.records import Remark, Tally

NASTY = "a\x1b]0;x\x07\x9b31m\u202eb\u2066\u200f\u200b\u2028c\u2029\x85\nd\U000e0041\ud800"


def unclean(text: str) -> set[str]:
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and char != "\n"}


def test_a_harmless_text_is_one_line_of_what_can_be_seen() -> None:
    assert harmless("one\u2028two\u2029three\nfour") == "one two three four"
    assert not unclean(harmless(NASTY))


def test_a_label_is_as_harmless_as_its_text() -> None:
    blocks = [Banner(NASTY, (NASTY,), "same_day"), Heading(NASTY), Line(NASTY, label=NASTY), Line(NASTY, label=NASTY, bullet=True)]
    stream = io.StringIO()
    Console(file=stream, width=100, highlight=False).print(rich(blocks))
    for text in (plain(blocks), stream.getvalue()):
        assert not unclean(text)
        assert "\nd" not in text, "a line of its own"


def test_json_is_the_same_data_and_moves_no_cursor(invoke: Invoke, tmp_path: Path) -> None:
    case = tmp_path / "x\x9b31m\u202e\u2028\U000e0041.yaml"
    case.write_text("{}")
    out = invoke("report", str(case), "--json", "--quick").stdout
    assert not unclean(out)
    assert json.loads(out)["case"] == case.stem


@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_the_name_of_a_table_is_shown_harmless(invoke: Invoke, tmp_path: Path, option: str) -> None:
    (tmp_path / "in.csv").write_text("name,breathless\nAnn,yes\nBen,perhaps\n")
    names = {"-o": str(tmp_path / "out.csv"), "--rejects": str(tmp_path / "rejected.csv")} | {option: str(tmp_path / "x\x9b31m\u202e\x07.csv")}
    done = invoke("screen", str(tmp_path / "in.csv"), *(part for pair in names.items() for part in pair))
    assert "could not be read" in done.stderr
    assert not unclean(done.stderr)


def test_no_part_of_a_table_is_a_formula_where_semicolons_part_cells() -> None:
    """Half of the world's spreadsheets part the cells of a CSV at semicolons, whatever it was written with."""
    said = Remark("anna", 1, "Kim;=1+1", "2026-01-31T18:30:00Z", "note", "x;=1+1; @SUM(A1);\u200b-2+3;\t+4", "0" * 32)
    line = tally_csv([Tally("rule", "x;=1", 1, 0, 0, 1, (said,))], {("rule", "x;=1"): "y;＝1"}).splitlines()[1]
    assert not [part for part in line.split(";") if part.strip().startswith(("=", "+", "-", "@", "＝"))]
    assert line.count(";'") + line.count("; '") == 7
