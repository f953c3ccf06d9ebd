"""The cards beside the check-in: heart scan, what comes next, what was written today."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.entries import AppointmentEntry
from tracker.domain.regimen import DrugFacts
from tracker.ui import text, theme
from tracker.ui.today import wording
from tracker.ui.today.cycle_state import CycleStatus
from tracker.ui.today.entry_lines import LoggedLine
from tracker.ui.widgets.buttons import LinkButton, PlainIconButton, PrimaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import IconLabel, WrappedLabel
from tracker.ui.widgets.message_box import MessageBox


class HeartCard(MessageBox):
    """A heart scan that is due.

    Signals:
        record_requested: The result is there.
        booked_requested: It has a date.
    """

    record_requested = Signal()
    booked_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("reminder", "", "", "heart", parent)
        self._shown = ("", "")
        self.add_action(self.tr("Record result")).clicked.connect(self.record_requested)
        self._booked = self.add_action(self.tr("It's booked"))
        self._booked.clicked.connect(self.booked_requested)

    def show_reminder(self, title: str, words: str, *, booked: bool) -> None:
        """Show what is due; a booked one is not asked to be booked again."""
        if (title, words) != self._shown:
            self._shown = (title, words)
            self.show_text(title, words)
        self._booked.setVisible(not booked)


class ComingUpCard(Card):
    """The next treatment day, and appointments.

    Signals:
        change_requested: The date of the treatment has changed.
        given_requested: The treatment of today was given.
    """

    change_requested = Signal()
    given_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Coming up"), "plan")
        self._what = WrappedLabel(strong=True)
        self._when = WrappedLabel(tone="text2")
        self._drugs = WrappedLabel(style="small", tone="text2")
        self._appointments = WrappedLabel(style="small", tone="text2")
        self._change = LinkButton(self.tr("Date has changed"), "arrow-right")
        self._change.clicked.connect(self.change_requested)
        self._given = PrimaryButton(self.tr("Given today"), "check")
        self._given.clicked.connect(self.given_requested)
        self.shown_day: date | None = None
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._what, self._when, self._drugs, self._appointments):
            words.addWidget(label)
        self.column.addLayout(words)
        self.column.addWidget(self._given)
        self.column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)

    def show_next(
        self,
        status: CycleStatus,
        drugs: Mapping[str, DrugFacts],
        appointments: Sequence[AppointmentEntry],
        today: date,
    ) -> None:
        """Show what is planned, that of today first; hidden when nothing is."""
        visits = status.due_visits or status.next_visits
        self._show_visit(status, drugs, today)
        lines = [
            self.tr("{title}: {day}, {time}").format(
                title=each.title,
                day=text.short_day(each.starts_at.date()),
                time=text.clock_time(each.starts_at),
            )
            for each in appointments
        ]
        self._appointments.setText("\n".join(lines))
        self._appointments.setVisible(bool(lines))
        self.setVisible(bool(visits or lines))

    def _show_visit(self, status: CycleStatus, drugs: Mapping[str, DrugFacts], today: date) -> None:
        visits = status.due_visits or status.next_visits
        self.shown_day = visits[0].on if visits else None
        self._given.setVisible(bool(status.due_visits))
        for part in (self._what, self._when, self._drugs, self._change):
            part.setVisible(bool(visits))
        if not visits:
            return
        first = visits[0]
        what = self.tr("Cycle {cycle} of {of}, {phase}")
        self._what.setText(what.format(cycle=first.cycle, of=first.of, phase=first.phase))
        self._when.setText(f"{text.long_day(first.on)} · {text.distance(first.on, today)}")
        self._drugs.setText(wording.drugs_of(visits, drugs))
        self._change.setAccessibleName(
            self.tr("Cycle {cycle} date has changed").format(cycle=first.cycle)
        )
        self._given.setAccessibleName(
            self.tr("Given today: cycle {cycle}").format(cycle=first.cycle)
        )


class LoggedCard(Card):
    """What was written about the opened day; each line can be taken out.

    Signals:
        remove_requested: The id of an entry, as text.
        asked_about: Fill in what an entry leaves open; carries the entry.
    """

    remove_requested = Signal(str)
    asked_about = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._heading = self.add_title(self.tr("Logged today"), "check")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._counts = WrappedLabel(style="small", tone="text2")
        self.column.addLayout(self._rows)
        self.column.addWidget(self._counts)
        self._shown: dict[LoggedLine, _LoggedRow] = {}

    def show_lines(self, title: str, lines: Sequence[LoggedLine], counts: str) -> None:
        """Show a day; hidden while nothing was written."""
        self._heading.setText(title)
        self._counts.setText(counts)
        self._counts.setVisible(bool(counts))
        self.setVisible(bool(lines or counts))
        for gone in [line for line in self._shown if line not in lines]:
            row = self._shown.pop(gone)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(lines):
            if line not in self._shown:
                self._shown[line] = self._make_row(line)
                self._rows.insertWidget(place, self._shown[line])

    def _make_row(self, line: LoggedLine) -> "_LoggedRow":
        row = _LoggedRow(line, self)
        row.removed.connect(self.remove_requested)
        row.asked.connect(self.asked_about)
        return row


class _LoggedRow(QWidget):
    removed = Signal(str)
    asked = Signal(object)

    def __init__(self, line: LoggedLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._id: UUID = line.entry_id
        self._entry = line.entry
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().space(8))
        row.addWidget(IconLabel(line.icon, tone="text2", size=18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappedLabel(line.text))
        if line.detail:
            words.addWidget(WrappedLabel(line.detail, "small", tone="text2"))
        if line.asks:
            ask = LinkButton(line.asks, "question")
            ask.setAccessibleName(f"{line.spoken}: {line.asks}")
            ask.clicked.connect(self._ask)
            words.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        remove = PlainIconButton("close", self.tr("Remove {what}").format(what=line.spoken))
        remove.clicked.connect(self._remove)
        row.addWidget(remove)

    def _ask(self) -> None:
        self.asked.emit(self._entry)

    def _remove(self) -> None:
        self.removed.emit(str(self._id))
