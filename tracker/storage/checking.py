"""Reads a whole diary and says whether it is sound."""

from dataclasses import dataclass

from tracker.clinical.library import Library
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.exchanging import everything
from tracker.services.planning import plans_of
from tracker.storage.foreseen import damaged
from tracker.storage.sql_storage import SqlStorage


@dataclass(frozen=True, slots=True)
class Counted:
    """How much a sound diary holds."""

    people: int
    courses: int
    entries: int


def check_diary(storage: SqlStorage, library: Library) -> Counted:
    """Check pages, indexes and links, then read every entry and compute every plan.

    Raises:
        DiaryNotOpenedError: The diary is damaged; nothing was changed.
    """
    if not storage.is_sound():
        raise damaged(storage.path)
    try:
        diaries = everything(storage, library)
        for diary in diaries:
            person_id = diary.person.id
            plans_of(storage.courses(person_id), storage.events(person_id), diary.person, library)
    except (NotUnderstoodError, ValueError, TypeError, KeyError) as error:
        raise DiaryNotOpenedError(
            f"The diary {storage.path} holds something this program cannot read "
            f"({type(error).__name__}); nothing was changed; go back to a backup."
        ) from None
    return Counted(
        people=len(diaries),
        courses=sum(len(each.courses) for each in diaries),
        entries=sum(len(each.entries) for each in diaries),
    )
