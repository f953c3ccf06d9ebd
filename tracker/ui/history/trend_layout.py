"""Where everything on the trend chart goes, for a widget of one size."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPolygonF

from tracker.domain.comparison import DayCompared
from tracker.ui import theme
from tracker.ui.history.state import SEVERITY_WORDS
from tracker.ui.history.trend_state import TrendState

_WORST = 4


def _tr(words: str) -> str:
    return QCoreApplication.translate("history", words)


@dataclass(frozen=True, slots=True)
class Word:
    """A text in its place."""

    text: str
    rect: QRectF
    strong: bool = False
    to_the_right: bool = False


@dataclass(slots=True)
class TrendLayout:
    """Everything placed, in px from the top left corner of the widget.

    Attributes:
        lines: The cycle's answers, one line for each run of days without a gap.
        averages: The same of the earlier cycles' average.
        bands: The same of their range, each as a closed outline.
        pill: Where the cycle is named; None where nothing was answered.
    """

    plot: QRectF
    grid: list[float] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    lines: list[QPolygonF] = field(default_factory=list)
    averages: list[QPolygonF] = field(default_factory=list)
    bands: list[QPolygonF] = field(default_factory=list)
    dots: list[QPointF] = field(default_factory=list)
    low_counts: QRectF | None = None
    low_count_word: str = ""
    today_x: float | None = None
    pill: Word | None = None


def lay_out(state: TrendState, width: float, height: float) -> TrendLayout:
    """Return the places at the current text size."""
    return _Placer(state, width, height).place()


class _Placer:
    def __init__(self, state: TrendState, width: float, height: float) -> None:
        sheet = theme.current()
        self._state, self._px = state, sheet.px
        self._plain = QFontMetricsF(sheet.font("tiny"))
        self._strong = QFontMetricsF(sheet.font("tiny", strong=True))
        self._line = self._strong.height() + sheet.px(2)
        self._labels = [word.capitalize() for word in SEVERITY_WORDS]
        left = max(self._plain.horizontalAdvance(each) for each in self._labels) + sheet.px(10)
        top, bottom = self._line + sheet.px(10), height - self._line - sheet.px(10)
        right = width - sheet.px(10)
        self._plot = QRectF(left, top, max(right - left, 1.0), max(bottom - top, 1.0))
        self._days = len(state.comparison.days)

    def place(self) -> TrendLayout:
        layout = TrendLayout(self._plot)
        self._place_scale(layout)
        self._place_days(layout)
        self._place_low_counts(layout)
        for run in _runs(self._state.comparison.days, lambda day: day.now is not None):
            layout.lines.append(QPolygonF([self._at(day.day, day.now) for day in run]))
            layout.dots += [self._at(day.day, day.now) for day in run]
        for run in _runs(self._state.comparison.days, lambda day: day.average is not None):
            layout.averages.append(self._average(run))
            layout.bands.append(self._band(run))
        if self._state.today is not None and self._state.today <= self._days:
            layout.today_x = self._x(self._state.today)
        self._place_pill(layout)
        return layout

    def _x(self, day: float) -> float:
        return self._plot.left() + (day - 0.5) / self._days * self._plot.width()

    def _at(self, day: float, value: object) -> QPointF:
        share = float(str(value)) / _WORST
        return QPointF(self._x(day), self._plot.bottom() - share * self._plot.height())

    def _average(self, run: list[DayCompared]) -> QPolygonF:
        if len(run) == 1:
            ends = (run[0].day - 0.25, run[0].day + 0.25)
            return QPolygonF([self._at(day, run[0].average) for day in ends])
        return QPolygonF([self._at(day.day, day.average) for day in run])

    def _band(self, run: list[DayCompared]) -> QPolygonF:
        """Return the outline of a range, half a day wide where it stands alone."""
        first, last = run[0].day - 0.25, run[-1].day + 0.25
        upper = [self._at(first, run[0].highest), *(self._at(d.day, d.highest) for d in run)]
        lower = [
            self._at(last, run[-1].lowest),
            *(self._at(d.day, d.lowest) for d in reversed(run)),
        ]
        return QPolygonF(
            [*upper, self._at(last, run[-1].highest), *lower, self._at(first, run[0].lowest)]
        )

    def _place_scale(self, layout: TrendLayout) -> None:
        for severity, word in enumerate(self._labels):
            y = self._at(1, severity).y()
            layout.grid.append(y)
            rect = QRectF(0, y - self._line / 2, self._plot.left() - self._px(8), self._line)
            layout.words.append(Word(word, rect, to_the_right=True))
        above = QRectF(0, 0, self._plot.right(), self._line)
        layout.words.append(Word(_tr("Higher is worse"), above, strong=True))

    def _place_days(self, layout: TrendLayout) -> None:
        top = self._plot.bottom() + self._px(8)
        room = self._plot.width() / self._days
        wide = self._strong.horizontalAdvance("88") + self._px(4)
        step = max(1, -(-int(wide) // max(int(room), 1)))
        for day in range(1, self._days + 1, step):
            rect = QRectF(self._x(day) - wide / 2, top, wide, self._line)
            layout.words.append(Word(str(day), rect, strong=day == self._state.today))
        label = QRectF(0, top, self._plot.left() - self._px(8), self._line)
        name = _tr("Day of cycle")
        if self._plain.horizontalAdvance(name) <= label.width():
            layout.words.append(Word(name, label, to_the_right=True))

    def _place_low_counts(self, layout: TrendLayout) -> None:
        window = self._state.low_counts
        if window is None or window[0] > self._days:
            return
        left, right = self._x(window[0] - 0.5), self._x(min(window[1], self._days) + 0.5)
        layout.low_counts = QRectF(left, self._plot.top(), right - left, self._plot.height())
        for words in (_tr("Low-count window"), _tr("Low counts"), _tr("Low")):
            if self._strong.horizontalAdvance(words) + self._px(4) <= right - left:
                layout.low_count_word = words
                return

    def _place_pill(self, layout: TrendLayout) -> None:
        if not layout.dots:
            return
        words = _tr("This cycle: {name}").format(name=self._state.cycle)
        width = self._strong.horizontalAdvance(words) + self._px(16)
        height = self._line + self._px(4)
        last = layout.dots[-1]
        left = last.x() + self._px(10)
        if left + width > self._plot.right():
            left = max(self._plot.left(), last.x() - self._px(10) - width)
        top = last.y() - height - self._px(6)
        if top < self._plot.top() + self._line:
            top = last.y() + self._px(8)
        layout.pill = Word(words, QRectF(left, top, width, height), strong=True)


def _runs(
    days: tuple[DayCompared, ...], is_there: Callable[[DayCompared], bool]
) -> list[list[DayCompared]]:
    """Return the stretches of days without a gap: a day not answered breaks a line."""
    runs: list[list[DayCompared]] = [[]]
    for day in days:
        if is_there(day):
            runs[-1].append(day)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
