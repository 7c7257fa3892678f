"""The overview of a squad: every count and every person of it is in the table, and the page says all of it."""

from __future__ import annotations

import dataclasses
import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Invoke
from tests.report.conftest import Page, Screens

import soleus
from sheets import Sheets
from soleus import Consultation, KnowledgeBase
from soleus.knowledge.conditions import LEVELS
from soleus.report.html.squad import along, shares, squad_html
from soleus.report.render import plain
from soleus.report.squad import squad
from soleus.report.squad_blocks import squad_blocks
from soleus.report.squad_records import Quartiles, Squad
from soleus.report.squad_spread import resting, spreads
from soleus.screening.overview import Overview
from soleus.screening.reading_back import ScreenedTable

BASE = KnowledgeBase.bundled()
SIZE = 120


@pytest.fixture(scope="session")
def sheets_of_squad() -> list[dict[str, Any]]:
    """Answers of all kinds, most of them with a no to every danger sign."""
    seeded = Sheets(BASE)
    return [seeded.cleared(seed) if seed % 3 else seeded.sheet(seed) for seed in range(SIZE)]


@pytest.fixture(scope="session")
def whole(screened: Screens, sheets_of_squad: list[dict[str, Any]]) -> Squad:
    return squad(ScreenedTable(BASE, screened(sheets_of_squad)), by="team", most=SIZE)


def people_of(one: Squad) -> dict[str, tuple[str, Any]]:
    return {person.name: (level.level, person) for level in one.levels for person in level.people}


def test_everybody_stands_once_at_the_level_of_a_consultation(whole: Squad, sheets_of_squad: list[dict[str, Any]]) -> None:
    people = people_of(whole)
    assert len(people) == SIZE == whole.concluded == sum(one.count for one in whole.levels)
    for place, sheet in enumerate(sheets_of_squad):
        result = Consultation.of(BASE, sheet).conclude()
        level, person = people[f"Runner {place}"]
        assert (level, person.provisional) == (result.triage.level, result.triage.provisional)
        possible = [one for one in result.conditions if one.words != "unlikely"]
        assert (person.best.id if person.best else "") == next((one.id for one in possible), "")
        grave = {one.id for one in possible if one.must_not_miss}
        assert {one.id for one in (*person.grave, person.best) if one and one.must_not_miss} == grave
        raised = {BASE.rules[one.rule].title for one in result.triage.reasons if one.rule in BASE.rules}
        assert not raised or set(person.raised) == raised


def test_the_most_urgent_come_first(whole: Squad) -> None:
    assert [one.level for one in whole.levels] == list(reversed(LEVELS))
    text = Page(squad_html(whole)).text
    heads = [text.index(f"{one.title}: {one.count}", text.index("What is left out")) for one in whole.levels if one.count]
    assert heads == sorted(heads)
    assert len(heads) >= 3


def test_what_must_not_be_missed_is_counted_in_full(whole: Squad, sheets_of_squad: list[dict[str, Any]]) -> None:
    results = [Consultation.of(BASE, sheet).conclude() for sheet in sheets_of_squad]
    counted = {one.id: one.possible for one in whole.conditions if one.must_not_miss}
    for name, condition in BASE.conditions.items():
        if condition.must_not_miss:
            possible = sum(any(one.id == name and one.words != "unlikely" for one in result.conditions) for result in results)
            assert counted.get(name, 0) == possible, name


def test_groups_add_up(whole: Squad) -> None:
    assert [row.name for row in whole.groups if not row.total] == []
    assert [sum(row.counts[place] for row in whole.groups) for place in range(4)] == [one.count for one in whole.levels]
    assert all(sum(row.counts) == row.total for row in whole.groups)
    assert squad_html(whole).count('<th scope="row">Team') == 3


def test_answers_are_spread_as_they_were_given(whole: Squad, sheets_of_squad: list[dict[str, Any]]) -> None:
    assert [one.id for one in whole.spread] == list(BASE.about.spread)
    for one in whole.spread:
        given_ones = [sheet[one.id] for sheet in sheets_of_squad if one.id in sheet]
        assert (one.answered, one.unanswered) == (len(given_ones), SIZE - len(given_ones))
        assert sum(count.count for count in one.counts) == one.answered
        if BASE.observables[one.id].kind == "yes_no":
            assert [count.count for count in one.counts] == [given_ones.count(True), given_ones.count(False)]


