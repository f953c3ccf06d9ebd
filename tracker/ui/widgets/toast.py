"""The line that says what was saved; it stays until it is closed or replaced."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import ButtonLook, PaintedButton
from tracker.ui.widgets.labels import WrappedLabel

_BOTTOM, _ABOVE, _SIDE, _WIDEST = 12, 8, 12, 720
_LEFT, _MIDDLE, _RIGHT = range(3)
_RADIUS = 12


class _OnToastButton(PaintedButton):
    """Dark on light in the dark theme, light on dark in the light one, like the toast."""

    look = ButtonLook("surface", None, None, None, padding=14)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is

    def _paint_shape(self, painter: object) -> None:
        """Leave the toast's own ground; the underline shows that it can be pressed."""

    def _restyle(self) -> None:
        super()._restyle()
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)


class Toast(QFrame):
    """Stands at the bottom of `host`, in room that the host leaves while it is there.

    So it covers nothing that one may want to tap next. It never takes the keyboard by itself.

    Signals:
        closed: It went away, by whatever means.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._undo: Callable[[], None] | None = None
        self._file: Path | None = None
        self._where = _MIDDLE
        self._label = WrappedLabel(tone="surface")
        self._undo_button = _OnToastButton(self.tr("Undo"))
        self._folder_button: _OnToastButton | None = None
        self._close_button = _OnToastButton(self.tr("Close"))
        self._close_button.setAccessibleName(self.tr("Close message"))
        self._announcer = AccessibleAnnouncer(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._label, 1)
        self._buttons = QHBoxLayout()
        self._row.addLayout(self._buttons)
        self._buttons.addWidget(self._undo_button)
        self._buttons.addWidget(self._close_button)
        self._undo_button.clicked.connect(self.undo)
        self._close_button.clicked.connect(self.dismiss)
        host.installEventFilter(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    @property
    def can_undo(self) -> bool:
        """Whether Undo is offered now."""
        return self.isVisible() and self._undo is not None

    def show_message(
        self, text: str, undo: Callable[[], None] | None = None, file: Path | None = None
    ) -> None:
        """Say a line in place of the one before; without words, only take that one away."""
        if not text:
            self.dismiss()
            return
        self._undo, self._file = undo, file
        self._offer_folder()
        self._label.setText(text)
        self._undo_button.setVisible(undo is not None)
        self._undo_button.setAccessibleName(self.tr("Undo: {text}").format(text=text))
        was_there = self.isVisible()
        self.show()
        self.raise_()
        if was_there:
            self._place()
        else:
            self._keep_off_the_mouse()
        self._announcer.polite(text)

    def undo(self) -> None:
        """Take back what the line is about, once."""
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> None:
        """Go away."""
        self._undo = None
        if not self.isHidden():
            self.hide()
            self._host.setContentsMargins(0, 0, 0, 0)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box = painting.Box(theme.current().tokens("text"), radius=_RADIUS)
        painting.paint_box(painting.begin(self), QRectF(self.rect()), box)

    def _place(self) -> None:
        host = self._host
        sheet = theme.current()
        side = sheet.space(_SIDE)
        room = host.width() - 2 * side
        wanted = self._wanted_width()
        width = min(room, sheet.px(_WIDEST), wanted)
        # Words that do not fit and would have less than half of it stand above the buttons.
        crowded = wanted > width and self._width_of_buttons() > width / 2
        way = QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        height = max(self.heightForWidth(width), sheet.target() + sheet.space(12))
        below = sheet.space(_BOTTOM)
        left = (side, (host.width() - width) // 2, host.width() - width - side)[self._where]
        self.setGeometry(left, host.height() - height - below, width, height)
        host.setContentsMargins(0, 0, 0, height + below + sheet.space(_ABOVE))

    def _keep_off_the_mouse(self) -> None:
        """Stand left or right where the mouse is: a tap that came twice must not press Undo."""
        mouse = self._host.mapFromGlobal(QCursor.pos())
        for where in (_MIDDLE, _LEFT, _RIGHT, _MIDDLE):
            self._where = where
            self._place()
            if not self.geometry().contains(mouse):
                break

    def _wanted_width(self) -> int:
        text = painting.text_width(theme.current().font("body"), self._label.text())
        margins = self._row.contentsMargins()
        return round(text) + self._width_of_buttons() + margins.left() + margins.right() + 4

    def _width_of_buttons(self) -> int:
        buttons = (self._undo_button, self._folder_button, self._close_button)
        shown = [button for button in buttons if button is not None and not button.isHidden()]
        return sum(button.sizeHint().width() + self._row.spacing() for button in shown)

    def _offer_folder(self) -> None:
        """Show the button where a file was saved; it is made when the first one is."""
        if self._folder_button is None:
            if self._file is None:
                return
            self._folder_button = _OnToastButton(self.tr("Show in folder"))
            self._folder_button.clicked.connect(self._show_in_folder)
            self._buttons.insertWidget(1, self._folder_button)
        self._folder_button.setVisible(self._file is not None)

    def _show_in_folder(self) -> None:
        from tracker.ui.show_in_folder import why_not_shown  # noqa: PLC0415 - when asked

        refusal = None if self._file is None else why_not_shown(self._file)
        if refusal is not None:
            self.show_message(refusal)

    def _restyle(self) -> None:
        space = theme.current().space
        self._row.setContentsMargins(space(20), space(6), space(14), space(6))
        self._row.setSpacing(space(8))
        self._buttons.setSpacing(space(8))
        if not self.isHidden():
            self._place()
        self.update()
