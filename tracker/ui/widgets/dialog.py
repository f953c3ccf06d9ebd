"""The base of all dialogs: the text scrolls, the buttons stay, Esc cancels."""

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.appearing import Appearing
from tracker.ui.widgets.buttons import DangerButton, PaintedButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.labels import Heading
from tracker.ui.widgets.page_scroll import PageScroll
from tracker.ui.widgets.tab_order import first_stop

_SHADE = QColor(0, 0, 0, 120)
_ROOM_AROUND = 32


class _Shade(QWidget):
    """Dims the window behind a dialog."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setGeometry(host.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.begin(self).fillRect(event.rect(), _SHADE)


class Dialog(QDialog):
    """Add widgets to `self.body`; the accept button is named after what it does.

    A dialog class offers `ask(parent, ...)`: build it, `run()` it, return what was chosen or None.
    Each is run once and let go of: what it holds would stay as long as the window else.

    Args:
        cancel_text: "" leaves the second button out.
        width: In px at 100 % text; never wider than the window behind.
    """

    def __init__(  # noqa: PLR0913 - the last three have defaults
        self,
        title: str,
        accept_text: str,
        parent: QWidget | None = None,
        *,
        cancel_text: str | None = None,
        width: int = 640,
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self._loop: QEventLoop | None = None
        self._result = QDialog.DialogCode.Rejected.value
        self.setWindowTitle(title)
        self.setModal(True)
        self._width = width
        self.accept_button: PaintedButton = (
            DangerButton(accept_text) if danger else PrimaryButton(accept_text)
        )
        cancel = self.tr("Cancel") if cancel_text is None else cancel_text
        self.reject_button = SecondaryButton(cancel)
        if not cancel:
            self.reject_button.hide()
        self._scroll_area = PageScroll(self, max_width=width)
        self.body: QVBoxLayout = self._scroll_area.column
        self.body.addWidget(Heading(title, 1))
        self._buttons = QHBoxLayout()
        self._build()
        self._appearing = Appearing(self._scroll_area)
        self._ring = FocusRing(self)
        self.finished.connect(self._end)
        self.accept_button.clicked.connect(self._accept_if_right)
        self.reject_button.clicked.connect(self.reject)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def put_beside_buttons(self, words: QWidget) -> None:
        """Show something left of the buttons, where it never scrolls away."""
        if self._buttons.indexOf(words) < 0:
            self._buttons.insertWidget(0, words, 1000)  # the spring beside it gets nothing

    def room_of_buttons(self) -> int:
        """Return how wide the buttons are with what is around them."""
        margins, gap = self._buttons.contentsMargins(), self._buttons.spacing()
        shown = [b for b in (self.accept_button, self.reject_button) if not b.isHidden()]
        widths = sum(button.sizeHint().width() + gap for button in shown)
        return widths + margins.left() + margins.right()

    def check(self) -> bool:
        """Say whether the dialog may close with its answer; show errors at the fields."""
        return True

    def run(self) -> bool:
        """Show the dialog over its dimmed window and let it go; True when it was accepted.

        What was chosen can be read until the window is at rest again.
        """
        parent = self.parentWidget()
        shade = _Shade(parent.window()) if parent is not None else None
        # Not `exec`: that ends when the dialog is hidden, and the lock page hides it for a while.
        self._loop = QEventLoop()
        self.destroyed.connect(self._loop.quit)
        try:
            self.open()
            self._loop.exec()
            return self._result == QDialog.DialogCode.Accepted.value
        finally:
            if Shiboken.isValid(self):  # else it went with its window, and the shade with it
                self.deleteLater()
                if shade is not None:
                    shade.hide()
                    shade.deleteLater()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        room = self._room()
        width = min(sheet.px(self._width), room.width())
        height = self._scroll_area.content_height(width)
        return QSize(width, min(room.height(), height + self._buttons.totalSizeHint().height()))

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())
        super().showEvent(event)
        self.resize(self.sizeHint())
        QTimer.singleShot(0, self, self._appearing.remember)
        self._begin_where_one_types()

    def _begin_where_one_types(self) -> None:
        """Give the keyboard to what is typed first; Qt would give it to the accept button.

        On a button it stays away from: Enter would press it, here it means the accept button.
        """
        if self.focusWidget() is None:
            first = first_stop(self._scroll_area)
            if isinstance(first, QLineEdit | QPlainTextEdit | QComboBox):
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, result: int) -> None:
        self._result = result
        if self._loop is not None:
            self._loop.quit()

    def _accept_if_right(self) -> None:
        self._appearing.remember()
        if self.check():
            self.accept()
        else:
            # The layouts hear one after the other of what is said at the fields now.
            QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """Grow by what was said since, to both sides and up to the window, and scroll to it."""
        wanted = self.size().expandedTo(self.sizeHint())
        more = wanted.height() - self.height()
        if more > 0:
            self.resize(wanted)
            self.move(self.x(), self.y() - more // 2)
        self._appearing.show_all()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll_area, 1)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.reject_button)
        self._buttons.addWidget(self.accept_button)
        outer.addLayout(self._buttons)
        self.accept_button.setDefault(True)

    def _room(self) -> QSize:
        host = self.parentWidget()
        area = host.window().size() if host is not None else self.screen().availableSize()
        around = theme.current().space(_ROOM_AROUND)
        return QSize(area.width() - around, area.height() - around).expandedTo(QSize(320, 240))

    def _restyle(self) -> None:
        space = theme.current().space
        self._buttons.setContentsMargins(space(26), space(12), space(26), space(20))
        self._buttons.setSpacing(space(10))
        self.setWindowModality(Qt.WindowModality.WindowModal)
