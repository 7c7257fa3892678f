"""Runs features/squad.feature: a club is screened, and its overview is read through its record and its HTML."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from pytest_bdd import given, parsers, scenarios, then, when
from tests.report.conftest import Page

from soleus import KnowledgeBase
from soleus.cli import cli
from soleus.knowledge.conditions import LEVELS
from soleus.report.html.squad import squad_html
from soleus.report.squad import squad
from soleus.report.squad_records import Person, Squad
from soleus.screening.reading_back import ScreenedTable

scenarios(str(Path(__file__).parents[2] / "features" / "squad.feature"))


@given("a club with these answers", target_fixture="club")
def _club(tmp_path: Path, datatable: list[list[str]]) -> Path:
    path = tmp_path / "club.csv"
    path.write_text("\n".join(",".join(row) for row in datatable), "utf-8")
    return path


def looked_at(base: KnowledgeBase, club: Path, *words: str, by: str = "") -> Squad:
    out = club.with_name("screened.csv")
    done = CliRunner().invoke(cli, ["screen", str(club), "-o", str(out), *words])
    assert done.exit_code == 1, done.output
    return squad(ScreenedTable(base, out), by=by)


@when("the squad is looked at", target_fixture="seen")
def _looked_at(base: KnowledgeBase, club: Path) -> Squad:
    return looked_at(base, club, "--with-answers")


@when(parsers.parse('the squad is looked at by "{column}"'), target_fixture="seen")
def _looked_at_by(base: KnowledgeBase, club: Path, column: str) -> Squad:
    return looked_at(base, club, by=column)


@when("the squad is screened without its answers and looked at", target_fixture="seen")
def _without_answers(base: KnowledgeBase, club: Path) -> Squad:
    return looked_at(base, club)


def person(seen: Squad, name: str) -> Person:
    (one,) = (one for level in seen.levels for one in level.people if one.name == name)
    return one


@then(parsers.parse('the page says "{words}"'))
def _says(seen: Squad, words: str) -> None:
    assert words in Page(squad_html(seen)).text


@then(parsers.parse('they come in the order "{names}"'))
def _order(seen: Squad, names: str) -> None:
    assert [one.name for level in seen.levels for one in level.people] == names.split(", ")
    who = Page(squad_html(seen)).text.split("Who needs care")[-1]
    places = [who.index(name) for name in names.split(", ")]
    assert places == sorted(places)


@then(parsers.parse('"{name}" was raised by "{title}"'))
def _raised(seen: Squad, name: str, title: str) -> None:
    assert title in person(seen, name).raised
    assert title in Page(squad_html(seen)).text


@then(parsers.parse('"{name}" has "{condition}" among what must not be missed'))
def _grave(seen: Squad, name: str, condition: str) -> None:
    one = person(seen, name)
    assert condition in [grave.name for grave in (*one.grave, one.best) if grave and grave.must_not_miss]


@then("nobody is called fine")
def _nobody_fine(seen: Squad) -> None:
    text = Page(squad_html(seen)).text.lower()
    assert not [word for word in (" fine", " ok ", " okay", "all clear", "healthy", "no problem") if word in text]
    assert "a mild level is no all-clear" in text


@then(parsers.parse('"{name}" is left out because of "{why}"'))
def _left_out(seen: Squad, name: str, why: str) -> None:
    (one,) = seen.missing.first
    assert one.name == name
    assert why in one.why


@then(parsers.parse('the cause "{cause}" is at least possible for {count:d} runners'))
def _cause(seen: Squad, cause: str, count: int) -> None:
    assert [one.possible for one in seen.causes if one.id == cause] == [count]


@then(parsers.parse('the group "{name}" has {first:d} at "{level}" and {second:d} at "{other}"'))
def _group(seen: Squad, name: str, first: int, level: str, second: int, other: str) -> None:
    (row,) = (row for row in seen.groups if row.name == name)
    counts = dict(zip(reversed(LEVELS), row.counts, strict=True))
    assert (counts[level], counts[other]) == (first, second)


@then(parsers.parse('of "{observable}" {yes:d} said "yes", {no:d} said "no" and {silent:d} gave no answer'))
def _spread(seen: Squad, observable: str, yes: int, no: int, silent: int) -> None:
    (one,) = (one for one in seen.spread if one.id == observable)
    assert ([count.count for count in one.counts], one.unanswered) == ([yes, no], silent)


@then("what rests on the load is counted")
def _resting(seen: Squad) -> None:
    assert [one.count for one in seen.resting_findings] or [one.possible for one in seen.resting_causes]
    assert all(one.name in Page(squad_html(seen)).text for one in (*seen.resting_findings, *seen.resting_causes))
