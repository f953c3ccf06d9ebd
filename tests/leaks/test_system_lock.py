"""Each system is heard in its own way, and one that refuses hinders nobody."""

import subprocess
import sys

import pytest

from tests.leaks.a_listener import Listener
from tests.leaks.runs import ROOT
from tracker.app.system_lock import SystemLock, _listener_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("platform", "name"),
    [("linux", "LinuxListener"), ("win32", "WindowsListener"), ("darwin", "MacListener")],
)
def test_each_system_has_its_own_listener(platform, name):
    assert type(_listener_of(platform)).__name__ == name


def test_a_system_nobody_knows_is_left_alone():
    assert _listener_of("haiku") is None
    SystemLock(None).close()


def test_no_system_loads_the_way_of_another():
    others = (
        "import sys; from tracker.app.system_lock import system_lock; system_lock(None); "
        "print(*sorted(n for n in sys.modules if 'system_locks.' in n or n == 'ctypes.wintypes'))"
    )

    run = subprocess.run(
        [sys.executable, "-c", others], capture_output=True, text=True, cwd=ROOT, check=True
    )

    own = "tracker.app.system_locks.linux tracker.app.system_locks.listener"
    assert run.stdout.split() == own.split()


@pytest.mark.parametrize("refusal", [OSError("no such library"), AttributeError("no function")])
def test_a_system_that_refuses_leaves_the_idle_minutes_and_the_hand(refusal):
    listener = Listener(refusal)

    SystemLock(listener).close()

    assert listener.closed == 1


def test_the_window_changes_only_after_the_systems_own_call(qtbot):
    listener = Listener()
    heard, told = SystemLock(listener), []
    heard.locked.connect(lambda: told.append("locked"))

    with qtbot.waitSignal(heard.locked):
        listener.locked.emit()
        assert told == []

    assert told == ["locked"]


def test_the_end_of_the_program_ends_the_listening():
    end = (
        "import sys; from PySide6.QtCore import QCoreApplication, QTimer; "
        "from tests.leaks.a_listener import Listener; "
        "from tracker.app.system_lock import SystemLock; "
        "app = QCoreApplication([]); listener = Listener(); heard = SystemLock(listener); "
        "QTimer.singleShot(0, app.quit); app.exec(); print(listener.closed)"
    )

    said = subprocess.run(
        [sys.executable, "-c", end], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert said.stdout.split() == ["1"]
