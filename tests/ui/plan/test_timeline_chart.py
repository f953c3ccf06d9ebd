"""The timeline as a picture: nothing lies over anything, nothing is cut, at any size."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from tests.ui.heart_and_plan import TODAY, Life, a_life, a_scan, in_radiotherapy
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Radiotherapy
from tracker.domain.regimen import Setting
from tracker.ui.plan.state import plan_state
from tracker.ui.plan.timeline import TimelineChart
from tracker.ui.plan.timeline_layout import lay_out
from tracker.ui.plan.timeline_parts import Timeline
from tracker.ui.theme import Theme


def tch_with_a_delay() -> Life:
    life = a_life(a_scan("64", date(2026, 2, 4)), radiotherapy=in_radiotherapy())
    life.on(date(2026, 3, 30)).plan.move(DoseTarget(), 3, date(2026, 4, 7), Reason.LOW_COUNTS)
    life.on(TODAY)
    return life


def weekly() -> Life:
    return a_life(a_scan("60", date(2026, 2, 10)), regimen="apt")


def surgery_in_the_middle() -> Life:
    return a_life(
        a_scan("61.5", date(2026, 2, 1)),
        regimen="ddac-thp",
        setting=Setting.NEOADJUVANT,
        surgery=date(2026, 8, 20),
        resumes=date(2026, 9, 14),
    )


def chemotherapy_alone() -> Life:
    return a_life(regimen="tc", surgery=None)


def two_years_of_scans() -> Life:
    first = date(2026, 2, 10)
    scans = [a_scan(str(65 - n), first + timedelta(days=91 * n)) for n in range(8)]
    return a_life(*scans, regimen="tchp", today=date(2027, 11, 20))


def radiotherapy_soon_after_surgery() -> Life:
    return a_life(
        a_scan("61.5", date(2026, 2, 1)),
        regimen="ddac-thp",
        setting=Setting.NEOADJUVANT,
        surgery=date(2026, 8, 20),
        resumes=date(2026, 9, 14),
        radiotherapy=Radiotherapy(date(2026, 9, 10), date(2026, 9, 30)),
    )


def radiotherapy_soon_before_surgery() -> Life:
    return a_life(regimen="tch", radiotherapy=Radiotherapy(date(2026, 1, 2), date(2026, 1, 4)))


LIVES = [tch_with_a_delay, weekly, surgery_in_the_middle, chemotherapy_alone, two_years_of_scans]


def timeline_of(life: Life) -> Timeline:
    state = plan_state(life.companion)
    assert state is not None
    return state.timeline


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [380, 560, 780, 1180, 2100])
@pytest.mark.parametrize("life", LIVES)
def test_no_label_lies_over_another_or_is_cut(sheet: Theme, life, width, scale):
    sheet.set_text_scale(scale)

    places = lay_out(timeline_of(life()), width)

    for label in places.labels:
        assert label.rect.left() >= 0, label
        assert label.rect.right() <= width + 1, label
        assert label.rect.bottom() <= places.height + 1, label
    crossing = [
        (one.text, other.text)
        for one, other in combinations(places.labels, 2)
        if one.rect.intersects(other.rect)
    ]
    assert crossing == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [380, 560, 780, 1180])
@pytest.mark.parametrize(
    "life", [*LIVES, radiotherapy_soon_after_surgery, radiotherapy_soon_before_surgery]
)
def test_radiotherapy_covers_no_operation(sheet: Theme, life, width, scale):
    sheet.set_text_scale(scale)

    shapes = lay_out(timeline_of(life()), width).shapes

    operations = [each.rect for each in shapes if each.what == "surgery"]
    radiated = [each.rect for each in shapes if each.what == "radiotherapy"]
    assert not any(one.intersects(other) for one in operations for other in radiated)
    assert all(0 <= each.left() < each.right() <= width for each in radiated)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [380, 560, 1180])
def test_radiotherapy_stands_after_an_operation_that_came_before_it(sheet: Theme, width, scale):
    sheet.set_text_scale(scale)
    life = a_life(
        regimen="tchp",
        setting=Setting.NEOADJUVANT,
        surgery=date(2026, 9, 1),
        radiotherapy=Radiotherapy(date(2026, 9, 15), date(2026, 9, 28)),
    )

    shapes = lay_out(timeline_of(life), width).shapes

    (operation,) = [each.rect for each in shapes if each.what == "surgery"]
    (radiated,) = [each.rect for each in shapes if each.what == "radiotherapy"]
    assert operation.right() < radiated.left() < radiated.right() <= width


@pytest.mark.parametrize("life", LIVES)
def test_every_result_is_written_at_its_heart_even_in_a_narrow_window(sheet: Theme, life):
    sheet.set_text_scale(2.0)
    timeline = timeline_of(life())

    labels = {label.text for label in lay_out(timeline, 900).labels}

    results = {f"{scan.percent.normalize():f}%" for scan in timeline.scans if scan.percent}
    assert results <= labels


def test_the_picture_is_not_blank_and_follows_the_theme(qtbot, sheet: Theme):
    chart = TimelineChart()
    qtbot.addWidget(chart)
    chart.show_timeline(timeline_of(tch_with_a_delay()))
    chart.resize(900, chart.heightForWidth(900))

    light = colors_in(chart.grab().toImage())
    sheet.set_dark("dark")
    dark = colors_in(chart.grab().toImage())

    assert len(light) > 20
    assert light != dark


def test_the_chart_speaks_for_itself(qtbot):
    chart = TimelineChart()
    qtbot.addWidget(chart)

    chart.show_timeline(timeline_of(tch_with_a_delay()))

    assert chart.accessibleName() == "Treatment timeline"
    assert "TCH cycle 5 of 6 from Tuesday 19\u00a0May\u00a02026: now." in (
        chart.accessibleDescription()
    )


def colors_in(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
