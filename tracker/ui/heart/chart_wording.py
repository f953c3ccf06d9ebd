"""The words of the chart of heart scans: its axis, and all of it in sentences."""

from PySide6.QtCore import QCoreApplication

from tracker.domain.entries import LvefMethod
from tracker.ui import text
from tracker.ui.heart import wording
from tracker.ui.heart.chart_state import LvefChart
from tracker.ui.heart.state import HeartState


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


def axis_words(chart: LvefChart) -> str:
    """Return what stands along the axis; empty without a dose."""
    parts = []
    if chart.doses:
        parts.append(
            _tr("Short marks at the bottom: {n} HER2 doses, planned ones included.").format(
                n=len(chart.doses)
            )
        )
    if chart.anthracycline is not None:
        parts.append(
            _tr("Bar at the bottom: doxorubicin or epirubicin, {first} to {last}.").format(
                first=text.short_day(chart.anthracycline[0]),
                last=text.short_day(chart.anthracycline[1]),
            )
        )
    return " ".join(parts)


def chart_description(state: HeartState) -> str:
    """Return the chart in sentences."""
    chart = state.chart
    parts = [
        _tr("{result} on {day}, {method}.").format(
            result=wording.percent(row.percent),
            day=text.long_day_with_year(row.on),
            method=wording.method(row.method or LvefMethod.UNKNOWN),
        )
        for row in chart.results
        if row.percent is not None
    ]
    if chart.ten_below is not None:
        parts.append(
            _tr("10 points below the start is {value}.").format(
                value=wording.percent(chart.ten_below)
            )
        )
    if chart.limit is not None:
        parts.append(
            _tr("Your hospital's limit is {value}.").format(value=wording.percent(chart.limit))
        )
    parts += [
        (
            _tr("A scan was due on {day}.") if check.late else _tr("A scan is planned for {day}.")
        ).format(day=text.long_day_with_year(check.due))
        for check in chart.planned
    ]
    if parts and (axis := axis_words(chart)):
        parts.append(axis)
    return " ".join(parts) if parts else _tr("No result yet.")
