"""A knowledge base that the command line names: a folder, or a revision in git's history."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soleus.knowledge.problems import KnowledgeError, SoleusError, printable, shown

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase

HEAD_FILE = "knowledge.yaml"
"""The file by which the folder of a knowledge base is known."""

_FORMS = "Name a folder, a git revision such as HEAD~1, or a revision with a folder: HEAD~1:kb."
_SECONDS = 60
"""The longest that git may take for one answer."""


class RevisionError(SoleusError):
    """A side of a comparison that names neither a folder nor a revision."""


def load_side(name: str) -> KnowledgeBase:
    """The knowledge in a folder or, where there is no such folder, at a revision of the repository around the current directory.

    Raises `RevisionError` for a name that is neither, `KnowledgeError` for knowledge that does not load, each fault with the side's name.
    """
    if name and os.path.isdir(name):
        return _loaded(name, lambda file: file if file == name else os.path.join(name, file))
    if not name or os.path.lexists(name):
        raise RevisionError(f"{shown(name)} is not a folder of knowledge. {_FORMS}")
    with tempfile.TemporaryDirectory(prefix="soleus-") as folder:
        _unpack(name, Path(folder))
        return _loaded(folder, lambda file: f"{name}, {'the whole base' if file == folder else file}")


def _loaded(folder: str, named: Callable[[str], str]) -> KnowledgeBase:
    """The knowledge in a folder. The faults of what does not load are told with the names that `named` gives to the files."""
    from soleus.knowledge.model import KnowledgeBase

    try:
        return KnowledgeBase.load(folder)
    except KnowledgeError as error:
        raise KnowledgeError(replace(one, file=named(one.file)) for one in error.problems) from error


def _unpack(name: str, folder: Path) -> None:
    """Write the knowledge at a revision to a folder. Folders in a revision are named from the top of the repository."""
    top = _top(name)
    revision, _, path = name.partition(":")
    commit = _commit(top, name, revision)
    path = path.strip("/") or _only_base(top, name, commit)
    archive = _git(top, "archive", "--format=tar", f"{commit}:{'' if path == '.' else path}")
    if archive is None:
        raise RevisionError(f"There is no folder {shown(path)} at the revision {shown(revision)}. {_FORMS}")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            _write(tar, member, folder)


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write one knowledge file of an archive; links and whatever would lie outside of the folder are passed over."""
    path = Path(member.name)
    content = tar.extractfile(member) if member.isreg() and path.suffix in (".yaml", ".yml") else None
    if content is not None and not path.is_absolute() and ".." not in path.parts:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.read())


def _top(name: str) -> str:
    """The top folder of the repository around the current directory."""
    found = _git(".", "rev-parse", "--show-toplevel")
    if found is None:
        raise RevisionError(f"There is no folder {shown(name)}, and the current directory is in no git repository, so it is no revision. {_FORMS}")
    return os.fsdecode(found).rstrip("\n")


def _commit(top: str, name: str, revision: str) -> str:
    found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        raise RevisionError(f"{shown(name)} is neither a folder nor a revision of this git repository. {_FORMS}")
    return found.decode().strip()


def _only_base(top: str, name: str, commit: str) -> str:
    """The folder of the only knowledge base at a commit that does not lie among tests."""
    listed = _git(top, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit) or b""
    files = [Path(one) for one in listed.decode("utf-8", "replace").split("\0") if one]
    folders = [file.parent.as_posix() for file in files if file.name == HEAD_FILE and "tests" not in file.parts]
    if len(folders) != 1:
        found = f"It holds {len(folders)}: {', '.join(printable(one) for one in folders)}." if folders else "It holds none."
        raise RevisionError(f"Which knowledge base at {shown(name)}? {found} Name its folder: {printable(name)}:FOLDER.")
    return folders[0]


def _git(folder: str, *words: str) -> bytes | None:
    """What git prints in a folder, or None when it fails. Raises `RevisionError` where git is not there or does not end."""
    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603, S607 - no shell
    except FileNotFoundError as error:
        raise RevisionError(f"A revision needs git, and there is no command git here. {_FORMS}") from error
    except subprocess.TimeoutExpired as error:
        raise RevisionError(f"git did not answer within {_SECONDS} seconds: git {' '.join(words)}") from error
    return done.stdout if done.returncode == 0 else None
