"""`soleus review serve`: the review in the browser, on this machine alone."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import click

from soleus.cli.authors import author_of, author_option
from soleus.cli.keeping import store_option
from soleus.cli.options import json_option, kb_option, load_base, plain_option

if TYPE_CHECKING:
    from soleus.web.desk import Desk

_EPILOG = """
The address holds a token and is good for this start only. Nobody else on the network can reach it.

On a machine that others use too, open it by hand: with --open they could see it among the programs that run.

Needs the extra review: pip install 'soleus[review]'
"""


@click.command(epilog=_EPILOG, short_help="Read and judge cases in the browser.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), metavar="N", help="The port to listen at. Without it, a free one.")
@click.option("--open", "show", is_flag=True, help="Open the address in your browser.")
@author_option
@store_option
@kb_option
@json_option
@plain_option
def serve(port: int, show: bool, author: str | None, store: str | None, kb_folder: str | None, as_json: bool, plain: bool) -> None:  # noqa: ARG001 - one line is plain
    """Read cases in the browser, and agree or disagree with what was said. Every verdict is kept at once; Ctrl-C stops it."""
    from soleus.review.store import CaseStore
    from soleus.web.desk import Desk
    from soleus.web.serving import serve as run

    desk = Desk(load_base(kb_folder), CaseStore(store or None), author_of(author))
    run(desk, port, lambda address: _ready(desk, address, show=show, as_json=as_json))


def _ready(desk: Desk, address: str, *, show: bool, as_json: bool) -> None:
    from soleus.cli.output import emit_json

    click.echo(f"The review of {desk.store.where}, by {desk.author}. Ctrl-C stops it.", err=True)
    if as_json:
        emit_json({"address": address})
    else:
        click.echo(address)
    if show:
        webbrowser.open(address)
