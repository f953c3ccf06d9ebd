"""Hears when the desktop locks its screen or goes to sleep; on Linux alone, by D-Bus.

Windows and macOS tell it in ways that Qt does not pass on; there the idle minutes lock.
"""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")
_ANY = ""


class SystemLock(QObject):
    """Tells when nobody is at the screen any more.

    Signals:
        locked: The screen was locked, or the computer goes to sleep.
    """

    locked = Signal()

    def hear_desktop(self, bus: QDBusConnection) -> None:
        """Hear the screen savers of the desktops on this bus."""
        for interface in _SCREEN_SAVERS:
            bus.connect(_ANY, _ANY, interface, "ActiveChanged", self, _slot("_change(bool)"))

    def hear_login(self, bus: QDBusConnection, session_id: str | None) -> None:
        """Hear on this bus that the computer goes to sleep, and that this session is locked."""
        manager = f"{_LOGIN}.Manager"
        bus.connect(_ANY, _ANY, manager, "PrepareForSleep", self, _slot("_change(bool)"))
        if session_id:
            own = f"/org/freedesktop/login1/session/{_label(session_id)}"
            bus.connect(_ANY, own, f"{_LOGIN}.Session", "Lock", self, _slot("_tell()"))

    @Slot(bool)
    def _change(self, begins: bool) -> None:  # noqa: FBT001 - the signal's own signature
        if begins:
            self.locked.emit()

    @Slot()
    def _tell(self) -> None:
        self.locked.emit()


def system_lock(parent: QObject | None) -> SystemLock:
    """Return what hears the desktop of this computer, as far as it speaks.

    It asks nobody and waits for nobody: a bus that is away, or does not answer, hinders no start.
    """
    heard = SystemLock(parent)
    if _has_session_bus():
        heard.hear_desktop(QDBusConnection.sessionBus())
    if _SYSTEM_BUS.exists():
        heard.hear_login(QDBusConnection.systemBus(), os.environ.get("XDG_SESSION_ID"))
    return heard


def _has_session_bus() -> bool:
    # Without an address the library would start a bus of its own, which takes its time.
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    named = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return named or (runtime is not None and Path(runtime, "bus").exists())


def _slot(signature: str) -> Any:
    """Return a slot's name as Qt wants it; the stubs ask for bytes, which Qt refuses."""
    return SLOT(signature)


def _label(session_id: str) -> str:
    """Return a session's name as it stands in its path: all but letters and digits escaped."""
    first, rest = session_id[:1], session_id[1:]
    head = first if first.isascii() and first.isalpha() else f"_{ord(first):02x}"
    return head + "".join(
        each if each.isascii() and each.isalnum() else f"_{ord(each):02x}" for each in rest
    )
