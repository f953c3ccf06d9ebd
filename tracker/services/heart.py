"""The heart page: values, change, what is due, what the labels say."""

from tracker.domain.diary import PersonDiary
from tracker.domain.heart import HeartOverview, heart_overview
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery
from tracker.services.treatment_plan import TreatmentPlan

_KINDS_THAT_COUNT = ("lvef", "lab", "blood-pressure")


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
        entries = desk.storage.entries(
            desk.person_id, EntryQuery(kinds=_KINDS_THAT_COUNT, written_until=now)
        )
        diary = PersonDiary(desk.person(), tuple(plan.course for plan in plans), entries)
        return heart_overview(diary, plans, desk.library, now)
