"""Controls for choosing one or several of a few things; nothing is chosen by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import ButtonLook, PaintedButton
from tracker.ui.widgets.flow_layout import FlowLayout

_TRACK_PADDING = 4
_TRACK_RADIUS = 12
_SEGMENT_RADIUS = 9


class _Segment(QRadioButton):
    """One choice of a segmented control; the whole rectangle can be clicked."""

    def __init__(self, text: str, group: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._shown = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(group)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        painting.wrap_by_width(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        text = painting.text_width(sheet.font("body", strong=True), self._shown)
        width = max(sheet.target(), round(text) + 1 + self._around())
        return QSize(width, painting.wrapped_height(self, width))

    def minimumSizeHint(self) -> QSize:
        sheet = theme.current()
        word = painting.widest_word(sheet.font("body", strong=True), self._shown)
        return QSize(max(sheet.target(), round(word) + 1 + self._around()), sheet.target())

    def heightForWidth(self, width: int) -> int:
        sheet = theme.current()
        font = sheet.font("body", strong=True)
        text = painting.text_height(font, self._shown, width - self._around())
        return max(sheet.target(), round(text) + sheet.space(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.current().tokens
        painter = painting.begin(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            box = painting.Box(tokens("surface"), tokens("primary"), 2, _SEGMENT_RADIUS)
            painting.paint_box(painter, rect, box)
        elif self.underMouse():
            painting.paint_box(
                painter, rect, painting.Box(tokens("border"), radius=_SEGMENT_RADIUS)
            )
        painter.setFont(theme.current().font("body", strong=self.isChecked()))
        painter.setPen(tokens("primary" if self.isChecked() else "text2"))
        side = self._around() / 2
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(side, 0, -side, 0), int(flags), self._shown)

    def _around(self) -> int:
        return 2 * theme.current().space(16)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class SegmentedControl(QWidget):
    """A few views or settings side by side, one of them chosen.

    Args:
        name: What is chosen here, for screen readers: "View", "Colors".
        options: Pairs of key and label.

    Signals:
        chosen: The person chose; carries the key.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = FlowLayout(self, gap=2)
        layout.setContentsMargins(*[_TRACK_PADDING] * 4)
        self._segments: dict[str, _Segment] = {}
        for key, label in options:
            segment = _Segment(label, name, self)
            segment.clicked.connect(self._emit)
            self._segments[key] = segment
            layout.addWidget(segment)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self.update)

    @property
    def choice(self) -> str | None:
        """The key of the chosen option, None while nothing is chosen."""
        return next((key for key, s in self._segments.items() if s.isChecked()), None)

    def choose(self, key: str) -> None:
        """Show an option as chosen without telling anyone.

        Raises:
            KeyError: There is no such option.
        """
        self._segments[key].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box = painting.Box(theme.current().tokens("surface2"), radius=_TRACK_RADIUS)
        painting.paint_box(painting.begin(self), QRectF(self.rect()), box)

    def _emit(self) -> None:
        choice = self.choice
        if choice is not None:
            self.chosen.emit(choice)


class ChoiceChip(PaintedButton):
    """A pill that is on or off."""

    def __init__(self, text: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent)
        self.setCheckable(True)

    def _paint_shape(self, painter: QPainter) -> None:
        tokens = theme.current().tokens
        fill = "primarySoft" if self.isChecked() else "surface2" if self._lit() else "surface"
        outline = "primary" if self.isChecked() else "control"
        radius = min(self.height() / 2, theme.current().target() / 2)
        box = painting.Box(tokens(fill), tokens(outline), 2, radius)
        painting.paint_box(painter, QRectF(self.rect()), box)

    def _text_color(self) -> QColor:
        if not self.isEnabled():
            return theme.current().tokens("text3")
        return theme.current().tokens("primary" if self.isChecked() else "text")


class _NarrowChip(ChoiceChip):
    """A pill for places where many stand close together; as high as the others."""

    look = ButtonLook("text", "surface", "surface2", "control", padding=12)


class ChipGroup(QWidget):
    """Chips in a row that wraps; one can be on, or with `multiple` several.

    Of those that leave room for one alone a screen reader hears "radio button", and Tab makes one
    stop; the one that is on can be switched off again.

    Args:
        narrow: Several of them are to stand in one line.

    Signals:
        changed: The person switched a chip; carries the keys that are on, in order.
    """

    changed = Signal(tuple)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        multiple: bool = False,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._multiple = multiple
        self._shown: tuple[str, ...] = ()
        self._chips: dict[str, ChoiceChip] = {}
        layout = FlowLayout(self)
        for key, label in options:
            chip = _NarrowChip(label) if narrow else ChoiceChip(label)
            chip.setAccessibleDescription(name)
            chip.setAutoExclusive(not multiple)
            chip.clicked.connect(self._switch)
            self._chips[key] = chip
            layout.addWidget(chip)

    @property
    def choices(self) -> tuple[str, ...]:
        """The keys of the chips that are on."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, *keys: str) -> None:
        """Switch exactly these chips on without telling anyone."""
        for chip in self._chips.values():  # of exclusive ones Qt leaves one on
            chip.setAutoExclusive(False)
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
            chip.setAutoExclusive(not self._multiple)
        self._shown = self.choices

    def _switch(self) -> None:
        if not self._multiple and self.choices == self._shown:
            self.choose()
        self._shown = self.choices
        self.changed.emit(self._shown)


class ChoiceCards(QWidget):
    """A column for `ChoiceCard`s of one question; only one of them can be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.column.setSpacing(theme.current().space(10))