def test_the_page_is_whole_and_nothing_runs_or_is_fetched(whole: Squad) -> None:
    text = squad_html(whole)
    page = Page(text)
    ids = page.values("id")
    assert not page.open
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    assert {one for several in page.values("aria-labelledby") for one in several.split()} <= set(ids)
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base"})
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in ("src", "style")]
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values("content")
    assert BASE.fingerprint in page.text
    assert page.text.count(BASE.about.intended_use) == 2


def test_headings_stand_in_order_and_tables_have_headers(whole: Squad) -> None:
    tags = [tag for tag, _ in Page(squad_html(whole)).tags]
    heads = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4")]
    assert heads[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(heads))
    assert tags.count("table") == tags.count("caption") == tags.count("thead")
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in Page(squad_html(whole)).tags if tag == "th")


def test_page_lines_and_json_say_the_same(whole: Squad) -> None:
    page, lines = Page(squad_html(whole)).text, " ".join(plain(squad_blocks(whole)).split())
    data = json.loads(json.dumps(dataclasses.asdict(whole)))
    assert [one["count"] for one in data["levels"]] == [one.count for one in whole.levels]
    for said in (*people_of(whole), *(one.name for one in (*whole.causes, *whole.conditions, *whole.measures)), *(one.short for one in whole.spread)):
        assert said in page
        assert " ".join(said.split()) in lines


def test_a_large_squad_is_cut_and_told(screened: Screens, sheets_of_squad: list[dict[str, Any]]) -> None:
    few = squad(ScreenedTable(BASE, screened(sheets_of_squad)), most=2)
    assert all(len(one.people) + one.more == one.count for one in few.levels)
    assert any(one.more for one in few.levels)
    text = Page(squad_html(few)).text
    for one in few.levels:
        assert not one.more or f"And {one.more} more. The table has all of them: keep the rows with triage {one.level}." in text


def test_without_answers_it_says_how_to_get_them(screened: Screens, sheets_of_squad: list[dict[str, Any]]) -> None:
    bare = squad(ScreenedTable(BASE, screened(sheets_of_squad, with_answers=False)))
    assert (bare.answers_there, bare.spread) == (False, ())
    for text in (Page(squad_html(bare)).text, " ".join(plain(squad_blocks(bare)).split())):
        assert "screen again with: soleus screen IN -o OUT --with-answers" in text
        assert all(one.name in text for one in (*bare.resting_findings, *bare.resting_causes))
    assert {one.id for one in bare.resting_causes} <= resting(BASE).causes
    assert bare.resting_causes


def test_without_a_column_of_text_the_row_is_the_name(tmp_path: Path) -> None:
    table = soleus.screen(pa.table({"key": [7, 8], "leg_swollen": [True, False]}))
    pq.write_table(table, tmp_path / "keys.parquet")
    seen = squad(ScreenedTable(BASE, tmp_path / "keys.parquet"))
    assert [(person.where, person.name) for one in seen.levels for person in one.people] == [("row 1", ""), ("row 2", "")]
    named = squad(ScreenedTable(BASE, tmp_path / "keys.parquet"), name="key")
    assert [person.name for one in named.levels for person in one.people] == ["7", "8"]


def test_rules_that_this_knowledge_does_not_have_are_told(screened: Screens, tmp_path: Path) -> None:
    table = pq.read_table(screened([{"leg_swollen": True}]))
    place = table.schema.get_field_index("fired")
    pq.write_table(table.set_column(place, "fired", pa.array([["an-old-rule", "another-one"]])), tmp_path / "old.parquet")
    seen = squad(ScreenedTable(BASE, tmp_path / "old.parquet"))
    assert "2 rules that fired, and that this knowledge does not have" in Page(squad_html(seen)).text


def test_a_table_without_rows_says_so(screened: Screens) -> None:
    nobody = squad(ScreenedTable(BASE, screened([])), by="team")
    assert "No runner of this table was concluded" in Page(squad_html(nobody)).text
    assert "NO RUNNER OF THIS TABLE WAS CONCLUDED" in plain(squad_blocks(nobody))
    assert shares(nobody) == ()


