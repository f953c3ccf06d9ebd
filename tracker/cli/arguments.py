"""The command line as the contract has it: options, then the verb, then what belongs to it."""

import argparse
from collections.abc import Sequence

from tracker.cli.file_arguments import add_file_verbs
from tracker.cli.log_arguments import add_log
from tracker.cli.options import Parser, add_options, options_of, program_name
from tracker.cli.plan_arguments import add_plan, add_plan_days
from tracker.cli.verb_parsers import add_verb
from tracker.services.start import StartOptions

_BELOW = """Without a verb the window opens. Options stand before the verb.
“{program} VERB --help” says what belongs to a verb, with an example.

exit codes:
  0  done
  2  the input was not understood or cannot be right
  3  the diary cannot be opened
  4  not saved
  1  a fault of the program; 130 stopped by hand
What was wrong is said in one sentence on standard error.

for example:
  {program} --sample
  {program} log symptom nausea 2
  {program} --now 2026-05-04 plan"""


def parse(argv: Sequence[str]) -> tuple[StartOptions, argparse.Namespace]:
    """Return the options and what was asked for; `verb` is None for the window.

    Raises:
        NotUnderstoodError: Not understood.
    """
    found = _parser().parse_args(argv)
    return options_of(found), found


def _parser() -> Parser:
    parser = Parser(
        prog=program_name(),
        usage=f"{program_name()} [OPTIONS] [VERB …]",
        description="A private diary for chemotherapy and HER2 treatment.",
        epilog=_BELOW.format(program=program_name()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_options(parser)
    verbs = parser.add_subparsers(
        title="verbs", dest="verb", metavar="VERB", parser_class=Parser, prog=program_name()
    )
    _add_init(
        add_verb(
            verbs,
            "init",
            "make a new diary, with a plan where a regimen is named",
            "init --name Ana",
            "init --name Ana --country ES --surgery 2026-03-02 --regimen tchp --start 2026-04-06",
        )
    )
    regimens = add_verb(
        verbs,
        "regimens",
        "list the regimens that the program knows, with their drugs and sources",
        "regimens",
        "regimens --copy tchp > own.json",
    )
    regimens.add_argument(
        "--copy", metavar="ID", help="print this one alone, as JSON to change and give to --custom"
    )
    add_plan(
        add_verb(verbs, "plan", "show the plan, or change it by a step", "plan", "plan move --help")
    )
    add_log(
        add_verb(
            verbs, "log", "write one entry of a kind", "log symptom nausea 2", "log symptom --help"
        )
    )
    add_verb(verbs, "alerts", "show what matches the rules now, and why", "alerts")
    add_verb(verbs, "heart", "show heart scans (LVEF), what is due, what labels say", "heart")
    add_verb(verbs, "history", "show the worst answers by cycle", "history")
    add_file_verbs(verbs)
    return parser


def _add_init(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--name", required=True, help="what the person is called in the diary")
    add("--born", metavar="DAY", help="the day of birth, like 1975-06-15")
    add(
        "--country",
        default="US",
        metavar="CODE",
        help="two letters like US, GB or ES: sets units and label; without it US",
    )
    add("--regimen", metavar="ID", help="also start a plan; “regimens” lists them")
    add_plan_days(parser)
