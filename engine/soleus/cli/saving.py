"""Keeps a conversation: every answer is saved at once, and a disk that takes no more is said once and stops nothing."""

from __future__ import annotations

import contextlib
import shlex
from datetime import datetime
from pathlib import Path

from soleus.cli import wording
from soleus.cli.terminal import Terminal
from soleus.consultation import cases
from soleus.consultation.consultation import Consultation
from soleus.consultation.journal import Journal


class Saver:
    """Where one conversation is saved: `path`, once there is one.

    `options` are those that going on with it needs again, `old` is the file that it goes on from. `saved` says whether `path` holds
    answers, `failed` whether the last of them are missing there. `journal` says which case it is, and when the answers were given.
    """

    def __init__(
        self, terminal: Terminal, path: Path | None, options: tuple[str, ...] = (), old: Path | None = None, journal: Journal | None = None
    ) -> None:
        self.terminal, self.path, self.options = terminal, path, options
        self.journal = journal or Journal()
        self.saved = path is not None and path == old
        self.failed = False
        self._named_by_us = path is None

    def save(self, consultation: Consultation) -> bool:
        """Save, under a name made of the date and time if there is none yet. Says when it cannot, and when it can again."""
        path = self.path or cases.dated_path(datetime.now().astimezone())
        self.journal = self.journal.noted(consultation.answers)
        try:
            cases.save(consultation, path, self.journal)
        except OSError as error:
            self._fail(path, error)
            return False
        if self.failed:
            self.terminal.say(wording.saved_again(cases.name_of(path)))
        self.path, self.saved, self.failed = path, True, False
        return True

    def _fail(self, path: Path, error: OSError) -> None:
        if not self.failed:
            self.terminal.say(wording.not_saved(str(path.parent), error.strerror or str(error)), style="strong")
        self.failed = True

    def move(self, consultation: Consultation, name: str) -> bool:
        """Save under another name from now on; the file with a name that was made up goes. Raises `CaseError` for a name that is taken."""
        path = cases.new_path(name)
        noted = self.journal.noted(consultation.answers)
        journal = noted if self._named_by_us else noted.of_a_copy()
        try:
            cases.save(consultation, path, journal)
        except OSError as error:
            self.terminal.say(wording.not_moved(str(path), error.strerror or str(error)))
            return False
        if self._named_by_us and self.path is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self.path, self.journal, self.saved, self.failed, self._named_by_us = path, journal, True, False, False
        return True

    def farewell(self) -> str:
        """The last line of a conversation that ends without a result."""
        if self.saved:
            return wording.go_on_later(self._command("--resume"), self._command("--answers"), whole=not self.failed)
        return wording.LOST if self.failed else wording.NOTHING_TO_SAVE

    @property
    def name(self) -> str:
        """What to call the case on a command line."""
        return shlex.quote(cases.name_of(self.path)) if self.path else ""

    def resume_command(self) -> str:
        """The command that goes on with this conversation."""
        return self._command("--resume")

    def _command(self, option: str) -> str:
        return " ".join(("soleus consult", option, self.name, *(shlex.quote(option) for option in self.options)))
