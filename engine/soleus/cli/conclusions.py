"""Conclusions, drawn in a thread of their own: its engine is imported and built while the first question waits for its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
        result: Result = self._submit(consultation.conclude).result()
        return result

    def _submit(self, do: Any, *given: Any) -> Any:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1)
        return self._pool.submit(do, *given)


def _prepare(consultation: Consultation) -> None:
    import soleus.report.screen  # noqa: F401 - it is needed after the last answer

    consultation.conclude()
