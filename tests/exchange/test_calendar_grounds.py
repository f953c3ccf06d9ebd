"""A change of what a plan stands on, its version or an operation, reaches calendars as well."""

from dataclasses import replace
from datetime import date, timedelta

from tests.exchange.records import Diary
from tests.exchange.test_calendar_changes import events_of, looks
from tracker.domain.people import Surgery
from tracker.domain.regimen import Setting
from tracker.services.custom_regimen import own_version


def test_visits_that_a_shorter_version_takes_out_are_cancelled_and_come_back_with_it():
    diary = Diary()
    plan = diary.companion.plan
    course = plan.current().course
    before = events_of(diary)
    *first, last = course.regimen.phases
    shorter = own_version(course.regimen, (*first, replace(last, cycles=last.cycles - 2)))

    plan.adapt(course.id, shorter)
    adapted = events_of(diary)
    plan.undo()
    again = events_of(diary)

    assert adapted.keys() == before.keys() == again.keys()
    gone = [uid for uid, each in adapted.items() if each["status"] == "CANCELLED"]
    assert len(gone) == 2
    assert all(adapted[uid]["sequence"] > before[uid]["sequence"] for uid in gone)
    assert all(again[uid]["status"] != "CANCELLED" for uid in gone)
    assert all(again[uid]["sequence"] > adapted[uid]["sequence"] for uid in gone)
    kept = [uid for uid in before if looks(before[uid]) == looks(adapted[uid])]
    assert kept
    assert all(adapted[uid]["sequence"] == before[uid]["sequence"] for uid in kept)


def test_another_first_day_counts_as_a_change_of_what_it_moves():
    diary = Diary()
    plan = diary.companion.plan
    course = plan.current().course
    before = events_of(diary)

    plan.adapt(course.id, course.regimen, course.starts_on + timedelta(days=1))

    after = events_of(diary)
    moved = [uid for uid in before if before[uid]["dtstart"].dt != after[uid]["dtstart"].dt]
    assert moved
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in moved)


def test_an_operation_that_is_put_on_another_day_counts_as_a_change_of_what_it_moves():
    diary = Diary(regimen=None)
    plan = diary.companion.plan
    surgery = date(2026, 9, 22)
    plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=date(2026, 5, 4), surgery_on=surgery)
    before = events_of(diary)

    plan.set_surgeries((Surgery(surgery + timedelta(weeks=2)),))
    corrected = events_of(diary)
    plan.undo()
    again = events_of(diary)

    moved = [uid for uid in before if before[uid]["dtstart"].dt != corrected[uid]["dtstart"].dt]
    assert moved
    assert all(corrected[uid]["sequence"] > before[uid]["sequence"] for uid in moved)
    assert all(again[uid]["sequence"] > corrected[uid]["sequence"] for uid in moved)
    assert {uid: looks(each) for uid, each in again.items()} == {
        uid: looks(each) for uid, each in before.items()
    }


def test_an_operation_that_comes_with_another_course_counts_as_a_change_of_what_it_moves():
    diary = Diary(regimen=None)
    plan = diary.companion.plan
    plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=date(2026, 5, 4))
    before, operations = events_of(diary), diary.companion.person().surgeries

    plan.start("tamoxifen", starts_on=date(2026, 11, 2), surgery_on=date(2026, 10, 6))
    after = events_of(diary)
    plan.undo()
    plan.undo()
    again = events_of(diary)

    moved = [uid for uid in before if before[uid]["dtstart"].dt != after[uid]["dtstart"].dt]
    assert moved
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in moved)
    assert {uid: looks(again[uid]) for uid in before} == {
        uid: looks(each) for uid, each in before.items()
    }
    assert diary.companion.person().surgeries == operations
