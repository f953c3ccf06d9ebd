"""Four figures in a row that becomes two rows, then a column."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import ByWidth, height_of
from tracker.ui.widgets.labels import IconLabel, WrappedLabel

_GAP = 14
_FOUR_FROM, _TWO_FROM = 860, 440


@dataclass(frozen=True, slots=True)
class TileText:
    """What a tile says; `late` makes it amber."""

    figure: str
    below: str
    late: bool = False


class Tile(Card):
    """A title with its icon, a figure, a line."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._icons = {late: IconLabel(icon, tone=tone, size=18) for late, tone in _TONES.items()}
        self._title = WrappedLabel(title, "small", strong=True, tone="text2")
        for label in self._icons.values():
            head.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self._figure = WrappedLabel("", "num")
        self._below = WrappedLabel("", "small", tone="text2")
        self._figure.make_selectable()
        self.column.addLayout(head)
        self.column.addWidget(self._figure)
        self.column.addWidget(self._below)
        self.column.addStretch(1)
        self.column.setSpacing(2)
        self.show_text(TileText("", ""))

    def show_text(self, text: TileText) -> None:
        """Show other words."""
        self.set_variant("reminder" if text.late else "plain")
        for late, label in self._icons.items():
            label.setVisible(late is text.late)
        self._title.set_tone("warnText" if text.late else "text2")
        self._figure.set_tone("warnText" if text.late else "text")
        self._below.set_tone("warnText" if text.late else "text2")
        self._figure.setText(text.figure)
        self._below.setText(text.below)
        self.setAccessibleName(f"{self._title.text()}: {text.figure}. {text.below}")

    def _restyle_card(self) -> None:
        super()._restyle_card()
        self.column.setSpacing(2)


_TONES = {False: "heart", True: "warnText"}


class _TilesLayout(ByWidth):
    """Equal columns: four, two or one, by its own width."""

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        width = theme.current().px(_FOUR_FROM)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(width, 0)

    def _height_at(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def _columns(self, width: int) -> int:
        eff = theme.current().eff(width)
        return 4 if eff >= _FOUR_FROM else 2 if eff >= _TWO_FROM else 1

    def _place(self, rect: QRect, *, move: bool) -> int:
        columns, gap = self._columns(rect.width()), theme.current().space(_GAP)
        width = (rect.width() - gap * (columns - 1)) // columns
        y = rect.top()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            height = max(height_of(item, width) for item in row)
            for place, item in enumerate(row):
                if move:
                    left = rect.left() + place * (width + gap)
                    item.setGeometry(QRect(left, y, width, height))
            y += height + gap
        return max(0, y - gap - rect.top())


class Tiles(QWidget):
    """Holds tiles of equal width."""

    def __init__(self, *tiles: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _TilesLayout(self)
        for tile in tiles:
            layout.addWidget(tile)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
