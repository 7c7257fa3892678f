"""The file of the user's own case store. It imports no database: most commands only want to know whether there is one."""

from __future__ import annotations

from pathlib import Path

from soleus.consultation import cases


def default_path() -> Path:
    """The file of the user's own case store, beside the folder of cases. It need not exist."""
    return cases.folder().parent / "cases.db"
