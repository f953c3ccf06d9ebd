"""What belongs to the verb log."""

import argparse
from collections.abc import Iterable
from textwrap import fill
from typing import TYPE_CHECKING

from tracker.cli.options import Parser
from tracker.cli.verb_parsers import add_note, add_verb
from tracker.domain.entries import LvefMethod

if TYPE_CHECKING:
    from tracker.cli.verb_parsers import Verbs

_METHODS = [method.value for method in LvefMethod]
_WIDTH = 79


def add_log(parser: argparse.ArgumentParser) -> None:
    """Add the kinds of entries."""
    kinds = parser.add_subparsers(
        title="kinds", dest="kind", metavar="KIND", parser_class=Parser, required=True
    )
    _add_symptom(kinds)
    _add_measurements(kinds)
    _add_lab(kinds)
    _add_words(kinds)


def _add_symptom(kinds: "Verbs") -> None:
    symptom = _kind(
        kinds,
        "symptom",
        "how bad a symptom was",
        "log symptom nausea 2",
        "log symptom diarrhea 1 --flag night --day 2026-05-11 --by Tom",
        "log symptom low-mood skip",
        'log symptom "own:itchy feet" 1',
    )
    symptom.add_argument("name", help="one of the list below, or own: and a name of your own")
    symptom.add_argument(
        "severity",
        help="0 none, 1 mild, 2 moderate, 3 severe, 4 very severe, skip for “I'd rather not say”",
    )
    symptom.add_argument(
        "--flag",
        action="append",
        default=[],
        metavar="F",
        help="what was also so, see below; can be given several times",
    )
    add_note(symptom)
    symptom.more = _symptoms


def _add_measurements(kinds: "Verbs") -> None:
    temperature = _kind(kinds, "temperature", "a body temperature", "log temperature 38.1 --unit C")
    temperature.add_argument("value", help="in the unit, like 38.1 or 38,1")
    temperature.add_argument(
        "--unit",
        choices=("C", "F", "degC", "degF"),
        help="without it, the unit of the person's settings",
    )
    temperature.add_argument(
        "--flag",
        action="append",
        default=[],
        metavar="F",
        help="after-fever-medicine: measured after a medicine against fever",
    )
    weight = _kind(kinds, "weight", "a body weight", "log weight 70.2 --unit kg")
    weight.add_argument("value", help="in the unit, like 70.2")
    weight.add_argument(
        "--unit", choices=("kg", "lb"), help="without it, the unit of the person's settings"
    )
    _kind(kinds, "pulse", "heart beats per minute", "log pulse 72").add_argument(
        "value", help="beats per minute"
    )
    pressure = _kind(kinds, "blood-pressure", "a blood pressure", "log blood-pressure 120 80")
    pressure.add_argument("systolic", help="the upper number, in mm Hg")
    pressure.add_argument("diastolic", help="the lower number, in mm Hg")
    lvef = _kind(kinds, "lvef", "a heart scan: the ejection fraction", "log lvef 58 --method echo")
    lvef.add_argument("value", help="in percent")
    lvef.add_argument("--method", choices=_METHODS, default="unknown", help="how the scan was done")
    add_note(lvef)


def _add_lab(kinds: "Verbs") -> None:
    lab = _kind(
        kinds,
        "lab",
        "a value from a lab slip",
        "log lab neutrophils 0.8 --unit 10^9/L --low 1.8 --high 7.7",
        'log lab troponin 5 --unit ng/L --comparator "<"',
    )
    lab.add_argument("test", help="one of the list below")
    lab.add_argument("value", help="in the unit, as it stands on the slip")
    lab.add_argument("--unit", required=True, help="as it stands on the slip, see below")
    lab.add_argument("--low", help="the lower end of the slip's own range")
    lab.add_argument("--high", help="the upper end of it")
    lab.add_argument("--comparator", choices=("<", ">"), help="the sign before the value, if any")
    lab.more = _lab_tests


def _add_words(kinds: "Verbs") -> None:
    medicine = _kind(
        kinds,
        "medicine",
        "a medicine that was taken against a symptom",
        'log medicine ondansetron --amount "8 mg" --for nausea',
    )
    medicine.add_argument("name", help="what it is called")
    medicine.add_argument("--amount", metavar="TEXT", help="how much, in your own words")
    medicine.add_argument(
        "--for", dest="for_symptom", metavar="SYMPTOM", help="against which symptom, by its id"
    )
    _kind(
        kinds,
        "question",
        "a question for the next visit, read from standard input",
        "log question < question.txt",
    )
    _kind(kinds, "note", "a note about a day, read from standard input", "log note < note.txt")
    appointment = _kind(
        kinds,
        "appointment",
        "an appointment; its title is read from standard input, if any",
        "log appointment --at 2026-06-01T10:00+02:00",
    )
    appointment.add_argument(
        "--at", required=True, metavar="MOMENT", help="with its offset from UTC, as in the example"
    )
    contact = _kind(
        kinds,
        "contact",
        "the team was told; what it said is read from standard input, if anything",
        'log contact "night nurse"',
        'log contact "front desk" --something-else',
    )
    contact.add_argument("who", help="whom you told")
    about = contact.add_mutually_exclusive_group()
    about.add_argument(
        "--alert",
        action="append",
        metavar="RULE",
        help="of this alert alone, by its rule in “--json alerts”; without it, of all shown",
    )
    about.add_argument(
        "--something-else",
        action="store_true",
        help="of none of them, but of an appointment, for example: nothing counts as told",
    )


def _kind(kinds: "Verbs", name: str, says: str, *examples: str) -> Parser:
    """Return a parser that knows what every entry has."""
    added = add_verb(kinds, name, says, *examples)
    added.add_argument("--day", metavar="DAY", help="the day it is about; without it, today")
    added.add_argument("--by", metavar="WHO", help="who writes, if it is not the person herself")
    return added


def _symptoms() -> str:
    from tracker.clinical.library import library  # noqa: PLC0415 - for this help alone

    known = library().symptoms
    flags = [
        f"  {each.id}: {', '.join(flag.id for flag in each.flags)}"
        for each in known.values()
        if each.flags
    ]
    return "\n".join(("symptoms:", _wrapped(known), "", "flags:", *flags, ""))


def _lab_tests() -> str:
    from tracker.clinical.library import library  # noqa: PLC0415 - for this help alone
    from tracker.services.lab_units import MORE_NAMES, SHOWN_ALSO  # noqa: PLC0415 - as above

    tests = (f"  {each.id}: {', '.join(each.units)}" for each in library().labs.values())
    same = (
        f"  {unit}: {', '.join((*others, *MORE_NAMES[unit]))}"
        for unit, others in SHOWN_ALSO.items()
    )
    return "\n".join(
        ("tests and their units:", *tests, "", "units that slips also write as:", *same, "")
    )


def _wrapped(names: Iterable[str]) -> str:
    return fill(
        ", ".join(names),
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
