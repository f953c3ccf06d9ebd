"""The words of the part with the blood counts."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.domain.labs import UNIT_SIGNS, unit_sign
from tracker.services.lab_units import SHOWN_ALSO
from tracker.ui import text
from tracker.ui.heart.counts_state import (
    AgainstRange,
    CountLine,
    CountRow,
    CountsChart,
    CountsState,
    PrintedCount,
)
from tracker.ui.heart.wording import drugs


def _tr(words: str) -> str:
    return QCoreApplication.translate("heart", words)


def unit(unit_id: str) -> str:
    """Return a unit as it is printed on slips."""
    return unit_sign(unit_id)


def unit_choice(unit_id: str) -> str:
    """Return a unit to choose, with what else slips print for it."""
    others = SHOWN_ALSO.get(unit_id)
    if others is None:
        return unit(unit_id)
    return _tr("{unit} (also written {others})").format(
        unit=unit(unit_id), others=", ".join(others)
    )


def number(value: Decimal) -> str:
    """Return a number with the digits it has, never with an exponent."""
    return f"{value:f}"


def value(row: CountRow) -> str:
    """Return a value as on the slip, with its unit."""
    return f"{row.comparator or ''}{number(row.value)}{text.NBSP}{unit(row.unit)}"


def shown_value(row: CountRow) -> str:
    """Return a value in the unit of the trend, without the unit."""
    return f"{row.comparator or ''}{number(row.shown)}"


def slip_range(low: Decimal | None, high: Decimal | None) -> str:
    """Return a range; empty where the slip has none."""
    if low is not None and high is not None:
        return _tr("{low} to {high}").format(low=number(low), high=number(high))
    if low is not None:
        return _tr("from {low}").format(low=number(low))
    return "" if high is None else _tr("up to {high}").format(high=number(high))


def against(where: AgainstRange | None) -> str:
    """Return where a value lies against its slip's range."""
    if where is None:
        return ""
    return {
        AgainstRange.BELOW: _tr("below it"),
        AgainstRange.WITHIN: _tr("within it"),
        AgainstRange.ABOVE: _tr("above it"),
    }[where]


def cycle_day(row: CountRow) -> str:
    """Return cycle and day; empty outside any cycle."""
    if row.cycle is None:
        return ""
    return _tr("cycle {cycle}, day {day}").format(cycle=row.cycle, day=row.cycle_day)


def printed_line(printed: PrintedCount) -> str:
    """Return the short name of a printed count in the chart."""
    return _tr("printed for {drug}: {value}").format(
        drug=drugs((printed.drug,)), value=number(printed.at_least)
    )


def printed_sentence(printed: PrintedCount) -> str:
    """Return the sentence with its unit as it is printed on slips."""
    words = printed.sentence
    for unit_id, sign in UNIT_SIGNS.items():
        words = words.replace(unit_id, sign)
    return words


def printed_source(printed: PrintedCount) -> str:
    """Return where a printed count was read."""
    return _tr("Source: {title}, {publisher}").format(
        title=printed.source.title, publisher=printed.source.publisher
    )


def legend(chart: CountsChart) -> str:
    """Return what the marks stand for."""
    marks = (_tr("Disc"), _tr("square"), _tr("diamond"))
    parts = [
        _tr("{mark}: cycle {cycle}").format(mark=marks[line.age], cycle=line.cycle)
        for line in chart.lines
    ]
    words = ", ".join(parts)
    return _tr("{marks}. The line breaks where a week has no result.").format(marks=words)


def description(state: CountsState) -> str:
    """Return the chart in sentences."""
    chart, test = state.chart, state.test
    if chart is None or test is None:
        return _tr("No result yet.")
    parts = [_tr("{test} in {unit}.").format(test=test.name, unit=unit(chart.unit))]
    parts += [_line_words(line) for line in chart.lines]
    if chart.low_days is not None:
        parts.append(
            _tr("Counts are usually low on days {first} to {last}.").format(
                first=chart.low_days.first, last=chart.low_days.last
            )
        )
    if shown := slip_range(chart.low, chart.high):
        parts.append(_tr("Range on the latest slip: {range}.").format(range=shown))
    parts += [printed_sentence(printed) for printed in chart.printed]
    return " ".join(parts)


def _line_words(line: CountLine) -> str:
    points = [point for piece in line.pieces for point in piece]
    said = ", ".join(
        _tr("day {day}: {value}").format(day=point.cycle_day, value=shown_value(point.row))
        for point in points
    )
    return _tr("Cycle {cycle}, {values}.").format(cycle=line.cycle, values=said)
