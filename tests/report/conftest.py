"""What the tests of the page share: the commands of tests/cli, the examples, and a reader of HTML that trusts nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.cli.conftest import data_home, invoke, run, shoulder  # noqa: F401 - fixtures

import soleus
from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers
from soleus.report.html.records import Node

EXAMPLES = Path(__file__).parents[2] / "examples"
VOID = ("meta", "br", "hr", "img", "input", "link")

TYPES = {"yes_no": pa.bool_(), "one_of": pa.string(), "number": pa.float64()}

Example = Callable[[str], Consultation]
Screens = Callable[..., Path]


@pytest.fixture
def example(base: KnowledgeBase) -> Example:
    """A consultation with the answers of an example."""
    return lambda name: Consultation.of(base, load_answers(base, EXAMPLES / f"{name}.yaml"))


@pytest.fixture(scope="session")
def screened(base: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Screens:
    """Screens sheets into a Parquet file, with names and groups."""

    def made(sheets: list[dict[str, Any]], *, with_answers: bool = True, **carried: Any) -> Path:
        columns = {one.id: pa.array([sheet.get(one.id) for sheet in sheets], TYPES[one.kind]) for one in base.observables.values()}
        names = {"name": [f"Runner {place}" for place in range(len(sheets))], "team": [f"Team {place % 3}" for place in range(len(sheets))]}
        path = tmp_path_factory.mktemp("squad") / "squad.parquet"
        pq.write_table(soleus.screen(pa.table({**names, **carried, **columns}), base=base, with_answers=with_answers), path)
        return path

    return made


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


Point: TypeAlias = tuple[float, float]


def line_of(path: str) -> list[Point]:
    """The points of a line of the picture, where a curve begins or ends, or the line turns into a straight one."""
    points: list[Point] = []
    for letter, numbers in re.findall(r"([MCH])([^MCH]*)", path):
        values = [float(one) for one in numbers.split()]
        points.append((values[0], points[-1][1]) if letter == "H" else (values[-2], values[-1]))
    return points


def on_edge(point: Point, box: Node, x: float) -> bool:
    """Whether a line touches a box at its left or right edge, which lies at `x`."""
    return abs(point[0] - x) < 0.1 and box.y < point[1] < box.y + box.height
