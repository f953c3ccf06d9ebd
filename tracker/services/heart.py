"""The heart page: values, change, what is due, what the labels say."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tracker.domain.diary import PersonDiary
from tracker.domain.entries import AnyEntry, LabEntry, LvefEntry
from tracker.domain.heart_checks import HeartCheck, heart_checks, in_order, scans_of
from tracker.domain.heart_further_checks import further_checks
from tracker.domain.heart_ledger import Ledger
from tracker.domain.schedule import Plan
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.treatment_plan import TreatmentPlan

if TYPE_CHECKING:  # Today asks for the checks alone, and is read at every start
    from tracker.domain.counts import CountInCycle
    from tracker.domain.heart import HeartOverview

_ANSWERS_THAT_COUNT = timedelta(days=2)


class Heart:
    """Reads the LVEF ledger against plan and labels."""

    def __init__(self, desk: Desk, plan: TreatmentPlan) -> None:
        self._desk = desk
        self._plan = plan

    def checks(self, plans: tuple[Plan, ...] | None = None) -> tuple[HeartCheck, ...]:
        """Return the checks of the overview alone: what is due or late, by day, then drug.

        Args:
            plans: As they would be after a change; None: as they are.
        """
        desk, plans = self._desk, plans or self._plan.all()
        scans = self._ledger(plans)
        further = further_checks(desk.person(), plans, desk.library, scans, desk.today())
        return in_order(self._by_label(plans, scans), further)

    def checks_by_label(self, plans: tuple[Plan, ...]) -> tuple[HeartCheck, ...]:
        """Return the checks that a label names, as they are with these plans."""
        return self._by_label(plans, self._ledger(plans))

    def scans(self) -> tuple[LvefEntry, ...]:
        """Return all scans up to now, by day."""
        scans = self._scans(self._desk.now())
        return tuple(sorted((s for s in scans if isinstance(s, LvefEntry)), key=lambda s: s.day))

    def overview(self) -> "HeartOverview":
        """Return what is known of the heart now."""
        from tracker.domain.heart import heart_overview  # noqa: PLC0415 - the Heart page and paper

        desk = self._desk
        now = desk.now()
        plans = self._plan.all()
        scans = self._scans(now)
        answers = desk.storage.entries(
            desk.person_id,
            EntryQuery(
                kinds=("symptom",), written_after=now - _ANSWERS_THAT_COUNT, written_until=now
            ),
        )
        appointments = desk.storage.entries(desk.person_id, EntryQuery(kinds=("appointment",)))
        entries = tuple(sorted((*scans, *answers, *appointments), key=lambda entry: entry.at))
        diary = PersonDiary(desk.person(), tuple(plan.course for plan in plans), entries)
        return heart_overview(diary, plans, desk.library, now)

    def counts(self) -> "tuple[CountInCycle, ...]":
        """Return every lab value up to now by day, each with the cycle it was taken in."""
        from tracker.domain.counts import counts_in_cycles  # noqa: PLC0415 - as for the overview

        desk = self._desk
        query = EntryQuery(kinds=("lab",), written_until=desk.now())
        found = desk.storage.entries(desk.person_id, query)
        labs = (entry for entry in found if isinstance(entry, LabEntry))
        return counts_in_cycles(labs, self._plan.all())

    def _by_label(self, plans: tuple[Plan, ...], scans: Ledger) -> tuple[HeartCheck, ...]:
        known = self._desk.library
        monitoring, today = known.heart_rules.monitoring, self._desk.today()
        return heart_checks(plans, known.drugs, monitoring, scans, today)

    def _ledger(self, plans: tuple[Plan, ...]) -> Ledger:
        desk = self._desk
        diary = PersonDiary(desk.person(), (), self._scans(desk.now()))
        return scans_of(diary, plans, desk.library.drugs)

    def _scans(self, now: datetime) -> tuple[AnyEntry, ...]:
        desk = self._desk
        return desk.storage.entries(desk.person_id, EntryQuery(kinds=("lvef",), written_until=now))
