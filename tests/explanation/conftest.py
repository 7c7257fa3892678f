"""What the tests of explanations share: the small right base of the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus import KnowledgeBase

GALLERY = Path(__file__).parents[1] / "broken_knowledge"


@pytest.fixture(scope="session")
def knee() -> KnowledgeBase:
    """The small right base of the gallery."""
    return KnowledgeBase.load(GALLERY / "base")
