"""What a rule of the diary says: which answer or reading, how urgent, by which published text."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.measurements import KILOGRAM_PER_POUND, WeightUnit
from tracker.domain.people import FeverCard
from tracker.domain.sources import Source


class AlertLevel(StrEnum):
    """How urgent a match is; the first is the worst. No level at all is None."""

    EMERGENCY = "emergency"
    CALL_NOW = "call-now"
    CALL_TODAY = "call-today"
    MENTION = "mention"

    @property
    def rank(self) -> int:
        """0 for an emergency, higher for what is less urgent."""
        return tuple(AlertLevel).index(self)

    def at_least(self, other: "AlertLevel") -> bool:
        """Return whether this is as urgent as `other` or worse."""
        return self.rank <= other.rank


class AlertRule(NamedTuple):
    """The part that every rule has.

    Attributes:
        source: The text it rests on, with the rule's own place in it.
        advice: What to do and say, added to the sentence of its level.
        names_treatment: Holds from the first infusion to six weeks after the last; outside, what
            would be call-now is call-today.
    """

    id: str
    source: Source
    advice: str
    names_treatment: bool = False


class LevelsBySeverity(NamedTuple):
    """How urgent severity 1, 2, 3 and 4 are, in this order; None: nothing."""

    of: tuple[AlertLevel | None, ...]

    def at(self, severity: int | None) -> AlertLevel | None:
        """Return the level of a severity; nothing for absent (0) and skipped (None)."""
        return self.of[severity - 1] if severity else None


class SymptomRule(NamedTuple):
    """One symptom and its urgency at each severity."""

    rule: AlertRule
    symptom: str
    levels: LevelsBySeverity


class FlagRule(NamedTuple):
    """A flag that raises its symptom from a severity on; from 0: even when absent or skipped."""

    rule: AlertRule
    symptom: str
    flag: str
    from_severity: int
    level: AlertLevel


class CompanionRule(NamedTuple):
    """A symptom that is more urgent when others, or a fever, come with it.

    Attributes:
        companions: Any one of them at `companion_severity` or more is enough.
        or_fever: A reading at or above the person's card is enough as well.
    """

    rule: AlertRule
    symptom: str
    from_severity: int
    companions: tuple[str, ...]
    companion_severity: int
    or_fever: bool
    level: AlertLevel


class DrugRule(NamedTuple):
    """A symptom that is more urgent on some drugs.

    Attributes:
        drugs: Any of these.
        on_her2: Any HER2 drug.
    """

    rule: AlertRule
    symptom: str
    drugs: tuple[str, ...]
    on_her2: bool
    levels: LevelsBySeverity


class ExtraAdvice(NamedTuple):
    """A sentence that a rule adds to its advice while one of some drugs is running."""

    rule: AlertRule
    to_rule: str
    drugs: tuple[str, ...]


class TemperatureRule(NamedTuple):
    """One of the four rules about a reading, and its level."""

    rule: AlertRule
    level: AlertLevel


class TemperatureRules(NamedTuple):
    """Rules about a reading against the person's card, or her country's when she has none.

    Attributes:
        profiles: By country; `other_countries` is the strictest.
        raised_from_celsius: From here to below the card's number: measure again.
        masking_flag: Says that the reading came after a medicine that lowers fever.
        masked_by: Symptoms which, with that flag, make any reading count as a fever.
    """

    high: TemperatureRule
    low: TemperatureRule
    raised: TemperatureRule
    masked: TemperatureRule
    profiles: Mapping[str, FeverCard]
    other_countries: FeverCard
    raised_from_celsius: Decimal
    masking_flag: str
    masked_by: tuple[str, ...]
    masked_by_severity: int

    def all(self) -> tuple[TemperatureRule, ...]:
        """Return the four rules, the more telling first."""
        return (self.high, self.low, self.masked, self.raised)


class WeightRule(NamedTuple):
    """More than so much gained within so many days; a loss never matches."""

    rule: AlertRule
    level: AlertLevel
    more_than: Decimal
    unit: WeightUnit
    within_days: int

    @property
    def more_than_kilograms(self) -> Decimal:
        """The limit in kg, exact."""
        if self.unit is WeightUnit.KILOGRAM:
            return self.more_than
        return self.more_than * KILOGRAM_PER_POUND


class AddingUpRule(NamedTuple):
    """So many call-today matches of different symptoms or measurements in 24 hours."""

    rule: AlertRule
    at_least: int
    level: AlertLevel


class WorseningRule(NamedTuple):
    """A symptom that went up by so many levels since its last answer about an earlier day."""

    rule: AlertRule
    by_levels: int
    level: AlertLevel


class OwnSymptomRule(NamedTuple):
    """A symptom the person added herself, from a severity on."""

    rule: AlertRule
    from_severity: int
    level: AlertLevel


class HeartScanRules(NamedTuple):
    """A heart scan that is due within so many days, or is late."""

    due: AlertRule
    overdue: AlertRule
    level: AlertLevel
    soon_days: int


class LevelTexts(NamedTuple):
    """What stands above every alert of a level, and the sentence its advice begins with."""

    title: str
    sentence: str


class AlertTexts(NamedTuple):
    """Words around the rules; `{…}` are the only places that are filled in."""

    levels: Mapping[AlertLevel, LevelTexts]
    titles: Mapping[str, str]
    statement_empty: str
    statement_some: str
    unknown_emergency_number: str
    unknown_crisis_line: str
    unknown_advice_line: str
    reasons: Mapping[str, str]


class AlertRules(NamedTuple):
    """Every rule, each with its source.

    Attributes:
        emergency_numbers: By country.
        crisis_lines: By country.
    """

    symptoms: Mapping[str, SymptomRule]
    flags: tuple[FlagRule, ...]
    companions: tuple[CompanionRule, ...]
    drugs: tuple[DrugRule, ...]
    extra_advice: tuple[ExtraAdvice, ...]
    temperature: TemperatureRules
    weight: tuple[WeightRule, ...]
    adding_up: AddingUpRule
    worsening: WorseningRule
    own_symptom: OwnSymptomRule
    heart_scan: HeartScanRules
    emergency_numbers: Mapping[str, str]
    crisis_lines: Mapping[str, str]
    texts: AlertTexts

    def all_rules(self) -> Iterator[AlertRule]:
        """Yield every rule once, in the order of the file."""
        yield from (each.rule for each in self.symptoms.values())
        yield from (each.rule for each in self.flags)
        yield from (each.rule for each in self.companions)
        yield from (each.rule for each in self.drugs)
        yield from (each.rule for each in self.extra_advice)
        yield from (each.rule for each in self.temperature.all())
        yield from (each.rule for each in self.weight)
        yield from (self.adding_up.rule, self.worsening.rule, self.own_symptom.rule)
        yield self.heart_scan.due
        yield self.heart_scan.overdue
