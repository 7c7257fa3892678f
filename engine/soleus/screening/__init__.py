"""Many people at once: a table of answers in, a table of conclusions out. It needs the extra `screen`: `pip install 'soleus[screen]'`."""

from __future__ import annotations

from importlib.util import find_spec

from soleus.knowledge.problems import SoleusError


class MissingExtraError(SoleusError, ImportError):
    """A package that screening needs is not installed."""


for _name in ("numpy", "pyarrow"):
    if find_spec(_name) is None:
        raise MissingExtraError(f"Screening needs the package {_name}, which is not installed. Install it with: pip install 'soleus[screen]'")
