"""Whatever stands in a knowledge folder, checking it ends, raises nothing, and says only what a terminal may show."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soleus import Consultation
from soleus.knowledge.cache import decode, encode
from soleus.knowledge.loading import Checked, check_files

from .gallery import BASE
from .strategies import FUZZ, WORDS, documents, plain_data

FILES = {name: text.encode() for name, text in BASE.items()}
ITEMS: list[Any] = [item for text in BASE.values() for item in yaml.safe_load(text)]
STRANGE: list[Any] = [None, True, 0, -1, 2.5, 10**30, "", "x", [], {}, [[]], {"": None}, ["x", "x"], {"all": []}, "bleeding", "yes", *WORDS]

Path = tuple[Any, ...]


def _assert_sound(checked: Checked) -> None:
    assert (checked.base is None) == bool(checked.faults)
    for problem in (*checked.faults, *checked.gaps):
        assert str(problem).isprintable()
        assert len(str(problem)) < 2000
    if checked.base is not None:
        again = decode(encode(checked.base))
        assert again is not None
        assert vars(again).keys() >= {"rules", "about"}
        assert again.rules == checked.base.rules
        Consultation(checked.base).conclude()


# Texts


@FUZZ
@given(content=st.binary(max_size=300) | documents(), alone=st.booleans())
def test_no_bytes_crash(content: bytes, alone: bool) -> None:
    _assert_sound(check_files({"x.yaml": content} if alone else {**FILES, "x.yaml": content}))


@FUZZ
@given(name=st.sampled_from(sorted(FILES)), seed=st.integers(0, 2**32))
def test_no_damaged_text_crashes(name: str, seed: int) -> None:
    dice = random.Random(seed)
    lines = FILES[name].splitlines(keepends=True)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        line = lines[at]
        lines[at : at + 1] = dice.choice([[b""], [line] * 2, [line[: dice.randint(0, len(line))]], [b" " + line], [line, b"- \x1b{[&*!|>\n"]])
    _assert_sound(check_files({**FILES, name: b"".join(lines)}))


# Structures


@FUZZ
@given(items=st.lists(st.dictionaries(st.sampled_from([next(iter(item)) for item in ITEMS]), plain_data(), min_size=1) | plain_data(), max_size=4))
def test_no_structure_crashes(items: list[Any]) -> None:
    _assert_sound(check_files({**FILES, "x.yaml": json.dumps(items, default=str).encode()}))


def _paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value below the top."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, step)
        yield from _paths(value, (*path, step))


def _mutate(items: list[Any], dice: random.Random) -> None:
    """Drop, double, replace or move one value anywhere, or rename one key. A file whose only item was dropped before stays empty."""
    paths = list(_paths(items))
    if not paths:
        return
    path = dice.choice(paths)
    holder = items
    for step in path[:-1]:
        holder = holder[step]
    key: Any = path[-1]
    match dice.choice(["drop", "double", "replace", "move", "rename"]):
        case "drop":
            del holder[key]
        case "double":
            holder[key] = [holder[key], copy.deepcopy(holder[key])]
        case "replace":
            holder[key] = copy.deepcopy(dice.choice(STRANGE))
        case "move":
            holder[key] = copy.deepcopy(_at(items, dice.choice(list(_paths(items)))))
        case "rename" if isinstance(holder, dict):
            new = dice.choice([f"{key}x", str(key)[1:], *map(str, STRANGE)])
            renamed = {new if one == key else one: value for one, value in holder.items()}
            holder.clear()
            holder.update(renamed)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


@settings(FUZZ, max_examples=200)
@given(seed=st.integers(0, 2**64), count=st.integers(1, 4))
def test_no_mutation_crashes_and_what_passes_can_be_used(seed: int, count: int) -> None:
    dice, items = random.Random(seed), copy.deepcopy(ITEMS)
    for _ in range(count):
        _mutate(items, dice)
    _assert_sound(check_files({"x.yaml": json.dumps(items).encode()}))


REAL = settings(max_examples=5, deadline=None, suppress_health_check=[*HealthCheck])


@REAL
@given(seed=st.integers(0, 2**64))
def test_no_mutation_of_the_real_knowledge_crashes(kb_files: dict[str, bytes], seed: int) -> None:
    _check_mutation(kb_files, seed)


@pytest.mark.nightly
@settings(REAL, max_examples=200)
@given(seed=st.integers(0, 2**64))
def test_none_of_many_mutations_of_the_real_knowledge_crashes(kb_files: dict[str, bytes], seed: int) -> None:
    _check_mutation(kb_files, seed)


def _check_mutation(kb_files: dict[str, bytes], seed: int) -> None:
    dice = random.Random(seed)
    name = dice.choice(sorted(kb_files))
    items = yaml.safe_load(kb_files[name])
    for _ in range(dice.randint(1, 3)):
        _mutate(items, dice)
    checked = check_files({**kb_files, name: json.dumps(items, default=str).encode()})
    assert (checked.base is None) == bool(checked.faults)
    assert all(str(problem).isprintable() for problem in (*checked.faults, *checked.gaps))


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_mutations_are_said_at_once(seed: int) -> None:
    dice, items = random.Random(seed), copy.deepcopy(ITEMS)
    for _ in range(100):
        _mutate(items, dice)
    text = json.dumps(items).replace("\\ud800", "")
    assert len(check_files({"x.yaml": text.encode()}).faults) > 5
