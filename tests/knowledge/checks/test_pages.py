"""Every check has a file, a page and examples. A page holds a broken example that its check finds, alone, and a right one that no check minds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from soleus.knowledge import checks
from soleus.knowledge.checks import CHECKS, FAULTS, GAPS, Check
from soleus.knowledge.checks.faults import UNREADABLE
from soleus.knowledge.problems import Problem

from ..gallery import Example

PAGES = Path(__file__).parents[3] / "docs" / "checks"
CODE = Path(checks.__file__).parent
HEADINGS = ["Avoids", "Prefers", "Why"]


@dataclass(frozen=True)
class Page:
    """The page of a check."""

    check: Check

    @cached_property
    def text(self) -> str:
        return (PAGES / f"{self.check.id}.md").read_text("utf-8")

    def part(self, heading: str) -> str:
        return re.split(r"(?m)^## .+\n", self.text)[1 + HEADINGS.index(heading)]

    def example(self, heading: str) -> Example:
        (block,) = re.findall(r"(?ms)^```yaml\n(.*?)^```$", self.part(heading))
        return Example(self.check.id.replace("-", "_"), block)

    @property
    def message(self) -> str:
        """What the page says that the check says."""
        return " ".join(line.removeprefix("> ") for line in self.part("Avoids").splitlines() if line.startswith("> "))


EVERY = [pytest.param(Page(check), id=check.id) for check in CHECKS.values()]


def _found(example: Example) -> tuple[Problem, ...]:
    checked = example.check()
    return (*checked.faults, *checked.gaps)


@pytest.mark.parametrize("page", EVERY)
def test_a_page_says_what_the_check_is(page: Page) -> None:
    check = page.check
    kind = "A fault" if check in FAULTS else "A gap"
    assert page.text.startswith(f"# {check.id}\n\n{check.title}. {kind}, category {check.category}.\n")
    assert re.findall(r"(?m)^## (.+)$", page.text) == HEADINGS
    assert len(page.part("Why").split()) > 15


@pytest.mark.parametrize("page", EVERY)
def test_the_broken_example_is_found_by_this_check_alone(page: Page) -> None:
    example = page.example("Avoids")
    (problem,) = _found(example)
    assert (problem.check or UNREADABLE.id) == page.check.id
    assert {problem.line} == example.lines
    assert f"{problem.what} {problem.hint}" == page.message
    assert (example.check().base is None) is (page.check in FAULTS)


@pytest.mark.parametrize("page", EVERY)
def test_the_right_example_is_left_alone(page: Page) -> None:
    assert [str(problem) for problem in _found(page.example("Prefers"))] == []


def test_every_file_is_a_check_that_is_run() -> None:
    files = {path.stem for path in CODE.glob("*/*.py")} - {"__init__"}
    assert {check.id.replace("-", "_") for check in (*FAULTS, *GAPS)} == files
    assert len(CHECKS) == len(FAULTS) + len(GAPS)


def test_the_list_of_pages_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PAGES.parent)
    import check_pages

    assert (PAGES / "README.md").read_text("utf-8") == check_pages.listed(), "run: python docs/build.py checks"


def test_every_page_belongs_to_a_check() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted([*CHECKS, "README"])


@pytest.mark.parametrize("check", [pytest.param(check, id=check.id) for check in CHECKS.values()])
def test_a_check_is_named_and_said_in_one_line(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)
    assert len(check.title) <= 100
    assert not check.title.endswith(".")
