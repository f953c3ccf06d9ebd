"""What was copied out of the diary goes after 30 seconds, unless somebody else copied meanwhile."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard

from tracker.app import clipboard_watch
from tracker.app.clipboard_watch import ClipboardWatch

pytestmark = pytest.mark.usefixtures("qapp")
CLIPBOARD, MARKED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class SharedClipboard(QObject):
    """A clipboard that knows who put something on it; the screenless platform's does not."""

    changed = Signal(QClipboard.Mode)

    def __init__(self) -> None:
        super().__init__()
        self.texts = {CLIPBOARD: "", MARKED: ""}
        self.ours = {CLIPBOARD: False, MARKED: False}

    def put(self, text: str, mode=CLIPBOARD, *, ours: bool = True) -> None:
        self.texts[mode], self.ours[mode] = text, ours
        self.changed.emit(mode)

    def text(self, mode) -> str:
        return self.texts[mode]

    def clear(self, mode) -> None:
        self.put("", mode)

    def ownsClipboard(self) -> bool:  # noqa: N802 - Qt's name
        return self.ours[CLIPBOARD]

    def ownsSelection(self) -> bool:  # noqa: N802 - Qt's name
        return self.ours[MARKED]


@pytest.fixture
def clipboard(monkeypatch):
    monkeypatch.setattr(clipboard_watch, "STAYS_MS", 20)
    return SharedClipboard()


@pytest.mark.parametrize("mode", [CLIPBOARD, MARKED])
def test_what_the_person_copied_is_cleared(qtbot, clipboard, mode):
    watch = ClipboardWatch(clipboard)

    clipboard.put("fever 38.7", mode)

    qtbot.waitUntil(lambda: clipboard.texts[mode] == "")
    assert watch is not None


def test_what_another_program_copied_meanwhile_stays(qtbot, clipboard):
    watch = ClipboardWatch(clipboard)

    clipboard.put("fever 38.7")
    clipboard.put("shopping list", ours=False)
    clipboard.put("marked here", MARKED)

    qtbot.waitUntil(lambda: clipboard.texts[MARKED] == "")
    assert clipboard.texts[CLIPBOARD] == "shopping list"
    assert watch is not None


def test_locking_or_closing_clears_at_once(clipboard, monkeypatch):
    monkeypatch.setattr(clipboard_watch, "STAYS_MS", 30_000)
    watch = ClipboardWatch(clipboard)
    clipboard.put("fever 38.7")

    watch.clear()

    assert clipboard.texts[CLIPBOARD] == ""


def test_it_stays_for_thirty_seconds():
    assert clipboard_watch.STAYS_MS == 30_000
