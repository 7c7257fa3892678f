"""The review in the browser: a small web app on this machine alone, for the coach who reads cases and judges what was said.

Needs the extra `review`: `pip install 'soleus[review]'`.
"""

from __future__ import annotations

from soleus.knowledge.problems import SoleusError


class MissingReviewExtraError(SoleusError, ImportError):
    """The packages of the review in the browser are not installed. The message says how to install them."""
