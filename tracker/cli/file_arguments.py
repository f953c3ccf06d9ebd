"""What belongs to the verbs that write or read whole files."""

from typing import TYPE_CHECKING

from tracker.cli.options import Parser, named_file, named_place
from tracker.cli.verb_parsers import add_verb
from tracker.services.printing import AttachedForm, PageKind

if TYPE_CHECKING:
    from tracker.cli.verb_parsers import Verbs

_KINDS = [kind.value for kind in PageKind]


def add_file_verbs(verbs: "Verbs") -> None:
    """Add report, export, import, backup, restore, check, salvage, demo and tour."""
    _add_report(verbs)
    _add_export(verbs)
    _add_file(
        add_verb(
            verbs,
            "import",
            "bring a diary in that “export json” wrote, all or nothing; twice adds nothing",
            "import all.json",
        ),
        "the diary as JSON",
    )
    _add_file(
        add_verb(verbs, "backup", "write a checked copy of the diary", "backup copy.sqlite"),
        "a new file for the copy",
    )
    restore = add_verb(
        verbs,
        "restore",
        "go back to a copy; the diary that was there is kept beside it",
        "restore --preview copy.sqlite",
        "restore copy.sqlite",
    )
    _add_file(restore, "a copy that “backup” wrote")
    restore.add_argument(
        "--preview", action="store_true", help="only say what is in it; nothing is changed"
    )
    add_verb(verbs, "check", "read the whole diary and say whether it is sound", "check")
    _add_file(
        add_verb(
            verbs,
            "salvage",
            "write what a damaged diary still gives into a new one",
            "salvage saved.sqlite",
        ),
        "a new file; the damaged one is not changed",
    )
    _add_file(
        add_verb(verbs, "demo", "make a sample diary of an invented person", "demo demo.sqlite"),
        "a new file",
    )
    tour = add_verb(
        verbs, "tour", "write every page of the window as a picture", "tour --out pictures"
    )
    tour.add_argument(
        "--out",
        required=True,
        type=named_place,
        metavar="DIR",
        help="a folder, made if it is missing",
    )


def _add_file(parser: Parser, says: str) -> None:
    parser.add_argument("file", type=named_file, help=says)


def _add_out(parser: Parser) -> None:
    parser.add_argument(
        "--out", required=True, type=named_file, metavar="FILE", help="where it is written"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="write over a file that is there, whatever it holds; a diary never",
    )


def _add_report(verbs: "Verbs") -> None:
    report = add_verb(
        verbs,
        "report",
        "write the page for the clinic as PDF, or another sheet",
        "report --out visit.pdf",
        "report --out long.pdf --kind long --from 2026-05-01 --to 2026-05-25",
        "report --out page.pdf --sections questions,changes,side-effects",
    )
    _add_out(report)
    add = report.add_argument
    add("--kind", choices=_KINDS, default=PageKind.ONE_PAGE.value, help="without it, one page")
    add(
        "--from",
        dest="since",
        metavar="DAY",
        help="the first day; without it, a treatment day two weeks ago or more",
    )
    add("--to", dest="until", metavar="DAY", help="the last day; without it, today")
    add("--sections", metavar="LIST", help="these alone, with commas; without it, all")
    add(
        "--attach",
        metavar="LIST",
        help=f"put the diary inside the PDF: {', '.join(AttachedForm)}, or both with a comma",
    )
    report.more = _sections


def _sections() -> str:
    from tracker.report.content import Section  # noqa: PLC0415 - for this help alone

    return "\n".join(("sections:", *(f"  {each}" for each in Section), ""))


def _add_export(verbs: "Verbs") -> None:
    export = add_verb(
        verbs,
        "export",
        "write everything out, for another computer, a spreadsheet, a hospital or a calendar",
        "export json --out all.json",
        "export csv --wide --out days.csv",
        "export ics --details --reminder 20:00 --out visits.ics",
    )
    export.add_argument(
        "form",
        choices=("json", "csv", "fhir", "ics"),
        help="json: everybody's diary, for “import”; of one person: csv, a table; "
        "fhir, a bundle for hospitals; ics, a calendar",
    )
    _add_out(export)
    add = export.add_argument
    add("--wide", action="store_true", help="csv: a row for each day, a column for each symptom")
    add("--details", action="store_true", help="ics: say what each day is for")
    add(
        "--reminder",
        metavar="HH:MM",
        help="ics: a daily reminder of the check-in; it stays in a calendar until a later file is "
        "made with “off”, which cancels it",
    )
