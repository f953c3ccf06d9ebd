"""The parts of a timeline with their days. No Qt, no pixels."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.people import Radiotherapy
from tracker.domain.regimen import Track
from tracker.domain.schedule import StartWindow


class Stage(StrEnum):
    """How far something is; one that is past and not left out counts as given."""

    GIVEN = "given"
    CURRENT = "current"
    PLANNED = "planned"
    OMITTED = "omitted"


class SurgeryMark(NamedTuple):
    """One operation."""

    on: date
    name: str | None


class CycleBlock(NamedTuple):
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


class DelayGap(NamedTuple):
    """Days between the planned end of a cycle and the late start of the next, both included."""

    starts_on: date
    ends_on: date
    days: int


class DoseDot(NamedTuple):
    """One treatment day of a lane."""

    on: date
    stage: Stage


class DoseLane(NamedTuple):
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


class TabletBar(NamedTuple):
    """Daily tablets; `ends_on` None while open."""

    drug: str
    starts_on: date
    ends_on: date | None


class ScanMark(NamedTuple):
    """A heart scan: with its result, or planned, or late."""

    on: date
    percent: Decimal | None = None
    late: bool = False


class Wait(NamedTuple):
    """From the definitive surgery to the first dose after it."""

    surgery_on: date
    starts_on: date

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.starts_on - self.surgery_on).days


class Timeline(NamedTuple):
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
