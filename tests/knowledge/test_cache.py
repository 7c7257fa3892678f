"""The compiled form: equal to what the YAML says, private, and never believed when it might not be ours."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from soleus.knowledge import cache, loading
from soleus.knowledge.cache import BUNDLED, MOST_KEPT, decode, encode, find, keep
from soleus.knowledge.files import write_private
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import KnowledgeError

from .gallery import FOLDER

FIELDS = tuple(KnowledgeBase.__dataclass_fields__)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own, not yet there."""
    folder = tmp_path / "home" / "cache"
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_args, **_more: str(folder))
    return folder / "knowledge"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    """A copy of the small right base."""
    return Path(shutil.copytree(FOLDER / "base", tmp_path / "kb"))


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every reading of YAML."""
    counted: list[int] = []
    check_files = loading.check_files

    def counting(files: dict[str, bytes], **options: Any) -> loading.Checked:
        counted.append(1)
        return check_files(files, **options)

    monkeypatch.setattr(loading, "check_files", counting)
    return counted


def _same(one: KnowledgeBase | None, other: KnowledgeBase) -> bool:
    """Whether two bases agree in every field, order and type: `==` only compares fingerprints."""
    return one is not None and all(repr(getattr(one, name)) == repr(getattr(other, name)) for name in FIELDS)


# Round trip


def test_decoding_gives_back_what_was_encoded(knee: KnowledgeBase) -> None:
    assert _same(decode(encode(knee)), knee)
    assert encode(knee) == encode(knee)


def test_the_real_knowledge_survives(kb_files: dict[str, bytes]) -> None:
    base = loading.check_files(kb_files, gaps=()).base
    assert base is not None
    assert _same(decode(encode(base)), base)


@pytest.mark.parametrize("choices", [{"@": "Place", "file": "x", "line": "y"}, {"@": "", "items": "z"}, {"a": "\u2028é🦵"}, {}])
def test_no_key_of_an_author_is_taken_for_a_record(knee: KnowledgeBase, choices: dict[str, str]) -> None:
    swelling = replace(knee.observables["swelling"], choices=choices)
    base = replace(knee, observables={**knee.observables, "swelling": swelling})
    assert _same(decode(encode(base)), base)


def test_the_file_is_json(knee: KnowledgeBase) -> None:
    assert json.loads(encode(knee))["base"]["about"]["id"] == "knee"


# Damaged and foreign

DAMAGED: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "cut short": lambda text: text[:-100],
    "one letter changed": lambda text: text.replace("Knee pain", "Knee gain"),
    "one space more": lambda text: text + " ",
    "null": lambda _: "null",
    "a list": lambda _: "[" * 100_000,
    "another format": lambda text: text.replace('"format":"', '"format":"0', 1),
    "no digest": lambda text: json.dumps({"base": json.loads(text)["base"]}),
    "no json": lambda _: "\x00\ud800",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_text_is_not_decoded(knee: KnowledgeBase, name: str) -> None:
    assert decode(DAMAGED[name](encode(knee))) is None


BODIES = ['{"@":"KnowledgeBase"}', '{"@":"Nothing"}', '{"@":"Place","file":1,"line":2,"more":3}', "3", "[]", '{"@":["Place"]}', '{"@":""}', "{"]


@pytest.mark.parametrize("body", BODIES)
def test_a_whole_text_of_something_else_is_not_decoded(body: str) -> None:
    assert decode(f"{cache._head(body)}{body}}}") is None


def test_a_damaged_cache_is_read_anew_from_the_yaml(store: Path, kb: Path, parses: list[int], knee: KnowledgeBase) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    file.write_text(file.read_text("utf-8").replace("Knee pain", "Knee gain"), "utf-8")
    assert _same(loading.load(kb), knee)
    assert len(parses) == 2
    assert _same(decode(file.read_text("utf-8")), knee)


def test_a_base_under_a_false_name_is_not_used(store: Path, kb: Path, knee: KnowledgeBase) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    write_private(file, encode(replace(knee, fingerprint="0" * 64)))
    assert loading.load(kb).fingerprint == knee.fingerprint


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_cache_that_others_may_write_is_not_used(store: Path, kb: Path, parses: list[int], mode: int) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    file.chmod(mode)
    loading.load(kb)
    assert len(parses) == 2


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_cache_of_another_user_is_not_used(store: Path, kb: Path, parses: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    loading.load(kb)
    monkeypatch.setattr(os, "getuid", lambda: 987654)
    loading.load(kb)
    assert len(parses) == 2


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_in_the_cache_is_not_followed(store: Path, kb: Path, parses: list[int], tmp_path: Path) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    loading.load(kb)
    assert len(parses) == 2
    assert not file.is_symlink()


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: os.mkfifo(path) if hasattr(os, "mkfifo") else path.mkdir()])
def test_a_cache_that_is_no_file_is_passed_over(store: Path, kb: Path, knee: KnowledgeBase, make: Any) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    file.unlink()
    make(file)
    assert _same(loading.load(kb), knee)


# Trust


def test_a_compiled_form_in_somebodys_folder_is_never_read(store: Path, kb: Path, knee: KnowledgeBase) -> None:
    """It would say anything it likes under the right fingerprint; only that of the bundled knowledge is believed."""
    (kb / BUNDLED).write_text(encode(replace(knee, rules={})), "utf-8")
    assert _same(loading.load(kb), knee)
    assert _same(find(knee.fingerprint, None), knee)
    assert loading._load(kb, trusted=True).rules == {}, "as the bundled knowledge it would be believed"


def test_a_bundled_form_of_other_files_is_not_used(store: Path, kb: Path, knee: KnowledgeBase) -> None:
    (kb / BUNDLED).write_text(encode(replace(knee, fingerprint="0" * 64, rules={})), "utf-8")
    assert _same(loading._load(kb, trusted=True), knee)


# The folder


def test_the_second_load_needs_no_yaml(store: Path, kb: Path, parses: list[int]) -> None:
    assert _same(loading.load(kb), loading.load(kb))
    assert len(parses) == 1


def test_an_edited_file_is_seen_at_once(store: Path, kb: Path) -> None:
    before = loading.load(kb)
    text = (kb / "knowledge.yaml").read_text("utf-8")
    (kb / "knowledge.yaml").write_text(text.replace("Knee pain", "Knee gain"), "utf-8")
    os.utime(kb / "knowledge.yaml", (0, 0))
    after = loading.load(kb)
    assert (before.about.title, after.about.title) == ("Knee pain", "Knee gain")
    (kb / "extra.yaml").write_text("- rule\n")
    with pytest.raises(KnowledgeError):
        loading.load(kb)


def test_a_base_with_faults_leaves_no_cache(store: Path, kb: Path) -> None:
    (kb / "extra.yaml").write_text("- rule\n")
    with pytest.raises(KnowledgeError):
        loading.load(kb)
    assert not store.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_the_cache_is_the_users_alone(store: Path, kb: Path) -> None:
    loading.load(kb)
    (file,) = store.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (store, store.parent, store.parent.parent)] == [0o700] * 3


def test_a_cache_that_cannot_be_written_is_no_error(store: Path, kb: Path, knee: KnowledgeBase) -> None:
    store.parent.parent.mkdir()
    store.parent.write_text("a file stands where the folder should")
    assert _same(loading.load(kb), knee)


def test_a_full_disk_leaves_nothing_behind(store: Path, knee: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    keep(knee)
    assert list(store.iterdir()) == []


def test_only_the_newest_forms_are_kept(store: Path, knee: KnowledgeBase) -> None:
    for number in range(MOST_KEPT + 3):
        keep(replace(knee, fingerprint=f"{number:064}"))
        (written,) = (file for file in store.iterdir() if file.name.startswith(f"{number:064}"))
        os.utime(written, (number, number))
    assert sorted(int(file.name[:64]) for file in store.iterdir()) == list(range(3, MOST_KEPT + 3))
