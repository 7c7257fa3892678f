"""Who may ask: only a page of this server, on this machine, with the token in its address. Decision 18 has the reasons."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from soleus.web import wording

HOSTS = ("127.0.0.1", "localhost")

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says, where it says nothing else: a page has a policy of its own."""


def content_policy(nonce: str) -> str:
    """What a page of the review may load: files of this server, and the style that carries this nonce."""
    own = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    return f"{own}; style-src 'self' 'nonce-{nonce}'"


class Guard:
    """Refuses what does not come from a page of this server, before anything else sees it."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        app = PlainTextResponse(refused, status_code=403) if refused else self._app
        await app(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> str:
        """Why nothing is answered, or nothing where all is well."""
        headers, first = Headers(scope=scope), scope["path"].removeprefix("/").partition("/")[0]
        if _host(headers.get("host", "")) not in HOSTS:
            return wording.WRONG_HOST
        if not hmac.compare_digest(first.encode(), self._token.encode()):
            return wording.WRONG_TOKEN
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers):
            return wording.WRONG_ORIGIN
        return ""


def _host(address: str) -> str:
    """The name in a header Host; nothing for one that is none."""
    try:
        return urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return ""


def _from_here(headers: Headers) -> bool:
    """Whether a browser says that a page of this server sends this. A program that is no browser says nothing, and has the token.

    Where the browser tells the site, that decides: a form of a page without referrer has the origin "null".
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    return site == "same-origin" if site is not None else origin in (None, f"http://{headers.get('host')}")


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            _add(MutableHeaders(scope=message), _HEADERS.items())
        await send(message)

    return sent


def _add(headers: MutableHeaders, wanted: Iterable[tuple[str, str]]) -> None:
    for name, value in wanted:
        headers.setdefault(name, value)
