"""What every service of one open diary shares: store, knowledge, clock, person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tracker.clinical.library import Library
from tracker.domain.people import Person
from tracker.errors import DiaryNotOpenedError
from tracker.services.ports import Storage, Write

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's place at one open diary.

    Attributes:
        by: Who writes when a call does not say; `self` is the person herself.
    """

    storage: Storage
    library: Library
    clock: Clock
    person_id: UUID
    by: str

    def now(self) -> datetime:
        """Return the moment, with offset."""
        return self.clock()

    def today(self) -> date:
        """Return the local calendar day."""
        return self.clock().date()

    def person(self) -> Person:
        """Return the person as stored now.

        Raises:
            DiaryNotOpenedError: The diary holds no such person any more.
        """
        for person in self.storage.people():
            if person.id == self.person_id:
                return person
        raise DiaryNotOpenedError(
            "This person is no longer in the diary; nothing was changed; open the diary again."
        )

    def apply(self, write: Write) -> None:
        """Store one action."""
        self.storage.apply(write)
