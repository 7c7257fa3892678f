"""The list of cases: filtered by what the newest version says, in pages, the same in a file and in PostgreSQL."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Invoke
from tests.review.conftest import Results

from soleus.consultation.journal import Journal
from soleus.review.records import CaseFilter, CaseLine, KeptCase, Version
from soleus.review.store import CaseStore

OTHER = "habit_of_sleep"
"""The id of a cause whose wildcards of SQL must not stand for other letters."""


def with_causes(result: Mapping[str, Any], *likely: str) -> Mapping[str, Any]:
    """A result whose likely causes are these."""
    shape = {"name": "x", "support": 9, "words": "likely", "summary": "", "arguments": [], "evidence": ""}
    return {**result, "causes": [{"id": one, **shape} for one in likely]}


@pytest.fixture
def filled(store: CaseStore, result_of: Results) -> CaseStore:
    """Four cases: two calm, an emergency that was calm once, and one with likely causes. One of them is judged."""
    store.keep(Journal(), "anna", (), result_of(chest_pain=False))
    store.keep(Journal(), "Änne", (), result_of(worst=3))
    journal = Journal()
    store.keep(journal, "ben", (), with_causes(result_of(), OTHER))
    store.keep(journal, "ben", (), result_of(chest_pain=True))
    store.keep(Journal(), "carla_1", (), with_causes(result_of(worst=1), OTHER, "a%", 'b", "c'))
    store.judge("anna", "triage", store.read("anna").last.result["triage"]["level"], "Dr", "agree")
    store.judge("ben", "triage", store.read("ben").versions[0].result["triage"]["level"], "Dr", "agree", version=1)
    return store


def names(store: CaseStore, wanted: CaseFilter) -> set[str]:
    found = {one.name for one in store.lines(wanted)}
    assert store.count(wanted) == len(found)
    return found


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (CaseFilter(), {"anna", "Änne", "ben", "carla_1"}),
        (CaseFilter(triage="emergency"), {"ben"}),
        (CaseFilter(triage="same_day"), set()),
        (CaseFilter(cause=OTHER), {"carla_1"}),
        (CaseFilter(cause="habit%sleep"), set()),
        (CaseFilter(cause="habitXofXsleep"), set()),
        (CaseFilter(cause="habit_of"), set()),
        (CaseFilter(cause="Habit_of_sleep"), set()),
        (CaseFilter(cause="a%"), {"carla_1"}),
        (CaseFilter(cause="c"), set()),
        (CaseFilter(cause='b", "c'), {"carla_1"}),
        (CaseFilter(name="ANN"), {"anna"}),
        (CaseFilter(name="äNN"), {"Änne"}),
        (CaseFilter(name="_"), {"carla_1"}),
        (CaseFilter(name="%"), set()),
        (CaseFilter(name="/"), set()),
        (CaseFilter(unreviewed=True), {"Änne", "ben", "carla_1"}),
        (CaseFilter(triage="emergency", name="e", unreviewed=True), {"ben"}),
        (CaseFilter(triage="emergency", name="anna"), set()),
    ],
)
def test_a_filter_looks_at_the_newest_version(filled: CaseStore, wanted: CaseFilter, expected: set[str]) -> None:
    assert names(filled, wanted) == expected


def test_the_causes_are_those_of_newest_versions(filled: CaseStore) -> None:
    assert filled.causes() == ("a%", 'b", "c', OTHER)


def test_pages_lie_one_after_another(filled: CaseStore) -> None:
    every = filled.lines()
    assert [filled.lines(most=1, skip=number) for number in range(5)] == [*((one,) for one in every), ()]
    assert filled.lines(most=3) == every[:3]
    assert filled.lines(skip=1) == every[1:]
    assert filled.lines(CaseFilter(name="n"), most=2, skip=1) == filled.lines(CaseFilter(name="n"))[1:3]
    assert filled.lines(most=0) == ()


def test_the_last_that_was_kept_comes_first_and_then_the_name(store: CaseStore, result_of: Results) -> None:
    times = {"a": "2026-01-01T00:00:00Z", "b": "2026-01-03T00:00:00Z", "d": "2026-01-02T00:00:00Z", "c": "2026-01-02T00:00:00Z"}
    store.add(KeptCase(f"{number:032x}", name, (Version(1, time, (), {}, result_of()),)) for number, (name, time) in enumerate(times.items()))
    assert [one.name for one in store.lines()] == ["b", "c", "d", "a"]
    assert [one.name for one in store.lines(most=2, skip=1)] == ["c", "d"]


CONDITION = {"support": 9, "summary": "", "arguments": [], "course": "", "triage": "same_day"}
RANKED = (
    ("sprain", "very likely", False),
    ("tear", "likely", True),
    ("clot", "possible", True),
    ("ache", "possible", False),
    ("gout", "unlikely", True),
)
"""Conditions as a result ranks them: name, word, and whether they must not be missed."""


def with_conditions(result: Mapping[str, Any], *ranked: tuple[str, str, bool]) -> Mapping[str, Any]:
    conditions = [{**CONDITION, "id": f"id_{name}", "name": name, "words": words, "must_not_miss": grave} for name, words, grave in ranked]
    return {**result, "conditions": conditions}


def test_a_line_names_each_other_condition_that_must_not_be_missed(store: CaseStore, result_of: Results) -> None:
    store.keep(Journal(), "mild_first", (), with_conditions(result_of(), *RANKED))
    store.keep(Journal(), "grave_first", (), with_conditions(result_of(), *RANKED[1:]))
    store.keep(Journal(), "none", (), with_conditions(result_of(), RANKED[-1]))
    assert {one.name: (one.condition_name, one.grave) for one in store.lines()} == {
        "mild_first": ("sprain", ("tear", "clot")),
        "grave_first": ("tear", ("clot",)),
        "none": ("", ()),
    }


IDS = st.lists(st.sampled_from(["a", "b", "a_b", "aXb", '"', "\\", ","]), unique=True)
CASES = st.lists(st.tuples(st.sampled_from(["emergency", "same_day"]), IDS, st.booleans()), max_size=5)
SOUGHT = st.sampled_from(["", "a", "a_b", '"', "\\", ",", '", "'])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES, cause=SOUGHT, triage=st.sampled_from(["", "emergency"]), unreviewed=st.booleans())
def test_the_database_filters_as_python_would(
    cases: list[tuple[str, list[str], bool]],
    cause: str,
    triage: str,
    unreviewed: bool,
    tmp_path_factory: pytest.TempPathFactory,
    result_of: Results,
) -> None:
    store = CaseStore(str(tmp_path_factory.mktemp("law") / "cases.db"))
    for number, (level, causes, judged) in enumerate(cases):
        result = with_causes(result_of(), *causes)
        store.keep(Journal(), f"case-{number}", (), {**result, "triage": {**result["triage"], "level": level}})
        if judged:
            store.judge(f"case-{number}", "triage", level, "Dr", "agree")

    def fits(one: CaseLine) -> bool:
        return (not triage or one.triage == triage) and (not cause or cause in one.causes) and not (unreviewed and one.verdicts)

    wanted = CaseFilter(triage, cause, "", unreviewed)
    assert store.lines(wanted) == tuple(filter(fits, store.lines()))
    assert store.count(wanted) == len(store.lines(wanted))
    assert store.causes() == tuple(sorted({one for _, causes, _ in cases for one in causes}))


# The command


@pytest.fixture
def kept(data_home: Path, result_of: Results) -> CaseStore:
    """The user's own store with a calm case and an emergency."""
    store = CaseStore()
    store.keep(Journal(), "anna", (), with_causes(result_of(worst=3), OTHER))
    store.keep(Journal(), "ben", (), result_of(chest_pain=True))
    return store


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--triage", "emergency"), ["ben"]),
        (("--cause", OTHER), ["anna"]),
        (("--name", "B"), ["ben"]),
        (("--unreviewed",), ["anna", "ben"]),
        (("--unreviewed", "--name", "ann"), ["anna"]),
    ],
)
def test_the_command_filters(invoke: Invoke, kept: CaseStore, args: tuple[str, ...], expected: list[str]) -> None:
    done = invoke("cases", "list", *args, "--json")
    assert done.exit_code == 0, done.stderr
    assert sorted(one["name"] for one in json.loads(done.stdout)["cases"]) == expected
    text = invoke("cases", "list", *args, "--plain").stdout
    assert {name for name in ("anna", "ben") if f"- {name}:" in text} == set(expected)


