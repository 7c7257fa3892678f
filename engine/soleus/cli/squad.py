"""`soleus squad`: the overview of a squad from a table that `soleus screen` wrote."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option
from soleus.cli.pages import page_target, write_page

MOST_PRINTED = 25
"""How many people of one level are named in the terminal."""

_EPILOG = """\b
Examples:
  soleus screen club.csv -o screened.csv --with-answers
  soleus squad screened.csv
  soleus squad screened.csv -o squad.html --name Name --by Trainer

The page is one file that only you can read. It needs no network and no script. It names people: mind who gets it.
Needs the extra screen: pip install 'soleus[screen]'; for a page the extra report as well.
"""


@click.command(epilog=_EPILOG, short_help="Show a screened squad: who needs care today.")
@click.argument("screened", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", metavar="FILE.html", help="Write a page; - prints it. Without it the overview is printed as lines.")
@click.option("--name", default="", metavar="COLUMN", help="The column that names people. [the first carried column of text]")
@click.option("--by", default="", metavar="COLUMN", help="Count the levels of care by this column, such as a team or a coach.")
@click.option("--encoding", metavar="NAME", help="How a CSV file is written, such as cp1252. [UTF-8]")
@json_option
@plain_option
@kb_option
def squad(
    screened: Path,
    output: str | None,
    name: str,
    by: str,
    encoding: str | None,
    as_json: bool,
    plain: bool,
    kb_folder: str | None,
) -> None:
    """Show a screened squad: who needs care today, what is common, how the answers are spread.

    SCREENED is what 'soleus screen' wrote. What could not be concluded is told, with the reject file that lies beside it.
    """
    if as_json and output is not None:
        raise click.UsageError("Give one of the two: -o FILE.html writes the page, --json prints what it says.")
    path = None if output is None else page_target(output)
    base = load_base(kb_folder)
    from soleus.report.squad import MOST_PEOPLE
    from soleus.report.squad import squad as overview
    from soleus.screening.reading_back import ScreenedTable

    in_lines = output is None and not as_json
    made = overview(ScreenedTable(base, screened, encoding), name=name, by=by, most=MOST_PRINTED if in_lines else MOST_PEOPLE)
    if as_json:
        from soleus.cli.output import emit_json

        emit_json(dataclasses.asdict(made))
    elif in_lines:
        from soleus.cli.output import emit
        from soleus.report.squad_blocks import squad_blocks

        emit(squad_blocks(made), plain=plain)
    else:
        from soleus.report.html.squad import squad_html

        write_page(path, squad_html(made), "overview")
