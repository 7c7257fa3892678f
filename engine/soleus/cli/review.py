"""`soleus review`: agree or disagree with what a case says, and see what reviewers say of every rule."""

from __future__ import annotations

import dataclasses
import os
import shlex
from importlib import import_module
from typing import TYPE_CHECKING

import click

from soleus.cli.authors import author_of, author_option
from soleus.cli.keeping import STORE_VARIABLE, store_option
from soleus.cli.options import json_option, kb_option, load_base, plain_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soleus.review.records import KeptCase, Verdict, Version
    from soleus.review.store import CaseStore

_SERVE = "serve"
_KINDS = ("triage", "condition", "cause", "finding", "score", "measure", "rule")
_SAYS = ("agree", "disagree", "note")


class Review(click.Group):
    """A group that takes any other word for the name of a case, and imports the server only when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = bool(args) and args[0] not in (*self.list_commands(ctx), *ctx.help_option_names)
        return super().parse_args(ctx, ["case", *args] if named else args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), _SERVE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != _SERVE:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module("soleus.cli.serve").serve
        return command


@click.group(cls=Review)
def review() -> None:
    """Judge what a case says, and see what was said of every rule.

    \b
      soleus review CASE           one thing after another: agree, disagree, note
      soleus review case CASE      the same, for a case named like a command
      soleus review stats          what was said of every rule, for who edits them
      soleus review scenario CASE  disagreements as scenarios for features/
      soleus review serve          all of it in the browser
    """


# One case


@review.command(short_help="Review a case: one thing after another.")
@click.argument("case")
@click.option("--version", "number", type=click.IntRange(min=1), help="Which version of it. Without it, the newest.")
@click.option("--all", "every", is_flag=True, help="Show also what you judged before.")
@click.option("--on", metavar="KIND:ID", help="Judge this without a conversation, such as rule:ID or triage:LEVEL. --json lists what can be judged.")
@click.option("--say", metavar="WORD", help="With --on: agree, disagree or note.")
@click.option("--reason", metavar="TEXT", help="With --on: why. Who disagrees needs a reason, and so does a note.")
@author_option
@store_option
@kb_option
@json_option
@plain_option
def case(
    case: str,
    number: int | None,
    every: bool,
    on: str | None,
    say: str | None,
    reason: str | None,
    author: str | None,
    store: str | None,
    kb_folder: str | None,
    as_json: bool,
    plain: bool,
) -> None:
    """Review a case: agree with each thing it says, disagree with a reason, or note something. Every verdict is kept at once.

    A later verdict of yours on the same thing takes the place of the earlier one; notes all stay.
    """
    if (on is None) != (say is None) or (reason is not None and on is None):
        raise click.UsageError("Give --on and --say together, and --reason with them: --on rule:ID --say disagree --reason TEXT.")
    kept = _open(store)
    found = _read(kept, case)
    version = _version(found, number)
    if on is not None and say is not None:
        _judge(kept, found, version, on, say, reason or "", author_of(author), as_json=as_json, plain=plain)
    elif as_json:
        _print_things(found, version)
    else:
        options = {"--version": str(number or ""), "--author": author or "", "--store": store or "", "--kb": kb_folder or ""}
        commands = _command(found.name, options, every), _explain(f"{found.name}@{version.number}", store, kb_folder)
        _converse(kept, found, version, author_of(author), kb_folder, commands, every=every, plain=plain)


def _open(store: str | None) -> CaseStore:
    from soleus.review.store import CaseStore

    return CaseStore(store or None)


def _read(kept: CaseStore, name: str) -> KeptCase:
    """The case of this name. Where there is none, a slip in the name of a command is told as well."""
    from soleus.knowledge.problems import closest
    from soleus.review.records import StoreError

    try:
        return kept.read(name)
    except StoreError as error:
        meant = closest(name, (*review.commands, _SERVE))
        if meant is None or kept.id_of(name) is not None:
            raise
        raise StoreError(f"{error} Or did you mean the command: soleus review {meant}?") from error


def _version(found: KeptCase, number: int | None) -> Version:
    return found.version(number) if number else found.last


def _judge(kept: CaseStore, found: KeptCase, version: Version, on: str, say: str, reason: str, author: str, *, as_json: bool, plain: bool) -> None:
    """Keep one verdict, and print it."""
    from soleus.cli.output import emit, emit_json
    from soleus.knowledge.problems import shown
    from soleus.report.blocks import Line
    from soleus.review.things import named_thing

    if say not in _SAYS:
        raise click.UsageError(f"--say cannot be {shown(say)}. It can be agree, disagree or note.")
    kind, subject = named_thing(version.result, on)
    verdict = kept.judge(found.name, kind, subject, author, say, reason, version.number)
    if as_json:
        emit_json({"case": found.name, **dataclasses.asdict(verdict)})
    else:
        emit([Line(f"Kept: {verdict.author} on {kind} {subject} of version {version.number} of {found.name}: {say}.")], plain=plain)


def _print_things(found: KeptCase, version: Version) -> None:
    """Everything that can be judged, each with the verdicts that count."""
    from soleus.cli.output import emit_json
    from soleus.review.things import things
    from soleus.review.verdicts import latest

    counted = [one for one in latest(found.verdicts) if one.version == version.number]
    listed = [
        {"on": one.on, "name": one.name, "says": one.says, "verdicts": [dataclasses.asdict(said) for said in counted if _is_on(said, one.on)]}
        for one in things(version.result)
    ]
    emit_json({"case": found.name, "version": version.number, "versions": len(found.versions), "things": listed})


def _is_on(verdict: Verdict, on: str) -> bool:
    return f"{verdict.kind}:{verdict.subject}" == on


def _command(name: str, options: Mapping[str, str], every: bool) -> str:
    """The command that goes on with a review."""
    given = [part for option, value in options.items() if value for part in (option, value)]
    word = ["case"] if name in (*review.commands, _SERVE) else []
    return shlex.join(["soleus", "review", *word, name, *given, *(["--all"] if every else [])])


def _explain(name: str, store: str | None, kb_folder: str | None) -> Callable[[str], str]:
    """Makes the command that shows every step to something in a version. It takes a store from the environment alone."""
    elsewhere = f"{STORE_VARIABLE}={shlex.quote(store)} " if store and store != os.environ.get(STORE_VARIABLE) else ""
    knowledge = ("--kb", kb_folder) if kb_folder else ()
    return lambda subject: elsewhere + shlex.join(("soleus", "explain", name, "how", subject, "--deep", *knowledge))


def _converse(
    kept: CaseStore,
    found: KeptCase,
    version: Version,
    author: str,
    kb_folder: str | None,
    commands: tuple[str, Callable[[str], str]],
    *,
    every: bool,
    plain: bool,
) -> None:
    from soleus.cli.reviewing import Reviewing
    from soleus.cli.terminal import Terminal
    from soleus.web.desk import Desk

    desk = Desk(load_base(kb_folder), kept, author)
    command, explain = commands
    Reviewing(desk, found, version, Terminal(plain=plain), command=command, explain=explain, every=every).run()


# All cases


@review.command(short_help="Show what was said of every rule.")
@click.option("--kind", metavar="KIND", help="Only this kind: rule, triage, condition, cause, finding, score or measure.")
@click.option("--disagreed", is_flag=True, help="Only what somebody disagrees with.")
@click.option("--all", "every", is_flag=True, help="Also rules that fired and that nobody judged. --json and --csv always have them.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for a spreadsheet: soleus review stats --csv > rules.csv")
@store_option
@kb_option
@json_option
@plain_option
def stats(kind: str | None, disagreed: bool, every: bool, as_csv: bool, store: str | None, kb_folder: str | None, as_json: bool, plain: bool) -> None:
    """Show for every rule in how many versions of cases it fired, who agrees, who disagrees, and why.

    What is disagreed with most comes first. The verdicts that count: of one author on one thing of one version the last; notes all.
    """
    from soleus.cli.output import emit, emit_json, emit_text

    if as_json and as_csv:
        raise click.UsageError("Give one of --json and --csv.")
    _check_kind(kind)
    there = _open(store).tallies()
    tallies = [one for one in there if kind in (None, one.kind) and (one.disagreed or not disagreed)]
    if as_json:
        emit_json({"tallies": [dataclasses.asdict(one) for one in tallies]})
        return
    from soleus.report.banner import intended_use
    from soleus.report.blocks import Line
    from soleus.report.tallying import none_fits, tally_blocks, tally_csv, titles_of

    base = load_base(kb_folder)
    if as_csv:
        emit_text(tally_csv(tallies, titles_of(base)))
    elif there and not tallies:
        emit([Line(none_fits(kind, disagreed=disagreed))], plain=plain)
    else:
        emit([*tally_blocks(tallies, titles_of(base), every=every), intended_use(base.about)], plain=plain)


def _check_kind(kind: str | None) -> None:
    from soleus.knowledge.problems import nearest, shown

    if kind is not None and kind not in _KINDS:
        raise click.UsageError(f"--kind cannot be {shown(kind)}. {nearest(kind, _KINDS)}")


@review.command(short_help="Print disagreements as scenarios for features/.")
@click.argument("case")
@click.option("--on", metavar="KIND:ID", help="Only what was said of this, such as rule:ID. Then also who agrees, and notes.")
@click.option("--verdict", metavar="ID", help="Only this verdict.")
@click.option("--version", "number", type=click.IntRange(min=1), help="Only verdicts on this version. Without it, on every version.")
@click.option("--named", is_flag=True, help="Name the case and the authors. Without it, the scenario names nobody.")
@store_option
@kb_option
@json_option
@plain_option
def scenario(
    case: str,
    on: str | None,
    verdict: str | None,
    number: int | None,
    named: bool,
    store: str | None,
    kb_folder: str | None,
    as_json: bool,
    plain: bool,  # noqa: ARG001 - a scenario is plain lines
) -> None:
    """Print the disagreements with a case as scenarios for features/, to be finished where they say so.

    Such a scenario fails until the rules say what the reviewer says. It holds the answers of a real person: look through it before you publish it.
    """
    from soleus.cli.output import emit_json, emit_text
    from soleus.review.scenarios import skeletons

    found = _read(_open(store), case)
    chosen = _chosen(found, on, verdict, _version(found, number).number if number else None)
    text = skeletons(load_base(kb_folder), found, chosen, named=named)
    if as_json:
        emit_json({"case": found.name, "verdicts": [one.id for one in chosen], "feature": text})
    else:
        emit_text(text)


def _chosen(found: KeptCase, on: str | None, verdict: str | None, number: int | None) -> list[Verdict]:
    """The verdicts that were asked for, of those that count. Raises `StoreError` where there are none."""
    from soleus.knowledge.problems import nearest, shown
    from soleus.review.records import StoreError
    from soleus.review.verdicts import latest

    if verdict is not None:
        chosen = [one for one in found.verdicts if one.id == verdict]
        if not chosen:
            raise StoreError(f"The case {found.name} has no verdict {shown(verdict)}. {nearest(verdict, [one.id for one in found.verdicts])}")
        return chosen
    counted = [one for one in latest(found.verdicts) if number in (None, one.version)]
    chosen = [one for one in counted if (_is_on(one, on) if on is not None else one.says == "disagree")]
    if not chosen:
        judged = sorted({f"{one.kind}:{one.subject}" for one in counted})
        what = f"Nobody said anything of {shown(on)}" if on is not None else "Nobody disagrees with anything"
        raise StoreError(f"{what} in the case {found.name}." + (f" {nearest(on, judged)}" if on is not None and judged else ""))
    return chosen
