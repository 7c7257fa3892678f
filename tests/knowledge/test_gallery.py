"""Every mistake of the gallery is found, where it stands, and said so that its author can mend it."""

from __future__ import annotations

import pytest

from soleus.knowledge.problems import Problem

from .gallery import RECORD, Example, examples, record


def _named(folder: str) -> list[object]:
    return [pytest.param(example, id=example.name) for example in examples(folder)]


def _assert_says(example: Example, found: tuple[Problem, ...]) -> None:
    """Each line of `says` has one message that holds its parts and points to a marked line, and there is no message besides."""
    left = list(found)
    for parts in example.says:
        told = [problem for problem in left if all(part in str(problem) for part in parts)]
        assert told, f"no message holds {parts}: {[str(problem) for problem in found]}"
        left.remove(told[0])
        assert told[0].line in example.lines, str(told[0])
    assert [str(problem) for problem in left] == []


@pytest.mark.parametrize("example", _named("faults"))
def test_a_fault_is_said(example: Example) -> None:
    checked = example.check()
    assert checked.base is None
    _assert_says(example, checked.faults)


@pytest.mark.parametrize("example", _named("gaps"))
def test_a_gap_is_said_and_the_base_still_works(example: Example) -> None:
    checked = example.check()
    assert checked.base is not None
    _assert_says(example, checked.gaps)


@pytest.mark.parametrize("example", _named("good"))
def test_what_is_right_is_let_alone(example: Example) -> None:
    checked = example.check()
    assert [str(problem) for problem in (*checked.faults, *checked.gaps)] == []
    assert checked.base is not None


def test_the_messages_are_those_that_were_read() -> None:
    assert record() == RECORD.read_text("utf-8"), "python -m tests.knowledge.gallery --record, then read the diff"
