"""Many people at once: a table of answers in, a table of conclusions out. It needs the extra `screen`: `pip install 'soleus[screen]'`."""

from __future__ import annotations

from importlib.util import find_spec

from soleus.knowledge.problems import SoleusError


class MissingExtraError(SoleusError, ImportError):
    """A package that screening needs is not installed."""


if find_spec("pyarrow") is None:
    raise MissingExtraError("Screening needs the package pyarrow, which is not installed. Install it with: pip install 'soleus[screen]'")
