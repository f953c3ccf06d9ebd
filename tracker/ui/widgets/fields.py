"""Fields to type in or choose from; what was typed is never thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import icons, theme
from tracker.ui.theme import Style
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.labels import IconLabel, WrappedLabel
from tracker.ui.widgets.page_scroll import ScrollBar

_RADIUS = 10


def _field_box(*, wrong: bool, enabled: bool = True) -> painting.Box:
    tokens = theme.current().tokens
    fill = tokens("surface") if enabled else tokens("surface2")
    return painting.Box(fill, tokens("urgentText" if wrong else "control"), 2, _RADIUS)


def _clear_base(widget: QWidget) -> None:
    """Let the rounded box shine through Qt's own rectangular background."""
    palette = theme.palette_color("text")
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, Qt.GlobalColor.transparent
    )
    widget.setPalette(palette)


class LineEdit(QLineEdit):
    """The box of a one-line field."""

    def __init__(self, style: Style = "body", *, height: int = 44) -> None:
        super().__init__()
        self._wrong, self._style, self._height_px = False, style, height
        self.setFrame(False)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_wrong(self, *, on: bool) -> None:
        """Draw the outline in red or not."""
        self._wrong = on
        self.update()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(sheet.px(120), max(sheet.target(), sheet.px(self._height_px)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        box = _field_box(wrong=self._wrong, enabled=self.isEnabled())
        painting.paint_box(painter, QRectF(self.rect()), box)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        _clear_base(self)
        self.setFont(theme.current().font(self._style))
        side = theme.current().space(10)
        self.setTextMargins(side, 0, side, 0)
        self.updateGeometry()
        self.update()


class ErrorLine(QWidget):
    """A sentence with a sign in front; hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._label = WrappedLabel(tone="urgentText", strong=True)
        row.addWidget(IconLabel("alert", tone="urgentText"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._announcer = AccessibleAnnouncer(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" when hidden."""
        return self._label.text()

    def show_error(self, text: str | None) -> None:
        """Show a sentence and speak it; None hides the line."""
        self._label.setText(text or "")
        self.setVisible(text is not None)
        self.updateGeometry()
        if text is not None:
            self._announcer.polite(text)


class Field(QWidget):
    """Label, hint and error above an editor; `editor` is named by the label."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.label = WrappedLabel(label, strong=True)
        self.hint = WrappedLabel(hint, "small", tone="text2")
        self.hint.setVisible(bool(hint))
        self.error = ErrorLine()
        for part in (self.label, self.hint, self.error):
            self.column.addWidget(part)
        theme.current().changed.connect(self._restyle_field)
        self._restyle_field()

    def name_editor(self, editor: QWidget) -> None:
        """Tie the label to what it names, for the keyboard and for screen readers."""
        self.label.setBuddy(editor)
        editor.setAccessibleName(self.label.text())
        editor.setAccessibleDescription(self.hint.text())

    def _restyle_field(self) -> None:
        self.column.setSpacing(theme.current().space(4))


class TextField(Field):
    """One line of text.

    Args:
        width: In px at 100 % text; 0 fills the room.

    Signals:
        edited: The text as it stands after each key.
        submitted: Enter was pressed, or the keyboard went elsewhere after a change.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", width: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self._width = width
        self._changed = False
        self.editor = LineEdit()
        self.name_editor(self.editor)
        self.column.addWidget(self.editor)
        self.editor.textEdited.connect(self._note)
        self.editor.returnPressed.connect(self._submit)
        self.editor.editingFinished.connect(self._submit_if_changed)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands in the field, spaces at both ends removed."""
        return self.editor.text().strip()

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self._changed = False
        self.editor.setText(text)

    def show_error(self, text: str | None) -> None:
        """Say at the field what is wrong; None clears it; the typed text stays."""
        self.error.show_error(text)
        self.editor.set_wrong(on=text is not None)

    def _note(self, text: str) -> None:
        self._changed = True
        self.edited.emit(text.strip())

    def _submit(self) -> None:
        self._changed = False
        self.submitted.emit(self.text)

    def _submit_if_changed(self) -> None:
        if self._changed:
            self._submit()

    def _restyle(self) -> None:
        if self._width:
            self.editor.setMaximumWidth(theme.current().px(self._width))


class NoteField(Field):
    """Several lines of free text; Tab leaves it.

    Signals:
        edited: The text as it stands after each key.
        submitted: The keyboard went elsewhere after a change.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self._lines, self._changed = lines, False
        self.editor = QPlainTextEdit()
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setVerticalScrollBar(ScrollBar())
        self.name_editor(self.editor)
        frame = _NoteFrame()
        frame.take(self.editor)
        self.column.addWidget(frame)
        self.editor.textChanged.connect(self._note)
        self.editor.installEventFilter(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands in the field, spaces at both ends removed."""
        return self.editor.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._changed = False

    def show_error(self, text: str | None) -> None:
        """Say at the field what is wrong; None clears it."""
        self.error.show_error(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._changed:
            self._changed = False
            self.submitted.emit(self.text)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self._changed = True
        self.edited.emit(self.text)

    def _restyle(self) -> None:
        _clear_base(self.editor)
        font = theme.current().font("body")
        self.editor.setFont(font)
        height = QFontMetrics(font).lineSpacing() * self._lines + theme.current().space(12)
        self.editor.setFixedHeight(max(theme.current().target(), height))


class _NoteFrame(QWidget):
    """The rounded box around a text edit."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        theme.current().changed.connect(self.update)

    def take(self, editor: QPlainTextEdit) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(editor)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painting.paint_box(painting.begin(self), QRectF(self.rect()), _field_box(wrong=False))


class ComboBox(QComboBox):
    """A list that opens; painted like the other fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        font = sheet.font("body")
        texts = [self.itemText(index) for index in range(self.count())]
        width = max((painting.text_width(font, text) for text in texts), default=0.0)
        return QSize(round(width) + sheet.space(28) + sheet.px(22), sheet.target())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().target())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        rect = QRectF(self.rect())
        painting.paint_box(painter, rect, _field_box(wrong=False, enabled=self.isEnabled()))
        side, pad = sheet.px(18), sheet.space(12)
        arrow = QRectF(rect.right() - pad - side, (rect.height() - side) / 2, side, side)
        icons.draw(painter, "chevron-down", sheet.tokens("text2"), arrow)
        painter.setFont(sheet.font("body"))
        painter.setPen(sheet.tokens("text"))
        room = rect.adjusted(pad, 0, -(2 * pad + side), 0)
        text = QFontMetrics(sheet.font("body")).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _restyle(self) -> None:
        self.setFont(theme.current().font("body"))
        self.updateGeometry()
        self.update()


class SelectField(Field):
    """One of many; nothing is chosen until `choose` or the person says so.

    Signals:
        chosen: The person chose; carries the key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.editor = ComboBox()
        for key, text in options:
            self.editor.addItem(text, key)
        self.editor.setCurrentIndex(-1)
        self.name_editor(self.editor)
        self.column.addWidget(self.editor)
        self.editor.activated.connect(self._tell)

    @property
    def choice(self) -> str | None:
        """The key of the chosen option, None while nothing is chosen."""
        key = self.editor.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        """Show an option as chosen without telling anyone; None shows nothing."""
        self.editor.setCurrentIndex(-1 if key is None else self.editor.findData(key))

    def _tell(self) -> None:
        choice = self.choice
        if choice is not None:
            self.chosen.emit(choice)
