"""One destination in the list, the rail or the bar."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.frame import Badge
from tracker.ui.theme import Style
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import pressed_by_enter

_RADIUS = 12
_LIST_HEIGHT, _RAIL_HEIGHT = 46, 58
_ICON = 22
_BADGE_HEIGHT = 22
_LABEL_ROOM = 12


class NavMode(Enum):
    """How much room the navigation takes."""

    LIST = auto()
    RAIL = auto()
    BAR = auto()
    MENU = auto()


class NavButton(QPushButton):
    """Icon and name; a badge is a word, never only a dot."""

    def __init__(self, label: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._icon, self._mode = icon, NavMode.LIST
        self._badge: Badge | None = None
        self._is_current = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def set_mode(self, mode: NavMode) -> None:
        """Take the shape that fits the window."""
        self._mode = mode
        self._restyle()

    def set_badge(self, badge: Badge | None) -> None:
        """Show a word beside the name; None takes it away."""
        self._badge = badge
        self._describe()

    @property
    def is_current(self) -> bool:
        """Whether what it leads to is open."""
        return self._is_current

    def mark_current(self, *, current: bool) -> None:
        """Say whether what it leads to is open; to a screen reader it stays a button."""
        self._is_current = current
        self._describe()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        if self._mode is NavMode.LIST:
            return QSize(sheet.px(200), max(sheet.target(), sheet.px(_LIST_HEIGHT)))
        return QSize(self.minimumSizeHint().width(), sheet.px(_RAIL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        sheet = theme.current()
        label = painting.text_width(sheet.font(self._label_style(), strong=True), self.text())
        return QSize(max(sheet.target(), round(label) + sheet.space(_LABEL_ROOM)), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.current().tokens
        painter = painting.begin(self)
        rect = QRectF(self.rect())
        if self._is_current:
            painting.paint_box(painter, rect, painting.Box(tokens("primarySoft"), radius=_RADIUS))
            bar = QRectF(0, rect.height() * 0.22, 4, rect.height() * 0.56)
            painting.paint_box(painter, bar, painting.Box(tokens("primary"), radius=2))
        elif self.underMouse():
            painting.paint_box(painter, rect, painting.Box(tokens("surface2"), radius=_RADIUS))
        painter.setPen(tokens("primary" if self._is_current else "text2"))
        if self._mode is NavMode.LIST:
            self._paint_row(painter, rect)
        else:
            self._paint_stack(painter, rect)

    def _describe(self) -> None:
        current = self.tr("Open now") if self._is_current else ""
        badge = "" if self._badge is None else self._badge.spoken
        self.setAccessibleDescription(". ".join(filter(None, (current, badge))))
        self.update()

    def _paint_row(self, painter: QPainter, rect: QRectF) -> None:
        sheet = theme.current()
        side = sheet.px(_ICON)
        place = QRectF(sheet.space(16), (rect.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, painter.pen().color(), place)
        left = place.right() + sheet.space(12)
        painter.setFont(sheet.font("body", strong=True))
        painter.drawText(
            QRectF(left, 0, rect.width() - left, rect.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            self.text(),
        )
        self._paint_badge(painter, rect.right() - sheet.space(10), rect.center().y())

    def _paint_stack(self, painter: QPainter, rect: QRectF) -> None:
        sheet = theme.current()
        side = sheet.px(_ICON)
        unit = rect.height() / _RAIL_HEIGHT
        beside = 0.0 if self._badge is None else self._badge_width() + 4
        place = QRectF((rect.width() - side - beside) / 2, 9 * unit, side, side)
        icons.draw(painter, self._icon, painter.pen().color(), place)
        painter.setFont(sheet.font(self._label_style(), strong=True))
        words = QRectF(0, place.bottom() + 2 * unit, rect.width(), 22 * unit)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        self._paint_badge(painter, place.right() + beside, place.center().y())

    def _paint_badge(self, painter: QPainter, right: float, middle: float) -> None:
        if self._badge is None:
            return
        sheet = theme.current()
        font = sheet.font("tiny", strong=True)
        height, width = self._badge_height(), self._badge_width()
        pill = QRectF(right - width, middle - height / 2, width, height)
        box = painting.Box(sheet.tokens("warnSoft"), sheet.tokens("warn"), 1, height / 2)
        painting.paint_box(painter, pill, box)
        painter.setFont(font)
        painter.setPen(sheet.tokens("warnText"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), self._badge.word)

    def _badge_height(self) -> int:
        in_list = self._mode is NavMode.LIST
        return theme.current().px(_BADGE_HEIGHT if in_list else _BADGE_HEIGHT - 4)

    def _badge_width(self) -> float:
        word = "" if self._badge is None else self._badge.word
        font = theme.current().font("tiny", strong=True)
        return painting.text_width(font, word) + self._badge_height() * 0.75

    def _label_style(self) -> Style:
        return "body" if self._mode is NavMode.LIST else "small"

    def _height(self) -> int:
        height = _LIST_HEIGHT if self._mode is NavMode.LIST else _RAIL_HEIGHT
        return max(theme.current().target(), theme.current().px(height))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
