"""CSV as spreadsheets write it: any usual separator, a byte-order mark, `sep=;`, quotes, blank lines, a total row at the end.

Every line is either read, or counted as blank, or refused with its number and a reason. A file without quotes is split by machine, one with
quotes by the `csv` module, which knows on which line a cell that holds line breaks began.
"""

from __future__ import annotations

import csv
import itertools
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
from numpy.typing import NDArray

from soleus.knowledge.problems import shown
from soleus.screening.cells import is_total
from soleus.screening.pieces import Dialect, Piece
from soleus.screening.problems import ScreenError, refuse

SEPARATORS = (",", ";", "\t", "|")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CHUNK = 8 << 20
"""The bytes that are split at a time."""
_ROWS = 8_192
"""The rows that the `csv` module reads at a time."""
_ENCODING_HINT = "Save it as 'CSV UTF-8', or say how it is written, such as --encoding cp1252."


class CsvSource:
    """A CSV file. All its columns are text. Raises `ScreenError` where the file as a whole cannot be read."""

    unit: Literal["line", "row"] = "line"

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        self.path, self.size = path, os.path.getsize(path)
        with path.open("rb") as file:
            start = file.read(4)
        mark = next((mark for mark in _MARKS if start.startswith(mark)), b"")
        self.encoding = encoding or (_MARKS[mark] if mark else "utf-8")
        with self._text("replace") as file:
            self._header_lines, self.names, separator = self._header(file)
        self.dialect = Dialect(separator, bool(mark))
        self.schema = pa.schema([pa.field(name, pa.string()) for name in self.names])

    def pieces(self) -> Iterator[Piece]:
        """The rows, in order."""
        plain = self.encoding in ("utf-8", "utf-8-sig") and not self._has_quotes()
        for piece in self._split() if plain else self._parsed():
            yield _without_totals(piece)

    def _text(self, errors: str = "strict") -> TextIO:
        try:
            return self.path.open(encoding=self.encoding, errors=errors, newline="")
        except LookupError:
            raise refuse(f"There is no encoding {shown(self.encoding)}.", "Usual ones are utf-8, utf-16 and cp1252.") from None

    def _has_quotes(self) -> bool:
        """Whether there is a quote or an old line end anywhere: then lines are not rows."""
        ended = b""
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                text = ended + chunk
                ended = text[-1:] if text.endswith(b"\r") else b""  # its other half may come with the next chunk
                if b'"' in text or text.count(b"\r") > text.count(b"\r\n") + len(ended):
                    return True
        return bool(ended)

    # The header

    def _header(self, file: TextIO) -> tuple[int, list[str], str]:
        """How many lines the header takes, with what stands before it, the names of the columns, and the separator."""
        first = list(itertools.islice(file, 50))
        said = first[0].strip().casefold().removeprefix("\ufeff") if first else ""
        named = said[4:] if said.startswith("sep=") and len(said) == 5 else ""
        before = next((number for number, line in enumerate(first) if number >= bool(named) and line.strip(" \t\r\n;,|")), None)
        if before is None:
            raise refuse("The file holds no table.", "Its first line must name the columns.", file=str(self.path))
        if "\ufffd" in first[before]:
            raise self._wrong_encoding()
        separator = named or max(SEPARATORS, key=_outside_quotes(first[before]).count)
        reader = csv.reader(first[before:], delimiter=separator)
        names = [name.strip().removeprefix("\ufeff") for name in next(reader)]
        return before + reader.line_num, [name or f"column_{number}" for number, name in enumerate(names, 1)], separator

    def _wrong_encoding(self) -> ScreenError:
        """The error of a file that is not written as it should be, with the first line that shows it."""
        with self.path.open("rb") as file:
            line = next((number for number, line in enumerate(file, 1) if not _decodes(line)), 0) if self.encoding.startswith("utf-8") else 0
        return refuse(f"The file is not written in {self.encoding}.", _ENCODING_HINT, file=str(self.path), line=line)

    # Without quotes

    def _split(self) -> Iterator[Piece]:
        """Chunks of whole lines, of which each is a row."""
        line, done = 1, 0
        with self.path.open("rb") as file:
            for _ in range(self._header_lines):
                done += len(file.readline())
                line += 1
            for chunk in _whole_lines(file):
                done += len(chunk)
                piece, lines = self._lines(chunk, line, done)
                line += lines
                yield piece

    def _lines(self, chunk: bytes, first: int, done: int) -> tuple[Piece, int]:
        """A chunk of lines as a piece, and how many lines it has."""
        if not _decodes(chunk):
            raise self._wrong_encoding()
        widths, filled = _measured(chunk, self.dialect.separator)
        numbers = np.arange(first, first + len(widths))
        right = (widths == len(self.names)) & filled
        refused = [(int(numbers[place]), self._ragged(int(widths[place]))) for place in np.flatnonzero(~right & filled)]
        kept = chunk if right.all() else b"".join(itertools.compress(chunk.splitlines(keepends=True), right))
        return Piece(self._table(kept), numbers[right], done, refused, int((~filled).sum())), len(widths)

    def _ragged(self, width: int) -> str:
        hint = (
            " In a file with commas between the cells, decimals need a point, or quotes."
            if self.dialect.separator == "," and width > len(self.names)
            else ""
        )
        return f"This line has {width} cells, the header has {len(self.names)}.{hint}"

    def _table(self, lines: bytes) -> pa.RecordBatch:
        if not lines:
            return pa.RecordBatch.from_pylist([], self.schema)
        table = pacsv.read_csv(
            pa.BufferReader(lines),
            pacsv.ReadOptions(column_names=self.names, block_size=len(lines) + 1),
            pacsv.ParseOptions(delimiter=self.dialect.separator, quote_char=False, ignore_empty_lines=False),
            pacsv.ConvertOptions(column_types=self.schema, strings_can_be_null=False),
        )
        return table.combine_chunks().to_batches()[0]

    # With quotes

    def _parsed(self) -> Iterator[Piece]:
        with self._text() as file:
            for _ in range(self._header_lines):
                file.readline()
            reader = csv.reader(file, delimiter=self.dialect.separator)
            while found := self._rows(reader):
                yield self._piece(found, self.size if len(found) < _ROWS else min(self.size, file.buffer.tell()))

    def _rows(self, reader: Any) -> list[tuple[int, list[str]]]:
        """The next rows, each with the line on which it begins."""
        rows = []
        line = reader.line_num + 1
        try:
            for row in itertools.islice(reader, _ROWS):
                rows.append((self._header_lines + line, row))
                line = reader.line_num + 1
        except UnicodeError:
            raise self._wrong_encoding() from None
        except csv.Error as error:
            what = f"From here on it cannot be split into cells ({error})."
            raise refuse(what, "Look for a quote that is never closed.", file=str(self.path), line=self._header_lines + line) from None
        return rows

    def _piece(self, found: Sequence[tuple[int, list[str]]], done: int) -> Piece:
        filled = [(line, row) for line, row in found if any(cell.strip() for cell in row)]
        right = [(line, row) for line, row in filled if len(row) == len(self.names)]
        refused = [(line, self._ragged(len(row))) for line, row in filled if len(row) != len(self.names)]
        cells = zip(*(row for _, row in right), strict=True) if right else ([] for _ in self.names)
        batch = pa.RecordBatch.from_arrays([pa.array(column, pa.string()) for column in cells], schema=self.schema)
        return Piece(batch, np.array([line for line, _ in right], np.int64), done, refused, len(found) - len(filled))


