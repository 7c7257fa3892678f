"""The page of a record: one file, no script, nothing from elsewhere. Every text goes through one door, where hostile text becomes harmless.

Needs the extra `report`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from soleus.report import at_a_glance, comparing
from soleus.report import wording as shared
from soleus.report.html import MissingReportExtraError, wording
from soleus.report.html.records import ReportPage
from soleus.report.render import harmless

try:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup
except ImportError as error:
    raise MissingReportExtraError(
        "A report needs the package jinja2, which is not installed. Install it with: pip install 'soleus[report]'"
    ) from error


def html(page: ReportPage) -> str:
    """The page of a case as HTML in UTF-8: the same record gives the same text."""
    return rendered("page.html.j2", page=page, result=page.result, not_searched=wording.NOT_SEARCHED)


def rendered(template: str, **values: Any) -> str:
    """A page of a template of this package, which extends `layout.html.j2`: one file in UTF-8."""
    return environment().get_template(template).render(values) + "\n"


@lru_cache(maxsize=4)
def environment(*packages: str) -> Environment:
    """The templates of these packages (in their folder `templates`), then those of this one; every text that they show is made harmless.

    `judged` is what stands beside a firing or conclusion, by kind and id: nothing in a file.
    """
    loader = FunctionLoader(lambda name: _read(packages, name))
    made = Environment(loader=loader, autoescape=True, finalize=_safe_text, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(words=wording, shared=shared, comparing=comparing, glance=at_a_glance)
    made.globals.update(css=Markup(_read((), "page.css")), judged=_nothing)  # noqa: S704 - a file of this package
    return made


def _read(packages: tuple[str, ...], name: str) -> str | None:
    for package in (*packages, "soleus.report.html"):
        file = files(package) / "templates" / name
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return None


def _nothing(kind: str, subject: str) -> str:  # noqa: ARG001 - a file shows a case, and nobody judges it there
    return ""


def _safe_text(value: object) -> object:
    """What a template shows, before it is escaped: text without control characters and marks of direction. Markup is the template's own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return harmless(value)
