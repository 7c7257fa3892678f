"""What is wrong with a table that is to be screened."""

from __future__ import annotations

from collections.abc import Iterable

from soleus.knowledge.problems import Problem, SoleusError, bounded


class ScreenError(SoleusError):
    """A table that cannot be screened at all. `problems` holds everything that is wrong with it. Single rows never raise it: they are rejected."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = bounded(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def refuse(what: str, hint: str = "", *, file: str = "", line: int = 0) -> ScreenError:
    """The error of one problem."""
    return ScreenError([Problem(file, line, what, hint)])
