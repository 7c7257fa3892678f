"""Small knowledge bases made in memory: a fixed stock of observables and conclusions, and whatever rules a test wants.

`knowledge(rules)` takes each rule as the pair of its condition and its conclusions, as an author would write them, and names them r0, r1, ...
`rule_sets()` is the hypothesis strategy of such rules: random condition trees in every stratum.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from soleus.knowledge.loading import check_files
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reading import Document, read_document

Written = Mapping[str, Any]
"""A condition or a conclusion as plain data, in the words of docs/knowledge_language.md."""

Rules = Sequence[tuple[Written, Sequence[Written]]]

ABOUT = Path(__file__).parents[2] / "kb" / "knowledge.yaml"
_TEXT = {"short": "it", "ask": "Is it so?", "why": "It matters."}
_CITED = {"sources": ["book"]}


def _about() -> Written:
    """What a base must say of itself: as the bundled knowledge says it, but with a phase, groups and questions of our own."""
    document = read_document(ABOUT.read_bytes(), ABOUT.name)
    assert isinstance(document, Document), document
    phase = {"id": "now", "title": "Now", "guide": "Day 0"}
    own = {"phases": [phase], "groups": {"strain": "What strains", "soothe": "What soothes"}, "spread": ["a", "shade", "size"]}
    return {**document.data[0], **own}


STOCK: tuple[Written, ...] = (
    _about(),
    {"interview": "main", "sections": [{"title": "All", "ask": ["a", "b", "shade", "size"]}]},
    {"observable": "a", "kind": "yes_no", **_TEXT},
    {"observable": "b", "kind": "yes_no", **_TEXT},
    {"observable": "shade", "kind": "one_of", "choices": {"red": "Red", "green": "Green", "blue": "Blue"}, **_TEXT},
    {"observable": "size", "kind": "number", "unit": "cm", "range": {"at_least": 0, "at_most": 10}, **_TEXT},
    *({"finding": finding, "name": finding, "means": "It is so."} for finding in ("low1", "low2", "high1", "high2")),
    {"score": "points", "name": "Points", "means": "They add up.", **_CITED},
    {"condition": "strain", "name": "Strain", "summary": "S.", "prior": "common", "triage": "self_care", **_CITED},
    {"condition": "danger", "name": "Danger", "summary": "D.", "prior": "rare", "triage": "emergency", "must_not_miss": True, **_CITED},
    {"condition": "illness", "name": "Illness", "summary": "I.", "prior": "uncommon", "triage": "clinician", **_CITED},
    {"cause": "habit", "name": "Habit", "summary": "H.", "evidence": "Weak.", "prior": "very_rare", **_CITED},
    *(
        {
            "measure": name,
            "name": name,
            "groups": groups,
            "phase": "now",
            "purpose": "P.",
            "dose": {"sets": 1},
            "how": ["Do."],
            "avoid": ["It hurts."],
            **_CITED,
        }
        for name, groups in (("jump", ["strain"]), ("rub", ["soothe"]), ("hop", ["strain", "soothe"]))
    ),
    {"source": "book", "cite": "A book.", "read": "seen"},
)
"""Everything but rules. High findings may rest on low ones and on points."""


def knowledge(rules: Rules) -> KnowledgeBase:
    """The base of the stock and these rules."""
    common = {"title": "A rule", "because": "It is so.", "sources": ["book"], "review": "not clinically reviewed"}
    items = [*STOCK, *({"rule": f"r{number}", "when": when, "then": list(then), **common} for number, (when, then) in enumerate(rules))]
    checked = check_files({"all.yaml": json.dumps(items).encode()})
    assert checked.base is not None, [str(fault) for fault in checked.faults]
    return checked.base


def sheets() -> st.SearchStrategy[dict[str, Any]]:
    """Answers to the stock's questions, each known or not."""
    colours = st.sampled_from(["red", "green", "blue"])
    return st.fixed_dictionaries(
        {}, optional={"a": st.booleans(), "b": st.booleans(), "shade": colours, "size": st.sampled_from([0, 2.5, 5, 7.5, 10])}
    )


# Conditions


def _one(key: str, values: Any) -> st.SearchStrategy[Written]:
    written: st.SearchStrategy[Written] = values.map(lambda value: {key: value})
    return written


def _names(*names: str) -> st.SearchStrategy[Any]:
    """One name, or a list of some."""
    return st.sampled_from(names) | st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)


