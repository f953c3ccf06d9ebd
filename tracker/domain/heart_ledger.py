"""The heart scans of a person in order, the one before treatment, and how the latest differs."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from tracker.domain.entries import AnyEntry, LvefEntry, LvefMethod


class Ledger(NamedTuple):
    """All LVEF values by day.

    Attributes:
        scans: Sorted by day, then by the moment they were written.
        by_rule: The last one up to the day of the first HER2 dose; None without such a dose.
        chosen: The one that the person chose to count from; None leaves it to the rule.
    """

    scans: tuple[LvefEntry, ...]
    by_rule: LvefEntry | None
    chosen: LvefEntry | None = None

    @property
    def baseline(self) -> LvefEntry | None:
        """The scan that every later one is compared with."""
        return self.chosen or self.by_rule

    @property
    def latest(self) -> LvefEntry | None:
        """The last scan of all; None before the first."""
        return self.scans[-1] if self.scans else None

    @property
    def after_baseline(self) -> tuple[LvefEntry, ...]:
        """The scans later than the baseline; none without a baseline."""
        if self.baseline is None:
            return ()
        return self.scans[self.scans.index(self.baseline) + 1 :]

    @property
    def change_points(self) -> Decimal | None:
        """Latest minus baseline in absolute percentage points; None without both."""
        if self.baseline is None or self.latest is None:
            return None
        return self.latest.percent - self.baseline.percent

    @property
    def method_changed(self) -> bool:
        """Whether baseline and latest are known to be done in different ways."""
        if self.baseline is None or self.latest is None:
            return False
        methods = {self.baseline.method, self.latest.method}
        return len(methods) > 1 and LvefMethod.UNKNOWN not in methods

    def measured_since(self, day: date) -> bool:
        """Return whether there is a scan on that day or later."""
        return any(scan.day >= day for scan in self.scans)


def ledger(
    entries: Iterable[AnyEntry], first_her2_dose_on: date | None, chosen: UUID | None = None
) -> Ledger:
    """Return the ledger of the LVEF entries among `entries`.

    Args:
        entries: All of them, in any order.
        first_her2_dose_on: None without such a dose.
        chosen: The scan to count from; one that is not among the entries is nobody's choice.
    """
    scans = sorted(
        (entry for entry in entries if isinstance(entry, LvefEntry)),
        key=lambda scan: (scan.day, scan.at),
    )
    before = [
        scan for scan in scans if first_her2_dose_on is not None and scan.day <= first_her2_dose_on
    ]
    by_choice = next((scan for scan in scans if scan.id == chosen), None)
    return Ledger(tuple(scans), before[-1] if before else None, by_choice)
