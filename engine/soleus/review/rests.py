"""Which answers a kept conclusion rests on, read from its trace alone."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any


class Rests:
    """What the conclusions of a trace rest on. The trace is only read: whatever its steps point at, the walk ends."""

    def __init__(self, steps: Iterable[Mapping[str, Any]]) -> None:
        self.steps = {step["n"]: step for step in steps}

    def on(self, name: str, wanted: Container[str]) -> tuple[str, ...]:
        """Those of the wanted answers that a rule rests on, or the rules that conclude something (`finding:x`), each once, in order of its steps."""
        waiting = [step["n"] for step in self.steps.values() if step["rule"] == name or name in step["concluded"]]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in self.steps and number not in seen:
                seen.add(number)
                waiting += [one["step"] for one in self.steps[number]["matched"] if "step" in one]
        matched = (one for number in sorted(seen) for one in self.steps[number]["matched"] if "answer" in one)
        return tuple(dict.fromkeys(one["answer"] for one in matched if one["answer"] in wanted))
