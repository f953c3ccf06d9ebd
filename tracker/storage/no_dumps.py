"""Keeps what a process knows of a diary out of the files that a crash leaves behind."""

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_FILTER = Path("/proc/self/coredump_filter")
_NO_MEMORY = "0"
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002


@cache
def leave_no_dump() -> None:
    """Have a crash of this process leave no picture of its memory; where the system refuses, go on.

    On Linux a dump that something makes all the same holds no memory either. The process stays one
    that the desktop may ask about: without that its file dialogs would not open.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there alone

        ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError):
            _FILTER.write_text(_NO_MEMORY, encoding="ascii")
