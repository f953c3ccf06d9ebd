"""Courses, doses and operations as FHIR: a plan per course, a part per cycle, doses as told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from tracker.domain.course import DoseTarget, Given, Omitted, Stopped
from tracker.domain.entries import MedicineEntry
from tracker.domain.entry_words import HELPED_WORDS
from tracker.domain.people import Surgery
from tracker.domain.schedule import Plan, TabletSpan, Visit, VisitStatus
from tracker.domain.wording import at_start
from tracker.exchange.fhir_cycles import Days, cycles_of, days_of_cycles
from tracker.exchange.fhir_observations import Observations
from tracker.exchange.fhir_values import (
    Resource,
    about,
    concept,
    link,
    moment,
    notes,
    quantity,
    text,
    without_empty,
)
from tracker.services.ports import RecordedEvent
from tracker.services.whole_record import WholeRecord

_EVERYTHING = DoseTarget()
_REASON_WORDS = {
    "low-counts": "Low counts",
    "infection": "Infection",
    "other-side-effect": "Another side effect",
    "holiday": "Holiday",
    "heart-result": "Heart result",
    "clinic-closed": "Clinic closed",
    "own-choice": "Own choice",
    "other": "Another reason",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A resource and who told what it says; `self` is the person herself."""

    resource: Resource
    by: str


class Treatment:
    """Turns one person's courses into resources.

    Args:
        condition: Id of the condition that is treated.
    """

    def __init__(self, record: WholeRecord, condition: UUID) -> None:
        self._record = record
        self._today = record.now.date()
        self._subject = link(record.person.id)
        self._condition = link(condition)

    def care_plans(self) -> Iterator[Told]:
        """Yield each course, followed by its cycles."""
        for plan in self._record.plans:
            cycles = list(cycles_of(plan))
            spans = days_of_cycles(plan, cycles)
            yield Told(self._course(plan, spans), "self")
            for visits, span in zip(cycles, spans, strict=True):
                yield Told(self._cycle(plan, visits, span), "self")

    def doses(self) -> Iterator[Told]:
        """Yield the doses that somebody said were given or left out; others are only planned."""
        for course in self._record.courses:
            plan = next(each for each in self._record.plans if each.course.id == course.id)
            told = self._told_by(plan)
            for visit in plan.visits:
                event = told.get((visit.drug, visit.dose))
                if event is not None and visit.status is not VisitStatus.PLANNED:
                    yield Told(self._dose(plan, visit, event), event.by)

    def procedures(self) -> Iterator[Told]:
        """Yield operations and radiotherapy."""
        person = self._record.person
        for number, surgery in enumerate(person.surgeries):
            yield Told(self._surgery(surgery, uuid5(person.id, f"surgery/{number}")), "self")
        if person.radiotherapy is not None:
            starts, ends = person.radiotherapy.starts_on, person.radiotherapy.ends_on
            status = _status(starts, ends, self._today)
            procedure = self._procedure(uuid5(person.id, "radiotherapy"), status, "Radiotherapy")
            yield Told({**procedure, "performedPeriod": _period(starts, ends)}, "self")

    def _surgery(self, surgery: Surgery, surgery_id: UUID) -> Resource:
        status = _status(surgery.on, surgery.on, self._today)
        name = text(surgery.name) or "Surgery"
        found = self._procedure(surgery_id, status, name)
        kind = (
            "The definitive operation." if surgery.definitive else "Not the definitive operation."
        )
        return {**found, "performedDateTime": surgery.on.isoformat(), "note": notes(kind)}

    def _procedure(self, procedure_id: UUID, status: str, words: str) -> Resource:
        return {
            "resourceType": "Procedure",
            "id": str(procedure_id),
            "status": status,
            "code": concept(words),
            "subject": self._subject,
            "asserter": self._subject,
            "reasonReference": [self._condition],
        }

    def _course(self, plan: Plan, cycles: Sequence[Days]) -> Resource:
        course = plan.course
        tablets = [each.starts_on for each in plan.tablets]
        starts = min([*tablets, *(first for first, _ in cycles)], default=course.starts_on)
        last = max((last for _, last in cycles), default=course.starts_on)
        ends = None if plan.ends_on is None else max(plan.ends_on, last)
        return without_empty(
            {
                "resourceType": "CarePlan",
                "id": str(course.id),
                "status": self._course_status(plan, ends),
                "intent": "plan",
                "title": text(course.regimen.name),
                "description": f"{course.setting.value.capitalize()} treatment, as told by the "
                "patient; days counted by the diary.",
                "subject": self._subject,
                "period": _period(starts, ends),
                "addresses": [self._condition],
                "activity": [self._tablets(span) for span in plan.tablets],
            }
        )

    def _course_status(self, plan: Plan, ends: date | None) -> str:
        for event in plan.course.events:
            if isinstance(event, Stopped) and event.target == _EVERYTHING:
                return "revoked" if event.on <= self._today else "active"
        over = ends is not None and ends < self._today
        return "completed" if over else "active"

    def _cycle(self, plan: Plan, visits: list[Visit], days: Days) -> Resource:
        first = visits[0]
        left_out = all(visit.status is VisitStatus.OMITTED for visit in visits)
        over = days[1] < self._today
        return {
            "resourceType": "CarePlan",
            "id": str(_cycle_id(plan, first)),
            "partOf": [link(plan.course.id)],
            "status": "revoked" if left_out else "completed" if over else "active",
            "intent": "plan",
            "title": text(f"{first.phase}, cycle {first.cycle} of {first.of}"),
            "subject": self._subject,
            "period": _period(*days),
            "addresses": [self._condition],
            "activity": [self._planned(visit) for visit in visits],
        }

    def _planned(self, visit: Visit) -> Resource:
        status = {
            VisitStatus.GIVEN: "completed",
            VisitStatus.OMITTED: "cancelled",
            VisitStatus.PLANNED: "scheduled" if visit.on >= self._today else "unknown",
        }[visit.status]
        return {"detail": self._activity(visit.drug, status, visit.on, visit.on)}

    def _tablets(self, span: TabletSpan) -> Resource:
        begun = span.starts_on <= self._today
        over = span.ends_on is not None and span.ends_on < self._today
        status = "completed" if over else "in-progress" if begun else "scheduled"
        return {"detail": self._activity(span.drug, status, span.starts_on, span.ends_on)}

    def _activity(self, drug: str, status: str, starts: date, ends: date | None) -> Resource:
        return {
            "kind": "MedicationRequest",
            "status": status,
            "scheduledPeriod": _period(starts, ends),
            "productCodeableConcept": self._drug(drug),
        }

    def _dose(self, plan: Plan, visit: Visit, told: RecordedEvent) -> Resource:
        # No `dateAsserted`: of a diary brought in, nobody knows when a dose was noted.
        given = visit.status is VisitStatus.GIVEN
        why = _REASON_WORDS[told.event.reason.value] if isinstance(told.event, Omitted) else None
        return without_empty(
            {
                "resourceType": "MedicationStatement",
                "id": str(uuid5(plan.course.id, f"dose/{visit.drug}/{visit.dose}")),
                "basedOn": [link(_cycle_id(plan, visit))],
                "status": "completed" if given else "not-taken",
                "statusReason": [concept(why)] if why else [],
                "medicationCodeableConcept": self._drug(visit.drug),
                "subject": self._subject,
                "effectiveDateTime": visit.on.isoformat(),
                "informationSource": author_link(self._record, told.by),
                "reasonReference": [self._condition],
                "note": notes(f"Dose {visit.dose} of this drug in the course."),
                "dosage": self._amount(visit, told),
            }
        )

    def _amount(self, visit: Visit, told: RecordedEvent) -> list[Resource]:
        """Return what the clinic's letter says; it is kept for anthracyclines alone."""
        event = told.event
        if not isinstance(event, Given) or event.dose_mg_m2 is None:
            return []
        if not self._record.library.drugs[visit.drug].anthracycline:
            return []
        words = f"{event.dose_mg_m2:f} mg/m²"
        return [
            {"text": words, "doseAndRate": [{"doseQuantity": quantity(event.dose_mg_m2, "mg/m2")}]}
        ]

    def _drug(self, drug: str) -> Resource:
        knowledge = self._record.library
        return concept(knowledge.drugs[drug].name, knowledge.codes.drugs.get(drug, ()))

    def _told_by(self, plan: Plan) -> dict[tuple[str, int], RecordedEvent]:
        """Return for each dose the event that last made it given or left out."""
        course = next(each for each in self._record.courses if each.id == plan.course.id)
        told: dict[tuple[str, int], RecordedEvent] = {}
        before: dict[tuple[str, int], tuple[VisitStatus, date]] = {}
        for state in self._record.states(course):
            now = {(each.drug, each.dose): (each.status, each.on) for each in state.visits}
            for dose, found in now.items():
                if state.told is not None and before.get(dose) != found:
                    told[dose] = state.told
            before = now
        return told


