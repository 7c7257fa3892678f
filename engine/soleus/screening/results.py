"""What was concluded about a block, as columns of an Arrow table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from soleus.inference.columnar_answers import WORD, AnswerBlock, Plane, packed, unpacked, words_for
from soleus.inference.columnar_outcome import Outcome, Planes
from soleus.inference.columnar_ranking import in_order, ranked
from soleus.inference.weighing import BANDS
from soleus.knowledge.conditions import LEVELS, SAID_WORDS
from soleus.knowledge.model import KnowledgeBase

TOP = 3
"""How many conditions and how many causes a row names."""

_STRETCH = 16 * WORD
"""The rows whose bits are turned into lists at a time: few enough for the nearest cache."""

NAME = pa.dictionary(pa.int16(), pa.string())


def result_fields() -> list[Any]:
    """The fields of the columns of a result, in order. They are the same for every knowledge base."""
    top = [field for kind in ("condition", "cause") for number in range(1, TOP + 1) for field in _ranked_fields(f"{kind}_{number}")]
    lists = [pa.field(name, pa.list_(pa.field("item", NAME))) for name in ("findings", "advised", "withheld", "fired")]
    return [pa.field("triage", NAME), pa.field("provisional", pa.bool_()), *top, *lists, pa.field("knowledge", NAME)]


def _ranked_fields(name: str) -> list[Any]:
    return [pa.field(name, NAME), pa.field(f"{name}_words", NAME), pa.field(f"{name}_support", pa.int16())]


def result_columns(block: AnswerBlock, outcome: Outcome, missing: NDArray[np.bool_]) -> list[Any]:
    """The columns of `result_fields`, as Arrow arrays. Where `missing` is true the row could not be read, and every column is null."""
    base = outcome.program.base
    return [
        _named(LEVELS, outcome.levels, missing),
        pa.array(unpacked(provisional(base, block), outcome.rows).view(np.bool_), mask=missing),
        *_ranked_columns(outcome, list(base.conditions), missing),
        *_ranked_columns(outcome, list(base.causes), missing),
        _lists(outcome.findings, outcome.rows, missing),
        _lists(advised(outcome), outcome.rows, missing),
        _lists(outcome.withheld, outcome.rows, missing),
        _lists(outcome.fired, outcome.rows, missing),
        _named([base.fingerprint], np.zeros(outcome.rows, np.int16), missing),
    ]


def advised(outcome: Outcome) -> Planes:
    """The measures that are advised and not withheld: what a plan may hold."""
    return Planes(outcome.advised.names, outcome.advised.bits & ~outcome.withheld.bits)


def provisional(base: KnowledgeBase, block: AnswerBlock) -> Plane:
    """Where a safety question has no answer, so that the triage can only be too low."""
    every = ~np.zeros(words_for(block.rows), np.uint64)
    for one in base.observables.values():
        if one.safety:
            every &= known(block, one.id)
    return ~every


def known(block: AnswerBlock, observable: str) -> Plane:
    """Where a question has an answer."""
    if observable in block.yes:
        return block.yes[observable] | block.no[observable]
    if observable in block.places:
        return packed(block.places[observable] != 0)
    if observable in block.numbers:
        return packed(~np.isnan(block.numbers[observable]))
    return np.zeros(words_for(block.rows), np.uint64)


def _named(names: Sequence[str], places: NDArray[Any], missing: NDArray[np.bool_]) -> Any:
    """The names at some places."""
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int16), mask=missing), pa.array(names, pa.string()))


_LEAST = np.array([least for least, _ in reversed(BANDS)])


def _ranked_columns(outcome: Outcome, names: Sequence[str], missing: NDArray[np.bool_]) -> Iterator[Any]:
    order = in_order(outcome.program.base, names)
    for places, support in ranked(outcome, order, TOP):
        none = missing | (places < 0)
        yield _named(order, places, none)
        yield _named(SAID_WORDS, np.searchsorted(_LEAST, support, side="right"), none)
        yield pa.array(support.astype(np.int16), mask=none)


def _lists(planes: Planes, rows: int, missing: NDArray[np.bool_]) -> Any:
    """For each row the names that hold. A row that is `missing` must hold none: Arrow would give its names to the row before it."""
    step = _STRETCH // WORD
    bits = planes.bits & ~packed(missing) if missing.any() else planes.bits
    stretches = [_held(bits[:, first : first + step], rows - first * WORD) for first in range(0, words_for(rows), step)]
    counts = np.concatenate([counts for counts, _ in stretches]) if stretches else np.zeros(0, np.int32)
    places = np.concatenate([places for _, places in stretches]) if stretches else np.zeros(0, np.int16)
    ends = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    offsets = pa.array(ends, mask=np.append(missing, False)) if missing.any() else pa.array(ends)
    return pa.ListArray.from_arrays(offsets, pa.DictionaryArray.from_arrays(pa.array(places), pa.array(planes.names, pa.string())))


def _held(bits: Plane, rows: int) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
    """How many planes hold in each row, and their places, row by row."""
    truths = unpacked(bits, min(rows, bits.shape[1] * WORD))
    counts = truths.sum(axis=0, dtype=np.int32)
    flat = np.flatnonzero(np.ascontiguousarray(truths.T).view(np.bool_))
    starts = np.arange(0, truths.size, max(1, len(truths)))
    return counts, (flat - np.repeat(starts, counts)).astype(np.int16)
