"""Whatever the knowledge, the answers and the name of the case hold, the page shows it as text."""

from __future__ import annotations

import dataclasses
import hashlib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import SHOULDER, Invoke
from tests.report.conftest import Page

from soleus import Consultation, KnowledgeBase
from soleus.report.html.page import report_page
from soleus.report.html.rendering import html

ANSWERS = {"began": "at_once", "reach": False, "clicks": True, "numb_arm": False, "chest_pain": False, "odd_shape": True}
IDS = {"id", "kind", "prior", "triage", "strength", "evidence_label", "fingerprint", "phase", "groups", "measures", "sources", "finding", "findings"}
IDS |= {
    "observable",
    "hypothesis",
    "hypotheses",
    "score",
    "word",
    "key",
    "level",
    "values",
    "skip_if",
    "items",
    "language",
    "read",
    "codes",
    "verdict",
}
NASTY = (
    "<script>alert(1)</script>",
    "</style></title></svg><script>alert(1)</script>",
    '" onload="alert(1)" x="',
    "' onfocus='alert(1)",
    "--><img src=x onerror=alert(1)>",
    "]]><b>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "\u202eevil\u202c\u2066\u200f",
    "\x1b[31mred\x1b]0;title\x07",
    "\x00\x08\r\n\t\x7f\x9b31m",
    "&lt;b&gt;&amp;",
)


def poisoned(base: KnowledgeBase, nasty: str) -> KnowledgeBase:
    """The base with the text before every text for people. Ids stay: a knowledge base cannot have others."""
    fields = {one.name: getattr(base, one.name) for one in dataclasses.fields(base)}
    kinds = ("observables", "checklists", "findings", "scores", "conditions", "causes", "measures", "rules", "sources")
    for kind in (*kinds, "about", "interview"):
        fields[kind] = _poison(fields[kind], nasty)
    return KnowledgeBase(**{**fields, "fingerprint": hashlib.sha256(nasty.encode("utf-8", "surrogatepass")).hexdigest()})


def _poison(value: Any, nasty: str, name: str = "") -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if name in ("when", "then"):
            return value
        changed = {one.name: _poison(getattr(value, one.name), nasty, one.name) for one in dataclasses.fields(value)}
        return type(value)(**changed)
    if name in IDS and name != "triage":
        return value
    if isinstance(value, dict):
        return {key: _poison(one, nasty, name) for key, one in value.items()}
    if isinstance(value, tuple) and name not in ("ask", "then"):
        return tuple(_poison(one, nasty, name) for one in value)
    return nasty + value if isinstance(value, str) and not _is_word(name, value) else value


def _is_word(name: str, value: str) -> bool:
    """Whether a text is one of the few words that the engine knows, not one for people."""
    return name == "triage" and value in ("emergency", "same_day", "clinician", "self_care")


def assert_harmless(text: str, plain: Page) -> Page:
    page = Page(text)
    assert not page.open
    assert page.shape() <= plain.shape() | {("title", ()), ("ul", ()), ("li", ()), ("text", ("x", "y"))}
    assert all(link.startswith("#") for link in page.values("href"))
    assert not {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"}
    return page


@pytest.fixture(scope="session")
def plain(shoulder: KnowledgeBase) -> Page:
    return Page(html(report_page(Consultation.of(shoulder, ANSWERS), "case")))


@pytest.mark.parametrize("nasty", NASTY)
def test_a_hostile_knowledge_base_is_shown_as_text(shoulder: KnowledgeBase, plain: Page, nasty: str) -> None:
    base = poisoned(shoulder, nasty)
    record = report_page(Consultation.of(base, ANSWERS), nasty)
    page = assert_harmless(html(record), plain)
    if nasty.isprintable():
        assert page.text.count(nasty) > 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_shown_as_text(shoulder: KnowledgeBase, plain: Page, nasty: str) -> None:
    consultation = Consultation.of(poisoned(shoulder, nasty), ANSWERS)
    assert_harmless(html(report_page(consultation, nasty, quick=True)), plain)


def test_a_hostile_file_name_is_shown_as_text(invoke: Invoke, tmp_path: Path) -> None:
    case = tmp_path / "<img src=x onerror=alert(1)>\u202e\x1b[31m.yaml"
    case.write_text("{clicks: yes}")
    done = invoke("report", str(case), "-o", "-", "--kb", str(SHOULDER))
    assert done.exit_code == 0, done.output
    page = Page(done.stdout)
    assert "<img src=x onerror=alert(1)>" in page.text
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
