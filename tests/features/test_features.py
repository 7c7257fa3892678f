"""Runs every scenario of features/ that is about knowledge."""

from __future__ import annotations

from pytest_bdd import scenarios

from feature_sheets import FEATURES, OF_THE_MACHINE

scenarios(*(str(path) for path in FEATURES if path.name not in OF_THE_MACHINE))
