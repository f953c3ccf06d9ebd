"""Copies that are made by themselves: one a day, thinned by a rule that anybody can check."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tracker.errors import DiaryNotOpenedError, NotSavedError
from tracker.services.ports import Write
from tracker.storage.contents import contents_of
from tracker.storage.dated_copies import (
    copies_in,
    copy_of_the_day,
    folder_beside,
    make_copy,
    moments_to_keep,
)
from tracker.storage.opening import create_diary


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.sqlite"
    entries = ((PERSON_ID, an_answer(day=NOW.date())),)
    create_diary(path, Write(at=NOW, people=(a_person(),), entries=entries)).close()
    return path


def test_the_first_start_of_a_day_makes_a_copy_and_the_second_does_not(path):
    folder = folder_beside(path)

    for hours in (0, 1, 2):
        assert copy_of_the_day(path, None, (folder,), NOW + timedelta(hours=hours)) == ()

    copies = copies_in(folder, path)
    assert [each.made_at for each in copies] == [NOW.replace(tzinfo=None)]
    assert contents_of(copies[0].path, None).entries == 1


def test_a_copy_tells_what_it_holds(path):
    contents = make_copy(path, None, folder_beside(path), NOW)

    assert (contents.people, contents.entries) == (1, 1)
    assert contents.last_day == NOW.date()


def test_a_stick_that_is_not_plugged_in_is_told_and_the_other_copy_is_made(path, tmp_path):
    folders = (folder_beside(path), tmp_path / "stick")

    refused = copy_of_the_day(path, None, folders, NOW)

    assert len(refused) == 1
    assert isinstance(refused[0], NotSavedError)
    assert "plug the stick in" in str(refused[0])
    assert len(copies_in(folders[0], path)) == 1
    assert not folders[1].exists()


def test_a_damaged_diary_takes_no_good_copy_away(path):
    folder = folder_beside(path)
    make_copy(path, None, folder, NOW)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)

    refused = copy_of_the_day(path, None, (folder,), NOW + timedelta(days=1))

    assert isinstance(refused[0], DiaryNotOpenedError)
    assert [each.made_at for each in copies_in(folder, path)] == [NOW.replace(tzinfo=None)]


def test_other_files_in_the_folder_are_left_alone(path, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    names = ["photo.jpg", "diary.sqlite", "diary-20260101.sqlite", "other-20260101-101010.sqlite"]
    for name in names:
        (stick / name).write_text("mine")

    for days in range(40):
        make_copy(path, None, stick, NOW + timedelta(days=days))

    assert all((stick / name).read_text() == "mine" for name in names)
    assert len(copies_in(stick, path)) < 25


def test_a_year_of_daily_use_leaves_ten_then_weeks_then_months():
    first = datetime(2025, 6, 1, 9, 0)  # noqa: DTZ001 - names hold local times
    moments = [first + timedelta(days=days) for days in range(365)]

    staying = sorted(moments_to_keep(moments), reverse=True)

    assert staying[:10] == sorted(moments, reverse=True)[:10]
    assert len({(each.year, each.month) for each in staying}) == 12
    assert len({each.isocalendar()[:2] for each in staying}) >= 8
    assert len(staying) <= 10 + 7 + 8 + 12


LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001 - names hold local times
MOMENTS = st.sets(
    st.integers(0, 20_000_000).map(lambda minutes: LONG_AGO + timedelta(minutes=minutes))
)


@given(MOMENTS)
def test_the_latest_copy_of_each_recent_span_always_stays(moments):
    staying = moments_to_keep(moments)

    assert staying <= moments
    assert set(sorted(moments)[-10:]) <= staying
    days: dict[date, datetime] = {}
    for each in sorted(moments):
        days[each.date()] = each
    assert set(list(days.values())[-7:]) <= staying


@given(MOMENTS)
def test_thinning_twice_removes_nothing_more(moments):
    once = moments_to_keep(moments)

    assert moments_to_keep(once) == once
