"""The anthracycline total in mg/m² of doxorubicin."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.diary_builders import a_course, a_diary, gave, heart_of, left_out
from tracker.domain.anthracycline import AnthracyclineTotal, plain
from tracker.domain.course import DoseTarget, Given
from tracker.domain.regimen import Track


def total(regimen: str, *events, now: str = "2026-12-31") -> AnthracyclineTotal:
    diary = a_diary(courses=[a_course(regimen, events=events)])
    return heart_of(diary, f"{now} 12:00").anthracycline


@pytest.mark.parametrize(
    ("regimen", "expected"),
    [
        ("ac-th", "240"),
        ("ddac-thp", "240"),
        ("fec-dh", "240"),
        ("thp-fec", "240"),
        ("ec-thp", "288"),
    ],
)
def test_the_usual_doses_of_a_regimen(regimen: str, expected: str) -> None:
    found = total(regimen)

    assert str(found.doxorubicin_mg_m2) == expected
    assert found.factor_source is not None
    assert found.factor_source.id == "corsc"


# AC-TH from 4 May 2026: doxorubicin on 4 and 25 May, 15 June and 6 July.
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-05-03", None),
        ("2026-05-04", "60"),
        ("2026-05-24", "60"),
        ("2026-05-25", "120"),
        ("2026-07-06", "240"),
        ("2028-07-06", "240"),
    ],
)
def test_planned_doses_in_the_past_count_as_given(now: str, expected: str | None) -> None:
    found = total("ac-th", now=now).doxorubicin_mg_m2

    assert (None if found is None else str(found)) == expected


def test_a_dose_that_was_left_out_does_not_count() -> None:
    assert str(total("ac-th", left_out("doxorubicin", 2)).doxorubicin_mg_m2) == "180"


@pytest.mark.parametrize(
    "target",
    [DoseTarget("doxorubicin"), DoseTarget(track=Track.CHEMO), DoseTarget()],
    ids=["drug", "track", "neither"],
)
def test_the_dose_of_the_letter_counts(target: DoseTarget) -> None:
    event = Given(target, 2, date(2026, 5, 25), Decimal("45.50"))

    found = total("ac-th", event)

    assert str(found.doxorubicin_mg_m2) == "225.5"
    assert found.assumed_doses == 3


def test_the_last_letter_about_a_dose_counts() -> None:
    events = (
        gave("doxorubicin", 1, "2026-05-04", "50"),
        gave("doxorubicin", 1, "2026-05-04", "55"),
        gave("doxorubicin", 1, "2026-05-04"),
        gave("cyclophosphamide", 1, "2026-05-04", "600"),
        Given(DoseTarget(track=Track.HER2), 1, date(2026, 7, 27), Decimal(1)),
    )

    assert str(total("ac-th", *events).doxorubicin_mg_m2) == "235"


def test_epirubicin_counts_by_its_factor() -> None:
    found = total("ec-thp", gave("epirubicin", 1, "2026-05-04", "75"), now="2026-05-10")

    assert str(found.doxorubicin_mg_m2) == "60"
    assert found.assumed_doses == 0


def test_fluorouracil_in_another_phase_does_not_make_it_fec() -> None:
    epirubicin = a_course("ec-thp").regimen.phases[0]
    fluorouracil = a_course("fec-dh").regimen.phases[0].administrations[0]
    later = replace(epirubicin, name="later", administrations=(fluorouracil,))
    course = a_course("ec-thp")
    course = replace(course, regimen=replace(course.regimen, phases=(epirubicin, later)))

    found = heart_of(a_diary(courses=[course]), "2026-12-31 12:00").anthracycline

    assert str(found.doxorubicin_mg_m2) == "288"


def test_several_courses_add_up() -> None:
    diary = a_diary(courses=[a_course("ac-th"), a_course("fec-dh", "2027-08-02")])

    found = heart_of(diary, "2028-08-02 12:00").anthracycline

    assert str(found.doxorubicin_mg_m2) == "480"
    assert found.assumed_doses == 7


def test_without_an_anthracycline_nothing_is_said() -> None:
    assert total("tchp") == AnthracyclineTotal(None, None, 0)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("240.00", "240"), ("225.50", "225.5"), ("0.0", "0"), ("-16", "-16"), ("1E+2", "100")],
)
def test_numbers_have_no_trailing_zeros_and_no_exponent(value: str, shown: str) -> None:
    assert str(plain(Decimal(value))) == shown
