"""The checks of a knowledge base: one small file a check, and a page for each in docs/checks/.

`FAULTS` keep a base from being used. `GAPS` do not, but somebody should close them.
"""

from __future__ import annotations

from soleus.knowledge.checks.check import Check
from soleus.knowledge.checks.faults import FAULTS
from soleus.knowledge.checks.gaps import GAPS

__all__ = ["CHECKS", "FAULTS", "GAPS", "Check"]

CHECKS: dict[str, Check] = {check.id: check for check in (*FAULTS, *GAPS)}
"""Every check by its id, in the order in which they are listed."""
