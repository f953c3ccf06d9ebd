"""What the labels of a drug say about LVEF values, for the tests of labels."""

from datetime import date, timedelta

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    heart_of,
    heart_profile,
    left_out,
    lvef,
)

LOW_ON = date(2026, 8, 3)
REGIMEN = {
    "trastuzumab": "h-year",
    "pertuzumab": "hp-year",
    "pertuzumab-trastuzumab-sc": "phesgo-year",
    "t-dm1": "t-dm1",
    "t-dxd": "t-dxd",
}


def says(
    drug: str, baseline: str, *values: tuple[str, int], label: str = "US", limit: str | None = "50"
) -> str:
    """What the person's own label says after values so many days from 3 August 2026 on.

    Every dose from the first value on was left out.
    """
    scans = [lvef(value, str(LOW_ON + timedelta(days))) for value, days in values]
    regimen = REGIMEN[drug]
    held = [left_out(drug, dose) for dose in range(6, 16)] if len(values) > 1 else []
    diary = a_diary(
        lvef(baseline, "2026-05-01"),
        *scans,
        courses=[a_course(regimen, events=held)],
        person=a_person(heart=heart_profile(label, limit)),
    )
    now = f"{LOW_ON + timedelta(values[-1][1])} 18:00" if values else "2026-05-20 18:00"
    (row,) = [row for row in heart_of(diary, now).labels if row.drug == drug and row.label == label]
    return row.says.value


def rows_of(*scans, regimen: str = "h-year", label: str = "US", events=(), now: str) -> list:
    diary = a_diary(
        *scans,
        courses=[a_course(regimen, events=events)],
        person=a_person(heart=heart_profile(label)),
    )
    return [(row.drug, row.label.value, row.says.value) for row in heart_of(diary, now).labels]
