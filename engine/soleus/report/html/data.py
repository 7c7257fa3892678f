"""The record of a page as plain data."""

from __future__ import annotations

import dataclasses
from typing import Any

from soleus.report.html.records import ReportPage


def page_data(page: ReportPage) -> dict[str, Any]:
    """The fields of a page; those of the result as in its own JSON, the picture without its coordinates."""
    data = {one.name: getattr(page, one.name) for one in dataclasses.fields(page) if one.name not in ("result", "picture")}
    drawn = [one.step for one in page.picture.firings]
    return {"result": page.result.to_dict(), **{name: _plain(value) for name, value in data.items()}, "drawn": drawn}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
