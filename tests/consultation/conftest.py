"""What the tests of the consultation share: the program of the bundled knowledge, seeded sheets, and people who answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sheets import Sheets
from soleus import Consultation, KnowledgeBase
from soleus.consultation.questions import Question
from soleus.inference.program import Program, compile_program
from soleus.knowledge.conditions import Scalar

Hold = Callable[[Consultation, Mapping[str, Scalar]], Consultation]


@pytest.fixture(scope="session")
def program(base: KnowledgeBase) -> Program:
    return compile_program(base)


@pytest.fixture(scope="session")
def seeded(base: KnowledgeBase) -> Sheets:
    return Sheets(base)


def reply(question: Question, answers: Mapping[str, Scalar]) -> Any:
    """What somebody with these answers says to a question; None is "not sure"."""
    given = {name: answers.get(name) for name in question.observables}
    return given if question.kind == "checklist" else given[question.id]


@pytest.fixture(scope="session")
def hold() -> Hold:
    """Ask somebody with these answers until the consultation stops."""

    def until_it_stops(consultation: Consultation, answers: Mapping[str, Scalar]) -> Consultation:
        while (question := consultation.next_question()) is not None:
            consultation = consultation.answer(question.id, reply(question, answers))
        return consultation

    return until_it_stops
