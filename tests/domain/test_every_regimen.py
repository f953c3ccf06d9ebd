"""The dates of every regimen, counted by hand: days of cycles, one after the other."""

from datetime import date
from uuid import UUID

import pytest

from tracker.clinical.library import library
from tracker.domain.course import Course
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan, compute_plan

STARTS = (date(2026, 1, 31), date(2028, 2, 28))
"""The end of a long month, and the day before a leap day."""


def plan_of(regimen: Regimen, start: date, setting: Setting) -> Plan:
    course = Course(id=UUID(int=1), regimen=regimen, setting=setting, starts_on=start)
    return compute_plan(course, library().drugs)


def counted_by_hand(regimen: Regimen, start: date) -> list[tuple[str, date]]:
    found: list[tuple[str, date]] = []
    ordinal = start.toordinal()
    for phase in regimen.phases:
        for number in range(phase.cycles):
            for each in phase.administrations:
                found += [
                    (each.drug, date.fromordinal(ordinal + number * phase.cycle_days + day - 1))
                    for day in each.days
                ]
        ordinal += phase.cycles * phase.cycle_days
    return sorted(found, key=lambda dose: (dose[1], dose[0]))


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("regimen", library().regimens.values(), ids=lambda regimen: regimen.id)
def test_every_dose_stands_where_it_is_counted_by_hand(regimen, start):
    for setting in regimen.settings:
        plan = plan_of(regimen, start, setting)

        assert [(visit.drug, visit.on) for visit in plan.visits] == counted_by_hand(regimen, start)


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("regimen", library().regimens.values(), ids=lambda regimen: regimen.id)
def test_tablets_are_spans_from_the_first_day_of_their_phase(regimen, start):
    plan = plan_of(regimen, start, regimen.settings[0])

    daily = [each for phase in regimen.phases for each in phase.administrations if not each.days]
    assert [span.drug for span in plan.tablets] == [each.drug for each in daily]
    assert not {span.drug for span in plan.tablets} & {visit.drug for visit in plan.visits}
