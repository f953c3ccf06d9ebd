"""The calendar file: one id for life, changes counted, nothing given away, read by two parsers."""

from datetime import date, datetime, time
from uuid import uuid4

import icalendar
import pytest
import vobject
from hypothesis import example, given

from tests.builders import NOW, SUMMER, an_lvef
from tests.exchange.records import HOSTILE, TEXTS, Diary, the_sample
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import AppointmentEntry
from tracker.domain.people import HeartProfile
from tracker.domain.regimen import Track
from tracker.exchange.calendar_out import calendar, counted_calendar

WHOLE = DoseTarget()
LINE_ENDS = ("\r\n", "\r", "\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


def an_appointment(title="Oncologist", at=None, zone="Europe/Madrid"):
    starts_at = at or datetime(2026, 6, 1, 10, 30, tzinfo=SUMMER)
    return AppointmentEntry(
        id=uuid4(), day=NOW.date(), at=NOW, zone=zone, by="self", title=title, starts_at=starts_at
    )


def events_of(content):
    """The events as icalendar reads them, by id; it must not complain about any."""
    read = icalendar.Calendar.from_ical(content)
    events = read.walk("VEVENT")
    assert not read.errors
    assert not any(event.errors for event in events)
    by_id = {str(event["uid"]): event for event in events}
    assert len(by_id) == len(events)
    return by_id


def facts_of(event):
    return event["dtstart"].dt, str(event["status"]), int(event["sequence"])


def all_facts(diary):
    events = events_of(calendar(diary.record()))
    return {uid: facts_of(event) for uid, event in events.items()}


def on(events, day):
    return {uid for uid, (starts, *_) in events.items() if starts == day}


def test_every_treatment_day_of_every_track_is_one_event():
    diary = Diary(regimen="tchp")

    events = all_facts(diary)

    plan = diary.companion.plan.current()
    for day in {visit.on for visit in plan.visits}:
        tracks = {visit.track for visit in plan.visits if visit.on == day}
        assert len(on(events, day)) >= len(tracks)
    visits = {(visit.track, visit.treatment_day) for visit in plan.visits}
    checks = {check.due for check in diary.companion.heart.overview().checks}
    assert len(events) == len(visits) + len(checks)
    assert {sequence for _, _, sequence in events.values()} == {0}


def test_two_parsers_read_the_same():
    diary = Diary().write(an_appointment())
    diary.companion.plan.omit(WHOLE, 3, Reason.LOW_COUNTS)
    content = calendar(diary.record(), details=True, check_in_at=time(20))

    ours = {
        uid: (event["dtstart"].dt, str(event["summary"]), int(event["sequence"]))
        for uid, event in events_of(content).items()
    }
    theirs = {
        event.uid.value: (event.dtstart.value, event.summary.value, int(event.sequence.value))
        for event in vobject.readOne(content.decode()).vevent_list
    }
    assert ours.keys() == theirs.keys()
    for uid, (starts, *rest) in ours.items():
        assert list(theirs[uid][1:]) == rest
        assert theirs[uid][0] == starts


@pytest.mark.parametrize(
    "target", [WHOLE, DoseTarget(track=Track.HER2), DoseTarget(track=Track.CHEMO)]
)
def test_a_move_keeps_every_id_and_counts_as_a_change_of_what_moved_alone(target):
    diary = Diary(regimen="tchp")
    before = all_facts(diary)

    diary.companion.plan.move(target, 3, date(2026, 6, 22), Reason.HOLIDAY)

    after = all_facts(diary)
    assert before.keys() <= after.keys()
    moved = {uid for uid in before if before[uid][0] != after[uid][0]}
    assert on(before, date(2026, 6, 15)) & moved
    assert on(before, date(2026, 5, 4)).isdisjoint(moved)
    for uid in moved:
        assert after[uid][2] > before[uid][2]
    first_day = {
        uid for uid in on(before, date(2026, 5, 25)) if uid in on(after, date(2026, 5, 25))
    }
    assert first_day
    assert {after[uid][2] for uid in first_day} == {0}


def test_a_drug_moved_by_itself_is_a_visit_of_its_own_until_it_is_back():
    diary = Diary(regimen="tchp")
    together = all_facts(diary)

    diary.companion.plan.move(
        DoseTarget(drug="trastuzumab"), 3, date(2026, 6, 17), Reason.CLINIC_CLOSED
    )

    apart = all_facts(diary)
    (alone,) = on(apart, date(2026, 6, 17))
    assert alone not in together
    assert on(together, date(2026, 6, 15)) <= on(apart, date(2026, 6, 15))
    diary.companion.plan.undo()
    back = all_facts(diary)
    assert back[alone] == (date(2026, 6, 17), "CANCELLED", 1)
    assert on(back, date(2026, 6, 15)) == on(together, date(2026, 6, 15))


def test_what_is_left_out_stopped_or_taken_back_stays_as_cancelled():
    diary = Diary(regimen="tchp")
    before = all_facts(diary)
    plan = diary.companion.plan

    plan.omit(WHOLE, 2, Reason.LOW_COUNTS)
    plan.stop(DoseTarget(track=Track.CHEMO), date(2026, 7, 1), Reason.OTHER_SIDE_EFFECT)

    after = all_facts(diary)
    assert before.keys() <= after.keys()
    left_out = on(before, date(2026, 5, 25))
    assert {after[uid][1] for uid in left_out} == {"CANCELLED"}
    assert {after[uid][2] for uid in left_out} == {1}
    day = date(2026, 7, 6)
    assert sorted(after[uid][1] for uid in on(before, day)) == ["CANCELLED", "TENTATIVE"]
    for _ in range(3):
        diary.clock.forward(minutes=1)
        plan.undo()
    assert plan.current() is None
    gone = all_facts(diary)
    assert before.keys() <= gone.keys()
    assert {status for _, status, _ in gone.values()} == {"CANCELLED"}


def test_nothing_is_given_away_unless_details_are_wanted():
    diary = Diary(regimen="ac-th").write(an_appointment("Dr. Roe, breast clinic"))

    private = calendar(diary.record()).decode()
    open_ = calendar(diary.record(), details=True).decode()

    titles = {str(event["summary"]) for event in events_of(private).values()}
    assert titles == {"Appointment"}
    told = ("trastuzumab", "doxorubicin", "Roe", "Ana", "HER2", "her2", "chemo", "Heart", "heart")
    for word in told:
        assert word not in private
    assert "Chemotherapy: cyclophosphamide\\, doxorubicin" in open_
    assert "Dr. Roe\\, breast clinic" in open_
    assert "CLASS:PRIVATE" in private


def test_an_appointment_has_its_time_its_zone_and_an_end_as_cancelled():
    entry = an_appointment()
    diary = Diary(regimen=None).write(entry)

    content = calendar(diary.record())

    event = events_of(content)[str(entry.id)]
    assert "DTSTART;TZID=Europe/Madrid:20260601T103000" in content.decode()
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert event["dtstart"].dt == entry.starts_at
    assert vobject.readOne(content.decode()).vevent.dtstart.value == entry.starts_at
    diary.companion.diary.remove(entry.id)
    assert all_facts(diary)[str(entry.id)] == (entry.starts_at, "CANCELLED", 1)
    diary.clock.forward(minutes=1)
    diary.companion.undo_last()
    assert all_facts(diary)[str(entry.id)] == (entry.starts_at, "CONFIRMED", 2)


@pytest.mark.parametrize("zone", ["Etc/GMT-2", "Pacific/Apia", "UTC", "Nowhere/Land"])
def test_an_appointment_keeps_its_moment_in_every_zone(zone):
    entry = an_appointment(zone=zone)

    content = calendar(Diary(regimen=None).write(entry).record())

    assert events_of(content)[str(entry.id)]["dtstart"].dt == entry.starts_at


def test_a_visit_takes_its_whole_day_and_no_other():
    content = calendar(Diary().record())

    spans = {(e["dtend"].dt - e["dtstart"].dt).days for e in events_of(content).values()}
    assert spans == {1}


def reminder_ended(record):
    return counted_calendar(record, details=False, check_in_at=None, check_in_ends=True)[0]


def test_the_daily_reminder_is_there_only_when_asked_for_and_each_second_is_a_change():
    diary = Diary(regimen=None)
    assert not events_of(calendar(diary.record()))

    content = calendar(diary.record(), check_in_at=time(20, 30))

    (event,) = events_of(content).values()
    assert event["rrule"] == {"FREQ": ["DAILY"]}
    assert event["dtstart"].dt == datetime(2026, 5, 12, 20, 30)  # noqa: DTZ001 - wherever she is
    (alarm,) = event.walk("VALARM")
    assert str(alarm["action"]) == "DISPLAY"
    assert str(event["summary"]) == "Reminder"
    (ended,) = events_of(reminder_ended(diary.record())).values()
    diary.clock.forward(seconds=1)
    (later,) = events_of(calendar(diary.record(), check_in_at=time(8))).values()
    assert later["uid"] == ended["uid"] == event["uid"]
    assert later["sequence"] > ended["sequence"] > event["sequence"]


def test_the_same_diary_and_moment_give_the_same_bytes_and_lines_of_75_octets():
    diary = Diary().write(*(an_appointment(title) for title in HOSTILE if title.strip()))

    content = calendar(diary.record(), details=True)

    assert content == calendar(diary.record(), details=True)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@given(TEXTS)
@example(r"C:\New \\N and \n")
def test_any_title_arrives_on_one_line_in_both_parsers(title):
    content = calendar(Diary(regimen=None).write(an_appointment(title)).record(), details=True)

    (event,) = events_of(content).values()
    expected = title.replace("\ufeff", "")
    for end in LINE_ENDS:
        expected = expected.replace(end, " ")
    expected = "".join("\ufffd" if is_control(letter) else letter for letter in expected)
    assert str(event["summary"]) == expected
    (also,) = vobject.readOne(content.decode()).vevent_list
    assert also.summary.value == expected
    assert content.split(b"\r\n").count(b"BEGIN:VEVENT") == 1


def is_control(letter):
    return (letter < " " and letter != "\t") or letter == "\x7f"


def test_a_heart_check_that_a_scan_has_done_does_not_stay_in_anybodys_calendar():
    diary = Diary(regimen="tchp")
    before = all_facts(diary)
    due = {check.due for check in diary.companion.heart.overview().checks}

    diary.write(an_lvef("60", at=NOW))

    after = all_facts(diary)
    assert before.keys() <= after.keys()
    still_due = {check.due for check in diary.companion.heart.overview().checks}
    assert still_due != due
    standing = {starts for starts, status, _ in after.values() if status != "CANCELLED"}
    assert still_due <= standing
    changed = [uid for uid in before if before[uid][:2] != after[uid][:2]]
    assert changed
    assert all(after[uid][2] > before[uid][2] for uid in changed)


def test_a_sample_says_so_in_every_event():
    events = events_of(calendar(the_sample()))

    assert {str(event["description"]) for event in events.values()} == {
        "Sample of an invented person"
    }


def test_a_scan_that_was_chosen_to_count_from_asks_for_the_same_checks_as_in_the_window():
    chosen = an_lvef("64", day=date(2026, 4, 1))
    diary = Diary(regimen="tchp").write(chosen, an_lvef("45", day=date(2026, 4, 20)))
    diary.companion.profile.update_heart(HeartProfile(risk_factors=()))
    usual = heart_days(diary)

    diary.companion.profile.count_from(chosen.id)

    assert heart_days(diary) == {each.due for each in diary.companion.heart.checks()} != usual


def heart_days(diary):
    events = events_of(calendar(diary.record(), details=True)).values()
    standing = [each for each in events if each["status"] != "CANCELLED"]
    return {each["dtstart"].dt for each in standing if str(each["summary"]) == "Heart scan is due"}
