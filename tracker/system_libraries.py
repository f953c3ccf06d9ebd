"""Names the Debian packages that Qt needs from the system, where some are missing."""

import os
import sys

from tracker.errors import TrackerError

_FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class LibrariesMissingError(TrackerError):
    """The window cannot be drawn before somebody installs system libraries."""

    def __init__(self, packages: list[str]) -> None:
        todo = f"Run `sudo apt install {' '.join(packages)}`, then start again."
        super().__init__(f"The window needs system libraries. Your diary is safe. {todo}")


def require_for_import() -> None:
    """Refuse to go on without what `import PySide6` needs.

    Raises:
        LibrariesMissingError: Some library is missing; its text has the exact command.
    """
    _require(_FOR_QT)


def require_for_window() -> None:
    """Refuse to go on without what an X11 window needs; Qt itself would abort the process.

    Raises:
        LibrariesMissingError: Some library is missing; its text has the exact command.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    x11 = bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")
    if chosen.startswith("xcb") or (x11 and not chosen):
        _require(_FOR_X11)


def _require(package_of: dict[str, str]) -> None:
    if sys.platform != "linux":
        return
    missing = [package for library, package in package_of.items() if not _is_there(library)]
    if missing:
        raise LibrariesMissingError(missing)


def _is_there(library: str) -> bool:
    from ctypes import CDLL  # noqa: PLC0415 - an X11 window alone asks

    try:
        CDLL(library)
    except OSError:
        return False
    return True
