"""The dates of the plan on paper: all of them, or those of one month."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tracker.domain.schedule import VisitStatus
from tracker.errors import NotUnderstoodError
from tracker.report.clinic_report import paper_for
from tracker.report.font_coverage import fonts_folder
from tracker.report.printable import breakable, needs_other_fonts, on_one_line, with_named_symbols
from tracker.report.wording import named_moment, short_day
from tracker.resource_files import resource_file
from tracker.services.companion import Companion

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]

Row = tuple[str, str, str, str]
"""Day, what, medicines, state."""


@dataclass(frozen=True, slots=True)
class MonthOfDates:
    """One table."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """Everything that is printed; words only, nothing in it is markup.

    Attributes:
        sample: The mark of an invented person; None on a real diary.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    title: str
    person: str
    regimens: str
    note: str
    paper: str
    months: tuple[MonthOfDates, ...]
    printed: str
    sample: str | None
    made_at: int

    def pdf(self) -> bytes:
        """Return all sheets as one PDF/UA-1 and PDF/A-2a file."""
        made = _compiler(self).compile(
            format="pdf", pdf_standards=_STANDARDS, timestamp=self.made_at
        )
        return _pages(made)[0]

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per sheet."""
        return tuple(_pages(_compiler(self).compile(format="png", ppi=pixels_per_inch)))


def plan_sheet(companion: Companion, month: date | None = None) -> PlanSheet:
    """Return the dates of all courses, or of the month that a day lies in.

    Raises:
        NotUnderstoodError: There is no date to print.
    """
    dated = sorted(_dated(companion))
    if month is not None:
        dated = [each for each in dated if _month(each[0]) == _month(month)]
    if not dated:
        raise NotUnderstoodError("The plan has no dates there, so there is nothing to print.")
    person, now = companion.person(), companion.clock()
    regimens = (plan.course.regimen.name for plan in companion.plan.all())
    return PlanSheet(
        title="My treatment plan" if month is None else f"My plan for {month:%B %Y}",
        person=person.name,
        regimens="; ".join(dict.fromkeys(regimens)),
        note="Dates as planned on the day of printing. Your team's dates count.",
        paper=paper_for(person.care.country).value,
        months=tuple(
            MonthOfDates(f"{rows[0][0]:%B %Y}", tuple(row for _, row in rows))
            for rows in (list(each) for _, each in groupby(dated, key=lambda d: _month(d[0])))
        ),
        printed=f"Printed {named_moment(now)}",
        sample="Sample: an invented person" if person.is_sample else None,
        made_at=int(now.timestamp()),
    )


def _month(day: date) -> tuple[int, int]:
    return (day.year, day.month)


def _dated(companion: Companion) -> list[tuple[date, Row]]:
    person, drugs = companion.person(), companion.library.drugs
    dated = [_plain(surgery.on, surgery.name or "Surgery") for surgery in person.surgeries]
    if person.radiotherapy is not None:
        dated.append(_plain(person.radiotherapy.starts_on, "Radiotherapy starts"))
        if person.radiotherapy.ends_on is not None:
            dated.append(_plain(person.radiotherapy.ends_on, "Radiotherapy ends"))
    dated += [
        _plain(check.due, "Heart scan due")
        for check in {each.due: each for each in companion.heart.overview().checks}.values()
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


def _compiler(content: PlanSheet) -> "Compiler":
    from typst import Compiler, Fonts  # noqa: PLC0415 - heavy, and only a print needs it

    said = _made_fit(asdict(content))
    template = resource_file("report", "plan.typ")
    fonts = Fonts(
        include_system_fonts=needs_other_fonts(json.dumps(said, ensure_ascii=False)),
        include_embedded_fonts=False,
        font_paths=[str(fonts_folder())],
    )
    inputs = {"content": json.dumps(said)}
    return Compiler(str(template), str(template.parent), fonts, sys_inputs=inputs)


def _made_fit(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _made_fit(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_made_fit(each) for each in value]
    return breakable(with_named_symbols(on_one_line(value))) if isinstance(value, str) else value


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())
