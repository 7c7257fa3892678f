"""`soleus kb check`: what is wrong with a folder of knowledge, by check."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from soleus.cli.options import json_option, plain_option

if TYPE_CHECKING:
    from soleus.knowledge.checks import Check
    from soleus.knowledge.loading import Checked
    from soleus.knowledge.model import KnowledgeBase
    from soleus.knowledge.problems import Problem

_EPILOG = """\b
Examples:
  soleus kb check my_knowledge/   everything that is wrong, with file and line
  soleus kb check my_knowledge/ --only hard-wording
  soleus kb check --list          every check, and what it asks for
"""

_TITLES = {"faults": "Faults: this knowledge cannot be used.", "gaps": "Gaps: this knowledge works, but should be mended."}


@click.command(epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--kb", "kb_folder", metavar="DIR", help="The same as DIR.")
@click.option("--only", multiple=True, metavar="CHECK", help="Report what this check finds, and no other. Can be given more than once.")
@click.option("--skip", multiple=True, metavar="CHECK", help="Leave this check out. Can be given more than once.")
@click.option("--list", "listing", is_flag=True, help="List the checks instead.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day by which reviews are overdue or not.")
@json_option
@plain_option
@click.pass_context
def check(
    ctx: click.Context,
    folder: str | None,
    kb_folder: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    listing: bool,
    today: datetime | None,
    as_json: bool,
    plain: bool,  # noqa: ARG001 - every command takes --plain, and these lines are plain
) -> None:
    """Say everything that is wrong with a folder of knowledge.

    Faults keep it from being used; gaps do not, but should be mended. Exit code 1 when there is any.
    """
    from soleus.knowledge import loading
    from soleus.knowledge.checks import CHECKS, GAPS

    named = _folder(folder, kb_folder)
    chosen = _chosen(only, skip)
    if listing:
        _emit_list(chosen, as_json=as_json)
        return
    day = (today or datetime.now(UTC).astimezone()).date()
    gaps = [one for one in GAPS if one in chosen]
    checked = loading.check(named if named is not None else _bundled_folder(), gaps=gaps, today=day)
    if as_json:
        _emit_json(checked, chosen)
    else:
        _emit(checked, chosen, named, len(CHECKS))
    if checked.faults or checked.gaps:
        ctx.exit(1)


def _folder(folder: str | None, kb_folder: str | None) -> str | None:
    if folder is not None and kb_folder is not None:
        raise click.UsageError("DIR and --kb mean the same: give one of the two.")
    named = folder if folder is not None else kb_folder
    if named == "":
        raise click.UsageError("DIR needs the name of a folder.")
    return named


def _bundled_folder() -> str:
    from importlib import import_module

    return str(next(iter(import_module("soleus.kb").__path__)))


def _chosen(only: Sequence[str], skip: Sequence[str]) -> list[Check]:
    """The checks whose findings are reported. Raises a usage error for a name that is none, and for what cannot be left out."""
    from soleus.knowledge.checks import CHECKS, FAULTS
    from soleus.knowledge.problems import nearest, shown

    for name in (*only, *skip):
        if name not in CHECKS:
            raise click.UsageError(f"There is no check {shown(name)}. {nearest(name, CHECKS)} --list lists them.")
    for name in skip:
        if CHECKS[name] in FAULTS:
            raise click.UsageError(f"The check '{name}' cannot be left out: what it finds keeps the knowledge from being used.")
    chosen = [one for one in CHECKS.values() if (not only or one.id in only) and one.id not in skip]
    if not chosen:
        raise click.UsageError("--skip leaves out every check that --only names.")
    return chosen


# Text


def _emit(checked: Checked, chosen: list[Check], folder: str | None, of: int) -> None:
    """The problems by check, each on a line of its own with its file named from where the person is, then a line that sums up."""
    for kind, title in _TITLES.items():
        found = _reported(getattr(checked, kind), chosen)
        if found:
            click.echo(title)
        for name, problems in groupby(found, key=_check_of):
            click.echo(f"\n{name}: {_title(name)}")
            for problem in problems:
                click.echo(str(_from_here(problem, folder)))
    for line in _summary(checked, chosen, of):
        click.echo(line)


def _summary(checked: Checked, chosen: list[Check], of: int) -> Iterator[str]:
    counts = {word: len(_reported(found, chosen)) for word, found in (("fault", checked.faults), ("gap", checked.gaps))}
    wrong = ", ".join(count_of(count, word) for word, count in counts.items() if count)
    if wrong:
        yield ""
    if others := len(checked.faults) - counts["fault"]:
        keep = "keeps" if others == 1 else "keep"
        yield f"{count_of(others, 'fault')} of other checks {keep} this knowledge from being used. Mend what they find first."
    if wrong or not others:
        part = "" if len(chosen) == of else f" ({count_of(len(chosen), 'check')} of {of})"
        yield f"{_size(checked.base)}{wrong or 'nothing wrong'}{part}."


def _reported(problems: Iterable[Problem], chosen: list[Check]) -> list[Problem]:
    """The problems that the chosen checks found, in the order of the checks."""
    order = {one.id: number for number, one in enumerate(chosen)}
    return sorted((problem for problem in problems if _check_of(problem) in order), key=lambda problem: order[_check_of(problem)])


def _check_of(problem: Problem) -> str:
    """The check that found a problem: what could not be read at all has one as well."""
    from soleus.knowledge.checks.faults import UNREADABLE

    return problem.check or UNREADABLE.id


def _title(name: str) -> str:
    from soleus.knowledge.checks import CHECKS

    return CHECKS[name].title


def _size(base: KnowledgeBase | None) -> str:
    if base is None:
        return ""
    kinds: dict[str, Mapping[str, Any]] = {"rule": base.rules, "question": base.observables, "measure": base.measures, "source": base.sources}
    return ", ".join(count_of(len(items), word) for word, items in kinds.items()) + ": "


def _from_here(problem: Problem, folder: str | None) -> Problem:
    if folder is None or problem.file == folder:
        return problem
    return dataclasses.replace(problem, file=os.path.join(folder, problem.file))


def count_of(number: int, word: str) -> str:
    """A number with its word, such as '1 rule' or '2 rules'."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def _emit_list(chosen: list[Check], *, as_json: bool) -> None:
    from soleus.cli.output import emit_json
    from soleus.knowledge.checks import FAULTS

    if as_json:
        emit_json([_described(one) for one in chosen])
        return
    widest = max(len(one.id) for one in chosen)
    for kind, title in (("faults", "Faults: what these find keeps knowledge from being used."), ("gaps", "Gaps: what these find should be mended.")):
        listed = [one for one in chosen if (one in FAULTS) is (kind == "faults")]
        for one in listed:
            click.echo((f"{title}\n" if one is listed[0] else "") + f"  {one.id:{widest}}  {one.title}")
    click.echo("docs/checks/ has a page for each: what it avoids, what it prefers, and why.")


# JSON


def _emit_json(checked: Checked, chosen: list[Check]) -> None:
    from soleus.cli.output import emit_json

    base = checked.base
    data: dict[str, Any] = {
        kind: [dataclasses.asdict(one) | {"check": _check_of(one)} for one in _reported(getattr(checked, kind), chosen)] for kind in _TITLES
    }
    data |= {"checks": [one.id for one in chosen], "usable": base is not None}
    data |= {"rules": len(base.rules), "questions": len(base.observables), "fingerprint": base.fingerprint} if base else {}
    emit_json(data)


def _described(one: Check) -> dict[str, str]:
    from soleus.knowledge.checks import FAULTS

    return {"id": one.id, "kind": "fault" if one in FAULTS else "gap", "category": one.category, "title": one.title}
