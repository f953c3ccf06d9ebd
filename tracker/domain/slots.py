"""A regimen laid on the calendar: one slot per drug and day, before anything happened."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.course import Course
from tracker.domain.regimen import Administration, Phase, Setting, Track

_USUAL_REST_AFTER_SURGERY = timedelta(days=28)


class Slot(NamedTuple):
    """One planned dose of one drug as the template has it; a tuple, as a plan makes a hundred.

    Attributes:
        template_on: The day the template alone gives, the day after surgery included.
        segment: Grows where a typed date breaks the chain, so that no delay crosses surgery.
        interval_days: Days to the next dose of the drug in this phase's rhythm.
        opens_phase: The drug had no place in the phase before, so it waits for that phase to end.
        treatment_day: The n-th treatment day of its track over all phases.
    """

    drug: str
    track: Track
    phase_index: int
    phase: str
    cycle: int
    of: int
    day: int
    dose: int
    template_on: date
    segment: int
    interval_days: int
    opens_phase: bool
    treatment_day: int = 0

    @property
    def in_regimen(self) -> tuple[int, date]:
        """Its place among all doses as the regimen has them, however early a phase may begin."""
        return (self.phase_index, self.template_on)


@dataclass(frozen=True, slots=True)
class PhaseStart:
    """The day a phase starts by the template, and the segment it belongs to."""

    phase: Phase
    index: int
    on: date
    segment: int


def phase_starts(course: Course, surgery_on: date | None) -> tuple[PhaseStart, ...]:
    """Return each phase with its first day; phases after surgery start when treatment goes on.

    Without `resumes_on` a known surgery is followed by the usual 28 days of rest, and an unknown
    one by nothing: the rhythm goes on until the team names a day.
    """
    starts: list[PhaseStart] = []
    on, segment = course.starts_on, 0
    waiting = course.setting is Setting.NEOADJUVANT
    for index, phase in enumerate(course.regimen.phases):
        if waiting and phase.after_surgery:
            waiting = False
            resumes_on = course.resumes_on or _usual_resumption(on, surgery_on)
            if resumes_on is not None:
                on, segment = resumes_on, segment + 1
        starts.append(PhaseStart(phase, index, on, segment))
        on += timedelta(days=phase.cycles * phase.cycle_days)
    return tuple(starts)


def _usual_resumption(rhythm_on: date, surgery_on: date | None) -> date | None:
    if surgery_on is None:
        return None
    return max(rhythm_on, surgery_on + _USUAL_REST_AFTER_SURGERY)


def lay_out(course: Course, surgery_on: date | None) -> dict[str, list[Slot]]:
    """Return the slots of each drug in the order of its doses."""
    slots: dict[str, list[Slot]] = {}
    for start in phase_starts(course, surgery_on):
        for administration in start.phase.administrations:
            if not administration.is_daily_tablet:
                _lay_out_drug(slots, start, administration)
    numbered = _with_treatment_days(slots)
    _break_at_resumption(numbered, course, surgery_on)
    return numbered


def _lay_out_drug(
    slots: dict[str, list[Slot]], start: PhaseStart, administration: Administration
) -> None:
    phase, days = start.phase, sorted(administration.days)
    earlier = slots.setdefault(administration.drug, [])
    opens_phase = start.index > 0 and (not earlier or earlier[-1].phase_index < start.index - 1)
    next_days = [*days[1:], days[0] + phase.cycle_days]
    for cycle in range(1, phase.cycles + 1):
        first_day = start.on + timedelta(days=(cycle - 1) * phase.cycle_days)
        for day, next_day in zip(days, next_days, strict=True):
            earlier.append(
                Slot(
                    drug=administration.drug,
                    track=administration.track,
                    phase_index=start.index,
                    phase=phase.name,
                    cycle=cycle,
                    of=phase.cycles,
                    day=day,
                    dose=len(earlier) + 1,
                    template_on=first_day + timedelta(days=day - 1),
                    segment=start.segment,
                    interval_days=next_day - day,
                    opens_phase=opens_phase and cycle == 1 and day == days[0],
                )
            )


def _break_at_resumption(
    slots: dict[str, list[Slot]], course: Course, surgery_on: date | None
) -> None:
    """Let a course without a phase of its own after surgery go on at `resumes_on` all the same."""
    has_phase = any(phase.after_surgery for phase in course.regimen.phases)
    if course.setting is not Setting.NEOADJUVANT or course.resumes_on is None or has_phase:
        return
    broken_on = surgery_on or course.resumes_on
    after = [slot.template_on for each in slots.values() for slot in each]
    first = min((day for day in after if day >= broken_on), default=None)
    if first is None:
        return
    wait = course.resumes_on - first
    for drug, each in slots.items():
        slots[drug] = [
            slot._replace(template_on=slot.template_on + wait, segment=slot.segment + 1)
            if slot.template_on >= first
            else slot
            for slot in each
        ]


def _with_treatment_days(slots: dict[str, list[Slot]]) -> dict[str, list[Slot]]:
    """Number the treatment days of each track, phase by phase.

    What is recorded names its doses by these numbers, so the day treatment goes on after surgery
    must not change them, early as it may be.
    """
    days: dict[Track, set[tuple[int, date]]] = {}
    for each in slots.values():
        for slot in each:
            days.setdefault(slot.track, set()).add(slot.in_regimen)
    numbers = {
        track: {day: number for number, day in enumerate(sorted(of_track), start=1)}
        for track, of_track in days.items()
    }
    return {
        drug: [slot._replace(treatment_day=numbers[slot.track][slot.in_regimen]) for slot in each]
        for drug, each in slots.items()
    }
