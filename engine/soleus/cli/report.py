"""`soleus report`: a case as one page of HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soleus.cli.keeping import store_option
from soleus.cli.options import json_option, kb_option, load_base, plain_option, read_with_times
from soleus.cli.pages import page_target, write_page
from soleus.cli.versions import Versions

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase
    from soleus.report.html.records import ReportPage

_EPILOG = """
CASE is the name of a case, one version of it as NAME@NUMBER, a case file, an answer file, or - for standard input.

A case that was concluded is shown as it was concluded, whatever its file or the knowledge says since; --anew concludes its answers now. A file is
concluded now.

The page is one file that only you can read. It needs no network and no script: open it in any browser, print it, or send it.

Needs the extra report: pip install 'soleus[report]'; --json does not.
"""


@click.command(epilog=_EPILOG, short_help="Write a case as a page to read, print and send.")
@click.argument("case")
@click.option("-o", "--output", metavar="FILE.html", help="Where to write the page; - prints it.")
@click.option("--quick", is_flag=True, help="Do not look for what would change the outcome, which takes the longest.")
@click.option("--anew", is_flag=True, help="Conclude the answers of a case now, with the knowledge that is loaded.")
@store_option
@json_option
@plain_option
@kb_option
def report(
    case: str,
    output: str | None,
    quick: bool,
    anew: bool,
    store: str | None,
    as_json: bool,
    plain: bool,  # noqa: ARG001 - one line is plain
    kb_folder: str | None,
) -> None:
    """Write a case as a page: triage, what it may be and why, the plan, the trace as a picture, every rule that fired."""
    if as_json == (output is not None):
        raise click.UsageError("Give one of the two: -o FILE.html writes the page, --json prints what it says.")
    path = None if output is None else page_target(output)
    base = load_base(kb_folder)
    page = (None if anew else _kept_page(base, case, store, quick=quick)) or _page_of_now(base, case, store, quick=quick)
    if as_json:
        from soleus.cli.output import emit_json
        from soleus.report.html.data import page_data

        emit_json(page_data(page))
        return
    from soleus.report.html.rendering import html

    write_page(path, html(page), "report")


def _kept_page(base: KnowledgeBase, case: str, store: str | None, *, quick: bool) -> ReportPage | None:
    """The page of a version that is kept, as it was concluded; None for anything else."""
    found = Versions(store).find(case)
    if found is None:
        return None
    from soleus.report.html.kept import version_page

    kept, version = found
    return version_page(base, kept.name if version is kept.last else f"{kept.name}, version {version.number}", version, quick=quick)


def _page_of_now(base: KnowledgeBase, case: str, store: str | None, *, quick: bool) -> ReportPage:
    from soleus.report.html.kept import shown_times
    from soleus.report.html.page import report_page

    consultation, times = read_with_times(base, case, store)
    return report_page(consultation, _name_of(case), times=shown_times(times), quick=quick)


def _name_of(case: str) -> str:
    """What the page calls the case: never the folder that it lies in, which is nobody's business."""
    from soleus.consultation.cases import STDIN

    return "standard input" if case == STDIN else Path(case).stem
