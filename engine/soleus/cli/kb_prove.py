"""`soleus kb prove`: proofs that hold of every set of answers, or the answers for which something does not hold."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from soleus.cli.options import json_option, kb_option, load_base, plain_option

if TYPE_CHECKING:
    from soleus.knowledge.conditions import Scalar
    from soleus.knowledge.model import KnowledgeBase
    from soleus.proof.proving import Tell
    from soleus.proof.verdicts import Verdict

_EPILOG = """\b
Examples:
  soleus kb prove                     everything, in about half a minute
  soleus kb prove --only ID           one safety property or check
  soleus kb prove --write found.yaml  what was found, for consult --answers
"""


@click.command(epilog=_EPILOG)
@click.option("--only", metavar="ID", multiple=True, help="Prove only this safety property, or fires, advises, differs, reached. May be given again.")
@click.option("--write", "path", metavar="FILE", help="Write the first counterexample as a file of answers, for consult --answers.")
@click.option("--processes", type=click.IntRange(1, 64), default=lambda: min(2, os.cpu_count() or 1), help="How many to use; as a rule two.")
@json_option
@plain_option
@kb_option
@click.pass_context
def prove(ctx: click.Context, only: tuple[str, ...], path: str | None, processes: int, as_json: bool, plain: bool, kb_folder: str | None) -> None:
    """Prove the safety properties for every possible set of answers.

    Open answers count as well. What does not hold is told with the fewest answers for which it does not.

    Also proved: every rule can fire and says something of its own, what it advises can be in a plan, and every triage level, condition,
    cause and measure can be reached. Exit code 1 when something is not proved. Needs the extra proof: pip install 'soleus[proof]'.
    """
    from soleus.cli.output import emit, emit_json
    from soleus.proof import proving
    from soleus.report.safety import verdict_blocks, verdict_data

    base = load_base(kb_folder)
    verdicts = proving.prove(base, _tasks(base, only), processes=processes, tell=_progress(len({*only} or proving.tasks_of(base))))
    if as_json:
        emit_json(verdict_data(base, verdicts))
    else:
        emit(verdict_blocks(base, verdicts, kb_folder or ""), plain=plain)
    if path is not None:
        _write(base, verdicts, path, kb_folder)
    if not all(one.proved for one in verdicts):
        ctx.exit(1)


def _tasks(base: KnowledgeBase, only: tuple[str, ...]) -> tuple[str, ...]:
    """The tasks that were asked for, or all; a name that is none ends with the nearest one."""
    from soleus.knowledge.problems import nearest, shown
    from soleus.proof.proving import tasks_of

    tasks = tasks_of(base)
    for name in only:
        if name not in tasks:
            raise click.UsageError(f"There is nothing to prove called {shown(name)}. {nearest(name, tasks)}")
    return only or tasks


def _progress(count: int) -> Tell:
    """Says on standard error what was proved, task by task."""
    done = 0

    def tell(task: str, verdicts: tuple[Verdict, ...]) -> None:
        nonlocal done
        done += 1
        failed = sum(not one.proved for one in verdicts)
        click.echo(f"[{done}/{count}] {task}: {'proved' if not failed else f'{failed} of {len(verdicts)} not proved'}", err=True)

    return tell


def _write(base: KnowledgeBase, verdicts: tuple[Verdict, ...], path: str, kb_folder: str | None) -> None:
    """Write the first counterexample to a file that must not be there yet."""
    found = [one for one in verdicts if one.counterexample]
    if not found:
        click.echo("There is no counterexample to write.", err=True)
        return
    with open(path, "x", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in _lines(base, found[0]))
    command = shlex.join(["soleus", "consult", *(["--kb", kb_folder] if kb_folder else []), "--answers", path])
    click.echo(f"Wrote the counterexample to {found[0].item}. See it with: {command}", err=True)
    if len(found) > 1:
        click.echo(f"More were found: {', '.join(one.item for one in found[1:])}. Write each with --only.", err=True)


def _lines(base: KnowledgeBase, verdict: Verdict) -> Iterator[str]:
    from soleus.explanation.promises import claim_text

    found = verdict.counterexample
    assert found is not None, "the verdict was chosen for it"
    yield f"# For these answers the safety property {verdict.item} does not hold."
    yield f"# It should be that {claim_text(base, found.claim)}."
    if found.changed is not None:
        yield f"# To compare: the same with {found.changed.observable}: {_written(found.changed.before)}."
    if found.changed is not None and found.changed.after is None:
        yield f"{found.changed.observable}: unknown"
    elif not found.person.answers:
        yield "{}"
    yield from (f"{name}: {_written(value)}" for name, value in found.person.answers.items())


def _written(value: Scalar | None) -> str:
    if value is None:
        return "unknown"
    return ("yes" if value else "no") if isinstance(value, bool) else json.dumps(value) if isinstance(value, int | float) else value
