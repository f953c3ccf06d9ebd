"""An import of what is there already: compared as the rows lie in the file, never mistaken."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.every_kind import one_entry_of_every_kind
from tracker.domain.entries import LvefEntry, PulseEntry
from tracker.services.moments import utc_text, utc_text_of
from tracker.services.ports import Write
from tracker.services.written_diary import WrittenEntry
from tracker.storage.opening import memory_diary

ENTRIES = one_entry_of_every_kind()
ANOTHER = UUID("99999999-0000-4000-8000-000000000001")
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda each: timezone(timedelta(minutes=each)))
ZONES = st.sampled_from(("Europe/Madrid", "Asia/Kathmandu", "Africa/Monrovia")).map(ZoneInfo)


def a_diary(storage, entries=ENTRIES):
    person = a_person()
    entries = tuple((person.id, each) for each in entries)
    storage.apply(Write(at=NOW, people=(person,), entries=entries))
    return storage


def not_standing(diary, entries, person_id=PERSON_ID):
    found = diary.not_standing(person_id, [WrittenEntry.of(each) for each in entries])
    return [each.entry() for each in found]


def test_every_kind_of_entry_is_known_again_word_for_word(storage):
    diary = a_diary(storage)

    assert not not_standing(diary, ENTRIES)


def test_an_entry_that_says_something_else_is_not_the_same(storage):
    answer = an_answer(severity=2)
    diary = a_diary(storage, [answer])

    assert not not_standing(diary, [answer])
    for change in (
        {"severity": 3},
        {"note": "new"},
        {"by": "Luis"},
        {"at": NOW + timedelta(seconds=1)},
        {"flags": ("blood",)},
    ):
        other = replace(answer, **change)
        assert not_standing(diary, [other]) == [other]


def test_what_stands_here_and_is_missing_in_the_file_is_a_difference(storage):
    copied = next(each for each in ENTRIES if getattr(each, "entered_as", None) is not None)
    scan = next(each for each in ENTRIES if isinstance(each, LvefEntry))
    diary = a_diary(storage, [copied, replace(scan, note="by letter")])

    others = [replace(copied, entered_as=None), replace(scan, note=None)]
    assert not_standing(diary, others) == others
    assert not_standing(diary, [copied]) == []


def test_what_was_removed_or_is_somebody_elses_does_not_stand(storage):
    diary = a_diary(storage)
    diary.apply(Write(at=NOW, removed_entries=(ENTRIES[0].id,)))

    assert not_standing(diary, ENTRIES) == ENTRIES[:1]
    assert not_standing(diary, ENTRIES, ANOTHER) == ENTRIES


def test_a_number_written_in_another_way_is_looked_at_closely_and_is_no_news():
    pulse = next(each for each in ENTRIES if isinstance(each, PulseEntry))
    diary = a_diary(memory_diary(Write(at=NOW)), [pulse])
    same = replace(pulse, beats_per_minute=pulse.beats_per_minute + Decimal("0.0"))

    assert same == pulse
    assert not_standing(diary, [same]) == [same]


@given(st.datetimes(datetime(1900, 1, 3), datetime(2199, 12, 29), timezones=OFFSETS | ZONES))  # noqa: DTZ001
def test_a_moment_as_it_is_written_sorts_by_time(moment):
    moment = moment.replace(tzinfo=timezone(in_minutes(moment.utcoffset())))

    assert utc_text_of(moment.isoformat()) == utc_text(moment)


def in_minutes(offset):
    return timedelta(minutes=offset // timedelta(minutes=1))
