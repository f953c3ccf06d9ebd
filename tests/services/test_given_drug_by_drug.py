"""A visit on which not every drug was given, or one was given in another way."""

from datetime import date

import pytest

from tests.builders import a_companion
from tests.whole_diaries import read_diaries
from tracker.domain.course import DoseTarget, Given, Omitted, Reason
from tracker.domain.diary import PersonDiary
from tracker.domain.schedule import VisitStatus
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import write_diaries

FIRST = date(2026, 5, 4)
PERTUZUMAB = {"pertuzumab": Reason.OTHER_SIDE_EFFECT}


@pytest.fixture
def companion():
    """A person on TCHP, eight days after her first infusion."""
    return a_companion()


def statuses(companion) -> dict[str, VisitStatus]:
    return {v.drug: v.status for v in companion.plan.current().visits if v.on == FIRST}


def test_one_drug_is_left_out_and_the_others_are_given_at_once(companion):
    companion.plan.give(DoseTarget(), 1, FIRST, left_out=PERTUZUMAB)

    left = statuses(companion)
    assert left.pop("pertuzumab") is VisitStatus.OMITTED
    assert set(left.values()) == {VisitStatus.GIVEN}


def test_one_undo_takes_back_all_that_was_noted_at_once(companion):
    companion.plan.give(DoseTarget(), 1, FIRST, left_out=PERTUZUMAB)

    companion.plan.undo()

    assert companion.plan.events() == ()


def test_two_visits_noted_drug_by_drug_are_taken_back_one_after_the_other(companion):
    companion.plan.give(DoseTarget(), 1, FIRST, left_out=PERTUZUMAB)
    companion.plan.move(DoseTarget(), 2, date(2026, 5, 12), Reason.OTHER)
    companion.plan.give(DoseTarget(), 2, date(2026, 5, 12), left_out=PERTUZUMAB)

    companion.plan.undo()

    assert len(companion.plan.events()) == 5


def test_a_smaller_dose_is_a_note_and_stands_once(companion):
    companion.plan.give(DoseTarget(), 1, FIRST, note="less docetaxel", left_out=PERTUZUMAB)

    events = [each.event for each in companion.plan.events()]
    notes = [each.note for each in events if isinstance(each, Given)]
    assert notes == ["less docetaxel", None, None]
    assert events[-1] == Omitted(DoseTarget(drug="pertuzumab"), 1, Reason.OTHER_SIDE_EFFECT)


def test_where_nothing_was_given_the_dose_is_noted_as_left_out_instead(companion):
    with pytest.raises(NotUnderstoodError, match="Nothing of this was given"):
        companion.plan.give(DoseTarget(drug="pertuzumab"), 1, FIRST, left_out=PERTUZUMAB)

    assert companion.plan.events() == ()


def test_the_note_of_a_given_dose_travels_in_the_diary_file_where_there_is_one(companion):
    companion.plan.give(DoseTarget(), 1, FIRST, note="less docetaxel")
    diary = companion_diary(companion)

    (again,) = read_diaries(write_diaries((diary,)), companion.library, companion.clock().date())

    assert again.courses == diary.courses


def companion_diary(companion):
    courses = tuple(plan.course for plan in companion.plan.all())
    return PersonDiary(person=companion.person(), courses=courses)
