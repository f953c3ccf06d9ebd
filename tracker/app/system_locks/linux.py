"""Hears on Linux, by D-Bus, that the desktop locks its screen or the computer goes to sleep."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import QDBusConnection

from tracker.app.system_locks.listener import LockListener

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


class LinuxListener(LockListener):
    """Hears the screen savers of the desktops, and logind."""

    def listen(self) -> None:
        """Hear the buses that are there; one that is away, or does not answer, hinders no start."""
        if _has_session_bus():
            self.hear_desktop(QDBusConnection.sessionBus())
        if _SYSTEM_BUS.exists():
            self.hear_login(QDBusConnection.systemBus(), os.environ.get("XDG_SESSION_ID"))

    def close(self) -> None:
        """Do nothing: Qt lets go of both buses with this object."""

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
