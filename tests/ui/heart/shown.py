"""The Heart page in a window of its own, with what it told."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui.heart_and_plan import Life
from tracker.ui.heart.page import HeartPage, build_page
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message
from tracker.ui.widgets.field_parts import LineEdit


class Shown:
    """A page in a window of its own, with what it told."""

    def __init__(self, qtbot, life: Life) -> None:
        self.life, self.notifier = life, Notifier()
        self.page: HeartPage = build_page(life.companion, self.notifier)
        self.notifier.changed.connect(self.page.refresh)
        self.said: list[Message] = []
        self.asked: list[str] = []
        self.page.said.connect(self.said.append)
        self.page.page_requested.connect(self.asked.append)
        qtbot.addWidget(self.page)
        self.page.resize(1052, 800)
        self.page.refresh()
        self.page.show()
        QApplication.processEvents()

    def words(self) -> str:
        QApplication.processEvents()
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")

    def press(self, words: str) -> None:
        QApplication.processEvents()
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == words
        ]
        assert len(found) == 1, words
        found[0].click()

    def record(self, percent: str) -> None:
        def type_it() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(0, type_it)
                return
            number = next(
                box for box in dialog.findChildren(LineEdit) if "Result" in box.accessibleName()
            )
            QTest.keyClicks(number, percent)
            QTest.keyClick(number, Qt.Key.Key_Return)

        QTimer.singleShot(0, type_it)
        self.press("Record a scan result")
