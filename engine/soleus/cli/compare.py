"""`soleus compare`: two consultations of one person side by side."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soleus.cli.keeping import store_option
from soleus.cli.options import json_option, kb_option, load_base, plain_option
from soleus.cli.pages import page_target, write_page
from soleus.cli.versions import Versions

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase
    from soleus.review.records import KeptCase, Version

_EPILOG = """\b
  soleus compare anna                 the last two versions of a case
  soleus compare anna@3               version 3, and the one before it
  soleus compare anna@1 anna@3        any two versions
  soleus compare anna anna-2          two cases of one person
  soleus compare anna now.yaml        a case, and answers from a file or -
  soleus compare anna -o both.html    a page with the two beside each other

The earlier one stands first, however they are named. What is in the case store is compared as it was kept; a file is
concluded now. A page needs the extra report: pip install 'soleus[report]'.
"""


@click.command(epilog=_EPILOG, short_help="Show what changed between two consultations.")
@click.argument("case")
@click.argument("other", required=False)
@click.option("-o", "--output", metavar="FILE.html", help="Write a page with the two beside each other; - prints it.")
@store_option
@json_option
@plain_option
@kb_option
def compare(case: str, other: str | None, output: str | None, store: str | None, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Show what changed between two consultations: triage, answers, what it may be, and the plan.

    CASE and OTHER are cases of the case store, one version of them as NAME@NUMBER, or files. CASE alone: its last two versions.
    """
    if as_json and output is not None:
        raise click.UsageError("Give one of the two: -o FILE.html writes the page, --json prints what it says.")
    if case == other == "-":
        raise click.UsageError("Standard input can be read once: give one of the two another name.")
    path = None if output is None else page_target(output)
    base = load_base(kb_folder)
    from soleus.review.side_by_side import in_order_of_time, side_by_side

    chosen = _Chosen(base, store)
    two = (chosen.named(case), chosen.named(other)) if other else chosen.last_two(case)
    first, second = in_order_of_time(*two)
    sides = side_by_side(base, *first, *second)
    if output is not None:
        from soleus.report.html.rendering import rendered

        write_page(path, rendered("side_by_side.html.j2", sides=sides), "comparison")
        return
    from soleus.cli.output import emit, emit_json
    from soleus.report.side_by_side import side_by_side_blocks, side_by_side_data

    if as_json:
        emit_json(side_by_side_data(sides))
    else:
        emit(side_by_side_blocks(sides), plain=plain)


class _Chosen:
    """Finds what is to be compared."""

    def __init__(self, base: KnowledgeBase, store: str | None) -> None:
        self.base, self._versions = base, Versions(store)

    def named(self, word: str) -> tuple[str, Version]:
        """A version by what was typed, with the name of its case. Raises `StoreError`, `CaseError` and `AnswerError`."""
        found = self._kept(word)
        return (found[0].name, found[1]) if found else self._concluded(word)

    def last_two(self, word: str) -> tuple[tuple[str, Version], tuple[str, Version]]:
        """A version and the one before it. Raises `StoreError` where there is none before it."""
        from soleus.knowledge.problems import shown
        from soleus.review.records import StoreError

        found = self._kept(word)
        if found is None:
            raise StoreError(f"{shown(word)} is not in the case store, so it has no versions. Name what to compare it with.")
        kept, last = found
        if last.number == 1:
            what = f"The case {kept.name} has one version only" if kept.name == word else f"{kept.name}@1 is the first version"
            raise StoreError(
                f"{what}, and nothing before it to compare it with. Name another case or a file as well, "
                f"or go on with the case, which makes a new version: soleus consult --resume {kept.name}"
            )
        return (kept.name, kept.version(last.number - 1)), (kept.name, last)

    def _kept(self, word: str) -> tuple[KeptCase, Version] | None:
        """A version of the store; None where only a file has this name. Raises `StoreError` when there is neither."""
        from soleus.consultation import cases

        found = self._versions.find(word)
        if found is None and cases.NAME.fullmatch(word) and not any(os.path.lexists(path) for path in (cases.path_of(word), Path(word))):
            self._versions.store.read(word)  # says which names there are
        return found

    def _concluded(self, word: str) -> tuple[str, Version]:
        """A file, concluded now. Raises `CaseError` and `AnswerError`."""
        from soleus.consultation import cases
        from soleus.consultation.consultation import Consultation
        from soleus.review.records import Version

        answers, case = cases.answers_in(self.base, word)
        kept = case.journal.times if case and case.journal else {}
        times = {name: kept[name] for name in answers if name in kept}
        result = Consultation.of(self.base, answers).conclude().to_dict()
        return "standard input" if word == cases.STDIN else Path(word).stem, Version(0, "", case.asked if case else (), times, result)
