"""What the sources of tables have in common: a table in pieces, each row with the number that its reader finds it by."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written: what separates its cells, and whether it begins with a byte-order mark."""

    separator: str = ","
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a table. `numbers` are the lines (CSV) or rows (Parquet) of `batch`, from 1. `refused` are lines that hold no row, with the
    reason; `blank` is how many lines were empty. `done` counts what was read so far, in the unit of the source's `size`."""

    batch: pa.RecordBatch
    numbers: NDArray[np.int64]
    done: int
    refused: list[tuple[int, str]] = field(default_factory=list)
    blank: int = 0


class Source(Protocol):
    """A table to read. `unit` names its numbers; `size` is what `Piece.done` grows to."""

    schema: pa.Schema
    unit: Literal["line", "row"]
    size: int
    dialect: Dialect

    def pieces(self) -> Iterator[Piece]: ...


def ahead(items: Iterable[T], depth: int = 2) -> Generator[T, None, None]:
    """The same items, made in a thread of its own up to `depth` ahead, so that reading and writing go on beside the work."""
    made: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue(depth)
    stop = threading.Event()

    def put(item: T | None, error: BaseException | None) -> None:
        while not stop.is_set():
            try:
                made.put((item, error), timeout=0.1)
            except queue.Full:
                continue
            return

    def make() -> None:
        try:
            for item in items:
                put(item, None)
                if stop.is_set():
                    return
            put(None, StopIteration())
        except BaseException as error:  # raised again where the items are taken
            put(None, error)

    thread = threading.Thread(target=make, daemon=True)
    thread.start()
    try:
        while True:
            item, error = made.get()
            if isinstance(error, StopIteration):
                return
            if error is not None:
                raise error
            yield item  # type: ignore[misc]
    finally:
        stop.set()
        thread.join()
