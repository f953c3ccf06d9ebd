"""Where all on the chart of blood counts goes; words without room are left to the table."""

from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from tracker.ui import theme
from tracker.ui.heart import counts_wording
from tracker.ui.heart.counts_state import CountPoint, CountsChart
from tracker.ui.widgets.chart import Label, Room

_DAYS_OF_A_WEEK = 7
_ROOM_ABOVE = Decimal("1.25")
_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_MOST_GRID = 5
_MOST_DAY_LABELS = 6


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


@dataclass(frozen=True, slots=True)
class CountDot:
    """A value in its place; `age` 0 is the latest cycle, `hollow` a `<` or `>`."""

    at: QPointF
    age: int
    hollow: bool


@dataclass(slots=True)
class CountsLayout:
    """Everything placed, in px from the top left corner of the widget."""

    plot: QRectF
    low_days: QRectF | None = None
    slip_range: QRectF | None = None
    grid: list[float] = field(default_factory=list)
    printed: list[float] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    pieces: list[tuple[CountDot, ...]] = field(default_factory=list)


def lay_out(chart: CountsChart, width: float, height: float) -> CountsLayout:
    """Return the places for a widget of this size at the current text size."""
    return _Placer(chart, width, height).place()


class _Placer:
    """Places ground and points first, then the words that still have room."""

    def __init__(self, chart: CountsChart, width: float, height: float) -> None:
        sheet = theme.current()
        self._chart, self._px = chart, sheet.px
        self._room = Room()
        self._line = self._room.line
        self._top = _highest(chart)
        self._ticks = _ticks(self._top)
        widest = max((f"{tick:f}" for tick in self._ticks), key=self._room.plain.horizontalAdvance)
        self._plot = self._room.plot_for(width, height, widest, sheet.px(6))

    def place(self) -> CountsLayout:
        layout = CountsLayout(self._plot)
        self._place_scale(layout)
        self._place_ground(layout)
        self._place_points(layout)
        self._place_line_words(layout)
        return layout

    def _x(self, cycle_day: float) -> float:
        inset = self._px(14)
        share = (cycle_day - 1) / max(1, self._chart.last_day - 1)
        return self._plot.left() + inset + share * (self._plot.width() - 2 * inset)

    def _y(self, value: Decimal) -> float:
        share = min(1.0, float(value / self._top))
        return self._plot.bottom() - share * self._plot.height()

    def _place_scale(self, layout: CountsLayout) -> None:
        for tick in self._ticks:
            y = self._y(tick)
            layout.grid.append(y)
            label = self._room.scale_label(f"{tick:f}", y, self._plot, self._px(6))
            layout.labels.append(label)
        weeks = -(-self._chart.last_day // _DAYS_OF_A_WEEK)
        step = _DAYS_OF_A_WEEK * -(-weeks // _MOST_DAY_LABELS)
        for day in range(1, self._chart.last_day + 1, step):
            words = _tr("Day {n}").format(n=day)
            width = self._room.plain.horizontalAdvance(words) + 1
            left = min(max(0.0, self._x(day) - width / 2), self._plot.right() - width)
            rect = QRectF(left, self._plot.bottom() + self._px(4), width, self._line)
            if not any(rect.intersects(label.rect) for label in layout.labels):
                layout.labels.append(Label(words, rect))

    def _place_ground(self, layout: CountsLayout) -> None:
        chart, plot = self._chart, self._plot
        if chart.low is not None or chart.high is not None:
            top = plot.top() if chart.high is None else self._y(chart.high)
            bottom = plot.bottom() if chart.low is None else self._y(chart.low)
            layout.slip_range = QRectF(plot.left(), top, plot.width(), bottom - top)
        if chart.low_days is not None:
            left, right = self._x(chart.low_days.first - 0.5), self._x(chart.low_days.last + 0.5)
            left, right = max(plot.left(), left), min(plot.right(), right)
            layout.low_days = QRectF(left, plot.top(), right - left, plot.height())

    def _place_points(self, layout: CountsLayout) -> None:
        for line in reversed(self._chart.lines):
            for piece in line.pieces:
                layout.pieces.append(tuple(self._dot(point, line.age) for point in piece))
        size = self._px(7)
        for dots in layout.pieces:
            for dot in dots:
                x, y = dot.at.x() - size, dot.at.y() - size
                self._room.take(QRectF(x, y, 2 * size, 2 * size))
        for line in self._chart.lines[:1]:
            for piece in line.pieces:
                for point in piece:
                    self._name_point(layout, point)

    def _dot(self, point: CountPoint, age: int) -> CountDot:
        at = QPointF(self._x(point.cycle_day), self._y(point.row.shown))
        return CountDot(at, age, point.row.comparator is not None)

    def _name_point(self, layout: CountsLayout, point: CountPoint) -> None:
        words = counts_wording.shown_value(point.row)
        at = self._dot(point, 0).at
        width = self._room.big.horizontalAdvance(words) + self._px(12)
        height = self._room.big.height() + self._px(2)
        left = min(max(self._plot.left(), at.x() - width / 2), self._plot.right() - width)
        gap = self._px(9)
        for top in (at.y() - gap - height, at.y() + gap):
            rect = QRectF(left, top, width, height)
            if self._is_free(rect):
                layout.labels.append(Label(words, rect, "text", strong=True, boxed=True))
                self._room.take(rect)
                return

    def _place_line_words(self, layout: CountsLayout) -> None:
        chart = self._chart
        if layout.low_days is not None:
            words = _tr("Usually low")
            center = layout.low_days.center().x()
            self._place_words(
                layout, words, center, (self._plot.top() + self._px(2),), "lowcountText"
            )
        for printed in chart.printed:
            y = self._y(printed.at_least)
            if y not in layout.printed:
                layout.printed.append(y)
                self._name_line(layout, counts_wording.printed_line(printed), y)
        if layout.slip_range is not None:
            words = _tr("On the slip: {range}").format(
                range=counts_wording.slip_range(chart.low, chart.high)
            )
            y = layout.slip_range.bottom() if chart.low is not None else layout.slip_range.top()
            self._name_line(layout, words, y)

    def _name_line(self, layout: CountsLayout, words: str, y: float) -> None:
        tops = (y - self._line - self._px(1), y + self._px(1))
        for center in (self._plot.right(), self._plot.left()):
            if self._place_words(layout, words, center, tops, "text2"):
                return

    def _place_words(
        self, layout: CountsLayout, words: str, center: float, tops: tuple[float, ...], tone: str
    ) -> bool:
        width = self._room.plain.horizontalAdvance(words) + self._px(8)
        least, most = self._plot.left() + 1, self._plot.right() - width - 1
        left = max(least, min(center - width / 2, most))
        for top in tops:
            rect = QRectF(left, top, width, self._line)
            if self._is_free(rect) and width < self._plot.width():
                layout.labels.append(Label(words, rect, tone, halo="surface"))
                self._room.take(rect)
                return True
        return False

    def _is_free(self, rect: QRectF) -> bool:
        return self._plot.contains(rect) and self._room.is_free(rect)


def _highest(chart: CountsChart) -> Decimal:
    values = [point.row.shown for line in chart.lines for piece in line.pieces for point in piece]
    values += [printed.at_least for printed in chart.printed]
    values += [end for end in (chart.low, chart.high) if end is not None]
    return max([*values, Decimal(0)]) * _ROOM_ABOVE or Decimal(1)


def _ticks(top: Decimal) -> list[Decimal]:
    """Return round values from 0, at most six."""
    power = Decimal(1).scaleb(top.adjusted() - 1)
    steps = [step * power * factor for factor in (1, 10) for step in _STEPS]
    step = next((each for each in steps if top / each <= _MOST_GRID), steps[-1] * 2)
    return [Decimal(f"{(step * n).normalize():f}") for n in range(int(top / step) + 1)]
