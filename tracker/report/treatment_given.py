"""Doses as planned and as given, with the reason of every change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tracker.domain.course import DoseTarget, Moved, Omitted, Stopped
from tracker.domain.regimen import Track
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.domain.wording import at_start, counted
from tracker.report.content import AppendixPart, DoseLine, DoseTable, Fact
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed, more_of, named_day, named_days, reason_words, short_day

_MOST_LINES = 7
_LONGEST_NOTE = 80
_NOT_CONFIRMED = "*"


@dataclass(frozen=True, slots=True)
class _TreatmentDay:
    """All drugs of one course on one day, with what each was moved by since its last dose.

    Attributes:
        shifts: Days by which each visit came later than its last dose made it expected.
    """

    plan: Plan
    visits: tuple[Visit, ...]
    shifts: tuple[int, ...]


def treatment_given(inputs: ReportInputs) -> tuple[DoseTable, tuple[AppendixPart, ...]]:
    """Return the treatment days up to the last day covered; earlier ones go to the next pages."""
    all_days = [day for plan in inputs.plans for day in _treatment_days(plan)]
    all_days.sort(key=lambda day: day.visits[0].on)
    days = [day for day in all_days if day.visits[0].on <= inputs.until]
    several_phases = len({visit.phase for day in days for visit in day.visits}) > 1
    lines = [_line(inputs, day, with_phase=several_phases) for day in days]
    shown, earlier = lines[-_MOST_LINES:], lines[:-_MOST_LINES]
    table = DoseTable(
        lines=tuple(shown),
        more=more_of(len(earlier), "treatment day"),
        remarks=(
            *_assumed(shown),
            *_changed_ahead(inputs, all_days[len(days) :]),
            *_loading(inputs, days),
            *_stopped(inputs),
            *_tablets(inputs),
        ),
    )
    if not earlier:
        return table, ()
    facts = tuple(Fact(f"Cycle {line.cycle}", _in_one_line(line)) for line in earlier)
    return table, (AppendixPart("Earlier treatment days", facts),)


def _treatment_days(plan: Plan) -> list[_TreatmentDay]:
    shifts = _shifts(plan.visits)
    ordered = sorted(plan.visits, key=lambda v: (v.on, v.phase, v.cycle, v.day, v.drug))
    groups = groupby(ordered, key=lambda visit: (visit.on, visit.phase, visit.cycle, visit.day))
    days = []
    for _, group in groups:
        visits = tuple(group)
        days.append(_TreatmentDay(plan, visits, tuple(shifts[visit] for visit in visits)))
    return days


def _shifts(visits: Sequence[Visit]) -> dict[Visit, int]:
    """Return how many days later each dose came than its drug's dose before made it expected."""
    shifts: dict[Visit, int] = {}
    late_by: dict[str, int] = {}
    for visit in sorted(visits, key=lambda visit: (visit.drug, visit.dose)):
        late = (visit.on - visit.template_on).days
        if visit.status is VisitStatus.OMITTED:
            shifts[visit] = 0
            continue
        shifts[visit] = late - late_by.get(visit.drug, 0)
        late_by[visit.drug] = late
    return shifts


def _line(inputs: ReportInputs, day: _TreatmentDay, *, with_phase: bool) -> DoseLine:
    first = day.visits[0]
    changes = _changes(inputs, day)
    given = [visit for visit in day.visits if visit.status is not VisitStatus.OMITTED]
    planned_on = min(
        date.fromordinal(visit.on.toordinal() - shift)
        for visit, shift in zip(day.visits, day.shifts, strict=True)
    )
    cycle = f"{first.phase} {first.cycle}" if with_phase else str(first.cycle)
    on_other_days = any(
        visit.phase == first.phase and visit.cycle == first.cycle and visit.day != first.day
        for visit in day.plan.visits
    )
    assumed = any(visit.status is VisitStatus.PLANNED for visit in given)
    return DoseLine(
        cycle=f"{cycle} day {first.day}" if on_other_days else cycle,
        planned=short_day(planned_on, inputs.year),
        given=(short_day(first.on, inputs.year) if given else "left out")
        + (_NOT_CONFIRMED if assumed else ""),
        change="; ".join(changes) or "on time",
        changed=bool(changes),
    )


