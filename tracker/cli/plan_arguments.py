"""What belongs to the verb plan."""

import argparse

from tracker.cli.options import Parser
from tracker.cli.verb_parsers import add_note, add_verb
from tracker.domain.course import Reason
from tracker.domain.regimen import Setting, Track

_REASONS = [reason.value for reason in Reason]
_TRACKS = [track.value for track in Track]
_SETTINGS = [setting.value for setting in Setting]


def add_plan_days(parser: argparse.ArgumentParser) -> None:
    """Let a parser know the days from which a plan is computed."""
    add = parser.add_argument
    add("--surgery", metavar="DAY", help="the day of the definitive surgery, like 2026-03-02")
    add("--start", metavar="DAY", help="the day of the first dose")
    add("--resume", metavar="DAY", help="the day treatment goes on after surgery in its middle")
    add(
        "--setting",
        choices=_SETTINGS,
        help="adjuvant: after surgery; neoadjuvant: before it; without it, what the regimen is for",
    )
    add(
        "--custom",
        metavar="FILE",
        help="with --regimen custom: your own phases as JSON; - for standard input",
    )


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Add the steps; without one the stored plan is shown."""
    steps = parser.add_subparsers(
        title="steps",
        description="without one, the stored plan is shown",
        dest="step",
        metavar="STEP",
        parser_class=Parser,
    )
    days = "--regimen tchp --surgery 2026-03-02 --start 2026-04-06"
    for name, says in (
        ("preview", "show the dates of a plan; nothing is stored, no diary is needed"),
        ("start", "store a plan"),
    ):
        step = add_verb(steps, name, says, f"plan {name} {days}")
        step.add_argument(
            "--regimen", required=True, metavar="ID", help="“regimens” lists them; or custom"
        )
        add_plan_days(step)
    _add_move(
        add_verb(
            steps,
            "move",
            "move a treatment day and the planned ones after it",
            "plan move --cycle 3 --by 7 --reason low-counts",
            "plan move --drug trastuzumab --cycle 4 --to 2026-06-15 --reason holiday --preview",
        )
    )
    _add_given(
        add_verb(
            steps,
            "given",
            "note what was given",
            "plan given --cycle 3",
            "plan given --drug docetaxel --cycle 3 --on 2026-05-19",
        )
    )
    omit = add_verb(
        steps,
        "omit",
        "note what was left out",
        "plan omit --drug docetaxel --cycle 4 --reason other-side-effect",
    )
    _add_target(omit)
    _add_cycle(omit)
    _add_reason(omit)
    stop = add_verb(
        steps,
        "stop",
        "end the plan, one drug or one track on a day",
        "plan stop --drug pertuzumab --on 2026-09-01 --reason other-side-effect",
    )
    _add_target(stop)
    stop.add_argument("--on", required=True, metavar="DAY", help="nothing is planned from then on")
    _add_reason(stop)
    adapt = add_verb(
        steps,
        "adapt",
        "put your team's own version in the place of the regimen; given doses stay",
        "regimens --copy tchp > own.json",
        "plan adapt --custom own.json",
    )
    adapt.add_argument(
        "--custom", required=True, metavar="FILE", help="the phases as JSON; - for standard input"
    )
    add_verb(steps, "undo", "take the last change of the plan back", "plan undo")


def _add_move(move: argparse.ArgumentParser) -> None:
    _add_target(move)
    _add_cycle(move)
    where = move.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", metavar="DAY", help="the new day, like 2026-06-15")
    where.add_argument("--by", dest="by_days", metavar="DAYS", help="so many days later")
    _add_reason(move)
    add_note(move)
    move.add_argument(
        "--preview", action="store_true", help="only show what would change; nothing is stored"
    )


def _add_given(given: argparse.ArgumentParser) -> None:
    _add_target(given)
    _add_cycle(given)
    given.add_argument("--on", metavar="DAY", help="the day it was given; without it, as planned")
    add_note(given)


def _add_target(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--drug", metavar="ID", help="one drug alone, by its generic name like trastuzumab"
    )
    which.add_argument(
        "--track",
        choices=_TRACKS,
        help="one track alone; without --drug and --track, all that is due that day",
    )


def _add_cycle(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cycle",
        required=True,
        metavar="N",
        help="the number of the treatment day, from 1; with --drug, of that drug's dose",
    )


def _add_reason(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reason", required=True, choices=_REASONS, metavar="R", help=f"{', '.join(_REASONS)}"
    )