def test_the_command_names_what_must_not_be_missed(invoke: Invoke, kept: CaseStore, result_of: Results) -> None:
    kept.keep(Journal(), "carla", (), with_conditions(result_of(), *RANKED))
    text = " ".join(invoke("cases", "list", "--plain").stdout.split())
    assert "sprain (very likely). Not to be missed: tear; clot. 1 version," in text
    assert text.count("Not to be missed") == 1
    assert [one["grave"] for one in json.loads(invoke("cases", "list", "--json", "--name", "carla").stdout)["cases"]] == [["tear", "clot"]]


def test_the_command_starts_without_the_engine(kept: CaseStore) -> None:
    code = "import sys\nfrom soleus.cli import cli\ncli(['cases', 'list'], standalone_mode=False)\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "anna" in done.stdout
    assert not {"experta", "soleus.inference.forward"} & set(done.stderr.split())


def test_a_filter_that_no_case_fits_says_so(invoke: Invoke, kept: CaseStore) -> None:
    assert invoke("cases", "list", "--name", "nobody").stdout == "None of the 2 cases fits.\n"


@pytest.mark.parametrize(
    ("code", "args", "message"),
    [
        (2, ("--triage", "emergncy"), "There is no level of care 'emergncy'. Did you mean 'emergency'?"),
        (1, ("--cause", "habit_of_slep"), f"None of the cases has the likely cause 'habit_of_slep'. Did you mean '{OTHER}'?"),
        (1, ("--cause", "\x1b[31m"), "None of the cases has the likely cause '\\x1b[31m'."),
        (2, ("--triage", ""), "--triage needs a level of care."),
        (2, ("--name", ""), "--name needs a part of a name."),
        (2, ("--cause", ""), "--cause needs the id of a cause."),
    ],
)
def test_a_wrong_filter_names_the_nearest(invoke: Invoke, kept: CaseStore, code: int, args: tuple[str, ...], message: str) -> None:
    done = invoke("cases", "list", *args)
    assert done.exit_code == code
    assert message in " ".join(done.stderr.split())


def test_filters_leave_out_the_files_that_are_in_no_store(invoke: Invoke, talk: Invoke, kept: CaseStore) -> None:
    talk("none", args=("--save", "begun"))
    assert "begun" in invoke("cases", "list").stdout
    assert "begun" not in invoke("cases", "list", "--unreviewed").stdout
    assert json.loads(invoke("cases", "list", "--unreviewed", "--json").stdout)["only_files"] == []


def test_an_empty_filter_lets_everything_through() -> None:
    assert dataclasses.astuple(CaseFilter()) == ("", "", "", False)
