"""All dates of the plan on paper, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from tracker.domain.around_surgery import said_past_surgery
from tracker.domain.entries import AppointmentEntry
from tracker.domain.people import Person
from tracker.domain.schedule import VisitStatus
from tracker.domain.spoken_dates import month_in_words
from tracker.errors import NotUnderstoodError
from tracker.report.clinic_report import paper_for
from tracker.report.sheets import TypesetSheet
from tracker.report.wording import named_moment, short_day
from tracker.services.companion import Companion
from tracker.services.planning import surgery_for

Row = tuple[str, str, str, str]
"""Day, what, medicines, state."""

DATES_MAY_CHANGE = "Dates as planned on the day of printing. Your team's dates count."


@dataclass(frozen=True, slots=True)
class MonthOfDates:
    """One table."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet(TypesetSheet):
    """Everything that is printed; words only, nothing in it is markup.

    Attributes:
        sample: The mark of an invented person; None on a real diary.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    template: ClassVar[str] = "plan.typ"
    title: str
    person: str
    regimens: str
    note: str
    paper: str
    months: tuple[MonthOfDates, ...]
    printed: str
    sample: str | None
    made_at: int


def plan_sheet(companion: Companion) -> PlanSheet:
    """Return the dates of all courses, month by month.

    Raises:
        NotUnderstoodError: There is no date to print.
    """
    dated = sorted(dated_rows(companion))
    if not dated:
        raise nothing_to_print()
    person, now = companion.person(), companion.clock()
    return PlanSheet(
        title="My treatment plan",
        person=person.name,
        regimens=regimen_names(companion),
        note=" ".join((DATES_MAY_CHANGE, *_past_surgery(companion))),
        paper=paper_for(person.care.country).value,
        months=tuple(
            MonthOfDates(month_in_words(rows[0][0]), tuple(row for _, row in rows))
            for rows in (list(each) for _, each in groupby(dated, key=lambda d: _month(d[0])))
        ),
        printed=f"Printed {named_moment(now)}",
        sample=sample_mark(person),
        made_at=int(now.timestamp()),
    )


def regimen_names(companion: Companion) -> str:
    """Return the treatments by start, each once."""
    names = (plan.course.regimen.name for plan in companion.plan.all())
    return "; ".join(dict.fromkeys(names))


def _past_surgery(companion: Companion) -> Iterator[str]:
    person = companion.person()
    for plan in companion.plan.all():
        said = said_past_surgery(plan, surgery_for(person, plan.course))
        if said is not None:
            yield said


def nothing_to_print() -> NotUnderstoodError:
    """Return the refusal of a sheet without a date."""
    return NotUnderstoodError("The plan has no dates there, so there is nothing to print.")


def sample_mark(person: Person) -> str | None:
    """Return the mark of an invented person; None on a real diary."""
    return "Sample: an invented person" if person.is_sample else None


def _month(day: date) -> tuple[int, int]:
    return (day.year, day.month)


def dated_rows(companion: Companion) -> list[tuple[date, Row]]:
    """Return everything that has a day, in no order."""
    person, drugs = companion.person(), companion.library.drugs
    dated = [_plain(surgery.on, surgery.name or "Surgery") for surgery in person.surgeries]
    if person.radiotherapy is not None:
        dated.append(_plain(person.radiotherapy.starts_on, "Radiotherapy starts"))
        if person.radiotherapy.ends_on is not None:
            dated.append(_plain(person.radiotherapy.ends_on, "Radiotherapy ends"))
    dated += [
        _plain(check.due, "Heart scan due")
        for check in {each.due: each for each in companion.heart.overview().all_checks}.values()
    ]
    dated += [
        _plain(entry.starts_at.date(), f"{entry.starts_at:%H:%M} {entry.title}")
        for entry in companion.diary.entries(kinds=("appointment",))
        if isinstance(entry, AppointmentEntry)
    ]
    for plan in companion.plan.all():
        by_visit = sorted(plan.visits, key=lambda v: (v.on, v.phase, v.cycle, v.day, v.status))
        for _, group in groupby(by_visit, key=lambda v: (v.on, v.phase, v.cycle, v.status)):
            visits = list(group)
            first = visits[0]
            state = "" if first.status is VisitStatus.PLANNED else _STATES[first.status]
            what = f"{first.phase}, cycle {first.cycle} of {first.of}"
            names = ", ".join(sorted(drugs[visit.drug].name for visit in visits))
            dated.append((first.on, (_day(first.on), what, names, state)))
        for span in plan.tablets:
            dated.append(_plain(span.starts_on, f"{drugs[span.drug].name}: first day"))
            if span.ends_on is not None:
                dated.append(_plain(span.ends_on, f"{drugs[span.drug].name}: last day"))
    return dated


_STATES = {VisitStatus.GIVEN: "given", VisitStatus.OMITTED: "left out"}


def _plain(on: date, what: str) -> tuple[date, Row]:
    return on, (_day(on), what, "", "")


def _day(day: date) -> str:
    return short_day(day, day.year)