def _decodes(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _whole_lines(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file in chunks that end where a line ends."""
    rest = b""
    while chunk := file.read(_CHUNK):
        cut = chunk.rfind(b"\n") + 1
        if cut:
            yield rest + chunk[:cut]
        rest = chunk[cut:] if cut else rest + chunk
    if rest:
        yield rest


def _measured(chunk: bytes, separator: str) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """For each line how many cells it has, and whether any of them holds something."""
    codes = np.frombuffer(chunk if chunk.endswith(b"\n") else chunk + b"\n", np.uint8)
    ends = np.flatnonzero(codes == ord("\n"))
    bounds = np.concatenate([[0], ends + 1])
    cells = np.diff(np.searchsorted(np.flatnonzero(codes == ord(separator)), bounds)) + 1
    space = np.flatnonzero((codes == ord(separator)) | (codes == ord(" ")) | (codes == ord("\r")) | (codes == ord("\t")))
    filled = np.diff(bounds) - 1 > np.diff(np.searchsorted(space, bounds))
    return cells, filled


def _without_totals(piece: Piece) -> Piece:
    """A piece whose total rows, by the first cell that is not empty, are refused."""
    batch = piece.batch
    columns = [column.to_pylist() for column in batch.columns[:3]]
    firsts = [next((cell for cell in cells if cell.strip()), "") for cells in zip(*columns, strict=True)]
    totals = np.array([is_total(first) for first in firsts], np.bool_)
    if not totals.any():
        return piece
    said = [
        (int(piece.numbers[row]), f"This looks like a total row ({shown(firsts[row])}), not a person. Delete it.") for row in np.flatnonzero(totals)
    ]
    return Piece(batch.filter(pa.array(~totals)), piece.numbers[~totals], piece.done, sorted(piece.refused + said), piece.blank)
