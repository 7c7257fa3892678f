"""Soleus: a rule-based expert system whose every conclusion can be walked back to answers and evidence.

from soleus import Consultation, KnowledgeBase

consultation = Consultation(KnowledgeBase.bundled())
while question := consultation.next_question():
    consultation = consultation.answer(question.id, ask(question))
result = consultation.conclude()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from soleus.consultation.consultation import Consultation
    from soleus.consultation.questions import Question
    from soleus.consultation.result import Result
    from soleus.knowledge.model import KnowledgeBase
    from soleus.knowledge.problems import AnswerError, KnowledgeError, SoleusError
    from soleus.screening.screen import screen

__version__ = "0.1.0"
__all__ = ["AnswerError", "Consultation", "KnowledgeBase", "KnowledgeError", "Question", "Result", "SoleusError", "__version__", "screen"]

_HOMES = {
    "AnswerError": "soleus.knowledge.problems",
    "Consultation": "soleus.consultation.consultation",
    "KnowledgeBase": "soleus.knowledge.model",
    "KnowledgeError": "soleus.knowledge.problems",
    "Question": "soleus.consultation.questions",
    "Result": "soleus.consultation.result",
    "SoleusError": "soleus.knowledge.problems",
    "screen": "soleus.screening.screen",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `soleus --version` needs no engine."""
    if name not in _HOMES:
        raise AttributeError(f"module 'soleus' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
