"""The choice between versions: one entry after the other, for as long as the person likes."""

from dataclasses import replace

from PySide6.QtWidgets import QRadioButton, QWidget

from tests.builders import NOW, PERSON_ID, a_companion, an_answer
from tests.fakes import MemoryStorage
from tracker.services.ports import Write
from tracker.services.versions import Versions
from tracker.ui.importing.versions_dialog import VersionsDialog, choose_versions
from tracker.ui.widgets.labels import WrappedLabel


def test_three_entries_are_read_once_and_asked_about_until_the_person_has_enough(
    qtbot, monkeypatch
):
    storage, window = MemoryStorage(), QWidget()
    qtbot.addWidget(window)
    companion = a_companion(storage=storage)
    answers = [an_answer(symptom, severity=1) for symptom in ("pain", "nausea", "fatigue")]
    others = tuple(replace(each, severity=3) for each in answers)
    storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, each) for each in answers)))
    storage.apply(Write(at=NOW, arrived_versions=others))
    left, told, readings, read = [], [], [], Versions.undecided

    def counting(versions):
        readings.append(1)
        return read(versions)

    def keep_two(dialog):
        words = [label.text() for label in dialog.findChildren(WrappedLabel)]
        left.append([each for each in words if each.endswith("entries have two versions.")])
        dialog.findChildren(QRadioButton)[0].click()
        return len(left) < len(answers)

    monkeypatch.setattr(VersionsDialog, "run", keep_two)
    monkeypatch.setattr(Versions, "undecided", counting)

    choose_versions(companion, told.append, window)

    assert left == [["3 entries have two versions."], ["2 entries have two versions."], []]
    assert len(readings) == 1
    assert len(told) == 2
    (still,) = companion.versions.undecided()
    assert still.here == answers[-1]
