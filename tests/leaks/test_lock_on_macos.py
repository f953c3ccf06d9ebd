"""What macOS tells of the lock, by a notification center that stands in for its own."""

import pytest

from tracker.app.system_locks.macos import MacListener

pytestmark = pytest.mark.usefixtures("qapp")

CENTER, NAME = 0x7F00_0000_1000, 0x7F00_0000_2000


class Function:
    """One function of CoreFoundation; Python's own functions would not say what they take."""

    def __init__(self, run) -> None:
        self._run = run

    def __call__(self, *values):
        return self._run(*values)


class CoreFoundation:
    """Keeps who listens for what, as the notification center of a session would."""

    def __init__(self, center: int | None = CENTER, name: int | None = NAME) -> None:
        self.observers, self.names = {}, []
        self.CFStringCreateWithCString = Function(lambda *given: self._make(name, *given))
        self.CFNotificationCenterGetDistributedCenter = Function(lambda: center)
        self.CFNotificationCenterAddObserver = Function(self._add)
        self.CFNotificationCenterRemoveEveryObserver = Function(self._remove)
        self.CFRelease = Function(self.names.remove)

    def screen_locks(self) -> None:
        for observer, call in self.observers.items():
            call(CENTER, observer, NAME, None, None)

    def _make(self, made, _allocator, text, encoding):
        assert (text, encoding) == (b"com.apple.screenIsLocked", 0x08000100)
        if made is not None:
            self.names.append(made)
        return made

    def _add(self, center, observer, callback, *what):
        assert (center, *what) == (CENTER, NAME, None, 4)  # from whomever, in the background too
        self.observers[observer] = callback

    def _remove(self, center, observer):
        assert center == CENTER
        del self.observers[observer]


def listening(library):
    listener, told = MacListener(library=lambda: library), []
    listener.locked.connect(lambda: told.append("locked"))
    listener.listen()
    return listener, told


def test_a_locked_screen_is_told_each_time():
    library = CoreFoundation()
    _listener, told = listening(library)

    library.screen_locks()
    library.screen_locks()

    assert told == ["locked", "locked"]


def test_the_close_takes_the_observer_back_once_and_leaves_no_string_behind():
    library = CoreFoundation()
    listener, told = listening(library)

    listener.close()
    listener.close()
    library.screen_locks()

    assert library.observers == {}
    assert library.names == []
    assert told == []


def test_two_listeners_do_not_take_each_other_back():
    library = CoreFoundation()
    first, _ = listening(library)
    _second, told = listening(library)

    first.close()
    library.screen_locks()

    assert told == ["locked"]


@pytest.mark.parametrize("missing", [{"center": None}, {"name": None}])
def test_a_system_without_a_center_or_memory_is_left_alone(missing):
    library = CoreFoundation(**missing)

    listener, _ = listening(library)
    listener.close()

    assert library.observers == {}
    assert library.names == []


def test_every_pointer_is_passed_in_its_full_width():
    library = CoreFoundation()
    listening(library)

    functions = [each for each in vars(library).values() if isinstance(each, Function)]
    assert all(each.argtypes is not None for each in functions)
    assert library.CFNotificationCenterGetDistributedCenter.restype is not None
    assert library.CFStringCreateWithCString.restype is not None


def test_elsewhere_there_is_no_such_library_and_the_close_is_safe():
    listener = MacListener()

    with pytest.raises(OSError, match="CoreFoundation"):
        listener.listen()
    listener.close()
