"""Things that somebody might hand to the loader: any plain data, and texts that look like YAML or JSON."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests that only ask whether something crashes: many inputs, no clock on a single one."""

NAMES = ["locked", "fever", "swelling", "age", "spells", "rule", "observable", "when", "then", "kind", "all", "none", "finding", "at_least", "of"]
WORDS = ["yes", "no", "unknown", "next_day", "42", "1e3", "nan", "yes_no", "one_of", "\x1b[2J", "\u202e", "\ud800", "=", "<<", "~", "!x", "*a", "&a"]
MARKS = ["- ", "\n", "  ", ": ", "[", "]", "{", "}", ",", "? ", "|\n", ">-\n", "---\n", "...\n", '"', "'", "#"]

_leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([0, 1, -1, 10**400, -(10**4000), 3.0, 1e308])
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(WORDS)
)
_keys = st.sampled_from(NAMES) | st.text(max_size=10)


def plain_data(*, leaves_only: bool = False) -> st.SearchStrategy[Any]:
    """Data as JSON or a caller of the API may hold it, in any shape and of any size of number."""
    if leaves_only:
        return _leaves
    return st.recursive(_leaves, lambda part: st.lists(part, max_size=4) | st.dictionaries(_keys, part, max_size=4), max_leaves=20)


def documents() -> st.SearchStrategy[bytes]:
    """Texts near YAML and JSON, whole and cut short."""
    json_text = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.sampled_from(WORDS),
        lambda part: st.lists(part, max_size=4) | st.dictionaries(_keys, part, max_size=4),
        max_leaves=12,
    ).map(lambda data: json.dumps(data).encode())
    marks = st.lists(st.sampled_from([*MARKS, *NAMES, *WORDS]))
    yaml_text = marks.map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))
    return json_text | yaml_text | st.tuples(json_text, st.integers(0, 80)).map(lambda cut: cut[0][: cut[1]])
