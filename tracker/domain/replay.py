"""The events of a course played over its slots: what moved, what was given, what was left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.domain.course import CourseEvent, DoseTarget, Given, Moved, Omitted, Stopped
from tracker.domain.regimen import Track
from tracker.domain.slots import Slot

_NO_DAYS = timedelta(0)
_TRACKS_IN_ORDER = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)


@dataclass(slots=True)
class Dose:
    """A slot with what happened to it so far.

    Attributes:
        on: Its day as things stand.
        moved_by: Days by which events moved it, and with it all later ones of the drug.
        typed_on: The day it was last moved to by a move of its own.
        given_on: None while it was not marked as given.
    """

    slot: Slot
    on: date
    moved_by: timedelta = _NO_DAYS
    typed_on: date | None = None
    given_on: date | None = None
    omitted: bool = False
    stopped: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come or not yet marked."""
        return self.given_on is None and not self.omitted


@dataclass(slots=True)
class Replay:
    """The doses of every drug while events are applied in the order they were recorded."""

    doses: dict[str, list[Dose]]
    stops: list[Stopped] = field(default_factory=list)
    _in_order: list[Dose] = field(init=False)
    _segments: dict[tuple[int, str], int] = field(init=False)

    def __post_init__(self) -> None:
        # Every event settles all days anew, so what never changes is worked out once.
        self._in_order = sorted(self.all_doses(), key=lambda each: each.slot.phase_index)
        self._segments = {
            (dose.slot.phase_index, dose.slot.drug): dose.slot.segment
            for dose in reversed(self._in_order)
        }

    @classmethod
    def of(cls, slots: dict[str, list[Slot]]) -> "Replay":
        """Return the doses before anything happened."""
        return cls(
            {drug: [Dose(slot, slot.template_on) for slot in each] for drug, each in slots.items()}
        )

    def apply(self, event: CourseEvent) -> None:
        """Apply one event; one that names no dose of this plan changes nothing."""
        match event:
            case Moved():
                self._move(event)
            case Given():
                for dose in self.aimed_at(event.target, event.cycle):
                    dose.given_on, dose.omitted = event.on, False
            case Omitted():
                for dose in self.aimed_at(event.target, event.cycle):
                    if dose.given_on is None:
                        dose.omitted = True
            case Stopped():
                self.stops.append(event)
        self._settle()

    def apply_all(self, events: Iterable[CourseEvent]) -> None:
        """Apply events in the order they were recorded."""
        for event in events:
            self.apply(event)

    def aimed_at(self, target: DoseTarget, cycle: int) -> list[Dose]:
        """Return the doses that a target and a cycle number mean; empty when there is none."""
        if target.drug is not None:
            each = self.doses.get(target.drug, [])
            return each[cycle - 1 : cycle] if cycle >= 1 else []
        if target.track is not None:
            return self._on_treatment_day(target.track, cycle)
        for track in _TRACKS_IN_ORDER:
            anchors = self._on_treatment_day(track, cycle)
            if anchors:
                on = min(dose.on for dose in anchors)
                return [dose for dose in self.all_doses() if dose.on == on]
        return []

    def _on_treatment_day(self, track: Track, number: int) -> list[Dose]:
        return [
            dose
            for dose in self.all_doses()
            if dose.slot.track is track and dose.slot.treatment_day == number
        ]

    def all_doses(self) -> Iterator[Dose]:
        """Return the doses drug by drug, each drug's in order."""
        for each in self.doses.values():
            yield from each

    def _move(self, event: Moved) -> None:
        anchors = [
            dose
            for dose in self.aimed_at(event.target, event.cycle)
            if dose.is_planned and not dose.stopped
        ]
        if not anchors:
            return
        by = event.to - min(dose.on for dose in anchors)
        for dose in anchors:
            dose.typed_on = dose.on + by
        for drug in self._drugs_moving(event.target, anchors):
            first = self._first_to_move(drug, anchors)
            if first is not None:
                first.moved_by += by

    def _drugs_moving(self, target: DoseTarget, anchors: list[Dose]) -> list[str]:
        """Return the drugs of the target; those that have not begun follow by themselves."""
        if target.drug is not None:
            return [target.drug]
        tracks = {dose.slot.track for dose in anchors}
        return [drug for drug, each in self.doses.items() if each and each[0].slot.track in tracks]

    def _first_to_move(self, drug: str, anchors: list[Dose]) -> Dose | None:
        track = self.doses[drug][0].slot.track
        from_day = min(
            (dose.slot.template_on for dose in anchors if dose.slot.track is track),
            default=min(dose.slot.template_on for dose in anchors),
        )
        segment = min(dose.slot.segment for dose in anchors)
        for dose in self.doses[drug]:
            if dose.slot.template_on >= from_day and dose.is_planned:
                follows = dose.slot.opens_phase and dose.slot.template_on > from_day
                return None if follows or dose.slot.segment != segment else dose
        return None

    def _settle(self) -> None:
        """Compute every day anew: the template, plus the delay in force, anchored at given ones."""
        delays: dict[tuple[int, str], timedelta] = {}
        for dose in self._in_order:
            slot = dose.slot
            delay = self._delay_before(slot, delays) + dose.moved_by
            if dose.given_on is not None:
                delay = dose.given_on - slot.template_on
            dose.on = slot.template_on + delay
            delays[slot.phase_index, slot.drug] = delay
            dose.stopped = bool(self.stops) and self._is_stopped(dose)

    def _is_stopped(self, dose: Dose) -> bool:
        return dose.is_planned and any(
            _aims_at(stop.target, dose.slot) and dose.on >= stop.on for stop in self.stops
        )

    def _delay_before(self, slot: Slot, delays: dict[tuple[int, str], timedelta]) -> timedelta:
        before = self._dose_before(slot)
        if before is not None and before.slot.segment != slot.segment and not slot.opens_phase:
            return _NO_DAYS
        if (slot.phase_index, slot.drug) in delays:
            return delays[slot.phase_index, slot.drug]
        if slot.opens_phase:
            return self._delay_of_phase(slot, delays)
        return delays.get((slot.phase_index - 1, slot.drug), _NO_DAYS)

    def _dose_before(self, slot: Slot) -> Dose | None:
        return self.doses[slot.drug][slot.dose - 2] if slot.dose > 1 else None

    def _delay_of_phase(self, slot: Slot, delays: dict[tuple[int, str], timedelta]) -> timedelta:
        """Return the delay of the phase before: of the same track, or else of all drugs in it."""
        phase_before = slot.phase_index - 1
        ended = {
            drug: delay
            for (index, drug), delay in delays.items()
            if index == phase_before and self._segments[index, drug] == slot.segment
        }
        same_track = [
            delay for drug, delay in ended.items() if self.doses[drug][0].slot.track is slot.track
        ]
        return max(same_track or ended.values(), default=_NO_DAYS)


def typed_doses(doses: Iterable[Dose]) -> frozenset[int]:
    """Return the numbers of one drug's planned doses that stand on a day typed for them.

    A dose that a typed one before it did not take along stands where the rhythm has it: that one
    was moved as well, but back to the delay in force before.
    """
    typed: set[int] = set()
    usual, segment = _NO_DAYS, 0
    for dose in doses:
        delay = dose.on - dose.slot.template_on
        if dose.slot.segment != segment:
            usual, segment = _NO_DAYS, dose.slot.segment
        is_own = dose.is_planned and bool(dose.moved_by) and dose.typed_on == dose.on
        if is_own and delay != usual:
            typed.add(dose.slot.dose)
        else:
            usual = delay
    return frozenset(typed)


def _aims_at(target: DoseTarget, slot: Slot) -> bool:
    if target.drug is not None:
        return target.drug == slot.drug
    return target.track is None or target.track is slot.track


def aims_at_tablet(target: DoseTarget, drug: str, track: Track) -> bool:
    """Return whether a target means a drug that is taken as daily tablets."""
    if target.drug is not None:
        return target.drug == drug
    return target.track is None or target.track is track
