"""The same answers give the same bytes, whatever the hash seed and the Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SEEDS, MANY_SEEDS = 5, 20


def _digest(python: str, seed: int, path: str = "") -> str:
    environment = os.environ | {"PYTHONHASHSEED": str(seed)} | ({"PYTHONPATH": path} if path else {})
    done = subprocess.run([python, str(HERE / "determinism.py")], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_hash_seed_gives_the_same_bytes() -> None:
    assert len({_digest(sys.executable, seed) for seed in range(SEEDS)}) == 1


@pytest.mark.nightly
def test_many_hash_seeds_give_the_same_bytes() -> None:
    assert len({_digest(sys.executable, seed) for seed in range(MANY_SEEDS)}) == 1


@pytest.mark.nightly
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_every_python_gives_the_same_bytes(version: str, tmp_path: Path) -> None:
    python = shutil.which(f"python{version}")
    if python is None or subprocess.run([python, "--version"], check=False, capture_output=True).returncode:
        pytest.skip(f"there is no Python {version} here")
    home = tmp_path / version
    subprocess.run([python, "-m", "venv", str(home)], check=True)
    subprocess.run([str(home / "bin" / "pip"), "install", "-q", str(HERE.parent)], check=True)
    assert _digest(str(home / "bin" / "python"), 0) == _digest(sys.executable, 1)
