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
    from soleus.review.records import KeptCase, Version

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
        kept = CaseStore(_where(None)).keep(saver.journal, name, consultation.asked, result.to_dict())
    except StoreError as error:
        saver.terminal.say(wording.not_kept(str(error)), style="strong")
        return
    if kept.name != name:
        saver.terminal.say(wording.kept_as(kept.name))


def kept_case(name: str, store: str | None = None) -> Case | None:
    """The newest version of a case that is in this case store, or in that of the environment, and in no file; None for any other."""
    from soleus.consultation import cases

    if not cases.NAME.fullmatch(name) or any(os.path.lexists(path) for path in (cases.path_of(name), Path(name))):
        return None
    from soleus.review.paths import default_path

    where = _where(store)
    if where is None and not default_path().exists():
        return None
    from soleus.review.store import CaseStore

    case = CaseStore(where).find(name)
    return None if case is None else _as_case(case, case.last, name)


def kept_version(word: str, store: str | None) -> Case | None:
    """The version that NAME@NUMBER names in this case store, or in that of the environment; None for any other word.

    Raises `StoreError` where there is no such version.
    """
    from soleus.cli.versions import NUMBERED, Versions

    found = Versions(_where(store)).find(word) if NUMBERED.fullmatch(word) else None
    return None if found is None else _as_case(*found, word)


def _where(store: str | None) -> str | None:
    """The store that was named, or else that of the environment; None for the user's own."""
    return store or os.environ.get(STORE_VARIABLE) or None


def _as_case(kept: KeptCase, version: Version, name: str) -> Case:
    from soleus.consultation import cases
    from soleus.consultation.journal import Journal

    journal = Journal(kept.id, version.answers, version.times)
    return cases.Case(name, cases.CaseKnowledge(**version.result["knowledge"]), version.answers, version.asked, journal)
