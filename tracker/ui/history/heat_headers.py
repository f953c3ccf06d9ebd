"""The headers of the heat map: cycle days across with their windows, names down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.ui import theme
from tracker.ui.history.heat_model import HeatMapModel
from tracker.ui.history.heat_state import HeatMapState
from tracker.ui.theme import Style
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import own_viewport

_HEADER_BAND, _HEADER_DAYS = 20, 30
_NAME_STYLES: tuple[Style, Style] = ("small", "tiny")
_BETWEEN_DAYS = 3
_AROUND_TODAY = 4


class HeatNameHeader(QHeaderView):
    """Names of the rows: on two lines where one is too short; the cell's words have all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        own_viewport(self, QPalette.ColorRole.Button, tracks_mouse=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        model = self.model()
        if not isinstance(model, HeatMapModel):
            return
        sheet = theme.current()
        painter = painting.begin(self.viewport())
        painter.setPen(sheet.tokens("text"))
        for row, each in enumerate(model.state.rows):
            top, height = self.sectionViewportPosition(row), self.sectionSize(row)
            self._paint_name(painter, QRectF(0, top, self.width() - 6, height), each.name)

    def _paint_name(self, painter: QPainter, place: QRectF, name: str) -> None:
        one_line, two_lines = (theme.current().font(s, strong=True) for s in _NAME_STYLES)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        fits = painting.text_width(one_line, name) <= place.width()
        wraps = (
            painting.widest_word(two_lines, name) <= place.width()
            and painting.text_height(two_lines, name, place.width()) <= place.height()
        )
        if wraps and not fits:
            painter.setFont(two_lines)
            painter.drawText(place, middle | int(Qt.TextFlag.TextWordWrap), name)
            return
        painter.setFont(one_line)
        right = Qt.TextElideMode.ElideRight
        painter.drawText(
            place, middle, QFontMetricsF(one_line).elidedText(name, right, place.width())
        )


class DayHeader(QHeaderView):
    """Cycle days with the treatment day, the low-count window and today."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        own_viewport(self, QPalette.ColorRole.Button, tracks_mouse=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(super().sizeHint().width(), sheet.px(_HEADER_BAND + _HEADER_DAYS))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        model = self.model()
        if not isinstance(model, HeatMapModel) or not model.state.columns:
            return
        painter = painting.begin(self.viewport())
        self._paint_low_counts(painter, model.state)
        self._paint_treatment_day(painter, model.state)
        for column, place in self.day_places().items():
            self._paint_day(painter, column, place)

    def day_places(self) -> dict[int, QRectF]:
        """Return where the days are written: today, the last, then as many as have room."""
        model = self.model()
        if not isinstance(model, HeatMapModel):
            return {}
        state, last = model.state, len(model.state.columns) - 1
        first = [last] if state.today is None else [state.today, last]
        placed: dict[int, QRectF] = {}
        for column in dict.fromkeys((*first, *range(0, last, self._step(state)))):
            place = self._day_place(column, state)
            apart = place.adjusted(-_BETWEEN_DAYS, 0, _BETWEEN_DAYS, 0)
            if not any(apart.intersects(other) for other in placed.values()):
                placed[column] = place
        return placed

    def _day_place(self, column: int, state: HeatMapState) -> QRectF:
        """Return the room of a day: around the middle of its column, wider where it must be."""
        section = self._section(column).adjusted(0, 0, 0, -6)
        font = theme.current().font("tiny", strong=True)
        width = painting.text_width(font, state.columns[column]) + 1
        if column == state.today:
            width = max(width + 2 * _AROUND_TODAY, section.height(), theme.current().px(24))
        left = section.center().x() - width / 2
        begin, end = self._section(0).left(), self._section(len(state.columns) - 1).right()
        return QRectF(max(begin, min(left, end - width)), section.top(), width, section.height())

    def _step(self, state: HeatMapState) -> int:
        """Return how many columns lie between two numbers, so that none touches another."""
        font = theme.current().font("tiny", strong=True)
        widest = max(painting.text_width(font, label) for label in state.columns[:-1] or ("0",))
        return max(1, -(-round(widest + _BETWEEN_DAYS) // max(1, self.sectionSize(0))))

    def _section(self, column: int) -> QRectF:
        band = theme.current().px(_HEADER_BAND)
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        return QRectF(left, band, width, self.height() - band)

    def _paint_low_counts(self, painter: QPainter, state: HeatMapState) -> None:
        if state.low_counts is None or state.low_counts[0] > state.low_counts[1]:
            return
        sheet = theme.current()
        first, last = (self._section(column) for column in state.low_counts)
        rect = QRectF(first.left(), 0, last.right() - first.left(), self.height())
        painting.paint_box(painter, rect, painting.Box(sheet.tokens("lowcountSoft"), radius=6))
        line = QRectF(rect.left(), rect.bottom() - 5, rect.width(), 5)
        painter.fillRect(line, painting.hatch(sheet.tokens("lowcount")))
        font = sheet.font("tiny", strong=True)
        text = next(
            (
                each
                for each in (self.tr("Low-count window"), self.tr("Low counts"), self.tr("Low"))
                if painting.text_width(font, each) <= rect.width() - 4
            ),
            "",
        )
        painter.setFont(font)
        painter.setPen(sheet.tokens("lowcountText"))
        band = QRectF(rect.left(), 0, rect.width(), sheet.px(_HEADER_BAND))
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_treatment_day(self, painter: QPainter, state: HeatMapState) -> None:
        sheet = theme.current()
        font = sheet.font("tiny", strong=True)
        free = state.low_counts[0] if state.low_counts else len(state.columns)
        room = self._section(max(free - 1, 0)).right()
        text = self.tr("Treatment day")
        if painting.text_width(font, text) > room:
            return
        painter.setFont(font)
        painter.setPen(sheet.tokens("primary"))
        band = QRectF(4, 0, room, sheet.px(_HEADER_BAND))
        painter.drawText(
            band, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text
        )

    def _paint_day(self, painter: QPainter, column: int, place: QRectF) -> None:
        model, sheet = self.model(), theme.current()
        if not isinstance(model, HeatMapModel):
            return
        is_today = column == model.state.today
        if is_today:
            box = painting.Box(sheet.tokens("text"), radius=place.height() / 2)
            painting.paint_box(painter, place, box)
        painter.setFont(sheet.font("tiny", strong=is_today or column == 0))
        painter.setPen(sheet.tokens("surface" if is_today else "text2"))
        label = model.state.columns[column]
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), label)


class CornerWords(QWidget):
    """Says what the numbers across are, over the corner that Qt would paint as a button."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        painter.fillRect(self.rect(), sheet.tokens("surface"))
        place = QRectF(self.rect()).adjusted(0, sheet.px(_HEADER_BAND), -6, -6)
        font = sheet.font("small")
        painter.setFont(font)
        painter.setPen(sheet.tokens("text2"))
        text = QFontMetricsF(font).elidedText(
            self.tr("Day of cycle"), Qt.TextElideMode.ElideRight, place.width()
        )
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(middle), text)
