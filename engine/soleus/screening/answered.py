"""The answers of a block as columns of an Arrow table, one for each question that the table answers: what `--with-answers` writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from soleus.inference.columnar_answers import AnswerBlock, unpacked
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.screening.results import NAME


def answer_fields(base: KnowledgeBase, names: Iterable[str]) -> list[Any]:
    """The fields of these observables: truth values, names of choices, whole numbers, or numbers in the observable's unit."""
    return [pa.field(name, _type(base.observables[name])) for name in names]


def answer_columns(base: KnowledgeBase, block: AnswerBlock, names: Iterable[str], missing: NDArray[np.bool_]) -> list[Any]:
    """The columns of `answer_fields`, as Arrow arrays: null is unknown, and where `missing` is true, which means that the row could not be read."""
    return [_column(base.observables[name], block, missing) for name in names]


def _type(one: Observable) -> Any:
    if one.kind == "yes_no":
        return pa.bool_()
    return NAME if one.kind == "one_of" else pa.int64() if one.whole else pa.float64()


def _column(one: Observable, block: AnswerBlock, missing: NDArray[np.bool_]) -> Any:
    if one.id in block.yes:
        yes, no = (unpacked(planes[one.id], block.rows).view(np.bool_) for planes in (block.yes, block.no))
        return pa.array(yes, mask=missing | ~(yes | no))
    if one.id in block.places:
        places = block.places[one.id].astype(np.int16) - 1
        return pa.DictionaryArray.from_arrays(pa.array(places, mask=missing | (places < 0)), pa.array(list(one.choices), pa.string()))
    if one.id in block.numbers:
        numbers = block.numbers[one.id]
        return pa.array(numbers, mask=missing | np.isnan(numbers)).cast(_type(one))
    return pa.nulls(block.rows, _type(one))
