"""`soleus explain` and `soleus trace`: why a case says what it says. Both take a case by name, a case file or an answer file."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option, read_consultation

if TYPE_CHECKING:
    from soleus.consultation.result import Result
    from soleus.knowledge.model import KnowledgeBase

_CASE_HELP = """\b
CASE is the name of a saved case, a case file, an answer file, or - for standard input.
"""


@click.group(epilog=_CASE_HELP)
@click.argument("case")
@click.pass_context
def explain(ctx: click.Context, case: str) -> None:
    """Show why a case says what it says.

    \b
      soleus explain CASE how triage     why this level of care
      soleus explain CASE how ID         why a condition, cause, finding, score, measure or rule came out
    """
    ctx.obj = case


@explain.command()
@click.argument("name", metavar="ID")
@json_option
@plain_option
@kb_option
@click.pass_obj
def how(case: str, name: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """The proof of a conclusion, down to the answers.

    ID is a condition, cause, finding, score, measure, rule, 'triage' or one of its levels.
    """
    from soleus.cli.output import emit, emit_json
    from soleus.cli.proofs import proof_blocks
    from soleus.explanation.how import how as prove

    base, result = _concluded(case, kb_folder)
    proof = prove(base, result.trace.steps, name)
    if as_json:
        emit_json(dataclasses.asdict(proof))
    else:
        emit(proof_blocks(base, proof), plain=plain)


@click.command(epilog=_CASE_HELP)
@click.argument("case")
@json_option
@plain_option
@kb_option
def trace(case: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Show every step of the inference, in order."""
    from soleus.cli.output import emit, emit_json
    from soleus.cli.proofs import trace_blocks

    base, result = _concluded(case, kb_folder)
    if as_json:
        data = result.to_dict()
        emit_json({"steps": data["trace"]["steps"], "knowledge": data["knowledge"]})
    else:
        emit(trace_blocks(base, result.trace.steps), plain=plain)


def _concluded(case: str, kb_folder: str | None) -> tuple[KnowledgeBase, Result]:
    base = load_base(kb_folder)
    return base, read_consultation(base, case).conclude()
