"""Blood counts in their place in the cycles."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from tests.ui.heart_and_plan import START, a_life, moment
from tracker.domain.counts import LowCountDays, counts_in_cycles, low_count_days
from tracker.domain.entries import LabEntry
from tracker.domain.schedule import Plan


def a_count(on: date, value: str = "1.2") -> LabEntry:
    return LabEntry(
        id=uuid4(),
        day=on,
        at=moment(on),
        zone="Europe/Madrid",
        by="self",
        test="neutrophils",
        value=Decimal(value),
        unit="10^9/L",
    )


def plans() -> tuple[Plan, ...]:
    return a_life().companion.plan.all()


def test_a_count_on_the_day_of_the_infusion_is_on_day_1():
    (value,) = counts_in_cycles((a_count(START),), plans())

    assert value.span is not None
    assert (value.span.cycle, value.cycle_day) == (1, 1)


def test_the_last_day_before_the_next_infusion_still_belongs_to_the_cycle():
    days = (START + timedelta(days=20), START + timedelta(days=21))

    last, first = counts_in_cycles([a_count(day) for day in days], plans())

    assert (last.span and last.span.cycle, last.cycle_day) == (1, 21)
    assert (first.span and first.span.cycle, first.cycle_day) == (2, 1)


def test_a_count_before_the_first_infusion_has_no_cycle_day():
    (value,) = counts_in_cycles((a_count(START - timedelta(days=1)),), plans())

    assert (value.span, value.cycle_day) == (None, None)


def test_without_a_plan_no_count_has_a_cycle_day():
    (value,) = counts_in_cycles((a_count(START),), ())

    assert value.cycle_day is None


def test_two_counts_of_one_day_are_both_kept_in_the_order_they_came():
    early = a_count(START, "0.9")
    late = replace(a_count(START, "1.1"), at=early.at + timedelta(hours=2))

    values = counts_in_cycles((late, early), plans())

    assert [value.entry.value for value in values] == [Decimal("0.9"), Decimal("1.1")]


def test_the_low_count_days_are_days_8_to_15_of_the_cycles_asked_about():
    found = plans()
    (value,) = counts_in_cycles((a_count(START),), found)
    assert value.span is not None

    assert low_count_days(found, (value.span,)) == LowCountDays(8, 15)
    assert low_count_days(found, ()) is None
