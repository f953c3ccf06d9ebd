"""The verbs that make pages: report and tour."""

import argparse

from tracker.cli import typed
from tracker.cli.desk import Bench
from tracker.cli.overwriting import refuse_overwriting
from tracker.errors import NotUnderstoodError
from tracker.private_files import write_whole
from tracker.services.printing import AttachedForm, Attachment, PageKind, ReportRequest


def do_report(bench: Bench, found: argparse.Namespace) -> None:
    """Write the clinic report, or another sheet, as one PDF."""
    # Typst is loaded for this verb alone.
    from tracker.report.printer import ClinicReportPrinter  # noqa: PLC0415

    request, attached = _request(found), _attached(found)
    refuse_overwriting(found.out, wanted=found.overwrite)
    with bench.companion() as companion:
        prepared = ClinicReportPrinter(companion).prepare(request)
    pdf = prepared.pdf(_attachments(bench, attached))
    write_whole(found.out, pdf)
    said = [f"The report is in {found.out}."]
    if attached:
        said.append(f"It carries the diary inside it ({', '.join(attached)}).")
    bench.show_written(found.out, {}, said)


def _request(found: argparse.Namespace) -> ReportRequest:
    kind = PageKind(found.kind)
    chosen = {"--from": found.since, "--to": found.until, "--sections": found.sections}
    if not kind.is_clinic_report:
        for option, value in (*chosen.items(), ("--attach", found.attach)):
            if value is not None:
                raise NotUnderstoodError(
                    f"{option} belongs to the clinic report; nothing was written; leave it out."
                )
    names = None if found.sections is None else found.sections.split(",")
    return ReportRequest(
        since=None if found.since is None else typed.day(found.since),
        until=None if found.until is None else typed.day(found.until),
        sections=None if names is None else tuple(name.strip() for name in names),
        kind=kind,
    )


def _attached(found: argparse.Namespace) -> tuple[AttachedForm, ...]:
    if found.attach is None:
        return ()
    names = tuple(dict.fromkeys(name.strip() for name in found.attach.split(",")))
    for name in names:
        if name not in set(AttachedForm):
            raise NotUnderstoodError(
                f"“{name[:40]}” cannot be put inside the report; nothing was written; "
                f"choose from {', '.join(AttachedForm)}."
            )
    return tuple(AttachedForm(name) for name in names)


def _attachments(bench: Bench, forms: tuple[AttachedForm, ...]) -> tuple[Attachment, ...]:
    if not forms:
        return ()
    # Few reports carry the diary inside them.
    from tracker.exchange.attachments import attachments  # noqa: PLC0415
    from tracker.services.start import choose_person  # noqa: PLC0415
    from tracker.services.whole_record import whole_record  # noqa: PLC0415

    with bench.storage() as storage:
        person = choose_person(storage.people(), bench.options.person)
        record = whole_record(storage, bench.library, person, bench.now())
    return attachments(record, forms)


def do_tour(bench: Bench, found: argparse.Namespace) -> None:
    """Write every page of the window as pictures, and the report, on the sample diary."""
    # Qt is loaded for this verb and the window alone.
    from tracker.app import write_tour  # noqa: PLC0415

    paths = write_tour(found.out)
    names = [str(path) for path in paths]
    bench.show({"files": names}, [f"{len(names)} files are in {found.out}."])
