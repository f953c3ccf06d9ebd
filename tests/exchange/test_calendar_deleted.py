"""What is deleted for good, or taken out and put back, leaves nobody's calendar behind."""

from datetime import UTC, date, datetime

from tests.exchange.records import Diary
from tests.exchange.test_calendar_changes import events_of, looks, scans_of
from tracker.domain.entries import LvefMethod
from tracker.exchange.calendar_out import calendar


def test_an_appointment_that_was_deleted_for_good_stays_cancelled_and_says_no_word_of_it():
    diary = Diary(regimen=None)
    written, past = diary.companion.diary, diary.companion.past
    entry = written.appointment("Fertility clinic", datetime(2026, 6, 2, 9, 30, tzinfo=UTC)).entry
    exported = events_of(diary)[str(entry.id)]
    written.remove(entry.id)
    in_bin = events_of(diary)[str(entry.id)]

    past.delete_for_good([entry.id])

    gone = events_of(diary)[str(entry.id)]
    assert exported["status"] == "CONFIRMED"
    assert (in_bin["status"], gone["status"]) == ("CANCELLED", "CANCELLED")
    assert gone["sequence"] > in_bin["sequence"] > exported["sequence"]
    assert gone["dtstart"].dt == date(2026, 6, 2)
    assert b"Fertility" not in calendar(diary.record(), details=True)


def test_a_scan_that_was_deleted_for_good_takes_no_event_and_no_number_back():
    diary = Diary(regimen="tchp", now=datetime(2026, 7, 30, 9, tzinfo=UTC))
    written, past = diary.companion.diary, diary.companion.past
    scan = written.lvef("47", LvefMethod.ECHO, day=date(2026, 7, 28)).entry
    exported = events_of(diary)
    written.remove(scan.id)
    in_bin = events_of(diary)

    past.delete_for_good([scan.id])

    gone = events_of(diary)
    assert gone.keys() == in_bin.keys() >= exported.keys()
    scans = scans_of(diary)
    assert all(gone[uid]["sequence"] > in_bin[uid]["sequence"] for uid in scans)
    assert all(looks(gone[uid])[:2] == looks(in_bin[uid])[:2] for uid in scans)


def test_a_course_that_is_taken_back_and_put_back_counts_both():
    diary = Diary(regimen="tchp")
    before = events_of(diary)
    diary.companion.plan.undo()
    gone = events_of(diary)

    diary.companion.undo_last()

    again = events_of(diary)
    visits = [uid for uid, each in before.items() if each["sequence"] == 0]
    assert {str(gone[uid]["status"]) for uid in visits} == {"CANCELLED"}
    assert {str(again[uid]["status"]) for uid in visits} == {"TENTATIVE"}
    said = [[int(each[uid]["sequence"]) for each in (before, gone, again)] for uid in visits]
    assert all(first < second < third for first, second, third in said)
