"""The Heart page: connects results, chart and cards with the diary."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tracker.domain.heart_checks import HEART_SCAN
from tracker.errors import TrackerError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui.draft_places import BOOKED, LETTER, SCAN
from tracker.ui.error_messages import error_text
from tracker.ui.heart import wording
from tracker.ui.heart.anthracycline_state import LetterDose, letter_doses, store_letter_dose
from tracker.ui.heart.scan_rows import ScanRow
from tracker.ui.heart.state import HeartState, heart_state
from tracker.ui.heart.view import HeartView
from tracker.ui.notifier import Notifier
from tracker.ui.page import PageAction
from tracker.ui.two_steps import TwoStepPage

if TYPE_CHECKING:
    from tracker.ui.heart.lower import LowerCards
    from tracker.ui.heart.record_dialog import TypedScan
    from tracker.ui.heart.sheet_card import SheetCard
    from tracker.ui.heart.sheet_tools import SheetTools
    from tracker.ui.keeping import KeptDialog


class HeartPage(TwoStepPage):
    """Heart scans of one person."""

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        sheet: "SheetTools | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Heart", parent)
        self._companion, self._notifier = companion, notifier
        self._state: HeartState | None = None
        self._can_undo = False
        self._lower: LowerCards | None = None
        self._sheet_tools = sheet
        self.sheet: SheetCard | None = None
        self.view = HeartView(self.column)
        self.view.record.clicked.connect(self.record_scan)
        self.view.booked.clicked.connect(self.note_booking)
        self.view.empty.acted.connect(self.record_scan)
        self.view.attention.settings_asked.connect(self._go_to_settings)

    @property
    def cards(self) -> "LowerCards":
        """The cards below the first screen; they are made when they are first wanted."""
        if self._lower is None:
            self._lower = self._make_lower()
        return self._lower

    def _make_lower(self) -> "LowerCards":
        from tracker.ui.heart.counts_desk import CountsDesk  # noqa: PLC0415 - after the first paint
        from tracker.ui.heart.lower import LowerCards  # noqa: PLC0415
        from tracker.ui.heart.sheet_card import SheetCard  # noqa: PLC0415

        lower = LowerCards(self._companion, self.column)
        lower.risk.asked.connect(self._go_to_settings)
        lower.scans.removal_asked.connect(self._remove)
        lower.scans.start_chosen.connect(self._count_from)
        lower.signs.answer_asked.connect(self._go_to_today)
        lower.total.letter_asked.connect(self.type_letter)
        self._counts = CountsDesk(
            self._companion, lower.counts, tell=self._tell_entry, say=self.say, window=self
        )
        if self._sheet_tools is not None:
            self.sheet = SheetCard(self._sheet_tools)
            self.sheet.saved.connect(self.say_saved)
            self.column.addWidget(self.sheet)
        return lower

    def refresh(self, changes: object | None = None) -> None:
        if isinstance(changes, Changes) and not _concerns_heart(changes):
            return
        self._state = heart_state(self._companion)
        self.view.show_state(self._state)
        if self._lower is None:
            self.show_lower_soon()
        else:
            self.show_lower()

    def show_lower(self) -> None:
        if self._state is None:
            return
        self.cards.show_state(self._state)
        self._counts.refresh()
        if self.sheet is not None:
            self.sheet.show_day(self._state.today)

    def perform(self, action: PageAction) -> bool:
        if action is PageAction.SAVE and self._sheet_tools is not None:
            self.show_lower()
            if self.sheet is not None:
                self.sheet.save()
            return True
        if action is not PageAction.UNDO or not self._can_undo:
            return False
        self._take_back()
        return True

    def record_scan(self) -> None:
        """Ask for a result and store it."""
        from tracker.ui.heart.record_dialog import RecordScanDialog  # noqa: PLC0415 - when asked

        today = self._companion.clock().date()
        self._ask(SCAN, RecordScanDialog(today, self._store, self))

    def note_booking(self) -> None:
        """Ask when the scan is booked and store it; the day on which one is due stays."""
        from tracker.ui.today.storing_dialogs import BookedDialog  # noqa: PLC0415 - when asked

        self._ask(BOOKED, BookedDialog(self._companion.clock(), self._store_booking, self))

    def _store_booking(self, moment: datetime) -> None:
        saved = self._companion.diary.appointment(HEART_SCAN, moment)
        self._tell_entry(saved.changes, self.tr("Noted: the heart scan is booked"))

    def put_back(self, begun: HalfTyped) -> None:
        self.type_letter(begun)

    def type_letter(self, begun: HalfTyped | None = None) -> None:
        """Ask what a letter says of an anthracycline dose and store it."""
        from tracker.ui.heart.letter_dialog import LetterDialog  # noqa: PLC0415 - when asked

        dialog = LetterDialog(letter_doses(self._companion), self._store_letter, self)
        self._ask(LETTER, dialog, begun)

    def _ask(self, name: str, dialog: "KeptDialog", begun: HalfTyped | None = None) -> None:
        from tracker.ui.keeping import DraftPlace, run_kept  # noqa: PLC0415 - when asked

        today = self._companion.clock().date()
        run_kept(dialog, DraftPlace(self._companion.drafts, name, lambda: today, begun))

    def _store_letter(self, dose: LetterDose, typed: str) -> None:
        changes = store_letter_dose(self._companion, dose, typed)
        words = self.tr("Saved: {drug} {amount} mg/m²").format(drug=dose.name, amount=typed.strip())
        self._tell(changes, words)

    def _store(self, scan: "TypedScan") -> None:
        saved = self._companion.diary.lvef(scan.percent, scan.method, day=scan.day, note=scan.note)
        value = f"{scan.percent.strip().removesuffix('%')}%"
        self._tell_entry(saved.changes, self.tr("Saved: heart scan {value}").format(value=value))

    def _remove(self, row: ScanRow) -> None:
        entry_id, percent = row.entry_id, row.percent
        if entry_id is None or percent is None:
            return
        changes = self._tried(lambda: self._companion.diary.remove(entry_id))
        if changes is not None:
            words = self.tr("Removed: heart scan {value}")
            self._tell_entry(changes, words.format(value=wording.percent(percent)))

    def _count_from(self, row: ScanRow | None) -> None:
        profile = self._companion.profile
        changes = self._tried(lambda: profile.count_from(row.entry_id if row else None))
        if changes is None:
            return
        said = self.tr("Changes are counted by the rule again")
        if row is not None and row.percent is not None:
            value = wording.percent(row.percent)
            said = self.tr("Changes are counted from {value}").format(value=value)
        self._tell(changes, said)

    def _tell_entry(self, changes: Changes, said: str) -> None:
        self._tell(changes, said)
        self.urgent_changed.emit()

    def _tell(self, changes: Changes, said: str) -> None:
        self._can_undo = True
        self._notifier.tell(changes)
        self.say(said, self._take_back)

    def _take_back(self) -> None:
        self._can_undo = False
        changes = self._tried(self._companion.undo_last)
        if changes is not None:
            self._notifier.tell(changes)
            self.urgent_changed.emit()
            self.say(self.tr("Taken back"))

    def _tried(self, action: Callable[[], Changes | None]) -> Changes | None:
        """Do what may be refused; a refusal is said and leaves None."""
        try:
            return action()
        except TrackerError as error:
            self.say(error_text(error).text)
            return None

    def _go_to_today(self) -> None:
        self.page_requested.emit("today")

    def _go_to_settings(self) -> None:
        self.page_requested.emit("settings")


def _concerns_heart(changes: Changes) -> bool:
    """Return whether the page may look different; symptoms count, as they qualify a number."""
    return (
        changes.heart
        or changes.plan
        or changes.profile
        or changes.symptoms
        or changes.measurements
        or changes.notes
    )


def build_page(
    companion: Companion, notifier: Notifier, sheet: "SheetTools | None" = None
) -> HeartPage:
    """Return the page; it reads the diary when it is first shown. No tools: no heart sheet."""
    return HeartPage(companion, notifier, sheet)
