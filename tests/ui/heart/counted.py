"""Blood counts for the tests of the Heart page, and a diary that holds them."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from tests.builders import PERSON_ID
from tests.fakes import MemoryStorage
from tests.ui.heart_and_plan import START, TODAY, Life, a_life, moment
from tracker.domain.entries import LabEntry
from tracker.services.ports import Write


def a_count(value: str, on: date, test: str = "neutrophils", **changes) -> LabEntry:
    given = {"unit": "10^9/L", "low": "1.8", "high": "7.5", "comparator": None, **changes}
    ends = {end: given[end] and Decimal(given[end]) for end in ("low", "high")}
    return LabEntry(
        id=uuid4(),
        day=on,
        at=moment(on),
        zone="Europe/Madrid",
        by="self",
        test=test,
        value=Decimal(value),
        unit=given["unit"],
        comparator=given["comparator"],
        **ends,
    )


def day_of_cycle(cycle: int, day: int) -> date:
    return START + timedelta(days=21 * (cycle - 1) + day - 1)


def with_counts(*counts: LabEntry, **changes) -> Life:
    storage = MemoryStorage()
    life = a_life(storage=storage, **changes)
    storage.apply(Write(at=moment(TODAY), entries=tuple((PERSON_ID, each) for each in counts)))
    return life
