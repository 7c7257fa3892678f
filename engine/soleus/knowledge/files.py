"""Files on disk: the YAML files of a knowledge folder, and files that only their owner may read."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from soleus.knowledge.problems import KnowledgeError, Problem

_PART = ".part"
"""The ending of a file that is being written."""

MOST_FILES = 500
MOST_BYTES = 8_000_000
MOST_ENTRIES = 20_000
"""The files and folders that are looked at before a folder is taken to be the wrong one."""


def read_files(folder: Path) -> dict[str, bytes]:
    """The YAML files below a folder, by name relative to it, in order of name. Raises `KnowledgeError`.

    Hidden files and folders are passed over, links to folders are not followed.
    """
    try:
        if not folder.is_dir():
            raise _unreadable(folder, "There is no such folder.", "Name a folder of YAML files.")
        names = sorted(_names(folder))
        if not names:
            raise _unreadable(folder, "This folder holds no .yaml files.", "Name a folder with a knowledge.yaml.")
        _refuse_odd_names(names)
        _refuse_too_much(folder, [folder / name for name in names])
        return {name: (folder / name).read_bytes() for name in names}
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no folder can have this name"
        raise _unreadable(folder, f"It cannot be read: {why}.", "Check the name and your rights to it.") from error


def _names(folder: Path) -> Iterator[str]:
    """The .yaml and .yml files below a folder, relative to it, with '/' between the parts."""
    seen = 0
    for parent, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        seen += len(folders) + len(files)
        if seen > MOST_ENTRIES:
            raise _too_much(folder)
        for name in files:
            if name.endswith((".yaml", ".yml")) and not name.startswith(".") and (path := Path(parent, name)).is_file():
                yield path.relative_to(folder).as_posix()


def _raise(error: OSError) -> None:
    """A folder that cannot be listed is an error: passing it over would lose rules without a word."""
    raise error


def _refuse_odd_names(names: list[str]) -> None:
    """A `.yml` file would be passed over without a word, and a name that is no text has no fingerprint."""
    endings = [Problem(name, 0, "A knowledge file ends in .yaml.", f"Rename it to {name[:-4]}.yaml.") for name in names if name.endswith(".yml")]
    texts = [Problem(name, 0, "The name of this file is not plain text.", "Rename it.") for name in names if not name.isprintable()]
    if endings or texts:
        raise KnowledgeError([*endings, *texts])


def _refuse_too_much(folder: Path, paths: list[Path]) -> None:
    if len(paths) > MOST_FILES or sum(path.stat().st_size for path in paths) > MOST_BYTES:
        raise _too_much(folder)


def _too_much(folder: Path) -> KnowledgeError:
    what = f"This folder holds more than {MOST_FILES} YAML files, {MOST_ENTRIES:,} files of any kind or {MOST_BYTES:,} bytes."
    return _unreadable(folder, what, "Name the folder of one knowledge base.")


def _unreadable(folder: Path, what: str, hint: str) -> KnowledgeError:
    return KnowledgeError([Problem(str(folder), 0, what, hint)])


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read: the whole text or nothing, safe on disk when this returns. Raises `OSError`.

    Folders that are missing are made, for the owner alone; those that exist keep their rights. A link at `path` is replaced, not followed.
    What goes wrong is told of `path`, never of the file that holds the text until it is whole.
    """
    write_private_parts(path, (text,))


def write_private_parts(path: Path, parts: Iterable[str]) -> int:
    """Write a file as `write_private` does, from parts of which one is held at a time. Returns how many there were."""
    make_private_folders(path.parent)
    try:
        count = _write_whole(path, parts)
    except UnicodeEncodeError as error:
        raise OSError(errno.EILSEQ, "The text holds half a character", str(path)) from error
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    _sync_folder(path.parent)
    return count


def _write_whole(path: Path, parts: Iterable[str]) -> int:
    count = 0
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_start_of_part(path), suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part.encode("utf-8"))
                count += 1
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o600)  # an odd umask takes rights from the owner, too
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return count


def unfinished(path: Path) -> list[Path]:
    """What is left of writing a private file where the program was killed in the middle of it. Files whose names begin alike may share it."""
    return sorted(path.parent.glob(f"{glob.escape(_start_of_part(path))}*{_PART}"))


def _start_of_part(path: Path) -> str:
    return f".{path.name[:40]}."


def make_private_folders(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for the owner alone, whatever the umask."""
    if folder.is_dir():
        return
    make_private_folders(folder.parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        folder.chmod(0o700)


def _sync_folder(folder: Path) -> None:
    """Make sure that a name in a folder is on disk too, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read_private(path: Path, most_bytes: int) -> str | None:
    """The text of a file that nobody else may write: None when it is missing, another's, not a plain file, too big or not UTF-8."""
    with contextlib.suppress(OSError, ValueError):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if _is_private(os.fstat(file.fileno()), most_bytes):
                return file.read().decode("utf-8")
    return None


def _is_private(found: os.stat_result, most_bytes: int) -> bool:
    """Whether a file is a plain one of a fair size that only the user can have written. Windows keeps rights elsewhere."""
    own = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
    return own and stat.S_ISREG(found.st_mode) and found.st_size <= most_bytes
