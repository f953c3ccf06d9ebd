"""What each label says about the latest LVEF: the app repeats the label and decides nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.entries import LvefEntry
from tracker.domain.heart_ledger import Ledger
from tracker.domain.heart_rules import LabelRow, LabelSays, LabelTable, Reading
from tracker.domain.schedule import Visit, VisitStatus


@dataclass(frozen=True, slots=True)
class Verdict:
    """The row of a label that the latest value meets.

    Attributes:
        row: None without a baseline; with `cannot-tell` the row that hangs on an unknown limit.
        low_since: First low value, while doses are held because of it.
    """

    says: LabelSays
    row: LabelRow | None
    low_since: LvefEntry | None = None


def judge(
    table: LabelTable, scans: Ledger, limit: Decimal | None, doses: Iterable[Visit]
) -> Verdict:
    """Return what a label says about the latest value.

    Every value after the baseline is read in its order. After a low one that means hold, the next
    is read as a value during the hold only if doses were in fact held: one was left out, or none
    was given in between. What stays low until a label speaks of stopping is told whatever was
    noted of doses: few people note a dose that was not given. Weeks count from the first low value
    of an unbroken row of low ones.

    Args:
        table: The label's rows.
        scans: All LVEF values.
        limit: The hospital's own lower limit in percent; None when not known.
        doses: Those of the label's drugs, left-out ones included.
    """
    if scans.baseline is None:
        return Verdict(LabelSays.CANNOT_TELL, None)
    reader = _Reader(table, scans.baseline, limit, tuple(doses))
    for scan in scans.after_baseline:
        reader.read(scan)
    return reader.verdict


@dataclass(slots=True)
class _Hold:
    """A hold that is going on.

    Attributes:
        low: The first low value.
        row: The row of the latest low value.
        was_held: Whether doses were in fact held because of it.
    """

    low: LvefEntry
    row: LabelRow
    was_held: bool = False


class _Reader:
    """Reads one value after another the way a label does."""

    def __init__(
        self,
        table: LabelTable,
        baseline: LvefEntry,
        limit: Decimal | None,
        doses: tuple[Visit, ...],
    ) -> None:
        self._table = table
        self._baseline = baseline
        self._limit = limit
        self._doses = doses
        self._before = baseline
        self._hold: _Hold | None = None
        self._times_held = 0
        self.verdict = _first_row(table.rows, self._reading(baseline, None))

    def read(self, scan: LvefEntry) -> None:
        """Take the next value; `verdict` then says what the label says about it."""
        hold = self._hold
        if hold is not None and _held_between(self._doses, self._before.day, scan.day):
            self._times_held += not hold.was_held
            hold.was_held = True
            self.verdict = self._during(scan, hold)
            goes_on = self.verdict.says is not LabelSays.MAY_RESUME
        else:
            self.verdict = self._while_doses_went_on(scan)
            goes_on = False
        self._hold = self._next_hold(scan) or (hold if goes_on else None)
        self._before = scan

    def _during(self, scan: LvefEntry, hold: _Hold) -> Verdict:
        found = _first_row(hold.row.then, self._reading(scan, hold.low))
        return Verdict(found.says, found.row, hold.low)

    def _while_doses_went_on(self, scan: LvefEntry) -> Verdict:
        fresh = _first_row(self._table.rows, self._reading(scan, None))
        if self._hold is None or fresh.says is not LabelSays.HOLD:
            return fresh
        during = self._during(scan, self._hold)
        return during if during.says is LabelSays.ASK_ABOUT_STOPPING else fresh

    def _next_hold(self, scan: LvefEntry) -> _Hold | None:
        """Return the hold that a low value starts or renews; None for any other value."""
        fresh = _first_row(self._table.rows, self._reading(scan, None))
        if not fresh.row or not fresh.row.then:
            return None
        if self._hold is None:
            return _Hold(scan, fresh.row)
        return _Hold(self._hold.low, fresh.row, self._hold.was_held)

    def _reading(self, scan: LvefEntry, low: LvefEntry | None) -> Reading:
        return Reading(
            lvef=scan.percent,
            fall=self._baseline.percent - scan.percent,
            limit=self._limit,
            times_held=self._times_held,
            days_since_low=(scan.day - low.day).days if low else None,
            better=scan.percent > low.percent if low else None,
        )


def _first_row(rows: Sequence[LabelRow], reading: Reading) -> Verdict:
    # The last row of every table fits everything, which is checked when it is read.
    row = next(row for row in rows if row.fits(reading) is not False)
    return Verdict(row.says if row.fits(reading) else LabelSays.CANNOT_TELL, row)


def _held_between(doses: Iterable[Visit], low_on: date, scan_on: date) -> bool:
    """Return whether doses were held between two scans, those days themselves left aside."""
    between = [visit for visit in doses if low_on < visit.on < scan_on]
    return not between or any(visit.status is VisitStatus.OMITTED for visit in between)