def medicine(entry: MedicineEntry, record: WholeRecord, observations: Observations) -> Resource:
    """Return a medicine that a person says she took."""
    symptom = entry.for_symptom
    return without_empty(
        {
            "resourceType": "MedicationStatement",
            "id": str(entry.id),
            "status": "completed",
            "medicationCodeableConcept": concept(entry.name),
            "subject": link(record.person.id),
            "effectiveDateTime": about(entry.day, entry.at),
            "dateAsserted": moment(entry.at),
            "informationSource": author_link(record, entry.by),
            "reasonCode": [observations.symptom(symptom)] if symptom else [],
            "note": notes(_sentence(HELPED_WORDS[entry.helped]) if entry.helped else None),
            "dosage": [{"text": amount}] if (amount := text(entry.amount)) else [],
        }
    )


def _sentence(words: str) -> str:
    return f"{at_start(words)}."


def author_id(record: WholeRecord, by: str) -> UUID:
    """Return the id of the one who told: the patient, or a person close to her."""
    return record.person.id if by == "self" else uuid5(record.person.id, f"author/{by}")


def author_link(record: WholeRecord, by: str) -> Resource:
    """Return a reference to the one who told."""
    return link(author_id(record, by))


def _cycle_id(plan: Plan, visit: Visit) -> UUID:
    return uuid5(plan.course.id, f"cycle/{visit.phase}/{visit.cycle}")


def _period(starts: date, ends: date | None) -> Resource:
    return without_empty({"start": starts.isoformat(), "end": ends.isoformat() if ends else None})


def _status(starts: date, ends: date | None, today: date) -> str:
    if starts > today:
        return "preparation"
    return "completed" if ends is not None and ends <= today else "in-progress"
