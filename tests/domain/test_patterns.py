"""Each sentence of "In short" at its edges."""

from decimal import Decimal

import pytest

from tracker.domain.patterns import Pattern, PatternKind, patterns_of

LENGTH = 21


def by_day(*cycles: dict[int, int]) -> dict[int, tuple[int | None, ...]]:
    """Severities per cycle, turned into rows by day."""
    days = sorted({day for cycle in cycles for day in cycle})
    return {day: tuple(cycle.get(day) for cycle in cycles) for day in days}


def kinds(*cycles: dict[int, int]) -> list[PatternKind]:
    return [each.kind for each in patterns_of("nausea", by_day(*cycles), LENGTH)]


def only(kind: PatternKind, *cycles: dict[int, int]) -> Pattern:
    found = [each for each in patterns_of("nausea", by_day(*cycles), LENGTH) if each.kind is kind]
    assert len(found) == 1
    return found[0]


def test_nothing_is_said_about_nothing():
    assert patterns_of("nausea", {}, LENGTH) == ()


def test_one_cycle_is_no_pattern():
    assert kinds({3: 3, 4: 3, 10: 0}) == []


def test_peak_days_stay_within_half_a_level_of_the_worst_average():
    pattern = only(
        PatternKind.PEAK, {2: 1, 3: 3, 4: 2, 5: 2, 6: 1, 20: 1}, {2: 1, 3: 2, 4: 3, 5: 2, 6: 1}
    )

    assert (pattern.first_day, pattern.last_day) == (3, 5)
    assert pattern.severities == (Decimal("2.5"), Decimal("2.5"), Decimal(2))


@pytest.mark.parametrize(("second", "said"), [(2, True), (1, False)])
def test_an_average_below_one_and_a_half_is_no_peak(second, said):
    assert (PatternKind.PEAK in kinds({3: 1, 12: 0}, {3: second, 12: 0})) is said


def test_a_day_answered_in_one_cycle_alone_is_no_peak():
    assert PatternKind.PEAK not in kinds({3: 4, 20: 1}, {4: 4, 20: 1})


@pytest.mark.parametrize(("last", "said"), [(7, True), (8, False)])
def test_a_peak_lasts_no_longer_than_a_third_of_the_cycle(last, said):
    cycle = dict.fromkeys(range(1, last + 1), 2) | {21: 1}

    assert (PatternKind.PEAK in kinds(cycle, cycle)) is said


def test_two_separate_bad_spells_are_no_peak():
    cycle = {2: 3, 3: 1, 4: 3, 21: 1}

    assert PatternKind.PEAK not in kinds(cycle, cycle)


@pytest.mark.parametrize(("last_bad", "said"), [(9, True), (10, False)])
def test_gone_means_zero_from_a_day_in_the_first_half_on(last_bad, said):
    cycle = {1: 1, last_bad: 1, 15: 0}

    assert (PatternKind.GONE in kinds(cycle, cycle)) is said


def test_gone_names_the_first_free_day_of_the_slowest_cycle():
    assert only(PatternKind.GONE, {1: 1, 4: 1, 8: 0}, {1: 1, 5: 1, 8: 0}).first_day == 6


def test_without_an_answer_afterwards_nobody_knows_that_it_is_gone():
    assert PatternKind.GONE not in kinds({1: 1, 8: 0}, {1: 1})


def test_worse_each_cycle_needs_three_rising_cycles():
    pattern = only(PatternKind.WORSE_EACH_CYCLE, {3: 4}, {3: 1}, {3: 2}, {3: 3})

    assert pattern.severities == (1, 2, 3)


@pytest.mark.parametrize("worst", [(1, 2), (1, 2, 2), (2, 1, 3), (3, 2, 1)])
def test_anything_but_a_steady_rise_is_not_worse_each_cycle(worst):
    assert PatternKind.WORSE_EACH_CYCLE not in kinds(*({3: each} for each in worst))


def test_a_cycle_without_answers_breaks_the_rise():
    assert PatternKind.WORSE_EACH_CYCLE not in kinds({3: 1}, {3: 2}, {}, {3: 3})


def test_no_longer_clearing_is_said_when_an_earlier_cycle_ended_with_none():
    pattern = only(PatternKind.NO_LONGER_CLEARS, {20: 1, 21: 0}, {20: 1, 21: 1})

    assert (pattern.first_day, pattern.last_day) == (19, None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({20: 1, 21: 1}, {20: 1, 21: 1}),
        ({21: 0}, {20: 0, 21: 1}),
        ({21: 0}, {21: 1}),
        ({18: 0}, {20: 1, 21: 1}),
    ],
    ids=["it never cleared", "it did clear", "one answer", "no earlier ending"],
)
def test_otherwise_nothing_is_said_about_clearing(first, second):
    assert PatternKind.NO_LONGER_CLEARS not in kinds(first, second)


