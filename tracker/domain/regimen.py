"""What a treatment template says: drugs, phases, cycles and days. Nothing here has a date."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tracker.errors import NotUnderstoodError

_MOST_CYCLES = 130


class Track(StrEnum):
    """A line of treatment that can be moved on its own."""

    CHEMO = "chemo"
    HER2 = "her2"
    ENDOCRINE = "endocrine"


class Setting(StrEnum):
    """Surgery before the drugs, or in the middle of them."""

    ADJUVANT = "adjuvant"
    NEOADJUVANT = "neoadjuvant"


class LoadingRule(StrEnum):
    """When a drug's dose is a loading dose; the app names the fact and computes no dose.

    `LATE_BY_MORE_THAN_A_WEEK`: trastuzumab IV, US and EU label, missed doses.
    `GAP_OF_SIX_WEEKS`: pertuzumab and pertuzumab-trastuzumab SC, labels, missed doses.
    """

    NEVER = "never"
    LATE_BY_MORE_THAN_A_WEEK = "late-by-more-than-a-week"
    GAP_OF_SIX_WEEKS = "gap-of-six-weeks"


@dataclass(frozen=True, slots=True)
class Administration:
    """One drug inside a phase.

    Attributes:
        days: Cycle days on which it is given, counted from 1. Empty: daily tablets.
    """

    drug: str
    track: Track
    days: tuple[int, ...]

    @property
    def is_daily_tablet(self) -> bool:
        """Whether the drug is taken every day and so makes a span, never visits."""
        return not self.days


@dataclass(frozen=True, slots=True)
class Phase:
    """A number of equal cycles.

    Attributes:
        cycle_days: Length of one cycle in days.
        after_surgery: In the neoadjuvant setting this phase waits for the day treatment goes on.
        open_ended: Daily tablets go on until the team ends them; cycles then say nothing.
    """

    name: str
    cycles: int
    cycle_days: int
    administrations: tuple[Administration, ...]
    after_surgery: bool = False
    open_ended: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.cycles <= _MOST_CYCLES:
            raise NotUnderstoodError(
                f"{self.cycles} cycles is not a plan; nothing was saved; choose 1 to {_MOST_CYCLES}"
            )
        if not self.administrations:
            raise NotUnderstoodError(f"The phase “{self.name}” has no drug; nothing was saved.")
        for administration in self.administrations:
            for day in administration.days:
                if not 1 <= day <= self.cycle_days:
                    raise NotUnderstoodError(
                        f"Day {day} of {administration.drug} is outside a cycle of "
                        f"{self.cycle_days} days; nothing was saved."
                    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Regimen:
    """A treatment template.

    Attributes:
        settings: In which settings it is used; the first is the usual one.
        source: Id of the source of its layout; None for a custom one.
    """

    id: str
    name: str
    phases: tuple[Phase, ...]
    settings: tuple[Setting, ...] = (Setting.ADJUVANT, Setting.NEOADJUVANT)
    source: str | None = None
    notes: tuple["RegimenNote", ...] = ()

    def __post_init__(self) -> None:
        if not self.phases:
            raise NotUnderstoodError("A regimen needs at least one phase; nothing was saved.")
        if len({phase.name for phase in self.phases}) < len(self.phases):
            raise NotUnderstoodError("Two phases have the same name; nothing was saved.")

    @property
    def short_name(self) -> str:
        """The name a consent form uses, for example "TCHP"."""
        return self.name.partition(":")[0].strip()

    @property
    def drugs(self) -> tuple[str, ...]:
        """Drug ids in the order of their first use, each once."""
        return tuple(
            dict.fromkeys(
                administration.drug
                for phase in self.phases
                for administration in phase.administrations
            )
        )


class RegimenNote(NamedTuple):
    """A sentence about a regimen with the id of its source."""

    text: str
    source: str


class DrugFacts(NamedTuple):
    """What the schedule must know about a drug; side effects live in `DrugProfile`.

    Attributes:
        her2: Acts on HER2; such doses count to one year and need heart checks.
        anthracycline: Never together with a HER2 drug; its total dose is kept.
        infusion: Given by the team, by drip or injection; False for tablets.
        low_count_days: First and last cycle day of the low-count window that this drug's label or
            texts name, counted from its own dose; None when none is expected.
        loading_source: Id of the text that says when its dose is a loading dose, or that none is.
        low_count_source: Id of the source of `low_count_days`.
        late_low_count_source: Id of the source of `late_low_count_days`.
    """

    id: str
    name: str
    track: Track
    loading: LoadingRule = LoadingRule.NEVER
    her2: bool = False
    anthracycline: bool = False
    infusion: bool = True
    low_count_days: tuple[int, int] | None = None
    late_low_count_days: tuple[int, int] | None = None
    loading_source: str | None = None
    low_count_source: str | None = None
    late_low_count_source: str | None = None
