"""A Plan page in a window of its own, and answers to its dialogs."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui.heart_and_plan import Life
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message
from tracker.ui.plan.page import PlanPage, build_page
from tracker.ui.plan.plan_printing import PlanTools


class Shown:
    """A page in a window of its own, with what it told."""

    def __init__(self, qtbot, life: Life, tools: PlanTools | None = None) -> None:
        self.life, self.notifier = life, Notifier()
        self.page: PlanPage = build_page(life.companion, self.notifier, tools)
        self.notifier.changed.connect(self.page.refresh)
        self.said: list[Message] = []
        self.opened: list[date] = []
        self.page.said.connect(self.said.append)
        self.page.day_opened.connect(self.opened.append)
        qtbot.addWidget(self.page)
        self.page.resize(1052, 800)
        self.page.refresh()
        self.page.show()
        if life.companion.plan.all():  # what lies below the timeline follows its paint
            calendar = self.page.cards.calendar_card.calendar
            qtbot.waitUntil(lambda: calendar.day is not None)
            QApplication.processEvents()

    def words(self) -> str:
        QApplication.processEvents()
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")

    def button(self, words: str) -> QAbstractButton:
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text(), each.accessibleName())
        ]
        assert len(found) == 1, words
        return found[0]


def in_dialog(act) -> None:
    """Do something with the dialog that opens next."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, later)
        else:
            act(dialog)

    QTimer.singleShot(0, later)
