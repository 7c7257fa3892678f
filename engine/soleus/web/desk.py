"""What the pages of the review stand on: the knowledge, the case store, who reviews, and the pages that were made already."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from soleus.knowledge.model import KnowledgeBase
from soleus.report.html.kept import consultation_of, version_page
from soleus.report.html.records import Passage, ReportPage
from soleus.report.html.said import turns
from soleus.review.records import KeptCase, Version
from soleus.review.store import CaseStore

MOST_PAGES = 32


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer's desk. A version of a case never changes, so its page is made once."""

    base: KnowledgeBase
    store: CaseStore
    author: str
    _pages: OrderedDict[tuple[str, str, int], tuple[Version, ReportPage]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def page(self, case: KeptCase, version: Version) -> ReportPage:
        """The page of a version, without what would change the outcome.

        A case that was forgotten can come back by an import with another version of the same number: that one gets a page of its own.
        """
        key = (case.id, case.name, version.number)
        with self._lock:
            held = self._pages.get(key)
            if held and held[0] == version:
                self._pages.move_to_end(key)
                return held[1]
        page = version_page(self.base, case.name, version)
        with self._lock:
            self._pages[key] = (version, page)
            if len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        return page

    def turns(self, version: Version) -> tuple[Passage, ...]:
        """What would change the outcome of a version that this knowledge concluded: an exact search, of seconds at times."""
        return turns(consultation_of(self.base, version))
