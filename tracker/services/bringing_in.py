"""A diary file brought in: read, compared and stored, all or nothing, with one way to the end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.clinical.library import Library
from tracker.services.arriving_plans import PlanChanged
from tracker.services.exchanging import Arrival, arrival
from tracker.services.ports import Storage, Write
from tracker.services.progress import Progress, part_of, unwatched
from tracker.services.written_diary import WrittenDiary

_READ, _COMPARED = 0.45, 0.65


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What is brought in, and where to; the steps are done in this order.

    Attributes:
        read: Returns the diaries of the file, or nothing of it.
        opened: Returns the diary they go into; None: it is still to be made.
        store: Stores what they add, all or nothing, and makes the diary where there is none.
        agreed: What the person has seen of changes of plans and wants; None: nobody is asked.
    """

    read: Callable[[Progress], Iterable[WrittenDiary]]
    opened: Callable[[], Storage | None]
    store: Callable[[Write, Progress], object]
    agreed: tuple[PlanChanged, ...] | None = None


def bring_in(
    wanted: Import, library: Library, now: datetime, progress: Progress = unwatched
) -> Arrival:
    """Add what a diary file holds and return what that was; where it is nothing, store nothing.

    What changes plans otherwise than agreed is returned as it waits, and nothing is stored: the
    person sees what it would do first, and sees it again where file or diary changed meanwhile.

    Raises:
        NotUnderstoodError: The file is no diary; names the place.
        StoppedError: The one who looks on wants no more of it; nothing was added.
        NotSavedError: The disk refused; nothing was added.
    """
    diaries = wanted.read(part_of(progress, 0, _READ))
    storage = wanted.opened()
    comparing = part_of(progress, _READ, _COMPARED)
    arriving = arrival(storage, library, diaries, now, comparing)
    if wanted.agreed not in (None, arriving.plans_changed):
        progress(1.0)
        return replace(arriving, waits=True)
    if storage is None or not arriving.adds_nothing:
        wanted.store(arriving.write, part_of(progress, _COMPARED, 1))
    else:
        progress(1.0)
    return arriving
