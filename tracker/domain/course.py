"""A course of treatment as a person lives it: a regimen, a start, and what happened."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.domain.entry_checks import check_text
from tracker.domain.regimen import Regimen, Setting, Track


class Reason(StrEnum):
    """Why a dose was moved, left out or stopped, as the person or clinic says it."""

    LOW_COUNTS = "low-counts"
    INFECTION = "infection"
    OTHER_SIDE_EFFECT = "other-side-effect"
    HOLIDAY = "holiday"
    HEART_RESULT = "heart-result"
    CLINIC_CLOSED = "clinic-closed"
    OWN_CHOICE = "own-choice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DoseTarget:
    """Which doses an event is about.

    Attributes:
        drug: Only this drug; then a cycle number is that drug's dose number.
        track: Only this track; a cycle number is then the n-th treatment day of the track over
            all phases. With neither: every track that has a dose on that day.
    """

    drug: str | None = None
    track: Track | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A visit, and every later planned one of the same target, moved by as many days."""

    target: DoseTarget
    cycle: int
    to: date
    reason: Reason
    note: str | None = None

    def __post_init__(self) -> None:
        check_text(self.note)


@dataclass(frozen=True, slots=True)
class Given:
    """A dose that was given; it re-anchors what follows and never moves again.

    Attributes:
        dose_mg_m2: What the clinic's letter says, for anthracyclines alone; None: not typed.
        note: What was different about it, in the person's own words, as a smaller dose.
    """

    target: DoseTarget
    cycle: int
    on: date
    dose_mg_m2: Decimal | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        check_text(self.note)


@dataclass(frozen=True, slots=True)
class Omitted:
    """A dose left out; it is not made up for."""

    target: DoseTarget
    cycle: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Stopped:
    """No planned dose of the target on or after `on`."""

    target: DoseTarget
    on: date
    reason: Reason


CourseEvent = Moved | Given | Omitted | Stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One course; its dates are always computed from template and events, never stored.

    Attributes:
        regimen: The template with its phases; a custom one carries what the person typed.
        resumes_on: Neoadjuvant only: the day treatment goes on after surgery; None while not known.
        events: In the order in which they were recorded.
    """

    id: UUID
    regimen: Regimen
    setting: Setting
    starts_on: date
    resumes_on: date | None = None
    events: tuple[CourseEvent, ...] = ()

    @property
    def is_custom(self) -> bool:
        """Whether the person typed the phases herself."""
        return self.regimen.id == "custom"
