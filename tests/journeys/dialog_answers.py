"""Answers a dialog as soon as it is on the screen; nothing here waits for time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from tests.journeys.hands import spoken_name


class InDialog(QObject):
    """Runs `act` in the next dialog, then closes what is still open; keeps the first failure."""

    def __init__(self, act: Callable[["InDialog"], None]) -> None:
        super().__init__()
        self._act = act
        self.dialog: QDialog | None = None
        self.stayed_open = False
        self.failure: BaseException | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def named(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = [
            each
            for each in self.dialog.findChildren(kind)
            if each.isVisible() and spoken_name(each) == name
        ]
        assert len(found) == 1, f"{len(found)} controls in the dialog are named {name!r}"
        return found[0]

    def fill(self, name: str, text: str) -> None:
        editor = self.named(name, QLineEdit)
        editor.clear()
        QTest.keyClicks(editor, text)

    def click(self, name: str) -> None:
        self.named(name, QAbstractButton).click()
        QApplication.processEvents()

    def click_first(self, start: str) -> None:
        buttons = self.dialog.findChildren(QAbstractButton)
        next(b for b in buttons if b.isVisible() and spoken_name(b).startswith(start)).click()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        self._timer.stop()
        self.dialog = dialog
        try:
            self._act(self)
        except BaseException as failure:  # noqa: BLE001 - an open dialog would hang the test
            self.failure = failure
        if dialog.isVisible():
            self.stayed_open = True
            dialog.reject()

    def done(self) -> bool:
        """Raise what went wrong inside; say whether the dialog closed by itself."""
        if self.failure is not None:
            raise self.failure
        return self.dialog is not None and not self.stayed_open
