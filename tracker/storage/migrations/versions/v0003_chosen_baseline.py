"""The heart scan that a person chose to count from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the id of the chosen scan; nobody has chosen one yet."""
    op.add_column("person", sa.Column("baseline_entry", sa.String(36)))
