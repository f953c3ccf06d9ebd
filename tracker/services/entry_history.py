"""What happened to an entry after it was written, and what lies in the bin."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tracker.domain.entries import AnyEntry

KEPT_IN_BIN = timedelta(days=30)


class EntryAction(StrEnum):
    """What was done; ARRIVED: another version came by import and was kept beside.

    WRITTEN is not kept: the entry itself says it.
    """

    WRITTEN = "written"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One line of an entry's history; lines are only ever added.

    Attributes:
        by: Who did it; None: an older version of this program did not keep it.
        before: As it stood before; None where it lay in the bin, or was not kept.
        after: As it stood then; None where it went into the bin. For ARRIVED: what came.
    """

    entry_id: UUID
    action: EntryAction
    at: datetime
    by: str | None = None
    before: AnyEntry | None = None
    after: AnyEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """An entry that was removed and can still be put back.

    Attributes:
        by: Who removed it; None: an older version of this program did not keep it.
    """

    entry: AnyEntry
    removed_at: datetime
    by: str | None = None

    @property
    def stays_until(self) -> datetime:
        """The moment from which it is deleted for good."""
        return self.removed_at + KEPT_IN_BIN
