"""Whatever happens to a plan, whoever has an earlier calendar file hears of it."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle

from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.exchange.records import Diary
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import LvefMethod
from tracker.domain.people import Surgery
from tracker.domain.regimen import Track
from tracker.domain.schedule import VisitStatus
from tracker.errors import NotUnderstoodError
from tracker.exchange.calendar_events import appointment_events, visit_events
from tracker.exchange.calendar_heart import heart_events
from tracker.exchange.calendar_out import calendar
from tracker.services.custom_regimen import own_version

WHOLE = DoseTarget()
THIRD = date(2026, 6, 15)


TARGETS = st.sampled_from([WHOLE, DoseTarget(track=Track.HER2), DoseTarget(drug="trastuzumab")])


def adapt(plan, cycles, days):
    current = plan.current()
    if current is not None:
        *first, last = current.course.regimen.phases
        version = own_version(current.course.regimen, (*first, replace(last, cycles=cycles)))
        later = current.course.starts_on + timedelta(days=days % 3)
        plan.adapt(current.course.id, version, later)


def go_on_with_another(plan, to):
    current = plan.current()
    if current is not None:
        plan.start("t-dm1", starts_on=to, instead_of=current.course.id)


def remove_last(written):
    dated = written.entries(None, None, ("lvef", "appointment"))
    if dated:
        written.remove(dated[-1].id)


PLANNED = {
    "move": lambda plan, target, number, to: plan.move(target, number, to, Reason.OTHER),
    "only this": lambda plan, target, number, to: plan.move(
        target, number, to, Reason.OTHER, only_this=True
    ),
    "rhythm": lambda plan, target, number, _: plan.back_to_rhythm(target, number),
    "give": lambda plan, target, number, to: plan.give(target, number, to),
    "omit": lambda plan, target, number, _: plan.omit(target, number, Reason.OTHER),
    "stop": lambda plan, target, _, to: plan.stop(target, to, Reason.OTHER),
    "undo": lambda plan, *_: plan.undo(),
    "adapt": lambda plan, _, number, to: adapt(plan, number, to.day),
    "operate": lambda plan, _, number, to: plan.add_surgery(
        Surgery(to - timedelta(days=60 + 21 * number))
    ),
    "correct": lambda plan, _, number, to: plan.set_surgeries(
        (Surgery(to - timedelta(days=60 + 21 * number)),)
    ),
    "start": lambda plan, _, __, to: plan.start("h-year", starts_on=to),
    "start after surgery": lambda plan, _, number, to: plan.start(
        "h-year", starts_on=to, surgery_on=to - timedelta(days=20 * number)
    ),
    "instead": lambda plan, _, __, to: go_on_with_another(plan, to),
}
WRITTEN = {
    "scan": lambda c, to: c.diary.lvef("60", LvefMethod.ECHO, day=to),
    "appoint": lambda c, to: c.diary.appointment("Clinic", datetime.combine(to, time(9), UTC)),
    "remove": lambda c, _: remove_last(c.diary),
    "put back": lambda c, _: c.past.put_back([each.entry.id for each in c.past.binned()]),
    "delete": lambda c, _: c.past.delete_for_good([each.entry.id for each in c.past.binned()]),
    "undo here": lambda c, _: c.undo_last(),
}
ACTIONS = st.tuples(
    st.sampled_from([*PLANNED, *WRITTEN]), TARGETS, st.integers(1, 7), st.integers(0, 30)
)


def act(diary, kind, target, number, days):
    to = date(2026, 5, 4) + timedelta(days=21 * (number - 1) + days)
    if kind in PLANNED:
        PLANNED[kind](diary.companion.plan, target, number, to)
    else:
        WRITTEN[kind](diary.companion, to)


COURSE_OUT, COURSE_BACK = ("undo", WHOLE, 1, 0), ("undo here", WHOLE, 1, 0)
RHYTHM, SCAN = ("rhythm", WHOLE, 2, 0), ("scan", WHOLE, 3, 0)
MINUTES = st.one_of(st.just([0]), st.lists(st.integers(-5, 5), min_size=1, max_size=8))
"""How far the clock goes before each action, over and over: a script gives one moment to all."""


@settings(max_examples=60)
@given(st.lists(ACTIONS, max_size=10), MINUTES)
@example([COURSE_OUT, COURSE_BACK], [0])
@example([("move", WHOLE, 1, 2), ("undo", WHOLE, 1, 0), COURSE_OUT, COURSE_BACK], [1])
@example([("instead", WHOLE, 3, 0), COURSE_OUT, COURSE_BACK, COURSE_OUT, COURSE_BACK], [0])
@example(
    [("only this", WHOLE, 2, 3), ("omit", WHOLE, 4, 0), RHYTHM, ("undo here", WHOLE, 1, 0)], [0]
)
@example([SCAN, ("remove", WHOLE, 1, 0), ("delete", WHOLE, 1, 0)], [1])
@example([SCAN, ("remove", WHOLE, 1, 0), ("put back", WHOLE, 1, 0)] * 2, [1])
def test_whatever_happens_no_id_is_lost_and_every_change_is_counted(actions, minutes):
    diary = Diary(regimen="tchp", now=datetime(2027, 12, 1, 9, tzinfo=UTC))
    before = events_in(diary)
    for action, forward in zip(actions, cycle(minutes), strict=False):
        diary.clock.forward(minutes=forward)
        with suppress(NotUnderstoodError):
            act(diary, *action)
        after = events_in(diary)
        for uid, event in before.items():
            changed = after[uid].facts != event.facts
            assert after[uid].changes >= event.changes + changed
        before = after
    diary.clock.forward(days=1)  # where the clock was set back, what is there is not later than now
    visits = [visit for plan in diary.companion.plan.all() for visit in plan.visits]
    days = {visit.on for visit in visits if visit.status is not VisitStatus.OMITTED}
    days |= {check.due for check in diary.companion.heart.overview().all_checks}
    days |= {each.starts_at for each in diary.companion.diary.entries(None, None, ("appointment",))}
    standing = {e.facts.starts for e in before.values() if not e.facts.is_cancelled}
    assert days <= standing <= days | scan_days(diary)


def scan_days(diary):
    return {scan.day for scan in diary.companion.diary.entries(None, None, ("lvef",))}


def events_in(diary):
    record = diary.record()
    kinds = (visit_events, heart_events, appointment_events)
    return {event.uid: event for kind in kinds for event in kind(record)}


def test_changes_that_a_script_makes_at_one_moment_are_all_counted():
    diary = Diary(regimen="tchp")
    plan = diary.companion.plan
    third = [uid for uid, each in events_of(diary).items() if each["dtstart"].dt == THIRD]

    plan.move(WHOLE, 3, date(2026, 6, 22), Reason.HOLIDAY)
    moved = events_of(diary)
    plan.undo()
    back = events_of(diary)
    plan.omit(DoseTarget(track=Track.CHEMO), 3, Reason.LOW_COUNTS)
    left_out = events_of(diary)

    said = [[each[uid]["sequence"] for uid in third] for each in (moved, back, left_out)]
    assert said[:2] == [[1, 1], [2, 2]]
    assert sorted(said[2]) == [2, 3]
    assert {str(left_out[uid]["status"]) for uid in third} == {"CANCELLED", "TENTATIVE"}


def test_a_scan_that_is_done_keeps_its_event_and_the_next_one_is_another():
    diary = Diary(regimen="tchp", now=datetime(2026, 7, 30, 9, tzinfo=UTC))
    diary.companion.diary.lvef("62", LvefMethod.ECHO, day=date(2026, 4, 30))
    before = scans_of(diary)
    assert all(each["status"] != "CANCELLED" for each in before.values())
    (baseline,) = on_day(before, date(2026, 4, 30))
    first, second = (*on_day(before, date(2026, 7, 30)), *on_day(before, date(2026, 10, 30)))

    diary.companion.diary.lvef("60", LvefMethod.ECHO, day=date(2026, 7, 28))

    after = scans_of(diary)
    assert after.keys() == before.keys()
    assert looks(after[baseline]) == looks(before[baseline])
    assert (before[baseline]["status"], before[first]["status"]) == ("CONFIRMED", "TENTATIVE")
    assert (after[first]["dtstart"].dt, after[first]["status"]) == (date(2026, 7, 28), "CONFIRMED")
    assert after[first]["sequence"] > before[first]["sequence"]
    assert (after[second]["dtstart"].dt, after[second]["status"]) == (
        date(2026, 10, 28),
        "TENTATIVE",
    )


def test_a_scan_that_was_taken_out_after_the_clock_was_set_back_is_due_again():
    diary = Diary(regimen="tchp", now=datetime(2026, 7, 30, 9, tzinfo=UTC))
    diary.companion.diary.lvef("62", LvefMethod.ECHO, day=date(2026, 4, 30))
    before = scans_of(diary)
    written = diary.companion.diary.lvef("60", LvefMethod.ECHO, day=date(2026, 7, 28))

    diary.clock.forward(minutes=-5)
    diary.companion.diary.remove(written.entry.id)
    diary.clock.forward(minutes=10)

    after = scans_of(diary)
    assert {uid: looks(after[uid]) for uid in before} == {uid: looks(before[uid]) for uid in before}


def test_of_the_scans_after_treatment_each_keeps_its_event():
    diary = Diary(regimen="tchp", now=datetime(2028, 12, 1, 9, tzinfo=UTC))
    last = max(each.on for each in diary.companion.plan.current().visits)
    before = scans_of(diary)
    after = [last + timedelta(days) for days in (0, 183, 365, 548)]

    for day in after:
        diary.companion.diary.lvef("60", LvefMethod.ECHO, day=day)

    done = scans_of(diary)
    named = {near(before, day) for day in after}
    assert len(named) == 4
    assert all(done[uid]["status"] == "CONFIRMED" for uid in named)
    assert {done[uid]["dtstart"].dt for uid in named} == set(after)


def near(events, day):
    return min(events, key=lambda uid: abs(events[uid]["dtstart"].dt - day))


def scans_of(diary):
    found = events_of(diary)
    return {uid: each for uid, each in found.items() if str(each["summary"]).startswith("Heart")}


def on_day(events, day):
    return [uid for uid, each in events.items() if each["dtstart"].dt == day]


def events_of(diary) -> dict:
    read = Calendar.from_ical(calendar(diary.record(), details=True))
    return {str(each["uid"]): each for each in read.walk("VEVENT")}


def looks(event) -> tuple:
    return event["dtstart"].dt, event["status"], event.get("description"), event["summary"]
