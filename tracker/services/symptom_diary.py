"""The diary as one person writes and reads it: answers, measurements, words, and taking back."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from tracker.domain.checkin import CheckInRow, rows_for
from tracker.domain.entries import AnyEntry
from tracker.domain.schedule import Plan
from tracker.domain.treatment import drugs_in_use, infusions
from tracker.services.answers import Answers
from tracker.services.changes import Changes
from tracker.services.desk import Desk
from tracker.services.history import spans_of
from tracker.services.measuring import Measuring
from tracker.services.page_entry import PageEntry
from tracker.services.ports import EntryQuery
from tracker.services.recording import Recorder
from tracker.services.treatment_plan import TreatmentPlan
from tracker.services.writing import Writing


def _cycle_day(plans: tuple[Plan, ...], day: date) -> int | None:
    """Return the day of the cycle that runs on `day`, however late it ends; None outside."""
    for span in spans_of(plans):
        if span.starts_on <= day <= span.ends_on:
            return span.cycle_day(day)
    return None


class SymptomDiary(Answers, Measuring, Writing, PageEntry):
    """Everything that can be written down about a day; each call is stored when it returns."""

    def __init__(self, desk: Desk, plan: TreatmentPlan) -> None:
        self._desk = desk
        self._plan = plan
        self._recorder = Recorder(desk)

    def entry(self, entry_id: UUID) -> AnyEntry:
        """Return one entry.

        Raises:
            NotUnderstoodError: There is no such entry, or it was removed.
        """
        return self._recorder.find(entry_id)

    def remove(self, entry_id: UUID) -> Changes:
        """Take one entry out of the diary; undo puts it back.

        Raises:
            NotUnderstoodError: There is no such entry.
        """
        return self._recorder.replace(added=(), removed=(self._recorder.find(entry_id),))

    def undo_last(self) -> Changes | None:
        """Take back the last thing stored in this session; None when there is none left."""
        return self._desk.undo_last()

    def checkin(self, day: date) -> tuple[CheckInRow, ...]:
        """Return the symptoms to ask about on `day`, those that its drugs make likely first."""
        library = self._desk.library
        plans = self._plan.all()
        in_use = drugs_in_use(plans, day)
        had = in_use | {visit.drug for visit in infusions(plans, day)}
        return rows_for(
            in_use,
            library.drug_profiles,
            library.symptoms,
            watch_heart=any(library.drugs[drug].her2 for drug in in_use)
            or any(library.drugs[drug].anthracycline for drug in had),
            cycle_day=_cycle_day(plans, day),
        )

    def entries(
        self,
        since: date | None = None,
        until: date | None = None,
        kinds: Collection[str] | None = None,
    ) -> tuple[AnyEntry, ...]:
        """Return the entries about these days, both included, by moment."""
        query = EntryQuery(since=since, until=until, kinds=kinds, written_until=self._desk.now())
        return self._desk.storage.entries(self._desk.person_id, query)

    def symptoms_answered(self, since: date, until: date) -> tuple[str, ...]:
        """Return what was answered about these days, both included, in the order of first use."""
        desk = self._desk
        given = desk.storage.symptom_days(desk.person_id, written_until=desk.now(), since=since)
        return tuple(symptom for symptom, days in given.items() if min(days) <= until)

    def days_of_two_writers(self) -> frozenset[date]:
        """Return the days on which two people gave a number to the same symptom."""
        desk = self._desk
        return desk.storage.days_of_two_writers(desk.person_id, written_until=desk.now())

    def days_logged(self, since: date, until: date) -> frozenset[date]:
        """Return the days between the two, both included, that hold any entry."""
        return self._desk.storage.days_with_entries(
            self._desk.person_id, since=since, until=until, written_until=self._desk.now()
        )
