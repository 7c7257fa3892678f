"""The names of cases in a store: one each."""

from __future__ import annotations

import itertools
from collections.abc import Callable

MOST = 80
"""The characters of a name."""


def free_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """The name, or the name with the first number that makes it one that nobody has."""
    endings = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    return next(free for ending in endings if not is_taken(free := name[: MOST - len(ending)] + ending))
