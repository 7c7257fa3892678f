"""What a case file keeps besides the consultation itself: which case it is, and when each answer took its value."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType

from soleus.knowledge.conditions import Scalar

ID = re.compile(r"[0-9a-f]{32}")
TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z")
"""A time as it is kept: UTC, to the second."""


def now() -> str:
    """The time as it is kept."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Journal:
    """The id of a case (32 hex digits), its answers as they were last noted, and for each of them the time since when it has its value."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    answers: Mapping[str, Scalar] = field(default_factory=lambda: MappingProxyType({}))
    times: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def noted(self, answers: Mapping[str, Scalar]) -> Journal:
        """The journal with these answers: those that are new, or were changed, took their value now."""
        time = now()
        times = {
            name: self.times.get(name, time) if name in self.answers and self.answers[name] == value else time for name, value in answers.items()
        }
        return replace(self, answers=MappingProxyType(dict(answers)), times=MappingProxyType(times))

    def of_a_copy(self) -> Journal:
        """The same journal for another case: one that begins as a copy of this one."""
        return Journal(answers=self.answers, times=self.times)
