"""The review as a web application: its addresses, and what it says when something is wrong."""

from __future__ import annotations

import os
import sys
import traceback
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from soleus.review.records import StoreError
from soleus.web import pages, wording
from soleus.web.desk import Desk
from soleus.web.guard import Guard
from soleus.web.rendering import message

_FILES = {
    "page.css": ("soleus.report.html", "templates", "text/css"),
    "review.css": ("soleus.web", "static", "text/css"),
    "htmx.min.js": ("soleus.web", "static", "text/javascript"),
    "review.js": ("soleus.web", "static", "text/javascript"),
}


def application(desk: Desk, token: str) -> ASGIApp:
    """The review of a desk. Every address begins with the token: who does not know it is answered nothing.

    The guard stands outside of all else: a page that tells an error has links, and they hold the token.
    """
    routes = [
        Route("/", pages.cases, name="cases"),
        Route("/cases/{name}", pages.case, name="case"),
        Route("/cases/{name}/{number}", pages.case, name="version"),
        Route("/cases/{name}/{number}/turns", pages.turns, name="turns"),
        Route("/cases/{name}/{number}/verdicts", pages.judge, name="judge", methods=["POST"]),
        Route("/cases/{name}/scenarios/{verdict}", pages.scenario, name="scenario"),
        Route("/cases/{name}/{number}/beside", pages.beside, name="beside"),
        Route("/stats", pages.stats, name="stats"),
        Route("/stats.csv", pages.table, name="table"),
        Route("/rules/{rule}", pages.rule, name="rule"),
        Route("/static/{file}", _file, name="file"),
    ]
    app = Starlette(
        routes=[Mount(f"/{token}", routes=routes, name="review")],
        exception_handlers={HTTPException: _told, StoreError: _store_told, Exception: _bug},
    )
    app.state.desk = desk
    return Guard(app, token)


def _file(request: Request) -> Response:
    name = request.path_params["file"]
    if name not in _FILES:
        raise HTTPException(404, wording.NOT_FOUND)
    package, folder, kind = _FILES[name]
    return Response((files(package) / folder / name).read_bytes(), media_type=kind)


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    text = wording.NOT_FOUND if error.detail == "Not Found" else error.detail
    return message(request, error.status_code, text)


def _store_told(request: Request, error: Exception) -> Response:
    return message(request, 500, str(error))


def _bug(request: Request, error: Exception) -> Response:
    if os.environ.get("SOLEUS_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    return message(request, 500, wording.BUG)
