"""One person's record in the form that is asked for, and what of it is in the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.wording import counted
from tracker.services.printing import ExportChoices, ExportForm
from tracker.services.whole_record import WholeRecord

_NOT_IN_A_BUNDLE = (
    "Questions, notes, contacts and appointments have no place in it, nor have answers that were "
    "skipped or given anew."
)


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is not yet on the disk.

    Attributes:
        content: The same record and choices give the same bytes.
        counts: How many there are of what this form has, by name.
        words: The same for a person, as the beginning of a sentence.
        left_out: A sentence about what of the diary is not in it; empty where all is.
    """

    content: bytes
    counts: Mapping[str, int]
    words: str
    left_out: str = ""


def written(record: WholeRecord, form: ExportForm, choices: ExportChoices) -> bytes:
    """Return the file; the same record and choices give the same bytes."""
    return written_and_counted(record, form, choices).content


def written_and_counted(record: WholeRecord, form: ExportForm, choices: ExportChoices) -> Written:
    """Return the file with what is in it."""
    match form:
        case ExportForm.TABLE:
            return _days(record) if choices.a_row_per_day else _entries(record)
        case ExportForm.FHIR:
            return _bundle(record)
        case ExportForm.CALENDAR:
            return _calendar(record, choices)


def _entries(record: WholeRecord) -> Written:
    from tracker.exchange.csv_out import entries_table  # noqa: PLC0415 - one of three

    number = len(record.entries)
    words = f"{counted(number, 'entry', 'entries')} of {record.person.name}"
    return Written(entries_table(record).encode(), {"entries": number}, words)


def _days(record: WholeRecord) -> Written:
    from tracker.exchange.csv_out import days_table  # noqa: PLC0415 - one of three

    table = days_table(record)
    number = table.count("\r\n") - 1
    words = f"{counted(number, 'day')} with the answers of {record.person.name}"
    return Written(table.encode(), {"days": number}, words)


def _bundle(record: WholeRecord) -> Written:
    from tracker.exchange.fhir_bundle import bundle  # noqa: PLC0415 - one of three
    from tracker.exchange.fhir_json import bundle_as_json  # noqa: PLC0415

    made = bundle(record)
    resources = {each["resource"]["id"] for each in made["entry"]}
    number, of = sum(str(each.id) in resources for each in record.entries), len(record.entries)
    all_of_them = counted(of, "entry", "entries")
    words = f"{all_of_them if number == of else f'{number:,} of {all_of_them}'} of "
    words += f"{record.person.name}, in {counted(len(resources), 'resource')},"
    counts = {"entries": number, "resources": len(resources)}
    left_out = "" if number == of else _NOT_IN_A_BUNDLE
    return Written(bundle_as_json(made).encode(), counts, words, left_out)


def _calendar(record: WholeRecord, choices: ExportChoices) -> Written:
    from tracker.exchange.calendar_out import counted_calendar  # noqa: PLC0415 - one of three

    content, found = counted_calendar(
        record,
        details=choices.details,
        check_in_at=choices.check_in_at,
        check_in_ends=choices.check_in_ends,
    )
    sorts = (
        counted(found.visits, "visit"),
        counted(found.heart_checks, "heart scan"),
        counted(found.appointments, "appointment"),
    )
    words = f"{counted(found.events, 'event')} of {record.person.name} ({', '.join(sorts)}"
    words += f"; {found.cancelled:,} cancelled" if found.cancelled else ""
    words += ")" if choices.check_in_at is None else ") and a daily reminder"
    words += " and the end of the daily reminder" if choices.check_in_ends else ""
    counts = {
        "events": found.events,
        "visits": found.visits,
        "heart_checks": found.heart_checks,
        "appointments": found.appointments,
        "cancelled": found.cancelled,
    }
    return Written(content, counts, words)
