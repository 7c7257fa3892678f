"""Yes-or-no columns that never say no: a form with boxes to tick leaves the others empty, and empty is not a no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from soleus.inference.columnar_answers import AnswerBlock, unpacked
from soleus.knowledge.problems import shown


class Ticks:
    """Which answers the yes-or-no columns of a table have given so far."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns
        self._seen: dict[str, set[str]] = {name: set() for name in columns}

    def see(self, block: AnswerBlock) -> None:
        """Take note of a block."""
        for name in block.yes:
            yes, no = unpacked(block.yes[name], block.rows), unpacked(block.no[name], block.rows)
            answers = {"yes": yes.any(), "no": no.any(), "open": not (yes | no).all()}
            self._seen[name] |= {answer for answer, given in answers.items() if given}

    def notes(self) -> Iterator[str]:
        """A sentence for each column that says yes or nothing."""
        for name, seen in self._seen.items():
            if seen == {"yes", "open"}:
                yield f"The column {shown(self._columns[name])} says yes or nothing, and never no. Nothing means not known: write no where it is no."
