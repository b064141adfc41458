"""Skips a step whose inputs have not changed since it last succeeded."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

IGNORED_FOLDERS = {"target", "node_modules", "__pycache__", ".git"}


def fingerprint(paths: Iterable[Path], *values: object) -> str:
    """A hash of the values and of the files' names and contents. Of a folder all files count but build results."""
    digest = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            digest.update(f"{file.relative_to(path.parent)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    for value in values:
        digest.update(f"{value}\0".encode())
    return digest.hexdigest()


def is_current(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def set_stamp(stamp: Path, value: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name not in IGNORED_FOLDERS and not child.name.endswith(".egg-info"):
                yield from _files(child)
