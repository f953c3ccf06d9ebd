"""Matches temperatures with the person's card, and weights with each other."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from tracker.domain.alert_case import AlertCase, Because, Finding
from tracker.domain.alert_rules import TemperatureRule, WeightRule
from tracker.domain.alert_wording import answer_text, temperature_text, weight_text
from tracker.domain.entries import TemperatureEntry, WeightEntry
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import FeverCard
from tracker.domain.reported import counts_at

TEMPERATURE = "temperature"
WEIGHT = "weight"


def card_of(case: AlertCase) -> FeverCard:
    """Return the person's own card, else the numbers of her country."""
    care, rules = case.diary.person.care, case.knowledge.alert_rules.temperature
    return care.fever_card or rules.profiles.get(care.country, rules.other_countries)


def fevers(case: AlertCase) -> Iterator[Because]:
    """Yield the readings that count now and reach the card."""
    card = card_of(case)
    for entry in case.temperatures:
        if card.is_high(entry.temperature):
            yield _because(case, entry, "high")


def temperature_findings(case: AlertCase) -> Iterator[Finding]:
    """Yield what each reading that counts meets, the more telling rule first."""
    rules, card = case.knowledge.alert_rules.temperature, card_of(case)
    for entry in case.temperatures:
        if card.is_high(entry.temperature):
            yield _reading(case, rules.high, entry, "high")
        elif entry.temperature.shown_in(TemperatureUnit.CELSIUS) >= rules.raised_from_celsius:
            yield _reading(case, rules.raised, entry, "raised")
        if card.is_low(entry.temperature):
            yield _reading(case, rules.low, entry, "low")
        hidden = case.present(rules.masked_by, rules.masked_by_severity)
        if rules.masking_flag in entry.flags and hidden:
            others = (Because(each.id, answer_text(each, None, case.knowledge)) for each in hidden)
            yield _reading(case, rules.masked, entry, "masked", *others)


def _reading(
    case: AlertCase, rule: TemperatureRule, entry: TemperatureEntry, kind: str, *others: Because
) -> Finding:
    return Finding(
        subject=TEMPERATURE,
        rule=rule.rule,
        level=case.level_for(rule.rule, rule.level, entry),
        severity=None,
        at=entry.at,
        because=(_because(case, entry, kind), *others),
        reach=_reach(entry, kind, card_of(case)),
    )


def _reach(entry: TemperatureEntry, kind: str, card: FeverCard) -> Decimal | None:
    """Return how far a reading is in the direction of its rule, as shown in the card's unit."""
    shown = entry.temperature.shown_in(card.unit)
    return {"high": shown, "raised": shown, "low": -shown}.get(kind)


def _because(case: AlertCase, entry: TemperatureEntry, kind: str) -> Because:
    hers = case.diary.person.care.units.temperature
    text = temperature_text(kind, entry, card_of(case), hers, case.knowledge)
    return Because(entry.id, text)


def weight_findings(case: AlertCase) -> Iterator[Finding]:
    """Yield the gains that are too fast, while on a HER2 drug or within a year after.

    A reading counts for as many days as its rule looks back; days are the days the readings are
    about, and only a gain matches.
    """
    readings = sorted(
        (entry for entry in case.diary.entries if isinstance(entry, WeightEntry)),
        key=lambda entry: (entry.day, entry.at),
    )
    for rule in case.knowledge.alert_rules.weight:
        for number, later in enumerate(readings):
            if not _weight_counts(case, rule, later):
                continue
            lightest = too_much_more_than(readings[:number], later, rule)
            if lightest is not None:
                yield Finding(
                    subject=WEIGHT,
                    rule=rule.rule,
                    level=case.level_for(rule.rule, rule.level, later),
                    severity=None,
                    at=later.at,
                    because=(Because(later.id, weight_text(later, lightest, case.knowledge)),),
                    reach=_gain(lightest, later),
                )


def too_much_more_than(
    earlier: Sequence[WeightEntry], later: WeightEntry, rule: WeightRule
) -> WeightEntry | None:
    """Return the lightest reading of the rule's days; None when the gain is not over its limit."""
    since = later.day - timedelta(days=rule.within_days)
    lightest = min(
        (entry for entry in earlier if entry.day >= since),
        key=lambda entry: entry.weight.kilograms,
        default=None,
    )
    if lightest is None or _gain(lightest, later) <= rule.more_than_kilograms:
        return None
    return lightest


def _gain(earlier: WeightEntry, later: WeightEntry) -> Decimal:
    return later.weight.kilograms - earlier.weight.kilograms


def _weight_counts(case: AlertCase, rule: WeightRule, later: WeightEntry) -> bool:
    span = timedelta(days=rule.within_days)
    return counts_at(later, case.now, span) and case.on_her2_or_year_after(later.day)
