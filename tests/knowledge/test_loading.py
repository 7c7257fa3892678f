"""A folder to a knowledge base: everything that is wrong with it at once, and nothing that a hostile folder could do."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from soleus.knowledge import files as reading_files
from soleus.knowledge import reading
from soleus.knowledge.loading import Checked, check, check_files, fingerprint, load
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import MOST_PROBLEMS, KnowledgeError

from .gallery import BASE, FOLDER, examples


def _with(**texts: str | bytes) -> Checked:
    """The base of the gallery with these files besides, as the loader sees it."""
    files = {name: text.encode() for name, text in BASE.items()}
    more = {f"{name}.yaml": text.encode() if isinstance(text, str) else text for name, text in texts.items()}
    return check_files({**files, **more})


def _said(checked: Checked) -> list[str]:
    return [str(problem) for problem in checked.faults]


# All at once

SEVERAL = ["unknown_observable", "bound_out_of_range", "excludes_what_must_not_be_missed", "rule_without_source", "support_under_none"]
SHAPES = ["key_missing", "unknown_conclusion", "id_taken", "key_twice", "tag"]


def test_all_mistakes_are_said_at_once() -> None:
    """Mistakes of every kind, in many files: text, shape, ids, names, order and safety."""
    chosen = [example for example in examples("faults") if example.name in (*SEVERAL, *SHAPES)]
    renamed = {one.name: one.text.replace("rule: broken", f"rule: broken-{n}").replace("g: bruise", f"g: bruise-{n}") for n, one in enumerate(chosen)}
    checked = _with(**renamed)
    assert checked.base is None
    assert {problem.file.removesuffix(".yaml") for problem in checked.faults} == {*SEVERAL, *SHAPES}
    assert len(checked.faults) == len(chosen)


def test_problems_stand_in_order_of_file_and_line() -> None:
    checked = _with(b="- rule\n- rulle: x\n", a="- 1\n")
    assert [(problem.file, problem.line) for problem in checked.faults] == [("a.yaml", 1), ("b.yaml", 1), ("b.yaml", 2)]


def test_the_loader_raises_what_the_check_says(tmp_path: Path) -> None:
    for name, text in {**BASE, "b.yaml": "- rule\n- rulle: x\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(KnowledgeError) as refused:
        load(tmp_path)
    assert refused.value.problems == check(tmp_path).faults
    assert str(refused.value).count("\n") == 1


def test_an_item_that_cannot_be_read_is_not_called_unknown() -> None:
    """The finding is there, though it lacks a key; only what is wrong is said."""
    broken = BASE["conclusions.yaml"].replace("  means: It swelled within hours.\n", "")
    assert _said(_with(conclusions=broken)) == ["conclusions.yaml:1: The finding 'bleeding' lacks 'means'."]


def test_a_file_that_breaks_off_makes_no_name_unknown() -> None:
    broken = BASE["questions.yaml"] + "- observable: [\n"
    assert [line.partition(": ")[2][:25] for line in _said(_with(questions=broken))] == ["This is not valid YAML: d"]


def test_a_file_that_breaks_off_is_still_checked_before_that() -> None:
    broken = "- finding: stiff\n  name: Stiff\n- rule: x\n  then: [find: bleeding\n"
    assert [problem.line for problem in _with(more=broken).faults] == [1, 5]


# Texts that are refused


def test_text_that_is_not_utf8_is_refused_with_its_line() -> None:
    assert _said(_with(more=b"- finding: x\n  name: Kn\xf6chel\n  means: y\n")) == ["more.yaml:2: This is not UTF-8 text. Save the file as UTF-8."]


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert _with(interview=b"\xef\xbb\xbf" + BASE["interview.yaml"].encode()).faults == ()


def _rules(count: int, when: str, then: str, name: str = "r") -> bytes:
    """Many rules; every %d stands for the number of the rule."""
    text = f"- rule: {name}%d\n  title: t\n  when: {when}\n  then: [{then}]\n  because: b\n  sources: knee-book\n  review: r\n"
    return "".join(text.replace("%d", str(number)) for number in range(count)).encode()


BOMBS = {
    "brackets": b"[" * 100_000,
    "mappings": b'{"a":' * 100_000,
    "block lists": b"- " * 100_000,
    "question marks": b"? " * 50_000,
    "conditions": b"- rule: x\n  when: " + b"{all: [" * 50_000,
    "one long line": b"- finding: " + b"x" * 1_900_000,
    "one long key": b"- finding: x\n  " + b"k" * 900 + b": y",
    "laughs": b"- &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(b"- &%c [*%c,*%c,*%c]\n" % (b + 1, b, b, b) for b in range(97, 120)),
    "many bytes": b"#" * (reading.MOST_BYTES + 1),
    "many values": b"- [" + b"1," * reading.MOST_EVENTS + b"]",
    "many wrong items": b"- rulle: x\n" * 50_000,
    "many unknown names": b"".join(b"- rule: r%d\n  then: [{find: f%d}]\n" % (n, n) for n in range(20_000)),
    "many anchors": b"- &a 1\n" * 100_000,
    "many keys": b"- finding: x\n" + b"".join(b"  k%d: 1\n" % n for n in range(50_000)),
    "one finding of many rules": _rules(6_000, "{finding: bleeding}", "find: blood") + _rules(6_000, "{blood: yes}", "find: bleeding", "s"),
    "many circles": _rules(3_000, "{finding: f%d}", "find: f%d") + b"".join(b"- finding: f%d\n  name: n\n  means: m\n" % n for n in range(3_000)),
    "many long names": _rules(1_500, "{finding: x" + "ab" * 15 + "%d}", "find: x" + "ba" * 15 + "%d")
    + b"".join(b"- finding: y%s%d\n  name: n\n  means: m\n" % (b"ba" * 16, n) for n in range(1_500)),
    "many control characters": b'- "' + b"\\e" * 100_000 + b'"',
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_file_is_too_much(name: str) -> None:
    start = time.monotonic()
    checked = _with(bomb=BOMBS[name])
    assert time.monotonic() - start < 20
    assert checked.faults
    assert len(checked.faults) <= MOST_PROBLEMS + 1
    assert all(str(problem).isprintable() and len(str(problem)) < 1000 for problem in checked.faults)


def test_very_many_unknown_names_take_no_long_time() -> None:
    tests = "".join(f"      - finding: blood_{number}\n" for number in range(20_000))
    start = time.monotonic()
    checked = _with(bomb=f"- rule: x\n  title: t\n  when:\n    all:\n{tests}  then: [{{find: bleeding}}]\n  because: b\n  sources: s\n  review: r\n")
    assert time.monotonic() - start < 20
    assert len(checked.faults) == MOST_PROBLEMS + 1


# Folders


def test_the_order_of_files_and_items_changes_nothing(tmp_path: Path) -> None:
    base, turned = check(FOLDER / "base").base, None
    for number, (_, text) in enumerate(reversed(BASE.items())):
        items = text.split("\n- ")
        (tmp_path / f"{number}.yaml").write_text("\n- ".join([items[0], *reversed(items[1:])]) + "\n", "utf-8")
    turned = check(tmp_path).base
    assert base is not None
    assert turned is not None
    for name in vars(base).keys() - {"fingerprint", "rules", "hypotheses"}:
        assert getattr(turned, name) == getattr(base, name)
        assert repr(getattr(turned, name)) == repr(getattr(base, name))
    assert list(turned.rules) == list(base.rules)


def test_names_and_bytes_make_the_fingerprint() -> None:
    files = {name: text.encode() for name, text in BASE.items()}
    assert fingerprint(files) == fingerprint(dict(reversed(files.items())))
    assert fingerprint(files) != fingerprint({**files, "interview.yaml": files["interview.yaml"] + b"\n"})
    assert fingerprint({"a": b"bc"}) != fingerprint({"ab": b"c"})


def test_folders_below_are_read_and_hidden_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "topic").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "topic" / "all.yaml").write_text("\n".join(BASE.values()), "utf-8")
    (tmp_path / ".git" / "config.yaml").write_text("no: list\n")
    (tmp_path / ".hidden.yaml").write_text("no: list\n")
    (tmp_path / "readme.md").write_text("no: list\n")
    assert _said(check(tmp_path)) == []


def _a_file(folder: Path) -> Path:
    (folder / "file").write_text("x")
    return folder / "file"


def _a_yml(folder: Path) -> Path:
    (folder / "a.yaml").write_text("[]")
    (folder / "rules.yml").write_text("[]")
    return folder


def _odd_name(folder: Path) -> Path:
    with open(os.path.join(os.fsencode(folder), b"r\xff\x1b[2J.yaml"), "wb") as file:
        file.write(b"[]")
    return folder


def _many_files(folder: Path) -> Path:
    for number in range(reading_files.MOST_FILES + 1):
        (folder / f"{number}.yaml").touch()
    return folder


def _large_file(folder: Path) -> Path:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(reading_files.MOST_BYTES + 1)
    return folder


FOLDERS: list[tuple[Callable[[Path], Path], str]] = [
    (lambda folder: folder, "This folder holds no .yaml files"),
    (lambda folder: folder / "nowhere", "There is no such folder"),
    (lambda folder: folder / "a\0b", "There is no such folder|It cannot be read"),
    (_a_file, "There is no such folder"),
    (_a_yml, r"rules.yml: A knowledge file ends in .yaml. Rename it to rules.yaml."),
    (_odd_name, "is not plain text"),
    (_many_files, "more than 500 YAML files"),
    (_large_file, "more than"),
]


@pytest.mark.parametrize(("make", "says"), FOLDERS)
def test_a_folder_that_is_no_knowledge_is_refused(tmp_path: Path, make: Callable[[Path], Path], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as refused:
        KnowledgeBase.load(make(tmp_path))
    assert str(refused.value).isprintable()


def test_a_folder_of_many_files_is_not_walked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "MOST_ENTRIES", 10)
    for number in range(20):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(KnowledgeError, match="files of any kind"):
        load(tmp_path)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "loop").symlink_to(tmp_path / "kb", target_is_directory=True)
    (tmp_path / "kb" / "all.yaml").write_text("\n".join(BASE.values()), "utf-8")
    assert _said(check(tmp_path / "kb")) == []
