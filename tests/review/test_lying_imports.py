"""An export that somebody made up: right in its shape, and not so. What could break a review is refused, what is kept can be read."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.conftest import shoulder  # noqa: F401 - a fixture
from tests.report.conftest import Page
from tests.review.conftest import Results

from soleus import KnowledgeBase
from soleus.report.html.kept import version_page
from soleus.report.html.rendering import html
from soleus.report.render import plain
from soleus.report.reviewing import thing_blocks
from soleus.review.exchange import as_line, read_export
from soleus.review.records import KeptCase, StoreError, Version
from soleus.review.things import things

TIME = "2026-01-31T18:30:00Z"


@pytest.fixture
def case(result_of: Results) -> KeptCase:
    result = result_of(began="at_once", reach=False, clicks=True, numb_arm=False, chest_pain=False, odd_shape=True)
    return KeptCase("c" * 32, "mine", (Version(1, TIME, (), dict.fromkeys(result["answers"], TIME), result),))


def steps(result: Any) -> Any:
    return result["trace"]["steps"]


def argument(result: Any) -> Any:
    return next(one for ranked in result["conditions"] for one in ranked["arguments"])


def weighed(result: Any) -> Any:
    return next(one for one in steps(result) if any("step" in matched for matched in one["matched"]))


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        (lambda result: steps(result)[1].update(n=1), "steps of its trace are not 1, 2, 3"),
        (lambda result: steps(result).reverse(), "steps of its trace are not 1, 2, 3"),
        (lambda result: weighed(result).update(matched=[{"step": 10**9}]), "stands on a step that is not before it"),
        (lambda result: weighed(result).update(matched=[{"step": weighed(result)["n"]}]), "stands on a step that is not before it"),
        (lambda result: weighed(result).update(matched=[{"step": 0}]), "stands on a step that is not before it"),
        (lambda result: weighed(result).update(matched=[{"step": -1}]), "stands on a step that is not before it"),
        (lambda result: argument(result).update(step=10**30), "an argument names a step that is not there"),
        (lambda result: argument(result).update(strength="<b>"), "an argument cannot be '<b>'. It can be"),
        (lambda result: result["conditions"][0].update(words="sure"), "nothing can be 'sure'. It can be"),
    ],
)
def test_a_result_that_cannot_be_is_refused(case: KeptCase, lie: Callable[[Any], None], told: str) -> None:
    data = json.loads(as_line(case))
    lie(data["versions"][0]["result"])
    with pytest.raises(StoreError, match=told):
        list(read_export(io.BytesIO(json.dumps(data).encode()), "cases.json"))


@pytest.mark.parametrize("time", ["2026-19-39T29:59:59Z", "2026-02-30T00:00:00Z", "0000-01-01T00:00:00Z", "2026-01-31T24:00:00Z"])
@pytest.mark.parametrize("place", ["saved", "answer"])
def test_a_time_that_never_was_is_refused(case: KeptCase, time: str, place: str) -> None:
    data = json.loads(as_line(case))
    version = data["versions"][0]
    version.update({"saved": time} if place == "saved" else {"times": {**version["times"], "clicks": time}})
    with pytest.raises(StoreError, match="time"):
        list(read_export(io.BytesIO(json.dumps(data).encode()), "cases.json"))


def test_grounds_that_are_deep_and_stand_on_each_other_twice_are_listed_once(shoulder: KnowledgeBase, case: KeptCase) -> None:  # noqa: F811
    result = json.loads(json.dumps(case.last.result))
    result["knowledge"]["fingerprint"] = "0" * 64
    part = {"kind": "part", "rule": "deep", "part": "", "absent": [], "concluded": []}
    first = len(steps(result)) + 1
    steps(result).append({**part, "n": first, "matched": [{"answer": "clicks", "value": True}]})
    for number in range(first + 1, first + 1500):
        steps(result).append({**part, "n": number, "matched": [{"step": number - 1}, {"step": max(first, number - 2)}]})
    steps(result).append({**part, "n": first + 1500, "kind": "rule", "matched": [{"step": first + 1499}]})
    (kept,) = read_export(io.BytesIO(as_line(KeptCase(case.id, "mine", (dataclasses.replace(case.last, result=result),))).encode()), "cases.json")
    (deep,) = [one for one in things(kept.last.result) if one.on == "rule:deep"]
    assert plain(thing_blocks(version_page(shoulder, "mine", kept.last), deep)).splitlines()[0].strip() == "From: clicks: yes"


HOSTILE = "<script>alert(1)</script>\" onload='x'\n| Scenario: x\n=1+1 {{ 7 * 7 }} \u200f\u2028\u200b]]>"
WORDS = ("level", "triage", "side", "strength", "words", "kind", "fingerprint")
"""The keys of a result whose texts are words of the engine."""


def poisoned(value: Any, key: str = "") -> Any:
    """A result in which every text that may be anything is hostile."""
    if isinstance(value, dict):
        return {one: poisoned(part, one) for one, part in value.items()}
    if isinstance(value, list):
        return [poisoned(part, key) for part in value]
    return HOSTILE + value if isinstance(value, str) and key not in WORDS else value


def test_an_import_in_which_every_text_is_hostile_is_shown_as_text(shoulder: KnowledgeBase, case: KeptCase) -> None:  # noqa: F811
    data = json.loads(as_line(case))
    result = data["versions"][0]["result"]
    level = result["triage"]["level"]
    data["versions"][0]["result"] = {**poisoned(result), "triage": {**poisoned(result["triage"], "-"), "level": level}}
    (kept,) = read_export(io.BytesIO(json.dumps(data).encode()), "cases.json")
    page = version_page(shoulder, "mine", kept.last)
    shown = Page(html(page))
    assert not shown.open
    assert {tag for tag, _ in shown.tags}.isdisjoint({"script", "img", "b"})
    assert all(address.startswith("#") for address in shown.values("href"))
    assert shown.text.count("<script>alert(1)</script>") > 20
    lines = plain(block for one in things(kept.last.result) for block in thing_blocks(page, one))
    for text in (html(page), lines):
        assert all(char.isprintable() or char == "\n" for char in text)
    assert "\n| Scenario" not in lines
