"""What the tests of the page share: the commands of tests/cli, the examples, and a reader of HTML that trusts nothing."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.conftest import data_home, invoke, run, shoulder  # noqa: F401 - fixtures

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers

EXAMPLES = Path(__file__).parents[2] / "examples"
VOID = ("meta", "br", "hr", "img", "input", "link")

Example = Callable[[str], Consultation]


@pytest.fixture
def example(base: KnowledgeBase) -> Example:
    """A consultation with the answers of an example."""
    return lambda name: Consultation.of(base, load_answers(base, EXAMPLES / f"{name}.yaml"))


class Page(HTMLParser):
    """A page as a browser reads it: its tags with their attributes, its text, and whether every tag that opens is closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += data

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]

    def shape(self) -> set[tuple[str, tuple[str, ...]]]:
        """Which tags there are, with the names of their attributes."""
        return {(tag, tuple(attributes)) for tag, attributes in self.tags}
