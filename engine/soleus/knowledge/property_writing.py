"""What a safety property claims, and its changes, in the form in which a knowledge file writes them."""

from __future__ import annotations

from typing import Any

from soleus.knowledge.conditions import InBand
from soleus.knowledge.properties import AddsOnly, Answer, Change, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers
from soleus.knowledge.property_reading import TRIAGE, WITHHELD
from soleus.knowledge.writing import written_condition


def written_claim(claim: Claimed) -> dict[str, Any]:
    """One entry of a property's `then` as plain data."""
    match claim:
        case Holds(condition=condition):
            return {"holds": written_condition(condition)}
        case NeverHolds(condition=condition):
            return {"never_holds": written_condition(condition)}
        case LeavesOut(withheld=True):
            return {"leaves_out": WITHHELD}
        case LeavesOut():
            return {"leaves_out": _measures(claim)}
        case Includes(measures=measures):
            return {"includes": list(measures)}
        case NeverLowers():
            return {"never_lowers": TRIAGE}
        case AddsOnly():
            return {"adds_only": _measures(claim)}


def _measures(claim: LeavesOut | AddsOnly) -> dict[str, list[str]]:
    given = {"groups": list(claim.groups), "measures": list(claim.measures)}
    return {key: names for key, names in given.items() if names}


def written_change(change: Change) -> dict[str, Any]:
    """One entry of a property's `change` as plain data."""
    return {"questions": list(change.questions), "from": _answer(change.before), "to": _answer(change.after)}


def _answer(answer: Answer) -> Any:
    if answer.band is not None:
        return written_condition(InBand("number", answer.band))["number"]
    values = [*answer.values, *(["unknown"] if answer.unknown else [])]
    return values[0] if len(values) == 1 else values
