"""The ruler of the timeline, and the places that things get on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from tracker.ui import theme
from tracker.ui.plan.timeline_parts import Timeline

_ONE_DAY = timedelta(days=1)


class Label(NamedTuple):
    """A piece of text in its place; with `halo` no line runs through it."""

    text: str
    rect: QRectF
    tone: str = "text2"
    strong: bool = False
    halo: bool = True


class Shape(NamedTuple):
    """A mark in its place.

    Attributes:
        what: How it is drawn.
        label: What stands in it; empty where it would not fit.
        fraction: How much of it is filled, from the left.
    """

    what: str
    rect: QRectF
    label: str = ""
    fraction: float = 1.0


@dataclass(slots=True)
class Layout:
    """Everything placed, in px from the top left corner of the widget."""

    width: float
    height: float = 0.0
    lines_top: float = 0.0
    today_x: float = 0.0
    pill: QRectF = field(default_factory=QRectF)
    month_lines: list[float] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    strings: list[tuple[QPointF, QPointF, str]] = field(default_factory=list)

    def shape(self, what: str, rect: QRectF, label: str = "", fraction: float = 1.0) -> None:
        """Put a mark in its place."""
        self.shapes.append(Shape(what, rect, label, fraction))


class Ruler:
    """Turns days into px and knows the size of the labels."""

    def __init__(self, state: Timeline, width: float) -> None:
        sheet = theme.current()
        self.px = sheet.px
        self.width = width
        self.plain = QFontMetricsF(sheet.font("tiny"))
        self.strong = QFontMetricsF(sheet.font("tiny", strong=True))
        self._numbers = QFontMetricsF(sheet.font("small", strong=True))
        self.line_height = self.strong.height() + sheet.px(2)
        self.left = float(sheet.px(17))
        self.right = width - sheet.px(17)
        self._first_day = state.first_day
        self._days = (state.last_day - state.first_day).days

    @property
    def days(self) -> int:
        """How many days the ruler is long."""
        return self._days

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return self.left + (day - self._first_day).days / self._days * (self.right - self.left)

    def across(self, first: date, last: date) -> tuple[float, float]:
        """Return where the first day begins and the last one ends."""
        return self.x(first), self.x(last + _ONE_DAY)

    def text_width(self, text: str, *, strong: bool = False) -> float:
        """Return the width of a label."""
        return (self.strong if strong else self.plain).horizontalAdvance(text) + 1

    def number_width(self, number: str) -> float:
        """Return the width of a number inside a block."""
        return self._numbers.horizontalAdvance(number) + 1

    def fitting(self, variants: Iterable[str]) -> str:
        """Return the first variant of a title that fits the width, or the last one, cut."""
        shortest = ""
        for variant in variants:
            if self.text_width(variant, strong=True) <= self.width:
                return variant
            shortest = variant
        return self.strong.elidedText(shortest, Qt.TextElideMode.ElideRight, self.width)


def is_free(rect: QRectF, taken: Iterable[QRectF], gap: float) -> bool:
    """Return whether a place keeps its distance from all that are taken."""
    wider = rect.adjusted(-gap, 0, gap, 0)
    return not any(wider.intersects(other) for other in taken)
