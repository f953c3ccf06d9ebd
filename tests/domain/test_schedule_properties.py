"""What holds for every plan: any start, any regimen, any moves."""

from datetime import date, timedelta

from hypothesis import given as with_any
from hypothesis import strategies as st

from tests.domain.plan_builders import ALL, DRUGS, a_course, give, moved, regimen
from tracker.domain.course import Course, DoseTarget, Given, Omitted, Reason
from tracker.domain.regimen import Phase, Setting, Track
from tracker.domain.schedule import Plan, VisitStatus, compute_plan, start_window

ANY_DAY = st.dates(date(1950, 1, 1), date(2100, 12, 31))
TARGETS = st.sampled_from(
    [
        DoseTarget(),
        DoseTarget(track=Track.CHEMO),
        DoseTarget(track=Track.HER2),
        DoseTarget(drug="trastuzumab"),
    ]
)


@st.composite
def any_course(draw: st.DrawFn) -> Course:
    return a_course(draw(st.sampled_from(ALL)), start=str(draw(ANY_DAY)))


@st.composite
def any_event(draw: st.DrawFn, course: Course):
    target, cycle = draw(TARGETS), draw(st.integers(1, 20))
    on = course.starts_on + timedelta(days=draw(st.integers(0, 420)))
    kind = draw(st.sampled_from(["moved", "given", "omitted"]))
    if kind == "moved":
        return moved(cycle, str(on), target)
    if kind == "given":
        return Given(target, cycle, on)
    return Omitted(target, cycle, Reason.OTHER)


def with_events(course: Course, *events) -> Course:
    return Course(
        id=course.id,
        regimen=course.regimen,
        setting=course.setting,
        starts_on=course.starts_on,
        events=(*course.events, *events),
    )


def plan_of(course: Course) -> Plan:
    return compute_plan(course, DRUGS)


@with_any(ANY_DAY, st.sampled_from([7, 14, 21, 28]), st.integers(1, 20))
def test_spacing_is_exact_for_every_cycle_length(start, length, cycles):
    template = regimen(Phase("P", cycles, length, (give("docetaxel", 1),)))

    visits = plan_of(a_course(template, start=str(start))).visits

    assert [visit.on for visit in visits] == [
        start + timedelta(days=length * number) for number in range(cycles)
    ]


@with_any(ANY_DAY)
def test_the_window_opens_28_and_closes_42_days_after_any_surgery(surgery_on):
    window = start_window(Setting.ADJUVANT, surgery_on)

    assert window is not None
    assert (window.opens_on - surgery_on).days == 28
    assert (window.closes_on - surgery_on).days == 42


@with_any(st.data())
def test_a_move_never_changes_what_lies_before_it(data):
    course = data.draw(any_course())
    before = plan_of(course)
    cycle = data.draw(st.integers(1, 18))
    target = data.draw(TARGETS)
    to = course.starts_on + timedelta(days=data.draw(st.integers(0, 420)))

    after = plan_of(with_events(course, moved(cycle, str(to), target)))

    old = {(visit.drug, visit.dose): visit for visit in before.visits}
    changed = [
        old[visit.drug, visit.dose]
        for visit in after.visits
        if visit.on != old[visit.drug, visit.dose].on
    ]
    if changed:
        first = min(visit.on for visit in changed)
        shift = {
            visit.on - old[visit.drug, visit.dose].on
            for visit in after.visits
            if visit.on != old[visit.drug, visit.dose].on
        }
        assert len(shift) == 1
        assert all(
            visit.on
            in {old[visit.drug, visit.dose].on, old[visit.drug, visit.dose].on + next(iter(shift))}
            and (old[visit.drug, visit.dose].on >= first or visit == old[visit.drug, visit.dose])
            for visit in after.visits
        )


@with_any(st.data())
def test_given_doses_stay_on_their_day_and_undoing_the_last_event_restores_the_plan(data):
    course = data.draw(any_course())
    for _ in range(data.draw(st.integers(0, 6))):
        course = with_events(course, data.draw(any_event(course)))
    before = plan_of(course)
    further = with_events(course, data.draw(any_event(course)))
    plan = plan_of(further)

    event = further.events[-1]
    given_before = {
        (visit.drug, visit.dose): visit.on
        for visit in before.visits
        if visit.status is VisitStatus.GIVEN
    }
    if not isinstance(event, Given):
        assert (
            given_before.items()
            <= {(visit.drug, visit.dose): visit.on for visit in plan.visits}.items()
        )
    undone = with_events(
        a_course(course.regimen, start=str(course.starts_on)), *further.events[:-1]
    )
    assert plan_of(undone) == before
    assert plan_of(further) == plan
    assert len(plan.visits) == len(before.visits)
    assert list(plan.visits) == sorted(plan.visits, key=lambda visit: (visit.on, visit.drug))
