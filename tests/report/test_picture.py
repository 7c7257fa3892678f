"""The picture can be read: no line runs under a box, lines at a box stand apart, and each box knows its way from answers to advice."""

from __future__ import annotations

import itertools

import pytest
from tests.report.conftest import Example, line_of

from soleus.report.html.page import report_page
from soleus.report.html.picture_lines import lines, threads
from soleus.report.html.records import Node, Picture
from soleus.report.html.rendering import html

NAMES = ("weak_hips_gradual_ache", "clot_like", "emergency", "all_unknown", "pop_and_gap")


@pytest.fixture(params=NAMES)
def picture(request: pytest.FixtureRequest, example: Example) -> Picture:
    return report_page(example(request.param), "case", quick=True).picture


def paths(picture: Picture) -> list[str]:
    return [path.line for one in picture.firings for path in one.paths]


def test_no_line_runs_under_a_box(picture: Picture) -> None:
    straight = [(begin, end) for path in paths(picture) for begin, end in itertools.pairwise(line_of(path)) if begin[1] == end[1]]
    for begin, end in straight:
        under = [one.title for one in picture.nodes if begin[0] < one.x + one.width and end[0] > one.x and one.y < begin[1] < one.y + one.height]
        assert not under
    passed = {one.x for one in picture.nodes}
    for begin, end in (pair for path in paths(picture) for pair in itertools.pairwise(line_of(path)) if pair[0][1] != pair[1][1]):
        assert not [x for x in passed if begin[0] < x < end[0]], "a curve stays between two columns"


def test_every_line_stays_in_the_picture(picture: Picture) -> None:
    assert all(0 <= x <= picture.width and 0 < y < picture.height for path in paths(picture) for x, y in line_of(path))


def test_lines_that_reach_a_box_do_so_at_places_of_their_own(picture: Picture) -> None:
    ends = [line_of(path)[-1] for path in dict.fromkeys(paths(picture))]
    assert len(ends) == len(set(ends))


def box_of(picture: Picture, title: str) -> int:
    return next(place for place, one in enumerate(picture.nodes) if one.title == title)


def test_an_answer_can_be_traced_to_what_it_leads_to(example: Example) -> None:
    picture = report_page(example("clot_like"), "case", quick=True).picture
    answer, clot = box_of(picture, "calf difference: 3.5 cm"), box_of(picture, "Blood clot in a deep leg vein (DVT): likely")
    assert answer in picture.nodes[clot].threads
    assert clot in picture.nodes[answer].threads
    other = box_of(picture, "walking: “With a limp”")
    assert other not in picture.nodes[answer].threads


def test_two_answers_are_on_the_way_of_what_both_lead_to_and_not_of_each_other() -> None:
    found = threads(4, [(0, 2), (1, 2), (2, 3)])
    assert found.boxes == ((0, 2, 3), (1, 2, 3), (0, 1, 2, 3), (0, 1, 2, 3))
    assert found.lines == ((0, 2, 3), (1, 2, 3), (0, 1, 2, 3))


def test_a_column_without_boxes_is_passed_straight() -> None:
    boxes = [_box(0.0, 0.0), _box(600.0, 100.0)]
    assert [point[0] for point in line_of(lines([_At(0, boxes[0]), _At(2, boxes[1])], [(0, 1)])[0, 1])] == [200.0, 600.0]


def test_pointing_at_a_box_is_a_rule_of_style_for_each(example: Example) -> None:
    page = report_page(example("clot_like"), "case", quick=True)
    text = html(page)
    for place in range(len(page.picture.nodes)):
        assert f'id="box-{place}"' in text
        assert f":has(#box-{place}:is(:hover, :focus)) .t{place}" in text


def _box(x: float, y: float) -> Node:
    return Node("answer", "", (), x, y, 200.0, 40.0, ())


class _At:
    """A box in a column."""

    def __init__(self, column: int, node: Node) -> None:
        self.column, self.x, self.y, self.width, self.height = column, node.x, node.y, node.width, node.height
