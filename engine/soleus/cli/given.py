"""Answers as they are typed on one line: NAME=VALUE, spaces around the sign or not, where ? is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from soleus.knowledge.problems import SoleusError, shown


class NotGivenError(SoleusError):
    """What was typed is not NAME=VALUE."""


def given_answers(typed: Iterable[str]) -> dict[str, Any]:
    """Answers by observable, not yet checked against any knowledge; None is not known. Raises `NotGivenError`."""
    from soleus.knowledge.reading import scalar

    given: dict[str, Any] = {}
    for one in re.sub(r"\s*=\s*", "=", " ".join(typed)).split():
        name, _, value = one.partition("=")
        if not (name and value) or "=" in value:
            raise NotGivenError(f"{shown(one)} is not NAME=VALUE. Write for example age=42, or age=? to take the answer away.")
        if name in given:
            raise NotGivenError(f"{shown(name)} is given twice: give it one value.")
        given[name] = None if value == "?" else scalar(value, plain=True)
    return given
