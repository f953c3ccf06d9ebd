"""The chart of heart scans: readable with one, two and eight results, at any size."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from tests.ui.heart_and_plan import a_life, a_scan
from tracker.ui.heart import chart_wording, wording
from tracker.ui.heart.chart_layout import lay_out
from tracker.ui.heart.lvef_chart import LvefChartView
from tracker.ui.heart.state import HeartState, heart_state
from tracker.ui.theme import Theme

FIRST = date(2026, 2, 4)


def scans(*percents: str, methods: tuple[str, ...] = ()):
    return tuple(
        a_scan(percent, FIRST + timedelta(days=42 * n), methods[n] if methods else "echo")
        for n, percent in enumerate(percents)
    )


def state_of(*results, **changes) -> HeartState:
    return heart_state(a_life(*results, **{"today": date(2026, 11, 2), **changes}).companion)


CHARTS = {
    "one": lambda: state_of(*scans("64")),
    "two": lambda: state_of(*scans("64", "49", methods=("echo", "muga"))),
    "eight": lambda: state_of(*scans("64", "62", "60", "55", "53", "57", "60", "61")),
    "close lines": lambda: state_of(*scans("60", "59")),
    "lines one point apart": lambda: state_of(*scans("61", "60")),
    "very low": lambda: state_of(*scans("62", "24")),
    "no limit": lambda: state_of(*scans("64", "61"), limit=None),
}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 760, 940])
@pytest.mark.parametrize("name", CHARTS)
def test_no_label_lies_over_another_or_leaves_the_chart(sheet: Theme, name, width, scale):
    sheet.set_text_scale(scale)

    places = lay_out(CHARTS[name]().chart, width, 330 * scale)

    crossing = [
        (one.text, other.text)
        for one, other in combinations(places.labels, 2)
        if one.rect.intersects(other.rect)
    ]
    assert crossing == []
    for label in places.labels:
        assert label.rect.left() >= -1, label
        assert label.rect.right() <= width + 1, label


@pytest.mark.parametrize("name", ["one", "two", "eight"])
def test_every_result_has_its_number(name):
    state = CHARTS[name]()

    places = lay_out(state.chart, 940, 330)

    said = " ".join(label.text for label in places.labels if label.boxed)
    for row in state.chart.results:
        assert row.percent is not None
        assert wording.percent(row.percent) in said


def test_the_lines_are_named_with_their_values():
    texts = {label.text for label in lay_out(CHARTS["one"]().chart, 940, 330).labels}

    assert {
        "Your start, 64%",
        "10 points below your start, 54%",
        "Your hospital's limit, 50%",
    } <= texts


def test_a_limit_that_is_not_known_is_not_drawn():
    places = lay_out(CHARTS["no limit"]().chart, 940, 330)

    assert places.limit_y is None
    assert not any("limit" in label.text for label in places.labels)


def test_a_change_of_method_is_written_at_its_point():
    places = lay_out(CHARTS["two"]().chart, 940, 330)

    assert "49% MUGA" in {label.text for label in places.labels}


def test_a_late_scan_says_due_now_and_planned_ones_their_day():
    places = lay_out(CHARTS["one"]().chart, 940, 330)

    assert any(label.text == "Due now" and label.tone == "warnText" for label in places.labels)


def test_the_picture_is_not_blank_and_follows_the_theme(qtbot, sheet: Theme):
    state = CHARTS["two"]()
    chart = LvefChartView()
    qtbot.addWidget(chart)
    chart.show_chart(state.chart, chart_wording.chart_description(state))
    chart.resize(900, 330)

    light = colors_in(chart.grab().toImage())
    sheet.set_dark("dark")
    dark = colors_in(chart.grab().toImage())

    assert len(light) > 20
    assert light != dark


def test_painting_leaves_the_colors_of_the_theme_alone(qtbot, sheet: Theme):
    state = CHARTS["two"]()
    chart = LvefChartView()
    qtbot.addWidget(chart)
    chart.show_chart(state.chart, "")
    before = sheet.tokens("lowcount").alpha()

    chart.grab()

    assert sheet.tokens("lowcount").alpha() == before


def test_the_chart_says_in_words_what_it_draws(qtbot):
    state = CHARTS["two"]()
    chart = LvefChartView()
    qtbot.addWidget(chart)

    chart.show_chart(state.chart, chart_wording.chart_description(state))

    words = chart.accessibleDescription().replace("\u00a0", " ")
    assert chart.accessibleName() == "Heart scan results over time"
    assert "64% on Wednesday 4 February 2026, Echo." in words
    assert "Your hospital's limit is 50%." in words


def colors_in(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


@pytest.mark.parametrize("name", CHARTS)
def test_no_line_runs_through_the_words_of_another(name):
    places = lay_out(CHARTS[name]().chart, 940, 330)

    lines = [*places.lines, *([places.limit_y] if places.limit_y is not None else [])]
    crossed = [
        label.text
        for label in places.labels
        if places.plot.contains(label.rect) and not label.boxed and label.halo is None
        for y in lines
        if label.rect.top() < y < label.rect.bottom()
    ]
    assert crossed == []


def test_her2_doses_and_the_anthracycline_phase_stand_along_the_axis():
    state = state_of(*scans("64", "61"), regimen="ac-th", start=date(2026, 2, 17))
    places = lay_out(state.chart, 940, 330)

    assert state.chart.anthracycline == (date(2026, 2, 17), date(2026, 4, 21))
    assert state.chart.doses[0] == date(2026, 5, 12)
    assert len(places.doses) == len(state.chart.doses)
    assert places.anthracycline is not None
    assert places.anthracycline.right() < min(places.doses)
    assert "doxorubicin or epirubicin" in chart_wording.chart_description(state)


def test_without_a_plan_nothing_stands_along_the_axis():
    state = state_of(*scans("64"), regimen=None)

    assert (state.chart.doses, state.chart.anthracycline) == ((), None)
    assert chart_wording.axis_words(state.chart) == ""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 760, 940])
@pytest.mark.parametrize("name", CHARTS)
def test_every_number_stands_nearest_to_its_own_result(sheet: Theme, name, width, scale):
    sheet.set_text_scale(scale)
    state = CHARTS[name]()

    places = lay_out(state.chart, width, 330 * scale)

    for label in places.labels:
        if label.boxed:
            near = [
                (_off(label.rect, dot.at), wording.percent(row.percent))
                for dot, row in zip(places.dots, state.chart.results, strict=True)
                if row.percent is not None
            ]
            assert label.text.startswith(min(near)[1]), label


def _off(rect, point) -> float:
    aside = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    off = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return aside + off
