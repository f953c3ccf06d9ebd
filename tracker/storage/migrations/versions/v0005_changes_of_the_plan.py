"""Changes of a plan that are no events, and what calendars must know of deleted appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.String(36)
_DAY = sa.String(10)
_WORD = sa.String(100)
_MOMENT = sa.String(40)


def upgrade() -> None:
    """Make the two tables; what was changed before left nothing to put into them."""
    op.create_table(
        "plan_change",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("after_event", _ID),
        sa.Column("removed_at", _MOMENT),
        sa.CheckConstraint(
            "kind IN ('version', 'around-surgery', 'operation')", name=op.f("ck_plan_change_kind")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_plan_change")),
        sa.UniqueConstraint("id", name=op.f("uq_plan_change_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_change_person_id_person")
        ),
    )
    op.create_index(op.f("ix_plan_change_person_id"), "plan_change", ["person_id"])
    op.create_table(
        "deleted_appointment",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("day", _DAY, nullable=False),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deleted_appointment")),
        sa.UniqueConstraint("id", name=op.f("uq_deleted_appointment_id")),
        sa.ForeignKeyConstraint(
            ["person"], ["person.number"], name=op.f("fk_deleted_appointment_person_person")
        ),
    )
