"""The verbs that make pages: report and tour."""

import argparse

from tracker.cli import typed
from tracker.cli.desk import Bench
from tracker.storage.files import write_whole


def do_report(bench: Bench, found: argparse.Namespace) -> None:
    """Write the clinic report as one PDF."""
    # Typst is loaded for this verb alone.
    from tracker.report.clinic_report import parse_sections  # noqa: PLC0415
    from tracker.report.from_diary import build_report  # noqa: PLC0415
    from tracker.report.typesetting import render_pdf  # noqa: PLC0415

    sections = None if found.sections is None else parse_sections(found.sections)
    with bench.companion() as companion:
        content = build_report(
            companion,
            since=None if found.since is None else typed.day(found.since),
            until=None if found.until is None else typed.day(found.until),
            sections=sections,
        )
    write_whole(found.out, render_pdf(content))
    bench.show({"out": str(found.out)}, [f"The report is in {found.out}."])


def do_tour(bench: Bench, found: argparse.Namespace) -> None:
    """Write every page of the window as pictures, and the report, on the sample diary."""
    # Qt is loaded for this verb and the window alone.
    from tracker.app import write_tour  # noqa: PLC0415

    paths = write_tour(found.out)
    names = [str(path) for path in paths]
    bench.show({"files": names}, [f"{len(names)} files are in {found.out}."])
