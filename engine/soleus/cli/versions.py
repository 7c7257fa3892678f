"""Versions of kept cases as a command line names them: `anna`, the newest; `anna@3`, that one."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soleus.review.records import KeptCase, Version
    from soleus.review.store import CaseStore

NUMBERED = re.compile(r"(?P<name>\w[\w-]{0,79})@(?P<number>[1-9][0-9]{0,8})")
"""A version of a case. No name of a case has an @, and a file of such a name can be given with its folder."""


class Versions:
    """Finds versions in a case store, which is opened only where a name may be in it."""

    def __init__(self, store: str | None) -> None:
        self._where = store or None

    @cached_property
    def store(self) -> CaseStore:
        """The store. Raises `StoreError` for one that cannot be used."""
        from soleus.review.store import CaseStore

        return CaseStore(self._where)

    def find(self, word: str) -> tuple[KeptCase, Version] | None:
        """A case with the version that is meant; None for what names no case that is kept. Raises `StoreError` for a version that there is not."""
        from soleus.consultation.cases import NAME
        from soleus.review.paths import default_path

        if numbered := NUMBERED.fullmatch(word):
            kept = self.store.read(numbered["name"])
            return kept, kept.version(int(numbered["number"]))
        if not NAME.fullmatch(word) or (self._where is None and not default_path().exists()):
            return None
        found = self.store.find(word)
        return (found, found.last) if found else None
