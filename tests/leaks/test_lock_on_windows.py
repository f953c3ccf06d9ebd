"""What Windows tells of the lock and of sleep, in messages made up here and sent through Qt."""

import ctypes
from ctypes.wintypes import MSG

import pytest
from PySide6.QtCore import QAbstractEventDispatcher
from shiboken6 import Shiboken

from tracker.app.system_locks.windows import WindowsListener, leaves_the_screen

pytestmark = pytest.mark.usefixtures("qapp")

SESSION, POWER, KEY_DOWN = 0x02B1, 0x0218, 0x0100
LOCK, UNLOCK, LOGON, CONSOLE_LEFT, REMOTE_LEFT = 0x7, 0x8, 0x5, 0x2, 0x4
SLEEP, WAKE = 0x4, 0x12
GENERIC, POSTED = b"windows_generic_MSG", b"windows_dispatcher_MSG"


class Function:
    """One function of a library: keeps how it was called, and answers."""

    def __init__(self, answer: int = 1) -> None:
        self.calls = []
        self._answer = answer

    def __call__(self, *values):
        self.calls.append(values)
        return self._answer


class Sessions:
    """Stands in for wtsapi32."""

    def __init__(self, agrees: int = 1) -> None:
        self.WTSRegisterSessionNotification = Function(agrees)
        self.WTSUnRegisterSessionNotification = Function()


def windows_says(message: int, w_param: int, kind: bytes = GENERIC) -> bool:
    """Send a message as Qt does on Windows; tells whether it was kept from Qt."""
    told = MSG(message=message, wParam=w_param)
    address = Shiboken.VoidPtr(ctypes.addressof(told))
    return QAbstractEventDispatcher.instance().filterNativeEvent(kind, address, 0)


@pytest.fixture
def started():
    listeners = []

    def start(library):
        listener = WindowsListener(library=lambda: library)
        told = []
        listener.locked.connect(lambda: told.append("locked"))
        listeners.append(listener)
        listener.listen()
        return listener, told

    yield start
    for each in listeners:
        each.close()


@pytest.mark.parametrize(
    ("message", "w_param"),
    [(SESSION, LOCK), (SESSION, CONSOLE_LEFT), (SESSION, REMOTE_LEFT), (POWER, SLEEP)],
)
def test_lock_a_switch_of_accounts_a_left_remote_desktop_and_sleep_leave_the_screen(
    message, w_param
):
    assert leaves_the_screen(message, w_param)


@pytest.mark.parametrize(
    ("message", "w_param"),
    [(SESSION, UNLOCK), (SESSION, LOGON), (POWER, WAKE), (POWER, LOCK), (KEY_DOWN, LOCK)],
)
def test_unlocking_waking_and_typing_do_not_leave_the_screen(message, w_param):
    assert not leaves_the_screen(message, w_param)


@pytest.mark.parametrize("kind", [GENERIC, POSTED])
def test_a_lock_is_told_and_the_message_still_reaches_qt(started, kind):
    _, told = started(Sessions())

    kept_from_qt = windows_says(SESSION, LOCK, kind)

    assert told == ["locked"]
    assert not kept_from_qt


def test_an_unlock_and_a_message_of_another_system_are_not_told(started):
    _, told = started(Sessions())

    windows_says(SESSION, UNLOCK)
    windows_says(SESSION, LOCK, b"xcb_generic_event_t")
    QAbstractEventDispatcher.instance().filterNativeEvent(GENERIC, Shiboken.VoidPtr(0), 0)

    assert told == []


def test_windows_is_asked_for_the_own_session_alone_and_by_one_window(started):
    sessions = Sessions()
    listener, _ = started(sessions)
    ((window, which),) = sessions.WTSRegisterSessionNotification.calls

    listener.close()
    listener.close()

    ((left,),) = sessions.WTSUnRegisterSessionNotification.calls
    assert window.value
    assert left.value == window.value
    assert which == 0


def test_after_the_close_nothing_is_heard(started):
    listener, told = started(Sessions())

    listener.close()
    windows_says(SESSION, LOCK)

    assert told == []


def test_where_windows_refuses_the_lock_sleep_is_heard_and_nothing_taken_back(started):
    sessions = Sessions(agrees=0)
    listener, told = started(sessions)

    windows_says(POWER, SLEEP)
    listener.close()

    assert told == ["locked"]
    assert sessions.WTSUnRegisterSessionNotification.calls == []


def test_without_the_library_sleep_is_heard_all_the_same():
    listener, told = WindowsListener(), []  # this system has no wtsapi32
    listener.locked.connect(lambda: told.append("locked"))

    with pytest.raises(OSError, match="wtsapi32"):
        listener.listen()
    windows_says(POWER, SLEEP)
    listener.close()

    assert told == ["locked"]
