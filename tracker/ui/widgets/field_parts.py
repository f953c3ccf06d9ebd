"""The parts that all fields are made of: label, hint, error, box."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import icons, theme
from tracker.ui.theme import Style
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.labels import IconLabel, WrappedLabel

_RADIUS = 10


def field_box(*, wrong: bool, enabled: bool = True) -> painting.Box:
    """Return the rounded box behind what is typed."""
    tokens = theme.current().tokens
    fill = tokens("surface") if enabled else tokens("surface2")
    return painting.Box(fill, tokens("urgentText" if wrong else "control"), 2, _RADIUS)


def clear_base(widget: QWidget) -> None:
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
        box = field_box(wrong=self._wrong, enabled=self.isEnabled())
        painting.paint_box(painter, QRectF(self.rect()), box)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        clear_base(self)
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
        if not hint:
            self.hint.hide()
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


class _TallItems(QStyledItemDelegate):
    """Makes each line of an open list high enough to hit."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, theme.current().target()))


class ComboBox(QComboBox):
    """A list that opens; painted like the other fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_TallItems(self))
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not change an answer that happens to lie under the mouse.
        event.ignore()

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
        painting.paint_box(painter, rect, field_box(wrong=False, enabled=self.isEnabled()))
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
