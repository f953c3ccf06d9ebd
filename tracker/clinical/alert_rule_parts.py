"""The parts from which the alert rules are read: a rule with its source, levels, card, texts."""

from collections.abc import Collection, Mapping
from re import findall

from tracker.clinical.reading import Table
from tracker.clinical.sources import source_of
from tracker.domain.alert_rules import (
    AlertLevel,
    AlertRule,
    AlertTexts,
    LevelsBySeverity,
    LevelTexts,
    TemperatureRule,
    TemperatureRules,
)
from tracker.domain.entries import WORST_SEVERITY
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import FeverCard
from tracker.domain.sources import Source
from tracker.errors import TrackerError

_NOTHING = "none"
_OTHER_COUNTRIES = "other"
_PROFILE_NAMES = {"emergency_number", "advice_line", "crisis_line"}
_ENTRY_NAMES = {
    "answer": {"name", "severity", "words", "when"},
    "answer_own": {"name", "severity", "when"},
    "answer_skipped": {"name", "when"},
    "flag": {"answer", "flag"},
    "companion": {"answer"},
    "worse": {"answer", "before", "before_day"},
    "high": {"value", "limit", "when"},
    "low": {"value", "limit", "when"},
    "raised": {"value", "limit", "high", "when"},
    "masked": {"value", "when"},
    "weight": {"value", "gain", "before", "before_day", "when"},
    "scan_due": {"day"},
    "scan_overdue": {"day"},
}


class RuleReader:
    """Reads what every rule has, and refuses two rules of one id."""

    def __init__(self, advice: Table, sources: Mapping[str, Source]) -> None:
        self._advice = advice
        self._sources = sources
        self._seen: set[str] = set()

    def rule(self, table: Table, rule_id: str | None = None) -> AlertRule:
        """Return the rule of a table; without `rule_id` the table says its own id.

        Raises:
            KnowledgeError: No source, no advice, or an id that another rule has.
        """
        if rule_id is None:
            rule_id = table.text("id")
        if rule_id in self._seen:
            raise table.wrong("id", f"an id of its own, but {rule_id} is there twice")
        self._seen.add(rule_id)
        return AlertRule(
            id=rule_id,
            source=source_of(table, self._sources),
            advice=_filled_later(self._advice, rule_id, _PROFILE_NAMES),
            names_treatment=table.boolean("names_treatment", default=False),
        )

    def check_source(self, table: Table) -> None:
        """Refuse a table without a known source and a place in it."""
        source_of(table, self._sources)


def level_of(table: Table, key: str) -> AlertLevel:
    """Return a level that is not nothing."""
    return table.choice(key, AlertLevel)


def levels_by_severity(table: Table) -> LevelsBySeverity:
    """Return the levels of severity 1 to 4; a worse severity is never less urgent.

    Raises:
        KnowledgeError: Not four known levels, or one that is quieter than the one before.
    """
    names = table.texts("levels")
    known = {_NOTHING: None, **{level.value: level for level in AlertLevel}}
    if len(names) != WORST_SEVERITY or not set(names) <= set(known):
        raise table.wrong("levels", "four of " + ", ".join(known))
    levels = tuple(known[name] for name in names)
    ranks = [level.rank if level else len(AlertLevel) for level in levels]
    if ranks != sorted(ranks, reverse=True):
        raise table.wrong("levels", "levels that never get quieter as the severity grows")
    return LevelsBySeverity(levels)


def read_temperature_rules(
    table: Table, rules: RuleReader, symptoms: Collection[str]
) -> TemperatureRules:
    """Return the rules about a reading and the profiles of countries.

    Raises:
        KnowledgeError: A profile whose numbers are out of order, or whose place is empty.
    """
    with table:
        masked_by = table.texts("masked_by")
        if not set(masked_by) <= set(symptoms):
            raise table.wrong("masked_by", "ids of symptoms")
        raised_from = table.decimal("raised_from_celsius")
        with table.table("profiles") as section:
            profiles = {country: _card(profile, rules) for country, profile in section.by_id()}
        if _OTHER_COUNTRIES not in profiles:
            raise table.wrong("profiles.other", "the numbers of any other country")
        if any(not card.low < raised_from <= card.high for card in profiles.values()):
            raise table.wrong("raised_from_celsius", "a number above every low, at most every high")
        return TemperatureRules(
            high=_temperature_rule(table, "high", rules),
            low=_temperature_rule(table, "low", rules),
            masked=_temperature_rule(table, "masked", rules),
            raised=_temperature_rule(table, "raised", rules),
            other_countries=profiles.pop(_OTHER_COUNTRIES),
            profiles=profiles,
            raised_from_celsius=raised_from,
            masking_flag=table.text("masking_flag"),
            masked_by=masked_by,
            masked_by_severity=table.integer("masked_by_severity", low=1, high=WORST_SEVERITY),
        )


def _temperature_rule(table: Table, key: str, rules: RuleReader) -> TemperatureRule:
    with table.table(key) as each:
        return TemperatureRule(rules.rule(each), level_of(each, "level"))


def _card(table: Table, rules: RuleReader) -> FeverCard:
    rules.check_source(table)
    try:
        return FeverCard(table.decimal("high"), table.decimal("low"), TemperatureUnit.CELSIUS)
    except TrackerError as error:
        raise table.wrong("high", "two body temperatures in °C, high above low") from error


def read_alert_texts(top: Table) -> AlertTexts:
    """Return the words around the rules, each checked for the places it may fill in.

    Raises:
        KnowledgeError: A level without words, or braces around a name that is never filled in.
    """
    with (
        top.table("levels") as levels,
        top.table("statement") as statement,
        top.table("unknown") as unknown,
        top.table("reasons") as reasons,
    ):
        return AlertTexts(
            levels={level: _level_texts(levels, level) for level in AlertLevel},
            titles=top.table("titles").texts_by_id(),
            statement_empty=_filled_later(statement, "empty", _PROFILE_NAMES),
            statement_some=_filled_later(statement, "some", _PROFILE_NAMES),
            unknown_emergency_number=unknown.text("emergency_number"),
            unknown_crisis_line=unknown.text("crisis_line"),
            unknown_advice_line=unknown.text("advice_line"),
            reasons={
                key: _filled_later(reasons, key, names) for key, names in _ENTRY_NAMES.items()
            },
        )


def _level_texts(levels: Table, level: AlertLevel) -> LevelTexts:
    with levels.table(level.value) as table:
        return LevelTexts(
            _filled_later(table, "title", _PROFILE_NAMES),
            _filled_later(table, "sentence", _PROFILE_NAMES),
        )


def _filled_later(table: Table, key: str, names: Collection[str]) -> str:
    text = table.text(key)
    inside = findall(r"\{(\w+)\}", text)
    if (
        not set(inside) <= set(names)
        or text.count("{") != len(inside)
        or (text.count("}") != len(inside))
    ):
        raise table.wrong(key, "braces only around " + ", ".join(sorted(names)))
    return text
