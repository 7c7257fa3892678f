"""The examples of rules beside a knowledge base: read as they are, and left out where they do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soleus import KnowledgeBase
from soleus.knowledge.examples import MOST_BYTES, NAME, Example, read_examples

RULE = "fast-swelling-is-blood"
FIRES, NOT = {"swelling": "within_hours"}, {"swelling": "next_day"}


def _write(folder: Path, data: object) -> None:
    (folder / NAME).write_text(json.dumps(data), "utf-8")


def test_examples_are_read(knee: KnowledgeBase, tmp_path: Path) -> None:
    _write(tmp_path, {RULE: {"fires": FIRES, "does_not_fire": NOT}})
    assert read_examples(knee, tmp_path) == {RULE: Example(FIRES, NOT)}


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"no-such-rule": {"fires": FIRES, "does_not_fire": NOT}},
        {RULE: {"fires": FIRES}},
        {RULE: {"fires": {"swelling": "huge"}, "does_not_fire": NOT}},
        {RULE: {"fires": FIRES, "does_not_fire": {"no_such_question": True}}},
        {RULE: {"fires": [1], "does_not_fire": NOT}},
        {RULE: None},
    ],
)
def test_what_does_not_fit_is_left_out(knee: KnowledgeBase, tmp_path: Path, data: object) -> None:
    _write(tmp_path, data)
    assert read_examples(knee, tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b" " * (MOST_BYTES + 1)])
def test_a_broken_file_is_no_file(knee: KnowledgeBase, tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert read_examples(knee, tmp_path) == {}


def test_no_file_is_no_examples(knee: KnowledgeBase, tmp_path: Path) -> None:
    assert read_examples(knee, tmp_path) == {}
