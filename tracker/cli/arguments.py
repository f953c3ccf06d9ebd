"""The command line as the contract has it: options, then the verb, then what belongs to it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from tracker.cli.options import PROGRAM, Parser, add_options, options_of
from tracker.domain.course import Reason
from tracker.domain.entries import LvefMethod
from tracker.domain.regimen import Setting, Track
from tracker.services.printing import PageKind
from tracker.services.start import StartOptions

_REASONS = [reason.value for reason in Reason]
_TRACKS = [track.value for track in Track]
_SETTINGS = [setting.value for setting in Setting]
_KINDS = [kind.value for kind in PageKind]
_METHODS = [method.value for method in LvefMethod]


def parse(argv: Sequence[str]) -> tuple[StartOptions, argparse.Namespace]:
    """Return the options and what was asked for; `verb` is None for the window.

    Raises:
        NotUnderstoodError: Not understood.
    """
    found = _parser().parse_args(argv)
    return options_of(found), found


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        description="A private diary for chemotherapy and HER2 treatment.",
        epilog="Without a verb the window opens.",
        allow_abbrev=False,
    )
    add_options(parser)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    _add_init(verbs.add_parser("init", help="a new diary", allow_abbrev=False))
    regimens = verbs.add_parser("regimens", help="what the program can plan", allow_abbrev=False)
    regimens.add_argument("--copy", metavar="ID", help="one of them as JSON for --custom")
    _add_plan(verbs.add_parser("plan", help="the plan and its changes", allow_abbrev=False))
    _add_log(verbs.add_parser("log", help="write one entry", allow_abbrev=False))
    verbs.add_parser("alerts", help="what matches the rules now", allow_abbrev=False)
    verbs.add_parser("heart", help="LVEF, what is due, labels", allow_abbrev=False)
    verbs.add_parser("history", help="answers by cycle", allow_abbrev=False)
    _add_files(verbs)
    return parser


def _add_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True)
    parser.add_argument("--born", metavar="DAY")
    parser.add_argument("--country", default="US")
    parser.add_argument("--regimen", metavar="ID")
    _add_plan_days(parser)


def _add_plan_days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--surgery", metavar="DAY")
    parser.add_argument("--start", metavar="DAY")
    parser.add_argument("--resume", metavar="DAY")
    parser.add_argument("--setting", choices=_SETTINGS)
    parser.add_argument(
        "--custom", metavar="FILE", help="your own phases as JSON; - for standard input"
    )


def _add_plan(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", metavar="STEP", parser_class=Parser)
    for name in ("preview", "start"):
        step = steps.add_parser(name, allow_abbrev=False)
        step.add_argument("--regimen", required=True, metavar="ID")
        _add_plan_days(step)
    move = _with_target(steps.add_parser("move", allow_abbrev=False))
    move.add_argument("--cycle", required=True, metavar="N")
    where = move.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", metavar="DAY")
    where.add_argument("--by", dest="by_days", metavar="DAYS", help="so many days later")
    move.add_argument("--reason", required=True, choices=_REASONS)
    move.add_argument("--note", metavar="-")
    move.add_argument("--preview", action="store_true")
    given = _with_target(steps.add_parser("given", allow_abbrev=False))
    given.add_argument("--cycle", required=True, metavar="N")
    given.add_argument("--on", metavar="DAY")
    given.add_argument("--note", metavar="-", help="what was different, from standard input")
    omit = _with_target(steps.add_parser("omit", allow_abbrev=False))
    omit.add_argument("--cycle", required=True, metavar="N")
    omit.add_argument("--reason", required=True, choices=_REASONS)
    stop = _with_target(steps.add_parser("stop", allow_abbrev=False))
    stop.add_argument("--on", required=True, metavar="DAY")
    stop.add_argument("--reason", required=True, choices=_REASONS)
    adapt = steps.add_parser("adapt", help="your team's own version", allow_abbrev=False)
    adapt.add_argument("--custom", required=True, metavar="FILE", help="JSON; - for standard input")
    steps.add_parser("undo", allow_abbrev=False)


def _with_target(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--drug", metavar="ID")
    which.add_argument("--track", choices=_TRACKS)
    return parser


def _add_log(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", metavar="KIND", parser_class=Parser, required=True)

    def kind(name: str, *positional: str) -> argparse.ArgumentParser:
        added = kinds.add_parser(name, allow_abbrev=False)
        for each in positional:
            added.add_argument(each)
        added.add_argument("--day", metavar="DAY")
        added.add_argument("--by", metavar="WHO")
        return added

    symptom = kind("symptom", "name", "severity")
    symptom.add_argument("--flag", action="append", default=[], metavar="F")
    symptom.add_argument("--note", metavar="-")
    temperature = kind("temperature", "value")
    temperature.add_argument("--unit", choices=("C", "F", "degC", "degF"))
    temperature.add_argument("--flag", action="append", default=[], metavar="F")
    kind("weight", "value").add_argument("--unit", choices=("kg", "lb"))
    kind("pulse", "value")
    kind("blood-pressure", "systolic", "diastolic")
    lab = kind("lab", "test", "value")
    lab.add_argument("--unit", required=True)
    lab.add_argument("--low")
    lab.add_argument("--high")
    lab.add_argument("--comparator", choices=("<", ">"))
    lvef = kind("lvef", "value")
    lvef.add_argument("--method", choices=_METHODS, default="unknown")
    lvef.add_argument("--note", metavar="-")
    medicine = kind("medicine", "name")
    medicine.add_argument("--amount")
    medicine.add_argument("--for", dest="for_symptom", metavar="SYMPTOM")
    kind("question")
    kind("note")
    kind("appointment").add_argument("--at", required=True, metavar="MOMENT")
    kind("contact", "who").add_argument(
        "--alert", action="append", metavar="RULE", help="only this alert; without it: all shown"
    )


def _add_files(verbs: "argparse._SubParsersAction[Parser]") -> None:
    report = verbs.add_parser("report", help="the page for the clinic", allow_abbrev=False)
    report.add_argument("--out", required=True, type=Path, metavar="FILE")
    report.add_argument("--from", dest="since", metavar="DAY")
    report.add_argument("--to", dest="until", metavar="DAY")
    report.add_argument("--sections", metavar="LIST")
    report.add_argument("--kind", choices=_KINDS, default=PageKind.ONE_PAGE.value)
    report.add_argument("--attach", metavar="LIST", help="put json, fhir or both inside the PDF")
    export = verbs.add_parser("export", help="everything out", allow_abbrev=False)
    export.add_argument("form", choices=("json", "csv", "fhir", "ics"))
    export.add_argument("--out", required=True, type=Path, metavar="FILE")
    export.add_argument("--wide", action="store_true", help="csv: a row for each day")
    export.add_argument("--details", action="store_true", help="ics: what each day is for")
    export.add_argument("--reminder", metavar="HH:MM", help="ics: a daily check-in reminder")
    for name, says in (
        ("import", "a diary in"),
        ("backup", "a checked copy"),
        ("salvage", "what a damaged diary still gives, into a new one"),
        ("demo", "a sample diary"),
    ):
        verbs.add_parser(name, help=says, allow_abbrev=False).add_argument("file", type=Path)
    restore = verbs.add_parser("restore", help="back from a copy", allow_abbrev=False)
    restore.add_argument("file", type=Path)
    restore.add_argument("--preview", action="store_true", help="only say what is in it")
    verbs.add_parser("check", help="is the file whole", allow_abbrev=False)
    tour = verbs.add_parser("tour", help="every page as a picture", allow_abbrev=False)
    tour.add_argument("--out", required=True, type=Path, metavar="DIR")
