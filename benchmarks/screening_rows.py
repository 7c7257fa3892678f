"""Random tables for the benchmarks of screening: the same for the same seed, about one answer in seven unknown and one yes in seven."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Observable

UNKNOWN, YES = 0.15, 0.15
_CHUNK = 100_000


def table(base: KnowledgeBase, rows: int, seed: int = 1) -> pa.Table:
    """A table with a key and a column for each observable."""
    draw = np.random.default_rng(seed)
    columns = {one.id: _column(one, rows, draw) for one in base.observables.values()}
    return pa.table({"key": pa.array(np.arange(rows)), **columns})


def _column(one: Observable, rows: int, draw: np.random.Generator) -> Any:
    unknown = draw.random(rows) < UNKNOWN
    if one.kind == "yes_no":
        return pa.array(draw.random(rows) < YES, mask=unknown)
    if one.kind == "one_of":
        places = draw.integers(0, len(one.choices), rows).astype(np.int8)
        return pa.DictionaryArray.from_arrays(pa.array(places, mask=unknown), list(one.choices)).cast(pa.string())
    assert one.range is not None
    return pa.array(draw.integers(int(one.range.at_least), int(one.range.at_most) + 1, rows).astype(np.float64), mask=unknown)


def write(base: KnowledgeBase, rows: int, path: Path) -> None:
    """Such a table as a Parquet file, made in little memory."""
    schema = table(base, 0).schema
    with pq.ParquetWriter(path, schema) as writer:
        for seed, first in enumerate(range(0, rows, _CHUNK)):
            writer.write_table(table(base, min(_CHUNK, rows - first), seed))


def sheets(rows: pa.Table) -> Iterator[dict[str, Scalar]]:
    """The rows as answer sheets; whole numbers as such."""
    for row in rows.drop_columns("key").to_pylist():
        yield {name: int(value) if isinstance(value, float) else value for name, value in row.items() if value is not None}
