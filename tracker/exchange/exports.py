"""One person's record in the form that is asked for."""

from tracker.services.printing import ExportChoices, ExportForm
from tracker.services.whole_record import WholeRecord


def written(record: WholeRecord, form: ExportForm, choices: ExportChoices) -> bytes:
    """Return the file; the same record and choices give the same bytes."""
    match form:
        case ExportForm.TABLE:
            return _table(record, choices)
        case ExportForm.FHIR:
            return _bundle(record)
        case ExportForm.CALENDAR:
            return _calendar(record, choices)


def _table(record: WholeRecord, choices: ExportChoices) -> bytes:
    from tracker.exchange.csv_out import days_table, entries_table  # noqa: PLC0415 - one of three

    table = days_table if choices.a_row_per_day else entries_table
    return table(record).encode()


def _bundle(record: WholeRecord) -> bytes:
    from tracker.exchange.fhir_bundle import bundle_text  # noqa: PLC0415 - one of three

    return bundle_text(record).encode()


def _calendar(record: WholeRecord, choices: ExportChoices) -> bytes:
    from tracker.exchange.calendar_out import calendar  # noqa: PLC0415 - one of three

    return calendar(record, details=choices.details, check_in_at=choices.check_in_at)
