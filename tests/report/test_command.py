"""`soleus report`: where the page goes, and what is said when it cannot be written."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import SHOULDER, Invoke, Run
from tests.report.conftest import EXAMPLES, Page

KB = ("--kb", str(SHOULDER))


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    path = tmp_path / "torn.yaml"
    path.write_text("{began: at_once, reach: no, clicks: yes, numb_arm: no, chest_pain: no, odd_shape: yes}")
    return path


def test_the_page_is_written_for_its_owner_alone_and_replaces_an_old_one(invoke: Invoke, torn: Path, tmp_path: Path) -> None:
    target = tmp_path / "torn.html"
    target.write_text("old")
    done = invoke("report", str(torn), "-o", str(target), *KB)
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(target) in done.stderr
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    page = Page(target.read_text("utf-8"))
    assert "Shoulder pain: torn" in page.text
    assert str(tmp_path) not in page.text


def test_the_same_case_gives_the_same_bytes_on_every_hash_seed(run: Run) -> None:
    case = str(EXAMPLES / "clot_like.yaml")
    pages = {run("report", case, "-o", "-", env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "4711")}
    assert len(pages) == 1
    assert len(next(iter(pages))) > 50_000


def test_json_is_the_record_of_the_page(invoke: Invoke, torn: Path) -> None:
    data = json.loads(invoke("report", str(torn), "--json", *KB).stdout)
    assert data["result"]["triage"]["level"] == "same_day"
    assert [one["rule"] for one in data["flags"] if one["state"] == "raised"][:1] == ["an-odd-shape-needs-someone"]
    assert data["turns"]
    assert json.loads(invoke("report", str(torn), "--json", "--quick", *KB).stdout)["turns"] is None


@pytest.mark.parametrize("args", [(), ("-o", "x.html", "--json"), ("-o", "torn.yaml"), ("-o", "page")])
def test_wrong_usage_says_the_way_out_and_writes_nothing(invoke: Invoke, torn: Path, args: tuple[str, ...]) -> None:
    before = torn.read_text()
    done = invoke("report", str(torn), *args, *KB)
    assert done.exit_code == 2
    assert ".html" in done.stderr
    assert torn.read_text() == before


def test_a_place_that_takes_no_file_is_told(invoke: Invoke, torn: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = invoke("report", str(torn), "-o", str(tmp_path / "file" / "page.html"), *KB)
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert "page.html" in done.stderr or "file" in done.stderr


def test_no_such_case(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("report", "nobody", "-o", str(tmp_path / "page.html"))
    assert done.exit_code == 1
    assert "There is no case" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_without_jinja2_it_says_what_to_install_and_json_still_works(
    invoke: Invoke, torn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "soleus.report.html.rendering", raising=False)
    done = invoke("report", str(torn), "-o", str(tmp_path / "page.html"), *KB)
    assert done.exit_code == 1
    assert "pip install 'soleus[report]'" in done.stderr
    assert invoke("report", str(torn), "--json", *KB).exit_code == 0
