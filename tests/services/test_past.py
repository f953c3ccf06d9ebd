"""The bin keeps what was removed for 30 days; the history says who did what and when."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.builders import Clock, a_companion
from tests.fakes import MemoryStorage
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.measurements import TemperatureUnit
from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.services.entry_history import EntryAction

CELSIUS = TemperatureUnit.CELSIUS


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def companion(clock):
    return a_companion(clock=clock)


def removed_fever(companion):
    entry = companion.diary.temperature("38.4", CELSIUS).entry
    companion.diary.remove(entry.id)
    return entry


def test_what_was_removed_lies_in_the_bin_with_who_and_when(companion, clock):
    entry = removed_fever(companion)

    (binned,) = companion.past.binned()

    assert (binned.entry, binned.removed_at, binned.by) == (entry, clock.now, "self")


def test_an_entry_put_back_stands_in_its_day_and_undo_removes_it_again(companion):
    entry = removed_fever(companion)

    changes = companion.past.put_back([entry.id])

    assert changes.measurements
    assert companion.diary.day(entry.day).others == (entry,)
    assert companion.past.binned() == ()
    companion.undo_last()
    assert [each.entry for each in companion.past.binned()] == [entry]


def test_the_bin_lets_go_after_thirty_days_and_not_before(companion, clock):
    entry = removed_fever(companion)

    clock.forward(days=30, seconds=-1)
    kept = companion.past.clear_old()
    clock.forward(seconds=1)
    gone = companion.past.clear_old()

    assert (kept, gone) == (0, 1)
    assert companion.past.binned() == ()
    with pytest.raises(NotUnderstoodError, match="deleted for good"):
        companion.past.of_entry(entry.id)


def test_an_entry_older_than_thirty_days_in_the_bin_is_no_longer_offered(companion, clock):
    removed_fever(companion)

    clock.forward(days=31)

    assert companion.past.binned() == ()


def test_only_what_is_in_the_bin_is_deleted_for_good_or_put_back(companion):
    entry = companion.diary.temperature("38.4", CELSIUS).entry

    for act in (companion.past.delete_for_good, companion.past.put_back):
        with pytest.raises(NotUnderstoodError, match="not in the bin any more"):
            act([entry.id])

    assert companion.diary.day(entry.day).others == (entry,)


def test_the_history_of_an_answer_has_the_answers_it_took_the_place_of(companion, clock):
    first = companion.diary.answer("nausea", 3).entry
    clock.forward(minutes=20)
    second = companion.diary.answer("nausea", 1, by="Tom").entry
    companion.diary.answer("pain", 2)

    lines = companion.past.of_entry(second.id)

    assert [(line.action, line.by, line.after) for line in lines] == [
        (EntryAction.WRITTEN, "self", first),
        (EntryAction.WRITTEN, "Tom", second),
    ]


def test_the_history_of_a_question_has_each_of_its_answers(companion, clock):
    question = companion.diary.question("May I swim?").entry
    for text in ("Yes.", "Yes, after week two."):
        clock.forward(minutes=5)
        companion.diary.answer_question(question.id, text)

    lines = companion.past.of_entry(question.id)

    assert [line.action for line in lines] == [
        EntryAction.WRITTEN,
        EntryAction.CHANGED,
        EntryAction.CHANGED,
    ]
    assert [line.after.answer for line in lines] == [None, "Yes.", "Yes, after week two."]
    assert lines[1].before == question


def test_what_the_team_said_later_is_history_and_no_bin(companion, clock):
    told = companion.diary.contact("Advice line").entry
    clock.forward(minutes=5)
    said = companion.diary.what_they_said(told.id, "Come in.").entry

    assert companion.past.binned() == ()
    actions = [line.action for line in companion.past.of_entry(said.id)]
    assert EntryAction.REMOVED in actions
    assert told in [line.after for line in companion.past.of_entry(said.id)]


def test_fifty_actions_of_every_sort_are_taken_back_one_by_one_and_the_one_before_stays(
    companion,
):
    companion.diary.answer("nausea", 1)
    before = everything(companion)
    states = []
    for number in range(10):
        for act in actions(companion, number):
            states.append(everything(companion))
            act()

    for state in reversed(states):
        assert companion.undo_last() is not None
        assert everything(companion) == state

    assert len(states) == 50
    assert companion.undo_last() is None
    assert everything(companion) == before


def actions(companion, number):
    """Five actions that change five different things."""
    plan, profile = companion.plan, companion.profile
    return (
        lambda: companion.diary.answer("pain", number % 5),
        lambda: profile.rename(f"Ana {number}"),
        lambda: (
            plan.omit(DoseTarget(drug="docetaxel"), number // 2 + 1, Reason.INFECTION)
            if number % 2 == 0
            else plan.undo()
        ),
        lambda: companion.diary.weight(f"{60 + number}", companion.person().care.units.weight),
        lambda: companion.diary.clear("pain", companion.clock().date()),
    )


def everything(companion):
    visits = tuple(visit for plan in companion.plan.all() for visit in plan.visits)
    return companion.person(), visits, frozenset(companion.diary.entries())


def test_an_undo_that_the_disk_refuses_can_be_tried_again(clock):
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=clock)
    entry = companion.diary.lvef("55").entry
    storage.refuses = True

    with pytest.raises(NotSavedError):
        companion.undo_last()
    storage.refuses = False
    companion.undo_last()

    assert entry.percent == Decimal(55)
    assert companion.diary.entries(kinds=("lvef",)) == ()


def test_a_started_course_and_a_changed_surgery_are_taken_back(companion):
    before = everything(companion)
    (course,) = [plan.course for plan in companion.plan.all()]

    companion.plan.start("h-year", starts_on=course.starts_on + timedelta(days=200))
    companion.plan.set_surgeries(())

    assert everything(companion) != before
    companion.undo_last()
    companion.undo_last()
    assert everything(companion) == before


def test_a_day_let_go_of_is_typed_again_by_undo(companion):
    aim = DoseTarget(drug="docetaxel")
    on = companion.plan.planned_on(aim, 3)
    companion.plan.move(aim, 3, on + timedelta(days=2), Reason.HOLIDAY, only_this=True)
    typed = everything(companion)
    companion.plan.back_to_rhythm(aim, 3)

    companion.undo_last()

    assert everything(companion) == typed
