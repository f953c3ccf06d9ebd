"""A disk that fails at the n-th write, flush, cut or rename, as a full or a broken one does.

SQLite's calls are taken where it makes them, in the table of its file system, which needs neither a
compiler nor rights: it works wherever Python's SQLite is a library that names its functions. The
calls of Python itself are replaced by name.
"""

import ctypes
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any
from unittest import mock

_FULL, _WRITE, _FSYNC, _TRUNCATE = 13, 10 | 3 << 8, 10 | 4 << 8, 10 | 6 << 8
_INT, _POINTER = ctypes.c_int, ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_WRITING = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, ctypes.c_int64)
_CUTTING = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_int64)
_FLUSHING = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
_OF_PYTHON = ("replace", "rename", "link", "fsync")


class _FileSystem(ctypes.Structure):
    _fields_ = [
        ("version", _INT),
        ("size_of_file", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _POINTER),
    ]


class _Methods(ctypes.Structure):
    _fields_ = [
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _POINTER),
        ("truncate", _POINTER),
        ("sync", _POINTER),
        ("others", _POINTER * 13),
    ]


@dataclass
class Disk:
    """Counts what would change it, and fails from the `fails_at`-th on, or at that one alone.

    Attributes:
        error: `errno.ENOSPC` or `errno.EIO`.
        fails_at: 0: never.
    """

    error: int = errno.ENOSPC
    fails_at: int = 0
    stays_broken: bool = True
    calls: int = 0
    failed: int = 0
    _kept: list[Any] = field(default_factory=list)

    def fails(self) -> bool:
        """Count one call and say whether it fails."""
        self.calls += 1
        if self.fails_at == 0 or self.calls < self.fails_at:
            return False
        if self.calls > self.fails_at and not self.stays_broken:
            return False
        self.failed += 1
        return True

    @contextmanager
    def under(self, *modules: ModuleType) -> Iterator["Disk"]:
        """Stand under the SQLite of these modules, and under Python."""
        replaced = []
        for module in modules:
            library = ctypes.CDLL(module.__file__)
            library.sqlite3_vfs_find.restype = ctypes.POINTER(_FileSystem)
            system = library.sqlite3_vfs_find(None).contents
            replaced.append((system, system.open))
            system.open = self._kept_pointer(_OPEN(self._opening(_OPEN(system.open))))
        patches = [mock.patch.object(os, name, self._of_python(name)) for name in _OF_PYTHON]
        try:
            for patch in patches:
                patch.start()
            yield self
        finally:
            for patch in patches:
                patch.stop()
            for system, opening in replaced:
                system.open = opening

    def _opening(self, real: Any) -> Callable[..., int]:
        def opened(system: int, name: int, file: int, flags: int, out: int) -> int:
            code: int = real(system, name, file, flags, out)
            where = ctypes.cast(file, ctypes.POINTER(ctypes.POINTER(_Methods)))
            if code == 0 and where[0]:
                mine = self._methods(where[0].contents)
                where[0] = ctypes.pointer(mine)
            return code

        return opened

    def _methods(self, real: _Methods) -> _Methods:
        mine = _Methods.from_buffer_copy(real)
        full = self.error == errno.ENOSPC
        mine.write = self._failing(_WRITING, real.write, _FULL if full else _WRITE)
        mine.truncate = self._failing(_CUTTING, real.truncate, _TRUNCATE)
        mine.sync = self._failing(_FLUSHING, real.sync, _FSYNC)
        self._kept.append(mine)
        return mine

    def _failing(self, kind: Any, address: int, code: int) -> int:
        real = kind(address)

        def call(*arguments: Any) -> int:
            return code if self.fails() else real(*arguments)

        return self._kept_pointer(kind(call))

    def _kept_pointer(self, function: Any) -> int:
        self._kept.append(function)
        address = ctypes.cast(function, _POINTER).value
        assert address is not None
        return address

    def _of_python(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:
            if self.fails():
                raise OSError(self.error, os.strerror(self.error))
            return real(*arguments, **named)

        return call
