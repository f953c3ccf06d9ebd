"""What may travel inside the report's PDF for computers: one person's diary, never everybody's."""

from collections.abc import Iterable

from tracker.domain.diary import PersonDiary
from tracker.exchange.diary_json import write_diaries
from tracker.services.printing import AttachedForm, Attachment
from tracker.services.whole_record import WholeRecord


def attachments(record: WholeRecord, forms: Iterable[AttachedForm]) -> tuple[Attachment, ...]:
    """Return the files; the same record gives the same bytes."""
    return tuple(_attachment(record, form) for form in forms)


def _attachment(record: WholeRecord, form: AttachedForm) -> Attachment:
    match form:
        case AttachedForm.JSON:
            courses = tuple(plan.course for plan in record.plans)
            diary = PersonDiary(record.person, courses, record.entries)
            about = "The diary of this person, to be imported into Chemo Tracker"
            content = write_diaries((diary,)).strip().encode()
            return Attachment("diary.json", "application/json", about, content)
        case AttachedForm.FHIR:
            from tracker.exchange.fhir_bundle import bundle_text  # noqa: PLC0415 - one of two

            about = (
                "The diary of this person as an HL7 FHIR R4 bundle; notes and questions stay out"
            )
            content = bundle_text(record).strip().encode()
            return Attachment("diary-fhir.json", "application/fhir+json", about, content)
