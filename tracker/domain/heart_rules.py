"""What labels, guidelines and risk tables say about the heart, as facts with their sources."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.people import LabelRegion
from tracker.domain.sources import Source

AGE, BASELINE_LVEF = "age", "baseline-lvef"
ANTHRACYCLINE_BEFORE, ANTHRACYCLINE_TOGETHER = "anthracycline-before", "anthracycline-together"
"""Factors of the risk table that the diary knows itself; nobody ticks them."""


class LabelSays(StrEnum):
    """What a label says about the latest LVEF."""

    NO_HOLD = "no-hold"
    HOLD = "hold"
    CANNOT_TELL = "cannot-tell"
    REPEAT_SOON = "repeat-soon"
    MAY_RESUME = "may-resume"
    MAY_NOT_RESUME = "may-not-resume"
    ASK_ABOUT_STOPPING = "ask-about-stopping"


class CheckWhy(StrEnum):
    """Why a heart check is due."""

    BASELINE = "baseline"
    DURING = "during"
    END = "end"
    AFTER = "after"
    BY_RISK = "by-risk"
    AFTER_ANTHRACYCLINE = "after-anthracycline"


class RiskLevel(StrEnum):
    """Baseline heart risk by the HFA-ICOS table, from low up."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"


class AgainstLimit(StrEnum):
    """Where a value lies against the hospital's own lower limit; the limit itself is within."""

    BELOW = "below"
    WITHIN = "within"


class Bounds(NamedTuple):
    """Limits of a number; None where a side is open."""

    at_least: Decimal | None = None
    more_than: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None

    def hold(self, value: Decimal) -> bool:
        """Return whether a value lies inside all limits."""
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.more_than is None or value > self.more_than)
            and (self.at_most is None or value <= self.at_most)
            and (self.below is None or value < self.below)
        )


ANY = Bounds()


class Reading(NamedTuple):
    """One LVEF as a label looks at it.

    Attributes:
        lvef: Percent.
        fall: Points below the value before the first dose; negative for a rise.
        limit: The hospital's own lower limit in percent; None when not known.
        times_held: How often doses were held because of LVEF so far.
        days_since_low: Days since the first low value; None while nothing is on hold.
        better: Whether it is above that first low value; None while nothing is on hold.
    """

    lvef: Decimal
    fall: Decimal
    limit: Decimal | None
    times_held: int = 0
    days_since_low: int | None = None
    better: bool | None = None


class LabelRow(NamedTuple):
    """One row of a label's table; the first row that fits counts.

    Attributes:
        text: The row in plain words.
        limit: Asks for the hospital's own lower limit.
        better: Asks for a value above, or not above, the first low one.
        times_held: How often doses were held before.
        then: For a low value that means hold: the rows for values after it.
    """

    id: str
    says: LabelSays
    text: str
    lvef: Bounds = ANY
    fall: Bounds = ANY
    days: Bounds = ANY
    times_held: Bounds = ANY
    limit: AgainstLimit | None = None
    better: bool | None = None
    then: tuple["LabelRow", ...] = ()

    def fits(self, reading: Reading) -> bool | None:
        """Return whether the row is about this reading; None: it hangs on an unknown limit."""
        numbers = (
            self.lvef.hold(reading.lvef),
            self.fall.hold(reading.fall),
            self.days.hold(Decimal(reading.days_since_low or 0)),
            self.times_held.hold(Decimal(reading.times_held)),
        )
        if not all(numbers) or self.better not in (None, reading.better):
            return False
        if self.limit is None:
            return True
        if reading.limit is None:
            return None
        return (reading.lvef < reading.limit) is (self.limit is AgainstLimit.BELOW)


class LabelTable(NamedTuple):
    """What one label says about one value after another.

    Attributes:
        region: None when there is one table for all.
    """

    id: str
    drugs: tuple[str, ...]
    region: LabelRegion | None
    source: Source
    rows: tuple[LabelRow, ...]


class RiskMonitoring(NamedTuple):
    """What a guideline says of checks by the level of risk.

    Attributes:
        closer: Levels with closer checks than the labels name.
        within_days: Days from the latest measurement to the next at such a level.
        for_months: Calendar months from the first dose during which that holds.
    """

    closer: tuple[RiskLevel, ...]
    within_days: int
    for_months: int
    words: Mapping[RiskLevel, str]
    source: Source


class AnthracyclineMonitoring(NamedTuple):
    """The check before the first HER2 dose, or calendar months later where no such drug follows."""

    before_her2: Source
    months: int
    source: Source


class Monitoring(NamedTuple):
    """When LVEF is checked.

    Attributes:
        during_months: Calendar months from the latest measurement to the next.
        end_done_within_days: A measurement so many days before the last dose does for the end.
        after_months: Calendar months after the last dose.
        after_done_within_days: A measurement so many days before such a day does for it.
        sources: By drug.
    """

    during_months: int
    end_done_within_days: int
    after_months: tuple[int, ...]
    after_done_within_days: int
    sources: Mapping[str, Source]
    by_risk: RiskMonitoring
    anthracycline: AnthracyclineMonitoring


class RiskWeight(NamedTuple):
    """What one factor adds: points, or a level at once."""

    points: int = 0
    level: RiskLevel | None = None


class RiskBand(NamedTuple):
    """A weight for a number inside bounds: age in years, or LVEF in percent."""

    bounds: Bounds
    weight: RiskWeight


class RiskRules(NamedTuple):
    """The HFA-ICOS table for HER2 drugs, baseline only.

    Attributes:
        factors: By the id a person can tick.
        medium_from: Points from which the level is medium; `high_from` likewise.
    """

    source: Source
    factors: Mapping[str, RiskWeight]
    ages: tuple[RiskBand, ...]
    lvef: tuple[RiskBand, ...]
    anthracycline_before: RiskWeight
    anthracycline_together: RiskWeight
    medium_from: int
    high_from: int


class AnthracyclineFactor(NamedTuple):
    """How a drug's dose counts as doxorubicin.

    Attributes:
        factor: mg/m² of doxorubicin for 1 mg/m² of this drug.
        usual_mg_m2: Assumed for a dose when the letter's number is not known.
        usual_mg_m2_with: The same, in a phase together with another drug.
    """

    factor: Decimal
    source: Source
    usual_mg_m2: Decimal
    usual_mg_m2_with: Mapping[str, Decimal]


class AnthracyclineLimit(NamedTuple):
    """A total in mg/m² of doxorubicin at which texts ask for more care.

    Attributes:
        is_limit: A label calls it its limit.
    """

    mg_m2: Decimal
    text: str
    source: Source
    is_limit: bool


class HeartTexts(NamedTuple):
    """Words around the numbers; names in braces are filled in.

    Attributes:
        risk_factors_explained: What each factor means, in plain words.
        derived_factors: What the table takes from the diary itself: age, LVEF, an anthracycline.
    """

    facts: Mapping[str, str]
    methods: Mapping[str, str]
    risk_factors: Mapping[str, str]
    risk_factors_explained: Mapping[str, str]
    derived_factors: Mapping[str, str]


class HeartRules(NamedTuple):
    """All that is known about hearts and these drugs.

    Attributes:
        override_symptoms: Reported now, they are not settled by a normal number.
        equivalence_source: Source of the factors between anthracyclines.
    """

    labels: tuple[LabelTable, ...]
    monitoring: Monitoring
    risk: RiskRules
    anthracyclines: Mapping[str, AnthracyclineFactor]
    equivalence_source: Source
    limits: tuple[AnthracyclineLimit, ...]
    override_symptoms: tuple[str, ...]
    texts: HeartTexts
