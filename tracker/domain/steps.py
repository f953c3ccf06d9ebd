"""What one action did: a change, and the moves that kept other dates where they were.

A move takes all later doses along. Where a date was typed for one visit alone, the same action also
moves what would follow back to its day, drug by drug. One visit may be noted drug by drug, some
given and some left out. Nothing marks such events but their moment and what they do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tracker.domain.course import (
    Course,
    CourseEvent,
    DoseTarget,
    Given,
    Moved,
    Omitted,
    Reason,
    Stopped,
)
from tracker.domain.replay import Dose, Replay
from tracker.domain.slots import lay_out

Place = tuple[str, int]
"""A drug and the number of its dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action.

    Attributes:
        place: Of its event among those of the course.
        aimed: The doses it is about; empty for a stop.
        before: The day of every dose before it.
        kept: Moves that put other doses back on the day they had before.
        beside: What was noted of the other drugs of the same visit.
    """

    place: int
    event: CourseEvent
    aimed: frozenset[Place]
    before: Mapping[Place, date]
    kept: tuple[Moved, ...] = ()
    beside: tuple[Given | Omitted, ...] = ()

    @property
    def size(self) -> int:
        """Number of events, the first included."""
        return 1 + len(self.kept) + len(self.beside)


def steps_of(
    course: Course, surgery_on: date | None, moments: Sequence[datetime] | None = None
) -> tuple[Step, ...]:
    """Return the actions of a course in their order.

    Args:
        course: With its events.
        surgery_on: The surgery it belongs to.
        moments: When each event was recorded; an action is one moment. None: not known.
    """
    replay = Replay.of(lay_out(course, surgery_on))
    steps: list[Step] = []
    for place, event in enumerate(course.events):
        last = steps[-1] if steps else None
        at_once = moments is None or place == 0 or moments[place] == moments[place - 1]
        if last and at_once and isinstance(event, Moved) and _puts_back(event, last, replay):
            steps[-1] = replace(last, kept=(*last.kept, event))
        elif (
            last and at_once and isinstance(event, Given | Omitted) and _beside(event, last, replay)
        ):
            aimed = last.aimed | _aimed(event, replay)
            steps[-1] = replace(last, beside=(*last.beside, event), aimed=aimed)
        else:
            steps.append(
                Step(place=place, event=event, aimed=_aimed(event, replay), before=_days(replay))
            )
        replay.apply(event)
    return tuple(steps)


def kept_alone(
    course: Course, surgery_on: date | None, moments: Sequence[datetime] | None = None
) -> dict[Place, date]:
    """Return the doses whose day was typed for that visit alone and still holds."""
    typed: dict[Place, date] = {}
    for step in steps_of(course, surgery_on, moments):
        event = step.event
        if isinstance(event, Moved):
            by = event.to - min((step.before[each] for each in step.aimed), default=event.to)
            for each in step.aimed:
                typed.pop(each, None)
                if step.kept:
                    typed[each] = step.before[each] + by
    now = {_place(dose): dose for dose in _after(course, surgery_on).all_doses()}
    return {
        each: on
        for each, on in typed.items()
        if now[each].on == on and now[each].moved_by and now[each].is_planned
    }


def keeping(
    course: Course,
    surgery_on: date | None,
    events: Sequence[CourseEvent],
    wanted: Mapping[Place, date],
) -> tuple[Moved, ...]:
    """Return the moves after which doses stand on the wanted days in spite of the events."""
    replay = _after(replace(course, events=(*course.events, *events)), surgery_on)
    first = events[0]
    reason = first.reason if isinstance(first, Moved | Omitted | Stopped) else Reason.OTHER
    moves: list[Moved] = []
    in_order = sorted(wanted, key=lambda each: _order(replay, each))
    for drug, number in in_order:
        dose, to = replay.doses[drug][number - 1], wanted[drug, number]
        ended = dose.stopped and replay.is_ended(dose.slot, to)
        if dose.is_planned and not ended and dose.on != to:
            back = Moved(DoseTarget(drug=drug), number, to, reason)
            replay.apply(back)
            moves.append(back)
    return tuple(moves)


def days_of_doses(course: Course, surgery_on: date | None) -> dict[Place, date]:
    """Return the day of every dose after all events."""
    return _days(_after(course, surgery_on))


def _after(course: Course, surgery_on: date | None) -> Replay:
    replay = Replay.of(lay_out(course, surgery_on))
    replay.apply_all(course.events)
    return replay


def _order(replay: Replay, place: Place) -> tuple[int, int]:
    """Return what sorts a dose behind those it waits for."""
    drug, number = place
    return (replay.doses[drug][number - 1].slot.phase_index, number)


def _days(replay: Replay) -> dict[Place, date]:
    return {_place(dose): dose.on for dose in replay.all_doses()}


def _place(dose: Dose) -> Place:
    return (dose.slot.drug, dose.slot.dose)


def _aimed(event: CourseEvent, replay: Replay) -> frozenset[Place]:
    if isinstance(event, Stopped):
        return frozenset()
    return frozenset(_place(dose) for dose in replay.aimed_at(event.target, event.cycle))


def _beside(event: Given | Omitted, step: Step, replay: Replay) -> bool:
    """Return whether an event is about another drug of the visit that a step is about."""
    if not isinstance(step.event, Given | Omitted) or step.kept or event.target.drug is None:
        return False
    aimed = _aimed(event, replay)
    return (
        step.event.target.drug is not None
        and not step.aimed & aimed
        and any(
            {day_of[each] for each in aimed} == {day_of[each] for each in step.aimed}
            for day_of in (step.before, _template_days(replay, aimed | step.aimed))
        )
    )


def _template_days(replay: Replay, places: frozenset[Place]) -> Mapping[Place, date]:
    return {
        (drug, number): replay.doses[drug][number - 1].slot.template_on for drug, number in places
    }


def _puts_back(event: Moved, step: Step, replay: Replay) -> bool:
    if event.target.drug is None:
        return False
    place = (event.target.drug, event.cycle)
    aimed = replay.aimed_at(event.target, event.cycle)
    return (
        place not in step.aimed
        and step.before.get(place) == event.to
        and bool(aimed)
        and aimed[0].on != event.to
    )
