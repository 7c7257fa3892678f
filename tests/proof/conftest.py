"""What the tests of proofs share: the bundled knowledge as files, so that a test can put a fault into it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from soleus.knowledge.files import read_files
from soleus.knowledge.loading import check_files, read_file
from soleus.knowledge.model import KnowledgeBase

KB = Path(__file__).parents[2] / "kb"

Edit = tuple[str, str, str]
"""A file, a text in it, and the text to put in its place."""


class Bundled:
    """The files of the bundled knowledge."""

    def __init__(self) -> None:
        self.files = read_files(KB)
        self._read = cache(read_file)  # most tests change one file of many

    def edited(self, edits: Iterable[Edit]) -> dict[str, bytes]:
        """The files with texts replaced, each of which must stand in its file once."""
        files = dict(self.files)
        for name, old, new in edits:
            assert files[name].count(old.encode()) == 1, f"{name} holds this text {files[name].count(old.encode())} times: {old}"
            files[name] = files[name].replace(old.encode(), new.encode())
        return files

    def base(self, edits: Iterable[Edit]) -> KnowledgeBase:
        checked = check_files(self.edited(edits), gaps=(), read=self._read)
        assert checked.base is not None, [str(fault) for fault in checked.faults]
        return checked.base


@pytest.fixture(scope="session")
def bundled() -> Bundled:
    return Bundled()
