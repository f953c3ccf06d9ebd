"""What calendars must know of what came back or is deleted, and copies of what was removed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ID = sa.String(36)
_MOMENT = sa.String(40)

# Which person's a deleted entry was is known where there is only one.
_DELETED_BEFORE = """
INSERT INTO removed_entry (id, person, removed_at)
SELECT deleted_entry.id, person.number, deleted_entry.deleted_at
FROM deleted_entry JOIN person ON (SELECT count(*) FROM person) = 1
"""


def upgrade() -> None:
    """Make the tables; of scans deleted before, and of what came back, nothing is known."""
    op.create_table(
        "put_back",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("removed_at", _MOMENT, nullable=False),
        sa.Column("restored_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_put_back")),
    )
    op.create_index(op.f("ix_put_back_id"), "put_back", ["id"])
    op.create_table(
        "deleted_scan",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("person", sa.Integer, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("stood", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deleted_scan")),
        sa.UniqueConstraint("id", name=op.f("uq_deleted_scan_id")),
        sa.ForeignKeyConstraint(
            ["person"], ["person.number"], name=op.f("fk_deleted_scan_person_person")
        ),
    )
    op.create_table(
        "removed_entry",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person", sa.Integer, nullable=False),
        sa.Column("removed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_entry")),
        sa.ForeignKeyConstraint(
            ["person"], ["person.number"], name=op.f("fk_removed_entry_person_person")
        ),
    )
    op.execute(_DELETED_BEFORE)
