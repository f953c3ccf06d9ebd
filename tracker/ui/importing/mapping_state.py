"""What the choice of columns shows, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.entries import SymptomEntry
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.domain.wording import counted
from tracker.services.foreign_symptoms import (
    ColumnMapping,
    ForeignTable,
    Planned,
    doubtful_scale,
    first_and_last,
)
from tracker.services.foreign_words import DateOrder, day_of, orders_of, orders_that_fit
from tracker.ui import text
from tracker.ui.history.state import SEVERITY_WORDS

ORDERS = (
    (DateOrder.YEAR_FIRST.value, "Year, month, day: 2026-05-04"),
    (DateOrder.DAY_FIRST.value, "Day, month, year: 04.05.2026"),
    (DateOrder.MONTH_FIRST.value, "Month, day, year: 05/04/2026"),
)
TO_FOUR, TO_MORE = "four", "more"
SCALES = (
    (TO_FOUR, "From 0 to 4"),
    (TO_MORE, "To more than 4"),
)
_SHOWN = 6
_REASONS = 4
_NOTE_SHOWN = 60
_CELL_SHOWN = 30
_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen so far; None: not yet, and no note.

    Attributes:
        scale: How far the numbers count; `TO_MORE` where nobody is asked.
    """

    day: int | None
    order: str | None
    symptom: int | None
    severity: int | None
    scale: str | None
    note: int | None


def orders_to_ask(table: ForeignTable, column: int) -> tuple[str, ...]:
    """Return the orders in which the days of a column can be read."""
    return tuple(order.value for order in orders_that_fit(table.column(column)))


def mapping_of(chosen: Chosen, names: Mapping[str, str]) -> ColumnMapping | None:
    """Return the mapping; None while something is missing or two columns are one."""
    if chosen.day is None or chosen.symptom is None or chosen.severity is None:
        return None
    if len({chosen.day, chosen.symptom, chosen.severity}) < _COLUMNS:
        return None
    if chosen.order is None or chosen.scale is None:
        return None
    return ColumnMapping(
        day=chosen.day,
        order=DateOrder(chosen.order),
        symptom=chosen.symptom,
        severity=chosen.severity,
        note=chosen.note,
        symptoms=names,
        up_to_four=chosen.scale == TO_FOUR,
    )


def what_is_missing(chosen: Chosen, table: ForeignTable) -> str:
    """Return what is still to be chosen, or what cannot be right, in a sentence."""
    if chosen.day is None:
        return "Choose the column with the day."
    if chosen.symptom is None:
        return "Choose the column with the symptom."
    if chosen.severity is None:
        return "Choose the column with how bad it was."
    if len({chosen.day, chosen.symptom, chosen.severity}) < _COLUMNS:
        return "One column cannot hold two of these; choose one for each."
    return _what_nobody_can_tell(table, chosen.day, chosen.order, chosen.severity)


def _what_nobody_can_tell(table: ForeignTable, day: int, order: str | None, severity: int) -> str:
    orders = orders_that_fit(table.column(day))
    if not orders:
        return "No day can be read in this column; choose another one."
    if order is None:
        choose = "Choose how a day is written there."
        return " ".join((choose, *_example(table, day), *_odd_row(table, day)))
    return " ".join((*_why_doubtful(table, severity), "Choose how far the numbers count."))


def _why_doubtful(table: ForeignTable, column: int) -> Iterator[str]:
    doubt = doubtful_scale(table, column)
    if doubt is not None:
        shown = text.without_overrides(doubt.words)[:_CELL_SHOWN]
        yield f"Row {doubt.row} has “{shown}”, other rows have 4 or less."


def _example(table: ForeignTable, column: int) -> Iterator[str]:
    """Yield what the first day could mean that is two days in two orders."""
    for cell in table.column(column):
        days = dict.fromkeys(day_of(cell, order) for order in orders_of(cell))
        if len(days) > 1:
            shown = text.without_overrides(cell.strip())[:_CELL_SHOWN]
            yield f"“{shown}” could be {' or '.join(map(text.long_day_with_year, days))}."
            return


def _odd_row(table: ForeignTable, column: int) -> Iterator[str]:
    """Yield the first row that is a day in one order alone, where others are in two."""
    for row, cells in table.rows:
        orders = orders_of(cells[column])
        if len(orders) == 1:
            shown = text.without_overrides(cells[column].strip())[:_CELL_SHOWN]
            order = dict(ORDERS)[orders[0].value].partition(":")[0].lower()
            yield f"Row {row} has “{shown}”, which is a day only as {order}."
            return


def summary(planned: Planned) -> str:
    """Return how much would be stored and how much left out."""
    span = first_and_last(planned)
    parts = ["No answers yet"]
    if span is not None:
        first, last = map(text.long_day_with_year, span)
        parts = [f"{_answered(planned)}"]
        parts[0] += f", from {first} to {last}"
    if planned.already_here:
        parts.append(f"{planned.already_here:,} already answered here, left as they are")
    if planned.empty:
        parts.append(f"{planned.empty:,} without an answer")
    if planned.refused:
        parts.append(f"{planned.refused_rows} left out")
    return "; ".join(parts) + "."


def preview_lines(
    planned: Planned | None, symptoms: Mapping[str, SymptomDefinition]
) -> tuple[str, ...]:
    """Return the first answers as they would be, and why the first rows are left out."""
    if planned is None:
        return ()
    answers = (_line(entry, symptoms) for entry in planned.entries[:_SHOWN])
    return (*answers, *map(_left_out, planned.refused[:_REASONS]))


def shows_all(planned: Planned | None) -> bool:
    """Return whether `preview_lines` has every row that is brought in or left out."""
    if planned is None:
        return True
    return len(planned.entries) <= _SHOWN and len(planned.refused) <= _REASONS


def all_lines(
    planned: Planned | None, symptoms: Mapping[str, SymptomDefinition]
) -> tuple[str, ...]:
    """Return every row: first what is left out and why, then all answers as they would be."""
    if planned is None:
        return ()
    answers = (_line(entry, symptoms) for entry in planned.entries)
    return (*map(_left_out, planned.refused), *answers)


def _left_out(refused: tuple[int, str]) -> str:
    number, why = refused
    return f"Row {number}: {why}"


def what_was_added(planned: Planned) -> str:
    """Return what to say after it was stored."""
    left = f" {planned.refused_rows} left out." if planned.refused else ""
    return f"Added {_answered(planned)}.{left} Ctrl+Z takes all of them back."


def _answered(planned: Planned) -> str:
    return f"{counted(len(planned.entries), 'answer')} on {counted(planned.days, 'day')}"


def _line(entry: SymptomEntry, symptoms: Mapping[str, SymptomDefinition]) -> str:
    level = entry.severity
    words = "rather not say" if level is None else f"{level} {SEVERITY_WORDS[level]}"
    note = "" if entry.note is None else f" · {' '.join(entry.note.split())[:_NOTE_SHOWN]}"
    day, name = text.long_day_with_year(entry.day), symptom_name(entry.symptom, symptoms)
    return text.without_overrides(f"{day} · {name} · {words}{note}")