def test_rows_that_could_not_be_concluded_are_named(tmp_path: Path) -> None:
    table = soleus.screen(pa.table({"name": ["Ana", "Ben"], "leg_swollen": ["yes", "perhaps"]}))
    pq.write_table(table, tmp_path / "squad.parquet")
    (tmp_path / "squad.rejected.csv").write_text("line,problem,name\n5,too many cells,Cem\n")
    seen = squad(ScreenedTable(BASE, tmp_path / "squad.parquet"))
    assert (seen.missing.in_table, seen.missing.in_file, seen.missing.file) == (1, 1, "squad.rejected.csv")
    assert [(one.where, one.name) for one in seen.missing.first] == [("row 2", "Ben"), ("line 5 of the answers", "Cem")]
    text = Page(squad_html(seen)).text
    assert "2 rows could not be concluded: 1 in the table and 1 in squad.rejected.csv." in text
    assert "too many cells" in text


# Numbers


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(0, 300, places=2).map(float), min_size=1, max_size=60))
def test_the_stretches_hold_every_number_once(numbers: list[float]) -> None:
    counts = Overview()
    counts.levels["self_care"] = len(numbers)
    counts.numbers["weekly_distance"] = [np.array(numbers)]
    (one,) = spreads(BASE, counts, ["weekly_distance"])
    assert sum(count.count for count in one.counts) == one.answered == len(numbers)
    assert len(one.counts) <= 11
    assert one.quartiles is not None
    quartiles = dataclasses.astuple(one.quartiles)
    assert list(quartiles) == sorted(quartiles)
    assert (quartiles[0], quartiles[-1]) == (min(numbers), max(numbers))
    for count in one.counts:
        if "to under" in count.label:
            low, high = (float(part.strip(" km")) for part in count.label.split("to under"))
            assert count.count == sum(low <= number < high for number in numbers)


def test_a_number_lies_along_the_strip() -> None:
    assert [along(Quartiles(10, 20, 30, 40, 50), number) for number in (10, 20, 50)] == [0, 25, 100]
    assert along(Quartiles(5, 5, 5, 5, 5), 5) == 50


def test_the_parts_of_the_bar_follow_each_other_and_end_with_it(whole: Squad) -> None:
    parts = shares(whole)
    assert all(one.start + one.length <= other.start + 0.01 for one, other in itertools.pairwise(parts))
    assert parts[-1].start + parts[-1].length <= 100.1
    assert [one.kind for one in parts] == [one.level for one in whole.levels if one.count]


# The command


def test_the_page_goes_to_its_owner_alone_and_lines_to_the_terminal(invoke: Invoke, screened: Screens, tmp_path: Path) -> None:
    path = screened([{"leg_swollen": True}, {"breathless": True}])
    done = invoke("squad", str(path), "-o", str(tmp_path / "squad.html"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "The overview is in" in done.stderr
    assert (tmp_path / "squad.html").stat().st_mode & 0o777 == 0o600
    lines = invoke("squad", str(path), "--plain")
    assert "2 OF 2 RUNNERS MUST BE SEEN TODAY" in lines.stdout
    assert json.loads(invoke("squad", str(path), "--json").stdout)["levels"][0]["count"] == 1
    assert invoke("squad", str(path), "-o", "-").stdout == (tmp_path / "squad.html").read_text("utf-8")


@pytest.mark.parametrize("args", [("-o", "squad.csv"), ("-o", "x.html", "--json")])
def test_wrong_usage_writes_nothing(invoke: Invoke, screened: Screens, args: tuple[str, ...]) -> None:
    done = invoke("squad", str(screened([{"leg_swollen": True}])), *args)
    assert done.exit_code == 2
    assert ".html" in done.stderr


@pytest.mark.parametrize(("args", "words"), [(("--name", "nmae"), "Did you mean 'name'"), (("--by", "triage"), "It can be name, team")])
def test_columns_that_are_not_carried_are_told(invoke: Invoke, screened: Screens, args: tuple[str, ...], words: str) -> None:
    done = invoke("squad", str(screened([{"leg_swollen": True}])), *args)
    assert done.exit_code == 1
    assert words in done.stderr


def test_the_same_table_gives_the_same_bytes_on_every_hash_seed(run: Any, screened: Screens, sheets_of_squad: list[dict[str, Any]]) -> None:
    path = str(screened(sheets_of_squad))
    pages = {run("squad", path, "-o", "-", "--by", "team", env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "4711")}
    assert len(pages) == 1
    assert len(next(iter(pages))) > 50_000
