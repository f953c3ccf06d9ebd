"""The big buttons of the check-in that asks one question at a time."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.ui import icons, theme
from tracker.ui.today.rows import RowState
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import ButtonLook, PaintedButton
from tracker.ui.widgets.severity import LEVELS

_HEIGHT = 60
_RADIUS, _SQUARE_RADIUS = 12, 8
_SQUARE, _MARK = 36, 22
_GAP = 10


class FogButton(PaintedButton):
    """As wide as the card, and easy to hit."""

    look = ButtonLook("text", "surface", "surface2", "control", padding=22, centered=False)

    def __init__(
        self, text: str = "", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.current().space(_HEIGHT)))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), theme.current().space(_HEIGHT))

    def _text_font(self) -> QFont:
        return theme.current().font("h3", strong=True)


class FogChoice(FogButton):
    """A level: its number on its color, as everywhere, then its words; the chosen one is checked.

    The words keep to a column of their own: "1 or 2 times" must not be read as part of the number.
    """

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.level, self._chosen = level, False

    def show_words(self, symptom: str, words: str, *, chosen: bool) -> None:
        """Show what the level means, and whether it is the answer."""
        self._chosen = chosen
        self.setText(f"{words[:1].upper()}{words[1:]}".replace("&", "&&"))
        spoken = f"{symptom}: {self.level}, {words}"
        self.setAccessibleName(
            self.tr("{choice}, chosen").format(choice=spoken) if chosen else spoken
        )
        self.update()

    def _paint_shape(self, painter: QPainter) -> None:
        if not self._chosen:
            super()._paint_shape(painter)
            return
        tokens = theme.current().tokens
        box = painting.Box(tokens("primarySoft"), tokens("primary"), 2, _RADIUS)
        painting.paint_box(painter, QRectF(self.rect()), box)

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        super()._paint_content(painter, color)
        sheet, side, mark = theme.current(), self._icon_side(), theme.current().px(_MARK)
        middle, edge = self.height() / 2, sheet.space(self.look.padding)
        square = QRectF(edge, middle - side / 2, side, side)
        fill, ink = sheet.severity(self.level)
        outline = sheet.tokens("control" if self.level == 0 else "border")
        painting.paint_box(painter, square, painting.Box(fill, outline, 1, _SQUARE_RADIUS))
        painter.setFont(self._text_font())
        painter.setPen(ink)
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(self.level))
        if self._chosen:
            place = QRectF(self.width() - edge - mark, middle - mark / 2, mark, mark)
            icons.draw(painter, "check", color, place)

    def _icon_side(self) -> int:
        return theme.current().px(_SQUARE)

    def _icon_gap(self) -> int:
        return theme.current().space(14)

    def _around(self) -> int:
        return super()._around() + theme.current().px(_MARK) + theme.current().space(8)


class FogScale(QWidget):
    """The five levels of one symptom, one below the other.

    Signals:
        chosen: A level, 0 to 4.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = [FogChoice(level, self) for level in range(LEVELS)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for choice in self._choices:
            self._column.addWidget(choice)
            choice.clicked.connect(self._choose)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_row(self, row: RowState, chosen: int | None) -> None:
        """Show what each level of this symptom means, and which one is the answer."""
        for choice, words in zip(self._choices, row.levels, strict=True):
            choice.show_words(row.name, words, chosen=choice.level == chosen)

    def _choose(self) -> None:
        choice = self.sender()
        if isinstance(choice, FogChoice):
            self.chosen.emit(choice.level)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(_GAP))
