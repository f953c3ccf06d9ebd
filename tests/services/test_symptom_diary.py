"""A person writes things down, changes her mind, and finds them again."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.builders import NOW, SUMMER, Clock, a_companion, an_answer
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.entries import AnswerState, LvefMethod
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.errors import DiaryNotOpenedError, NotSavedError, NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.ports import Write

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("severity", "state"),
    [
        (0, AnswerState.ABSENT),
        (1, AnswerState.PRESENT),
        (4, AnswerState.PRESENT),
        (None, AnswerState.SKIPPED),
    ],
)
def test_an_answer_is_stored_with_its_state(diary, severity, state):
    saved = diary.answer("nausea", severity, note="after lunch")

    assert (saved.entry.state, saved.entry.severity) == (state, severity)
    assert saved.changes == Changes(symptoms=True)
    assert diary.day(TODAY).answers == {"nausea": saved.entry}


@pytest.mark.parametrize("severity", [-1, 5])
def test_a_severity_outside_the_scale_is_refused(diary, severity):
    with pytest.raises(NotUnderstoodError):
        diary.answer("nausea", severity)

    assert diary.day(TODAY).answers == {}


def test_a_later_answer_stands_and_the_earlier_one_is_kept(diary, clock):
    first = diary.answer("nausea", 3).entry
    clock.forward(hours=1)
    second = diary.answer("nausea", 1).entry

    assert diary.day(TODAY).answers == {"nausea": second}
    assert diary.entries(TODAY, TODAY) == (first, second)


def test_an_answer_to_come_does_not_exist_yet(diary, clock):
    diary.answer("nausea", 3)

    clock.forward(hours=-1)

    assert diary.day(TODAY).answers == {}


def test_clearing_makes_it_as_if_nobody_had_asked_and_undo_brings_it_back(diary):
    diary.answer("nausea", 3)
    last = diary.answer("nausea", 2).entry

    diary.clear("nausea", TODAY)
    cleared = diary.day(TODAY).answers
    diary.undo_last()

    assert cleared == {}
    assert diary.day(TODAY).answers == {"nausea": last}


def test_undo_takes_back_the_last_thing_first_and_stops_at_the_start_of_the_session(diary):
    first = diary.answer("nausea", 3).entry
    diary.answer("nausea", 1)
    diary.temperature("38.4", TemperatureUnit.CELSIUS)

    assert diary.undo_last() == Changes(measurements=True)
    assert diary.undo_last() == Changes(symptoms=True)
    assert diary.day(TODAY).answers == {"nausea": first}
    diary.undo_last()
    assert diary.undo_last() is None
    assert diary.entries() == ()


def test_undo_remembers_fifty_steps(diary):
    for _ in range(51):
        diary.answer("nausea", 1)

    undone = 0
    while diary.undo_last() is not None:
        undone += 1

    assert undone == 50
    assert len(diary.entries()) == 1


def test_a_removed_entry_comes_back_with_undo(diary):
    note = diary.note("Slept badly.").entry

    changes = diary.remove(note.id)
    gone = diary.entries()
    diary.undo_last()

    assert changes == Changes(notes=True)
    assert gone == ()
    assert diary.entries() == (note,)


def test_what_is_not_there_cannot_be_removed(diary):
    with pytest.raises(NotUnderstoodError, match="no longer in the diary"):
        diary.remove(an_answer().id)


@pytest.mark.parametrize("typed", ["38,4", "38.4", " 38.4 "])
def test_comma_and_point_are_both_decimal_marks(diary, typed):
    entry = diary.temperature(typed, TemperatureUnit.CELSIUS).entry

    assert entry.temperature.value == Decimal("38.4")
    assert entry.typed == typed.strip()
    assert diary.last_temperature() == entry


def refused(action):
    with pytest.raises(NotUnderstoodError) as caught:
        action()
    return str(caught.value)


def test_what_cannot_be_right_is_refused_and_nothing_is_stored(diary):
    day_to_come = TODAY + timedelta(days=1)
    sentences = [
        refused(lambda: diary.temperature("98.6", TemperatureUnit.CELSIUS)),
        refused(lambda: diary.temperature("nan", TemperatureUnit.CELSIUS)),
        refused(lambda: diary.temperature("37", TemperatureUnit.CELSIUS, flags=("blood",))),
        refused(lambda: diary.weight("7", WeightUnit.KILOGRAM)),
        refused(lambda: diary.pulse("7")),
        refused(lambda: diary.blood_pressure("80", "120")),
        refused(lambda: diary.lvef("0.58")),
        refused(lambda: diary.lab("neutrophils", "1.1", "g/dL")),
        refused(lambda: diary.lab("sugar", "1.1", "g/dL")),
        refused(lambda: diary.lab("neutrophils", "1.1", "10^9/L", low="7", high="2")),
        refused(lambda: diary.lab("neutrophils", "1.1", "10^9/L", comparator="=")),
        refused(lambda: diary.answer("nausée", 1)),
        refused(lambda: diary.answer("own:", 1)),
        refused(lambda: diary.answer("nausea", 1, flags=("blood",))),
        refused(lambda: diary.answer("nausea", 1, day=day_to_come)),
        refused(lambda: diary.answer("nausea", 1, day=date(1066, 10, 14))),
        refused(lambda: diary.note("  ")),
        refused(lambda: diary.question("x" * 20_001)),
        refused(lambda: diary.medicine("x", for_symptom="nope")),
        refused(lambda: diary.contact("")),
    ]

    assert all("nothing was saved" in sentence for sentence in sentences)
    assert diary.entries() == ()


def test_measurements_and_words_are_stored_as_typed(diary):
    diary.weight("70,25", WeightUnit.KILOGRAM)
    diary.pulse("72")
    diary.blood_pressure("120", "80")
    diary.lab("neutrophils", "0,8", "10^9/L", low="1.8", high="7.7", comparator="<")
    diary.lvef("58 %", LvefMethod.ECHO)
    diary.medicine("ondansetron", amount="8 mg", for_symptom="nausea")
    diary.appointment("Echo", NOW + timedelta(days=20))
    diary.contact("Nurse", text="Told her.", alerts=("fever",))

    kinds = [type(entry).__name__ for entry in diary.entries()]

    assert kinds == [
        "WeightEntry",
        "PulseEntry",
        "BloodPressureEntry",
        "LabEntry",
        "LvefEntry",
        "MedicineEntry",
        "AppointmentEntry",
        "ContactEntry",
    ]


def test_a_question_stays_open_until_it_is_answered(diary):
    question = diary.question("Why is my hair thin?").entry
    other = diary.question("When is the echo?").entry

    diary.answer_question(question.id, "It grows back.")
    open_now = diary.questions_open()
    diary.undo_last()

    assert open_now == (other,)
    assert diary.questions_open() == (question, other)


def test_only_a_question_can_be_answered(diary):
    note = diary.note("A walk.").entry

    with pytest.raises(NotUnderstoodError, match="not a question"):
        diary.answer_question(note.id, "Yes.")


def test_an_entry_says_when_where_and_by_whom_it_was_written(diary, companion):
    own = diary.note("Mine.").entry
    toms = diary.note("Toms.", by="Tom").entry

    assert (own.by, toms.by) == ("self", "Tom")
    assert own.at == NOW
    assert own.zone
    assert own.at.utcoffset() == SUMMER.utcoffset(None)
    assert companion.person().name == "Ana Sample"


def test_days_with_anything_written_are_told(diary):
    diary.note("A walk.", day=YESTERDAY)

    assert diary.days_logged(date(2026, 5, 1), TODAY) == {YESTERDAY}


def test_a_check_in_asks_every_symptom_once_and_watches_breath_on_a_her2_drug(diary, companion):
    rows = diary.checkin(TODAY)

    ids = [row.symptom.id for row in rows]
    assert sorted(ids) == sorted(companion.library.symptoms)
    assert "breathlessness" in [row.symptom.id for row in rows if row.first]


def test_when_the_disk_refuses_nothing_is_announced_and_nothing_is_undone(clock):
    storage = MemoryStorage()
    diary = a_companion(storage=storage, clock=clock).diary
    kept = diary.answer("nausea", 2).entry
    storage.refuses = True

    with pytest.raises(NotSavedError):
        diary.answer("nausea", 3)
    with pytest.raises(NotSavedError):
        diary.undo_last()

    storage.refuses = False
    assert diary.entries() == (kept,)
    assert diary.undo_last() == Changes(symptoms=True)


def test_a_person_who_is_gone_from_the_file_is_said_to_be():
    storage = MemoryStorage()
    storage.apply(Write(at=NOW))

    with pytest.raises(DiaryNotOpenedError, match="no longer in the diary"):
        Companion(storage, library(), Clock(), uuid4()).person()


def test_a_day_of_another_century_is_a_slip_of_the_year():
    diary = a_companion().diary

    diary.answer("nausea", 1, day=date(1900, 1, 1))

    assert "check the year" in refused(lambda: diary.answer("nausea", 1, day=date(1899, 12, 31)))
