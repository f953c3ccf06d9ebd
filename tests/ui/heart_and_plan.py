"""People whose plan and heart the tests of both pages look at."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import uuid4

from tests.builders import PERSON_ID, SUMMER, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.entries import LvefEntry, LvefMethod
from tracker.domain.people import HeartProfile, Radiotherapy, Surgery
from tracker.domain.regimen import Setting
from tracker.services.companion import Companion
from tracker.services.ports import Storage, Write

SURGERY = date(2026, 1, 12)
START = date(2026, 2, 17)
TODAY = date(2026, 5, 27)


@dataclass
class Life:
    """A person's services with a clock that a test turns."""

    companion: Companion
    clock: Clock

    def on(self, day: date) -> Companion:
        self.clock.now = moment(day)
        return self.companion


def moment(day: date) -> datetime:
    return datetime.combine(day, time(9, 40), SUMMER)


def a_scan(percent: str, on: date, method: str = "echo") -> LvefEntry:
    return LvefEntry(
        id=uuid4(),
        day=on,
        at=moment(on),
        zone="Europe/Madrid",
        by="self",
        percent=Decimal(percent),
        method=LvefMethod(method),
    )


def a_life(*scans: LvefEntry, regimen: str | None = "tch", **changes: Any) -> Life:
    """Return a person on her fifth cycle of TCH after surgery, hospital's limit 50."""
    asked = {
        "start": START,
        "surgery": SURGERY,
        "today": TODAY,
        "setting": Setting.ADJUVANT,
        "resumes": None,
        "limit": "50",
        "radiotherapy": None,
        "storage": None,
        **changes,
    }
    storage: Storage = asked["storage"] or MemoryStorage()
    limit = None if asked["limit"] is None else Decimal(asked["limit"])
    person = a_person(
        surgeries=(Surgery(asked["surgery"]),) if asked["surgery"] else (),
        heart=HeartProfile(lvef_lower_limit=limit),
        radiotherapy=asked["radiotherapy"],
    )
    course = a_course(
        regimen or "",
        setting=asked["setting"],
        starts_on=asked["start"],
        resumes_on=asked["resumes"],
        recorded_at=moment(asked["start"]),
    )
    storage.apply(
        Write(
            at=moment(asked["start"]),
            people=(person,),
            courses=(course,) if regimen else (),
            entries=tuple((PERSON_ID, scan) for scan in scans),
        )
    )
    clock = Clock(moment(asked["today"]))
    return Life(Companion(storage, library(), clock, PERSON_ID), clock)


def in_radiotherapy() -> Radiotherapy:
    return Radiotherapy(date(2026, 7, 6), date(2026, 7, 24))
