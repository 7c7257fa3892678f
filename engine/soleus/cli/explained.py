"""Explanations as plain data for `--json`: conditions as a knowledge file writes them, beside what was seen of each part."""

from __future__ import annotations

import dataclasses
from typing import Any

from soleus.explanation.change import WhatTurns
from soleus.explanation.nearness import PartState
from soleus.explanation.what_if import Difference
from soleus.explanation.why_not import NearRule, WhyNot
from soleus.explanation.words import in_words
from soleus.knowledge.conditions import GROUPS, Band
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.writing import written_band, written_condition


def why_not_data(base: KnowledgeBase, why: WhyNot) -> dict[str, Any]:
    """The fields of a `WhyNot`; of each rule the condition as a tree of parts."""
    data = {one.name: _plain(getattr(why, one.name)) for one in dataclasses.fields(why)}
    return {**data, "rules": [_near(base, near) for near in why.rules]}


def _near(base: KnowledgeBase, near: NearRule) -> dict[str, Any]:
    data = {one.name: _plain(getattr(near, one.name)) for one in dataclasses.fields(near) if one.name != "condition"}
    return {**data, "condition": _part(base, near.condition)}


def _part(base: KnowledgeBase, part: PartState) -> dict[str, Any]:
    data: dict[str, Any] = {"says": in_words(base, part.part).text, "state": part.state, "wanted": part.wanted, "fits": part.fits}
    data["missing"] = part.missing
    if isinstance(part.part, GROUPS):
        return {**data, "parts": [_part(base, one) for one in part.parts]}
    seen = part.seen
    mappings = {"answers": dict(seen.answers), "findings": dict(seen.derived), "words": dict(seen.words)}
    sums = {"points": seen.points, "level": seen.level}
    known = {key: value for key, value in {**mappings, **sums}.items() if value not in ({}, None)}
    return {**data, "test": written_condition(part.part), "saw": known}


def what_if_data(found: Difference) -> dict[str, Any]:
    """The fields of a `Difference`."""
    return {one.name: _plain(getattr(found, one.name)) for one in dataclasses.fields(found)}


def turns_data(found: WhatTurns) -> dict[str, Any]:
    """The fields of a `WhatTurns`; a band of numbers as a knowledge file writes it."""
    return {one.name: _plain(getattr(found, one.name)) for one in dataclasses.fields(found)}


def _plain(value: Any) -> Any:
    if isinstance(value, Band):
        return written_band(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
