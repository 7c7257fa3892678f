"""The scenarios of `features/` as plain data: their steps, and the answer sheet that the Given steps of one tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from sheets import Sheet
from soleus.knowledge.answers import load_answers, read_answers
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reading import Document, read_document

ROOT = Path(__file__).parents[1]
FEATURES = tuple(sorted((ROOT / "features").glob("*.feature")))
OF_THE_MACHINE = (
    *("engine.feature", "trace.feature", "consultation.feature", "explanations.feature", "report.feature"),
    *("cases.feature", "compare.feature", "review.feature", "squad.feature"),
)
"""Features about the program itself, which have steps of their own; all others are about knowledge."""


def pickles(path: Path) -> list[Any]:
    """The scenarios of a feature, outlines written out."""
    document: Any = Parser().parse(path.read_text("utf-8"))
    return Compiler().compile({**document, "uri": path.name})


def steps(path: Path) -> Iterator[str]:
    """The text of every step of every scenario of a feature."""
    return (step["text"] for pickle in pickles(path) for step in pickle["steps"])


def sheet_of(base: KnowledgeBase, pickle: Any) -> Sheet | None:
    """The answers that the Given steps of a scenario tell, or None when it tells none. Raises `AnswerError` for wrong ones."""
    sheet: dict[str, Any] = {}
    found = False
    for step in pickle["steps"]:
        given = _given(base, step)
        found |= given is not None
        sheet = {**sheet, **(given or {})} if "every question of" not in step["text"] else {**(given or {}), **sheet}
    return read_answers(base, sheet, str(pickle["name"])) if found else None


def _given(base: KnowledgeBase, step: Any) -> dict[str, Any] | None:
    text, quoted = step["text"], step["text"].partition('"')[2].rpartition('"')[0]
    if text == "a runner who answers":
        rows = step["argument"]["dataTable"]["rows"]
        return _flow(", ".join(": ".join(cell["value"] for cell in row["cells"]) for row in rows))
    if text.startswith(("a runner who answers ", "a consultation that begins with ")):
        return _flow(quoted)
    if text.startswith("a runner who answered "):
        names = text.rpartition(' of "')[2].rstrip('"')
        return {item: False for name in names.split(",") for item in base.checklists[name.strip()].items}
    return dict(load_answers(base, ROOT / "examples" / f"{quoted}.yaml")) if text.startswith("a runner with the answers of ") else None


def _flow(text: str) -> dict[str, Any]:
    document = read_document(f"{{{text}}}".encode(), "feature")
    assert isinstance(document, Document), document
    return dict(document.data)
