"""Runs of `soleus screen`: options, exit codes, what is left when one is interrupted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import Result

from soleus import Consultation, KnowledgeBase
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack
from soleus.inference.program import compile_program
from soleus.screening import run as runs
from soleus.screening.problems import ScreenError
from soleus.screening.run import Job
from soleus.screening.wanted import holding, wanted

from .conftest import Screened, Table

Runs = Callable[..., Result]
Screens = Callable[..., Screened]


@pytest.fixture
def club(tmp_path: Path, table_of: Table, drawn: list[dict[str, Any]]) -> Path:
    """A Parquet file of random sheets."""
    pq.write_table(table_of(drawn), tmp_path / "club.parquet")
    return tmp_path / "club.parquet"


def test_parquet_to_parquet(base: KnowledgeBase, club: Path, soleus: Runs, drawn: list[dict[str, Any]]) -> None:
    done = soleus("screen", club, "-o", club.with_name("out.parquet"))
    assert (done.exit_code, done.stdout) == (0, "")
    rows = pq.read_table(club.with_name("out.parquet")).to_pylist()
    outcome = engine_for(compile_program(base)).infer(pack(base, drawn))
    assert [row["triage"] for row in rows] == [outcome.row(place).triage for place in range(len(drawn))]
    assert [row["key"] for row in rows] == list(range(len(drawn)))
    assert sorted(path.name for path in club.parent.iterdir()) == ["club.parquet", "out.parquet"]


def test_parquet_to_csv_says_the_same(club: Path, soleus: Runs) -> None:
    soleus("screen", club, "-o", club.with_name("out.parquet"))
    soleus("screen", club, "-o", club.with_name("out.csv"))
    rows = pq.read_table(club.with_name("out.parquet")).to_pylist()
    header, *lines = (line.split(",") for line in club.with_name("out.csv").read_text().splitlines())
    for row, cells in zip(rows, lines, strict=True):
        said = dict(zip(header, cells, strict=True))
        assert said["triage"] == row["triage"]
        assert said["fired"] == " ".join(row["fired"])
        assert said["provisional"] == ("yes" if row["provisional"] else "no")
        assert said["condition_1_support"] == ("" if row["condition_1_support"] is None else str(row["condition_1_support"]))


def test_only_wanted_rows_are_written_and_counted(club: Path, soleus: Runs) -> None:
    done = soleus("screen", club, "-o", club.with_name("out.parquet"), "--where", "triage >= same_day", "--where", "not triage = emergency", "--json")
    report = json.loads(done.stdout)
    rows = pq.read_table(club.with_name("out.parquet")).to_pylist()
    assert {row["triage"] for row in rows} == {"same_day"}
    assert report["written"] == len(rows) == report["levels"]["same_day"]
    assert report["concluded"] == 300


def test_traces_are_those_of_the_forward_engine(base: KnowledgeBase, club: Path, soleus: Runs, drawn: list[dict[str, Any]]) -> None:
    words = ("--trace-where", "triage = emergency", "--most-traces", "3", "--json")
    report = json.loads(soleus("screen", club, "-o", club.with_name("out.parquet"), *words).stdout)
    rows = pq.read_table(club.with_name("out.parquet")).to_pylist()
    traced = [row for row in rows if row["trace"]]
    assert (report["traced"], report["traced"] + report["untraced"]) == (3, report["levels"]["emergency"])
    for row in traced:
        result = Consultation.of(base, drawn[row["key"]]).conclude()
        assert json.loads(row["trace"])["steps"] == result.to_dict()["trace"]["steps"]


def test_headers_are_mapped_by_pairs_and_by_files(screened: Screens, tmp_path: Path) -> None:
    (tmp_path / "columns.yaml").write_text("leg_swollen: Bein dick\n")
    run = screened("Alter,Bein dick\n41,ja\n", "--columns", "age=Alter", "--columns", str(tmp_path / "columns.yaml"))
    assert run.exit_code == 0
    assert run.out[0].startswith("triage,")


def test_header_that_is_not_there(screened: Screens) -> None:
    assert "no column 'Altr'. Did you mean 'Alter'" in screened("Alter\n41\n", "--columns", "age=Altr").messages


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("triage >= today", "Unknown level 'today'"),
        ("finding load_spikes", "Unknown finding"),
        ("soleus_strian >= likely", "Did you mean 'soleus_strain'"),
        ("what about", "It can be"),
    ],
)
def test_tests_of_rows_that_do_not_fit(screened: Screens, test: str, words: str) -> None:
    assert words in screened("age\n41\n", "--where", test).messages


def test_every_form_of_a_test_of_rows(base: KnowledgeBase, drawn: list[dict[str, Any]]) -> None:
    block = pack(base, drawn)
    outcome = engine_for(compile_program(base)).infer(block)
    rows = [outcome.row(row) for row in range(len(drawn))]
    rule, finding, measure = outcome.fired.names[5], outcome.findings.names[3], outcome.withheld.names[2]
    words = ("unlikely", "possible", "likely", "very_likely")
    forms: dict[str, list[bool]] = {
        "triage < same_day": [row.triage in ("self_care", "clinician") for row in rows],
        f"rule {rule}": [rule in row.fired for row in rows],
        f"not finding {finding}": [finding not in row.findings for row in rows],
        f"withheld {measure}": [measure in row.withheld for row in rows],
        f"advised {measure}": [measure in row.advised and measure not in row.withheld for row in rows],
        "soleus_strain >= possible": [words.index(row.words.get("soleus_strain", "unlikely")) >= 1 for row in rows],
        "provisional": [any(one.safety and one.id not in sheet for one in base.observables.values()) for sheet in drawn],
    }
    for text, expected in forms.items():
        assert holding([wanted(base, text)], block, outcome).tolist() == expected, text


def test_reject_file_goes_when_nothing_is_rejected(screened: Screens) -> None:
    assert "out.rejected.csv" in screened("age\nold\n41\n").files
    assert "out.rejected.csv" not in screened("age\n40\n41\n").files


def test_rejects_of_parquet_are_numbered_by_row(tmp_path: Path, soleus: Runs, table_of: Table, drawn: list[dict[str, Any]]) -> None:
    table = table_of([*drawn[:5], {"age": 900}, *drawn[5:9]])
    pq.write_table(table, tmp_path / "in.parquet")
    done = soleus("screen", tmp_path / "in.parquet", "-o", tmp_path / "out.parquet")
    assert done.exit_code == 1
    assert (tmp_path / "out.rejected.csv").read_text().splitlines()[1].startswith("6,")
    assert pq.read_table(tmp_path / "out.parquet")["key"].to_pylist() == [0, 1, 2, 3, 4, 6, 7, 8, 9]


@pytest.mark.parametrize("name", ["in.csv", "out.xlsx", "out"])
def test_output_that_cannot_be(tmp_path: Path, soleus: Runs, name: str) -> None:
    (tmp_path / "in.csv").write_text("age\n41\n")
    assert soleus("screen", tmp_path / "in.csv", "-o", tmp_path / name).exit_code == 1
    assert (tmp_path / "in.csv").read_text() == "age\n41\n"
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_cut_off_parquet_is_told(tmp_path: Path, club: Path, soleus: Runs) -> None:
    (tmp_path / "half.parquet").write_bytes(club.read_bytes()[:5000])
    done = soleus("screen", tmp_path / "half.parquet", "-o", tmp_path / "out.parquet")
    assert (done.exit_code, "cut off" in done.output) == (1, True)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError("No space left on device"), ScreenError([])], ids=["Ctrl-C", "full disk", "refused"])
@pytest.mark.parametrize("name", ["out.parquet", "out.csv"])
def test_interrupted_run_leaves_the_old_file_and_no_half(base: KnowledgeBase, club: Path, name: str, stop: BaseException) -> None:
    target = club.with_name(name)
    job = Job(source=club, target=target, rejects=club.with_name("r.csv"), base=base)
    target.write_text("before")

    def interrupted(*_: int) -> None:
        raise stop

    with pytest.raises(type(stop) if isinstance(stop, BaseException) else stop):
        runs.run(job, interrupted)
    assert target.read_text() == "before"
    assert sorted(path.name for path in club.parent.iterdir()) == sorted(["club.parquet", name])
    runs.run(job)
    assert target.stat().st_size > 1000


def test_what_a_crash_left_is_written_over(base: KnowledgeBase, club: Path) -> None:
    club.with_name(".out.parquet.part").write_text("half")
    runs.run(Job(source=club, target=club.with_name("out.parquet"), rejects=club.with_name("r.csv"), base=base))
    assert sorted(path.name for path in club.parent.iterdir()) == ["club.parquet", "out.parquet"]
