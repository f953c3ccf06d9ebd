"""Parts of the tests' memory: which entries a question means, and what is left of deleted ones."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from tracker.domain.diary import Removal
from tracker.domain.entries import AnyEntry, AppointmentEntry, LvefEntry, kind_of
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.ports import DeletedAppointment, DeletedScan, EntryQuery


def left_of(entry: AppointmentEntry, history: Iterable[EntryChange]) -> DeletedAppointment:
    told = [e for e in history if e.entry_id == entry.id]
    changes = sum(each.action is not EntryAction.ARRIVED for each in told)
    return DeletedAppointment(id=entry.id, day=entry.starts_at.date(), changes=changes)


def days_of(entry: LvefEntry, history: Iterable[EntryChange], deleted_at: datetime) -> DeletedScan:
    lines = [e for e in history if e.entry_id == entry.id]
    first = [each.before for each in lines if each.action is EntryAction.CHANGED]
    stood = [(entry.at, (first[0] if first else entry).day)]
    for each in lines:
        if each.action is not EntryAction.ARRIVED:
            removed = each.action is EntryAction.REMOVED
            stood.append((each.at, None if removed else (each.after or entry).day))
    return DeletedScan(id=entry.id, stood=(*stood, (deleted_at, None)))


def fits(entry: AnyEntry, query: EntryQuery) -> bool:
    return (
        (query.since is None or entry.day >= query.since)
        and (query.until is None or entry.day <= query.until)
        and (query.written_after is None or entry.at > query.written_after)
        and (query.written_until is None or entry.at <= query.written_until)
        and (query.kinds is None or kind_of(entry) in query.kinds)
        and (query.ids is None or entry.id in query.ids)
    )


def removals(binned: Iterable[Binned], gone: Mapping[UUID, datetime]) -> tuple[Removal, ...]:
    in_bin = {each.entry.id: each.removed_at for each in binned}
    found = (Removal(*each) for each in (in_bin | dict(gone)).items())
    return tuple(sorted(found, key=lambda each: str(each.entry_id)))
