"""`soleus consult`: questions and answers, or a file of answers, to a result."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from soleus.cli import FailureError
from soleus.cli.keeping import keep
from soleus.cli.options import json_option, kb_option, load_base, plain_option, read_consultation

if TYPE_CHECKING:
    from pathlib import Path

    from soleus.cli.conversation import Conversation
    from soleus.consultation.consultation import Consultation
    from soleus.consultation.journal import Journal
    from soleus.consultation.result import Result
    from soleus.knowledge.model import KnowledgeBase

_EPILOG = """\b
At every question type the number of an answer, or one of
  why, back, skip, review, save, quit, help.

Every answer is saved as it is given. What was quit, interrupted or killed goes on with --resume.

A CASE is a name, kept in your own data folder, or a file. A named case that is concluded also goes into the case store: soleus cases list.

The result goes to standard output, the conversation to standard error. Exit code 0: there is a result. 1: there is none, also after quit. 2: wrong
usage.
"""


@click.command(epilog=_EPILOG)
@click.option("--answers", metavar="FILE", help="Ask nothing: conclude from a file of answers (YAML, JSON or a saved case; - reads standard input).")
@click.option("--save", "save_as", metavar="CASE", help="Save under this name or file. Without it, a name is made of the date and time.")
@click.option("--resume", metavar="CASE", help="Go on with a saved case.")
@click.option("--everything", is_flag=True, help="Ask every question, also those that can hardly change the result.")
@json_option
@plain_option
@kb_option
def consult(
    answers: str | None, save_as: str | None, resume: str | None, everything: bool, as_json: bool, plain: bool, kb_folder: str | None
) -> None:
    """Answer questions; see what it may be, why, and what to do."""
    if answers is not None and resume is not None:
        raise click.UsageError("--answers asks nothing and --resume goes on asking: give one of the two.")
    base = load_base(kb_folder)
    if answers is not None:
        _conclude(base, answers, save_as, as_json=as_json, plain=plain)
        return
    flags = {"--everything": everything, "--plain": plain, "--json": as_json}
    options = (*(("--kb", kb_folder) if kb_folder else ()), *(flag for flag, given in flags.items() if given))
    conversation = _begin(base, resume, save_as, options, plain=plain, everything=everything)
    result = _hold(conversation)
    try:
        _print(base, result, as_json=as_json, plain=plain)
    finally:  # a case is kept also where nobody reads the result to its end
        keep(conversation.saver, conversation.consultation, result)
    conversation.close(result, recap=not as_json and sys.stdout is not None and sys.stdout.isatty(), menu=not as_json)


def _conclude(base: KnowledgeBase, source: str, save_as: str | None, *, as_json: bool, plain: bool) -> None:
    """Print the result of a file of answers. A case that cannot be saved is told, and the result stands."""
    from soleus.cli.saving import Saver
    from soleus.cli.terminal import Terminal
    from soleus.consultation import cases

    path = cases.new_path(save_as) if save_as is not None else None
    consultation = read_consultation(base, source)
    saver = Saver(Terminal(plain=plain), path)
    if path is not None:
        saver.save(consultation)
    result = consultation.conclude()
    try:
        _print(base, result, as_json=as_json, plain=plain)
    finally:
        keep(saver, consultation, result)


def _begin(base: KnowledgeBase, resume: str | None, save_as: str | None, options: tuple[str, ...], *, plain: bool, everything: bool) -> Conversation:
    """A conversation that begins, or goes on where it stood."""
    from soleus.cli.conversation import Conversation
    from soleus.cli.saving import Saver
    from soleus.cli.terminal import Terminal

    consultation, old, journal = _resumed(base, resume)
    consultation = consultation.ask_everything() if everything else consultation
    path = _target(save_as, old)
    saver = Saver(Terminal(plain=plain), path, options, old, journal if path == old or journal is None else journal.of_a_copy())
    if old is not None and not (path == old and old.exists()):
        saver.save(consultation)
    return Conversation(consultation, saver.terminal, saver)


def _resumed(base: KnowledgeBase, resume: str | None) -> tuple[Consultation, Path | None, Journal | None]:
    """The consultation to go on with, the file that it is saved in, and its journal. The file of a case that was only in the store is missing."""
    from soleus.cli.keeping import kept_case
    from soleus.consultation import cases
    from soleus.consultation.consultation import Consultation

    if resume is None:
        return Consultation(base), None, None
    kept = kept_case(resume)
    case = kept or cases.read_case(resume)
    return case.resume(base), cases.path_of(resume) if kept else cases.existing(resume), case.journal


def _target(save_as: str | None, old: Path | None) -> Path | None:
    """Where to save: where the person says, or where the case was. None when a name is to be made up."""
    from soleus.consultation import cases

    if save_as is None or (old is not None and cases.path_of(save_as) == old):
        return old
    return cases.new_path(save_as)


def _hold(conversation: Conversation) -> Result:
    """Hold the conversation. When it ends without a result, the last line says how to go on."""
    from soleus.cli.conversation import QuitError
    from soleus.cli.terminal import EndOfInputError

    try:
        return conversation.run()
    except KeyboardInterrupt:
        click.echo(err=True)
        raise FailureError(conversation.farewell()) from None
    except (QuitError, EndOfInputError):
        raise FailureError(conversation.farewell()) from None
    except Exception:
        click.echo(conversation.farewell(), err=True)
        raise


def _print(base: KnowledgeBase, result: Result, *, as_json: bool, plain: bool) -> None:
    from soleus.cli.output import emit, emit_json

    if as_json:
        emit_json(result.to_json())
        return
    from soleus.report.screen import screen

    emit(screen(base, result), plain=plain)
