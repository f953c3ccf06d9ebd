"""What is usual on a day of the plan."""

from datetime import date, timedelta

from tracker.domain.entries import MedicineEntry
from tracker.domain.expected import Expected, ExpectedKnowledge, expected_on
from tracker.services.companion import Companion

_LOOK_BACK = timedelta(days=42)


def usual_on(companion: Companion, day: date) -> tuple[Expected, ...]:
    """Return what is usual on a day, by the plan and by the injections that were noted."""
    library = companion.library
    rules = library.expected
    noted = companion.diary.entries(since=day - _LOOK_BACK, until=day, kinds=("medicine",))
    injections = [
        entry.day
        for entry in noted
        if isinstance(entry, MedicineEntry) and rules.growth_factors.are_meant_by(entry.name)
    ]
    known = ExpectedKnowledge(rules, library.drugs, library.drug_profiles)
    return expected_on(day, companion.plan.all(), known, injections)
