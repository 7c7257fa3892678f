"""What an overview of a squad does not know, it says: provisional levels, rows without a conclusion, other knowledge, words that the table lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.cli.conftest import Invoke
from tests.report.conftest import EXAMPLES, Page, Screens

import soleus
from sheets import Sheets
from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers
from soleus.report import squad_wording
from soleus.report.html.squad import squad_html
from soleus.report.render import plain
from soleus.report.squad import squad
from soleus.report.squad_blocks import squad_blocks
from soleus.report.squad_records import Squad
from soleus.screening.reading_back import ScreenedTable

BASE = KnowledgeBase.bundled()


def test_other_and_mixed_knowledge_is_told(screened: Screens, tmp_path: Path) -> None:
    table = pq.read_table(screened([Sheets(BASE).sheet(seed) for seed in range(10)]))
    place = table.schema.get_field_index("knowledge")
    others = {
        "other.parquet": (["f" * 64] * 10, "The table was screened with other knowledge (ffffffffffff)"),
        "mixed.parquet": ([BASE.fingerprint] * 7 + ["e" * 64] * 3, "3 of 10 rows were screened with other knowledge (eeeeeeeeeeee)"),
    }
    for name, (prints, words) in others.items():
        pq.write_table(table.set_column(place, "knowledge", pa.array(prints)), tmp_path / name)
        seen = squad(ScreenedTable(BASE, tmp_path / name))
        assert any(words in note for note in seen.notes)
        assert ("mixes rows of 2" in " ".join(seen.notes)) == (name == "mixed.parquet")
        assert words in Page(squad_html(seen)).text
    assert not squad(ScreenedTable(BASE, screened([Sheets(BASE).sheet(seed) for seed in range(10)]))).notes


def test_of_nobody_nothing_is_said(tmp_path: Path) -> None:
    """Where no row could be concluded it is not known who needs care: 'nobody' and 'nothing' would be a lie."""
    pq.write_table(soleus.screen(pa.table({"name": ["Ana"], "more_hills": ["perhaps"]}), with_answers=True), tmp_path / "squad.parquet")
    seen = squad(ScreenedTable(BASE, tmp_path / "squad.parquet"), by="name")
    page, lines = Page(squad_html(seen)), " ".join(plain(squad_blocks(seen)).split())
    for text in (page.text, lines):
        assert "It is not known who needs care: no row was concluded." in text
        assert "1 row could not be concluded" in text
        assert not [said for said in ("Nobody", "nothing that", "Nothing is", "How the answers are spread", "By group") if said in text]
    assert {link.removeprefix("#") for link in page.values("href")} == {"main", "who", "missing"}


def edited(path: Path, target: Path, **columns: list[Any]) -> Squad:
    """The overview of a table of which some columns were changed by hand."""
    table = pq.read_table(path)
    for name, values in columns.items():
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, pa.array(values, table.schema.field(name).type))
    pq.write_table(table, target)
    return squad(ScreenedTable(BASE, target))


@pytest.mark.parametrize(("prints", "words"), [([None, BASE.fingerprint], "1 of 2 rows does not say"), ([None, None], "The table does not say")])
def test_rows_that_name_no_knowledge_are_told(screened: Screens, tmp_path: Path, prints: list[str | None], words: str) -> None:
    table = pq.read_table(screened([{"leg_swollen": True}, {}]))
    pq.write_table(table.set_column(table.schema.get_field_index("knowledge"), "knowledge", pa.array(prints, pa.string())), tmp_path / "x.parquet")
    seen = squad(ScreenedTable(BASE, tmp_path / "x.parquet"))
    assert any(note.startswith(words) for note in seen.notes)
    assert words in Page(squad_html(seen)).text


def test_lines_that_cannot_be_read_are_people_who_are_missing(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name,breathless\nAna,no\nBen,no\nCem,perhaps\nDora,perhaps\n")
    out, rejects = tmp_path / "out.csv", tmp_path / "out.rejected.csv"
    assert invoke("screen", str(tmp_path / "in.csv"), "-o", str(out)).exit_code == 1
    out.write_text(out.read_text().replace("Ben,", "Ben,,"))
    rejects.write_text(rejects.read_text().replace(",Dora", ",Dora,"))
    seen = squad(ScreenedTable(BASE, out))
    assert (seen.concluded, seen.missing.in_table, seen.missing.in_file, seen.missing.count) == (1, 1, 2, 3)
    assert [one.where for one in seen.missing.first] == ["line 3", "line 4 of the answers", "line 3 of out.rejected.csv"]
    for said in (Page(squad_html(seen)).text, " ".join(plain(squad_blocks(seen)).split())):
        assert "3 rows could not be concluded: 1 in the table and 2 in out.rejected.csv." in said


def test_what_is_missing_in_the_table_hides_no_missing_file(tmp_path: Path) -> None:
    table = soleus.screen(pa.table({"name": ["Ana"], "leg_swollen": ["perhaps"]}))
    pq.write_table(table, tmp_path / "squad.parquet")
    text = Page(squad_html(squad(ScreenedTable(BASE, tmp_path / "squad.parquet")))).text
    assert "1 row could not be concluded" in text
    assert "No reject file lies beside the table." in text


def test_what_must_not_be_missed_is_named_at_every_level(screened: Screens) -> None:
    """A clinician may be soon enough for it; it is named all the same, however many others are better supported."""
    drawn = Sheets(BASE)
    sheets = [drawn.sheet(seed) for seed in range(400)]
    seen = squad(ScreenedTable(BASE, screened(sheets)), most=400)
    hidden = [(person, one) for level in seen.levels if level.level == "clinician" for person in level.people for one in person.grave]
    assert hidden
    page, lines = (" ".join(text.split()).split("Runner ") for text in (Page(squad_html(seen)).text, plain(squad_blocks(seen))))
    for person, one in hidden:
        called = person.name.removeprefix("Runner ")
        for start, rows in ((f"{called} {person.where}", page), (f"{called}, {person.where}", lines)):
            (row,) = (each for each in rows if each.startswith(start))
            assert f"Must not be missed: {one.name}: {one.words}" in row


def test_nobody_today_is_no_more_than_the_answers_say(screened: Screens, tmp_path: Path) -> None:
    """With open questions, or rows without a conclusion, the banner says so in one breath, and is not green."""
    open_ones = squad(ScreenedTable(BASE, screened([{}, {}])))
    assert open_ones.urgent == 0
    assert squad_wording.headline(open_ones) == "Nobody of 2 runners must be seen today, by these answers, but 2 levels can only be too low"
    assert open_ones.worst != "self_care"
    whole_sheet = load_answers(BASE, EXAMPLES / "new_shoes.yaml")
    assert settled(whole_sheet)
    sure = squad(ScreenedTable(BASE, screened([whole_sheet])))
    assert (squad_wording.headline(sure), sure.worst) == ("Nobody of 1 runner must be seen today, by these answers", "self_care")
    one_left = edited(screened([whole_sheet, whole_sheet]), tmp_path / "left.parquet", triage=["self_care", None])
    assert squad_wording.headline(one_left) == "Nobody of 1 runner must be seen today, by these answers, but 1 row could not be concluded"
    assert one_left.worst is None
    nobody = squad(ScreenedTable(BASE, screened([])))
    assert nobody.worst is None
    assert '<body class="unsettled">' in squad_html(nobody)


def settled(sheet: dict[str, Any]) -> bool:
    triage = Consultation.of(BASE, sheet).conclude().triage
    return triage.level == "self_care" and not triage.provisional


def test_a_count_of_likely_ones_tells_for_whom_the_table_has_no_word(screened: Screens) -> None:
    """Beyond the three best supported a table says no more than at least possible: nobody may read a small count as the whole."""
    sheets = [Sheets(BASE).sheet(seed) for seed in range(100)]
    results = [Consultation.of(BASE, sheet).conclude() for sheet in sheets]
    seen = squad(ScreenedTable(BASE, screened(sheets)))
    unworded = 0
    for one in seen.conditions:
        if one.must_not_miss:
            likely = sum(any(each.id == one.id and each.words in ("likely", "very likely") for each in result.conditions) for result in results)
            assert one.likely <= likely <= one.likely + one.unworded, one.id
            unworded += likely > one.likely
            assert not one.unworded or f"for {one.unworded} the table has no word" in Page(squad_html(seen)).text
    assert unworded
