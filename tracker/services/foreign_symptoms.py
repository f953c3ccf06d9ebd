"""Symptoms that another program kept in a table: what they would be here, and bringing them in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from tracker.domain.entries import WORST_SEVERITY, SymptomDays, SymptomEntry
from tracker.domain.spoken_dates import day_in_words
from tracker.domain.wording import counted
from tracker.errors import NotUnderstoodError
from tracker.services.answers import state_of
from tracker.services.changes import Changes
from tracker.services.desk import Desk
from tracker.services.foreign_words import (
    DateOrder,
    day_of,
    known_symptom,
    moment_of,
    number_alone,
    own_symptom,
    severity_of,
)
from tracker.services.local_time import zone_name
from tracker.services.ports import Write

_DAY_WORDS = ("date", "day", "datum", "fecha", "when")
_SYMPTOM_WORDS = ("symptom", "side effect", "complaint", "name", "item")
_SEVERITY_WORDS = ("severity", "level", "score", "grade", "intensity", "rating", "value")
_NOTE_WORDS = ("note", "comment", "remark", "detail", "text")


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table of somebody else's.

    Attributes:
        columns: Their names, each there once.
        rows: With their number in the file; each has a cell for every column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, place: int) -> Iterator[str]:
        """Yield the cells of a column that are not empty."""
        return (cells[place] for _, cells in self.rows if cells[place].strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which column is which; places from 0.

    Attributes:
        symptoms: What a name in the table is here, where it is not known by itself.
        up_to_four: The person says that numbers count from 0 to 4: one above is a slip and its row
            left out. Else one above 4 leaves all numbers out, for then a 3 may be of 10.
    """

    day: int
    order: DateOrder
    symptom: int
    severity: int
    note: int | None = None
    symptoms: Mapping[str, str] = field(default_factory=dict)
    up_to_four: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a table would add; nothing is stored yet.

    Attributes:
        entries: In the order of the table.
        already_here: Rows about a symptom and day that have an answer in the diary, which stays.
        empty: Rows without an answer.
        refused: Number of the row, and why it is left out.
    """

    entries: tuple[SymptomEntry, ...]
    already_here: int
    empty: int
    refused: tuple[tuple[int, str], ...]

    @property
    def days(self) -> int:
        """On how many days the answers are."""
        return len({entry.day for entry in self.entries})

    @property
    def refused_rows(self) -> str:
        """How many rows are left out, in words."""
        return counted(len(self.refused), "row")


def guessed_columns(columns: tuple[str, ...]) -> dict[str, int]:
    """Return which columns are probably `day`, `symptom`, `severity` and `note`, by their names."""
    found: dict[str, int] = {}
    for what, words in (
        ("day", _DAY_WORDS),
        ("severity", _SEVERITY_WORDS),
        ("note", _NOTE_WORDS),
        ("symptom", _SYMPTOM_WORDS),
    ):
        for word in words:
            places = [
                place
                for place, name in enumerate(columns)
                if word in name.lower() and place not in found.values()
            ]
            if places and what not in found:
                found[what] = places[0]
    return found


class ForeignSymptoms:
    """Brings a table in as answers, in one step that can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def unknown_names(self, table: ForeignTable, column: int) -> tuple[str, ...]:
        """Return the names of a column that are no symptom here, in the order of the table."""
        known = self._desk.library.symptoms
        names = dict.fromkeys(each.strip() for each in table.column(column))
        return tuple(each for each in names if known_symptom(each, known) is None)

    def plan(self, table: ForeignTable, mapping: ColumnMapping) -> Planned:
        """Return what the table would add; rows that cannot be right are named."""
        entries: list[SymptomEntry] = []
        refused: list[tuple[int, str]] = []
        here, empty, known = 0, 0, self._answers_here()
        seen: set[tuple[object, ...]] = set()
        doubt = None if mapping.up_to_four else doubtful_scale(table, mapping.severity)
        for number, cells in table.rows:
            if not cells[mapping.severity].strip():
                empty += 1
                continue
            try:
                _check_scale(cells[mapping.severity], doubt)
                entry = self._entry(cells, mapping)
            except NotUnderstoodError as error:
                refused.append((number, str(error).partition(";")[0]))
                continue
            row = (entry.symptom, entry.day, entry.at, entry.severity, entry.note)
            if entry.day in known.get(entry.symptom, ()) or row in seen:
                here += 1
                continue
            seen.add(row)
            entries.append(entry)
        return Planned(
            entries=tuple(entries), already_here=here, empty=empty, refused=tuple(refused)
        )

    def bring_in(self, planned: Planned) -> Changes:
        """Store what was planned, all of it or nothing."""
        person_id = self._desk.person_id
        write = Write(
            at=self._desk.now(), entries=tuple((person_id, each) for each in planned.entries)
        )
        return self._desk.apply(write, Changes(symptoms=True))

    def _answers_here(self) -> SymptomDays:
        desk = self._desk
        return desk.storage.symptom_days(desk.person_id, written_until=desk.now())

    def _entry(self, cells: tuple[str, ...], mapping: ColumnMapping) -> SymptomEntry:
        now = self._desk.now()
        when, name = cells[mapping.day], cells[mapping.symptom].strip()
        day = day_of(when, mapping.order)
        if day > now.date():
            raise NotUnderstoodError(
                f"{day_in_words(day)} is still to come; nothing was brought in."
            )
        symptom = self._symptom(name, mapping)
        if symptom is None:
            raise NotUnderstoodError("the symptom is missing; nothing was brought in.")
        severity = severity_of(cells[mapping.severity])
        note = "" if mapping.note is None else cells[mapping.note].strip()
        return SymptomEntry(
            id=uuid4(),
            day=day,
            at=moment_of(when, day, now),
            zone=zone_name(now),
            by=self._desk.by,
            symptom=symptom,
            state=state_of(severity),
            severity=severity,
            note=note or None,
        )

    def _symptom(self, name: str, mapping: ColumnMapping) -> str | None:
        chosen = mapping.symptoms.get(name)
        known = chosen or known_symptom(name, self._desk.library.symptoms)
        return known or own_symptom(name)


def first_and_last(planned: Planned) -> tuple[date, date] | None:
    """Return the days between which the answers are; None without any."""
    days = [entry.day for entry in planned.entries]
    return (min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class DoubtfulScale:
    """A number above 4 beside numbers that are not: a slip, or a scale that goes on.

    Attributes:
        row: The number of the first such row.
        words: What stands there.
    """

    row: int
    words: str


def doubtful_scale(table: ForeignTable, column: int) -> DoubtfulScale | None:
    """Return why nobody can tell how far the numbers of a column count; None where one can."""
    above: DoubtfulScale | None = None
    within = False
    for row, cells in table.rows:
        number = number_alone(cells[column])
        if number is not None and number > WORST_SEVERITY:
            above = above or DoubtfulScale(row, cells[column].strip())
        within = within or (number is not None and number <= WORST_SEVERITY)
    return above if within else None


def _check_scale(words: str, doubt: DoubtfulScale | None) -> None:
    number = number_alone(words)
    if doubt is not None and number is not None and number <= WORST_SEVERITY:
        raise NotUnderstoodError(
            f"“{words.strip()}” may count to more than 4, as row {doubt.row} does; nothing was "
            "brought in."
        )
