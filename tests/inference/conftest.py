"""What the tests of inference share: the bundled knowledge as a program, on the forward engine and before the oracle."""

from __future__ import annotations

import pytest

from oracle import Oracle
from sheets import Sheets
from soleus.inference.forward import ForwardEngine
from soleus.inference.program import Program, compile_program
from soleus.knowledge.model import KnowledgeBase


@pytest.fixture(scope="session")
def program(base: KnowledgeBase) -> Program:
    """The program of the bundled knowledge."""
    return compile_program(base)


@pytest.fixture(scope="session")
def engine(program: Program) -> ForwardEngine:
    """A forward engine for the bundled knowledge. Every test may use it, one after the other."""
    return ForwardEngine(program)


@pytest.fixture(scope="session")
def oracle(base: KnowledgeBase) -> Oracle:
    """The oracle for the bundled knowledge."""
    return Oracle(base)


@pytest.fixture(scope="session")
def seeded(base: KnowledgeBase) -> Sheets:
    """Seeded sheets for the bundled knowledge."""
    return Sheets(base)
