"""A version and an operation are told in the plan's history and taken back, in any session."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import NOW, PERSON_ID, Clock, a_companion, a_person
from tests.fakes import MemoryStorage
from tests.services.test_courses import version_of
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.domain.regimen import Setting
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.plan_history import PlanChangeKind, surgeries_without
from tracker.services.ports import Write

START = date(2026, 5, 4)
FIRST, SECOND = Surgery(date(2026, 4, 1), "Left"), Surgery(date(2026, 4, 9), "More tissue")


class Sessions:
    """One diary, opened anew for each action: no session remembers another's steps."""

    def __init__(self, **more) -> None:
        self.storage, self.clock = MemoryStorage(), Clock(NOW)
        person = more.pop("person", a_person(surgeries=(FIRST,)))
        a_companion(storage=self.storage, clock=self.clock, person=person, **more)

    def open(self, *, later: bool = True) -> Companion:
        if later:
            self.clock = Clock(self.clock() + timedelta(minutes=1))
        return Companion(self.storage, library(), self.clock, PERSON_ID)


@pytest.fixture
def sessions() -> Sessions:
    return Sessions()


def adapt(companion: Companion, cycles: int) -> None:
    course = companion.plan.current().course
    companion.plan.adapt(course.id, version_of(course.regimen, cycles=cycles))


def kinds(companion: Companion) -> list[tuple[PlanChangeKind, bool]]:
    return [(each.kind, each.undone_at is None) for each in companion.plan.changes()]


@pytest.mark.parametrize("later", [True, False])
def test_versions_events_and_operations_are_taken_back_the_last_first(sessions, later):
    states = [sessions.open(later=later).plan.all()]
    actions = (
        lambda c: adapt(c, 4),
        lambda c: c.plan.give(DoseTarget(), 1, START),
        lambda c: c.plan.add_surgery(SECOND),
        lambda c: adapt(c, 3),
        lambda c: c.plan.omit(DoseTarget(), 2, Reason.INFECTION),
    )
    for action in actions:
        companion = sessions.open(later=later)
        action(companion)
        states.append(companion.plan.all())
    told = kinds(sessions.open(later=later))

    for before in reversed(states[:-1]):
        companion = sessions.open(later=later)
        companion.plan.undo()
        assert companion.plan.all() == before
    assert told == [
        (PlanChangeKind.VERSION, True),
        (PlanChangeKind.OPERATION, True),
        (PlanChangeKind.VERSION, True),
    ]
    assert not any(standing for _, standing in kinds(sessions.open(later=later)))
    assert sessions.open(later=later).person().surgeries == (FIRST,)


def test_the_start_of_a_course_is_taken_back_after_its_versions(sessions):
    adapt(sessions.open(), 4)

    sessions.open().plan.undo()
    sessions.open().plan.undo()

    assert sessions.open().plan.all() == ()
    with pytest.raises(NotUnderstoodError, match="nothing to take back"):
        sessions.open().plan.undo()


@pytest.mark.parametrize("later", [True, False])
def test_a_course_that_was_started_later_is_taken_back_before_a_version(sessions, later):
    adapt(sessions.open(), 4)
    sessions.open(later=later).plan.start("tamoxifen", starts_on=date(2027, 8, 1))

    sessions.open(later=later).plan.undo()

    assert len(sessions.open().plan.all()) == 1
    assert kinds(sessions.open()) == [(PlanChangeKind.VERSION, True)]


def test_an_undone_version_can_itself_be_taken_back_in_its_session(sessions):
    adapt(sessions.open(), 4)
    companion = sessions.open()
    adapted = companion.plan.all()
    companion.plan.undo()

    companion.undo_last()

    assert companion.plan.all() == adapted
    assert kinds(companion) == [(PlanChangeKind.VERSION, False), (PlanChangeKind.VERSION, True)]


def test_days_around_surgery_come_back_together_in_another_session():
    sessions = Sessions(regimen=None, person=a_person())
    sessions.open().plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=START)
    companion = sessions.open()
    course, before = companion.plan.current().course, companion.plan.all()
    companion.plan.set_surgery_between(course.id, date(2026, 9, 22), date(2026, 10, 20))

    sessions.open().plan.undo()

    assert sessions.open().plan.all() == before
    assert sessions.open().person().surgeries == ()


def test_an_operation_that_was_corrected_since_is_left_as_it_was_corrected(sessions):
    companion = sessions.open()
    companion.plan.add_surgery(replace(SECOND, definitive=False))
    (change,) = companion.plan.changes()
    third = Surgery(date(2026, 4, 30))

    assert surgeries_without(change, (FIRST, replace(SECOND, definitive=False))) == (FIRST,)
    assert surgeries_without(change, (FIRST, SECOND, third)) == (FIRST, SECOND, third)


def test_what_was_given_under_a_version_is_taken_back_before_it(sessions):
    adapt(sessions.open(), 20)
    adapted = sessions.open().plan.all()
    sessions.open().plan.give(DoseTarget(), 1, START)

    sessions.open().plan.undo()

    assert sessions.open().plan.all() == adapted
    assert kinds(sessions.open()) == [(PlanChangeKind.VERSION, True)]


def test_the_operation_that_counted_before_counts_again_whatever_it_is_called_by_now(sessions):
    sessions.open().plan.add_surgery(SECOND)
    companion = sessions.open()
    first, second = companion.person().surgeries
    named = replace(companion.person(), surgeries=(replace(first, name="Lumpectomy"), second))
    sessions.storage.apply(Write(at=sessions.clock(), people=(named,)))

    sessions.open().plan.undo()

    assert sessions.open().person().surgeries == (replace(FIRST, name="Lumpectomy"),)


def test_an_operation_on_another_day_by_now_leaves_one_that_counts(sessions):
    companion = sessions.open()
    companion.plan.add_surgery(SECOND)
    (change,) = companion.plan.changes()
    corrected = (replace(FIRST, definitive=False), replace(SECOND, on=date(2026, 4, 11)))

    assert surgeries_without(change, corrected) == corrected


def test_an_operation_that_was_put_on_another_day_is_told_and_stands_again_after_undo(sessions):
    sessions.open().plan.set_surgeries((replace(FIRST, on=date(2026, 4, 3)),))
    told = kinds(sessions.open())

    sessions.open().plan.undo()

    assert told == [(PlanChangeKind.OPERATION, True)]
    assert sessions.open().person().surgeries == (FIRST,)


def test_another_name_of_an_operation_changes_no_plan_and_leaves_no_line_in_its_history(sessions):
    sessions.open().plan.set_surgeries((replace(FIRST, name="Lumpectomy"),))

    assert kinds(sessions.open()) == []
    assert sessions.open().person().surgeries == (replace(FIRST, name="Lumpectomy"),)


def test_an_operation_before_the_first_course_is_taken_back_after_a_course_of_the_same_moment():
    sessions = Sessions(regimen=None, person=a_person())
    sessions.open(later=False).plan.add_surgery(FIRST)
    sessions.open(later=False).plan.start("tchp", starts_on=START)

    sessions.open(later=False).plan.undo()

    assert sessions.open().plan.all() == ()
    assert sessions.open().person().surgeries == (FIRST,)
