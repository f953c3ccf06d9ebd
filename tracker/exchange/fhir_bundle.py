"""One person's diary as a FHIR R4 bundle, a collection in which every reference resolves.

Questions, notes, contacts and appointments are words between people and stay out; so does an
answer that a later one about the same day replaced, and one that was skipped.
"""

from collections.abc import Iterator
from itertools import chain
from uuid import UUID, uuid5

from tracker.domain.entries import AnyEntry, MedicineEntry, SymptomEntry
from tracker.domain.treatment import in_treatment
from tracker.domain.trends import standing_answers
from tracker.exchange.fhir_json import bundle_as_json
from tracker.exchange.fhir_observations import Observations
from tracker.exchange.fhir_treatment import Told, Treatment, author_id, author_link, medicine
from tracker.exchange.fhir_values import (
    Resource,
    active,
    address,
    concept,
    link,
    moment,
    notes,
    text,
    without_empty,
)
from tracker.services.whole_record import WholeRecord

_ABOUT_THE_DIAGNOSIS = (
    "The diary is made for people with HER2-positive breast cancer; this is no pathology result."
)
_SELF = "self"


def bundle_text(record: WholeRecord) -> str:
    """Return the bundle as JSON; the same diary and moment give the same text."""
    return bundle_as_json(bundle(record))


def bundle(record: WholeRecord) -> Resource:
    """Return the bundle: who, why, what was done and planned, what was felt, and who said it."""
    told = list(_told(record))
    authors = dict.fromkeys((_SELF, *(each.by for each in told)))
    resources = [
        _patient(record),
        *(_related_person(record, by) for by in authors if by != _SELF),
        *(each.resource for each in told),
        *(_provenance(record, by, told) for by in authors),
    ]
    found = {
        "resourceType": "Bundle",
        "id": str(uuid5(record.person.id, "bundle")),
        "meta": {"tag": [{"display": "Sample of an invented person"}]}
        if record.person.is_sample
        else None,
        "type": "collection",
        "timestamp": moment(record.now),
        "entry": [{"fullUrl": address(UUID(each["id"])), "resource": each} for each in resources],
    }
    return without_empty(found)


def _told(record: WholeRecord) -> Iterator[Told]:
    condition = uuid5(record.person.id, "breast-cancer")
    treatment = Treatment(record, condition)
    yield Told(_condition(record, condition), _SELF)
    yield Told(_her2_status(record, condition), _SELF)
    yield from chain(treatment.procedures(), treatment.care_plans(), treatment.doses())
    yield from _entries(record)


def _entries(record: WholeRecord) -> Iterator[Told]:
    observations, subject = Observations(record.library), link(record.person.id)
    for entry in _standing(record):
        resource = observations.of(entry, subject, author_link(record, entry.by))
        if isinstance(entry, MedicineEntry):
            resource = medicine(entry, record, observations)
        if resource is not None:
            yield Told(resource, entry.by)


def _standing(record: WholeRecord) -> Iterator[AnyEntry]:
    answers = standing_answers(record.of_kind(SymptomEntry))
    kept = {answer.id for answer in answers.values()}
    for entry in record.entries:
        if not isinstance(entry, SymptomEntry) or entry.id in kept:
            yield entry


def _patient(record: WholeRecord) -> Resource:
    person = record.person
    name = text(person.name)
    return without_empty(
        {
            "resourceType": "Patient",
            "id": str(person.id),
            "name": [{"text": name}] if name else [],
            "birthDate": person.born_on.isoformat() if person.born_on else None,
        }
    )


def _related_person(record: WholeRecord, by: str) -> Resource:
    name = text(by)
    return without_empty(
        {
            "resourceType": "RelatedPerson",
            "id": str(author_id(record, by)),
            "patient": link(record.person.id),
            "name": [{"text": name}] if name else [],
        }
    )


def _condition(record: WholeRecord, condition: UUID) -> Resource:
    treated = in_treatment(record.plans, record.now.date())
    return without_empty(
        {
            "resourceType": "Condition",
            "id": str(condition),
            "clinicalStatus": active() if treated else None,
            "code": concept("Breast cancer", record.library.codes.conditions["breast-cancer"]),
            "subject": link(record.person.id),
            "asserter": link(record.person.id),
            "note": notes(_ABOUT_THE_DIAGNOSIS),
        }
    )


def _her2_status(record: WholeRecord, condition: UUID) -> Resource:
    positive = record.library.codes.conditions["her2-positive"]
    return {
        "resourceType": "Observation",
        "id": str(uuid5(record.person.id, "her2-status")),
        "status": "final",
        "code": concept("HER2 status", record.library.codes.measurements["her2-status"]),
        "subject": link(record.person.id),
        "focus": [link(condition)],
        "performer": [link(record.person.id)],
        "valueCodeableConcept": concept("HER2-positive breast cancer", positive),
        "note": notes(_ABOUT_THE_DIAGNOSIS),
    }


def _provenance(record: WholeRecord, by: str, told: list[Told]) -> Resource:
    own = [link(UUID(each.resource["id"])) for each in told if each.by == by]
    own = [link(record.person.id), *own] if by == _SELF else own
    who = "Told by the patient" if by == _SELF else "Told by a person close to the patient"
    return {
        "resourceType": "Provenance",
        "id": str(uuid5(record.person.id, f"provenance/{by}")),
        "target": own,
        "recorded": moment(record.now),
        "agent": [
            {
                "type": concept(who),
                "who": author_link(record, by),
            }
        ],
    }
