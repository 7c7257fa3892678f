"""The conversation: it asks, listens, saves every answer at once, and stops for an emergency."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from soleus.cli import prompts, wording
from soleus.cli.conclusions import Conclusions
from soleus.cli.replies import Given, Menu, Prompt, Word, answer_text, possible, read_reply
from soleus.cli.saving import Saver
from soleus.cli.terminal import Terminal
from soleus.consultation.consultation import Consultation
from soleus.consultation.questions import Question
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.problems import AnswerError, SoleusError

if TYPE_CHECKING:
    from soleus.consultation.result import Result

_EMERGENCY, _SOON = LEVELS[-1], LEVELS[-2]
_STOP = Menu(wording.STOP_QUESTION, wording.STOP_WHY, (("stop", wording.STOP_HERE), ("go_on", wording.GO_ON)), "stop")


class QuitError(Exception):
    """The person leaves; nothing is concluded."""


class Conversation:
    """One person at a terminal. `run` gives the result, or raises `QuitError`, `EndOfInputError` or `KeyboardInterrupt`."""

    def __init__(self, consultation: Consultation, terminal: Terminal, saver: Saver) -> None:
        self.consultation, self.terminal, self.saver = consultation, terminal, saver
        self.conclusions = Conclusions()
        self.done = False
        self._warned: frozenset[str] = frozenset()
        self._level = ""
        self._leaving = False
        self._went_on = False  # everything is asked, but only because the person went on in an emergency

    def run(self) -> Result:
        """Ask until no more is needed, or the person stops for an emergency."""
        self._open()
        if self.consultation.asked:
            self._look_for_emergency()
        while not self.done:
            question = self.consultation.next_question()
            if question is None:
                self._finish()
            else:
                self._put(question)
        return self.conclusions.of(self.consultation)

    def farewell(self) -> str:
        """The last line when there is no result: how to go on."""
        return self.saver.farewell()

    def close(self, result: Result, *, recap: bool, menu: bool) -> None:
        """After the result: in short, what stands at its top, where the case is kept, and on a terminal a menu to ask why it says so."""
        if recap:
            self.terminal.gap()
            self.terminal.say(_in_short(result), style="strong")
        if self.saver.saved and not self.saver.failed:
            self.terminal.say(wording.concluded(self.saver.name))
        if menu and self.terminal.interactive:
            from soleus.cli.closing import Closing

            Closing(self.consultation, result, self.terminal, self.conclusions).run()

    def _open(self) -> None:
        about = self.consultation.base.about
        self.terminal.say(about.title, style="strong")
        self.terminal.say(f"{about.intended_use.strip()} {about.not_for.strip()}")
        self.terminal.say(wording.OPENING)
        if self.consultation.asked:
            self.terminal.say(wording.going_on(len(self.consultation.asked)))

    # Questions

    def _put(self, question: Question) -> None:
        """Put one question, and do what the reply says."""
        number = len(self.consultation.asked) + 1
        reply = self._reply(question, wording.progress(number, question.section, plain=self.terminal.plain))
        if isinstance(reply, Given):
            self._answer(question, reply.value)
        elif reply.word == "skip":
            self._skip(question)
        else:
            self._turn(reply.word)

    def _reply(self, question: Question, heading: str) -> Given | Word:
        prompts.show_question(self.terminal, question, heading)
        self.conclusions.prepare(self.consultation)
        return self._listen(question)

    def _listen(self, prompt: Prompt) -> Given | Word:
        """Read until there is an answer that fits, or a word that leaves this prompt. Words that explain are dealt with here."""
        while True:
            reply = read_reply(prompt, self.terminal.read())
            if isinstance(reply, Given) and self._fits(prompt, reply.value):
                return reply
            if isinstance(reply, Word) and reply.word not in ("why", "how", "help", "save"):
                return reply
            self._explain(prompt, reply)

    def _fits(self, prompt: Prompt, value: Any) -> bool:
        if isinstance(prompt, Menu):
            return True
        try:
            self.consultation.answer(prompt.id, value)
        except AnswerError:
            return False
        return True

    def _explain(self, prompt: Prompt, reply: Any) -> None:
        word, rest = (reply.word, reply.rest) if isinstance(reply, Word) else ("", "")
        if word == "help":
            prompts.show_help(self.terminal, prompt)
        elif word == "save":
            self._save(rest)
        elif word == "why":
            prompts.show_why(self.terminal, self.consultation, prompt, rest)
        elif word == "how" and isinstance(prompt, Question):
            prompts.show_how(self.terminal, prompt, rest)
        else:
            self.terminal.say(reply.message if not isinstance(reply, Given) else f"{wording.DOES_NOT_FIT} {possible(prompt)}")

    def _answer(self, question: Question, value: Any) -> None:
        """Take an answer, save it, and look whether it makes this an emergency."""
        self.consultation = self.consultation.answer(question.id, value)
        self.saver.save(self.consultation)
        if question.kind == "checklist" and any(one is not None for one in value.values()):
            self.terminal.say(wording.noted(answer_text(question, self.consultation.answers)))
        self._look_for_emergency()

    def _skip(self, question: Question) -> None:
        if question.safety:
            self.terminal.say(wording.SKIPPED_SAFETY)
        self._answer(question, dict.fromkeys(question.observables) if question.kind == "checklist" else None)

    # Words

    def _turn(self, word: str) -> None:
        """Do what a word says that leaves the prompt."""
        if word == "back":
            self._back()
        elif word == "review":
            self._review()
        elif word == "quit":
            self._quit()

    def _back(self) -> None:
        if not self.consultation.asked:
            self.terminal.say(wording.FIRST_QUESTION)
            return
        before, self.consultation = self.consultation, self.consultation.back()
        if set(before.asked) == set(self.consultation.asked):
            self.terminal.say(wording.UNDONE)
        self.done = False
        self.saver.save(self.consultation)
        self._look_for_emergency()

    def _quit(self) -> None:
        """Leave; once more is asked for when that would lose answers."""
        if self.consultation.asked and self.saver.failed and not self._leaving and not self.saver.save(self.consultation):
            self._leaving = True
            self.terminal.say(wording.NOT_SAVED_QUIT, style="strong")
            return
        raise QuitError

    def _save(self, name: str) -> None:
        if not self.consultation.asked and not name:
            self.terminal.say(wording.NOTHING_TO_SAVE)
            return
        try:
            saved = self.saver.move(self.consultation, name) if name else self.saver.save(self.consultation)
        except SoleusError as error:
            self.terminal.say(str(error))
            return
        if saved:
            self.terminal.say(wording.saved_as(self.saver.name, self.saver.resume_command()))

    def _review(self) -> None:
        """Show the answers so far, and change those that the person names, until there is nothing to change."""
        while self.consultation.asked and not self.done:
            asked = [self.consultation.question(name) for name in self.consultation.asked]
            choices = tuple((one.id, wording.reviewed(one.short, one.section, one.ask, answer_text(one, self.consultation.answers))) for one in asked)
            menu = Menu(wording.REVIEW_QUESTION, wording.REVIEW_WHY, choices, "")
            prompts.show_review(self.terminal, menu)
            reply = self._listen(menu)
            if isinstance(reply, Word) and reply.word == "quit":
                self._quit()
            elif isinstance(reply, Word) or not reply.value:
                return
            else:
                self._change(self.consultation.question(reply.value))
        if not self.consultation.asked:
            self.terminal.say(wording.NOTHING_YET)

    def _change(self, question: Question) -> None:
        reply = self._reply(question, wording.CHANGING)
        if isinstance(reply, Given):
            self._answer(question, reply.value)
        elif reply.word == "skip":
            self._skip(question)
        elif reply.word == "quit":
            self._quit()
        else:
            self.terminal.say(wording.UNCHANGED)

    # Stopping

    def _look_for_emergency(self) -> None:
        """Show the banner as soon as an emergency arises or gets a new reason, and ask whether to stop. Say when the level below arises."""
        result = self.conclusions.of(self.consultation)
        urgent = result.triage.level == _EMERGENCY
        if result.triage.level == _SOON and self._level != _SOON:
            self.terminal.say(wording.so_far(result.triage.title), style="strong")
        self._level = result.triage.level
        if self._went_on and not urgent:
            self._went_on, self.consultation = False, replace(self.consultation, everything=False)
        reasons = frozenset(reason.rule for reason in result.triage.reasons) if urgent else frozenset()
        new, self._warned = reasons - self._warned, reasons
        if new and not self.done:
            self._warn(result)

    def _warn(self, result: Result) -> None:
        from soleus.report.banner import triage_banner

        self.terminal.show((triage_banner(result),))
        reply = self._at_menu(_STOP)
        if isinstance(reply, Given):
            self.done = reply.value == "stop"
            if not self.done and not self.consultation.everything:
                self._went_on, self.consultation = True, self.consultation.ask_everything()
            return
        self._warned = frozenset()
        self._turn(reply.word)
        self._look_for_emergency()

    def _finish(self) -> None:
        """No more needs to be asked: show the result, unless the person wants to change something first, or to be asked everything."""
        stop = self.consultation.stop
        if stop is None:
            return
        left = sum(1 for _ in self.consultation.open_questions())
        self.terminal.gap()
        self.terminal.say(wording.stopped(stop.reason, len(stop.open), soon=self._level == _SOON))
        everything = (("everything", wording.ask_everything(left)),) if left else ()
        reply = self._at_menu(Menu(wording.END_QUESTION, wording.END_WHY[stop.reason], (("show", wording.SHOW_RESULT), *everything), "show"))
        if not isinstance(reply, Given):
            self._turn(reply.word)
        elif reply.value == "everything":
            self.consultation = self.consultation.ask_everything()
        else:
            self.done = True

    def _at_menu(self, menu: Menu) -> Given | Word:
        prompts.show_menu(self.terminal, menu)
        return self._listen(menu)


def _in_short(result: Result) -> str:
    """What stands at the top of a result, with everything that must not be missed."""
    from soleus.report.banner import open_questions

    possible = [one for one in result.conditions if one.words != WORDS[0]]
    dangers = [one for one in possible[1:] if one.must_not_miss]
    best, *others = [f"{one.name} ({one.words})" for one in (*possible[:1], *dangers)] or [""]
    return wording.in_short(result.triage.title, best, others, still_open=bool(open_questions(result)))
