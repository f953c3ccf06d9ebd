"""Which rows a question means, as plain SQL with named values that SQLite and PostgreSQL share.

Texts and not SQLAlchemy's expressions: the first page waits for these answers, and reading must
not wait for SQLAlchemy to be imported and to compile each of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from tracker.domain.writers import SELF
from tracker.services.moments import utc_text
from tracker.services.ports import EntryQuery

_STANDING = "person = (SELECT number FROM person WHERE id = :person_id) AND removed_at IS NULL"
_MOMENT = "at_utc"
# Days narrow more than moments: keep the index of moments from being walked instead.
_MOMENT_WITHOUT_INDEX = "at_utc || ''"


class Question(NamedTuple):
    """A selection and the values of its `:names`; both may say what a person wrote."""

    sql: str
    values: dict[str, Any]


PEOPLE = Question("SELECT * FROM person ORDER BY number", {})
CONTACTS = Question("SELECT * FROM contact_number ORDER BY person_id, position", {})
SURGERIES = Question("SELECT * FROM surgery ORDER BY person_id, position", {})
ANYTHING = Question(
    "SELECT number FROM person UNION ALL SELECT number FROM entry "
    "UNION ALL SELECT number FROM course LIMIT 1",
    {},
)
REVISION = Question("SELECT revision FROM diary", {})


def courses_question(person_id: UUID) -> Question:
    """Ask for the courses that were not taken back, in the order recorded."""
    sql = "SELECT * FROM course WHERE person_id = :person_id AND removed_at IS NULL ORDER BY number"
    return Question(sql, {"person_id": str(person_id)})


def events_question(person_id: UUID) -> Question:
    """Ask for the events that were not taken back, in the order recorded."""
    sql = (
        "SELECT course_event.* FROM course_event JOIN course ON course.id = course_event.course_id "
        "WHERE course.person_id = :person_id AND course.removed_at IS NULL "
        "AND course_event.removed_at IS NULL ORDER BY course_event.number"
    )
    return Question(sql, {"person_id": str(person_id)})


def entries_question(person_id: UUID, query: EntryQuery) -> Question:
    """Ask for entries by moment; the latest first where only the newest are wanted."""
    narrow = query.since is not None or query.until is not None or query.ids is not None
    moment = _MOMENT_WITHOUT_INDEX if narrow else _MOMENT
    values: dict[str, Any] = {"person_id": str(person_id)}
    # Ids narrow more than the person: without the sign, SQLite walks all that she ever wrote.
    standing = _STANDING if query.ids is None else f"+{_STANDING}"
    conditions = [standing, *_bounds(query, moment, values)]
    if query.kinds is not None:
        conditions.append(_among("kind", query.kinds, values))
    if query.ids is not None:
        conditions.append(_among("id", map(str, query.ids), values))
    found = f"SELECT * FROM entry WHERE {' AND '.join(conditions)}"  # noqa: S608 - names of ours
    if query.newest is None:
        return Question(f"{found} ORDER BY {moment}, number", values)
    values["newest"] = query.newest
    return Question(f"{found} ORDER BY {moment} DESC, number DESC LIMIT :newest", values)


def _bounds(query: EntryQuery, moment: str, values: dict[str, Any]) -> Iterator[str]:
    bounds = (
        ("day >=", "since", query.since and query.since.isoformat()),
        ("day <=", "until", query.until and query.until.isoformat()),
        (f"{moment} >", "written_after", query.written_after and utc_text(query.written_after)),
        (f"{moment} <=", "written_until", query.written_until and utc_text(query.written_until)),
    )
    for comparison, name, value in bounds:
        if value is not None:
            values[name] = value
            yield f"{comparison} :{name}"


def _among(column: str, wanted: Iterable[str], values: dict[str, Any]) -> str:
    named = {f"{column}{number}": value for number, value in enumerate(wanted)}
    values |= named
    return f"{column} IN (:{', :'.join(named)})" if named else "1 = 0"


def latest_answer_question(person_id: UUID, written_until: datetime, symptom: str) -> Question:
    """Ask for the last answer about a symptom that is no skip."""
    sql = (
        f"SELECT * FROM entry WHERE {_STANDING} AND symptom = :symptom "  # noqa: S608 - ours
        "AND severity IS NOT NULL AND at_utc <= :written_until "
        "ORDER BY at_utc DESC, number DESC LIMIT 1"
    )
    until = utc_text(written_until)
    return Question(sql, {"person_id": str(person_id), "symptom": symptom, "written_until": until})


def symptom_days_question(person_id: UUID, written_until: datetime, since: date | None) -> Question:
    """Ask for symptom, day and severity; for all days an index holds all of it."""
    values = {"person_id": str(person_id), "written_until": utc_text(written_until)}
    moment, from_day = _MOMENT, ""
    if since is not None:
        moment, from_day = _MOMENT_WITHOUT_INDEX, "AND day >= :since "
        values["since"] = since.isoformat()
    sql = (
        f"SELECT symptom, day, severity FROM entry WHERE {_STANDING} "  # noqa: S608 - ours
        f"AND symptom IS NOT NULL {from_day}AND {moment} <= :written_until "
        f"ORDER BY {moment}, number"
    )
    return Question(sql, values)


def days_question(
    person_id: UUID, *, since: date, until: date, written_until: datetime
) -> Question:
    """Ask for the days between the two, both included, that any entry is about."""
    sql = (
        f"SELECT DISTINCT day FROM entry WHERE {_STANDING} "  # noqa: S608 - ours
        "AND day BETWEEN :since AND :until AND at_utc <= :written_until"
    )
    values = {
        "person_id": str(person_id),
        "since": since.isoformat(),
        "until": until.isoformat(),
        "written_until": utc_text(written_until),
    }
    return Question(sql, values)


def answer_writers_question(
    person_id: UUID, symptoms: Iterable[str], since: date, written_until: datetime
) -> Question:
    """Ask who wrote answers about these symptoms, in the order of writing."""
    # An answer is written on its day or later, in whatever zone: so the index finds the few.
    values: dict[str, Any] = {
        "person_id": str(person_id),
        "since": since.isoformat(),
        "written_from": (since - timedelta(days=2)).isoformat(),
        "written_until": utc_text(written_until),
    }
    among = _among("symptom", symptoms, values)
    sql = (
        f"SELECT symptom, day, author FROM entry WHERE {_STANDING} "  # noqa: S608 - ours
        f"AND {among} AND day >= :since AND at_utc BETWEEN :written_from AND :written_until "
        "ORDER BY at_utc, number"
    )
    return Question(sql, values)


def days_of_two_writers_question(person_id: UUID, written_until: datetime) -> Question:
    """Ask for the days on which two writers gave a number to the same symptom."""
    number = f"{_STANDING} AND severity IS NOT NULL AND at_utc <= :written_until"
    sql = (
        f"SELECT DISTINCT day FROM entry AS helper WHERE {number} "  # noqa: S608 - ours
        f"AND author <> :herself AND EXISTS (SELECT 1 FROM entry AS other WHERE {number} "
        "AND other.day = helper.day AND other.symptom = helper.symptom "
        "AND other.author <> helper.author)"
    )
    values = {
        "person_id": str(person_id),
        "written_until": utc_text(written_until),
        "herself": SELF,
    }
    return Question(sql, values)


def known_ids_question(ids: Iterable[str]) -> Question:
    """Ask which of these entry ids the file has seen, those that are gone included."""
    values: dict[str, Any] = {}
    among = _among("id", ids, values)
    tables = ("entry", "deleted_entry", "removed_entry")
    sql = " UNION ".join(f"SELECT id FROM {table} WHERE {among}" for table in tables)  # noqa: S608 - ours
    return Question(sql, values)


def number_question(person_id: UUID) -> Question:
    """Ask for the number that stands in the entries of one person."""
    return Question("SELECT number FROM person WHERE id = :id", {"id": str(person_id)})


NO_ENTRY = Question("SELECT * FROM entry LIMIT 0", {})
"""Ask for the names of the columns of an entry."""


def standing_question(ids: Iterable[str], columns: Iterable[str], empty: Iterable[str]) -> Question:
    """Ask for the entries of these ids that were not removed, whosever they are.

    Args:
        ids: Of entries.
        columns: What to answer. A column takes as long as finding the row, so few are best.
        empty: Columns that say nothing about the entries to be found.
    """
    values: dict[str, Any] = {}
    among, told = _among("id", ids, values), ", ".join(columns)
    nothing = f"coalesce({', '.join((*sorted(empty), 'NULL', 'NULL'))}) IS NULL"
    sql = f"SELECT {told} FROM entry WHERE {among} AND removed_at IS NULL AND {nothing}"  # noqa: S608 - ours
    return Question(sql, values)


def arrived_ids_question(person_id: UUID) -> Question:
    """Ask for the entries of which an import ever brought another version."""
    sql = (
        f"SELECT id FROM entry WHERE +{_STANDING} "  # noqa: S608 - names of ours
        "AND id IN (SELECT entry_id FROM entry_history WHERE action = 'arrived') ORDER BY id"
    )
    return Question(sql, {"person_id": str(person_id)})
