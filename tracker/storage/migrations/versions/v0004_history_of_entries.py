"""The history of each entry, the memory of what was deleted, and the triggers that guard both."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.String(36)
_WORD = sa.String(100)
_MOMENT = sa.String(40)


def upgrade() -> None:
    """Make the two tables; what was removed before gets a line that knows neither who nor what."""
    op.create_table(
        "entry_history",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("entry_id", _ID, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("action", _WORD, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.CheckConstraint(
            "action IN ('changed', 'removed', 'restored', 'arrived')",
            name=op.f("ck_entry_history_action"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entry_history")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_entry_history_entry_id_entry")
        ),
    )
    op.create_index(op.f("ix_entry_history_entry_id"), "entry_history", ["entry_id"])
    op.create_table(
        "deleted_entry",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("deleted_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deleted_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_deleted_entry_id")),
    )
    op.execute(
        "INSERT INTO entry_history (entry_id, revision, action, at) "
        "SELECT id, (SELECT revision FROM diary), 'removed', removed_at "
        "FROM entry WHERE removed_at IS NOT NULL"
    )
    if op.get_context().dialect.name == "sqlite":
        _guards()


def _guards() -> None:
    deleted = (
        "EXISTS (SELECT 1 FROM deleted_entry JOIN entry ON entry.id = deleted_entry.id"
        " WHERE deleted_entry.id = {id} AND entry.removed_at IS NOT NULL)"
    )
    told = (
        "EXISTS (SELECT 1 FROM entry_history WHERE entry_id = OLD.id"
        " AND revision = (SELECT revision FROM diary))"
    )
    there = "EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR number = NEW.number)"
    only_added = "the history is only added to"
    together = "an entry changes together with its history"
    gone = "what was deleted stays deleted"
    for name, what, unless, why in (
        ("entry_history_stays", "UPDATE ON entry_history", "1", only_added),
        (
            "entry_history_goes_with_its_entry",
            "DELETE ON entry_history",
            f"NOT {deleted.format(id='OLD.entry_id')}",
            only_added,
        ),
        (
            "entry_history_is_not_replaced",
            "INSERT ON entry_history",
            "EXISTS (SELECT 1 FROM entry_history WHERE number = NEW.number)",
            only_added,
        ),
        (
            "entry_changes_are_told",
            "UPDATE ON entry",
            f"NEW.id <> OLD.id OR NEW.number <> OLD.number OR NOT {told}",
            together,
        ),
        (
            "entry_goes_from_the_bin",
            "DELETE ON entry",
            f"NOT {deleted.format(id='OLD.id')}",
            "an entry is deleted from the bin alone",
        ),
        ("entry_is_not_replaced", "INSERT ON entry", there, together),
        ("deleted_entry_stays", "UPDATE ON deleted_entry", "1", gone),
        ("deleted_entry_is_kept", "DELETE ON deleted_entry", "1", gone),
    ):
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {what} WHEN {unless} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
