"""The pages of the review: the templates of the report inside a frame of their own, with what a reviewer said beside each conclusion."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from soleus import __version__
from soleus.report.cases import counted, when
from soleus.report.html.rendering import environment
from soleus.review.records import KeptCase, Verdict, Version
from soleus.review.verdicts import latest
from soleus.web import wording
from soleus.web.desk import Desk
from soleus.web.guard import content_policy

Judged = Callable[[str, str], Markup]

_HTMX = {
    "allowEval": False,
    "historyCacheSize": 0,
    "includeIndicatorStyles": False,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "422", "swap": True},
        {"code": "...", "error": True},
    ],
    "selfRequestsOnly": True,
    "timeout": 60_000,
}
"""How htmx behaves here: it runs no text, keeps no page in the browser's storage, and shows a verdict that was refused where it was given.
The store waits 30 seconds for another writer, so a server that is silent for a minute will not answer. `review.js` tells what did not go well."""


def desk_of(request: Request) -> Desk:
    """The desk of the reviewer who asks."""
    desk: Desk = request.app.state.desk
    return desk


def link_to(request: Request, place: str, /, **params: object) -> str:
    """The address of a page of the review."""
    return str(request.app.url_path_for(f"review:{place}", **params))


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as a page of the review."""
    nonce = secrets.token_urlsafe(16)
    text = text_of(request, template, nonce=nonce, **values)
    return HTMLResponse(text, status, {"Content-Security-Policy": content_policy(nonce)})


def part(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as the part of a page that htmx puts into its place."""
    return HTMLResponse(text_of(request, template, **values), status)


def text_of(request: Request, template: str, **values: Any) -> str:
    """A template as text."""
    shared = {"desk": desk_of(request), "web": wording, "when": when, "counted": counted, "version_of_soleus": __version__}
    frame = {"link": _links(request), "htmx_config": json.dumps(_HTMX), "script_words": json.dumps(wording.SCRIPT)}
    return environment("soleus.web").get_template(template).render({**frame, **shared, **values})


def _links(request: Request) -> Callable[..., str]:
    return lambda place, /, **params: link_to(request, place, **params)


def by_htmx(request: Request) -> bool:
    """Whether the script of a page asks, which shows the answer within it."""
    return "hx-request" in request.headers


def message(request: Request, status: int, text: str) -> Response:
    """What is wrong and the way out: a page, or plain text for script to show."""
    return PlainTextResponse(text, status) if by_htmx(request) else page(request, "message.html.j2", status, text=text)


def judging(request: Request, case: KeptCase, version: Version) -> Judged:
    """What stands beside each thing that a version says: the verdicts on it, and the forms for one more."""
    said = of_version(case.verdicts, version.number)
    return lambda kind, subject: box(request, case, version, kind, subject, said.get((kind, subject), ()))


def of_version(verdicts: Iterable[Verdict], number: int) -> dict[tuple[str, str], list[Verdict]]:
    """The verdicts on a version that count, by what they are about."""
    found: dict[tuple[str, str], list[Verdict]] = {}
    for one in latest(verdicts):
        if one.version == number:
            found.setdefault((one.kind, one.subject), []).append(one)
    return found


def box(
    request: Request, case: KeptCase, version: Version, kind: str, subject: str, verdicts: Iterable[Verdict], refused: str = "", typed: str = ""
) -> Markup:
    """The verdicts on one thing, and the forms for one more. `refused` says why the last one was not taken, `typed` is its reason."""
    about = {"case": case, "version": version, "kind": kind, "subject": subject}
    return Markup(text_of(request, "verdict.html.j2", **about, verdicts=[*verdicts], refused=refused, typed=typed))  # noqa: S704 - a template
