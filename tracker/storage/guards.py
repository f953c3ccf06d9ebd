"""Triggers that keep the past as it was, whatever program writes to the file.

An entry cannot change, go or come back without a line in its history; a line is never changed, and
goes only together with an entry that lay in the bin. `INSERT OR REPLACE` would delete without
asking the triggers of deletion, so a number or id that is there is refused as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DELETED_FOR_GOOD = (
    "EXISTS (SELECT 1 FROM deleted_entry JOIN entry ON entry.id = deleted_entry.id"
    " WHERE deleted_entry.id = {id} AND entry.removed_at IS NOT NULL)"
)
_TOLD = (
    "EXISTS (SELECT 1 FROM entry_history WHERE entry_id = OLD.id"
    " AND revision = (SELECT revision FROM diary))"
)
_RULES = (
    (
        "entry_history_stays",
        "UPDATE ON entry_history",
        "1",
        "the history is only added to",
    ),
    (
        "entry_history_goes_with_its_entry",
        "DELETE ON entry_history",
        f"NOT {_DELETED_FOR_GOOD.format(id='OLD.entry_id')}",
        "the history is only added to",
    ),
    (
        "entry_history_is_not_replaced",
        "INSERT ON entry_history",
        "EXISTS (SELECT 1 FROM entry_history WHERE number = NEW.number)",
        "the history is only added to",
    ),
    (
        "entry_changes_are_told",
        "UPDATE ON entry",
        f"NEW.id <> OLD.id OR NEW.number <> OLD.number OR NOT {_TOLD}",
        "an entry changes together with its history",
    ),
    (
        "entry_goes_from_the_bin",
        "DELETE ON entry",
        f"NOT {_DELETED_FOR_GOOD.format(id='OLD.id')}",
        "an entry is deleted from the bin alone",
    ),
    (
        "entry_is_not_replaced",
        "INSERT ON entry",
        "EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR number = NEW.number)",
        "an entry changes together with its history",
    ),
    (
        "deleted_entry_stays",
        "UPDATE ON deleted_entry",
        "1",
        "what was deleted stays deleted",
    ),
    (
        "deleted_entry_is_kept",
        "DELETE ON deleted_entry",
        "1",
        "what was deleted stays deleted",
    ),
)

_BY_NAME = {
    name: f"CREATE TRIGGER {name} BEFORE {what} WHEN {unless}"
    f" BEGIN SELECT RAISE(ABORT, '{why}'); END"
    for name, what, unless, why in _RULES
}
GUARDS = tuple(_BY_NAME.values())
NAMES = tuple(_BY_NAME)
NOT_REPLACED = "entry_is_not_replaced"
"""Asked for each new row, for the sake of statements that our own program does not have."""


@contextmanager
def put_aside(connection: "Connection", name: str) -> Iterator[None]:
    """Do without one guard inside a transaction, which puts it back whether it ends well or not."""
    connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    connection.exec_driver_sql(_BY_NAME[name])
