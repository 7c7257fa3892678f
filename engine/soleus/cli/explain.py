"""`soleus explain` and `soleus trace`: why a case says what it says. Both take a case by name, a case file or an answer file."""

from __future__ import annotations

import dataclasses
import shlex
from typing import TYPE_CHECKING, Any

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option, read_consultation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soleus.consultation.consultation import Consultation
    from soleus.consultation.result import Result
    from soleus.knowledge.model import KnowledgeBase
    from soleus.report.blocks import Block

_CASE_HELP = """\b
CASE is the name of a saved case, one version of it as NAME@NUMBER,
a case file, an answer file, or - for standard input.
It is concluded now, with the knowledge that is loaded.
"""
_HELP = f"""{_CASE_HELP}
\b
ID is a condition, cause, finding, score, measure, rule, 'triage' or one of
its levels: see soleus consult --json, or soleus kb rules.
"""
_deep_option = click.option("--deep", is_flag=True, help="Show all of it: every step, rule and part.")


@click.group(epilog=_HELP, short_help="Show why a case says what it says, and what would turn it.")
@click.argument("case")
@click.pass_context
def explain(ctx: click.Context, case: str) -> None:
    """Show why a case says what it says, and what would make it say something else.

    \b
      soleus explain CASE how triage          why this level of care
      soleus explain CASE how ID              why a condition, cause ... came out
      soleus explain CASE why-not ID          why it did not: the nearest rules
      soleus explain CASE what-if NAME=VALUE  what changes with other answers
      soleus explain CASE change ID           the fewest answers that turn it
    """
    ctx.obj = case


@explain.command(epilog=_HELP, short_help="How a conclusion came about: rules and answers.")
@click.argument("name", metavar="ID")
@_deep_option
@json_option
@plain_option
@kb_option
@click.pass_obj
def how(case: str, name: str, deep: bool, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """How a conclusion came about: the rules that counted, and their answers.

    With --deep every step of the proof, down to the answers. --json holds the whole proof.
    """
    from soleus.explanation.brief import brief
    from soleus.explanation.how import how as prove
    from soleus.report.proofs import brief_blocks, proof_blocks

    base, consultation = _case(case, kb_folder)
    result = consultation.conclude()
    proof = prove(base, result.trace.steps, name)
    if as_json:
        _emit_data(base, dataclasses.asdict(proof))
    else:
        _emit(base, result, proof_blocks(base, proof) if deep else brief_blocks(base, brief(base, proof)), plain=plain)


@explain.command("why-not", epilog=_HELP, short_help="Why something was not concluded.")
@click.argument("name", metavar="ID")
@_deep_option
@json_option
@plain_option
@kb_option
@click.pass_obj
def why_not(case: str, name: str, deep: bool, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Why something was not concluded: what speaks against it, and the nearest rules part by part.

    Each part held, failed with the value that it saw, or is not known.
    """
    from soleus.cli.explained import why_not_data
    from soleus.explanation.why_not import why_not as look
    from soleus.report.why_nots import why_not_blocks

    base, consultation = _case(case, kb_folder)
    why = look(base, consultation.answers, name)
    if as_json:
        _emit_data(base, why_not_data(base, why))
    else:
        _emit(base, consultation.conclude(), why_not_blocks(base, why, _command(case, kb_folder, "how", name), deep=deep), plain=plain)


@explain.command("what-if", epilog=_CASE_HELP)
@click.argument("changes", metavar="NAME=VALUE...", nargs=-1, required=True)
@json_option
@plain_option
@kb_option
@click.pass_obj
def what_if(case: str, changes: tuple[str, ...], as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """What changes with other answers, the most important first.

    NAME is an observable (soleus kb questions), VALUE what it takes: yes, no, a choice or a number. NAME=? takes the answer away. The case
    itself stays as it is.
    """
    from soleus.cli.explained import what_if_data
    from soleus.explanation.what_if import what_if as compare
    from soleus.report.what_ifs import what_if_blocks

    given = _given(changes)
    base, consultation = _case(case, kb_folder)
    found = compare(base, consultation.answers, given)
    if as_json:
        _emit_data(base, what_if_data(found))
    else:
        _emit(base, consultation.conclude(), what_if_blocks(base, found), plain=plain)


@explain.command(epilog=_HELP)
@click.argument("name", metavar="ID")
@json_option
@plain_option
@kb_option
@click.pass_obj
def change(case: str, name: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """The fewest answers that would turn a conclusion, found exactly.

    What was concluded no longer is, or what was not now is; a condition or cause counts as concluded when it is at least possible. For
    'triage': what would make it more and what less urgent. What is fixed, such as an age, does not change.
    """
    from soleus.cli.explained import turns_data
    from soleus.explanation.change import what_turns
    from soleus.report.turns import turn_blocks

    base, consultation = _case(case, kb_folder)
    found = what_turns(base, consultation.answers, name)
    if as_json:
        _emit_data(base, turns_data(found))
    else:
        _emit(base, consultation.conclude(), turn_blocks(base, found), plain=plain)


@click.command(epilog=_CASE_HELP)
@click.argument("case")
@json_option
@plain_option
@kb_option
def trace(case: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Show every step of the inference, in order."""
    from soleus.report.proofs import trace_blocks

    base, consultation = _case(case, kb_folder)
    result = consultation.conclude()
    if as_json:
        data = result.to_dict()
        _emit_data(base, {"steps": data["trace"]["steps"], "knowledge": data["knowledge"]})
    else:
        _emit(base, result, trace_blocks(base, result.trace.steps), plain=plain)


def _case(case: str, kb_folder: str | None) -> tuple[KnowledgeBase, Consultation]:
    base = load_base(kb_folder)
    return base, read_consultation(base, case)


def _emit(base: KnowledgeBase, result: Result, blocks: Iterable[Block], *, plain: bool) -> None:
    """Print an explanation, and below it what the level lacks and for whom this is."""
    from soleus.cli.output import emit
    from soleus.report.banner import standing

    emit([*blocks, *standing(base, result)], plain=plain)


def _emit_data(base: KnowledgeBase, data: dict[str, Any]) -> None:
    """Print an explanation as JSON, with for whom this is."""
    from soleus.cli.output import emit_json

    emit_json({**data, "intended_use": base.about.intended_use, "not_for": base.about.not_for})


def _given(changes: tuple[str, ...]) -> dict[str, Any]:
    from soleus.cli.given import NotGivenError, given_answers

    try:
        return given_answers(changes)
    except NotGivenError as error:
        raise click.UsageError(str(error)) from None


def _command(case: str, kb_folder: str | None, *words: str) -> str:
    """A command on the same case."""
    return shlex.join(("soleus", "explain", case, *words, *(("--kb", kb_folder) if kb_folder else ())))
