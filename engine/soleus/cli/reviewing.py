"""A review in the terminal: one thing after another, each verdict kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from soleus.cli import review_wording as wording
from soleus.cli.terminal import EndOfInputError, Terminal
from soleus.knowledge.problems import SoleusError, shown
from soleus.report.cases import case_blocks, for_whom, short_blocks
from soleus.report.reviewing import KINDS, thing_blocks, title, verdict_blocks, why_blocks
from soleus.review.records import KeptCase, Says, Verdict, Version
from soleus.review.things import Thing, things
from soleus.review.verdicts import latest
from soleus.web.desk import Desk


class Reviewing:
    """The review of one version of a case. `run` returns when everything had its turn, or the person leaves.

    `command` is the command line that goes on with it, `explain` makes the one that shows every step to something in this version;
    `every` shows also what this author judged before.
    """

    def __init__(
        self, desk: Desk, case: KeptCase, version: Version, terminal: Terminal, *, command: str, explain: Callable[[str], str], every: bool
    ) -> None:
        self.desk, self.case, self.version, self.terminal = desk, case, version, terminal
        self.page = desk.page(case, version)
        self._command, self._explain = command, explain
        self.verdicts = [one for one in latest(case.verdicts) if one.version == version.number]
        found = things(version.result)
        self._main = [one for one in found if one.main]
        self._turns = self._main if every else self._unjudged()
        self._left_out = len(found) - len(self._main)
        self._at = 0
        self._given = 0
        self._disagreed = False

    def run(self) -> None:
        """Show the case and then each thing in turn, and end with how many verdicts were given."""
        try:
            self._open()
            while self._at < len(self._turns):
                self._turn(self._turns[self._at])
        except (EndOfInputError, KeyboardInterrupt):
            self.terminal.say()
        self._close()

    def _open(self) -> None:
        self.terminal.show([*short_blocks(self.case, self.version), for_whom(self.version)])
        self.terminal.gap()
        if not self.page.whole:
            self.terminal.say(wording.OTHER_KNOWLEDGE)
        judged = len(self._main) - len(self._unjudged())
        self.terminal.say(wording.opening(self.desk.author, len(self._turns), judged), style="strong")
        if self._left_out:
            self.terminal.say(wording.left_out(self._left_out), style="quiet")
        if not self._turns:
            self.terminal.say(wording.NOTHING_TO_JUDGE)

    def _close(self) -> None:
        self.terminal.gap()
        self.terminal.say(wording.closing(self._given, len(self._unjudged()), self._command))
        if self._disagreed:
            self.terminal.say(wording.what_next(self.case.name))

    def _unjudged(self) -> list[Thing]:
        """What has no verdict of this author yet; a note is none."""
        mine = {(one.kind, one.subject) for one in self.verdicts if one.author == self.desk.author and one.says != "note"}
        return [one for one in self._main if (one.kind, one.subject) not in mine]

    # One thing

    def _turn(self, thing: Thing) -> None:
        """Show one thing, and listen until the person goes on to another."""
        self.terminal.gap()
        place = wording.place(self._at + 1, len(self._turns), plain=self.terminal.plain)
        self.terminal.say(place + title(self.page, thing), style="strong")
        self.terminal.show([*thing_blocks(self.page, thing), *verdict_blocks(self._on(thing))])
        before = self._at
        while self._at == before and not self._listen(thing):
            pass

    def _on(self, thing: Thing) -> Sequence[Verdict]:
        return [one for one in self.verdicts if (one.kind, one.subject) == (thing.kind, thing.subject)]

    def _listen(self, thing: Thing) -> bool:
        """One reply; whether the person is done with this thing."""
        self.terminal.say(wording.PROMPT_PLAIN if self.terminal.plain else wording.PROMPT, style="quiet")
        word, rest = _word(self.terminal.read())
        if word in get_args(Says):
            return self._judge(thing, word, rest)
        if word in ("skip", "rest", "back", "quit"):
            return self._move(thing, word)
        self._tell(thing, word, rest)
        return False

    def _judge(self, thing: Thing, says: str, reason: str) -> bool:
        """Keep a verdict. What cannot be one is told, and the person can say it again."""
        if not reason and says in wording.ASK_REASON:
            self.terminal.say(wording.ASK_REASON[says])
            reason = self.terminal.read()
            if not reason or _is_word(reason):
                self.terminal.say(wording.no_reason_but_a_word(shown(reason)) if reason else wording.NO_REASON)
                return False
        try:
            verdict = self.desk.store.judge(
                self.case.name, thing.kind, thing.subject, self.desk.author, says, reason, self.version.number, read=self.case.id
            )
        except SoleusError as error:
            self.terminal.say(str(error))
            return False
        self.verdicts = list(latest(dict.fromkeys([*self.verdicts, verdict])))
        self._given += 1
        self._disagreed |= says == "disagree"
        self.terminal.say(wording.kept(says, thing.on, reason), style="quiet")
        self._at += says != "note"
        return says != "note"

    def _move(self, thing: Thing, word: str) -> bool:
        if word == "back":
            if self._at == 0:
                self.terminal.say(wording.FIRST)
            self._at = max(0, self._at - 1)
        elif word == "quit":
            self._at = len(self._turns)
        elif word == "rest":
            self.terminal.say(wording.no_rest(KINDS[thing.kind]), style="quiet")
            self._at += next((number for number, one in enumerate(self._turns[self._at :]) if one.kind != thing.kind), len(self._turns) - self._at)
        else:
            self._at += 1
        return True

    def _tell(self, thing: Thing, word: str, rest: str) -> None:
        """Do what a word says that leaves the person where they are."""
        if word == "why":
            self.terminal.show(why_blocks(self.desk.base, self.page, thing, self._explain))
        elif word == "case":
            self.terminal.show(case_blocks(self.case, self.version, self.desk.base))
        elif word == "help":
            self.terminal.say(wording.HELP)
            for one, text in wording.WORDS.items():
                self.terminal.say(text, lead=f"  {one}: ")
        else:
            self.terminal.say(wording.unknown(shown(rest)))


def _is_word(typed: str) -> bool:
    """Whether a word of the review was typed, or its first letters, and nothing else."""
    word, rest = _word(typed)
    return bool(word) and not rest


def _word(typed: str) -> tuple[str, str]:
    """What was typed: a word, by how it begins, and what stands behind it; no word, and all that was typed, for anything else."""
    first, _, rest = typed.partition(" ")
    if not first:
        return "skip", ""
    if first == "?":
        return "help", ""
    word = next((one for one in wording.WORDS if one.startswith(first.lower()) and first.lower() not in wording.NO_WORDS), "")
    takes_text = word in get_args(Says)
    return (word, rest.strip()) if word and (takes_text or not rest) else ("", typed)
