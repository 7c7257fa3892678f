"""The page of a record: one file, no script, nothing from elsewhere. Every text goes through one door, where hostile text becomes harmless.

Needs the extra `report`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from soleus.report import wording as shared
from soleus.report.html import MissingReportExtraError, wording
from soleus.report.html.records import ReportPage
from soleus.report.render import harmless

try:
    from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
    from markupsafe import Markup
except ImportError as error:
    raise MissingReportExtraError(
        "A report needs the package jinja2, which is not installed. Install it with: pip install 'soleus[report]'"
    ) from error


def html(page: ReportPage) -> str:
    """The page as HTML in UTF-8: the same record gives the same text."""
    return _template().render(page=page, result=page.result) + "\n"


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_read), autoescape=True, finalize=_safe_text, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(words=wording, shared=shared, css=Markup(_read("page.css")))  # noqa: S704 - a file of this package
    return environment.get_template("page.html.j2")


def _read(name: str) -> str:
    return (files("soleus.report.html") / "templates" / name).read_text(encoding="utf-8")


def _safe_text(value: object) -> object:
    """What a template shows, before it is escaped: text without control characters and marks of direction. Markup is the template's own."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return harmless(value)
