"""What can be said of the look without eyes: contrast in light and dark, and a rule for paper and for small screens."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("soleus.report.html") / "templates" / "page.css").read_text("utf-8")
LIGHT, _, DARK = CSS.partition("@media (prefers-color-scheme: dark)")
DARK = DARK.partition("\n}\n")[0]
LEVELS = ("emergency", "same_day", "clinician", "self_care")
ON = ("text", "quiet", "link", "for", "against", "good")


def colours(part: str, selector: str) -> dict[str, str]:
    """The variables that a selector sets."""
    block = re.search(rf"(?<![\w.]){re.escape(selector)} {{([^}}]*)}}", part)
    assert block, selector
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block[1]))


def light_of(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_text_can_be_read_on_every_ground(scheme: str) -> None:
    root = colours(scheme, ":root")
    for level in LEVELS:
        own = colours(scheme, f".{level}")
        grounds = {**{name: root[name] for name in ("page", "card", "accent")}, "banner": own["level-soft"]}
        texts = {**{name: root[name] for name in ON}, "level": own["level"]}
        weak = [(text, ground) for text, one in texts.items() for ground, other in grounds.items() if contrast(one, other) < 4.5]
        assert not weak, level


def test_black_on_white_has_the_most_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("rule", ["@media print", "@media (max-width: 40rem)", "@media (prefers-color-scheme: dark)", ":focus-visible"])
def test_there_is_a_rule_for_paper_small_screens_the_dark_and_the_keyboard(rule: str) -> None:
    assert rule in CSS
