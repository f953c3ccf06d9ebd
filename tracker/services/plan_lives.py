"""The events of a course while its actions are played in the order of their moments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge
from uuid import UUID

from tracker.domain.people import Person
from tracker.services.ports import CourseRecord, RecordedEvent, TakenBack, UndoneEvent

Ground = tuple[CourseRecord, Person]
"""What a plan is computed from, its events aside."""


@dataclass(slots=True, eq=False)
class Life:
    """An event, and what became of it later.

    Attributes:
        place: Its place among all events of the course that ever were.
        turns: When it was taken back, put back, taken back again, in turn; what is past is gone.
    """

    recorded: RecordedEvent
    place: int
    turns: list[datetime]


def lives_of(
    events: Sequence[RecordedEvent], taken_back: TakenBack, course_id: UUID
) -> Iterator[Life]:
    """Yield the events of a course by moment; those in force keep the order in which they hold."""
    kept: Sequence[RecordedEvent | UndoneEvent] = events
    undone: Sequence[RecordedEvent | UndoneEvent] = taken_back.events
    own = (
        each
        for each in merge(kept, undone, key=lambda each: _recorded(each).recorded_at)
        if _recorded(each).course_id == course_id
    )
    for place, each in enumerate(own):
        recorded = _recorded(each)
        away = (back for back in taken_back.put_back if back.id == recorded.id)
        turns = [moment for back in away for moment in (back.removed_at, back.restored_at)]
        if isinstance(each, UndoneEvent):
            turns.append(each.undone_at)
        yield Life(recorded, place, turns)


@dataclass(slots=True)
class Lived:
    """What holds of a course at the moment that is played.

    Attributes:
        ground: What it stands on now.
        later: What it stands on from which moment on, still to come.
        standing: The events that hold now, in the order in which they hold.
        away: Those that are taken back now, and will be put back.
    """

    ground: Ground
    later: list[tuple[datetime, Ground]]
    standing: list[Life] = field(default_factory=list)
    away: list[Life] = field(default_factory=list)

    def begin(self, life: Life) -> None:
        """Let an event hold that is recorded now."""
        self.standing.append(life)

    def turn_until(self, until: datetime) -> Iterator[datetime]:
        """Take events back, the latest first as people do it, put them back, change the ground.

        Yields when.
        """
        while True:
            turning = [each for each in (*reversed(self.standing), *self.away) if each.turns]
            first = min(turning, key=lambda each: each.turns[0], default=None)
            at = until if first is None else first.turns[0]
            if self.later and self.later[0][0] <= min(at, until):
                at, self.ground = self.later.pop(0)
            elif first is not None and at <= until:
                self._turn(first)
            else:
                return
            yield at

    def _turn(self, life: Life) -> None:
        life.turns.pop(0)
        if life in self.away:
            self.away.remove(life)
            place = sum(each.place < life.place for each in self.standing)
            self.standing.insert(place, life)
            return
        self.standing.remove(life)
        if life.turns:
            self.away.append(life)


def _recorded(each: RecordedEvent | UndoneEvent) -> RecordedEvent:
    return each.recorded if isinstance(each, UndoneEvent) else each
