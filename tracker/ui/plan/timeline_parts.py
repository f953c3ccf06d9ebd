"""The parts of a timeline with their days. No Qt, no pixels."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.domain.people import Radiotherapy
from tracker.domain.regimen import Track
from tracker.domain.schedule import StartWindow


class Stage(StrEnum):
    """How far something is; one that is past and not left out counts as given."""

    GIVEN = "given"
    CURRENT = "current"
    PLANNED = "planned"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class SurgeryMark:
    """One operation."""

    on: date
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleBlock:
    """One cycle of chemotherapy.

    Attributes:
        ends_on: Its last day by the template; waiting after it is a `DelayGap`.
    """

    number: int
    of: int
    phase: str
    starts_on: date
    ends_on: date
    stage: Stage


@dataclass(frozen=True, slots=True)
class DelayGap:
    """Days between the planned end of a cycle and the late start of the next, both included."""

    starts_on: date
    ends_on: date
    days: int


@dataclass(frozen=True, slots=True)
class DoseDot:
    """One treatment day of a lane."""

    on: date
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLane:
    """Drugs that are always given on the same days.

    Attributes:
        drugs: Their names.
        every_days: The rhythms in the order they come, each once.
        one_year: HER2 drugs whose doses run for about a year.
    """

    drugs: tuple[str, ...]
    track: Track
    every_days: tuple[int, ...]
    one_year: bool
    dots: tuple[DoseDot, ...]

    @property
    def given(self) -> int:
        """How many doses are past and were not left out."""
        return sum(dot.stage is Stage.GIVEN for dot in self.dots)


@dataclass(frozen=True, slots=True)
class TabletBar:
    """Daily tablets; `ends_on` None while open."""

    drug: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ScanMark:
    """A heart scan: with its result, or planned, or late."""

    on: date
    percent: Decimal | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """From the definitive surgery to the first dose after it."""

    surgery_on: date
    starts_on: date

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.starts_on - self.surgery_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All that is drawn between `first_day` and `last_day`.

    Attributes:
        wait: None where no surgery comes before the drugs.
    """

    first_day: date
    last_day: date
    today: date
    surgeries: tuple[SurgeryMark, ...]
    wait: Wait | None
    start_window: StartWindow | None
    blocks: tuple[CycleBlock, ...]
    gaps: tuple[DelayGap, ...]
    radiotherapy: Radiotherapy | None
    lanes: tuple[DoseLane, ...]
    tablets: tuple[TabletBar, ...]
    scans: tuple[ScanMark, ...]
