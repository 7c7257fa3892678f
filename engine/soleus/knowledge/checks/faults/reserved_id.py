"""An observable named like a word of the language, such as `finding`, could not be told from it in a condition.

In the same way a question called `every` could not be told from all of them, and a safety property called `fires` not from what is proved
of all rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, titled
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.parsing import RESERVED
from soleus.knowledge.properties import EVERY, OF_ALL_RULES, SAFETY


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for name in base.observables.keys() & RESERVED:
        yield Fault(f"observable:{name}", f"'{name}' is a word of the language and cannot name an observable.", "Choose another id.")
    for kind, questions in (("observable", base.observables), ("checklist", base.checklists)):
        yield from (_taken(f"{kind}:{name}", "questions in a safety property") for name in questions.keys() & {EVERY, SAFETY})
    yield from (_taken(f"property:{name}", "what is proved of all rules") for name in base.properties.keys() & {*OF_ALL_RULES})


def _taken(item: str, meaning: str) -> Fault:
    return Fault(item, f"The {titled(item)} has a name that stands for {meaning}.", "Choose another id.")


CHECK = Check("reserved-id", "form", "No question or property is named like a word of the language", find)
