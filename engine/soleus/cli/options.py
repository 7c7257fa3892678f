"""What several commands share: their options, the knowledge that `--kb` names, and the answers of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soleus.consultation.consultation import Consultation
    from soleus.knowledge.model import KnowledgeBase

kb_option = click.option("--kb", "kb_folder", metavar="DIR", help="Use the knowledge in this folder instead of the one that comes with Soleus.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
plain_option = click.option("--plain", is_flag=True, help="Plain lines: no boxes, no colours, nothing redrawn. For screen readers.")


def load_base(folder: str | None) -> KnowledgeBase:
    """The knowledge in a folder, or the one that comes with Soleus. Raises `KnowledgeError` with everything that is wrong with it."""
    from soleus.knowledge.model import KnowledgeBase

    if folder == "":
        raise click.UsageError("--kb needs the name of a folder.")
    return KnowledgeBase.bundled() if folder is None else KnowledgeBase.load(folder)


def read_consultation(base: KnowledgeBase, source: str) -> Consultation:
    """The answers of a case, of one version of it, or of an answer file, or those on standard input (`-`), as a consultation with this knowledge.

    A case that was begun with another knowledge says so on standard error. Raises `CaseError` and `AnswerError`.
    """
    return read_with_times(base, source)[0]


def read_with_times(base: KnowledgeBase, source: str, store: str | None = None) -> tuple[Consultation, Mapping[str, str]]:
    """The consultation that `read_consultation` reads, and since when each answer has its value (UTC), where that was kept.

    What is only in a store, and versions such as `anna@3`, are looked for in this `store`, or in the one that the environment names.
    """
    from types import MappingProxyType

    from soleus.cli.keeping import kept_case, kept_version
    from soleus.consultation import cases
    from soleus.consultation.consultation import Consultation
    from soleus.knowledge.answers import read_answers

    case = kept_version(source, store) or kept_case(source, store)
    if case is None:
        answers, case = cases.answers_in(base, source)
    else:
        answers = read_answers(base, case.answers, source)
    if case is None:
        return Consultation(base, MappingProxyType(answers)), {}
    here = cases.knowledge_of(base)
    if case.knowledge != here:
        click.echo(f"Note: the case was begun with {case.knowledge}; this is {here}.", err=True)
    asked = case.asked if case.knowledge == here else ()
    return Consultation(base, MappingProxyType(answers), asked), case.journal.times if case.journal else {}
