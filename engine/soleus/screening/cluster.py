"""Screening on a cluster: one function that can be pickled, from Arrow record batches to Arrow record batches.

    one = ClusterScreen()                                           # Spark, with the extra `spark`
    frame.mapInArrow(one, one.ddl(dict(frame.dtypes)))

    dataset.map_batches(ClusterScreen().table, batch_format="pyarrow")     # Ray Data

The knowledge travels with it, so every worker uses the same, and its columns are plain text and lists of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from soleus.knowledge.model import KnowledgeBase
from soleus.screening.headers import match_headers
from soleus.screening.results import result_fields
from soleus.screening.screen import PROBLEM, Screen

_SPARK = {"string": "string", "bool": "boolean", "int16": "smallint", "list<item: string>": "array<string>"}


@dataclass(frozen=True)
class ClusterScreen:
    """A screening that can be sent to workers. `columns` maps observables to headers; `carried` are the columns to keep, such as a key."""

    base: KnowledgeBase = field(default_factory=KnowledgeBase.bundled)
    columns: Mapping[str, str] = field(default_factory=dict)
    carried: Sequence[str] = ()

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Every batch screened: what Spark's `mapInArrow` takes."""
        return map(self.batch, batches)

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """One batch screened: the carried columns, `problem`, and the result."""
        return self.table(pa.Table.from_batches([batch])).combine_chunks().to_batches()[0]

    def table(self, table: pa.Table) -> pa.Table:
        """One table screened: what Ray's `map_batches` takes."""
        blocks = (self._plain(block.record()) for batch in table.to_batches() for block in Screen(self.base, self.columns).batches(batch))
        fields = [*(table.schema.field(name) for name in self.carried), *_plain_fields()]
        return pa.Table.from_batches(blocks, pa.schema(fields))

    def ddl(self, columns: Mapping[str, str]) -> str:
        """The schema of the result as Spark writes it. `columns` are the types of the table's columns by name, such as `dict(frame.dtypes)`."""
        match_headers(self.base, list(columns), self.columns, [one.name for one in _plain_fields()])
        kept = [f"`{name}` {columns[name]}" for name in self.carried]
        return ", ".join([*kept, *(f"`{one.name}` {_SPARK[str(one.type)]}" for one in _plain_fields())])

    def _plain(self, record: pa.RecordBatch) -> pa.RecordBatch:
        fields = [*(record.schema.field(name) for name in self.carried), *_plain_fields()]
        return pa.RecordBatch.from_arrays([record.column(one.name).cast(one.type) for one in fields], schema=pa.schema(fields))


def _plain_fields() -> list[pa.Field]:
    """The fields of the result without dictionaries, which not every engine takes."""
    return [pa.field(PROBLEM, pa.string()), *(pa.field(one.name, _plain_type(one.type)) for one in result_fields())]


def _plain_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_list(kind):
        return pa.list_(pa.field("item", pa.string()))
    return pa.string() if pa.types.is_dictionary(kind) else kind