_KNOWN = st.sampled_from(["known", "unknown"])
_BANDS = st.sampled_from([{"over": 5}, {"at_least": 5}, {"under": 5}, {"at_most": 5}, {"over": 2.5, "at_most": 7.5}, {"at_least": 2.5, "under": 7.5}])
_ANSWERS = (
    _one("a", st.booleans() | _KNOWN)
    | _one("b", st.booleans() | _KNOWN)
    | _one("shade", _names("red", "green", "blue") | _KNOWN)
    | _one("size", st.sampled_from([5, [2.5, 10]]) | _BANDS | _KNOWN)
)
_POINTS = _one("score", st.integers(1, 4).map(lambda least: {"points": {"at_least": least}}))
_LOW = _one("finding", _names("low1", "low2"))
_FINDINGS = _one("finding", _names("low1", "low2", "high1", "high2"))
_HYPOTHESES = ("strain", "danger", "illness", "habit")
_SUPPORT = (
    _one("possible", _names(*_HYPOTHESES))
    | _one("likely", _names(*_HYPOTHESES))
    | _one("very_likely", _names(*_HYPOTHESES))
    | st.just({"cause": "habit"})
)
_TRIAGE = _one("triage", st.sampled_from(["clinician", "same_day", "emergency"]).map(lambda level: {"at_least": level}))


@cache  # the same parts stand in many places: without it they are made anew in each
def trees(
    closed: st.SearchStrategy[Written], growing: st.SearchStrategy[Written], depth: int = 3, *, negated: bool = False
) -> st.SearchStrategy[Written]:
    """Conditions over these tests. Growing ones are never known to be false, so they do not stand under `none`."""
    leaves = closed if negated else closed | growing
    if depth == 0:
        return leaves

    def parts(turned: bool) -> st.SearchStrategy[list[Written]]:
        return st.lists(trees(closed, growing, depth - 1, negated=turned), min_size=1, max_size=3)

    groups = (
        _one("all", parts(negated))
        | _one("any", parts(negated))
        | _one("none", parts(not negated))
        | _one("unless", parts(False))
        | _counted(parts(negated))
    )
    merged = st.lists(groups | leaves, min_size=2, max_size=3).map(lambda some: {key: value for one in some for key, value in one.items()})
    return leaves | groups | merged


def _counted(parts: st.SearchStrategy[list[Written]]) -> st.SearchStrategy[Written]:
    def of(some: list[Written]) -> st.SearchStrategy[Written]:
        return st.integers(1, len(some)).map(lambda count: {"at_least": {"count": count, "of": some}})

    return parts.flatmap(of)


# Rules


def _argue() -> st.SearchStrategy[Written]:
    sides = st.tuples(st.just("for"), st.sampled_from(["weak", "moderate", "strong", "confirms"])) | st.tuples(
        st.just("against"), st.sampled_from(["weak", "moderate", "strong", "excludes"])
    )

    def written(side: tuple[str, str], name: str, label: str) -> Written:
        strength = "strong" if name == "danger" and side[1] == "excludes" else side[1]
        return {"argue": {side[0]: name, "strength": strength, "evidence": label}}

    return st.builds(written, sides, st.sampled_from(_HYPOTHESES), st.sampled_from(["sign", "story"]))


_FIND_LOW = _one("find", st.sampled_from(["low1", "low2"]))
_FIND_HIGH = _one("find", st.sampled_from(["high1", "high2"]))
_ADD = _one("score", st.integers(1, 3).map(lambda points: {"add": points, "to": "points"}))
_REFER = _one("refer", st.sampled_from(["clinician", "same_day", "emergency"]))
_MEASURES = st.lists(st.sampled_from(["jump", "rub", "hop"]), min_size=1, max_size=2, unique=True)
_WITHHOLD = _one("withhold", _one("measures", _MEASURES) | _one("groups", _names("strain", "soothe")))
_ADVISE = _one("advise", _MEASURES)


def _rules(when: st.SearchStrategy[Written], then: st.SearchStrategy[Written], most: int) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(when, st.lists(then, min_size=1, max_size=2)), min_size=1, max_size=most)


ENOUGH: tuple[Written, Sequence[Written]] = {"shade": "blue", "size": 10}, [{"score": {"add": 4, "to": "points"}}]
"""A rule that can add as many points as any test asks for: a base whose rules cannot is refused."""


def rule_sets() -> st.SearchStrategy[Rules]:
    """Random rules in every stratum: low findings and points from answers, high findings from those, and so on up to advice."""
    nothing: st.SearchStrategy[Written] = st.nothing()
    from_low, from_findings = _ANSWERS | _LOW, _ANSWERS | _FINDINGS
    strata = (
        _rules(trees(_ANSWERS, nothing), _FIND_LOW | _ADD, 4),
        _rules(trees(from_low, _POINTS), _FIND_HIGH, 3),
        _rules(trees(from_findings, _POINTS), _argue(), 4),
        _rules(trees(from_findings, _POINTS | _SUPPORT), _REFER, 2),
        _rules(trees(from_findings, _POINTS | _SUPPORT | _TRIAGE), _WITHHOLD, 2),
        _rules(trees(from_findings, _POINTS | _SUPPORT | _TRIAGE), _ADVISE, 2),
    )
    return st.tuples(*strata).map(lambda some: [ENOUGH, *(rule for stratum in some for rule in stratum)])
