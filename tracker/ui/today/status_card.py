"""The first card: cycle and day, one sentence of advice, the days of the cycle."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import text, theme
from tracker.ui.today import wording
from tracker.ui.today.cycle_state import CycleStatus, Place
from tracker.ui.today.cycle_strip import CycleStrip
from tracker.ui.widgets import painting
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import PrimaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.pill import Pill

_BELOW_STRIP = 8  # its last line is half empty


class _StatusTitle(WrappedLabel):
    """The largest words of the page; as wide as its text, so that the chip stands beside it."""

    def __init__(self) -> None:
        super().__init__(style="display")

    def sizeHint(self) -> QSize:
        width = round(painting.text_width(self.font(), self.text())) + 4
        return QSize(width, self.heightForWidth(width))


class StatusCard(Card):
    """Answers "where am I?" before anything else.

    Signals:
        plan_requested: There is no plan, and the person wants to enter one.
    """

    plan_requested = Signal()
    _ends_with_strip = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._compact = False
        self._title = _StatusTitle()
        self._pill = Pill(self.tr("Low-count window"), "shield", look="lowcount")
        self._advice = PartsLabel(tone="text2")
        self._strip = CycleStrip()
        self._add_plan = PrimaryButton(self.tr("Add your treatment plan"), "plus")
        self._add_plan.clicked.connect(self.plan_requested)
        head = QWidget()
        flow = FlowLayout(head, gap=12)
        flow.addWidget(self._title)
        flow.addWidget(self._beside(self._pill))
        for part in (head, self._advice, self._strip):
            self.column.addWidget(part)
        self.column.addWidget(self._add_plan, 0, Qt.AlignmentFlag.AlignLeft)

    def _beside(self, pill: Pill) -> QWidget:
        """Center the chip against the much larger words beside it."""
        self._pill_holder = QWidget()
        self._pill_row = QHBoxLayout(self._pill_holder)
        self._pill_row.addWidget(pill)
        theme.current().changed.connect(self._restyle_pill)
        self._restyle_pill()
        return self._pill_holder

    def _restyle_pill(self) -> None:
        self._pill_row.setContentsMargins(0, theme.current().px(8), 0, 0)

    def set_compact(self, *, on: bool) -> None:
        """Leave the strip out where the window is too low for it."""
        self._compact = on
        self._place_strip()

    def show_status(self, status: CycleStatus, title: str, advice: wording.Parts) -> None:
        """Show where the opened day lies."""
        self._title.setText(title)
        self._pill_holder.setVisible(status.in_low_counts)
        self._advice.show_parts(advice)
        self._add_plan.setVisible(status.place is Place.NO_PLAN)

    def show_strip(self, status: CycleStatus, *, is_today: bool) -> None:
        """Show the days of the cycle the opened day lies in."""
        chosen = next((day for day in status.strip if day.chosen), None)
        # Without its month: the page is headed by the whole day.
        label = self.tr("Today")
        if chosen is not None and not is_today:
            label = f"{text.weekday_short(chosen.on.weekday())} {chosen.on.day}"
        spoken = wording.strip_spoken(status, is_today=is_today)
        self._strip.show_days(status.strip, label, spoken)
        self._place_strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    def _place_strip(self) -> None:
        margins = self.contentsMargins().left() + 2 * theme.current().space(18)
        is_shown = not self._compact and self._strip.fits(self.width() - margins)
        self._strip.setVisible(is_shown)
        if is_shown is not self._ends_with_strip:
            self._ends_with_strip = is_shown
            self._place_bottom()

    def _place_bottom(self) -> None:
        around = self.column.contentsMargins()
        below = theme.current().space(_BELOW_STRIP)
        around.setBottom(below if self._ends_with_strip else around.top())
        self.column.setContentsMargins(around)

    def _restyle_card(self) -> None:
        super()._restyle_card()
        self._place_bottom()
