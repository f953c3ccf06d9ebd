"""From the plans of a person to what the timeline draws. No Qt, no pixels."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from tracker.domain.people import Person
from tracker.domain.regimen import DrugFacts, Track
from tracker.domain.schedule import Plan, Visit, VisitStatus
from tracker.ui.plan.timeline_parts import (
    CycleBlock,
    DelayGap,
    DoseDot,
    DoseLane,
    ScanMark,
    Stage,
    SurgeryMark,
    TabletBar,
    Timeline,
    Wait,
)

_LONGEST_TABLETS = timedelta(days=366)
_SHORTEST = timedelta(days=92)
_MARGIN = timedelta(days=10)
_AFTER_TODAY = timedelta(days=31)
_SCANS_AFTER_THE_END = timedelta(days=45)
_DAYS_OF_A_YEAR_OF_DOSES = 340
_OPENS_AFTER = timedelta(days=28)


def timeline(
    plans: Sequence[Plan],
    drugs: Mapping[str, DrugFacts],
    person: Person,
    today: date,
    scans: Sequence[ScanMark] = (),
) -> Timeline | None:
    """Return the timeline of all courses; None without any.

    Args:
        plans: By start.
        drugs: Facts of at least the drugs of the plans.
        person: Surgeries and radiotherapy.
        today: The day of the line.
        scans: Results and days due; those long after the last dose are left to the Heart page.
    """
    if not plans:
        return None
    window = next((plan.start_window for plan in plans if plan.start_window is not None), None)
    ends_on = _treatment_end(plans, today)
    kept = tuple(scan for scan in scans if scan.on <= ends_on + _SCANS_AFTER_THE_END)
    firsts = [plan.course.starts_on for plan in plans]
    firsts += [surgery.on for surgery in person.surgeries]
    firsts += [scan.on for scan in kept]
    blocks = [block for plan in plans for block in _blocks(plan, today)]
    lasts = [ends_on, *(scan.on for scan in kept), *(block.ends_on for block in blocks)]
    if person.radiotherapy is not None:
        lasts.append(person.radiotherapy.ends_on or person.radiotherapy.starts_on)
    first_day = min(firsts) - _MARGIN
    last_day = max(max(lasts) + _MARGIN, first_day + _SHORTEST)
    return Timeline(
        first_day=first_day,
        last_day=last_day,
        today=today,
        surgeries=tuple(SurgeryMark(each.on, each.name) for each in person.surgeries),
        wait=_wait(plans),
        start_window=window,
        blocks=tuple(blocks),
        gaps=tuple(gap for plan in plans for gap in _gaps(plan)),
        radiotherapy=person.radiotherapy,
        lanes=_lanes(plans, drugs, today),
        tablets=tuple(
            TabletBar(drugs[span.drug].name, span.starts_on, span.ends_on)
            for plan in plans
            for span in plan.tablets
        ),
        scans=kept,
    )


def _treatment_end(plans: Sequence[Plan], today: date) -> date:
    ends = [visit.on for plan in plans for visit in plan.visits]
    tablets = [span for plan in plans for span in plan.tablets]
    ends += [span.starts_on for span in tablets]
    # Five years of tablets would press everything else together; their bar then stays open.
    ends += [
        min(span.ends_on, span.starts_on + _LONGEST_TABLETS)
        for span in tablets
        if span.ends_on is not None
    ]
    return max([today + _AFTER_TODAY, *ends])


def _wait(plans: Sequence[Plan]) -> Wait | None:
    for plan in plans:
        if plan.start_window is not None:
            surgery_on = plan.start_window.opens_on - _OPENS_AFTER
            return Wait(surgery_on, min([visit.on for visit in plan.visits] or [surgery_on]))
    return None


def _blocks(plan: Plan, today: date) -> list[CycleBlock]:
    cycles = _chemo_cycles(plan)
    blocks: list[CycleBlock] = []
    for place, visits in enumerate(cycles):
        first = _first(visits)
        ends_on = first.on + timedelta(days=first.cycle_days - 1)
        following = [_first(each).on for each in cycles[place + 1 :]]
        next_on = min((day for day in following if day > first.on), default=None)
        if next_on is not None:
            ends_on = min(ends_on, next_on - timedelta(days=1))
        blocks.append(
            CycleBlock(
                number=first.cycle,
                of=first.of,
                phase=first.phase,
                starts_on=first.on,
                ends_on=ends_on,
                stage=_block_stage(visits, first.on, ends_on, today),
            )
        )
    return blocks


def _chemo_cycles(plan: Plan) -> list[list[Visit]]:
    cycles: dict[tuple[str, int], list[Visit]] = {}
    for visit in plan.visits:
        if visit.track is Track.CHEMO:
            cycles.setdefault((visit.phase, visit.cycle), []).append(visit)
    return sorted(cycles.values(), key=lambda visits: _first(visits).on)


def _first(visits: Iterable[Visit]) -> Visit:
    return min(visits, key=lambda visit: (visit.day, visit.on))


def _block_stage(visits: list[Visit], starts_on: date, ends_on: date, today: date) -> Stage:
    if all(visit.status is VisitStatus.OMITTED for visit in visits):
        return Stage.OMITTED
    if today < starts_on:
        return Stage.PLANNED
    return Stage.CURRENT if today <= ends_on else Stage.GIVEN


def _gaps(plan: Plan) -> list[DelayGap]:
    gaps: list[DelayGap] = []
    cycles = _chemo_cycles(plan)
    for before, after in pairwise(cycles):
        was, now = _first(before), _first(after)
        later = (now.on - now.template_on) - (was.on - was.template_on)
        if later.days > 0:
            gaps.append(DelayGap(now.on - later, now.on - timedelta(days=1), later.days))
    return gaps


def _lanes(
    plans: Sequence[Plan], drugs: Mapping[str, DrugFacts], today: date
) -> tuple[DoseLane, ...]:
    by_drug: dict[str, list[Visit]] = {}
    for plan in plans:
        for visit in plan.visits:
            by_drug.setdefault(visit.drug, []).append(visit)
    together: dict[tuple[tuple[date, Stage], ...], list[str]] = {}
    for drug, visits in by_drug.items():
        if visits[0].track is Track.CHEMO and not _has_several_days_a_cycle(visits):
            continue
        key = tuple((visit.on, _dot_stage(visit, today)) for visit in visits)
        together.setdefault(key, []).append(drug)
    in_order = tuple(dict.fromkeys(drug for plan in plans for drug in plan.course.regimen.drugs))
    lanes = [
        DoseLane(
            drugs=tuple(drugs[drug].name for drug in in_order if drug in same),
            track=by_drug[same[0]][0].track,
            every_days=tuple(dict.fromkeys(visit.interval_days for visit in by_drug[same[0]])),
            one_year=_is_a_year(by_drug[same[0]], drugs[same[0]]),
            dots=tuple(DoseDot(on, stage) for on, stage in key),
        )
        for key, same in together.items()
    ]
    order = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)
    return tuple(sorted(lanes, key=lambda lane: (order.index(lane.track), lane.dots[0].on)))


def _has_several_days_a_cycle(visits: list[Visit]) -> bool:
    places = {(visit.phase, visit.cycle) for visit in visits}
    return len(places) < len(visits)


def _dot_stage(visit: Visit, today: date) -> Stage:
    if visit.status is VisitStatus.OMITTED:
        return Stage.OMITTED
    past = visit.status is VisitStatus.GIVEN or visit.on < today
    return Stage.GIVEN if past else Stage.PLANNED


def _is_a_year(visits: list[Visit], facts: DrugFacts) -> bool:
    span = visits[-1].template_on - visits[0].template_on
    return facts.her2 and span.days >= _DAYS_OF_A_YEAR_OF_DOSES
