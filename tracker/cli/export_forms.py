"""What belongs to the verb export beside the diary as JSON: table, FHIR and calendar."""

import argparse
from datetime import time
from re import fullmatch

from tracker.cli.desk import Bench
from tracker.errors import NotUnderstoodError
from tracker.private_files import write_whole
from tracker.services.printing import ExportChoices, ExportForm
from tracker.services.start import choose_person

_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_NO_MORE = "off"


def export_choices(found: argparse.Namespace) -> ExportChoices:
    """Return what was chosen about an export.

    Raises:
        NotUnderstoodError: A choice that this form does not have, or no time of the day.
    """
    for option, chosen, form in (
        ("--wide", found.wide, ExportForm.TABLE),
        ("--details", found.details, ExportForm.CALENDAR),
        ("--reminder", found.reminder is not None, ExportForm.CALENDAR),
    ):
        if chosen and found.form != form.value:
            raise NotUnderstoodError(
                f"{option} belongs to “export {form.value}”; nothing was written; leave it out."
            )
    ends = found.reminder == _NO_MORE
    reminder = None if found.reminder is None or ends else _time_of_day(found.reminder)
    return ExportChoices(
        a_row_per_day=found.wide, details=found.details, check_in_at=reminder, check_in_ends=ends
    )


def export_record(bench: Bench, found: argparse.Namespace, choices: ExportChoices) -> None:
    """Write one person's record into one file."""
    # Most runs of the command line export nothing.
    from tracker.exchange.exports import written_and_counted  # noqa: PLC0415
    from tracker.services.whole_record import whole_record  # noqa: PLC0415

    with bench.storage() as storage:
        person = choose_person(storage.people(), bench.options.person)
        record = whole_record(storage, bench.library, person, bench.now())
    made = written_and_counted(record, ExportForm(found.form), choices)
    write_whole(found.out, made.content)
    said = [f"{made.words} written to {found.out}.", *filter(None, (made.left_out,))]
    if record.person.is_sample:
        said.append("This is a sample of an invented person.")
    bench.show_written(found.out, {"people": 1, **made.counts}, said)


def _time_of_day(typed: str) -> time:
    if fullmatch(_TIME, typed) is None or not typed.isascii():
        raise NotUnderstoodError(
            f"“{typed[:40]}” is no time of the day; nothing was written; type it like 20:00, "
            "or off."
        )
    return time.fromisoformat(typed)
