"""Results and checks to come as lines: of the table, and of the chart. No Qt, no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.entries import LvefEntry, LvefMethod
from tracker.domain.heart import HeartOverview
from tracker.domain.heart_rules import CheckWhy
from tracker.domain.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCheck:
    """The first check that is due, for all drugs of that day together."""

    due: date
    why: CheckWhy
    drugs: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One result, or one check to come, as a line of the table.

    Attributes:
        entry_id: None for a check to come.
        is_baseline: Counted from, by the rule or because it was chosen.
        change_points: Against the scan counted from; None without one, and for itself.
        method_changed: Known to be done in another way than that one.
        why: For a check to come.
    """

    entry_id: UUID | None
    on: date
    percent: Decimal | None
    method: LvefMethod | None
    is_baseline: bool
    change_points: Decimal | None
    method_changed: bool
    by: str | None
    note: str | None = None
    why: CheckWhy | None = None
    late: bool = False


def next_checks(overview: HeartOverview) -> tuple[NextCheck, ...]:
    """Return the checks to come, one for each day."""
    by_day: dict[date, list[str]] = {}
    first = {check.due: check for check in reversed(overview.all_checks)}
    for check in overview.all_checks:
        by_day.setdefault(check.due, []).append(check.drug)
    return tuple(
        NextCheck(due=due, why=first[due].why, drugs=tuple(drugs), late=first[due].overdue)
        for due, drugs in sorted(by_day.items())
    )


def row_of(scan: LvefEntry | None, rows: Iterable[ScanRow]) -> ScanRow | None:
    """Return the line of a scan; None where there is none."""
    return next((row for row in rows if scan is not None and row.entry_id == scan.id), None)


def result_row(scan: LvefEntry, overview: HeartOverview, person: Person) -> ScanRow:
    """Return the line of a result, compared with the scan that is counted from."""
    baseline = overview.baseline
    is_baseline = baseline is not None and scan.id == baseline.id
    later = baseline is not None and (scan.day, scan.at) > (baseline.day, baseline.at)
    known = LvefMethod.UNKNOWN not in (scan.method, baseline.method if baseline else None)
    return ScanRow(
        entry_id=scan.id,
        on=scan.day,
        percent=scan.percent,
        method=scan.method,
        is_baseline=is_baseline,
        change_points=scan.percent - baseline.percent if baseline and later else None,
        method_changed=later and known and baseline is not None and scan.method != baseline.method,
        by=person.name if scan.by == "self" else scan.by,
        note=scan.note,
    )


def row_to_come(check: NextCheck) -> ScanRow:
    """Return the line of a check to come."""
    return ScanRow(
        entry_id=None,
        on=check.due,
        percent=None,
        method=None,
        is_baseline=False,
        change_points=None,
        method_changed=False,
        by=None,
        why=check.why,
        late=check.late,
    )
