"""How an answer was entered, and whether a medicine helped."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COLUMNS = (
    ("entered_as", "entered_as IN ('copied', 'all-none')"),
    ("helped", "helped IN ('yes', 'a-little', 'no')"),
)


def upgrade() -> None:
    """Add two columns, each with the words it may hold; what is there says neither."""
    for name, words in _COLUMNS:
        # In plain words, which SQLite and PostgreSQL both understand: Alembic adds a constraint
        # in a step of its own, and SQLite has none.
        op.execute(
            f"ALTER TABLE entry ADD COLUMN {name} VARCHAR(100)"
            f" CONSTRAINT ck_entry_{name} CHECK ({words})"
        )
