"""CSV that a spreadsheet can open without harm: a cell that would start a formula is defused by an apostrophe."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from soleus.knowledge.problems import shown
from soleus.knowledge.spreadsheets import FORMULA, NUMBER
from soleus.screening.pieces import Dialect
from soleus.screening.problems import refuse

_THOUSANDS = r"^([+-]?[1-9]\d{0,2}\.\d{3})$"
"""A number that a reader may take for thousands: one more zero behind it says that it is not."""
_NULLS = {"null_handling": "replace", "null_replacement": ""}
_STRETCH = 4_096
"""The rows that are rendered at a time."""


def header(names: list[str], dialect: Dialect) -> bytes:
    """The first line, after a byte-order mark if the dialect has one."""
    cells = _quoted(_defused(pa.array(names, pa.string())), dialect.separator).to_pylist()
    return (b"\xef\xbb\xbf" if dialect.mark else b"") + (dialect.separator.join(cells) + "\n").encode()


def lines(batch: pa.RecordBatch, dialect: Dialect) -> list[pa.Buffer]:
    """The rows of a batch, some thousand at a time. Lists are joined by spaces, unknown is empty, truth is yes and no."""
    return [_rendered(batch.slice(start, _STRETCH), dialect.separator) for start in range(0, batch.num_rows, _STRETCH)]


def _rendered(batch: pa.RecordBatch, separator: str) -> pa.Buffer:
    """The bytes of some rows. Arrow keeps the texts of an array behind one another, and so they are lines already."""
    cells = [_text(name, column, separator) for name, column in zip(batch.schema.names, batch.columns, strict=True)]
    ended = pc.binary_join_element_wise(cells[-1], "", "\n", **_NULLS)
    rows = pc.binary_join_element_wise(*cells[:-1], ended, separator, **_NULLS)
    _, ends, texts = rows.buffers()
    return texts.slice(0, int(np.frombuffer(ends, np.int32)[len(rows)]))


def _text(name: str, column: Any, separator: str) -> Any:
    """A column as cells that are ready to be joined."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _text(name, column.cast(kind.value_type), separator)
    if pa.types.is_list(kind) and pa.types.is_dictionary(kind.value_type):
        return pc.binary_join(column.cast(pa.list_(pa.string())), " ")
    if pa.types.is_boolean(kind):
        return pc.if_else(column, "yes", "no")
    try:
        text = column.cast(pa.string())
    except pa.ArrowException:
        raise refuse(f"The column {shown(name)} holds {kind}, which CSV cannot show.", "Drop it, or write Parquet.") from None
    return pc.replace_substring_regex(text, _THOUSANDS, r"\10") if _is_number(kind) else _quoted(_defused(text), separator)


def _is_number(kind: Any) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _defused(text: Any) -> Any:
    """Cells that begin as a formula does get an apostrophe in front; plain numbers do not need it."""
    risky = pc.and_(pc.match_substring_regex(text, FORMULA), pc.invert(pc.match_substring_regex(text, NUMBER)))
    return pc.if_else(risky, pc.binary_join_element_wise("'", text, ""), text)


def _quoted(text: Any, separator: str) -> Any:
    special = pc.match_substring_regex(text, f'["\r\n{re.escape(separator)}]')
    doubled = pc.replace_substring(text, '"', '""')
    return pc.if_else(special, pc.binary_join_element_wise('"', doubled, '"', ""), text)