def _changes(inputs: ReportInputs, day: _TreatmentDay) -> list[str]:
    whole = _visits_of_cycle_day(day.plan, day.visits[0])
    changes: list[str] = []
    for shift in sorted({shift for shift in day.shifts if shift}):
        moved = [v for v, each in zip(day.visits, day.shifts, strict=True) if each == shift]
        when = f"{counted(abs(shift), 'day')} {'later' if shift > 0 else 'earlier'}"
        who = "" if len(moved) == len(whole) else f"{_drugs(inputs, moved)} "
        reasons = _reasons(day.plan, moved, Moved)
        changes.append(f"{who}{when}" + (f": {reasons}" if reasons else ""))
    omitted = [visit for visit in day.visits if visit.status is VisitStatus.OMITTED]
    if omitted:
        who = "all drugs" if len(omitted) == len(whole) else _drugs(inputs, omitted)
        reasons = _reasons(day.plan, omitted, Omitted)
        changes.append(f"{who} left out" + (f": {reasons}" if reasons else ""))
    return [at_start(each) for each in changes]


def _visits_of_cycle_day(plan: Plan, visit: Visit) -> list[Visit]:
    place = (visit.phase, visit.cycle, visit.day)
    return [each for each in plan.visits if (each.phase, each.cycle, each.day) == place]


def _drugs(inputs: ReportInputs, visits: Sequence[Visit]) -> str:
    return listed(inputs.drug(visit.drug) for visit in visits)


def _reasons(plan: Plan, visits: Sequence[Visit], kind: type[Moved] | type[Omitted]) -> str:
    """Return why, in the words of the choice and, where there are some, the person's own."""
    reasons = [
        _reason(event)
        for event in plan.course.events
        if isinstance(event, kind)
        and any(_aims_at(event.target, event.cycle, visit) for visit in visits)
    ]
    return ", ".join(dict.fromkeys(reasons))


def _reason(event: Moved | Omitted) -> str:
    words = reason_words(event.reason)
    if isinstance(event, Moved) and event.note:
        words += f" (“{shortened(event.note, _LONGEST_NOTE)}”)"
    return words


def _aims_at(target: DoseTarget, cycle: int, visit: Visit) -> bool:
    if target.drug is not None:
        return visit.drug == target.drug and visit.dose == cycle
    return target.track in {None, visit.track} and visit.treatment_day == cycle


def _assumed(lines: Sequence[DoseLine]) -> list[str]:
    if not any(line.given.endswith(_NOT_CONFIRMED) for line in lines):
        return []
    return [f"{_NOT_CONFIRMED} The planned day; not marked as given in the diary."]


def _changed_ahead(inputs: ReportInputs, days: Sequence[_TreatmentDay]) -> list[str]:
    """Return the days still to come whose date or drugs were changed."""
    return [
        f"{day.visits[0].phase} cycle {day.visits[0].cycle}, "
        f"now {named_day(day.visits[0].on, inputs.year)}: {'; '.join(changes)}."
        for day in days
        if (changes := _changes(inputs, day))
    ]


def _loading(inputs: ReportInputs, days: Sequence[_TreatmentDay]) -> list[str]:
    """Return where a label calls a dose a loading dose; no dose is computed."""
    remarks = []
    for day in days:
        loading = [v for v in day.visits if v.loading and v.status is not VisitStatus.OMITTED]
        if loading:
            after = " after a gap" if any(v.loading_why == "gap" for v in loading) else ""
            when = named_day(loading[0].on, inputs.year)
            remarks.append(f"{_drugs(inputs, loading)}{after} ({when})")
    return [f"Loading dose by the label: {'; '.join(remarks)}."] if remarks else []


def _stopped(inputs: ReportInputs) -> list[str]:
    remarks = []
    for plan in inputs.plans:
        for event in plan.course.events:
            if isinstance(event, Stopped) and event.on <= inputs.until:
                what = _target_words(inputs, event.target)
                when = named_day(event.on, inputs.year)
                remarks.append(f"Stopped on {when}: {what} ({reason_words(event.reason)}).")
    return remarks


def _target_words(inputs: ReportInputs, target: DoseTarget) -> str:
    if target.drug is not None:
        return inputs.drug(target.drug)
    if target.track is None:
        return "all drugs of the course"
    words = {Track.CHEMO: "chemotherapy", Track.HER2: "HER2 drugs", Track.ENDOCRINE: "endocrine"}
    return words[target.track]


def _tablets(inputs: ReportInputs) -> list[str]:
    remarks = []
    for plan in inputs.plans:
        for span in plan.tablets:
            if span.starts_on > inputs.until:
                continue
            running = span.ends_on is None or span.ends_on >= inputs.until
            days = (
                f"since {named_day(span.starts_on, inputs.year)}"
                if running or span.ends_on is None
                else named_days(span.starts_on, span.ends_on, inputs.year)
            )
            remarks.append(f"Daily tablets: {inputs.drug(span.drug)}, {days}.")
    return remarks


def _in_one_line(line: DoseLine) -> str:
    return f"{line.given}; planned {line.planned}; {line.change}"
