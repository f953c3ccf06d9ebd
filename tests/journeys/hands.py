"""A person at the window: finds things by the names a screen reader says, clicks and types."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.builders import Clock
from tracker.app import build_window
from tracker.app.diary_file import OpenDiaryFile
from tracker.clinical.library import library
from tracker.services.companion import Companion
from tracker.services.ports import Storage
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.settings.window_settings import WindowSettingsFile


@dataclass
class Hands:
    """Counts what a person has to do."""

    window: MainWindow
    companion: Companion
    clicks: int = 0
    keys: int = 0
    storage: Storage | None = None
    pressed: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Let the window come to rest."""
        for _ in range(5):
            QApplication.processEvents()

    def named(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the one visible control with this accessible name."""
        found = [
            each
            for each in self.window.findChildren(kind)
            if each.isVisible() and spoken_name(each) == name
        ]
        assert len(found) == 1, f"{len(found)} visible controls are named {name!r}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Say whether a control of this name is on the screen."""
        return any(
            each.isVisible() and spoken_name(each) == name
            for each in self.window.findChildren(QWidget)
        )

    def reads(self, text: str) -> bool:
        """Say whether a text stands anywhere on the screen."""
        for each in self.window.findChildren(QWidget):
            shown = getattr(each, "text", None)
            words = shown() if callable(shown) else ""
            if each.isVisible() and text in f"{words} {each.accessibleName()}":
                return True
        return False

    def entries(self, kind: type) -> list:
        """Return what stands in the diary of one kind, oldest first."""
        return [each for each in self.companion.diary.entries() if isinstance(each, kind)]

    def click(self, name: str) -> None:
        """Click a button by its name."""
        button = self.named(name, QAbstractButton)
        self.clicks += 1
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2)
        )
        self.settle()

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key, wherever the keyboard is."""
        self.keys += 1
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        target = QApplication.focusWidget() or self.window
        self.keys += len(text)
        QTest.keyClicks(target, text)
        self.settle()

    def enter_in(self, name: str, text: str) -> None:
        """Replace what stands in a field and press Enter."""
        editor = self.named(name, QLineEdit)
        editor.setFocus()
        editor.clear()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.settle()


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls a control."""
    own = widget.accessibleName()
    if own or not isinstance(widget, QAbstractButton):
        return own
    return widget.text().replace("&", "")


def open_window(qtbot, path: Path, clock: Clock, kept: WindowSettingsFile | None = None) -> Hands:
    """Open the window on a diary file, as a start of the program does."""
    storage = open_diary(path, moment=clock())
    return window_on(qtbot, storage, clock, path, kept)


def window_on(
    qtbot,
    storage: Storage,
    clock: Clock,
    path: Path | None = None,
    kept: WindowSettingsFile | None = None,
) -> Hands:
    """Open the window on an open store."""
    person = storage.people()[0]
    companion = Companion(storage, library(), clock, person.id)
    file = OpenDiaryFile(storage, library(), path, lambda: "sound")
    window = build_window(companion, kept, file=file)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_page("today")
    window.activateWindow()
    hands = Hands(window, companion, storage=storage)
    hands.settle()
    return hands
