"""`soleus kb diff`: what changed in the knowledge, in words, and which saved cases end differently."""

from __future__ import annotations

import click

from soleus.cli.options import json_option, plain_option

_EPILOG = """\b
Examples:
  soleus kb diff HEAD kb                what you changed since the last commit
  soleus kb diff v1.0 v1.1 tests/cases  and how the cases of a folder end now
  soleus kb diff HEAD~1:kb other_kb/    a folder of old, and one on disk
"""


@click.command(epilog=_EPILOG)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("cases", metavar="[CASES]", required=False)
@json_option
@plain_option
def diff(old: str, new: str, cases: str | None, as_json: bool, plain: bool) -> None:
    """Say in words what changed in the knowledge from OLD to NEW.

    Each side is a folder, a git revision, or REVISION:FOLDER. CASES is a folder of answer files, saved cases or case sheets, or one such
    file: those that end differently are listed with their triage, first three conditions, causes, plan and withheld measures.
    """
    from soleus.cli.output import emit, emit_json
    from soleus.cli.revisions import load_side
    from soleus.evaluation.answer_files import read_sheets
    from soleus.evaluation.differences import differences
    from soleus.evaluation.endings import case_changes
    from soleus.report.differences import difference_blocks, difference_data

    before, after = load_side(old), load_side(new)
    sheets = read_sheets(cases) if cases is not None else ()
    compared = case_changes(before, after, sheets) if cases is not None else None
    found = before, after, differences(before, after), compared, len(sheets)
    if as_json:
        emit_json(difference_data(*found))
    else:
        emit(difference_blocks(*found), plain=plain)
