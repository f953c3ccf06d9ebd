"""What the choice of columns shows, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.entries import SymptomEntry
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.services.foreign_symptoms import (
    ColumnMapping,
    ForeignTable,
    Planned,
    first_and_last,
)
from tracker.services.foreign_words import DateOrder, orders_that_fit
from tracker.ui import text
from tracker.ui.history.state import SEVERITY_WORDS

ORDERS = (
    (DateOrder.YEAR_FIRST.value, "Year, month, day: 2026-05-04"),
    (DateOrder.DAY_FIRST.value, "Day, month, year: 04.05.2026"),
    (DateOrder.MONTH_FIRST.value, "Month, day, year: 05/04/2026"),
)
_SHOWN = 6
_REASONS = 4
_NOTE_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen so far; None: not yet, and no note."""

    day: int | None
    order: str | None
    symptom: int | None
    severity: int | None
    note: int | None


def orders_to_ask(table: ForeignTable, column: int) -> tuple[str, ...]:
    """Return the orders in which the days of a column can be read."""
    return tuple(order.value for order in orders_that_fit(table.column(column)))


def mapping_of(chosen: Chosen, names: Mapping[str, str]) -> ColumnMapping | None:
    """Return the mapping; None while something is missing or two columns are one."""
    needed = (chosen.day, chosen.symptom, chosen.severity)
    if chosen.day is None or chosen.symptom is None or chosen.severity is None:
        return None
    if chosen.order is None or len(set(needed)) < len(needed):
        return None
    return ColumnMapping(
        day=chosen.day,
        order=DateOrder(chosen.order),
        symptom=chosen.symptom,
        severity=chosen.severity,
        note=chosen.note,
        symptoms=names,
    )


def summary(planned: Planned | None) -> str:
    """Return how much would be stored and how much left out."""
    if planned is None:
        return "Choose the columns first."
    span = first_and_last(planned)
    parts = [f"{_answers(len(planned.entries))} on {_days(planned.days)}"]
    if span is not None:
        parts[0] += (
            f", from {text.long_day_with_year(span[0])} to {text.long_day_with_year(span[1])}"
        )
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
    """Return the first answers as they would be, and why rows are left out."""
    if planned is None:
        return ()
    lines = [_line(entry, symptoms) for entry in planned.entries[:_SHOWN]]
    if len(planned.entries) > _SHOWN:
        lines.append("…")
    lines += [f"Row {number}: {why}" for number, why in planned.refused[:_REASONS]]
    if len(planned.refused) > _REASONS:
        lines.append(f"… and {len(planned.refused) - _REASONS:,} more")
    return tuple(lines)


def what_was_added(planned: Planned) -> str:
    """Return what to say after it was stored."""
    left = f" {planned.refused_rows} left out." if planned.refused else ""
    return (
        f"Added {_answers(len(planned.entries))} on {_days(planned.days)}.{left} "
        "Ctrl+Z takes all of them back."
    )


def _line(entry: SymptomEntry, symptoms: Mapping[str, SymptomDefinition]) -> str:
    level = entry.severity
    words = "rather not say" if level is None else f"{level} {SEVERITY_WORDS[level]}"
    note = "" if entry.note is None else f" · {' '.join(entry.note.split())[:_NOTE_SHOWN]}"
    day, name = text.long_day_with_year(entry.day), symptom_name(entry.symptom, symptoms)
    return text.without_overrides(f"{day} · {name} · {words}{note}")


def _answers(number: int) -> str:
    return "1 answer" if number == 1 else f"{number:,} answers"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"
