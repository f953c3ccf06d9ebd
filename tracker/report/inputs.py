"""What a report is computed from: domain values alone, all read at one moment."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from tracker.clinical.library import Library
from tracker.domain.alerts import AlertReport
from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import (
    AnyEntry,
    ContactEntry,
    MedicineEntry,
    QuestionEntry,
    SymptomDays,
    SymptomEntry,
)
from tracker.domain.heart import HeartOverview
from tracker.domain.people import FeverCard, Person
from tracker.domain.schedule import Plan
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.domain.treatment import DrugTime, times_of_rules
from tracker.domain.trends import History, standing_answers
from tracker.domain.writers import SELF
from tracker.report.printable import shortened
from tracker.report.wording import starting_small

Kind = TypeVar("Kind", bound=AnyEntry)


@dataclass(frozen=True, kw_only=True)
class ReportInputs:
    """One person's diary as the report reads it.

    Attributes:
        plans: Of all courses, by start.
        spans: Cycles of all courses, by first day, as the history counts them.
        treatment_spans: Those of courses with chemotherapy or HER2 drugs.
        entries: Those about the days covered and, before them, about the cycle shown day by day.
        earlier: Temperatures, contacts and lab values of the year before the days covered.
        severities: The standing answers of all days up to `now`; None for a skip.
        questions: All questions written until the last day covered.
        since: First day covered.
        until: Last day covered, never later than the day of `now`.
        alerts: What matches now; None where the report does not end today.
    """

    person: Person
    plans: tuple[Plan, ...]
    spans: tuple[CycleSpan, ...]
    treatment_spans: frozenset[CycleSpan]
    entries: tuple[AnyEntry, ...]
    earlier: tuple[AnyEntry, ...]
    severities: SymptomDays
    questions: tuple[QuestionEntry, ...]
    history: History
    heart: HeartOverview
    alerts: AlertReport | None
    library: Library
    now: datetime
    since: date
    until: date

    def covered(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the entries of one kind about the days covered."""
        return tuple(each for each in self._by_kind.get(kind, ()) if isinstance(each, kind))

    @cached_property
    def _by_kind(self) -> Mapping[type, Sequence[AnyEntry]]:
        by_kind: dict[type, list[AnyEntry]] = defaultdict(list)
        for entry in self.entries:
            if self.since <= entry.day <= self.until:
                by_kind[type(entry)].append(entry)
        return by_kind

    @property
    def year(self) -> int:
        """The year that is left out of days."""
        return self.until.year

    @property
    def card(self) -> FeverCard:
        """The person's own card, or her country's numbers."""
        if self.person.care.fever_card is not None:
            return self.person.care.fever_card
        rules = self.library.alert_rules.temperature
        return rules.profiles.get(self.person.care.country, rules.other_countries)

    @property
    def card_is_own(self) -> bool:
        """Whether the numbers come from her own card."""
        return self.person.care.fever_card is not None

    @cached_property
    def answers(self) -> Mapping[tuple[str, date], SymptomEntry]:
        """The standing answers of the days covered."""
        return standing_answers(self.covered(SymptomEntry))

    @cached_property
    def own_answers(self) -> Mapping[tuple[str, date], SymptomEntry]:
        """What the person herself answered last about the days covered."""
        return standing_answers(each for each in self.covered(SymptomEntry) if each.by == SELF)

    @cached_property
    def times_of_rules(self) -> tuple[DrugTime, ...]:
        """When the rules about each drug hold."""
        return times_of_rules(self.plans)

    @cached_property
    def contacts(self) -> tuple[ContactEntry, ...]:
        """When the team was told, by moment."""
        return self.covered(ContactEntry)

    @cached_property
    def contacts_by_day(self) -> Mapping[date, tuple[ContactEntry, ...]]:
        """The same by the day they are about."""
        by_day: dict[date, tuple[ContactEntry, ...]] = {}
        for contact in self.contacts:
            by_day[contact.day] = (*by_day.get(contact.day, ()), contact)
        return by_day

    @cached_property
    def medicines_for(self) -> Mapping[str | None, Sequence[MedicineEntry]]:
        """What was taken in the days covered, by the symptom it was for."""
        by_symptom: dict[str | None, list[MedicineEntry]] = defaultdict(list)
        for entry in self.covered(MedicineEntry):
            by_symptom[entry.for_symptom].append(entry)
        return by_symptom

    def symptom(self, symptom: str) -> str:
        """Return the patient's word for a symptom."""
        return symptom_name(symptom, self.symptoms)

    def term(self, symptom: str) -> str:
        """Return the clinical term; empty where it is the patient's word or there is none."""
        if symptom not in self.symptoms:
            return ""
        term = self.symptoms[symptom].clinical_term
        return "" if term.lower() == self.symptoms[symptom].name.lower() else term

    def with_term(self, symptom: str, most: int) -> str:
        """Return `Tiredness (fatigue)`, of a name at most so many letters."""
        term, name = self.term(symptom), shortened(self.symptom(symptom), most)
        return f"{name} ({term})" if term else name

    @property
    def symptoms(self) -> Mapping[str, SymptomDefinition]:
        """Every symptom of the library."""
        return self.library.symptoms

    def drug(self, drug: str) -> str:
        """Return the name of a drug for the middle of a sentence."""
        return starting_small(self.library.drugs[drug].name)

    def span_of(self, day: date) -> CycleSpan | None:
        """Return the cycle a day lies in; the latest begun where courses overlap."""
        around = [
            span
            for span in self.spans
            if span in self.treatment_spans and span.starts_on <= day <= span.ends_on
        ]
        return around[-1] if around else None

    def written_by(self, by: str) -> str:
        """Return a name for who wrote an entry."""
        return self.person.name if by == SELF else by
