"""A page of somebody else in the same browser. Here it knows even the token, which it never should: still it reads nothing, and changes nothing."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.browser.conftest import until

from soleus.review.store import CaseStore

EVIL = """<!doctype html><title>evil</title>
<form id="plain" method="post" target="taken" action="VERDICTS" enctype="text/plain">
<input name="kind=triage&amp;subject=same_day&amp;says=note&amp;reason=EVIL&amp;x" value="y"></form>
<form id="form" method="post" target="shown" action="VERDICTS"><input name="kind" value="triage"><input name="subject" value="same_day">
<input name="says" value="note"><input name="reason" value="EVIL"></form>
<iframe name="taken"></iframe><iframe name="shown"></iframe><iframe id="framed" src="ADDRESS"></iframe>
<script>
const body = "kind=triage&subject=same_day&says=note&reason=EVIL", type = {"Content-Type": "application/x-www-form-urlencoded"};
const read = (address, asked) => fetch(address, asked).then(one => one.text()).then(text => "read " + text.length, () => "nothing");
const load = (tag, where, address) => new Promise(done => {
  const one = document.createElement(tag);
  Object.assign(one, {rel: "stylesheet", [where]: address, onload: () => done("loaded"), onerror: () => done("nothing")});
  document.head.append(one);
});
async function attack() {
  document.getElementById("form").submit();
  document.getElementById("plain").submit();
  window.open("ADDRESScases/clot_like");
  navigator.sendBeacon("VERDICTS", new Blob([body], {type: type["Content-Type"]}));
  return {
    posted: await read("VERDICTS", {method: "POST", body, headers: type}),
    quiet: await read("VERDICTS", {method: "POST", body, headers: type, mode: "no-cors"}),
    htmx: await read("VERDICTS", {method: "POST", body, headers: {...type, "HX-Request": "true"}}),
    page: await read("ADDRESS"),
    table: await read("ADDRESSstats.csv"),
    opaque: await read("ADDRESSstats.csv", {mode: "no-cors"}),
    script: await load("script", "src", "ADDRESSstatic/review.js"),
    style: await load("link", "href", "ADDRESSstatic/page.css"),
    picture: await load("img", "src", "ADDRESS"),
    token: await read("ORIGIN/"),
    framed: String(document.getElementById("framed").contentDocument),
  };
}
</script>"""
NOTHING = dict.fromkeys(("posted", "quiet", "htmx", "page", "table", "opaque", "script", "style", "picture", "token"), "nothing")


@pytest.fixture
def evil(address: str) -> Iterator[int]:
    """The port of a server with the page of an attacker."""
    origin = "http://" + urlsplit(address).netloc
    page = EVIL.replace("VERDICTS", f"{address}cases/clot_like/1/verdicts").replace("ADDRESS", address).replace("ORIGIN", origin).encode()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize("host", ["127.0.0.1", pytest.param("localhost", marks=pytest.mark.nightly)], ids=["same site", "another site"])
def test_another_page_reads_nothing_and_changes_nothing(browser: Any, evil: int, place: str, host: str) -> None:
    before = CaseStore(place).read("clot_like").verdicts
    context, statuses = browser.new_context(), []
    context.on("response", lambda one: statuses.append(one.status) if one.request.is_navigation_request() and one.request.method == "POST" else None)
    page = context.new_page()
    page.goto(f"http://{host}:{evil}/")
    with context.expect_page() as opened:
        found = page.evaluate("attack()")
    opened.value.wait_for_load_state()
    until(page, lambda: len(statuses) >= 2)
    assert statuses == [403, 403], "two forms"
    assert found == {**NOTHING, "framed": "null"}
    assert "clot_like" in opened.value.title()
    assert opened.value.evaluate("window.opener") is None
    assert not [frame for frame in page.frames[1:] if "clot_like" in frame.content()]
    context.close()
    assert CaseStore(place).read("clot_like").verdicts == before


def raw(address: str, headers: dict[str, str], method: str = "GET", path: str = "") -> http.client.HTTPResponse:
    """What the server answers to a request that no browser sends."""
    there = urlsplit(address)
    connection = http.client.HTTPConnection(there.netloc, timeout=10)
    connection.putrequest(method, path or there.path, skip_host=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


def test_the_running_server_believes_no_name_but_its_own(address: str) -> None:
    own = urlsplit(address).netloc
    assert raw(address, {"Host": own}).status == 200
    assert raw(address, {"Host": f"evil.example:{urlsplit(address).port}"}).status == 403
    assert raw(address, {"Host": own}, path=f"http://evil.example{urlsplit(address).path}").status == 403
    there = raw(address, {"Host": own, "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}, path=urlsplit(address).path.rstrip("/"))
    assert there.getheader("location") == address
    assert there.getheader("server") is None


def test_the_running_server_answers_what_is_no_request_and_goes_on(address: str) -> None:
    own = {"Host": urlsplit(address).netloc}
    verdicts = f"{urlsplit(address).path}cases/clot_like/1/verdicts"
    assert raw(address, {**own, "Content-Length": "-1"}, "POST", verdicts).status == 400
    assert raw(address, {**own, "Transfer-Encoding": "chunked", "Content-Length": "3"}, "TRACE").status in (400, 403, 405)
    assert [raw(address, own, method, verdicts).status for method in ("GET", "HEAD", "OPTIONS", "PUT", "FOO")] == [405] * 5
    assert raw(address, own).status == 200
