"""Where the conversation meets the case store: a finished case is put into it, and one that is only there is taken out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soleus.cli import wording

if TYPE_CHECKING:
    from soleus.cli.saving import Saver
    from soleus.consultation.cases import Case
    from soleus.consultation.consultation import Consultation
    from soleus.consultation.result import Result

STORE_VARIABLE = "SOLEUS_STORE"

store_option = click.option(
    "--store",
    metavar="URL",
    envvar=STORE_VARIABLE,
    help=f"The case store: a file, or postgresql://... for a team. Also {STORE_VARIABLE}. Without it, the one in your own data folder.",
)


def keep(saver: Saver, consultation: Consultation, result: Result) -> None:
    """Put a finished case into the case store, if it is kept by name. A store that takes nothing is told, and the result stands.

    A case in a file of the person's own choosing stays in that file alone.
    """
    from soleus.consultation import cases

    if saver.path is None or not saver.saved or saver.failed or saver.path.parent != cases.folder():
        return
    from soleus.review.records import StoreError
    from soleus.review.store import CaseStore

    name = saver.path.stem
    try:
        kept = CaseStore(os.environ.get(STORE_VARIABLE) or None).keep(saver.journal, name, consultation.asked, result.to_dict())
    except StoreError as error:
        saver.terminal.say(wording.not_kept(str(error)), style="strong")
        return
    if kept.name != name:
        saver.terminal.say(wording.kept_as(kept.name))


def kept_case(name: str) -> Case | None:
    """The newest version of a case that is in the case store and in no file; None for any other."""
    from soleus.consultation import cases

    if not cases.NAME.fullmatch(name) or any(os.path.lexists(path) for path in (cases.path_of(name), Path(name))):
        return None
    from soleus.review.paths import default_path

    where = os.environ.get(STORE_VARIABLE) or None
    if where is None and not default_path().exists():
        return None
    from soleus.consultation.journal import Journal
    from soleus.review.store import CaseStore

    case = CaseStore(where).find(name)
    if case is None:
        return None
    journal = Journal(case.id, case.last.answers, case.last.times)
    knowledge = cases.CaseKnowledge(**case.last.result["knowledge"])
    return cases.Case(name, knowledge, case.last.answers, case.last.asked, journal)
