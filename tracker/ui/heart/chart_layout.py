"""Where everything on the LVEF chart goes, so that no label lies over another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import hypot

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from tracker.domain.entries import LvefMethod
from tracker.ui import text, theme
from tracker.ui.heart import wording
from tracker.ui.heart.chart_state import LvefChart
from tracker.ui.heart.scan_rows import NextCheck, ScanRow
from tracker.ui.widgets.chart import Label, Room

_LOWEST, _HIGHEST, _STEP = 40, 72, 10
_MONTH_STEPS = (1, 2, 3, 6, 12)
_MONTHS = 12
_DAYS_OF_A_MONTH = 30.4
_LONGEST_SHORT_MONTH = 9
_CLEARLY = 1.2


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


@dataclass(frozen=True, slots=True)
class Dot:
    """A result in its place."""

    at: QPointF
    method: LvefMethod
    method_changed: bool


@dataclass(frozen=True, slots=True)
class Heart:
    """A scan to come in its place."""

    rect: QRectF
    late: bool


@dataclass(slots=True)
class ChartLayout:
    """Everything placed, in px from the top left corner of the widget."""

    plot: QRectF
    today_x: float
    pill: QRectF
    limit_y: float | None
    doses: list[float] = field(default_factory=list)
    anthracycline: QRectF | None = None
    grid: list[float] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    hearts: list[Heart] = field(default_factory=list)


def lay_out(state: LvefChart, width: float, height: float) -> ChartLayout:
    """Return the places for a widget of this size at the current text size."""
    return _Placer(state, width, height).place()


class _Placer:
    """Places points first, then scans to come, then the words of the lines."""

    def __init__(self, state: LvefChart, width: float, height: float) -> None:
        sheet = theme.current()
        self._state, self._width = state, width
        self._px = sheet.px
        self._room = Room()
        self._line = self._room.line
        self._plot = self._room.plot_for(width, height, "70%", sheet.px(12))
        self._lowest, self._highest = _range(state)
        self._dots: list[QPointF] = []

    def place(self) -> ChartLayout:
        today_x = self._x(self._state.today)
        limit = self._state.limit
        pill = self._pill(today_x)
        layout = ChartLayout(self._plot, today_x, pill, None if limit is None else self._y(limit))
        self._place_scale(layout)
        self._place_doses(layout)
        self._place_points(layout)
        self._place_hearts(layout)
        self._place_line_words(layout)
        self._place_months(layout)
        return layout

    def _place_doses(self, layout: ChartLayout) -> None:
        layout.doses += [self._x(day) for day in self._state.doses]
        if self._state.anthracycline is not None:
            left, right = (self._x(day) for day in self._state.anthracycline)
            height = self._px(5)
            top = self._plot.bottom() - height
            layout.anthracycline = QRectF(left - 2, top, right - left + 4, height)

    def _x(self, day: date) -> float:
        days = (self._state.last_day - self._state.first_day).days
        share = (day - self._state.first_day).days / days
        inset = self._px(10)
        return self._plot.left() + inset + share * (self._plot.width() - 2 * inset)

    def _y(self, value: Decimal) -> float:
        share = (float(value) - self._lowest) / (self._highest - self._lowest)
        return self._plot.bottom() - share * self._plot.height()

    def _pill(self, today_x: float) -> QRectF:
        width = self._room.strong.horizontalAdvance(_tr("Today")) + self._px(18)
        left = min(max(0.0, today_x - width / 2), self._width - width)
        return QRectF(left, self._plot.bottom() + self._px(6), width, self._line + self._px(4))

    def _place_scale(self, layout: ChartLayout) -> None:
        first = -(-self._lowest // _STEP) * _STEP
        for value in range(int(first), int(self._highest) + 1, _STEP):
            y = self._y(Decimal(value))
            layout.grid.append(y)
            layout.labels.append(self._room.scale_label(f"{value}%", y, self._plot, self._px(8)))

    def _place_points(self, layout: ChartLayout) -> None:
        size = self._px(9)
        for row in self._state.results:
            if row.percent is None:
                continue
            at = QPointF(self._x(row.on), self._y(row.percent))
            self._dots.append(at)
            layout.dots.append(Dot(at, row.method or LvefMethod.UNKNOWN, row.method_changed))
            self._room.take(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
        for row in sorted(self._state.results, key=self._weight):
            self._place_result(layout, row)

    def _weight(self, row: ScanRow) -> tuple[int, int]:
        """Return how early a result gets its label: the latest, the first, then backwards."""
        if row is self._state.results[-1]:
            return (0, 0)
        return (1, 0) if row.is_baseline else (2, -row.on.toordinal())

    def _place_result(self, layout: ChartLayout, row: ScanRow) -> None:
        if row.percent is None:
            return
        label = wording.percent(row.percent)
        if row.method_changed and row.method is not None:
            label = f"{label} {wording.method(row.method)}"
        width = self._room.big.horizontalAdvance(label) + self._px(14)
        height = self._room.big.height() + self._px(4)
        at, away = QPointF(self._x(row.on), self._y(row.percent)), self._px(13)
        for rect in self._around(at, width, height, away):
            if self._room.is_free(rect, 2) and self._plot.contains(rect) and self._is_of(rect, at):
                self._take(layout, Label(label, rect, "heart", strong=True, boxed=True))
                return

    def _around(self, at: QPointF, width: float, height: float, away: float) -> Iterator[QRectF]:
        """Yield the places for a number: above and below its result, beside it, further off."""
        least, most = self._plot.left() + 2, self._plot.right() - width - 2
        left = min(max(least, at.x() - width / 2), most)
        above, below = at.y() - away - height, at.y() + away
        yield QRectF(left, above, width, height)
        yield QRectF(left, below, width, height)
        for beside in (at.x() + away, at.x() - away - width):
            yield QRectF(beside, at.y() - height / 2, width, height)
        step = height + self._px(3)
        yield QRectF(left, above - step, width, height)
        yield QRectF(left, below + step, width, height)

    def _is_of(self, rect: QRectF, at: QPointF) -> bool:
        """Return whether a number is clearly nearer to its own result than to any other."""
        own = _distance(rect, at)
        return all(own * _CLEARLY < _distance(rect, dot) for dot in self._dots if dot != at)

    def _place_hearts(self, layout: ChartLayout) -> None:
        side = self._px(24)
        top = self._plot.bottom() - side - self._line - self._px(34)
        for check in self._state.planned:
            x = self._x(check.due)
            rect = QRectF(x - side / 2, top, side, side)
            layout.hearts.append(Heart(rect, check.late))
            self._room.take(rect)
            self._place_due(layout, check, rect)

    def _place_due(self, layout: ChartLayout, check: NextCheck, heart: QRectF) -> None:
        label = (
            _tr("Due now") if check.late else f"{check.due.day} {text.month_short(check.due.month)}"
        )
        width = self._room.strong.horizontalAdvance(label) + self._px(10)
        left = min(heart.center().x() - width / 2, self._plot.right() - width)
        rect = QRectF(left, heart.bottom() + self._px(2), width, self._line + self._px(2))
        if self._room.is_free(rect, 2):
            tone = "warnText" if check.late else "text"
            halo = "warnSoft" if check.late else "surface"
            self._take(layout, Label(label, rect, tone, strong=True, halo=halo))

    def _place_line_words(self, layout: ChartLayout) -> None:
        lines = (
            (self._state.baseline, _tr("Your start, {value}"), _tr("Start, {value}")),
            (
                self._state.ten_below,
                _tr("10 points below your start, {value}"),
                _tr("10 below, {value}"),
            ),
            (self._state.limit, _tr("Your hospital's limit, {value}"), _tr("Limit, {value}")),
        )
        for value, long, short in lines:
            if value is None or not self._lowest <= value <= self._highest:
                continue
            if value != self._state.limit or value in (self._state.baseline, self._state.ten_below):
                layout.lines.append(self._y(value))
            shown = wording.percent(value)
            self._place_on_line(
                layout, self._y(value), (long.format(value=shown), short.format(value=shown))
            )

    def _place_on_line(self, layout: ChartLayout, y: float, variants: Iterable[str]) -> None:
        for label in variants:
            width = self._room.plain.horizontalAdvance(label) + 1
            lefts = (self._plot.right() - width - self._px(6), self._plot.left() + self._px(8))
            for left in lefts:
                for top in (y - self._line - 1, y + 2):
                    rect = QRectF(left, top, width, self._line)
                    free = self._plot.contains(rect) and self._room.is_free(rect, self._px(4))
                    if free and not self._is_crossed(rect, y):
                        self._take(layout, Label(label, rect))
                        return

    def _is_crossed(self, rect: QRectF, own_y: float) -> bool:
        """Return whether another line would run through a label."""
        state = self._state
        values = (state.baseline, state.ten_below, state.limit)
        others = [self._y(value) for value in values if value is not None]
        return any(rect.top() < y < rect.bottom() for y in others if abs(y - own_y) > 1)

    def _place_months(self, layout: ChartLayout) -> None:
        row_top = layout.pill.top() + self._px(2)
        taken = [layout.pill]
        for first in self._month_starts():
            label = text.month_short(first.month)
            width = self._room.plain.horizontalAdvance(label) + 1
            rect = QRectF(self._x(first) - width / 2, row_top, width, self._line)
            inside = rect.left() >= self._plot.left() - 2 and rect.right() <= self._width
            if inside and not any(rect.adjusted(-6, 0, 6, 0).intersects(each) for each in taken):
                taken.append(rect)
                layout.labels.append(Label(label, rect))

    def _month_starts(self) -> Iterable[date]:
        state = self._state
        months = (state.last_day - state.first_day).days / _DAYS_OF_A_MONTH
        widest = self._room.plain.horizontalAdvance(text.month_short(_LONGEST_SHORT_MONTH))
        room = self._plot.width() / months
        step = next((n for n in _MONTH_STEPS if n * room >= widest + self._px(10)), _MONTHS)
        month = date(state.first_day.year, 1, 1)
        while month <= state.last_day:
            if month > state.first_day:
                yield month
            after = month.month - 1 + step
            month = date(month.year + after // _MONTHS, after % _MONTHS + 1, 1)

    def _take(self, layout: ChartLayout, label: Label) -> None:
        self._room.take(label.rect)
        layout.labels.append(label)


def _distance(rect: QRectF, point: QPointF) -> float:
    aside = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    off = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return hypot(aside, off)


def _range(state: LvefChart) -> tuple[float, float]:
    """Return the ends of the scale in percent: 40 to 72, wider where a value asks for it."""
    values = [row.percent for row in state.results if row.percent is not None]
    values += [value for value in (state.limit, state.ten_below) if value is not None]
    low = min([float(_LOWEST), *(float(value) - 4 for value in values)])
    high = max([float(_HIGHEST), *(float(value) + 6 for value in values)])
    return (low // 5 * 5, high)
