"""Everything in a version that can be judged, in the order in which a reviewer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from soleus.knowledge.problems import nearest, shown
from soleus.review.records import POSSIBLE, Kind, StoreError, subjects
from soleus.review.tables import thing


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a verdict can be about: its kind and id, its name as far as the result has one, and what the result says of it.

    `main` is true for what a reviewer should look at: not for hypotheses that are unlikely, for what is withheld though nothing advised it, and for
    findings and scores, which the rules show as well.
    """

    kind: Kind
    subject: str
    name: str
    says: str
    main: bool

    @property
    def on(self) -> str:
        """The thing in one word: `rule:ID`, `triage:LEVEL`."""
        return thing(self.kind, self.subject)


def things(result: Mapping[str, Any]) -> tuple[Thing, ...]:
    """The level of care, what it may be and why, findings and scores, advice given and withheld, and the rules in the order in which they fired."""
    return tuple(_things(result))


def _things(result: Mapping[str, Any]) -> Iterator[Thing]:
    yield Thing("triage", result["triage"]["level"], result["triage"]["title"], "the level of care", main=True)
    for kind, items in (("condition", "conditions"), ("cause", "causes")):
        yield from (Thing(kind, one["id"], one["name"], one["words"], main=one["words"] in POSSIBLE) for one in result[items])  # type: ignore[arg-type]
    yield from (Thing("finding", one["id"], one["name"], "derived", main=False) for one in result["findings"])
    yield from (Thing("score", one["id"], one["name"], _points(one["points"]), main=False) for one in result["scores"])
    yield from (Thing("measure", one["measure"], one["name"], "advised", main=True) for one in result["plan"])
    yield from (Thing("measure", one["measure"], one["name"], "withheld", main=one["wanted"]) for one in result["withheld"])
    rules = dict.fromkeys(step["rule"] for step in result["trace"]["steps"] if step["kind"] == "rule")
    yield from (Thing("rule", rule, rule, "fired", main=True) for rule in rules)


def _points(count: int) -> str:
    return f"{count} {'point' if count == 1 else 'points'}"


def named_thing(result: Mapping[str, Any], on: str) -> tuple[str, str]:
    """The kind and the id that a text such as `rule:ID` names. Raises `StoreError` where the result says no such thing."""
    known: dict[str, frozenset[str]] = dict(subjects(result).items())
    kind, colon, subject = on.partition(":")
    if not colon:
        kinds = [one for one, ids in known.items() if on in ids]
        hint = f"Did you mean {' or '.join(thing(one, on) for one in kinds)}?" if kinds else "Write KIND:ID, such as rule:ID or triage:LEVEL."
        raise StoreError(f"{shown(on)} does not say what to judge. {hint}")
    if kind not in known:
        raise StoreError(f"{shown(kind)} is nothing to judge. {nearest(kind, known)}")
    if subject not in known[kind]:
        raise StoreError(f"This version has no {kind} {shown(subject)}. {nearest(subject, known[kind])}")
    return kind, subject
