"""The built pages of the knowledge are those of the knowledge and the scenarios as they are, and every rule stands there under the same headings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from soleus import KnowledgeBase
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack
from soleus.inference.program import compile_program
from soleus.knowledge.answers import read_answers
from soleus.knowledge.examples import read_examples

ROOT = Path(__file__).parents[2]
KB = ROOT / "kb"
HEADINGS = ["Looks for", "Concludes", "Why", "Sources, and how strong they are", "Fires for", "Does not fire for", "Review", "Where it stands"]
OF_EXAMPLES = ("Fires for", "Does not fire for")
BUILD = "run: python docs/build.py knowledge"


@pytest.fixture(scope="module")
def pages() -> Any:
    """The module that builds the pages, as docs/build.py finds it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "docs")
        import knowledge_pages

        return knowledge_pages


@pytest.fixture(scope="module")
def built(pages: Any, base: KnowledgeBase) -> dict[str, str]:
    files: dict[str, str] = pages.built(base)
    return files


def test_files_are_current(pages: Any, built: dict[str, str]) -> None:
    on_disk = {name: path.read_text("utf-8") if (path := ROOT / name).is_file() else None for name in built}
    assert [name for name, text in built.items() if on_disk[name] != text] == [], BUILD
    assert [path.name for path in pages.outdated(built)] == [], BUILD


def test_every_rule_has_the_same_headings(base: KnowledgeBase, built: dict[str, str]) -> None:
    rules = {}
    for text in built.values():
        for part in re.split(r'(?m)^<a id="', text)[1:]:
            if named := re.search(r"^Rule `(.+)`$", part, re.MULTILINE):
                rules[named[1]] = re.findall(r"^\*\*(.+?)\.\*\*", part, re.MULTILINE)
    assert sorted(rules) == sorted(base.rules)
    without = [heading for heading in HEADINGS if heading not in OF_EXAMPLES]
    shown = json.loads(built["kb/examples.json"])
    assert {rule: found for rule, found in rules.items() if found != (HEADINGS if rule in shown else without)} == {}


def test_anchors_that_are_linked_exist(built: dict[str, str]) -> None:
    anchors = {name: set(re.findall(r'<a id="([^"]+)"', text)) for name, text in built.items()}
    for name, text in built.items():
        for way, anchor in re.findall(r"\]\(([^)#\s]+)#([^)]+)\)", text):
            target = (ROOT / name).parent.joinpath(way).resolve().relative_to(ROOT).as_posix()
            assert anchor in anchors[target], f"{name} links to {way}#{anchor}"


def test_every_example_fires_and_its_near_miss_does_not(base: KnowledgeBase) -> None:
    found = read_examples(base)
    assert sorted(found) == sorted(json.loads((KB / "examples.json").read_text("utf-8")))
    sheets = [(rule, answers, fires) for rule, one in found.items() for answers, fires in ((one.fires, True), (one.does_not_fire, False))]
    outcome = engine_for(compile_program(base)).infer(pack(base, [read_answers(base, answers, rule) for rule, answers, _ in sheets]))
    for row, (rule, _, fires) in enumerate(sheets):
        assert (rule in outcome.row(row).fired) is fires, rule
