"""`soleus report`: a case as one page of HTML."""

from __future__ import annotations

from pathlib import Path

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option, read_with_times
from soleus.cli.pages import page_target, write_page

_EPILOG = """\b
CASE is the name of a saved case, a case file, an answer file, or - for standard input.
The page is one file that only you can read. It needs no network and no script: open it in any browser, print it, or send it.
Needs the extra report: pip install 'soleus[report]'; --json does not.
"""


@click.command(epilog=_EPILOG)
@click.argument("case")
@click.option("-o", "--output", metavar="FILE.html", help="Where to write the page; - prints it.")
@click.option("--quick", is_flag=True, help="Do not look for what would change the outcome, which takes the longest.")
@json_option
@plain_option
@kb_option
def report(case: str, output: str | None, quick: bool, as_json: bool, plain: bool, kb_folder: str | None) -> None:  # noqa: ARG001 - one line is plain
    """Write a case as a page: triage, what it may be and why, the plan, the trace as a picture, every rule that fired."""
    if as_json == (output is not None):
        raise click.UsageError("Give one of the two: -o FILE.html writes the page, --json prints what it says.")
    path = None if output is None else page_target(output)
    base = load_base(kb_folder)
    consultation, times = read_with_times(base, case)
    from soleus.report.html.kept import shown_times
    from soleus.report.html.page import report_page

    page = report_page(consultation, _name_of(case), times=shown_times(times), quick=quick)
    if as_json:
        from soleus.cli.output import emit_json
        from soleus.report.html.data import page_data

        emit_json(page_data(page))
        return
    from soleus.report.html.rendering import html

    write_page(path, html(page), "report")


def _name_of(case: str) -> str:
    """What the page calls the case: never the folder that it lies in, which is nobody's business."""
    from soleus.consultation.cases import STDIN

    return "standard input" if case == STDIN else Path(case).stem