def test_a_running_cycle_may_still_clear():
    assert kinds({20: 1, 21: 0}, {20: 1, 21: 0}, {19: 1, 20: 1}) == []


def test_a_late_cycle_that_cleared_on_day_26_did_clear():
    assert kinds({20: 1, 21: 0}, {20: 1, 21: 1, 26: 0}, {1: 0}) == []


def test_a_late_cycle_counts_its_late_days():
    pattern = only(PatternKind.NO_LONGER_CLEARS, {21: 0}, {22: 1, 26: 2}, {1: 1})

    assert pattern.severities == (1, 2)


def test_what_cleared_in_no_cycle_does_not_clear():
    assert kinds({20: 1, 21: 1}, {20: 1, 21: 1}) == [PatternKind.DOES_NOT_CLEAR]


@pytest.mark.parametrize(
    "first",
    [{21: 1}, {20: 0, 21: 1}, {18: 1}],
    ids=["one answer", "it had cleared in between", "no ending"],
)
def test_two_full_endings_are_needed_to_say_that_it_does_not_clear(first):
    assert PatternKind.DOES_NOT_CLEAR not in kinds(first, {20: 1, 21: 1})


def quiet(ones: int, *, worst: int = 1) -> dict[int, int]:
    """Bad on days 1 and 2, none from day 3 on but for the last `ones` days."""
    days = {1: 3, 2: 2} | dict.fromkeys(range(3, 22), 0)
    return days | dict.fromkeys(range(22 - ones, 22), worst)


@pytest.mark.parametrize(("ones", "said"), [(3, True), (4, False)])
def test_mostly_gone_allows_one_answer_in_five_to_be_one(ones, said):
    assert (PatternKind.MOSTLY_GONE in kinds(quiet(ones), quiet(ones))) is said


def test_exactly_one_answer_in_five_still_is_mostly_gone():
    few = {1: 3, 2: 2, 3: 0, 4: 0, 5: 0, 6: 0, 7: 1}

    assert PatternKind.MOSTLY_GONE in kinds(few, few)


def test_mostly_gone_names_the_first_free_day_and_the_numbers_behind_it():
    pattern = only(PatternKind.MOSTLY_GONE, quiet(3), quiet(1))

    assert (pattern.first_day, pattern.answers, pattern.zeros) == (3, 38, 34)


def test_a_single_two_afterwards_is_not_mostly_gone():
    assert PatternKind.MOSTLY_GONE not in kinds(quiet(1), quiet(1, worst=2))


def test_what_was_felt_in_the_second_half_alone_is_not_mostly_gone():
    late = {1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 20: 1}

    assert PatternKind.MOSTLY_GONE not in kinds(late, late)


def test_gone_for_good_is_not_called_mostly_gone():
    assert PatternKind.MOSTLY_GONE not in kinds(quiet(0), quiet(0))


@pytest.mark.parametrize(("elsewhere", "everywhere"), [(2, True), (3, True), (4, False)])
def test_a_peak_is_the_same_in_every_cycle_when_each_has_its_worst_there(elsewhere, everywhere):
    cycle = {3: 3, 12: 1}
    odd_one = {3: 3, 12: elsewhere, 21: 0}

    pattern = only(PatternKind.PEAK, cycle | {21: 0}, cycle | {21: 0}, cycle | {21: 0}, odd_one)

    assert pattern.in_every_cycle is everywhere


@pytest.mark.parametrize("untouched", [{3: 0, 12: 0, 21: 0}, {3: 0}])
def test_a_cycle_in_which_it_was_never_felt_is_not_the_same(untouched):
    cycle = {3: 3, 12: 1, 21: 0}

    pattern = only(PatternKind.PEAK, cycle, cycle, cycle, untouched)

    assert pattern.in_every_cycle is False


@pytest.mark.parametrize(("first_free", "said"), [(10, True), (11, False)])
def test_mostly_gone_means_from_a_day_in_the_first_half_on(first_free, said):
    days = (
        dict.fromkeys(range(1, first_free), 2) | dict.fromkeys(range(first_free, 22), 0) | {21: 1}
    )

    assert (PatternKind.MOSTLY_GONE in kinds(days, days)) is said
