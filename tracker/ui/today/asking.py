"""Opens the dialogs of the Today page and stores what was answered in them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.heart_checks import HEART_SCAN
from tracker.domain.measurements import WeightUnit
from tracker.domain.symptoms import OWN_PREFIX
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui.draft_places import (
    BOOKED,
    COUNT,
    MEDICINE,
    OWN_SYMPTOM,
    PAGE,
    PRESSURE,
    SCAN,
    WEIGHT,
    kind_of,
)
from tracker.ui.keeping import DraftPlace, KeptDialog, run_kept
from tracker.ui.today.dialogs import OwnSymptomDialog, SkipDialog
from tracker.ui.today.saver import Saver, Stored
from tracker.ui.today.storing_dialogs import (
    BookedDialog,
    MedicineDialog,
    PressureDialog,
)

if TYPE_CHECKING:
    from tracker.domain.entries import WeightEntry
    from tracker.domain.measurements import Weight
    from tracker.ui.heart.count_dialog import TypedCount
    from tracker.ui.heart.record_dialog import TypedScan


class Asking(QObject):
    """Each question stores before its dialog closes, so that refused text is never lost.

    Signals:
        closed: A dialog that keeps drafts has closed.
    """

    closed = Signal()

    def __init__(self, page: QWidget, companion: Companion, saver: Saver) -> None:
        super().__init__(page)
        self._page, self._companion, self._saver = page, companion, saver
        self._day = companion.clock().date()
        self._begun: dict[str, Callable[[HalfTyped], None]] = {
            WEIGHT: self.ask_weight,
            PRESSURE: self.ask_pressure,
            MEDICINE: self.ask_medicine,
            SCAN: self.ask_scan,
            COUNT: self.ask_count,
            BOOKED: self.ask_booked,
            PAGE: self._put_page_back,
        }

    def set_day(self, day: date) -> None:
        """Say which day is open."""
        self._day = day

    def own_symptom(self, begun: HalfTyped | None = None) -> str | None:
        """Return the id of a symptom the person named; None when she did not."""
        name = OwnSymptomDialog.ask(self._place(OWN_SYMPTOM, begun), self._page)
        self.closed.emit()
        return None if name is None else f"{OWN_PREFIX}{name}"

    def to_skip(self, symptoms: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the symptoms she would rather not answer."""
        return SkipDialog.ask(symptoms, self._page)

    def ask_plan(self) -> None:
        """Ask for a treatment where the diary has none."""
        from tracker.ui.setup.starting import ask_for_plan  # noqa: PLC0415 - when asked

        ask_for_plan(self._companion, self._saver.tell, self._page)

    def ask_scan(self, begun: HalfTyped | None = None) -> None:
        """Ask for the result of a heart scan; `begun` is what was typed before."""
        from tracker.ui.heart.record_dialog import RecordScanDialog  # noqa: PLC0415 - when asked

        today = self._companion.clock().date()
        self._run(SCAN, RecordScanDialog(today, self._store_scan, self._page), begun)

    def ask_booked(self, begun: HalfTyped | None = None) -> None:
        """Ask when the heart scan is booked; `begun` is what was typed before."""
        dialog = BookedDialog(self._companion.clock(), self._store_booking, self._page)
        self._run(BOOKED, dialog, begun)

    def ask_weight(self, begun: HalfTyped | None = None) -> None:
        """Ask for a weight; `begun` is what was typed before."""
        from tracker.ui.today.weight_dialog import WeightDialog  # noqa: PLC0415 - when asked

        unit = self._companion.person().care.units.weight
        dialog = WeightDialog(unit, self._store_weight, self._far_weight, self._page)
        self._run(WEIGHT, dialog, begun)

    def ask_pressure(self, begun: HalfTyped | None = None) -> None:
        """Ask for a blood pressure; `begun` is what was typed before."""
        self._run(PRESSURE, PressureDialog(self._store_pressure, self._page), begun)

    def ask_medicine(self, begun: HalfTyped | None = None) -> None:
        """Ask for a medicine that was taken; `begun` is what was typed before."""
        rows = self._companion.diary.checkin(self._day)
        names = [(row.symptom.id, row.symptom.name) for row in rows]
        self._run(MEDICINE, MedicineDialog(names, self._store_medicine, self._page), begun)

    def ask_count(self, begun: HalfTyped | None = None) -> None:
        """Ask for a blood count from the slip, with the slip's own range."""
        from tracker.ui.heart.count_dialog import CountDialog  # noqa: PLC0415 - when asked

        units = {value.entry.test: value.entry.unit for value in self._companion.heart.counts()}
        today, labs = self._companion.clock().date(), self._companion.library.labs
        self._run(COUNT, CountDialog(today, labs, units, self._store_count, self._page), begun)

    def also_puts_back(self, place: str, ask: Callable[[HalfTyped], None]) -> None:
        """Let somebody else open the dialog of a place."""
        self._begun[place] = ask

    def put_back(self, begun: HalfTyped) -> None:
        """Open the dialog in which something was begun, as it stood."""
        asking = self._begun.get(kind_of(begun.place))
        if asking is not None:
            asking(begun)

    def _put_page_back(self, begun: HalfTyped) -> None:
        from tracker.ui.history.page_dialog import PageDialog  # noqa: PLC0415 - when one was begun

        saved = PageDialog.ask(self._companion, begun.day, self._page)
        if saved is not None:
            self._saver.tell(saved.changes)

    def _run(self, place: str, dialog: KeptDialog, begun: HalfTyped | None) -> None:
        run_kept(dialog, self._place(place, begun))
        self.closed.emit()

    def _place(self, name: str, begun: HalfTyped | None) -> DraftPlace:
        return DraftPlace(self._companion.drafts, name, lambda: self._day, begun)

    def _store_scan(self, scan: "TypedScan") -> None:
        diary = self._companion.diary
        self._saver.store(
            lambda: diary.lvef(scan.percent, scan.method, day=scan.day, note=scan.note),
            self._scan_words,
        )

    def _store_booking(self, moment: datetime) -> None:
        diary = self._companion.diary
        self._saver.store(lambda: diary.appointment(HEART_SCAN, moment), self._booking_words)

    def _store_weight(self, typed: str, unit: WeightUnit) -> None:
        diary, day = self._companion.diary, self._day
        self._saver.store(lambda: diary.weight(typed, unit, day=day), self._plain_words)

    def _far_weight(self, weight: "Weight") -> "WeightEntry | None":
        return self._companion.diary.weight_far_from(weight, self._day)

    def _store_pressure(self, high: str, low: str, pulse: str) -> None:
        diary, day = self._companion.diary, self._day
        self._saver.store(
            lambda: diary.pressure_and_pulse(high, low, pulse, day=day), self._plain_words
        )

    def _store_count(self, typed: "TypedCount") -> None:
        diary = self._companion.diary
        self._saver.store(
            lambda: diary.lab(
                typed.test,
                typed.value,
                typed.unit,
                low=typed.low,
                high=typed.high,
                comparator=typed.comparator,
                day=typed.day,
            ),
            self._plain_words,
        )

    def _store_medicine(self, name: str, amount: str, symptom: str | None) -> None:
        diary, day = self._companion.diary, self._day
        self._saver.store(
            lambda: diary.medicine(name, amount=amount or None, for_symptom=symptom, day=day),
            self._plain_words,
        )

    def _scan_words(self, stored: Stored) -> str:
        del stored
        return self.tr("Heart scan saved")

    def _booking_words(self, stored: Stored) -> str:
        del stored
        return self.tr("Noted: the heart scan is booked")

    def _plain_words(self, stored: Stored) -> str:
        del stored
        return self.tr("Saved")
