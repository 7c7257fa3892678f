"""The best supported hypotheses of each row: places among some names, and their support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from soleus.inference.columnar_answers import unpacked
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.ranking import among_equals
from soleus.knowledge.model import KnowledgeBase

Ranks: TypeAlias = list[tuple[NDArray[np.int16], NDArray[np.int32]]]
"""For each rank, the best first: the place of the hypothesis among the names, -1 where none is left, and its support in decibans."""


def in_order(base: KnowledgeBase, names: Sequence[str]) -> tuple[str, ...]:
    """The names of hypotheses as ties are ranked (`ranking.among_equals`)."""
    return tuple(sorted(names, key=lambda name: among_equals(base.hypotheses[name])))


def ranked(outcome: Outcome, names: Sequence[str], count: int) -> Ranks:
    """The `count` best of the named hypotheses for each row, of those that some rule argues about; of equals the one that is named first."""
    size = max(1, len(names))
    kind = np.int16 if np.abs(outcome.support).max(initial=0) * size + size < np.iinfo(np.int16).max else np.int32
    best = [np.full(outcome.rows, np.iinfo(kind).min, kind) for _ in range(count)]
    for key in _keys(outcome, names, kind):
        _insert(best, key)
    return [_decoded(keys, size) for keys in best]


def _keys(outcome: Outcome, names: Sequence[str], kind: Any) -> Iterator[NDArray[Any]]:
    """For each hypothesis one number a row that holds support and name, so that the larger number ranks first."""
    lines = {name: line for line, name in enumerate(outcome.argued.names)}
    for place, name in enumerate(names):
        if name in lines:
            key = outcome.support[lines[name]].astype(kind) * kind(len(names)) + kind(len(names) - 1 - place)
            np.putmask(key, unpacked(outcome.argued.bits[lines[name]], outcome.rows) == 0, np.iinfo(kind).min)
            yield key


def _insert(best: list[NDArray[Any]], key: NDArray[Any]) -> None:
    """Put a key of each row into its place among the best, in place."""
    for kept in best:
        less = np.minimum(kept, key)
        np.maximum(kept, key, out=kept)
        key = less


def _decoded(keys: NDArray[Any], size: int) -> tuple[NDArray[np.int16], NDArray[np.int32]]:
    none = keys == np.iinfo(keys.dtype).min
    support, rest = np.divmod(keys, size)
    places = np.where(none, -1, size - 1 - rest).astype(np.int16)
    return places, support.astype(np.int32)
