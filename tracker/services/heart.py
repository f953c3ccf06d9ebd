"""The heart page: values, change, what is due, what the labels say."""

from datetime import timedelta

from tracker.domain.counts import CountInCycle, counts_in_cycles
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import LabEntry
from tracker.domain.heart import HeartOverview, heart_overview
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.treatment_plan import TreatmentPlan

_ANSWERS_THAT_COUNT = timedelta(days=2)


class Heart:
    """Reads the LVEF ledger against plan and labels."""

    def __init__(self, desk: Desk, plan: TreatmentPlan) -> None:
        self._desk = desk
        self._plan = plan

    def overview(self) -> HeartOverview:
        """Return what is known of the heart now."""
        desk = self._desk
        now = desk.now()
        plans = self._plan.all()
        scans = desk.storage.entries(desk.person_id, EntryQuery(kinds=("lvef",), written_until=now))
        answers = desk.storage.entries(
            desk.person_id,
            EntryQuery(
                kinds=("symptom",), written_after=now - _ANSWERS_THAT_COUNT, written_until=now
            ),
        )
        entries = tuple(sorted((*scans, *answers), key=lambda entry: entry.at))
        diary = PersonDiary(desk.person(), tuple(plan.course for plan in plans), entries)
        return heart_overview(diary, plans, desk.library, now)

    def counts(self) -> tuple[CountInCycle, ...]:
        """Return every lab value up to now by day, each with the cycle it was taken in."""
        desk = self._desk
        query = EntryQuery(kinds=("lab",), written_until=desk.now())
        found = desk.storage.entries(desk.person_id, query)
        labs = (entry for entry in found if isinstance(entry, LabEntry))
        return counts_in_cycles(labs, self._plan.all())
