"""What a move runs into is said in one sentence each, and nothing is forbidden."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, Clock, a_companion, a_person
from tests.services.test_treatment_plan import ANY, HER2
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Radiotherapy, Surgery
from tracker.domain.regimen import Setting, Track
from tracker.errors import NotUnderstoodError

CHEMO = DoseTarget(track=Track.CHEMO)
START = date(2026, 5, 4)


def said(companion, target, cycle, to, **more) -> str:
    preview = companion.plan.preview_move(target, cycle, to, Reason.OTHER, **more)
    companion.plan.move(target, cycle, to, Reason.OTHER, **more)
    return " ".join(preview.sentences).replace("\u00a0", " ")


def test_a_first_dose_moved_past_the_usual_days_after_surgery():
    person = a_person(surgeries=(Surgery(date(2026, 4, 1)),))
    companion = a_companion(person=person)

    assert "47 days after surgery; usual is 28 to 42" in said(companion, ANY, 1, date(2026, 5, 18))


def test_a_first_dose_moved_inside_the_usual_days_is_no_matter():
    companion = a_companion()

    assert said(companion, ANY, 1, date(2026, 5, 11)) == ""


def test_a_dose_closer_than_its_rhythm():
    companion = a_companion()

    words = said(companion, ANY, 3, date(2026, 6, 18), only_this=True)

    assert "on Mon 6 Jul 2026" in words
    assert "would be 18 days after the dose before; its rhythm is 21 days" in words


def test_a_delay_of_all_is_not_too_close_to_anything():
    companion = a_companion()

    assert said(companion, ANY, 3, date(2026, 6, 22)) == ""


def test_drugs_that_never_share_a_day():
    companion = a_companion(regimen=None)
    companion.plan.start("ac-th", starts_on=START)
    paclitaxel = DoseTarget(drug="paclitaxel")

    words = said(companion, paclitaxel, 1, date(2026, 7, 6))

    assert "Cyclophosphamide, doxorubicin and paclitaxel would be on one day" in words


def test_a_treatment_of_another_course_on_the_same_day():
    companion = a_companion(regimen=None)
    companion.plan.start("tc", starts_on=START)
    companion.plan.start("h-year", starts_on=date(2026, 5, 7))

    words = said(companion, CHEMO, 2, date(2026, 5, 28))

    assert "Cyclophosphamide and trastuzumab would be on one day, Thu 28 May 2026" in words


def test_a_long_gap_names_all_its_drugs_once():
    companion = a_companion()

    words = said(companion, HER2, 2, date(2026, 6, 15))

    assert "The gap before pertuzumab and trastuzumab on Mon 15 Jun 2026" in words


def test_chemotherapy_moved_into_radiotherapy():
    person = a_person(radiotherapy=Radiotherapy(date(2026, 9, 1), date(2026, 9, 30)))
    companion = a_companion(person=person, clock=Clock(NOW))

    assert "would fall into radiotherapy" in said(companion, CHEMO, 6, date(2026, 9, 7))


@pytest.mark.parametrize(
    ("day", "inside"), [(31, False), (32, True), (61, True), (62, False)], ids=str
)
def test_the_first_and_the_last_day_of_radiotherapy_are_days_of_it(day, inside):
    person = a_person(radiotherapy=Radiotherapy(date(2026, 9, 1), date(2026, 9, 30)))
    to = date(2026, 8, 1) + timedelta(days=day - 1)

    words = said(a_companion(person=person, clock=Clock(NOW)), CHEMO, 6, to)

    assert ("would fall into radiotherapy" in words) is inside


@pytest.mark.parametrize(("to", "past"), [(date(2026, 9, 6), False), (date(2026, 9, 7), True)])
def test_a_dose_moved_onto_the_day_treatment_goes_on_after_surgery_meets_it(to, past):
    companion = a_companion(regimen=None)
    companion.plan.start(
        "tchp", setting=Setting.NEOADJUVANT, starts_on=START, resumes_on=date(2026, 9, 7)
    )

    assert ("the day treatment goes on after surgery" in said(companion, CHEMO, 6, to)) is past


def test_what_was_too_close_before_a_move_is_not_said_of_it_again():
    companion = a_companion()
    said(companion, ANY, 3, date(2026, 6, 18), only_this=True)

    assert "its rhythm" not in said(companion, ANY, 3, date(2026, 6, 17), only_this=True)


def test_a_delay_past_the_day_a_drug_was_stopped_names_what_leaves_the_plan():
    companion = a_companion()
    companion.plan.stop(CHEMO, date(2026, 8, 17), Reason.OWN_CHOICE)

    words = said(companion, CHEMO, 4, date(2026, 7, 27))

    assert (
        "Carboplatin and docetaxel, now on Mon 27 Jul 2026, would no longer come before the noted "
        "stop and so leave the plan" in words
    )


def test_a_move_to_an_earlier_day_names_a_later_dose_that_a_stop_had_taken_out():
    companion = a_companion()
    companion.plan.stop(CHEMO, date(2026, 8, 17), Reason.OWN_CHOICE)
    stopped = chemo_days(companion)

    words = said(companion, CHEMO, 3, date(2026, 6, 12))

    assert (
        "Carboplatin and docetaxel would be planned again on Fri 14 Aug 2026, which lies before "
        "the stop noted from Mon 17 Aug 2026; ask your team" in words
    )
    assert stopped[-1] == date(2026, 7, 27)
    assert chemo_days(companion)[-1] == date(2026, 8, 14)


def test_a_move_that_stays_before_a_stop_brings_nothing_back():
    companion = a_companion()
    companion.plan.stop(CHEMO, date(2026, 8, 17), Reason.OWN_CHOICE)

    assert "planned again" not in said(companion, CHEMO, 3, date(2026, 6, 16), only_this=True)
    assert "planned again" not in said(companion, CHEMO, 4, date(2026, 7, 5), only_this=True)


@pytest.mark.parametrize("day", [date(2026, 8, 17), date(2026, 8, 24)])
def test_a_move_past_the_stop_of_its_own_drug_says_which_stop_and_what_to_do(day):
    companion = a_companion()
    companion.plan.stop(CHEMO, date(2026, 8, 17), Reason.OWN_CHOICE)
    before = companion.plan.all()

    with pytest.raises(NotUnderstoodError) as refused:
        companion.plan.move(CHEMO, 5, day, Reason.OTHER)

    assert str(refused.value).replace("\u00a0", " ") == (
        "Carboplatin and docetaxel: a stop from Mon 17 Aug 2026 is noted, so no dose can be on "
        "that day or later; nothing was changed; choose an earlier day, or take the stop back "
        "first if treatment goes on."
    )
    assert companion.plan.all() == before


def chemo_days(companion) -> list[date]:
    visits = companion.plan.current().visits
    return sorted({visit.on for visit in visits if visit.track is Track.CHEMO})
