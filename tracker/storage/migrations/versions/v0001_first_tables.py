"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.String(36)
_DAY = sa.String(10)
_WORD = sa.String(100)
_NUMBER = sa.String(40)
_MOMENT = sa.String(40)


def upgrade() -> None:
    """Make all tables of version 1."""
    op.create_table(
        "diary",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.CheckConstraint("number = 1", name=op.f("ck_diary_one_row")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_diary")),
    )
    _people()
    _courses()
    _entries()
    op.execute("INSERT INTO diary (number, revision) VALUES (1, 0)")


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("born_on", _DAY),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("temperature_unit", _WORD, nullable=False),
        sa.Column("weight_unit", _WORD, nullable=False),
        sa.Column("fever_high", _NUMBER),
        sa.Column("fever_low", _NUMBER),
        sa.Column("fever_unit", _WORD),
        sa.Column("emergency_number", sa.Text),
        sa.Column("heart_label", _WORD, nullable=False),
        sa.Column("lvef_lower_limit", _NUMBER),
        sa.Column("risk_factors", sa.Text),
        sa.Column("radiotherapy_from", _DAY),
        sa.Column("radiotherapy_to", _DAY),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_person")),
        sa.UniqueConstraint("id", name=op.f("uq_person_id")),
    )
    op.create_table(
        "contact_number",
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "position", name=op.f("pk_contact_number")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_contact_number_person_id_person")
        ),
    )
    op.create_table(
        "surgery",
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("on_day", _DAY, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("definitive", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "position", name=op.f("pk_surgery")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_surgery_person_id_person")
        ),
    )


def _courses() -> None:
    op.create_table(
        "course",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("regimen", _WORD, nullable=False),
        sa.Column("setting", _WORD, nullable=False),
        sa.Column("starts_on", _DAY, nullable=False),
        sa.Column("resumes_on", _DAY),
        sa.Column("custom", sa.Text),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("removed_at", _MOMENT),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_course")),
        sa.UniqueConstraint("id", name=op.f("uq_course_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_course_person_id_person")
        ),
    )
    op.create_index(op.f("ix_course_person_id"), "course", ["person_id"])
    op.create_table(
        "course_event",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("course_id", _ID, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("drug", _WORD),
        sa.Column("track", _WORD),
        sa.Column("cycle", sa.Integer),
        sa.Column("on_day", _DAY),
        sa.Column("reason", _WORD),
        sa.Column("note", sa.Text),
        sa.Column("dose_mg_m2", _NUMBER),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("removed_at", _MOMENT),
        sa.CheckConstraint(
            "kind IN ('moved', 'given', 'omitted', 'stopped')", name=op.f("ck_course_event_kind")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_course_event")),
        sa.UniqueConstraint("id", name=op.f("uq_course_event_id")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_event_course_id_course")
        ),
    )
    op.create_index(op.f("ix_course_event_course_id"), "course_event", ["course_id"])


def _entries() -> None:
    op.create_table(
        "entry",
        *_columns_of_an_entry(),
        sa.CheckConstraint(
            "kind <> 'symptom' OR (state IS NOT NULL AND symptom IS NOT NULL AND ("
            "(state = 'present' AND severity IS NOT NULL AND severity BETWEEN 1 AND 4)"
            " OR (state = 'absent' AND severity IS NOT NULL AND severity = 0)"
            " OR (state = 'skipped' AND severity IS NULL)))",
            name=op.f("ck_entry_answer_fits"),
        ),
        sa.CheckConstraint(
            "kind IN ('symptom', 'temperature', 'weight', 'pulse', 'blood-pressure', 'lab', "
            "'lvef', 'medicine', 'question', 'note', 'contact', 'appointment')",
            name=op.f("ck_entry_kind"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_entry_id")),
        sa.ForeignKeyConstraint(["person"], ["person.number"], name=op.f("fk_entry_person_person")),
    )
    for name, columns in (
        ("ix_entry_day", ["person", "day", "at_utc"]),
        ("ix_entry_kind", ["person", "kind", "at_utc"]),
        ("ix_entry_symptom", ["person", "symptom", "at_utc"]),
        ("ix_entry_moment", ["person", "at_utc", "number", "symptom", "day", "severity"]),
    ):
        op.create_index(
            op.f(name),
            "entry",
            columns,
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )


def _columns_of_an_entry() -> list[sa.Column[object]]:
    return [
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person", sa.Integer, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("day", _DAY, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("at_utc", _MOMENT, nullable=False),
        sa.Column("zone", _WORD, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("removed_at", _MOMENT),
        sa.Column("symptom", sa.Text),
        sa.Column("state", _WORD),
        sa.Column("severity", sa.Integer),
        sa.Column("flags", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("value", _NUMBER),
        sa.Column("unit", _WORD),
        sa.Column("typed", sa.Text),
        sa.Column("systolic", _NUMBER),
        sa.Column("diastolic", _NUMBER),
        sa.Column("test", _WORD),
        sa.Column("low", _NUMBER),
        sa.Column("high", _NUMBER),
        sa.Column("comparator", sa.String(1)),
        sa.Column("method", _WORD),
        sa.Column("name", sa.Text),
        sa.Column("amount", sa.Text),
        sa.Column("for_symptom", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("answer", sa.Text),
        sa.Column("who", sa.Text),
        sa.Column("alerts", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("starts_at", _MOMENT),
    ]
