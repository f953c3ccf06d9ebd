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
        row: None when the label cannot be applied.
        low_since: First low value, while doses are held because of it.
    """

    says: LabelSays
    row: LabelRow | None
    low_since: LvefEntry | None = None


@dataclass(slots=True)
class _Hold:
    """A hold that is going on: the first low value, and the row that started it."""

    low: LvefEntry
    row: LabelRow


def judge(
    table: LabelTable, scans: Ledger, limit: Decimal | None, doses: Iterable[Visit]
) -> Verdict:
    """Return what a label says about the latest value.

    Every value after the baseline is read in its order. After a low one that means hold, the next
    is read as a value during the hold only if doses were in fact held: one was left out, or none
    was given in between. Weeks count from the first low value of an unbroken row of low ones.

    Args:
        table: The label's rows.
        scans: All LVEF values.
        limit: The hospital's own lower limit in percent; None when not known.
        doses: Those of the label's drugs, left-out ones included.
    """
    baseline = scans.baseline
    if baseline is None:
        return Verdict(LabelSays.CANNOT_TELL, None)
    of_drugs = sorted(doses, key=lambda visit: visit.on)
    hold: _Hold | None = None
    verdict = _first_row(table.rows, _reading(baseline, baseline, limit, None))
    before = baseline
    for scan in scans.after_baseline:
        held = hold is not None and _held_between(of_drugs, before.day, scan.day)
        fresh = _first_row(table.rows, _reading(scan, baseline, limit, None))
        verdict = fresh
        if hold is not None and held:
            verdict = _first_row(hold.row.then, _reading(scan, baseline, limit, hold.low))
            verdict = Verdict(verdict.says, verdict.row, hold.low)
        hold = _next_hold(hold, scan, fresh, verdict)
        before = scan
    return verdict


def _next_hold(
    hold: _Hold | None, scan: LvefEntry, fresh: Verdict, verdict: Verdict
) -> _Hold | None:
    """Return the hold that goes on after a value: a low one starts or renews it."""
    if fresh.says is LabelSays.HOLD and fresh.row is not None:
        return _Hold(hold.low if hold else scan, fresh.row)
    if verdict.low_since is not None and verdict.says is not LabelSays.MAY_RESUME:
        return hold
    return None


def _first_row(rows: Sequence[LabelRow], reading: Reading) -> Verdict:
    for row in rows:
        fits = row.fits(reading)
        if fits is None:
            return Verdict(LabelSays.CANNOT_TELL, row)
        if fits:
            return Verdict(row.says, row)
    return Verdict(LabelSays.CANNOT_TELL, None)


def _reading(
    scan: LvefEntry, baseline: LvefEntry, limit: Decimal | None, low: LvefEntry | None
) -> Reading:
    return Reading(
        lvef=scan.percent,
        fall=baseline.percent - scan.percent,
        limit=limit,
        days_since_low=(scan.day - low.day).days if low else None,
        better=scan.percent > low.percent if low else None,
    )


def _held_between(doses: Iterable[Visit], low_on: date, scan_on: date) -> bool:
    """Return whether doses were held between two scans, those days themselves left aside."""
    between = [visit for visit in doses if low_on < visit.on < scan_on]
    return not between or any(visit.status is VisitStatus.OMITTED for visit in between)
