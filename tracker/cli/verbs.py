"""Which code does which verb; each is loaded when it is asked for."""

import argparse
from collections.abc import Callable
from importlib import import_module

from tracker.cli.desk import Bench
from tracker.services.start import StartOptions

Verb = Callable[[Bench, argparse.Namespace], None]

_PLACES = {
    "init": "diary_verbs",
    "regimens": "plan_reading",
    "plan": "plan_verbs",
    "log": "log_verbs",
    "alerts": "reading_verbs",
    "heart": "reading_verbs",
    "history": "reading_verbs",
    "report": "page_verbs",
    "tour": "page_verbs",
    "export": "diary_verbs",
    "import": "import_verb",
    "backup": "copy_verbs",
    "restore": "copy_verbs",
    "check": "copy_verbs",
    "salvage": "copy_verbs",
    "demo": "diary_verbs",
}


def do(options: StartOptions, found: argparse.Namespace) -> None:
    """Do one verb.

    Raises:
        TrackerError: What we foresee; nothing was half done.
    """
    module = import_module(f"tracker.cli.{_PLACES[found.verb]}")
    verb: Verb = getattr(module, f"do_{found.verb}")
    verb(Bench(options), found)
