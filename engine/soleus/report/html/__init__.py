"""A case as one page of HTML that needs nothing else: first a record of what it says, then the page.

The page needs the extra `report`: `pip install 'soleus[report]'`. The record does not.
"""

from __future__ import annotations

from soleus.knowledge.problems import SoleusError


class MissingReportExtraError(SoleusError, ImportError):
    """The package that writes pages is not installed. The message says how to install it."""
