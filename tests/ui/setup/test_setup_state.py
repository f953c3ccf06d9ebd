"""What the answers of the first start become, without a window."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import LabelRegion
from tracker.domain.regimen import Setting
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.ui.setup.state import SetupAnswers, first_write, label_for, planned

NOW = datetime(2026, 3, 20, 10, tzinfo=UTC)
FULL = SetupAnswers(
    name="Ana",
    country="GB",
    surgery_on=date(2026, 1, 12),
    regimen="tchp",
    starts_on=date(2026, 2, 17),
    line="020 7946 0123",
    unit_name="Day Unit",
    scan_percent=Decimal(64),
    scan_on=date(2026, 2, 4),
)


def companion_from(answers: SetupAnswers) -> Companion:
    person_id, write = first_write(answers, library(), NOW)
    storage = MemoryStorage()
    storage.apply(write)
    return Companion(storage, library(), lambda: NOW, person_id)


def test_full_answers_make_a_person_a_plan_and_a_first_scan():
    companion = companion_from(FULL)

    person = companion.person()
    assert person.care.contacts[0].phone == "020 7946 0123"
    assert companion.plan.current().course.starts_on == date(2026, 2, 17)
    assert companion.heart.overview().baseline.percent == 64


def test_the_card_is_never_assumed():
    assert companion_from(FULL).person().care.fever_card is None


def test_what_is_not_known_yet_stays_out():
    answers = SetupAnswers(name="Ana", country="US", line="555 0100")

    companion = companion_from(answers)

    assert companion.plan.all() == ()
    assert companion.person().surgeries == ()
    assert companion.heart.overview().latest is None


@pytest.mark.parametrize(
    ("country", "label", "unit"),
    [
        ("US", LabelRegion.US, TemperatureUnit.FAHRENHEIT),
        ("GB", LabelRegion.EU, TemperatureUnit.CELSIUS),
        ("ES", LabelRegion.EU, TemperatureUnit.CELSIUS),
    ],
)
def test_label_and_thermometer_follow_the_country(country, label, unit):
    assert label_for(country) is label
    assert SetupAnswers(country=country).unit is unit


def test_a_chosen_thermometer_wins_over_the_country():
    answers = SetupAnswers(country="US", temperature_unit=TemperatureUnit.CELSIUS)

    assert answers.unit is TemperatureUnit.CELSIUS


def test_with_drugs_first_the_rest_goes_on_on_the_day_that_is_named():
    goes_on = date(2026, 8, 3)
    answers = replace(FULL, before_surgery=True, surgery_on=None, resumes_on=goes_on)

    plan = planned(answers, library(), NOW.date())

    assert plan.course.setting is Setting.NEOADJUVANT
    assert min(visit.on for visit in plan.visits if visit.phase == "HP") == goes_on


def test_a_day_to_go_on_is_left_out_when_surgery_came_first():
    answers = replace(FULL, resumes_on=date(2026, 8, 3))

    assert planned(answers, library(), NOW.date()).course.resumes_on is None


def test_an_operation_after_the_start_is_refused():
    with pytest.raises(NotUnderstoodError, match="after the start"):
        planned(replace(FULL, surgery_on=date(2026, 3, 1)), library(), NOW.date())


def test_a_diary_without_a_country_is_refused():
    with pytest.raises(NotUnderstoodError, match="country"):
        first_write(replace(FULL, country=None), library(), NOW)
