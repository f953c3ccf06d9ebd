"""What every service of one open diary shares: store, knowledge, clock, person."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from tracker.clinical.library import Library
from tracker.domain.people import Person
from tracker.errors import DiaryNotOpenedError
from tracker.services.changes import Changes
from tracker.services.ports import Storage, Write
from tracker.services.undoing import UndoStack, inverse_of, recorded_anew, signed

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's place at one open diary.

    Attributes:
        by: Who writes when a call does not say; `self` is the person herself.
        undo: The last actions of this session.
    """

    storage: Storage
    library: Library
    clock: Clock
    person_id: UUID
    by: str
    undo: UndoStack = field(default_factory=UndoStack, compare=False, repr=False)

    def now(self) -> datetime:
        """Return the moment, with offset."""
        return self.clock()

    def next_moment(self) -> datetime:
        """Return the moment for an action on the plan: no two of them share one."""
        # Only what changes a plan asks, which nothing does before the first paint.
        from tracker.services.plan_moments import next_moment  # noqa: PLC0415

        return next_moment(self.storage, self.person_id, self.now())

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

    def apply(self, write: Write, changes: Changes) -> Changes:
        """Store one action, so that it can be taken back; return what it changes.

        Raises:
            NotSavedError: The disk or folder refused; nothing of the action was stored.
        """
        inverse = inverse_of(write, self.storage, self.person_id)
        self.storage.apply(signed(write, self.by))
        self.undo.push(inverse, changes)
        return changes

    def undo_last(self) -> Changes | None:
        """Take back the last action of this session; None when there is none left.

        Raises:
            NotSavedError: The disk or folder refused; the action can still be taken back.
        """
        step = self.undo.last()
        if step is None:
            return None
        inverse, changes = step
        at = self.next_moment() if changes.plan else self.now()
        write, names = recorded_anew(inverse, at)
        self.storage.apply(replace(write, by=self.by))
        self.undo.drop_last(names)
        return changes
