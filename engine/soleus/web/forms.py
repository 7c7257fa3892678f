"""The fields of a form that was sent, as text. Nothing longer than a form of ours is read."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from soleus.web import wording

MOST_BYTES = 100_000


async def fields_of(request: Request) -> dict[str, str]:
    """The fields by name. Raises `HTTPException` for a body that is no form of ours."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(413, wording.TOO_LONG)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, encoding="utf-8", errors="strict", max_num_fields=20)
    except ValueError as error:
        raise HTTPException(400, wording.BROKEN_FORM) from error
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
