"""The pages of a squad and of two cases side by side, in a real browser: nothing is fetched, nothing runs, and they can be read everywhere."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.browser.conftest import EXAMPLES, Watch

from soleus.cli import cli

NASTY = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"


def run(*args: str) -> None:
    done = CliRunner().invoke(cli, args)
    assert done.exit_code in (0, 1), done.output


def squad(folder: Path) -> Path:
    """A small club, one of whose names is hostile, as a page."""
    table, screened, page = folder / "club.csv", folder / "screened.csv", folder / "squad.html"
    rows = list(csv.reader((EXAMPLES / "club.csv").read_text("utf-8").splitlines(), delimiter=";"))
    rows[1][0] = NASTY
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    run("screen", str(table), "-o", str(screened), "--with-answers")
    run("squad", str(screened), "--by", "Trainer", "-o", str(page))
    return page


def side_by_side(folder: Path) -> Path:
    page = folder / "sides.html"
    run("compare", str(EXAMPLES / "weak_hips_gradual_ache.yaml"), str(EXAMPLES / "clot_like.yaml"), "-o", str(page))
    return page


@pytest.mark.parametrize("make", [squad, side_by_side])
@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_it_is_read_everywhere_and_asks_for_nothing(watch: Watch, tmp_path: Path, make: Callable[[Path], Path], size: str, scheme: str) -> None:
    page = make(tmp_path)
    watched = watch(page.as_uri(), size, scheme)
    assert watched.asked == [page.as_uri()]
    assert not watched.serious()
    assert not watched.too_wide()


def test_a_hostile_name_is_only_a_name(watch: Watch, tmp_path: Path) -> None:
    assert NASTY in watch(squad(tmp_path).as_uri()).page.locator("main").inner_text()


def test_a_long_name_of_a_group_pushes_no_count_off_the_paper(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"Name,Team,breathless\nAna,{'G' * 200},yes\n", "utf-8")
    run("screen", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv"))
    run("squad", str(tmp_path / "out.csv"), "--by", "Team", "-o", str(tmp_path / "squad.html"))
    page = watch((tmp_path / "squad.html").as_uri()).page
    page.set_viewport_size({"width": 794, "height": 1123})  # A4
    page.emulate_media(media="print")
    last = page.locator(".groups td").last.bounding_box()
    assert last is not None
    assert last["x"] + last["width"] <= 794


def test_on_paper_what_is_folded_is_open(watch: Watch, tmp_path: Path) -> None:
    page = watch(side_by_side(tmp_path).as_uri()).page
    folded = page.locator(".side details.more li").last
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()
    assert page.locator(".side details:not(.more) > summary").last.is_visible(), "a line that says something of its own stays"
