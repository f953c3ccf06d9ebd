"""Blood counts on the Heart page: typed from a slip, shown by cycle day, never judged."""

from datetime import timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.heart.counted import a_count, day_of_cycle, with_counts
from tests.ui.heart.shown import Shown
from tests.ui.heart_and_plan import START, a_life
from tracker.domain.entries import LabEntry
from tracker.domain.entry_words import Comparator
from tracker.ui.heart import counts_wording as wording
from tracker.ui.heart.counts_layout import lay_out
from tracker.ui.heart.counts_state import AgainstRange, CountChoice, CountsState, counts_state
from tracker.ui.theme import Theme


def state_of(*counts: LabEntry, choice: CountChoice | None = None, **changes) -> CountsState:
    return counts_state(with_counts(*counts, **changes).companion, choice or CountChoice())


def test_without_a_count_the_page_says_whose_range_counts(qtbot):
    shown = Shown(qtbot, a_life())

    assert "with the slip's own range" in shown.words()
    assert not shown.page.cards.counts.chart.isVisible()


def test_the_latest_cycles_are_drawn_over_each_other_by_cycle_day():
    counts = [a_count("1.2", day_of_cycle(cycle, 8)) for cycle in (1, 2, 3, 4)]

    chart = state_of(*counts).chart

    assert chart is not None
    assert [(line.cycle, line.age) for line in chart.lines] == [(4, 0), (3, 1), (2, 2)]
    assert chart.low_days is not None
    assert (chart.low_days.first, chart.low_days.last) == (8, 15)


def test_a_week_without_a_result_breaks_the_line():
    days = (1, 8, 16)

    chart = state_of(*(a_count("2", day_of_cycle(1, day)) for day in days)).chart

    assert chart is not None
    pieces = [[point.cycle_day for point in piece] for piece in chart.lines[0].pieces]
    assert pieces == [[1, 8], [16]]


def test_a_count_before_treatment_is_in_the_table_alone():
    state = state_of(a_count("4", START - timedelta(days=5)))

    assert state.chart is not None
    assert state.chart.lines == ()
    assert [row.cycle_day for row in state.rows] == [None]


@pytest.mark.parametrize(
    ("value", "comparator", "where"),
    [
        ("1.7", None, AgainstRange.BELOW),
        ("1.8", None, AgainstRange.WITHIN),
        ("7.5", None, AgainstRange.WITHIN),
        ("7.6", None, AgainstRange.ABOVE),
        ("1.0", Comparator.BELOW, AgainstRange.BELOW),
        ("2.0", Comparator.BELOW, None),
        ("2.0", Comparator.ABOVE, None),
        ("8.0", Comparator.ABOVE, AgainstRange.ABOVE),
    ],
)
def test_a_value_is_held_against_the_range_of_its_own_slip(value, comparator, where):
    (row,) = state_of(a_count(value, START, comparator=comparator)).rows

    assert row.against is where


def test_without_a_range_on_the_slip_nothing_is_said_about_the_value():
    (row,) = state_of(a_count("0.4", START, low=None, high=None)).rows

    assert row.against is None
    assert wording.against(row.against) == ""


def test_another_unit_of_the_list_converts_the_trend_and_keeps_the_slip():
    choice = CountChoice("neutrophils", "cells/uL")

    state = state_of(a_count("1.2", START), choice=choice)

    (row,) = state.rows
    assert (row.shown, row.value, row.unit) == (Decimal(1200), Decimal("1.2"), "10^9/L")
    assert state.chart is not None
    assert (state.chart.low, state.chart.high) == (Decimal(1800), Decimal(7500))
    assert [each.at_least for each in state.chart.printed] == [Decimal(1500)]


def test_a_unit_that_does_not_belong_to_the_test_is_not_shown():
    state = state_of(a_count("1.2", START), choice=CountChoice("neutrophils", "g/dL"))

    assert state.chart is not None
    assert state.chart.unit == "10^9/L"


