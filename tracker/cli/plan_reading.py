"""Regimens, and plans as a person reads them."""

import argparse
import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from tracker.cli.columns import aligned
from tracker.cli.desk import Bench
from tracker.cli.plain_plan import plain_plan, plain_regimen
from tracker.clinical.library import Library
from tracker.domain.around_surgery import plan_notes
from tracker.domain.doses import LoadingWhy
from tracker.domain.heart_checks import HeartCheck
from tracker.domain.regimen import Administration, Regimen
from tracker.domain.schedule import Plan, StartInWindow, Visit, VisitStatus
from tracker.domain.spoken_dates import day_in_words
from tracker.services.collisions import visits_only_in
from tracker.services.custom_regimen import as_plain, copy_of
from tracker.services.plan_changes import changed_visits
from tracker.services.planning import regimen_of

_START_WORDS = {
    StartInWindow.BEFORE: "the start lies before them",
    StartInWindow.INSIDE: "the start lies inside",
    StartInWindow.AFTER: "the start lies after them; ask your team",
    StartInWindow.LONG_AFTER: "the start lies long after them; ask your team",
}
_STATUS_WORDS = {
    VisitStatus.PLANNED: "planned again",
    VisitStatus.GIVEN: "given",
    VisitStatus.OMITTED: "left out",
}
_LOADING_WORDS = {LoadingWhy.FIRST: "first dose", LoadingWhy.GAP: "after a long gap"}


def do_regimens(bench: Bench, found: argparse.Namespace) -> None:
    """Print what the program can plan, or one regimen as phases to be changed and read back."""
    known = bench.library
    if found.copy is not None:
        copied = as_plain(copy_of(regimen_of(known, found.copy)))
        bench.show(copied, [json.dumps(copied, indent=2, ensure_ascii=False)])
        return
    plain = [
        plain_regimen(each, known.sources.get(each.source) if each.source else None)
        for each in known.regimens.values()
    ]
    lines: list[str] = []
    for regimen in known.regimens.values():
        settings = " or ".join(setting.value for setting in regimen.settings)
        lines.append(f"{regimen.id}: {regimen.name} ({settings})")
        lines += aligned(_phase_rows(regimen, known), indent=4)
        if regimen.source:
            lines.append(f"    Source: {known.sources[regimen.source].title}")
    lines.append("custom: your own drugs, cycle length (7, 14, 21 or 28 days) and cycles")
    bench.show({"regimens": plain}, lines)


def _phase_rows(regimen: Regimen, known: Library) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for phase in regimen.phases:
        drugs = ", ".join(_drug_words(each, known) for each in phase.administrations)
        length = "daily" if phase.open_ended else f"{phase.cycles} × {phase.cycle_days} days"
        rows.append((phase.name, length, drugs))
    return rows


def _drug_words(administration: Administration, known: Library) -> str:
    name = known.drugs[administration.drug].name
    days = administration.days
    if not days or days == (1,):
        return name
    return f"{name} (days {', '.join(str(day) for day in days)})"


def show_plan(
    bench: Bench, plan: Plan, surgery_on: date | None, checks: Sequence[HeartCheck]
) -> None:
    """Print a plan."""
    lines = plan_lines(plan, surgery_on, bench.library, checks)
    bench.show(plain_plan(plan, surgery_on, checks), lines)


def plan_lines(
    plan: Plan, surgery_on: date | None, known: Library, checks: Sequence[HeartCheck]
) -> list[str]:
    """Return a plan as a person reads it."""
    lines = [f"{plan.course.regimen.name}, {plan.course.setting.value}"]
    if plan.start_window is not None and plan.start_in_window is not None:
        lines.append(
            f"Usual days for the start: {day_in_words(plan.start_window.opens_on)} to "
            f"{day_in_words(plan.start_window.closes_on)}; {_START_WORDS[plan.start_in_window]}."
        )
    lines += ["", *aligned(_visit_rows(plan.visits, known))]
    lines += _tablet_lines(plan, known)
    if plan.windows:
        lines += ["", "Days when blood counts are usually low:"]
        lines += aligned(
            (
                f"{each.phase} cycle {each.cycle}",
                span(each.starts_on, each.ends_on),
                ", ".join(known.drugs[drug].name for drug in each.drugs),
            )
            for each in plan.windows
        )
    if checks:
        lines += ["", "Heart checks:"]
        lines += aligned(
            (day_in_words(each.due), each.why.value, known.drugs[each.drug].name) for each in checks
        )
    for note in plan_notes(plan, surgery_on):
        lines += ["", f"{note.text} ({known.sources[note.source].title})"]
    return lines


def change_lines(
    before: Plan | None, after: Plan, surgery_on: date | None, known: Library
) -> list[str]:
    """Return what is different from before, one line per day; None: everything is new."""
    if before is None:
        return plan_lines(after, surgery_on, known, ())
    lines: dict[str, list[str]] = {}
    for was, now in changed_visits(before, after):
        head = f"{day_in_words(was.on)} → {day_in_words(now.on)}"
        if was.on == now.on:
            head = f"{day_in_words(now.on)}, {_STATUS_WORDS[now.status]}"
        lines.setdefault(head, []).append(_dose_words(now, known))
    for visit in visits_only_in(before, after):
        head = f"{day_in_words(visit.on)}, no longer planned"
        lines.setdefault(head, []).append(_dose_words(visit, known))
    for visit in visits_only_in(after, before):
        head = f"{day_in_words(visit.on)}, planned again"
        lines.setdefault(head, []).append(_dose_words(visit, known))
    return [f"  {head}: {', '.join(doses)}" for head, doses in lines.items()]


def _dose_words(visit: Visit, known: Library) -> str:
    return f"{known.drugs[visit.drug].name} (dose {visit.dose})"


def _visit_words(visit: Visit, known: Library) -> str:
    """Return one drug of a visit: name, dose number, and what is special about it."""
    words = f"{known.drugs[visit.drug].name} (dose {visit.dose}"
    if visit.loading_why is not None:
        words += f", loading dose: {_LOADING_WORDS[visit.loading_why]}"
    if visit.status is not VisitStatus.PLANNED:
        words += f", {visit.status.value}"
    return words + ")"


def span(first: date, last: date) -> str:
    """Return two days with weekdays."""
    return f"{day_in_words(first)} to {day_in_words(last)}"


def _visit_rows(visits: Sequence[Visit], known: Library) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for on, group in groupby(visits, key=lambda visit: visit.on):
        of_day = list(group)
        first = of_day[0]
        where = f"{first.phase} {first.cycle} of {first.of}"
        where += f", day {first.day}" if first.day > 1 else ""
        drugs = ", ".join(_visit_words(visit, known) for visit in of_day)
        rows.append((day_in_words(on), where, drugs))
    return rows


def _tablet_lines(plan: Plan, known: Library) -> list[str]:
    return [
        f"  {known.drugs[each.drug].name}, tablets every day: "
        + (
            span(each.starts_on, each.ends_on)
            if each.ends_on
            else f"from {day_in_words(each.starts_on)}"
        )
        for each in plan.tablets
    ]
