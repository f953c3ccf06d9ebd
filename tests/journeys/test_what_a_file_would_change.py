"""A diary file that changes a plan is seen first; nothing is stored before the person says so."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import Clock
from tests.journeys.brought_in import copy_of, open_data, saved
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window

pytestmark = pytest.mark.usefixtures("sheet")

MOVED = {"kind": "moved", "track": None, "cycle": 2, "to": "2026-06-01", "reason": "holiday"}
STOPPED = {"kind": "stopped", "track": "her2", "on": "2026-10-01", "reason": "own-choice"}


@pytest.fixture
def hands(qtbot, diary_in_treatment: Path) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def second_visit(hands) -> date:
    return sorted({visit.on for visit in hands.companion.plan.all()[0].visits})[1]


def file_with(hands, tmp_path, *events):
    """A copy of the diary in which this happened to the plan, with one answer more."""
    hands.companion.diary.answer("nausea", 1)
    plain = copy_of(hands)
    hands.companion.undo_last()
    plain["people"][0]["courses"][0]["events"] += events
    plain["people"][0]["entries"][0]["id"] = "88888888-0000-4000-8000-000000000001"
    return saved(tmp_path, plain)


def read_aloud(dialog) -> str:
    return "\n".join(
        f"{label.text()} {label.accessibleName()}"
        for label in dialog.dialog.findChildren(QLabel)
        if label.isVisible()
    )


def test_what_a_file_would_move_is_seen_and_left(hands, tmp_path, choose_file):
    choose_file(file_with(hands, tmp_path, MOVED))
    open_data(hands)
    before, revision = second_visit(hands), hands.storage.revision()
    seen = []

    def leave(dialog):
        seen.append(read_aloud(dialog))
        assert hands.storage.revision() == revision
        dialog.click("Leave it")

    answers = InDialog(leave)
    hands.click("Bring in a diary (JSON)")

    assert answers.done() or answers.dialog is not None
    assert "Cycle 2 moved to Mon 1 Jun 2026" in seen[0]
    assert "will be Mon 1 Jun" in seen[0].replace("\N{NO-BREAK SPACE}", " ")
    assert hands.storage.revision() == revision
    assert second_visit(hands) == before
    assert hands.reads("Nothing was brought in")


def test_what_was_seen_and_wanted_comes_in_whole(hands, tmp_path, choose_file):
    choose_file(file_with(hands, tmp_path, MOVED))
    open_data(hands)

    answers = InDialog(lambda dialog: dialog.click("Bring it in"))
    hands.click("Bring in a diary (JSON)")

    assert answers.done()
    assert second_visit(hands) == date(2026, 6, 1)
    assert hands.reads("Added 1 entry and 1 change of the plan")
    assert len(hands.companion.diary.entries()) == 1


def test_a_stop_says_which_days_would_no_longer_be_planned(hands, tmp_path, choose_file):
    choose_file(file_with(hands, tmp_path, STOPPED))
    open_data(hands)
    seen = []

    def leave(dialog):
        seen.append(read_aloud(dialog).replace("\N{NO-BREAK SPACE}", " "))
        dialog.click("Leave it")

    answers = InDialog(leave)
    hands.click("Bring in a diary (JSON)")

    assert answers.failure is None
    assert "HER2 treatment stopped from Thu 1 Oct 2026" in seen[0]
    assert "No longer planned: 10 treatment days, from Monday 19 October" in seen[0]


def test_what_changed_while_the_person_read_is_shown_again(hands, tmp_path, choose_file):
    path = file_with(hands, tmp_path, MOVED)
    choose_file(path)
    open_data(hands)
    seen, rounds = [], []

    def agree(dialog):
        seen.append(read_aloud(dialog))
        if len(seen) == 1:
            file_with(hands, tmp_path, MOVED, STOPPED)
            rounds.append(InDialog(agree))
        dialog.click("Bring it in" if len(seen) == 1 else "Leave it")

    rounds.append(InDialog(agree))
    hands.click("Bring in a diary (JSON)")

    assert [each.failure for each in rounds] == [None, None]
    assert "stopped" not in seen[0]
    assert "stopped" in seen[1]
    assert hands.companion.plan.events() == ()
