"""The first screen of the Heart page: what asks for attention, four figures, the chart."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.entries import LvefMethod
from tracker.domain.wording import at_start
from tracker.ui import text
from tracker.ui.heart import chart_wording, wording
from tracker.ui.heart.lvef_chart import LvefChartView
from tracker.ui.heart.scan_rows import NextCheck
from tracker.ui.heart.state import Attention, AttentionKind, HeartState
from tracker.ui.heart.tiles import Tile, Tiles, TileText
from tracker.ui.widgets.buttons import PrimaryButton, SecondaryButton
from tracker.ui.widgets.card import Card, Variant
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.message_box import MessageBox

_BOOKED_BEFORE = timedelta(days=30)
_VARIANTS: dict[AttentionKind, Variant] = {
    AttentionKind.CALL_BEFORE_NEXT_DOSE: "error",
    AttentionKind.REPEAT_SOON: "reminder",
    AttentionKind.ASK: "reminder",
    AttentionKind.SHOW: "info",
    AttentionKind.LIMIT_MISSING: "info",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


class AttentionHolder(QWidget):
    """The card above the tiles; there is none while nothing asks for attention.

    Signals:
        settings_asked: The hospital's limit is to be typed.
    """

    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[str, str] | None = None
        self.hide()

    def show_attention(self, attention: Attention | None, state: HeartState) -> None:
        """Show another card, or none."""
        self.setVisible(attention is not None)
        if attention is None:
            self._shown = None
            return
        title = wording.attention_title(attention, state)
        words = wording.attention_text(attention, state)
        if (title, words) == self._shown:
            return
        self._shown = (title, words)
        empty(self._column)
        box = MessageBox(_VARIANTS[attention.kind], title, words, "heart")
        if attention.asks_for_limit:
            add = box.add_action(self.tr("Type the limit in Settings"), "settings")
            add.clicked.connect(self.settings_asked)
        self._column.addWidget(box)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)


class ChartCard(Card):
    """The chart with the words that explain it."""

    def __init__(self) -> None:
        super().__init__("plain")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Heading(self.tr("Pumping strength (LVEF)"), 2))
        about = self.tr(
            "The share of blood your heart pumps out with each beat. Small ups and downs are usual."
        )
        head.addWidget(WrappedLabel(about, "small", tone="text2"))
        self.column.addLayout(head)
        self.chart = LvefChartView()
        self._methods = WrappedLabel("", "small", tone="text2")
        self._limit = WrappedLabel("", "small", tone="text2")
        self._axis = WrappedLabel("", "small", tone="text2")
        for widget in (self.chart, self._axis, self._methods, self._limit):
            self.column.addWidget(widget)

    def show_state(self, state: HeartState) -> None:
        """Show other results."""
        self.chart.show_chart(state.chart, chart_wording.chart_description(state))
        axis = chart_wording.axis_words(state.chart)
        self._axis.setText(axis)
        self._axis.setVisible(bool(axis))
        methods = {row.method for row in state.chart.results} - {None, LvefMethod.UNKNOWN}
        self._methods.setText(
            self.tr(
                "The scans were done in different ways, so the numbers may not compare: "
                "circle echo, square MUGA, diamond MRI."
            )
        )
        self._methods.setVisible(len(methods) > 1)
        self._limit.setText(
            self.tr(
                "Your hospital's own lower limit is not known here. You can add it in Settings."
            )
        )
        self._limit.setVisible(state.chart.limit is None)


class HeartView:
    """Builds the cards into a column and hands one state to all of them."""

    def __init__(self, column: QVBoxLayout) -> None:
        self.record = PrimaryButton(_tr("Record a scan result"), "plus")
        self.booked = SecondaryButton(_tr("The next scan is booked"), "plan")
        self._intro = WrappedLabel("", tone="text2")
        self.attention = AttentionHolder()
        self._latest = Tile(_tr("Latest scan"), "heart")
        self._change = Tile(_tr("Change from first"), "chart")
        self._next = Tile(_tr("Next scan"), "plan")
        self._anthracycline = Tile(_tr("Anthracycline so far"), "infusion")
        self._tiles = Tiles(self._latest, self._change, self._next, self._anthracycline)
        self.empty = EmptyState(
            "heart",
            _tr("No heart scan yet"),
            _tr("Your results will show here, with the lines that your team reads them against."),
            _tr("Record a scan result"),
        )
        self.chart_card = ChartCard()
        self._add_all(column)

    def _add_all(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.addWidget(Heading(_tr("Heart"), 1), 1)
        head.addWidget(self.record, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for widget in (self._intro, self.attention, self._tiles, self.empty, self.chart_card):
            column.addWidget(widget)
        place = column.indexOf(self.empty)
        column.insertWidget(place, self.booked, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: HeartState) -> None:
        """Show another state."""
        self._intro.setText(wording.intro(state))
        self.attention.show_attention(state.attention, state)
        self._show_tiles(state)
        self.booked.setVisible(_is_to_be_booked(state))
        self.empty.setVisible(not state.chart.results)
        self.record.setVisible(bool(state.chart.results))
        self.chart_card.setVisible(bool(state.chart.results))
        self.chart_card.show_state(state)

    def _show_tiles(self, state: HeartState) -> None:
        self._latest.show_text(_latest(state))
        self._change.show_text(_change(state))
        self._next.show_text(_next(state))
        self._anthracycline.show_text(_anthracycline(state))


def _is_to_be_booked(state: HeartState) -> bool:
    check = state.next_check
    near = check is not None and check.due <= state.today + _BOOKED_BEFORE
    return near and state.booked_for is None


def _latest(state: HeartState) -> TileText:
    row = state.latest
    if row is None or row.percent is None or row.method is None:
        return TileText("–", _tr("No result yet"))
    day = wording.day_month_year(row.on, state.today)
    return TileText(wording.percent(row.percent), f"{wording.method(row.method)}, {day}")


def _change(state: HeartState) -> TileText:
    first, latest = state.baseline, state.latest
    if first is None or first.percent is None:
        return TileText("–", _tr("There is no scan from before the first dose"))
    if latest is None or latest.change_points is None:
        return TileText("–", _tr("Shown after your next scan"))
    words = wording.start_words(state)
    if latest.method_changed:
        words = _tr("{words}. Done in another way, so it may not compare").format(words=words)
    return TileText(wording.points(latest.change_points), words)


def _next(state: HeartState) -> TileText:
    check = state.next_check
    if check is None:
        return TileText("–", _tr("None is due"))
    if state.booked_for is not None:
        return _booked(state.booked_for, check, state)
    if check.late:
        return TileText(_tr("Due now"), wording.late_words(check, state.today), late=True)
    shown = f"{check.due.day}{text.NBSP}{text.month_short(check.due.month)}"
    if check.due.year != state.today.year:
        shown = f"{shown}{text.NBSP}{check.due.year}"
    away = at_start(wording.away(check.due, state.today))
    return TileText(shown, f"{away}. {wording.why(check.why)}")


def _booked(moment: datetime, check: NextCheck, state: HeartState) -> TileText:
    due = wording.day_month_year(check.due, state.today)
    words = (
        _tr("Booked, at {time}. One was due {day}")
        if check.late
        else _tr("Booked, at {time}. One is due {day}")
    )
    day = f"{moment.day}{text.NBSP}{text.month_short(moment.month)}"
    return TileText(day, words.format(time=text.clock_time(moment), day=due))


def _anthracycline(state: HeartState) -> TileText:
    total = state.anthracycline
    if total.mg_m2 is not None:
        return TileText(f"{total.mg_m2.normalize():f}", _tr("mg/m² of doxorubicin"))
    if total.is_planned:
        return TileText("0", _tr("mg/m² of doxorubicin. Doses are still to come."))
    return TileText(_tr("None"), _tr("Not part of your plan"))
