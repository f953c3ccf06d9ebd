"""What the bin and the history of an entry show, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tracker.domain.writers import SELF
from tracker.services.companion import Companion
from tracker.services.entry_history import EntryAction, EntryChange
from tracker.ui import text
from tracker.ui.history.entry_rows import Definitions, entry_in_words

_DID = {
    EntryAction.WRITTEN: "Written",
    EntryAction.CHANGED: "Changed",
    EntryAction.REMOVED: "Removed",
    EntryAction.RESTORED: "Put back",
    EntryAction.ARRIVED: "Came in another form with an import",
}


@dataclass(frozen=True, slots=True)
class PastLine:
    """One thing that was done to an entry.

    Attributes:
        title: What was done, when and by whom.
        before: How the entry stood before; "" where that is not told.
        after: How it stood then.
    """

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BinLine:
    """One entry in the bin, in words.

    Attributes:
        removed: When it was removed and by whom, and how long it stays.
    """

    entry_id: UUID
    words: str
    removed: str


def past_lines(companion: Companion, entry_id: UUID) -> tuple[PastLine, ...]:
    """Return what happened to an entry, the first thing first.

    Raises:
        NotUnderstoodError: It was deleted for good.
    """
    definitions, name = companion.library.symptoms, companion.person().name
    return tuple(_past_line(each, definitions, name) for each in companion.past.of_entry(entry_id))


def bin_lines(companion: Companion) -> tuple[BinLine, ...]:
    """Return what lies in the bin, the last removed first."""
    definitions, name = companion.library.symptoms, companion.person().name
    return tuple(
        BinLine(
            entry_id=each.entry.id,
            words=f"{_day(each.entry.at)}: {entry_in_words(each.entry, definitions)}",
            removed=(
                f"Removed {_moment(each.removed_at)}{_by(each.by, name)}; "
                f"stays until {_day(each.stays_until)}"
            ),
        )
        for each in companion.past.binned()
    )


def _past_line(change: EntryChange, definitions: Definitions, name: str) -> PastLine:
    title = f"{_DID[change.action]} {_moment(change.at)}{_by(change.by, name)}"
    told = change.action in (EntryAction.CHANGED, EntryAction.ARRIVED)
    before = entry_in_words(change.before, definitions) if told and change.before else ""
    after = entry_in_words(change.after, definitions) if change.after else ""
    return PastLine(title, before, after)


def _by(writer: str | None, name: str) -> str:
    if writer is None:
        return ""
    return f", by {name if writer == SELF else writer}"


def _day(moment: datetime) -> str:
    return text.long_day_with_year(moment.date())


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}, {text.clock_time(moment)}"