def test_what_a_label_prints_for_the_day_of_a_dose_is_told_with_its_source(qtbot):
    words = Shown(qtbot, with_counts(a_count("1.2", START))).words()

    assert "For docetaxel: neutrophils of at least 1.5 10⁹/L on the day." in words
    assert "Your team may use another number, and theirs counts. Source: Docetaxel" in words


def test_a_drug_that_is_not_in_the_plan_prints_nothing():
    state = state_of(a_count("1.2", START), regimen="h-year")

    assert state.chart is not None
    assert state.chart.printed == ()


def test_no_word_tells_what_to_do_about_a_count(qtbot):
    words = Shown(qtbot, with_counts(a_count("0.3", START))).words().lower()

    for forbidden in ("skip", "hold off", "too low", "not safe", "all clear", "you are fine"):
        assert forbidden not in words


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [300, 620, 940])
def test_no_word_of_the_chart_lies_over_another(sheet: Theme, width, scale):
    sheet.set_text_scale(scale)
    days = ((4, 1), (4, 8), (4, 11), (4, 15), (3, 8), (3, 9), (2, 8))
    counts = [a_count(f"{n}.{n}", day_of_cycle(*day)) for n, day in enumerate(days)]
    chart = state_of(*counts).chart
    assert chart is not None

    places = lay_out(chart, width, 260 * scale)

    crossing = [
        (one.text, other.text)
        for one, other in combinations(places.labels, 2)
        if one.rect.intersects(other.rect)
    ]
    assert crossing == []
    assert all(each.rect.left() >= 0 and each.rect.right() <= width for each in places.labels)


@pytest.mark.parametrize("value", ["0", "0.001", "199", "12"])
def test_every_size_of_value_stays_in_the_chart(sheet: Theme, value):
    del sheet
    chart = state_of(a_count(value, START, low=None, high=None), regimen="h-year").chart
    assert chart is not None

    places = lay_out(chart, 900, 260)

    (dot,) = places.pieces[0]
    assert places.plot.top() < dot.at.y() <= places.plot.bottom()
    assert 1 <= len(places.grid) <= 7


def test_the_chart_says_in_words_what_it_draws(qtbot):
    shown = Shown(qtbot, with_counts(a_count("1.2", day_of_cycle(2, 8))))

    words = shown.page.cards.counts.chart.accessibleDescription()

    assert "Cycle 2, day 8: 1.2." in words
    assert "Counts are usually low on days 8 to 15." in words


def test_a_test_is_changed_with_one_click_and_remembered(qtbot):
    liver = a_count("31", START, "alt", unit="U/L", low=None, high="40")
    shown = Shown(qtbot, with_counts(a_count("1.2", START), liver))

    shown.press("ALT")

    shown.page.refresh()
    assert "31\u00a0U/L" in _table(shown)[0][1]


def test_many_results_are_cut_until_they_are_wanted(qtbot):
    counts = [a_count("2", START + timedelta(days=day)) for day in range(20)]
    shown = Shown(qtbot, with_counts(*counts))

    assert len(_table(shown)) == 6
    shown.press("Show all 20 results")

    assert len(_table(shown)) == 20


def test_a_wrong_count_can_be_taken_out_and_put_back(qtbot):
    shown = Shown(qtbot, with_counts(a_count("12", START)))
    shown.page.cards.counts.table.selectRow(0)

    shown.press("Remove this blood count")

    assert shown.life.companion.heart.counts() == ()
    shown.said[-1].undo()
    assert len(shown.life.companion.heart.counts()) == 1


def test_the_table_keeps_the_rules_of_qt_models(qtbot):
    shown = Shown(qtbot, with_counts(a_count("1.2", START)))
    model = shown.page.cards.counts.table.results

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Slip's range: 1.8 to 7.5"
    )


def _table(shown: Shown) -> list[list[str]]:
    model = shown.page.cards.counts.table.results
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
