"""Runs every scenario of features/ that is about knowledge."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

FEATURES = Path(__file__).parents[2] / "features"
OF_THE_MACHINE = ("engine.feature", "trace.feature", "consultation.feature")
"""Features about the program itself, which have steps of their own elsewhere."""

scenarios(*(str(path) for path in sorted(FEATURES.glob("*.feature")) if path.name not in OF_THE_MACHINE))
