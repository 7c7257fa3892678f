"""For each rule, answers for which it fires and answers for which it does not: made from scenarios, shown to people, never reasoned with.

They stand in `examples.json` beside the knowledge files, as {rule: {"fires": answers, "does_not_fire": answers}}.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from soleus.knowledge.answers import read_answers
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError

NAME = "examples.json"
MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Example:
    """Answers for which a rule fires, and answers, as near to them as a scenario has, for which it does not."""

    fires: Mapping[str, Scalar]
    does_not_fire: Mapping[str, Scalar]


def read_examples(base: KnowledgeBase, folder: str | os.PathLike[str] | None = None) -> dict[str, Example]:
    """The examples beside the knowledge in a folder, or beside the bundled one, by rule. Those that do not fit the base are left out."""
    path = Path(next(iter(import_module("soleus.kb").__path__)) if folder is None else folder) / NAME
    try:
        content = path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else b"{}"
        data = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return {}
    rules = data.items() if isinstance(data, dict) else ()
    found = {rule: _example(base, given) for rule, given in rules if rule in base.rules}
    return {rule: example for rule, example in found.items() if example}


def _example(base: KnowledgeBase, given: Any) -> Example | None:
    try:
        return Example(*(read_answers(base, given[key], NAME) for key in ("fires", "does_not_fire")))
    except (AnswerError, KeyError, TypeError):
        return None
