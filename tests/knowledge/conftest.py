"""What the tests of the knowledge share: a small right base, and the folders of real and broken knowledge."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus.knowledge.files import read_files
from soleus.knowledge.loading import check
from soleus.knowledge.model import KnowledgeBase

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "tests" / "broken_knowledge"


@pytest.fixture(scope="session")
def knee() -> KnowledgeBase:
    """The small right base of the gallery."""
    checked = check(GALLERY / "base")
    assert checked.base is not None, [str(problem) for problem in checked.faults]
    return checked.base


@pytest.fixture(scope="session")
def kb_files() -> dict[str, bytes]:
    """The files of the knowledge that comes with Soleus."""
    return read_files(ROOT / "kb")
