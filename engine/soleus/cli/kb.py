"""`soleus kb`: what the knowledge holds, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from soleus.cli.kb_check import check, count_of
from soleus.cli.kb_diff import diff
from soleus.cli.kb_prove import prove
from soleus.cli.options import json_option, kb_option, load_base, plain_option

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase
    from soleus.report.blocks import Block

_EPILOG = """\b
Examples:
  soleus kb check my_knowledge/   everything that is wrong, with file and line
  soleus kb show ID               a rule, a condition, a source in words
  soleus kb questions --json      the dictionary of answer files
  soleus kb evaluate tests/cases  scores on published cases
  soleus kb prove                 what holds of every set of answers
  soleus kb diff HEAD kb          what you changed since the last commit
"""


@click.group(epilog=_EPILOG)
def kb() -> None:
    """Read and check the knowledge: questions, rules, claims, sources.

    All commands but check, diff and schema take --kb DIR for a folder of your own.
    """


kb.add_command(prove)


kb.add_command(check)
kb.add_command(diff)


@kb.command()
@json_option
@plain_option
@kb_option
def questions(as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """List every question with the answers that it takes.

    An answer file is a mapping of the ids to answers. What is left out is unknown.
    """
    base = load_base(kb_folder)
    _emit(_question_blocks(base), _question_data(base), as_json=as_json, plain=plain)


def _question_blocks(base: KnowledgeBase) -> Iterator[Block]:
    from soleus.cli.items import answers_taken
    from soleus.report.blocks import Heading, Line

    for section in base.interview.sections:
        yield Heading(section.title)
        for name in section.ask:
            checklist = base.checklists.get(name)
            if checklist:
                yield Line(checklist.ask, 1, tone="strong")
            for one in checklist.items if checklist else (name,):
                observable = base.observables[one]
                yield Line(f"{one}: {observable.ask}", 1, bullet=True)
                yield Line(" | ".join(answers_taken(observable)), 2, tone="quiet")


def _question_data(base: KnowledgeBase) -> list[dict[str, Any]]:
    """The observables in the order in which they are asked."""
    places = {one: (section.title, name) for section in base.interview.sections for name in section.ask for one in _asked(base, name)}
    data = []
    for one in base.observables.values():
        section, name = places[one.id]
        fields = {key: getattr(one, key) for key in ("id", "kind", "short", "ask", "why", "choices", "unit", "whole", "safety")}
        limits = dataclasses.asdict(one.range) if one.range else None
        test = dataclasses.asdict(one.self_test) if one.self_test else None
        data.append(fields | {"range": limits, "section": section, "checklist": name if name in base.checklists else None, "self_test": test})
    return data


def _asked(base: KnowledgeBase, name: str) -> Iterable[str]:
    return base.checklists[name].items if name in base.checklists else (name,)


@kb.command()
@json_option
@plain_option
@kb_option
def claims(as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """List the claims with what the evidence says of them."""
    from soleus.cli.items import item_data

    base = load_base(kb_folder)
    ordered = sorted(base.claims.values(), key=lambda claim: [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", claim.id)])
    _emit(_claim_blocks(ordered), [item_data(base, "claim", claim) for claim in ordered], as_json=as_json, plain=plain)


def _claim_blocks(ordered: Iterable[Any]) -> Iterator[Block]:
    from soleus.report.blocks import Line

    for claim in ordered:
        yield Line(f"{claim.id} ({claim.verdict}): {claim.says}", 0, bullet=True)
        yield Line(claim.evidence, 1)
        carried = f"carried by {', '.join(claim.carried_by)}" if claim.carried_by else f"not carried: {claim.not_carried}"
        yield Line(carried, 1, tone="quiet")


@kb.command()
@json_option
@plain_option
@kb_option
def rules(as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """List every rule, in the order in which the strata run."""
    from soleus.cli.items import item_data

    base = load_base(kb_folder)
    _emit(_rule_blocks(base), [item_data(base, "rule", rule) for rule in base.rules.values()], as_json=as_json, plain=plain)


def _rule_blocks(base: KnowledgeBase) -> Iterator[Block]:
    from soleus.knowledge.strata import STRATA, stratum_of
    from soleus.report.blocks import Heading, Line

    for stratum in STRATA:
        own = [rule for rule in base.rules.values() if stratum_of(rule) == stratum]
        yield Heading(f"{stratum}: {count_of(len(own), 'rule')}")
        yield from (Line(f"{rule.id}: {rule.title}", 1, bullet=True) for rule in own)


@kb.command()
@click.argument("name", metavar="ID")
@json_option
@plain_option
@kb_option
def show(name: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Show one item in plain words.

    ID is a rule, measure, condition, cause, finding, score, question, checklist, claim or source; kind:ID where two share an id.
    """
    from soleus.cli.items import find_item, item_blocks, item_data
    from soleus.knowledge.examples import read_examples

    base = load_base(kb_folder)
    kind, item = find_item(base, name)
    example = read_examples(base, kb_folder).get(item.id) if kind == "rule" else None
    data = item_data(base, kind, item) | ({"example": dataclasses.asdict(example)} if example else {})
    _emit(item_blocks(base, kind, item, example), data, as_json=as_json, plain=plain)


@kb.command()
@click.argument("cases", metavar="CASES")
@json_option
@plain_option
@kb_option
def evaluate(cases: str, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Score the knowledge on a folder of cases whose answer is known.

    How often the right condition comes first or among the first three, whether the triage is right, too low or too high, and every miss.
    """
    from soleus.evaluation.cases import load_cases
    from soleus.evaluation.scoring import evaluate as score_all
    from soleus.report.evaluation import evaluation_blocks, evaluation_data

    base = load_base(kb_folder)
    evaluation = score_all(base, load_cases(base, cases))
    _emit(evaluation_blocks(base, evaluation), evaluation_data(evaluation), as_json=as_json, plain=plain)


@kb.command()
@click.option("--json", "as_json", is_flag=True, help="The schema is JSON with or without it.")
def schema(as_json: bool) -> None:  # noqa: ARG001 - every command takes --json
    """Print the JSON Schema of knowledge files, for editors."""
    from soleus.cli.output import emit_json
    from soleus.knowledge.shape import json_schema

    emit_json(json_schema())


def _emit(blocks: Iterable[Block], data: Any, *, as_json: bool, plain: bool) -> None:
    from soleus.cli.output import emit, emit_json

    if as_json:
        emit_json(data)
    else:
        emit(blocks, plain=plain)
