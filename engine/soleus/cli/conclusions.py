"""Conclusions, drawn in a thread of their own: its engine, and what chooses questions, is imported and built while the first question waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from soleus.consultation.consultation import Consultation
    from soleus.consultation.result import Result


class Conclusions:
    """One thread with one engine: an engine serves only the thread that built it."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def prepare(self, consultation: Consultation) -> None:
        """Begin to import and build the engine, unless that was begun before, and return at once."""
        if self._pool is None:
            self._submit(_prepare, consultation)

    def of(self, consultation: Consultation) -> Result:
        """What follows from the answers so far."""
        result: Result = self.run(consultation.conclude)
        return result

    def run(self, do: Callable[..., Any], *given: Any) -> Any:
        """What a function returns that draws conclusions of its own: it runs where the engine is."""
        return self._submit(do, *given).result()

    def _submit(self, do: Any, *given: Any) -> Any:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1)
        return self._pool.submit(do, *given)


def _prepare(consultation: Consultation) -> None:
    import soleus.report.screen  # noqa: F401 - it is needed after the last answer
    from soleus.consultation.choice import choice_for
    from soleus.inference.program import compile_program

    choice_for(compile_program(consultation.base), consultation.questions)
    consultation.conclude()
