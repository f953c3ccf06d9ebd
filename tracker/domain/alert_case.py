"""What a rule looks at: one person's diary up to a moment, and the drugs around a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol
from uuid import UUID

from dateutil.relativedelta import relativedelta

from tracker.domain.alert_rules import AlertLevel, AlertRule, AlertRules
from tracker.domain.diary import PersonDiary
from tracker.domain.entries import Entry, SymptomEntry, TemperatureEntry
from tracker.domain.heart_rules import HeartRules
from tracker.domain.regimen import DrugFacts
from tracker.domain.reported import counting, counting_answers
from tracker.domain.schedule import Plan
from tracker.domain.symptoms import SymptomDefinition
from tracker.domain.treatment import (
    DrugTime,
    drugs_among,
    in_treatment,
    infusions,
    times_of_rules,
)


class AlertKnowledge(Protocol):
    """What the rules must know; the library has it."""

    @property
    def drugs(self) -> Mapping[str, DrugFacts]:
        """Drugs by id."""

    @property
    def symptoms(self) -> Mapping[str, SymptomDefinition]:
        """Symptoms by id."""

    @property
    def alert_rules(self) -> AlertRules:
        """Every rule."""

    @property
    def heart_rules(self) -> HeartRules:
        """When heart scans are due."""


class Because(NamedTuple):
    """One entry of the diary that is behind an alert, in words."""

    entry_id: UUID
    text: str


class Finding(NamedTuple):
    """One rule that one entry meets.

    Attributes:
        subject: The symptom, or `temperature`, `weight`, `heart-scan`.
        severity: Of the answer; None for readings.
        reach: How far a reading is, the more the worse; None for answers, and where the rule looks
            at something else.
        at: Moment of the entry.
    """

    subject: str
    rule: AlertRule
    level: AlertLevel
    severity: int | None
    at: datetime
    because: tuple[Because, ...]
    reach: Decimal | None = None


def level_on(
    days: Iterable[date], rule: AlertRule, level: AlertLevel, plans: Sequence[Plan]
) -> AlertLevel:
    """Return the level of a rule on days, of which the more urgent one holds.

    Outside treatment a rule that names treatment asks for a call today where it would ask for one
    now; nothing else is less urgent there.
    """
    if not rule.names_treatment or level is not AlertLevel.CALL_NOW:
        return level
    inside = any(in_treatment(plans, day) for day in days)
    return level if inside else AlertLevel.CALL_TODAY


class AlertCase:
    """The diary as it was at a moment, with what the rules ask of it."""

    def __init__(
        self, diary: PersonDiary, plans: Sequence[Plan], knowledge: AlertKnowledge, now: datetime
    ) -> None:
        self.diary = diary.until(now)
        self.plans = plans
        self.knowledge = knowledge
        self.now = now
        self._drugs_by_day: dict[date, frozenset[str]] = {}

    @cached_property
    def answers(self) -> tuple[SymptomEntry, ...]:
        """The answers that count now."""
        return counting_answers(self.diary.entries, self.now)

    @cached_property
    def temperatures(self) -> tuple[TemperatureEntry, ...]:
        """The readings that count now; a later, lower one withdraws nothing."""
        return tuple(
            entry
            for entry in counting(self.diary.entries, self.now)
            if isinstance(entry, TemperatureEntry)
        )

    def present(self, symptoms: Sequence[str], severity: int) -> tuple[SymptomEntry, ...]:
        """Return the counting answers about `symptoms` of at least a severity."""
        return tuple(
            answer
            for answer in self.answers
            if answer.symptom in symptoms and (answer.severity or 0) >= severity
        )

    def level_for(self, rule: AlertRule, level: AlertLevel, entry: Entry) -> AlertLevel:
        """Return the level of a rule for an entry; its day and today both count."""
        return level_on(self._days_of(entry), rule, level, self.plans)

    def drugs_around(self, entry: Entry) -> frozenset[str]:
        """Return the drugs whose own rules hold: in use, or their last dose six weeks ago."""
        return frozenset().union(*map(self._drugs_around_day, self._days_of(entry)))

    def on_her2_or_year_after(self, day: date) -> bool:
        """Return whether a HER2 drug was given within the calendar year up to `day`."""
        her2 = self._her2
        doses = [visit.on for visit in infusions(self.plans, day) if visit.drug in her2]
        tablets = [
            day if span.ends_on is None else min(span.ends_on, day)
            for plan in self.plans
            for span in plan.tablets
            if span.drug in her2 and span.starts_on <= day
        ]
        last = max([*doses, *tablets], default=None)
        return last is not None and day <= last + relativedelta(years=1)

    def is_her2(self, drugs: frozenset[str]) -> bool:
        """Return whether one of the drugs acts on HER2."""
        return not self._her2.isdisjoint(drugs)

    @cached_property
    def _her2(self) -> frozenset[str]:
        return frozenset(each.id for each in self.knowledge.drugs.values() if each.her2)

    @cached_property
    def _times_of_rules(self) -> tuple[DrugTime, ...]:
        return times_of_rules(self.plans)

    def _days_of(self, entry: Entry) -> tuple[date, date]:
        return (entry.day, self.now.date())

    def _drugs_around_day(self, day: date) -> frozenset[str]:
        if day not in self._drugs_by_day:
            self._drugs_by_day[day] = drugs_among(self._times_of_rules, day)
        return self._drugs_by_day[day]
