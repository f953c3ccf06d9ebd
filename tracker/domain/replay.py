"""The events of a course played over its slots: what moved, what was given, what was left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

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
        delay: Days by which the drug is late here; `on` of a dose that was left out may differ.
    """

    slot: Slot
    on: date
    moved_by: timedelta = _NO_DAYS
    typed_on: date | None = None
    given_on: date | None = None
    omitted: bool = False
    stopped: bool = False
    delay: timedelta = _NO_DAYS

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come or not yet marked."""
        return self.given_on is None and not self.omitted


@dataclass(slots=True)
class _Run:
    """The doses of one drug in one phase, in order.

    Attributes:
        slot: That of its first dose.
        crossing: Doses that begin a new segment, which no earlier delay reaches.
    """

    slot: Slot
    doses: list[Dose]
    crossing: frozenset[int]

    def settle(self, delay: timedelta) -> timedelta:
        """Put every dose on its day, from the delay in force before; return that after the last."""
        for dose in self.doses:
            if self.crossing and dose.slot.dose in self.crossing:
                delay = _NO_DAYS
            if dose.given_on is not None:
                delay = dose.given_on - dose.slot.template_on
            elif dose.moved_by:
                delay += dose.moved_by
            if delay != dose.delay:
                dose.delay = delay
                if not dose.omitted:  # left out on a day, it stays there
                    dose.on = dose.slot.template_on + delay
        return delay


@dataclass(slots=True)
class Replay:
    """The doses of every drug while events are applied in the order they were recorded."""

    doses: dict[str, list[Dose]]
    stops: list[Stopped] = field(default_factory=list)
    _runs: list[_Run] = field(init=False)
    _days: dict[tuple[Track, int], list[Dose]] = field(init=False)

    def __post_init__(self) -> None:
        # Every event settles all days anew, so what never changes is worked out once.
        self._runs = _runs(self.doses)
        self._days = {}
        for dose in self.all_doses():
            self._days.setdefault((dose.slot.track, dose.slot.treatment_day), []).append(dose)

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
                    dose.given_on, dose.on, dose.omitted = event.on, event.on, False
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
        return self._days.get((track, number), [])

    def all_doses(self) -> Iterator[Dose]:
        """Return the doses drug by drug, each drug's in order."""
        for each in self.doses.values():
            yield from each

    def _move(self, event: Moved) -> None:
        anchors = [
            dose
            for dose in self.aimed_at(event.target, event.cycle)
            if dose.is_planned and (not dose.stopped or self._returns(dose, event))
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

    def _returns(self, dose: Dose, event: Moved) -> bool:
        """Return whether a move of one drug puts a dose back before the day that ends it."""
        return event.target.drug is not None and not self.is_ended(dose.slot, event.to)

    def _drugs_moving(self, target: DoseTarget, anchors: list[Dose]) -> list[str]:
        """Return the drugs of the target; those that have not begun follow by themselves."""
        if target.drug is not None:
            return [target.drug]
        tracks = {dose.slot.track for dose in anchors}
        return [drug for drug, each in self.doses.items() if each and each[0].slot.track in tracks]

    def _first_to_move(self, drug: str, anchors: list[Dose]) -> Dose | None:
        track = self.doses[drug][0].slot.track
        start = min(
            (dose.slot.in_regimen for dose in anchors if dose.slot.track is track),
            default=min(dose.slot.in_regimen for dose in anchors),
        )
        segment = min(dose.slot.segment for dose in anchors)
        for dose in self.doses[drug]:
            if dose.slot.in_regimen >= start and dose.is_planned:
                follows = dose.slot.opens_phase and dose.slot.in_regimen > start
                return None if follows or dose.slot.segment != segment else dose
        return None

    def _settle(self) -> None:
        """Compute every day anew: the template, plus the delay in force, anchored at given ones."""
        delays: dict[tuple[int, str], timedelta] = {}
        for run in self._runs:
            slot = run.slot
            delays[slot.phase_index, slot.drug] = run.settle(self._delay_before(slot, delays))
        if self.stops:
            for dose in self.all_doses():
                dose.stopped = dose.is_planned and self.is_ended(dose.slot, dose.on)

    def is_ended(self, slot: Slot, on: date) -> bool:
        """Return whether a stop leaves no room for a dose on a day."""
        return any(_aims_at(stop.target, slot) and on >= stop.on for stop in self.stops)

    def _delay_before(self, slot: Slot, delays: dict[tuple[int, str], timedelta]) -> timedelta:
        """Return the delay with which a drug enters a phase."""
        if slot.opens_phase:
            return self._delay_of_phase(slot, delays)
        return delays.get((slot.phase_index - 1, slot.drug), _NO_DAYS)

    def _delay_of_phase(self, slot: Slot, delays: dict[tuple[int, str], timedelta]) -> timedelta:
        """Return the delay of the phase before: of the same track, or else of all drugs in it."""
        before = [
            run.slot
            for run in self._runs
            if run.slot.phase_index == slot.phase_index - 1 and run.slot.segment == slot.segment
        ]
        same_track = [each for each in before if each.track is slot.track]
        return max(
            (delays[each.phase_index, each.drug] for each in same_track or before),
            default=_NO_DAYS,
        )


def _runs(doses: dict[str, list[Dose]]) -> list[_Run]:
    """Return the runs of all drugs by phase, as each phase waits for the one before."""
    runs: list[_Run] = []
    for each in doses.values():
        for _, group in groupby(each, key=lambda dose: dose.slot.phase_index):
            of_phase = list(group)
            crossing = frozenset(
                dose.slot.dose
                for dose in of_phase
                if dose.slot.dose > 1
                and not dose.slot.opens_phase
                and each[dose.slot.dose - 2].slot.segment != dose.slot.segment
            )
            runs.append(_Run(of_phase[0].slot, of_phase, crossing))
    return sorted(runs, key=lambda run: run.slot.phase_index)


def typed_doses(doses: Iterable[Dose]) -> frozenset[int]:
    """Return the numbers of one drug's planned doses that stand on a day typed for them.

    A dose that a typed one before it did not take along stands where the rhythm has it: that one
    was moved as well, but back to the delay in force before.
    """
    typed: set[int] = set()
    usual, segment = _NO_DAYS, 0
    for dose in doses:
        delay = dose.delay
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
