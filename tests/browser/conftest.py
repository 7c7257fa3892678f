"""What the tests in a browser share: headless Chromium, a running `soleus review serve`, and a page that notes every error and every request.

They need Chromium (Debian's package `chromium`) and Playwright; without one of them they are skipped, and say why.

A click returns when the next page has begun, not when it is there. So what a test expects of a page it asks with Playwright's `expect`, which looks
again until it is so; `count()`, `is_visible()` and `url` look once, and are for what has been waited for.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from soleus import Consultation, KnowledgeBase
from soleus.consultation.journal import Journal
from soleus.knowledge.answers import load_answers
from soleus.review.store import CaseStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

EXAMPLES = Path(__file__).parents[2] / "examples"
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@dataclass
class Watched:
    """A page of the browser, with everything that it complained of, and every address that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def serious(self) -> list[str]:
        """What axe-core finds on the page that is serious or critical, each with its places."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found if one["impact"] in ("serious", "critical")]

    def too_wide(self) -> bool:
        """Whether the page must be moved sideways."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        return wide


Watch = Callable[..., Watched]


def lost(request: Request) -> bool:
    """Whether a request came to nothing by itself: one that is on its way when the coach goes to another page is given up by the browser."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here: Debian's package is called chromium")
    playwright.expect.set_options(timeout=30_000)
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=found, args=[*QUIET, *(["--no-sandbox"] if os.getuid() == 0 else [])])
        yield launched
        launched.close()


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """Open an address in a fresh window; at the end of the test the page must have complained of nothing."""
    opened: list[Watched] = []

    def watch(address: str, size: str = "desktop", scheme: str = "light", **options: Any) -> Watched:
        page = browser.new_context(viewport=SIZES[size], color_scheme=scheme, **options).new_page()
        watched = Watched(page)
        page.on("console", lambda message: watched.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (watched.complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: watched.asked.append(request.url))
        page.on("requestfailed", lambda request: watched.complaints.append(f"{request.url}: {request.failure}") if lost(request) else None)
        page.goto(address)
        opened.append(watched)
        return watched

    yield watch
    for one in opened:
        one.page.context.close()
    assert not [complaint for one in opened for complaint in one.complaints]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, base: KnowledgeBase) -> str:
    """A case store with the examples, one of them in two versions, and one that other knowledge concluded."""
    where = str(tmp_path_factory.mktemp("review") / "cases.db")
    store = CaseStore(where)
    for path in sorted(EXAMPLES.glob("*.yaml")):
        answers = load_answers(base, path)
        journal = Journal().noted(answers)
        store.keep(journal, path.stem, (), Consultation.of(base, answers).conclude().to_dict())
        if path.stem == "new_shoes":
            answers = {**answers, "leg_swollen": True}
            store.keep(journal.noted(answers), path.stem, (), Consultation.of(base, answers).conclude().to_dict())
    result = Consultation.of(base, {"age": 40}).conclude().to_dict()
    store.keep(Journal().noted({"age": 40}), "older", (), {**result, "knowledge": {**result["knowledge"], "fingerprint": "0" * 64}})
    return where


@contextlib.contextmanager
def serving(place: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A running `soleus review serve` on a store: its address and its process, which is stopped as a coach would where it still runs."""
    command = [sys.executable, "-c", "from soleus.cli import main; main()", "review", "serve", "--json", "--author", "Coach Kim", "--store", place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as server:
        assert server.stdout is not None
        lines = iter(server.stdout.readline, b"")
        text = b""
        for line in lines:
            text += line
            if line.rstrip() == b"}":
                break
        yield json.loads(text)["address"], server
        if server.poll() is None:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0


@pytest.fixture(scope="session")
def address(place: str) -> Iterator[str]:
    """The address of a running `soleus review serve`."""
    with serving(place) as (address, _):
        yield address


def until(page: Page, so: Callable[[], bool]) -> None:
    """Let the page go on until something is so that is not on the page."""
    for _ in range(1_500):
        if so():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it did not come to that in 30 seconds")


def only_from(address: str, watched: Watched) -> bool:
    """Whether everything that a page asked for came from one server."""
    return all(one.startswith((address, "data:")) for one in watched.asked)
