"""The diary locks when the desktop of Linux locks its screen or the computer goes to sleep."""

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServer

from tracker.app.system_lock import SystemLock
from tracker.app.system_locks.linux import LinuxListener

pytestmark = pytest.mark.usefixtures("qapp")


class Desktop:
    """A bus between two ends in this process, as a desktop would speak on its own."""

    def __init__(self, qtbot) -> None:
        self._server = QDBusServer()
        self._theirs = []
        self._server.newConnection.connect(self._theirs.append)
        self.bus = QDBusConnection.connectToPeer(self._server.address(), f"peer-{id(self)}")
        qtbot.waitUntil(lambda: bool(self._theirs))

    def says(self, interface: str, name: str, *values: object, path: str = "/any") -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(values))
        assert self._theirs[0].send(message)

    def close(self) -> None:
        QDBusConnection.disconnectFromPeer(self.bus.name())


@pytest.fixture
def desktop(qtbot):
    made = Desktop(qtbot)
    yield made
    made.close()


@pytest.mark.parametrize(
    "interface", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver"]
)
def test_a_screen_that_is_locked_is_told_and_one_that_wakes_is_not(qtbot, desktop, interface):
    heard = LinuxListener()
    heard.hear_desktop(desktop.bus)
    told = []
    heard.locked.connect(lambda: told.append(interface))

    with qtbot.waitSignal(heard.locked):
        desktop.says(interface, "ActiveChanged", False)
        desktop.says(interface, "ActiveChanged", True)

    assert told == [interface]


def test_a_computer_that_goes_to_sleep_is_told(qtbot, desktop):
    heard = LinuxListener()
    heard.hear_login(desktop.bus, None)

    with qtbot.waitSignal(heard.locked):
        desktop.says("org.freedesktop.login1.Manager", "PrepareForSleep", True)


def test_only_the_own_session_locks_the_diary(qtbot, desktop):
    heard = LinuxListener()
    heard.hear_login(desktop.bus, "2")
    told = []
    heard.locked.connect(lambda: told.append("locked"))
    session, path = "org.freedesktop.login1.Session", "/org/freedesktop/login1/session/"

    with qtbot.waitSignal(heard.locked):
        desktop.says(session, "Lock", path=f"{path}c3")
        desktop.says(session, "Lock", path=f"{path}_32")

    assert told == ["locked"]


def test_without_any_bus_nothing_is_heard_and_nobody_waits(monkeypatch, tmp_path):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr("tracker.app.system_locks.linux._SYSTEM_BUS", tmp_path / "none")

    SystemLock(LinuxListener()).close()
