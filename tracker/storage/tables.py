"""The tables of a diary; types that PostgreSQL has as well.

Measured values are texts, so that no digit is lost. A moment is kept twice: as written, with its
offset, and in UTC for sorting. Nothing is deleted at once: `removed_at` says since when a row is
gone. What happens to an entry later is a line of `entry_history`; `guards` holds that to be so.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

_ID = String(36)
_DAY = String(10)
_WORD = String(100)
_NUMBER = String(40)
_MOMENT = String(40)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

diary = Table(
    "diary",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    CheckConstraint("number = 1", name="one_row"),
)

person = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("born_on", _DAY),
    Column("country", String(2), nullable=False),
    Column("temperature_unit", _WORD, nullable=False),
    Column("weight_unit", _WORD, nullable=False),
    Column("fever_high", _NUMBER),
    Column("fever_low", _NUMBER),
    Column("fever_unit", _WORD),
    Column("emergency_number", Text),
    Column("heart_label", _WORD, nullable=False),
    Column("lvef_lower_limit", _NUMBER),
    Column("risk_factors", Text),
    Column("radiotherapy_from", _DAY),
    Column("radiotherapy_to", _DAY),
    Column("is_sample", Boolean, nullable=False),
    Column("baseline_entry", _ID),
)

contact_number = Table(
    "contact_number",
    metadata,
    Column("person_id", _ID, ForeignKey("person.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("label", Text, nullable=False),
    Column("phone", Text, nullable=False),
)

surgery = Table(
    "surgery",
    metadata,
    Column("person_id", _ID, ForeignKey("person.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("on_day", _DAY, nullable=False),
    Column("name", Text),
    Column("definitive", Boolean, nullable=False),
)

course = Table(
    "course",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("person_id", _ID, ForeignKey("person.id"), nullable=False, index=True),
    Column("regimen", _WORD, nullable=False),
    Column("setting", _WORD, nullable=False),
    Column("starts_on", _DAY, nullable=False),
    Column("resumes_on", _DAY),
    Column("custom", Text),
    Column("recorded_at", _MOMENT, nullable=False),
    Column("removed_at", _MOMENT),
)

course_event = Table(
    "course_event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("course_id", _ID, ForeignKey("course.id"), nullable=False, index=True),
    Column("kind", _WORD, nullable=False),
    Column("drug", _WORD),
    Column("track", _WORD),
    Column("cycle", Integer),
    Column("on_day", _DAY),
    Column("reason", _WORD),
    Column("note", Text),
    Column("dose_mg_m2", _NUMBER),
    Column("recorded_at", _MOMENT, nullable=False),
    Column("author", Text, nullable=False),
    Column("removed_at", _MOMENT),
    CheckConstraint("kind IN ('moved', 'given', 'omitted', 'stopped')", name="kind"),
)

entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("person", Integer, ForeignKey("person.number"), nullable=False),
    Column("kind", _WORD, nullable=False),
    Column("day", _DAY, nullable=False),
    Column("at", _MOMENT, nullable=False),
    Column("at_utc", _MOMENT, nullable=False),
    Column("zone", _WORD, nullable=False),
    Column("author", Text, nullable=False),
    Column("removed_at", _MOMENT),
    Column("symptom", Text),
    Column("state", _WORD),
    Column("severity", Integer),
    Column("flags", Text),
    Column("note", Text),
    Column("value", _NUMBER),
    Column("unit", _WORD),
    Column("typed", Text),
    Column("systolic", _NUMBER),
    Column("diastolic", _NUMBER),
    Column("test", _WORD),
    Column("low", _NUMBER),
    Column("high", _NUMBER),
    Column("comparator", String(1)),
    Column("method", _WORD),
    Column("name", Text),
    Column("amount", Text),
    Column("for_symptom", Text),
    Column("text", Text),
    Column("answer", Text),
    Column("who", Text),
    Column("alerts", Text),
    Column("title", Text),
    Column("starts_at", _MOMENT),
    Column("entered_as", _WORD),
    Column("helped", _WORD),
    CheckConstraint("entered_as IN ('copied', 'all-none')", name="entered_as"),
    CheckConstraint("helped IN ('yes', 'a-little', 'no')", name="helped"),
    CheckConstraint(
        "kind <> 'symptom' OR (state IS NOT NULL AND symptom IS NOT NULL AND ("
        "(state = 'present' AND severity IS NOT NULL AND severity BETWEEN 1 AND 4)"
        " OR (state = 'absent' AND severity IS NOT NULL AND severity = 0)"
        " OR (state = 'skipped' AND severity IS NULL)))",
        name="answer_fits",
    ),
    CheckConstraint(
        "kind IN ('symptom', 'temperature', 'weight', 'pulse', 'blood-pressure', 'lab', 'lvef',"
        " 'medicine', 'question', 'note', 'contact', 'appointment')",
        name="kind",
    ),
)

_STANDING = text("removed_at IS NULL")


def _index(name: str, *columns: str) -> Index:
    # The migrations say it for PostgreSQL as well; here that would load its dialect at every start.
    return Index(name, *(entry.c[column] for column in columns), sqlite_where=_STANDING)


_index("ix_entry_day", "person", "day", "at_utc")
_index("ix_entry_kind", "person", "kind", "at_utc")
_index("ix_entry_symptom", "person", "symptom", "at_utc")
# Covers what History reads, so that five years of answers are read without touching the table.
_index("ix_entry_moment", "person", "at_utc", "number", "symptom", "day", "severity")

entry_history = Table(
    "entry_history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry_id", _ID, ForeignKey("entry.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("action", _WORD, nullable=False),
    Column("at", _MOMENT, nullable=False),
    Column("author", Text),
    Column("before", Text),
    Column("after", Text),
    CheckConstraint("action IN ('changed', 'removed', 'restored', 'arrived')", name="action"),
)

# What was an entry and is deleted for good: it is not taken in again, and salvage does not miss it.
deleted_entry = Table(
    "deleted_entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", _ID, nullable=False, unique=True),
    Column("deleted_at", _MOMENT, nullable=False),
)

# What was changed of a plan and is no event of a course; both sides as JSON.
plan_change = Table(
    "plan_change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("person_id", _ID, ForeignKey("person.id"), nullable=False, index=True),
    Column("kind", _WORD, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("recorded_at", _MOMENT, nullable=False),
    Column("author", Text, nullable=False),
    Column("after_event", _ID),
    Column("removed_at", _MOMENT),
    CheckConstraint("kind IN ('version', 'around-surgery', 'operation')", name="kind"),
)

# What calendars must know of an appointment that is deleted for good: no word of what it was.
deleted_appointment = Table(
    "deleted_appointment",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person", Integer, ForeignKey("person.number"), nullable=False),
    Column("id", _ID, nullable=False, unique=True),
    Column("day", _DAY, nullable=False),
    Column("changes", Integer, nullable=False),
)

# When an event or a course was taken back and put back again: calendars count both.
put_back = Table(
    "put_back",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", _ID, nullable=False, index=True),
    Column("removed_at", _MOMENT, nullable=False),
    Column("restored_at", _MOMENT, nullable=False),
)

# What calendars must know of a heart scan that is deleted for good: its days, and no value.
deleted_scan = Table(
    "deleted_scan",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person", Integer, ForeignKey("person.number"), nullable=False),
    Column("id", _ID, nullable=False, unique=True),
    Column("stood", Text, nullable=False),
)

# What another copy of the diary must know: these were removed, and are not here any more.
removed_entry = Table(
    "removed_entry",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("person", Integer, ForeignKey("person.number"), nullable=False),
    Column("removed_at", _MOMENT, nullable=False),
)
