"""The server of the review: on this machine's own address, until somebody stops it."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
from collections.abc import Callable

from soleus.knowledge.problems import SoleusError
from soleus.web import MissingReviewExtraError

try:
    import uvicorn

    from soleus.web.app import application
    from soleus.web.desk import Desk
except ImportError as error:
    raise MissingReviewExtraError(
        f"The review in the browser needs the package {error.name}, which is not installed. Install it with: pip install 'soleus[review]'"
    ) from error

ADDRESS = "127.0.0.1"


class PortError(SoleusError):
    """The port cannot be used."""


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve the review of a desk until it is stopped; port 0 takes a free one. `ready` is told the address, which holds a new token."""
    token = secrets.token_urlsafe(24)
    with _listening(port) as listening:
        config = uvicorn.Config(
            application(desk, token), log_level="critical", access_log=False, server_header=False, proxy_headers=False, lifespan="off"
        )
        ready(f"http://{ADDRESS}:{listening.getsockname()[1]}/{token}/")
        with contextlib.suppress(KeyboardInterrupt):  # the way to stop it is no error
            uvicorn.Server(config).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    """A socket of this machine alone. From here on it takes requests, so the address can be told at once."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would share the port with another program
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        raise PortError(f"Port {port} cannot be used: {error.strerror}. Name another with --port, or none for a free one.") from error
    return listening
