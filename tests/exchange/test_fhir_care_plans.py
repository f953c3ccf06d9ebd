"""A course in the FHIR bundle: a care plan, and a part of it for every cycle."""

import json
from datetime import UTC, date, datetime, timedelta

import fhirkit
from fhir.resources.R4B.bundle import Bundle

from tests.exchange.records import Diary
from tests.exchange.test_fhir import WHOLE, resources
from tracker.domain.course import Reason
from tracker.exchange.fhir_bundle import bundle_text


def test_a_course_is_a_care_plan_with_a_part_for_every_cycle():
    diary = Diary(regimen="tchp")
    diary.companion.plan.omit(WHOLE, 3, Reason.INFECTION)

    course, *cycles = resources(diary.record(), "CarePlan")

    plan = diary.companion.plan.current()
    assert course["id"] == str(plan.course.id)
    assert course["title"] == plan.course.regimen.name
    assert len(cycles) == len({(visit.phase, visit.cycle) for visit in plan.visits})
    for cycle in cycles:
        assert cycle["partOf"] == [{"reference": f"urn:uuid:{course['id']}"}]
    assert [cycle["status"] for cycle in cycles[:4]] == ["active", "active", "revoked", "active"]
    details = [each["detail"] for each in cycles[0]["activity"]]
    assert {each["status"] for each in details} == {"unknown"}
    assert len(details) == 4


def test_a_cycle_lasts_until_the_day_before_the_next_and_the_last_as_long_as_planned():
    diary = Diary(regimen="tchp")
    diary.companion.plan.omit(WHOLE, 3, Reason.INFECTION)
    diary.companion.plan.move(WHOLE, 2, date(2026, 5, 27), Reason.HOLIDAY)

    course, *cycles = resources(diary.record(), "CarePlan")

    periods = [(each["period"]["start"], each["period"]["end"]) for each in cycles]
    assert periods[0] == ("2026-05-04", "2026-05-26")
    assert periods[1] == ("2026-05-27", "2026-07-07")
    assert periods[2] == ("2026-06-15", "2026-07-05")  # left out: where it stood
    assert periods[3][0] == "2026-07-08"
    last_visit = max(each.on for each in diary.companion.plan.current().visits)
    assert periods[-1] == (last_visit.isoformat(), (last_visit + timedelta(20)).isoformat())
    assert course["period"] == {"start": "2026-05-04", "end": periods[-1][1]}
    whole = json.loads(bundle_text(diary.record()))
    assert fhirkit.validate(whole) == []
    Bundle.model_validate(whole)


def test_a_cycle_is_completed_on_the_day_after_its_last_day():
    diary = Diary(regimen="tchp", now=datetime(2026, 5, 24, 23, tzinfo=UTC))
    last_day = resources(diary.record(), "CarePlan")[1]
    diary.clock.forward(days=1)

    after = resources(diary.record(), "CarePlan")[1]

    assert (last_day["status"], after["status"]) == ("active", "completed")
