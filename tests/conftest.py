"""What every test shares: the bundled knowledge, and a home folder of its own, so that no test reads or writes the user's files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from soleus import KnowledgeBase

settings.register_profile("usual", derandomize=True)  # the same examples in every run: a red run is a change of ours
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the cache and data folders of this run at an empty one."""
    home = tmp_path_factory.mktemp("home")
    before = dict(os.environ)
    os.environ |= {"XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data"), "HOME": str(home)}
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """The bundled knowledge."""
    return KnowledgeBase.bundled()
