"""Two copies of a diary say different things: both are kept, and a person chooses."""

import pytest
from PySide6.QtWidgets import QRadioButton

from tests.builders import Clock
from tests.journeys.brought_in import copy_of, open_data, saved
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.errors import NotSavedError
from tracker.services.versions import Versions
from tracker.ui.notifier import Notifier

pytestmark = pytest.mark.usefixtures("sheet")


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    hands = open_window(qtbot, diary_in_treatment, Clock())
    hands.companion.diary.answer("nausea", 1)
    return hands


def other_version(hands, tmp_path):
    plain = copy_of(hands)
    plain["people"][0]["entries"][0].update(severity=3, note="much worse")
    return saved(tmp_path, plain)


def test_two_versions_are_shown_in_history_and_the_chosen_one_counts(hands, tmp_path, choose_file):
    choose_file(other_version(hands, tmp_path))
    open_data(hands)
    hands.click("Bring in a diary (JSON)")
    assert hands.reads("1 entry says something else in the file; both versions are kept")
    hands.window.show_page("history")
    hands.settle()
    assert hands.reads("One entry has two versions")

    def choose(dialog):
        dialog.click("Keep the chosen one")
        assert dialog.dialog.isVisible()
        dialog.click_first("Brought in on")
        dialog.click("Keep the chosen one")

    answers = InDialog(choose)
    hands.click("Compare and choose")

    assert answers.done()
    (entry,) = hands.companion.diary.entries()
    assert (entry.severity, entry.note) == (3, "much worse")
    assert not hands.reads("One entry has two versions")
    hands.companion.undo_last()
    assert hands.companion.diary.entries()[0].severity == 1


def test_both_versions_are_still_there_after_a_restart(
    qtbot, hands, tmp_path, choose_file, diary_in_treatment
):
    choose_file(other_version(hands, tmp_path))
    open_data(hands)
    hands.click("Bring in a diary (JSON)")
    hands.window.close()
    hands.storage.close()

    again = open_window(qtbot, diary_in_treatment, Clock())
    again.window.show_page("history")
    again.settle()

    assert again.reads("One entry has two versions")
    answers = InDialog(lambda dialog: dialog.click_first("In this diary"))
    again.click("Compare and choose")
    assert answers.failure is None
    assert again.companion.diary.entries()[0].severity == 1


def more_versions(hands, tmp_path):
    hands.companion.diary.answer("pain", 1)
    plain = copy_of(hands)
    for entry in plain["people"][0]["entries"]:
        entry.update(severity=3)
    return saved(tmp_path, plain)


def choose_in_both(following):
    """Choose what came in the first dialog, and in the one after it."""

    def choose(dialog):
        dialog.click_first("Brought in on")
        dialog.click("Keep the chosen one")

    return InDialog(lambda dialog: (choose(dialog), following.append(InDialog(choose))))


@pytest.mark.parametrize("page", ["settings", "history"])
def test_a_choice_that_is_refused_says_why_and_the_pages_know_of_those_before_it(
    hands, tmp_path, choose_file, monkeypatch, page
):
    choose_file(more_versions(hands, tmp_path))
    open_data(hands)
    hands.click("Bring in a diary (JSON)")
    hands.window.show_page(page)
    hands.settle()
    told, stored, following = [], [], []
    hands.window.findChild(Notifier).changed.connect(told.append)
    take = Versions.take

    def take_one(self, *args):
        if stored:
            raise NotSavedError("The disk is full; nothing was changed; make room.")
        stored.append(take(self, *args))
        return stored[0]

    monkeypatch.setattr(Versions, "take", take_one)
    answers = choose_in_both(following)
    hands.click("Compare and choose")

    assert answers.failure is None
    assert following[0].failure is None
    assert hands.reads("The disk is full; nothing was changed; make room.")
    assert told == stored


@pytest.mark.parametrize("page", ["settings", "history"])
def test_a_choice_that_is_put_off_tells_the_pages_nothing(hands, tmp_path, choose_file, page):
    choose_file(other_version(hands, tmp_path))
    open_data(hands)
    hands.click("Bring in a diary (JSON)")
    hands.window.show_page(page)
    hands.settle()
    told = []
    hands.window.findChild(Notifier).changed.connect(told.append)

    answers = InDialog(lambda dialog: dialog.click("Decide later"))
    hands.click("Compare and choose")

    assert answers.done()
    assert not told


def test_a_choice_is_never_made_by_the_program(hands, tmp_path, choose_file):
    choose_file(other_version(hands, tmp_path))
    open_data(hands)
    hands.click("Bring in a diary (JSON)")

    def look(dialog):
        radios = dialog.dialog.findChildren(QRadioButton)
        assert len(radios) == 2
        assert not any(radio.isChecked() for radio in radios)

    answers = InDialog(look)
    hands.click("Compare and choose")

    assert answers.failure is None
    assert hands.companion.diary.entries()[0].severity == 1
