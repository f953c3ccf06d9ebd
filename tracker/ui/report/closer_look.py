"""One page of the report as large as it was made, to read it before it is given away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from tracker.ui.report.sheet import Sheet
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel

_WIDTH = 1090
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class CloserLookDialog(Dialog):
    """Shows a page; there is nothing to change here."""

    @staticmethod
    def show_page(page: QPixmap, name: str, parent: QWidget) -> None:
        """Show the page until the person has read it."""
        CloserLookDialog(page, name, parent).run()

    def __init__(self, page: QPixmap, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, self.tr("Close"), parent, cancel_text="", width=_WIDTH)
        self._sheet = Sheet(self)
        self._sheet.show_page(page)
        self._sheet.setAccessibleName(name)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._sheet)
        words = self.tr("This is a picture. A screen reader can read the same words in the PDF.")
        self.body.addWidget(WrappedLabel(words, "small", tone="text2"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A button would keep the arrow keys for itself.
        self._sheet.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._scroll_area.verticalScrollBar().triggerAction(action)
