"""What `soleus screen` wrote is read back; what it never wrote is refused with the place and the way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result

import soleus
from soleus import KnowledgeBase
from soleus.knowledge.conditions import LEVELS
from soleus.screening.overview import Overview, overview
from soleus.screening.problems import ScreenError
from soleus.screening.reading_back import ScreenedTable, rejects_beside

from .conftest import Screened, Table

Runs = Callable[..., Result]
Screens = Callable[..., Screened]


def counted(base: KnowledgeBase, path: Path, *, most: int = 10_000, by: str = "", spread: tuple[str, ...] = ()) -> Overview:
    return overview(ScreenedTable(base, path), name="", by=by, spread=spread, most=most)


@pytest.fixture
def both(tmp_path: Path, soleus: Runs, table_of: Table, drawn: list[dict[str, Any]]) -> list[Path]:
    """The same sheets, screened to Parquet and to CSV."""
    pq.write_table(table_of(drawn), tmp_path / "in.parquet")
    paths = [tmp_path / "out.parquet", tmp_path / "out.csv"]
    for path in paths:
        assert soleus("screen", tmp_path / "in.parquet", "-o", path, "--with-answers").exit_code == 0
    return paths


def test_every_count_is_that_of_the_rows_one_by_one(base: KnowledgeBase, both: list[Path], drawn: list[dict[str, Any]]) -> None:
    rows = pq.read_table(both[0]).to_pylist()
    for path in both:
        counts = counted(base, path, spread=("weekly_distance", "pain_onset", "leg_swollen"))
        assert counts.levels == {level: sum(row["triage"] == level for row in rows) for level in LEVELS if level in {row["triage"] for row in rows}}
        assert counts.provisional.total() == sum(row["provisional"] for row in rows)
        for column, counter in (("findings", counts.findings), ("advised", counts.advised), ("fired", counts.fired)):
            assert dict(counter) == {name: sum(name in row[column] for row in rows) for name in {one for row in rows for one in row[column]}}
        for word, counter in (("possible", counts.possible), ("likely", counts.likely)):
            said = ("possible", "likely", "very likely")[("possible", "likely").index(word) :]
            ids = [row[f"{kind}_{n}"] for row in rows for kind in ("condition", "cause") for n in (1, 2, 3) if row[f"{kind}_{n}_words"] in said]
            assert dict(counter) == {name: ids.count(name) for name in set(ids)}
        assert sum(len(numbers) for numbers in counts.numbers["weekly_distance"]) == sum("weekly_distance" in sheet for sheet in drawn)
        assert counts.choices["pain_onset"].total() == sum("pain_onset" in sheet for sheet in drawn)
        assert counts.choices["leg_swollen"][True] == sum(sheet.get("leg_swollen") is True for sheet in drawn)
        assert counts.choices["leg_swollen"][False] == sum(sheet.get("leg_swollen") is False for sheet in drawn)


def test_the_people_are_those_of_the_rows(base: KnowledgeBase, both: list[Path]) -> None:
    rows = pq.read_table(both[0]).to_pylist()
    for path, first in zip(both, (1, 2), strict=True):
        counts = counted(base, path)
        for level, people in counts.people.items():
            here = [(place, row) for place, row in enumerate(rows) if row["triage"] == level]
            assert [one.number - first for one in people] == [place for place, _ in here]
            assert [one.fired for one in people] == [tuple(row["fired"]) for _, row in here]
            assert [one.provisional for one in people] == [row["provisional"] for _, row in here]


def test_no_more_people_are_kept_than_asked_for(base: KnowledgeBase, both: list[Path]) -> None:
    counts = counted(base, both[0], most=3)
    assert {len(people) for people in counts.people.values()} == {3}
    assert counts.concluded == 300


def test_rows_without_a_conclusion_are_counted(base: KnowledgeBase, tmp_path: Path) -> None:
    table = soleus.screen(pa.table({"name": ["Ana", "Ben", "Cem"], "leg_swollen": ["yes", "perhaps", ""]}), with_answers=True)
    pq.write_table(table, tmp_path / "out.parquet")
    counts = counted(base, tmp_path / "out.parquet", spread=("leg_swollen",))
    assert (counts.concluded, counts.unconcluded) == (2, 1)
    assert [(one.number, "'perhaps'" in one.problem) for one in counts.missing] == [(2, True)]
    assert counts.choices["leg_swollen"] == {True: 1, False: 0}


def test_groups_are_told_apart_and_nobody_is_lost(base: KnowledgeBase, screened: Screens, tmp_path: Path) -> None:
    screened("Name,Team,breathless\nAna,A,yes\nBen,A ,no\nCem,,no\nDora,B,\n")
    counts = counted(base, tmp_path / "out.csv", by="Team")
    assert +counts.groups == {("A", "emergency"): 1, ("A", "clinician"): 1, ("", "clinician"): 1, ("B", "clinician"): 1}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",clinician,", ",fine,", ["'triage' holds 'fine' in line 3", "It can be"]),
        (",emergency,", ",emergncy,", ["'triage' holds 'emergncy' in line 2", "Did you mean 'emergency'"]),
        (",emergency,yes,", ",emergency,maybe,", ["'provisional' holds 'maybe' in line 2"]),
        (",emergency,yes,", ",emergency,,", ["'provisional' says nothing in line 2, though 'triage' holds 'emergency'"]),
        (
            ",emergency,",
            ",self_care,",
            ["'triage' holds 'self_care' in line 2", "'chest-trouble-with-a-sore-leg-is-an-emergency' fired there, which asks for 'emergency'"],
        ),
        (",pulmonary_embolism,possible,", ",pulmonary_embolism,,", ["'condition_1_words' says nothing in line 2", "'pulmonary_embolism'"]),
        (",condition_1,", ",triage,", ["Two columns are called 'triage'"]),
        ("Name,", "knowledge,", ["Two columns are called 'knowledge'"]),
        ("provisional", "sure", ["no output of 'soleus screen'", "no column 'provisional'", "soleus screen out.csv -o screened.csv"]),
    ],
)
def test_what_was_never_written_is_refused(base: KnowledgeBase, screened: Screens, tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    screened("Name,breathless\nAna,yes\nBen,no\n")
    path = tmp_path / "out.csv"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(ScreenError) as error:
        counted(base, path)
    assert all(word in str(error.value) for word in words), error.value


@pytest.mark.parametrize("level", ["emergency", "same_day"])
def test_only_a_level_that_is_too_mild_is_refused(base: KnowledgeBase, screened: Screens, tmp_path: Path, level: str) -> None:
    """Who raises a level by hand knows more; nobody is reassured by that."""
    screened("Name,breathless\nAna,no\n")
    path = tmp_path / "out.csv"
    path.write_text(path.read_text().replace(",clinician,", f",{level},"))
    assert counted(base, path).levels == {level: 1}


def test_the_rules_of_other_knowledge_raise_nothing_here(base: KnowledgeBase, screened: Screens, tmp_path: Path) -> None:
    """A rule of the same name may ask for something else there."""
    screened("Name,breathless\nAna,yes\n")
    path = tmp_path / "out.csv"
    path.write_text(path.read_text().replace(",emergency,", ",self_care,").replace(base.fingerprint, "f" * 64))
    assert counted(base, path).levels == {"self_care": 1}


def test_a_row_without_a_level_counts_nowhere_else(base: KnowledgeBase, screened: Screens, tmp_path: Path) -> None:
    screened("Name,breathless\nAna,yes\nBen,no\n")
    path = tmp_path / "out.csv"
    path.write_text(path.read_text().replace(",emergency,", ",,"))
    counts = counted(base, path)
    assert (counts.concluded, counts.unconcluded) == (1, 1)
    assert {*counts.fired.values(), *counts.findings.values(), *counts.advised.values(), *counts.knowledge.values()} == {1}
    assert not counts.possible


def test_a_table_of_answers_is_told_what_to_do(base: KnowledgeBase, both: list[Path]) -> None:
    with pytest.raises(ScreenError, match=r"Screen the answers first: soleus screen in\.parquet"):
        ScreenedTable(base, both[0].with_name("in.parquet"))


def test_a_column_of_the_wrong_type_is_refused(base: KnowledgeBase, both: list[Path], tmp_path: Path) -> None:
    table = pq.read_table(both[0])
    wrong = table.set_column(table.schema.get_field_index("triage"), "triage", pa.array(range(table.num_rows)))
    pq.write_table(wrong, tmp_path / "wrong.parquet")
    with pytest.raises(ScreenError):
        counted(base, tmp_path / "wrong.parquet")


def test_the_reject_file_is_found_with_who_and_why(screened: Screens, tmp_path: Path) -> None:
    screened("Name;leg_swollen\nAna;ja\nBen;perhaps\nTotal;\n")
    rejects = rejects_beside(tmp_path / "out.csv", "Name", 1)
    assert rejects is not None
    assert (rejects.name, rejects.count) == ("out.rejected.csv", 2)
    assert [(where, name) for where, name, _ in rejects.first] == [("line 3", "Ben")]
    assert rejects_beside(tmp_path / "in.csv", "Name", 1) is None


def test_a_line_of_the_reject_file_that_cannot_be_read_is_counted(screened: Screens, tmp_path: Path) -> None:
    screened("Name;leg_swollen\nAna;ja\nBen;perhaps\nCem;perhaps\n")
    path = tmp_path / "out.rejected.csv"
    path.write_text(path.read_text().replace(";Cem\n", ";Cem;late\n"))
    rejects = rejects_beside(tmp_path / "out.csv", "Name", 5)
    assert rejects is not None
    assert (rejects.count, len(rejects.first)) == (2, 1)
    assert rejects.unread == ((3, "This line has 4 cells, the header has 3."),)


def test_a_carried_column_called_line_hides_no_line(screened: Screens, tmp_path: Path) -> None:
    screened("line;problem_of;leg_swollen\n77;knee;ja\n78;knee;perhaps\n")
    rejects = rejects_beside(tmp_path / "out.csv", "line", 5)
    assert rejects is not None
    assert [(where, name) for where, name, _ in rejects.first] == [("line 3", "78")]


def test_another_file_in_its_place_is_told(screened: Screens, tmp_path: Path) -> None:
    screened("Name;leg_swollen\nAna;ja\n")
    (tmp_path / "out.rejected.csv").write_text("Name;Age\nAna;4\n")
    with pytest.raises(ScreenError, match="should be the reject file"):
        rejects_beside(tmp_path / "out.csv", "Name", 1)
