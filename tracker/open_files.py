"""Reads a file without taking from SQLite the locks that it has on it.

On Linux and macOS a process loses all its locks on a file as soon as it closes any descriptor of
it, whoever opened that. Such a lock is how SQLite tells other programs that a diary is in use: when
this program opened the diary to look at its first bytes, and closed it, the next command line
believed to be alone, folded the log in and deleted it, and what the window saved after that was in
a file without a name. So a descriptor of a file that SQLite has open is put aside until SQLite has
closed it, too.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from threading import Lock

_BINARY = getattr(os, "O_BINARY", 0)
_CLOSING_TAKES_LOCKS_AWAY = os.name == "posix"

Identity = tuple[int, int]
"""Device and number of a file, whatever it is called."""


@dataclass(slots=True)
class _Held:
    connections: int = 0
    put_aside: list[int] = field(default_factory=list)


_held: dict[Identity, _Held] = {}
_looking = Lock()


def hold(path: Path) -> Identity | None:
    """Note that SQLite has opened a file; None where there is none of that name any more."""
    try:
        found = path.stat()
    except OSError:
        return None
    identity = found.st_dev, found.st_ino
    with _looking:
        _held.setdefault(identity, _Held()).connections += 1
    return identity


def let_go(identity: Identity) -> None:
    """Note that SQLite has closed one connection to a file."""
    with _looking:
        held = _held[identity]
        held.connections -= 1
        if held.connections:
            return
        del _held[identity]
        for number in held.put_aside:
            os.close(number)


@contextmanager
def reading(path: Path) -> Iterator[BufferedReader]:
    """Give a file to read from its start.

    Raises:
        OSError: It is not there or cannot be read.
    """
    number = _descriptor(path)
    try:
        with os.fdopen(number, "rb", closefd=False) as file:
            yield file
    finally:
        _be_done_with(number)


def copy_content(source: Path, target: Path) -> None:
    """Write what a file holds into another, in the place of what that held.

    Raises:
        OSError: One of them refuses.
    """
    with reading(source) as old, target.open("wb") as new:
        shutil.copyfileobj(old, new)


def _descriptor(path: Path) -> int:
    found = path.stat()
    with _looking:
        held = _held.get((found.st_dev, found.st_ino))
        if held is not None and held.put_aside:
            number = held.put_aside.pop()
            os.lseek(number, 0, os.SEEK_SET)
            return number
    return os.open(path, os.O_RDONLY | _BINARY)


def _be_done_with(number: int) -> None:
    found = os.fstat(number)
    with _looking:
        held = _held.get((found.st_dev, found.st_ino))
        if held is not None and _CLOSING_TAKES_LOCKS_AWAY:
            held.put_aside.append(number)
        else:
            os.close(number)
