"""The profile refuses what cannot be right, and a start finds the person who is meant."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.builders import NOW, Clock, a_companion, a_person
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.people import CareTeam, HeartProfile, LabelRegion, Radiotherapy, Surgery
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.local_time import zone_name
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.services.start import StartOptions, choose_person, clock_of


def test_each_part_of_the_profile_is_changed_alone():
    companion = a_companion()
    profile = companion.profile
    heart = HeartProfile(LabelRegion.EU, Decimal(52), ("smoking",))

    changes = [
        profile.rename(" Ana B ", born_on=date(1975, 6, 15)),
        profile.update_care(CareTeam(country="GB")),
        profile.update_heart(heart),
        companion.plan.set_surgeries((Surgery(date(2026, 4, 8)),)),
        profile.set_radiotherapy(Radiotherapy(date(2026, 11, 2))),
    ]

    person = companion.person()
    assert (person.name, person.born_on) == ("Ana B", date(1975, 6, 15))
    assert (person.care.country, person.heart) == ("GB", heart)
    assert person.definitive_surgery == Surgery(date(2026, 4, 8))
    assert person.radiotherapy == Radiotherapy(date(2026, 11, 2))
    assert changes[2] == Changes(profile=True, heart=True)
    assert changes[3] == Changes(profile=True, plan=True)


def test_the_heart_scan_to_count_from_is_chosen_kept_and_left_to_the_rule_again():
    companion = a_companion()
    scan = companion.diary.lvef("61", note=" strain was not measured ").entry

    changes = companion.profile.count_from(scan.id)
    chosen = companion.heart.overview()
    companion.profile.count_from(None)

    assert changes == Changes(profile=True, heart=True)
    assert (chosen.baseline, chosen.baseline_is_chosen) == (scan, True)
    assert chosen.baseline.note == "strain was not measured"
    assert not companion.heart.overview().baseline_is_chosen


def test_what_is_no_heart_scan_cannot_be_counted_from():
    companion = a_companion()
    note = companion.diary.note("Tired.").entry

    with pytest.raises(NotUnderstoodError, match="no longer in the diary"):
        companion.profile.count_from(note.id)

    assert companion.person().heart.baseline_entry is None


def test_a_chosen_scan_that_comes_back_is_counted_from_again():
    companion = a_companion()
    scan = companion.diary.lvef("61").entry
    companion.profile.count_from(scan.id)

    companion.diary.remove(scan.id)
    gone = companion.heart.overview().baseline
    companion.diary.undo_last()

    assert gone is None
    assert companion.heart.overview().baseline == scan


def test_a_later_surgery_moves_the_usual_days_of_the_start():
    companion = a_companion()

    companion.plan.set_surgeries((Surgery(date(2026, 4, 3)),))

    assert companion.plan.current().start_window.opens_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda profile: profile.rename(""),
        lambda profile: profile.rename("x" * 201),
        lambda profile: profile.rename("two\nlines"),
        lambda profile: profile.rename("Ana", born_on=date(2027, 1, 1)),
        lambda profile: profile.rename("Ana", born_on=date(1850, 1, 1)),
        lambda profile: profile.update_care(CareTeam(country="Spain")),
        lambda profile: profile.update_care(CareTeam(country="us")),
        lambda profile: profile.update_heart(HeartProfile(lvef_lower_limit=Decimal("0.5"))),
        lambda profile: profile.update_heart(HeartProfile(risk_factors=("tired",))),
    ],
)
def test_a_profile_that_cannot_be_right_is_refused(change):
    companion = a_companion()
    before = companion.person()

    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        change(companion.profile)

    assert companion.person() == before


@pytest.mark.parametrize("name", ["Ana\u00a0García", "مهر\u200cنوش", "Zoë 👩\u200d⚕\ufe0f"])
def test_a_name_keeps_what_joins_or_parts_its_letters(name):
    companion = a_companion()

    companion.profile.rename(name)

    assert companion.person().name == name


def test_the_only_person_need_not_be_named():
    ana = a_person()

    assert choose_person([ana], None) == ana


def test_a_person_is_found_by_name_or_id():
    ana, bea = a_person(), a_person(id=uuid4(), name="Bea")

    assert choose_person([ana, bea], "bea") == bea
    assert choose_person([ana, bea], str(ana.id)) == ana


@pytest.mark.parametrize(
    ("names", "wanted", "sentence"),
    [
        ((), None, "holds nobody yet"),
        (("Ana", "Bea"), None, "several people \\(Ana, Bea\\)"),
        (("Ana", "Bea"), "Eva", "nobody called “Eva”"),
        (("Ana", "Ana"), "Ana", "several people called “Ana”"),
    ],
)
def test_when_it_is_not_clear_who_is_meant_it_is_asked(names, wanted, sentence):
    people = [a_person(id=uuid4(), name=name) for name in names]

    with pytest.raises(NotUnderstoodError, match=sentence):
        choose_person(people, wanted)


def test_the_clock_is_the_one_named_or_the_samples_or_the_computers():
    named = clock_of(StartOptions(now=NOW, sample=True), SAMPLE_NOW)
    sample = clock_of(StartOptions(sample=True), SAMPLE_NOW)
    real = clock_of(StartOptions(), SAMPLE_NOW)

    assert (named(), sample()) == (NOW, SAMPLE_NOW)
    assert abs(real() - datetime.now(UTC)) < timedelta(minutes=1)
    assert real().tzinfo is not None


@pytest.mark.parametrize(
    ("moment", "name"),
    [
        (datetime(2026, 5, 4, tzinfo=ZoneInfo("Europe/Madrid")), "Europe/Madrid"),
        (datetime(2026, 5, 4, tzinfo=timezone(timedelta(hours=11))), "Etc/GMT-11"),
        (datetime(2026, 5, 4, tzinfo=timezone(timedelta(hours=-9))), "Etc/GMT+9"),
        (datetime(2026, 5, 4, tzinfo=timezone(timedelta(hours=11, minutes=7))), "UTC"),
    ],
)
def test_a_moment_has_a_zone_that_fits_its_offset(moment, name):
    assert zone_name(moment) == name


def test_the_sample_is_the_same_every_time_and_says_that_it_is_one():
    first, second = sample_write(), sample_write()

    assert first == second
    assert first.people[0].is_sample
    assert "Sample" in first.people[0].name


def test_the_sample_shows_what_it_is_for():
    write, storage = sample_write(), MemoryStorage()
    storage.apply(write)

    sample = Companion(storage, library(), Clock(SAMPLE_NOW), write.people[0].id)

    heart = sample.heart.overview()
    assert [str(each.percent) for each in heart.scans] == ["64", "61", "55"]
    assert sample.plan.today().span.cycle == 6
    assert len(sample.diary.questions_open()) == 3
    assert sample.history.overview().unanswered_days > 5
    assert {entry.by for entry in sample.diary.entries()} == {"self", "Tom"}
    moved = [r.event for r in sample.plan.events() if type(r.event).__name__ == "Moved"]
    assert len(moved) == 1
    visits = [v for v in sample.plan.current().visits if v.drug == "docetaxel"]
    assert (visits[3].on - visits[3].template_on).days == 7


def test_nobody_is_left_out_of_the_people():
    companion = a_companion()

    assert companion.people() == (companion.person(),)
    assert companion.revision() > 0
